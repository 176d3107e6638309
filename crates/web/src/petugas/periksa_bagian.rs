//! Parts of the inspection's page: the instruction, what is to be looked at, and the letters, to sign or signed.

use app::desk::{Instruksi, Kontainer, Rekaman, Surat, Temuan};
use askama::Template;
use declaration::workflow::Tingkat;

use super::messages::PetugasTexts;
use super::messages_periksa::PeriksaTexts;
use super::parts::{KeyButton, Lines, anchor, path, plain};
use super::periksa::{kept, line, writes};
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::perusahaan::sheet::{Section, Words};
use crate::ui::{
    Badge, Button, Buttons, Confirm, Fact, Facts, Field, Form, FormErrors, Piece, Task, TaskList, Textarea, Tone,
    components,
};

/// Why the record can only be read.
pub(super) fn over(held: &Rekaman, lang: Lang) -> String {
    let t = PeriksaTexts::of(lang);
    let named = |text: &str, without: &str| match &held.pemeriksa {
        Some(name) => fill(text, &[("nama", name)]),
        None => without.to_owned(),
    };
    if held.sesuai.is_some() {
        return named(t.over_done, t.over_short);
    }
    match Surat::due(held.stage) {
        Some(Surat::Mulai) if held.own => t.over_start.to_owned(),
        Some(Surat::Bap | Surat::Lhp) => named(t.over_other, t.over_short),
        _ => named(t.over_before, t.over_nobody),
    }
}

/// What the instruction asks for.
pub(super) fn order(held: &Rekaman, aju: &str, lang: Lang) -> Piece {
    let t = PeriksaTexts::of(lang);
    let Some(order) = &held.instruksi else {
        return Section::new("instruksi", t.order, &[Words::new(t.order_none).into()]).into();
    };
    let mut facts = Vec::new();
    facts.extend(order.tingkat.map(|tingkat| Fact::text(t.order_level, level(tingkat, lang))));
    facts.push(Fact::indonesian(t.order_packages, order.kemasan.clone()));
    if !held.isi.kontainer.is_empty() {
        let boxes = order.peti_kemas.join(", ");
        facts.push(if boxes.is_empty() {
            Fact::text(t.order_boxes, t.order_boxes_free)
        } else {
            Fact::code(t.order_boxes, boxes)
        });
    }
    facts.push(Fact::text(t.order_sample, if order.ambil_contoh { t.order_sample_yes } else { t.order_sample_no }));
    let mut parts: Vec<Piece> = vec![Facts { facts }.into()];
    parts.extend(watch(order, lang));
    parts.push(anchor(path(aju, &format!("surat/{}", order.surat)), format!("{} {}", t.order, order.nomor)));
    Section::new("instruksi", t.order, &parts).into()
}

fn level(tingkat: Tingkat, lang: Lang) -> &'static str {
    let t = PetugasTexts::of(lang);
    match tingkat {
        Tingkat::SepuluhPersen => t.level_10,
        Tingkat::TigaPuluhPersen => t.level_30,
        Tingkat::Mendalam => t.level_100,
    }
}

fn watch(order: &Instruksi, lang: Lang) -> Option<Piece> {
    if order.perhatian.is_empty() {
        return None;
    }
    let lines = Lines { lines: order.perhatian.iter().map(|text| plain(text.clone())).collect() };
    Some(Piece::join(&[Subheading { text: PeriksaTexts::of(lang).order_watch }.into(), lines.into()]))
}

/// Containers, with what was met.
pub(super) fn containers(held: &Rekaman, aju: &str, lang: Lang) -> Piece {
    let t = PeriksaTexts::of(lang);
    let task = |one: &Kontainer| {
        let badge = match one.segel_utuh {
            None => Badge::new(Tone::Neutral, t.todo),
            Some(true) if one.nomor_ditemukan.is_empty() => Badge::new(Tone::Good, t.fine),
            Some(_) => Badge::new(Tone::Bad, t.differs),
        };
        let mut task = Task::new(one.nomor.clone(), badge);
        if !one.nomor_ditemukan.is_empty() {
            let met = [("nomor", one.nomor_ditemukan.as_str())];
            let mut hint = fill(t.number_met, &met);
            if !one.check_digit_ok() {
                hint = format!("{hint}. {}", fill(t.check_digit, &met));
            }
            task = task.hint(hint);
        }
        if writes(held) || one.segel_utuh.is_some() {
            task.href(path(aju, &format!("periksa/peti-kemas/{}", one.nomor)))
        } else {
            task
        }
    };
    TaskList { id: "peti-kemas", tasks: held.isi.kontainer.iter().map(task).collect() }.into()
}

/// Goods lines, with what was found.
pub(super) fn goods(held: &Rekaman, aju: &str, lang: Lang) -> Piece {
    let t = PeriksaTexts::of(lang);
    let task = |one: &Temuan| {
        let badge = match one.sesuai {
            None => Badge::new(Tone::Neutral, t.todo),
            Some(true) => Badge::new(Tone::Good, t.fine),
            Some(false) => Badge::new(Tone::Bad, t.differs),
        };
        let name = line(held, one.seri).and_then(|goods| goods.uraian.good()).map(ToString::to_string);
        let task = Task::new(format!("{} · {}", one.seri, name.unwrap_or_default()), badge);
        let task = if one.catatan.is_empty() { task } else { task.hint(one.catatan.clone()) };
        if writes(held) || one.sesuai.is_some() {
            task.href(path(aju, &format!("periksa/barang/{}", one.seri)))
        } else {
            task
        }
    };
    TaskList { id: "barang-periksa", tasks: held.isi.barang.iter().map(task).collect() }.into()
}

/// The letters: what is signed as text, what comes next as a form.
pub(super) fn letters(held: &Rekaman, aju: &str, (csrf, errors): (&str, &FormErrors), lang: Lang) -> Vec<Piece> {
    let (t, isi) = (PeriksaTexts::of(lang), &held.isi);
    let mut parts = Vec::new();
    if isi.selesai.is_some() {
        parts.push(Section::new("bap", t.bap, &[signed_minutes(held, lang)]).into());
    }
    if let Some(agrees) = held.sesuai {
        parts.push(Section::new("lhp", t.lhp, &[signed_report(held, agrees, lang)]).into());
    }
    if writes(held) {
        parts.push(match Surat::due(held.stage) {
            Some(Surat::Bap) => Section::new("bap", t.bap, &[minutes(held, aju, (csrf, errors), lang)]).into(),
            _ => Section::new("lhp", t.lhp, &[report(held, aju, (csrf, errors), lang)]).into(),
        });
    }
    parts
}

/// Place, witness and wording of the minutes in one form: what is signed is what stands on the page.
fn minutes(held: &Rekaman, aju: &str, (csrf, errors): (&str, &FormErrors), lang: Lang) -> Piece {
    let (t, isi) = (PeriksaTexts::of(lang), &held.isi);
    let ready = isi.containers_done();
    let here = path(aju, "periksa");
    let draft = path(aju, "periksa/tempat");
    let field = |name, label, value: &String| Field::text(name, label).value(value.clone()).max_length(200);
    let text = Textarea::new("teks", t.minutes).value(isi.minutes_text()).hint(t.bap_text).rows(4).max_length(4_000);
    let mut form = Form::post(if ready { here } else { draft.clone() }, csrf)
        .hidden("surat", Surat::Bap.word())
        .guarded()
        .with(field("lokasi", t.location, &isi.lokasi).hint(t.location_hint))
        .with(field("saksi", t.witness, &isi.saksi_nama))
        .with(field("jabatan", t.witness_role, &isi.saksi_jabatan))
        .with(field("kemasan", t.opened, &isi.kemasan_dibuka).hint(t.opened_hint))
        .with(field("contoh", t.sample, &isi.contoh))
        .with(text.errors(errors))
        .with(kept(lang));
    if !ready {
        return form.with(Words::new(t.bap_wait)).with(Button::secondary(t.save)).into();
    }
    form = form.with(Asks { whom: "saksi", with: t.ask_bap, without: t.ask_bap_alone }).confirm(question(held, lang));
    let buttons =
        Buttons::new().with(KeyButton::submit(t.bap_sign, "x", lang)).with(Button::secondary(t.save).action(draft));
    form.with(buttons).into()
}

fn report(held: &Rekaman, aju: &str, (csrf, errors): (&str, &FormErrors), lang: Lang) -> Piece {
    let (t, isi) = (PeriksaTexts::of(lang), &held.isi);
    if !isi.goods_done() {
        return Words::new(t.lhp_wait).into();
    }
    let text = if isi.kesimpulan.is_empty() { isi.conclusion() } else { isi.kesimpulan.clone() };
    let field = Textarea::new("teks", t.conclusion).value(text).hint(t.lhp_text).rows(4).max_length(4_000);
    Form::post(path(aju, "periksa"), csrf)
        .hidden("surat", Surat::Lhp.word())
        .guarded()
        .confirm(question(held, lang))
        .with(field.errors(errors))
        .with(kept(lang))
        .with(KeyButton::submit(t.lhp_sign, "x", lang))
        .into()
}

/// The question before the letter that comes next is signed.
pub(super) fn question(held: &Rekaman, lang: Lang) -> Confirm {
    let (t, isi) = (PeriksaTexts::of(lang), &held.isi);
    let text = match Surat::due(held.stage) {
        Some(Surat::Lhp) if isi.agrees() => t.ask_lhp.to_owned(),
        Some(Surat::Lhp) => t.ask_lhp_differs.to_owned(),
        _ if isi.saksi_nama.is_empty() => t.ask_bap_alone.to_owned(),
        _ => fill(t.ask_bap, &[("nama", &isi.saksi_nama)]),
    };
    Confirm::new(lang, text).buttons(t.ask_yes, t.ask_no)
}

fn signed_minutes(held: &Rekaman, lang: Lang) -> Piece {
    let (t, isi) = (PeriksaTexts::of(lang), &held.isi);
    let witness = match (isi.saksi_nama.as_str(), isi.saksi_jabatan.as_str()) {
        ("", _) => t.alone.to_owned(),
        (name, "") => name.to_owned(),
        (name, role) => format!("{name} ({role})"),
    };
    let moment = |at: Option<jiff::Timestamp>| at.map(|at| format::minute(at, lang)).unwrap_or_default();
    let facts = vec![
        Fact::text(t.began, moment(isi.mulai)),
        Fact::text(t.ended, moment(isi.selesai)),
        Fact::indonesian(t.location, isi.lokasi.clone()),
        Fact::indonesian(t.witness, witness),
        Fact::indonesian(t.opened, isi.kemasan_dibuka.clone()),
        Fact::indonesian(t.sample, isi.contoh.clone()),
        Fact::indonesian(t.minutes, isi.uraian.lines().collect::<Vec<_>>().join(" ")),
    ];
    Facts { facts: facts.into_iter().filter(|fact| !fact.value.is_empty()).collect() }.into()
}

fn signed_report(held: &Rekaman, agrees: bool, lang: Lang) -> Piece {
    let t = PeriksaTexts::of(lang);
    let badge = if agrees { Badge::new(Tone::Good, t.fine) } else { Badge::new(Tone::Bad, t.differs) };
    let said = held.isi.kesimpulan.lines().collect::<Vec<_>>().join(" ");
    if said.is_empty() {
        return Piece::of(&badge);
    }
    Piece::join(&[Piece::of(&badge), Facts { facts: vec![Fact::indonesian(t.conclusion, said)] }.into()])
}

/// A heading below that of a section.
#[derive(Template)]
#[template(source = "<h3>{{ text }}</h3>", ext = "html")]
struct Subheading {
    text: &'static str,
}

/// The question of the pop-up follows what is typed in a field; without script the server words it.
#[derive(Template)]
#[template(
    source = "<p hidden data-tanya=\"konfirmasi-teks\" data-menurut=\"{{ whom }}\" data-isi=\"{{ with }}\" data-kosong=\"{{ without }}\"></p>",
    ext = "html"
)]
struct Asks {
    whom: &'static str,
    with: &'static str,
    without: &'static str,
}

components!(Subheading, Asks);
