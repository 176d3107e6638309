//! The inspection on a telephone: one short page a step, each saved at once, repeated without harm.

use app::desk::{self, Langkah, Rekaman, Surat, Tanda, Umum};
use app::lampiran::{self, Kind};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use declaration::document::Barang;

use super::foto;
use super::kasus::{self, Page, frame};
use super::messages::PetugasTexts;
use super::messages_periksa::PeriksaTexts;
use super::parts::{KeyButton, path};
use super::periksa_bagian::{containers, goods, letters, order, over, question};
use crate::lang::Lang;
use crate::perusahaan::sheet::{Card, Section, Words, ask};
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{Button, Buttons, Form, FormErrors, Inset, NotificationBanner, Piece, components};
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
    let body = match news(visit) {
        Some(banner) if errors.is_empty() => Piece::join(&[banner.into(), body]),
        _ => body,
    };
    let frame = frame(visit, &case, Page { here: "periksa", title: title.clone(), body, aside: None });
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let place = visit.place(web).wide().errors(errors);
    Ok((status, shell::render(&place, &title, &frame)?).into_response())
}

/// What was just done.
fn news(visit: &Visit) -> Option<NotificationBanner> {
    let t = PeriksaTexts::of(visit.lang());
    let text = match visit.query("tersimpan").as_str() {
        "ya" => t.saved,
        "mulai" => t.saved_start,
        "bap" => t.saved_bap,
        "lhp" => t.saved_lhp,
        "foto" => t.saved_photo,
        _ => return None,
    };
    Some(NotificationBanner::success(visit.lang(), text))
}

/// The line that speaks when a line drops; forms with it keep what was typed until it is sent.
pub(super) fn kept(lang: Lang) -> Piece {
    let t = PeriksaTexts::of(lang);
    Kept { down: t.line_down, back: t.line_back }.into()
}

/// `GET /petugas/dokumen/{aju}/periksa`.
pub async fn overview(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let held = record(&web, &visit, &aju).await?;
    steps(&web, &visit, &aju, (&held, &FormErrors::new(visit.lang()))).await
}

async fn steps(
    web: &Web,
    visit: &Visit,
    aju: &str,
    (held, errors): (&Rekaman, &FormErrors),
) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), PeriksaTexts::of(visit.lang()));
    let (actor, number) = (visit.actor()?, aju.to_owned());
    let photos = run(web, move |app| lampiran::list(app, &actor, &number)).await?;
    let photos: Vec<_> = photos.into_iter().filter(|file| file.kind == Kind::Foto).collect();
    let mut parts: Vec<Piece> = Vec::new();
    if held.own && Surat::due(held.stage) == Some(Surat::Mulai) {
        let form = Form::post(path(aju, "periksa"), visit.csrf())
            .hidden("surat", Surat::Mulai.word())
            .with(Words::new(t.start_text))
            .with(KeyButton::submit(t.start, "x", lang));
        parts.push(Card::new(Piece::from(form)).into());
    } else if writes(held) {
        parts.push(Words::new(t.lead).into());
    } else {
        parts.push(Inset { text: over(held, lang).into() }.into());
    }
    parts.push(order(held, aju, lang));
    if !held.isi.kontainer.is_empty() {
        parts.push(Section::new("peti", t.containers, &[containers(held, aju, lang)]).into());
    }
    parts.push(Section::new("barang", t.goods, &[goods(held, aju, lang)]).into());
    let mut pictures: Vec<Piece> = vec![foto::pictures(&photos, aju, lang)];
    if writes(held) {
        pictures.push(Button::secondary(t.add_photo).href(path(aju, "periksa/foto")).into());
    }
    parts.push(Section::new("foto", t.photos, &pictures).into());
    parts.extend(letters(held, aju, (visit.csrf(), errors), lang));
    page(web, visit, aju, (t.title.to_owned(), Piece::join(&parts)), errors).await
}

pub(super) fn line(held: &Rekaman, seri: u32) -> Option<&Barang> {
    declaration::figures::position(&held.doc, seri).and_then(|at| held.doc.barang.get(at))
}

/// Whether this officer records it now.
pub(super) fn writes(held: &Rekaman) -> bool {
    held.own && matches!(Surat::due(held.stage), Some(Surat::Bap | Surat::Lhp))
}

/// What stands beside the minutes.
fn beside(posted: &Posted) -> Umum {
    Umum {
        lokasi: posted.text("lokasi"),
        saksi_nama: posted.text("saksi"),
        saksi_jabatan: posted.text("jabatan"),
        kemasan_dibuka: posted.text("kemasan"),
        contoh: posted.text("contoh"),
        uraian: posted.text("teks"),
    }
}

/// The record as it was typed: nothing is lost on the way to the question, or by an error.
fn as_typed(mut held: Rekaman, due: Option<Surat>, posted: &Posted) -> Rekaman {
    match due {
        Some(Surat::Bap) => {
            let typed = beside(posted);
            held.isi.lokasi = typed.lokasi;
            held.isi.saksi_nama = typed.saksi_nama;
            held.isi.saksi_jabatan = typed.saksi_jabatan;
            held.isi.kemasan_dibuka = typed.kemasan_dibuka;
            held.isi.contoh = typed.contoh;
            held.isi.uraian = typed.uraian;
        }
        Some(Surat::Lhp) => held.isi.kesimpulan = posted.text("teks"),
        _ => {}
    }
    held
}

/// `POST /petugas/dokumen/{aju}/periksa`: begins, signs the minutes, signs the report, as it is the turn of.
pub async fn sign(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let held = record(&web, &visit, &aju).await?;
    let due = Surat::due(held.stage);
    let meant = Surat::parse(posted.get("surat")).or(due);
    let held = if meant == due { as_typed(held, due, &posted) } else { held };
    let ready = match due {
        Some(Surat::Bap) => held.isi.containers_done(),
        Some(Surat::Lhp) => held.isi.goods_done(),
        _ => false,
    };
    if ready && held.own && meant == due && !posted.sure() {
        return asked(&web, &visit, &aju, &held, &posted).await;
    }
    let paper = Tanda {
        surat: meant,
        umum: (meant == Some(Surat::Bap)).then(|| beside(&posted)),
        kesimpulan: posted.text("teks"),
    };
    let (actor, number) = (visit.actor()?, aju.clone());
    match attempt(&web, move |app| desk::sign(app, &actor, &number, paper)).await? {
        Ok(done) => Ok(see_other(&format!("{}?tersimpan={}", path(&aju, "periksa"), done.word()))),
        Err(error) => steps(&web, &visit, &aju, (&held, &errors_of(&error, visit.lang()))).await,
    }
}

/// The question as a page. What was typed is saved first: «Batal» loses nothing.
async fn asked(web: &Web, visit: &Visit, aju: &str, held: &Rekaman, posted: &Posted) -> Result<Response, Problem> {
    let step = match Surat::due(held.stage) {
        Some(Surat::Bap) => Langkah::Umum(beside(posted)),
        _ => Langkah::Kesimpulan(posted.text("teks")),
    };
    let (actor, number) = (visit.actor()?, aju.to_owned());
    if let Err(error) = attempt(web, move |app| desk::save_inspection(app, &actor, &number, step)).await? {
        return steps(web, visit, aju, (held, &errors_of(&error, visit.lang()))).await;
    }
    let here = path(aju, "periksa");
    let fields: Vec<(&str, &str)> = posted.pairs().filter(|(name, _)| !matches!(*name, "csrf" | "yakin")).collect();
    let place = visit.place(web).back(here.clone());
    ask(&place, question(held, visit.lang()), here.clone(), &fields, here)
}

/// `POST /petugas/dokumen/{aju}/periksa/tempat`.
pub async fn place(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let step = Langkah::Umum(beside(&posted));
    let (actor, number) = (visit.actor()?, aju.clone());
    match attempt(&web, move |app| desk::save_inspection(app, &actor, &number, step)).await? {
        Ok(()) => Ok(see_other(&format!("{}?tersimpan=ya", path(&aju, "periksa")))),
        Err(error) => {
            let held = record(&web, &visit, &aju).await?;
            let due = Surat::due(held.stage).filter(|due| *due == Surat::Bap);
            let held = as_typed(held, due, &posted);
            steps(&web, &visit, &aju, (&held, &errors_of(&error, visit.lang()))).await
        }
    }
}

pub(super) fn buttons(aju: &str, lang: Lang) -> Buttons {
    let t = PeriksaTexts::of(lang);
    let back = Button::secondary(PetugasTexts::of(lang).cancel).href(path(aju, "periksa"));
    Buttons::new().with(KeyButton::submit(t.save_next, "x", lang)).with(back)
}

pub(super) fn yes_no(word: &str) -> Option<bool> {
    match word {
        "ya" => Some(true),
        "tidak" => Some(false),
        _ => None,
    }
}

/// The next thing that was not looked at yet, or the overview.
pub(super) async fn after(web: &Web, visit: &Visit, aju: &str) -> Result<Response, Problem> {
    let held = record(web, visit, aju).await?;
    let container = held.isi.kontainer.iter().find(|k| k.segel_utuh.is_none());
    let goods = held.isi.barang.iter().find(|b| b.sesuai.is_none());
    let to = match (Surat::due(held.stage), container, goods) {
        (Some(Surat::Bap), Some(one), _) => format!("periksa/peti-kemas/{}", one.nomor),
        (_, _, Some(one)) => format!("periksa/barang/{}", one.seri),
        _ => "periksa".to_owned(),
    };
    Ok(see_other(&format!("{}?tersimpan=ya", path(aju, &to))))
}

/// See [`kept`].
#[derive(Template)]
#[template(
    source = "<p class=\"kabar-isian\" role=\"status\" data-putus=\"{{ down }}\" data-kembali=\"{{ back }}\"></p>",
    ext = "html"
)]
struct Kept {
    down: &'static str,
    back: &'static str,
}

components!(Kept);
