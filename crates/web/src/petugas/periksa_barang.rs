//! A goods line as the inspector found it.

use app::desk::{self, Langkah, Rekaman, Temuan};
use app::lampiran::{self, Kind};
use axum::extract::{Path, State};
use axum::response::Response;
use declaration::document::Barang;
use kernel::{Dec4, KodeHs, Shape};

use super::foto;
use super::messages_periksa::PeriksaTexts;
use super::parts::{figure, path};
use super::periksa::{after, buttons, kept, line, page, record, writes, yes_no};
use super::periksa_bagian::over;
use crate::lang::Lang;
use crate::messages::fill;
use crate::perekaman::marks;
use crate::perusahaan::sheet::Section;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{
    Badge, Button, Choice, Fact, Facts, Field, Form, FormErrors, Inset, Piece, Radios, Select, Textarea, Tone,
};
use crate::visit::{Posted, Visit, attempt, errors_of, run};

/// What was typed of a goods line.
#[derive(Default)]
struct Typed {
    one: Temuan,
    jumlah: String,
    hs: String,
}

/// `GET …/periksa/barang/{seri}`.
pub async fn item(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, seri)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let held = record(&web, &visit, &aju).await?;
    let one = held.isi.barang.iter().find(|b| b.seri.to_string() == seri).cloned().ok_or(Problem::NotFound)?;
    let typed = Typed {
        jumlah: one.jumlah.map(|n| figure(n, visit.lang())).unwrap_or_default(),
        hs: one.pos_tarif.as_ref().map(ToString::to_string).unwrap_or_default(),
        one,
    };
    sheet(&web, &visit, &aju, (&held, &typed), &FormErrors::new(visit.lang())).await
}

async fn sheet(
    web: &Web,
    visit: &Visit,
    aju: &str,
    (held, typed): (&Rekaman, &Typed),
    errors: &FormErrors,
) -> Result<Response, Problem> {
    let (lang, t, one) = (visit.lang(), PeriksaTexts::of(visit.lang()), &typed.one);
    let goods = line(held, one.seri).ok_or(Problem::NotFound)?;
    let (actor, number, seri) = (visit.actor()?, aju.to_owned(), one.seri);
    let mut photos = run(web, move |app| lampiran::list(app, &actor, &number)).await?;
    photos.retain(|file| file.kind == Kind::Foto && file.seri == Some(seri));
    let mut parts: Vec<Piece> = vec![Section::new("diberitahukan", t.declared, &[declared(goods, lang)]).into()];
    let below: Piece = match (writes(held), one.sesuai) {
        (true, _) => form(typed, goods, aju, (visit.csrf(), errors), lang),
        (false, Some(agrees)) => {
            let badge = if agrees { Badge::new(Tone::Good, t.fine) } else { Badge::new(Tone::Bad, t.differs) };
            let note = Inset { text: over(held, lang).into() };
            Piece::join(&[Piece::of(&badge), found_facts(one, lang), note.into()])
        }
        (false, None) => Inset { text: over(held, lang).into() }.into(),
    };
    let mut pictures: Vec<Piece> = vec![foto::pictures(&photos, aju, lang)];
    if writes(held) {
        let to = path(aju, &format!("periksa/foto?barang={}", one.seri));
        pictures.push(Button::secondary(t.photo_item).href(to).into());
    }
    parts.push(Section::new("foto-barang", t.photos, &pictures).into());
    parts.push(Section::new("ditemukan", t.found, &[below]).into());
    let title = fill(t.item_title, &[("n", &one.seri.to_string())]);
    page(web, visit, aju, (title, Piece::join(&parts)), errors).await
}

/// What the declaration says of it.
fn declared(goods: &Barang, lang: Lang) -> Piece {
    let t = PeriksaTexts::of(lang);
    let of = |value: Option<String>| value.unwrap_or_default();
    let counted = |n: Option<String>, unit: Option<String>| format!("{} {}", of(n), of(unit)).trim().to_owned();
    let quantity = counted(
        goods.jumlah_satuan.value().map(|n| figure(n, lang)),
        goods.kode_satuan_barang.good().map(ToString::to_string),
    );
    let packages = counted(
        goods.jumlah_kemasan.value().map(|n| figure(n, lang)),
        goods.kode_jenis_kemasan.good().map(ToString::to_string),
    );
    let facts = vec![
        Fact::indonesian(t.description, of(goods.uraian.good().map(ToString::to_string))),
        Fact::indonesian(t.brand, of(goods.merk.good().map(ToString::to_string))),
        Fact::indonesian(t.kind, of(goods.tipe.good().map(ToString::to_string))),
        Fact::code(t.hs, of(goods.pos_tarif.good().map(ToString::to_string))),
        Fact::text(t.quantity, quantity),
        Fact::text(t.packages, packages),
        Fact::text(t.netto, of(goods.netto.value().map(|n| figure(n, lang)))),
        Fact::code(t.origin, of(goods.kode_negara_asal.good().map(ToString::to_string))),
    ];
    Facts { facts: facts.into_iter().filter(|fact| !fact.value.is_empty()).collect() }.into()
}

fn form(typed: &Typed, goods: &Barang, aju: &str, (csrf, errors): (&str, &FormErrors), lang: Lang) -> Piece {
    let (t, one) = (PeriksaTexts::of(lang), &typed.one);
    let unit = goods.kode_satuan_barang.good().map(ToString::to_string).unwrap_or_default();
    let mut condition = Select::new("kondisi", t.condition).option("", t.condition_same);
    for (value, words) in conditions(t) {
        condition = condition.option(value, words);
    }
    let quantity = Field::number("jumlah", t.quantity).value(typed.jumlah.clone()).suffix(unit).hint(t.same_hint);
    let hs = Field::digits("pos_tarif", t.hs).value(typed.hs.clone()).max_length(12).hint(t.hs_hint);
    let uraian = Field::text("uraian", t.description).value(one.uraian.clone()).max_length(1_000).hint(t.same_hint);
    let origin = Field::code("negara", t.origin).value(one.negara.clone()).max_length(2).hint(t.origin_hint);
    let found = Piece::join(&[
        quantity.errors(errors).into(),
        hs.errors(errors).into(),
        uraian.into(),
        origin.errors(errors).into(),
        condition.value(&one.kondisi).into(),
    ]);
    let outcome = match one.sesuai {
        Some(true) => "ya",
        Some(false) => "tidak",
        None => "",
    };
    // What is as declared needs no more than one tick: what differs comes with its choice.
    let radios = Radios::new("sesuai", t.outcome)
        .choice(Choice::new("ya", t.fine))
        .choice(Choice::new("tidak", t.differs).inside(found))
        .value(outcome);
    Form::post(path(aju, &format!("periksa/barang/{}", one.seri)), csrf)
        .guarded()
        .with(radios.errors(errors))
        .with(Textarea::new("catatan", t.remark).value(one.catatan.clone()).rows(2).max_length(1_000).errors(errors))
        .with(kept(lang))
        .with(buttons(aju, lang))
        .into()
}

fn conditions(t: &PeriksaTexts) -> [(&'static str, &'static str); 3] {
    [("1", t.condition_new), ("2", t.condition_used), ("3", t.condition_broken)]
}

/// What was found.
fn found_facts(one: &Temuan, lang: Lang) -> Piece {
    let t = PeriksaTexts::of(lang);
    let mut facts = Vec::new();
    facts.extend(one.jumlah.map(|n| Fact::text(t.quantity, figure(n, lang))));
    facts.extend(one.pos_tarif.as_ref().map(|hs| Fact::code(t.hs, hs.to_string())));
    let known = conditions(t).into_iter().find(|(code, _)| *code == one.kondisi);
    let condition = known.map_or(one.kondisi.as_str(), |(_, words)| words);
    for (name, text) in [
        (t.description, one.uraian.as_str()),
        (t.origin, one.negara.as_str()),
        (t.condition, condition),
        (t.remark, one.catatan.as_str()),
    ] {
        if !text.is_empty() {
            facts.push(Fact::indonesian(name, text));
        }
    }
    if facts.is_empty() { Piece::default() } else { Facts { facts }.into() }
}

/// `POST …/periksa/barang/{seri}`.
pub async fn save_item(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, seri)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), PeriksaTexts::of(visit.lang()));
    let mut errors = FormErrors::new(lang);
    let seri: u32 = seri.parse().map_err(|_| Problem::NotFound)?;
    let mut typed = Typed { jumlah: posted.text("jumlah"), hs: posted.text("pos_tarif"), one: Temuan::default() };
    let differs = posted.get("sesuai") == "tidak";
    let number = Shape::Number.read(&typed.jumlah, marks(lang));
    let jumlah = (!number.is_empty()).then(|| number.parse::<Dec4>());
    let hs = (!typed.hs.is_empty()).then(|| typed.hs.parse::<KodeHs>());
    if differs && matches!(jumlah, Some(Err(_))) {
        errors.add("jumlah", t.bad_number);
    }
    if differs && matches!(hs, Some(Err(_))) {
        errors.add("pos_tarif", t.bad_hs);
    }
    typed.one = Temuan {
        seri,
        sesuai: yes_no(posted.get("sesuai")),
        jumlah: jumlah.and_then(Result::ok),
        pos_tarif: hs.and_then(Result::ok),
        uraian: posted.text("uraian"),
        negara: posted.text("negara"),
        kondisi: posted.text("kondisi"),
        catatan: posted.text("catatan"),
    };
    if errors.is_empty() {
        let (actor, number, step) = (visit.actor()?, aju.clone(), Langkah::Barang(typed.one.clone()));
        match attempt(&web, move |app| desk::save_inspection(app, &actor, &number, step)).await? {
            Ok(()) => return after(&web, &visit, &aju).await,
            Err(error) => errors = errors_of(&error, lang),
        }
    }
    let held = record(&web, &visit, &aju).await?;
    sheet(&web, &visit, &aju, (&held, &typed), &errors).await
}
