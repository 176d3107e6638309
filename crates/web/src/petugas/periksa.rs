//! The inspection on a telephone: one short page a step, each saved at once, repeated without harm.

use app::desk::{self, Kontainer, Langkah, Rekaman, Temuan};
use app::lampiran::{self, Kind};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use declaration::document::Barang;
use declaration::workflow::Stage;
use kernel::{Dec4, KodeHs, Marks, Shape};

use super::kasus::{self, Page, frame};
use super::messages::PetugasTexts;
use super::messages_periksa::PeriksaTexts;
use super::parts::{KeyButton, path, plain};
use crate::lang::Lang;
use crate::messages::fill;
use crate::perusahaan::sheet::{Card, Section, Words};
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{
    Badge, Button, Buttons, Choice, Details, Fact, Facts, Field, Form, FormErrors, Inset, NotificationBanner, Piece,
    Radios, Select, Task, TaskList, Textarea, Tone,
};
use crate::visit::{Posted, Visit, attempt, errors_of, run, see_other};

pub(super) async fn record(web: &Web, visit: &Visit, aju: &str) -> Result<Rekaman, Problem> {
    let (actor, aju) = (visit.actor()?, aju.to_owned());
    run(web, move |app| desk::inspection(app, &actor, &aju)).await
}

/// A page of the inspection.
pub(super) async fn page(
    web: &Web,
    visit: &Visit,
    aju: &str,
    (title, body): (String, Piece),
    errors: &FormErrors,
) -> Result<Response, Problem> {
    let (case, _) = kasus::load(web, visit, aju).await?;
    let frame = frame(visit, &case, Page { here: "periksa", title: title.clone(), body, aside: None });
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let place = visit.place(web).wide().errors(errors);
    Ok((status, shell::render(&place, &title, &frame)?).into_response())
}

/// `GET /petugas/dokumen/{aju}/periksa`.
pub async fn overview(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    steps(&web, &visit, &aju, &FormErrors::new(visit.lang())).await
}

async fn steps(web: &Web, visit: &Visit, aju: &str, errors: &FormErrors) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), PeriksaTexts::of(visit.lang()));
    let held = record(web, visit, aju).await?;
    let (actor, number) = (visit.actor()?, aju.to_owned());
    let photos = run(web, move |app| lampiran::list(app, &actor, &number)).await?;
    let photos: Vec<_> = photos.into_iter().filter(|file| file.kind == Kind::Foto).collect();
    let before = matches!(held.stage, Stage::AwaitPackages | Stage::AwaitInspection);
    let writes = writes(&held);
    let mut parts: Vec<Piece> = vec![Words::new(t.lead).into()];
    if !visit.query("tersimpan").is_empty() {
        parts.push(NotificationBanner::success(lang, t.saved).into());
    }
    if held.own && before {
        let form = Form::post(path(aju, "periksa"), visit.csrf())
            .with(Words::new(t.start_text))
            .with(KeyButton::submit(t.start, "x", lang));
        parts.push(Card::new(Piece::from(form)).into());
    } else if !writes {
        parts.push(Inset { text: t.over.into() }.into());
    }
    if !held.isi.kontainer.is_empty() {
        parts.push(Section::new("peti", t.containers, &[containers(&held, aju, writes, lang)]).into());
    }
    parts.push(Section::new("barang", t.goods, &[goods(&held, aju, writes, lang)]).into());
    let mut pictures: Vec<Piece> = vec![super::foto::pictures(&photos, aju, lang)];
    if writes {
        pictures.push(Button::secondary(t.add_photo).href(path(aju, "periksa/foto")).into());
    }
    parts.push(Section::new("foto", t.photos, &pictures).into());
    if writes {
        parts.push(Section::new("tempat", t.place, &[place_form(&held, aju, visit.csrf(), lang)]).into());
        parts.push(signing(&held, aju, (visit.csrf(), errors), lang));
    }
    page(web, visit, aju, (t.title.to_owned(), Piece::join(&parts)), errors).await
}

fn containers(held: &Rekaman, aju: &str, writes: bool, lang: Lang) -> Piece {
    let t = PeriksaTexts::of(lang);
    let task = |one: &Kontainer| {
        let badge = match one.segel_utuh {
            None => Badge::new(Tone::Neutral, t.todo),
            Some(true) if one.nomor_ditemukan.is_empty() => Badge::new(Tone::Good, t.fine),
            Some(_) => Badge::new(Tone::Bad, t.differs),
        };
        let task = Task::new(one.nomor.clone(), badge);
        if writes || one.segel_utuh.is_some() {
            task.href(path(aju, &format!("periksa/peti-kemas/{}", one.nomor)))
        } else {
            task
        }
    };
    TaskList { id: "peti-kemas", tasks: held.isi.kontainer.iter().map(task).collect() }.into()
}

fn goods(held: &Rekaman, aju: &str, writes: bool, lang: Lang) -> Piece {
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
        if writes || one.sesuai.is_some() {
            task.href(path(aju, &format!("periksa/barang/{}", one.seri)))
        } else {
            task
        }
    };
    TaskList { id: "barang-periksa", tasks: held.isi.barang.iter().map(task).collect() }.into()
}

fn line(held: &Rekaman, seri: u32) -> Option<&Barang> {
    declaration::figures::position(&held.doc, seri).and_then(|at| held.doc.barang.get(at))
}

fn place_form(held: &Rekaman, aju: &str, csrf: &str, lang: Lang) -> Piece {
    let (t, isi) = (PeriksaTexts::of(lang), &held.isi);
    let field = |name, label, value: &String| Field::text(name, label).value(value.clone()).max_length(200);
    Form::post(path(aju, "periksa/tempat"), csrf)
        .guarded()
        .with(field("lokasi", t.location, &isi.lokasi).hint(t.location_hint))
        .with(field("saksi", t.witness, &isi.saksi_nama))
        .with(field("jabatan", t.witness_role, &isi.saksi_jabatan))
        .with(field("kemasan", t.opened, &isi.kemasan_dibuka).hint(t.opened_hint))
        .with(field("contoh", t.sample, &isi.contoh))
        .with(Button::secondary(t.save))
        .into()
}

/// The letter that comes next, with what it will say.
fn signing(held: &Rekaman, aju: &str, (csrf, errors): (&str, &FormErrors), lang: Lang) -> Piece {
    let (t, isi) = (PeriksaTexts::of(lang), &held.isi);
    let bap = held.stage == Stage::Inspecting;
    let (id, title, ready, wait, text, hint, button) = if bap {
        ("bap", t.bap, isi.containers_done(), t.bap_wait, isi.minutes(), t.bap_text, t.bap_sign)
    } else {
        ("lhp", t.lhp, isi.goods_done(), t.lhp_wait, isi.conclusion(), t.lhp_text, t.lhp_sign)
    };
    if !ready {
        return Section::new(id, title, &[Words::new(wait).into()]).into();
    }
    let field = Textarea::new("teks", t.remark).value(text).hint(hint).rows(4).max_length(4_000).errors(errors);
    let form = Form::post(path(aju, "periksa"), csrf).with(field).with(KeyButton::submit(button, "x", lang));
    Section::new(id, title, &[form.into()]).into()
}

/// `POST /petugas/dokumen/{aju}/periksa`: begins, signs the minutes, signs the report, as it is the turn of.
pub async fn sign(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (actor, number, text) = (visit.actor()?, aju.clone(), posted.text("teks"));
    match attempt(&web, move |app| desk::sign(app, &actor, &number, &text)).await? {
        Ok(Stage::AwaitLhp) => Ok(see_other(&format!("{}?tersimpan=ya", path(&aju, "periksa")))),
        Ok(_) => Ok(see_other(&format!("{}?tersimpan=ya", path(&aju, "periksa")))),
        Err(error) => steps(&web, &visit, &aju, &errors_of(&error, visit.lang())).await,
    }
}

/// `POST /petugas/dokumen/{aju}/periksa/tempat`.
pub async fn place(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let step = Langkah::Umum {
        lokasi: posted.text("lokasi"),
        saksi: (posted.text("saksi"), posted.text("jabatan")),
        kemasan_dibuka: posted.text("kemasan"),
        contoh: posted.text("contoh"),
    };
    let (actor, number) = (visit.actor()?, aju.clone());
    match attempt(&web, move |app| desk::save_inspection(app, &actor, &number, step)).await? {
        Ok(()) => Ok(see_other(&format!("{}?tersimpan=ya", path(&aju, "periksa")))),
        Err(error) => steps(&web, &visit, &aju, &errors_of(&error, visit.lang())).await,
    }
}

/// `GET …/periksa/peti-kemas/{nomor}`.
pub async fn container(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, nomor)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let held = record(&web, &visit, &aju).await?;
    let one = held.isi.kontainer.iter().find(|k| k.nomor == nomor).cloned().ok_or(Problem::NotFound)?;
    container_page(&web, &visit, &aju, (&one, writes(&held)), &FormErrors::new(visit.lang())).await
}

/// Whether this officer records it now.
pub(super) fn writes(held: &Rekaman) -> bool {
    held.own && matches!(held.stage, Stage::Inspecting | Stage::AwaitLhp)
}

async fn container_page(
    web: &Web,
    visit: &Visit,
    aju: &str,
    (one, writes): (&Kontainer, bool),
    errors: &FormErrors,
) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), PeriksaTexts::of(visit.lang()));
    let seal = match one.segel_utuh {
        Some(true) => "ya",
        Some(false) => "tidak",
        None => "",
    };
    let whole = Radios::new("segel_utuh", t.seal_state)
        .choice(Choice::new("ya", t.seal_whole))
        .choice(Choice::new("tidak", t.seal_broken))
        .inline()
        .value(seal);
    let facts =
        Facts { facts: vec![Fact::code(t.declared, one.nomor.clone()), Fact::text(t.size, one.ukuran.clone())] };
    let form = Form::post(path(aju, &format!("periksa/peti-kemas/{}", one.nomor)), visit.csrf())
        .guarded()
        .with(Field::code("segel", t.seal).value(one.segel.clone()).max_length(40).errors(errors))
        .with(whole.errors(errors))
        .with(Field::code("nomor_ditemukan", t.met).value(one.nomor_ditemukan.clone()).max_length(15).errors(errors))
        .with(Textarea::new("catatan", t.remark).value(one.catatan.clone()).rows(2).max_length(500).errors(errors))
        .with(buttons(aju, lang));
    let title = fill(t.container_title, &[("nomor", &one.nomor)]);
    let below: Piece = if writes { form.into() } else { Inset { text: t.over.into() }.into() };
    let body = Card::new(Piece::join(&[facts.into(), below]));
    page(web, visit, aju, (title, body.into()), errors).await
}

fn buttons(aju: &str, lang: Lang) -> Buttons {
    let t = PeriksaTexts::of(lang);
    let back = Button::secondary(PetugasTexts::of(lang).cancel).href(path(aju, "periksa"));
    Buttons::new().with(KeyButton::submit(t.save_next, "x", lang)).with(back)
}

/// `POST …/periksa/peti-kemas/{nomor}`.
pub async fn save_container(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, nomor)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Problem> {
    let one = Kontainer {
        nomor,
        ukuran: String::new(),
        nomor_ditemukan: posted.text("nomor_ditemukan"),
        segel: posted.text("segel"),
        segel_utuh: yes_no(posted.get("segel_utuh")),
        catatan: posted.text("catatan"),
    };
    let (actor, number, step) = (visit.actor()?, aju.clone(), Langkah::Kontainer(one.clone()));
    match attempt(&web, move |app| desk::save_inspection(app, &actor, &number, step)).await? {
        Ok(()) => after(&web, &visit, &aju).await,
        Err(error) => container_page(&web, &visit, &aju, (&one, true), &errors_of(&error, visit.lang())).await,
    }
}

fn yes_no(word: &str) -> Option<bool> {
    match word {
        "ya" => Some(true),
        "tidak" => Some(false),
        _ => None,
    }
}

/// The next thing that was not looked at yet, or the overview.
async fn after(web: &Web, visit: &Visit, aju: &str) -> Result<Response, Problem> {
    let held = record(web, visit, aju).await?;
    let container = held.isi.kontainer.iter().find(|k| k.segel_utuh.is_none());
    let goods = held.isi.barang.iter().find(|b| b.sesuai.is_none());
    let to = match (held.stage, container, goods) {
        (Stage::Inspecting, Some(one), _) => format!("periksa/peti-kemas/{}", one.nomor),
        (_, _, Some(one)) => format!("periksa/barang/{}", one.seri),
        _ => "periksa".to_owned(),
    };
    Ok(see_other(&format!("{}?tersimpan=ya", path(aju, &to))))
}

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
        jumlah: one.jumlah.map(|n| Shape::Number.show(&n.to_string(), marks(visit.lang()))).unwrap_or_default(),
        hs: one.pos_tarif.as_ref().map(ToString::to_string).unwrap_or_default(),
        one,
    };
    item_page(&web, &visit, &aju, (&held, &typed), &FormErrors::new(visit.lang())).await
}

fn marks(lang: Lang) -> Marks {
    if lang == Lang::Id { Marks::Comma } else { Marks::Point }
}

async fn item_page(
    web: &Web,
    visit: &Visit,
    aju: &str,
    (held, typed): (&Rekaman, &Typed),
    errors: &FormErrors,
) -> Result<Response, Problem> {
    let (lang, t, one) = (visit.lang(), PeriksaTexts::of(visit.lang()), &typed.one);
    let goods = line(held, one.seri).ok_or(Problem::NotFound)?;
    let show = |n: String| Shape::Number.show(&n, marks(lang));
    let unit = goods.kode_satuan_barang.good().map(ToString::to_string).unwrap_or_default();
    let amount = goods.jumlah_satuan.value().map(|n| show(n.to_string())).unwrap_or_default();
    let text = |value: Option<String>| value.unwrap_or_default();
    let facts = vec![
        Fact::indonesian(t.description, text(goods.uraian.good().map(ToString::to_string))),
        Fact::code(t.hs, text(goods.pos_tarif.good().map(ToString::to_string))),
        Fact::text(t.quantity, format!("{amount} {unit}")),
        Fact::code(t.origin, text(goods.kode_negara_asal.good().map(ToString::to_string))),
    ];
    let outcome = match one.sesuai {
        Some(true) => "ya",
        Some(false) => "tidak",
        None => "",
    };
    let radios = Radios::new("sesuai", t.outcome)
        .choice(Choice::new("ya", t.fine))
        .choice(Choice::new("tidak", t.differs))
        .inline()
        .value(outcome);
    let mut condition = Select::new("kondisi", t.condition).option("", t.condition_same);
    for (value, words) in [("1", t.condition_new), ("2", t.condition_used), ("3", t.condition_broken)] {
        condition = condition.option(value, words);
    }
    let found = Piece::join(&[
        Field::number("jumlah", t.quantity)
            .value(typed.jumlah.clone())
            .suffix(unit)
            .hint(t.same_hint)
            .errors(errors)
            .into(),
        Field::digits("pos_tarif", t.hs).value(typed.hs.clone()).max_length(12).hint(t.hs_hint).errors(errors).into(),
        Field::text("uraian", t.description).value(one.uraian.clone()).max_length(1_000).hint(t.same_hint).into(),
        Field::code("negara", t.origin).value(one.negara.clone()).max_length(2).hint(t.origin_hint).into(),
        condition.value(&one.kondisi).into(),
    ]);
    // What is as declared needs no more than one tick.
    let found: Piece = if one.sesuai == Some(false) || !errors.is_empty() {
        Section::new("ditemukan", t.found, &[found]).into()
    } else {
        Details::new(t.found, found).into()
    };
    let form = Form::post(path(aju, &format!("periksa/barang/{}", one.seri)), visit.csrf())
        .guarded()
        .with(radios.errors(errors))
        .with(found)
        .with(Textarea::new("catatan", t.remark).value(one.catatan.clone()).rows(2).max_length(1_000).errors(errors))
        .with(buttons(aju, lang));
    let title = fill(t.item_title, &[("n", &one.seri.to_string())]);
    let below: Piece = match (writes(held), one.sesuai) {
        (true, _) => form.into(),
        (false, Some(agrees)) => {
            let badge = if agrees { Badge::new(Tone::Good, t.fine) } else { Badge::new(Tone::Bad, t.differs) };
            Piece::join(&[Piece::of(&badge), found_text(one), Inset { text: t.over.into() }.into()])
        }
        (false, None) => Inset { text: t.over.into() }.into(),
    };
    let body = Card::new(Piece::join(&[plain(t.declared), Facts { facts }.into(), below]));
    page(web, visit, aju, (title, body.into()), errors).await
}

/// What was found, in a line.
fn found_text(one: &Temuan) -> Piece {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(one.jumlah.map(|n| n.to_string()));
    parts.extend(one.pos_tarif.as_ref().map(ToString::to_string));
    parts.extend([&one.uraian, &one.negara, &one.catatan].into_iter().filter(|t| !t.is_empty()).cloned());
    Words::new(parts.join(" · ")).into()
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
    item_page(&web, &visit, &aju, (&held, &typed), &errors).await
}
