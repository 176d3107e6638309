//! What the inspection found beside what was declared: on the case, before a release, and for the second officer.

use app::desk::{Beda, BedaBarang, Kontainer, Temuan, container_differs};

use super::messages::PetugasTexts;
use super::messages_periksa::PeriksaTexts;
use super::parts::{Lines, Tabel, figure, plain};
use crate::lang::Lang;
use crate::messages::fill;
use crate::perusahaan::sheet::Words;
use crate::ui::{Badge, Piece, Tone};

/// All containers as met, and the goods that differ.
pub fn result(found: &Beda, lang: Lang) -> Piece {
    let boxes: Vec<&Kontainer> = found.kontainer.iter().collect();
    Piece::join(&[containers(&boxes, lang), goods(found, lang)])
}

/// What differs only: containers and goods.
pub fn differences(found: &Beda, lang: Lang) -> Piece {
    let t = PetugasTexts::of(lang);
    let mut parts: Vec<Piece> = Vec::new();
    if !found.kesimpulan.is_empty() {
        parts.push(Words::new(fill(t.report_says, &[("teks", &found.kesimpulan)])).into());
    }
    let boxes: Vec<&Kontainer> = found.containers().collect();
    parts.push(containers(&boxes, lang));
    parts.push(goods(found, lang));
    Piece::join(&parts)
}

/// What differs and is not determined yet, in a sentence; none when nothing differs.
pub fn still_open(found: &Beda, lang: Lang) -> Option<String> {
    let t = PetugasTexts::of(lang);
    let boxes: Vec<&str> = found.containers().map(|one| one.nomor.as_str()).collect();
    let lines: Vec<String> = found.barang.iter().map(|one| one.seri.to_string()).collect();
    let (boxes, lines) = (boxes.join(", "), lines.join(", "));
    let text = match (boxes.is_empty(), lines.is_empty()) {
        (true, true) => return None,
        (false, true) => t.open_boxes,
        (true, false) => t.open_goods,
        (false, false) => t.open_both,
    };
    Some(fill(text, &[("peti", &boxes), ("barang", &lines)]))
}

fn containers(boxes: &[&Kontainer], lang: Lang) -> Piece {
    let (t, p) = (PetugasTexts::of(lang), PeriksaTexts::of(lang));
    if boxes.is_empty() {
        return Piece::default();
    }
    let columns = [t.containers, p.outcome, t.met_number, p.seal, p.remark].map(|name| (name.into(), false));
    let mut table = Tabel::new(t.containers, columns.into());
    for one in boxes {
        let badge = match one.segel_utuh {
            _ if container_differs(one) => Badge::new(Tone::Bad, p.differs),
            None => Badge::new(Tone::Neutral, p.todo),
            Some(_) => Badge::new(Tone::Good, p.fine),
        };
        let state = match one.segel_utuh {
            Some(true) => p.seal_whole,
            Some(false) => p.seal_broken,
            None => "",
        };
        let seal: Vec<&str> = [one.segel.as_str(), state].into_iter().filter(|text| !text.is_empty()).collect();
        table.row(vec![
            plain(one.nomor.clone()),
            Piece::of(&badge),
            text(&one.nomor_ditemukan),
            text(&seal.join(", ")),
            text(&one.catatan),
        ]);
    }
    table.into()
}

fn goods(found: &Beda, lang: Lang) -> Piece {
    let (t, p) = (PetugasTexts::of(lang), PeriksaTexts::of(lang));
    if found.barang.is_empty() {
        return Words::new(t.goods_agree).into();
    }
    let columns = [p.goods, p.found, p.declared].map(|name| (name.into(), false));
    let mut table = Tabel::new(t.goods_differ, columns.into());
    for one in &found.barang {
        let lines = |all: Vec<String>| Lines { lines: all.into_iter().map(plain).collect() }.into();
        table.row(vec![
            plain(format!("{} · {}", one.seri, one.uraian)),
            lines(as_found(one, lang)),
            lines(as_declared(one, lang)),
        ]);
    }
    table.into()
}

fn as_found(one: &BedaBarang, lang: Lang) -> Vec<String> {
    let p = PeriksaTexts::of(lang);
    let Temuan { jumlah, pos_tarif, uraian, negara, kondisi, catatan, .. } = &one.temuan;
    let mut out = Vec::new();
    out.extend(jumlah.map(|n| format!("{}: {} {}", p.quantity, figure(n, lang), one.satuan)));
    out.extend(pos_tarif.as_ref().map(|hs| format!("{}: {hs}", p.hs)));
    let condition = match kondisi.as_str() {
        "1" => p.condition_new,
        "2" => p.condition_used,
        "3" => p.condition_broken,
        other => other,
    };
    for (name, value) in [
        (p.origin, negara.as_str()),
        (p.description, uraian.as_str()),
        (p.condition, condition),
        (p.remark, catatan.as_str()),
    ] {
        if !value.is_empty() {
            out.push(format!("{name}: {value}"));
        }
    }
    out
}

fn as_declared(one: &BedaBarang, lang: Lang) -> Vec<String> {
    let p = PeriksaTexts::of(lang);
    let mut out = vec![format!("{}: {} {}", p.quantity, figure(one.jumlah, lang), one.satuan)];
    for (name, value) in [(p.hs, &one.pos_tarif), (p.origin, &one.negara)] {
        if !value.is_empty() {
            out.push(format!("{name}: {value}"));
        }
    }
    out
}

fn text(value: &str) -> Piece {
    plain(if value.is_empty() { "–".to_owned() } else { value.to_owned() })
}
