//! Photos of an inspection: one at a time, so that a weak line loses one at most.

use app::desk;
use app::lampiran::{self, Kind, NewFile};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::messages::PetugasTexts;
use super::messages_periksa::PeriksaTexts;
use super::parts::path;
use super::periksa::{kept, page, record, writes};
use super::periksa_bagian::over;
use crate::lang::Lang;
use crate::messages::fill;
use crate::perusahaan::sheet::{Card, Words};
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Buttons, Field, FileUpload, Form, FormErrors, Inset, Piece, Select, components};
use crate::visit::{Posted, Visit, attempt, errors_of, run, see_other};

/// A photo.
struct Photo {
    href: String,
    alt: String,
}

/// Photos side by side.
#[derive(Template)]
#[template(
    source = "<ul class=\"foto\">\n{%- for photo in photos %}\n<li><a href=\"{{ photo.href }}\"><img src=\"{{ photo.href }}\" alt=\"{{ photo.alt }}\" loading=\"lazy\"></a><p>{{ photo.alt }}</p></li>\n{%- endfor %}\n</ul>",
    ext = "html"
)]
struct Photos {
    photos: Vec<Photo>,
}

/// The line below the field that speaks while a large photo is made smaller, where scripts run.
#[derive(Template)]
#[template(
    source = "<p class=\"kabar-isian\" role=\"status\" data-foto=\"foto\" data-batas=\"{{ limit }}\" data-sibuk=\"{{ shrinking }}\" data-kecil=\"{{ shrunk }}\" data-besar=\"{{ large }}\"></p>",
    ext = "html"
)]
struct Shrink {
    /// Bytes.
    limit: usize,
    shrinking: &'static str,
    shrunk: &'static str,
    large: &'static str,
}

components!(Photos, Shrink);

/// All photos so far.
pub(super) fn pictures(photos: &[lampiran::FileRow], aju: &str, lang: Lang) -> Piece {
    let t = PeriksaTexts::of(lang);
    if photos.is_empty() {
        return Words::new(t.photo_none).into();
    }
    let photo = |file: &lampiran::FileRow| {
        let of = file.seri.map_or(t.photo_all.to_owned(), |n| fill(t.item_title, &[("n", &n.to_string())]));
        let note = if file.note.is_empty() { of } else { format!("{of}: {}", file.note) };
        let alt = fill(t.photo_text, &[("keterangan", &note), ("oleh", &file.by)]);
        Photo { href: crate::lampiran::path(aju, &file.id), alt }
    };
    Photos { photos: photos.iter().map(photo).collect() }.into()
}

/// What was typed beside a photo, and the goods line whose page it was asked from.
#[derive(Default)]
struct Typed {
    seri: String,
    catatan: String,
    kembali: String,
}

/// `GET …/periksa/foto`; `?barang=` names the goods line.
pub async fn photo(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let seri = visit.query("barang");
    let typed = Typed { kembali: seri.clone(), seri, catatan: String::new() };
    photo_page(&web, &visit, &aju, (&typed, &FormErrors::new(visit.lang()))).await
}

async fn photo_page(
    web: &Web,
    visit: &Visit,
    aju: &str,
    (typed, errors): (&Typed, &FormErrors),
) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), PeriksaTexts::of(visit.lang()));
    let held = record(web, visit, aju).await?;
    let (actor, number) = (visit.actor()?, aju.to_owned());
    let all = run(web, move |app| lampiran::list(app, &actor, &number)).await?;
    let photos: Vec<_> = all.into_iter().filter(|file| file.kind == Kind::Foto).collect();
    let mut of = Select::new("seri", t.photo_of).option("", t.photo_all);
    for one in &held.isi.barang {
        of = of.option(one.seri.to_string(), fill(t.item_title, &[("n", &one.seri.to_string())]));
    }
    let shrink =
        Shrink { limit: lampiran::LARGEST, shrinking: t.photo_shrinking, shrunk: t.photo_shrunk, large: t.photo_large };
    let form = Form::post(path(aju, "periksa/foto"), visit.csrf())
        .multipart()
        .guarded()
        .hidden("kembali", typed.kembali.clone())
        .with(FileUpload::new("foto", t.photo_file, "image/jpeg,image/png").errors(errors))
        .with(shrink)
        .with(of.value(&typed.seri))
        .with(Field::text("catatan", t.photo_note).value(typed.catatan.clone()).max_length(200))
        .with(kept(lang))
        .with(
            Buttons::new()
                .with(Button::primary(t.photo_send))
                .with(Button::secondary(PetugasTexts::of(lang).cancel).href(back(aju, &typed.kembali))),
        );
    let form: Piece = if writes(&held) { form.into() } else { Inset { text: over(&held, lang).into() }.into() };
    let body = Piece::join(&[Card::new(form).into(), pictures(&photos, aju, lang)]);
    page(web, visit, aju, (t.add_photo.to_owned(), body), errors).await
}

/// Where the page was opened from.
fn back(aju: &str, seri: &str) -> String {
    match seri.parse::<u32>() {
        Ok(seri) => path(aju, &format!("periksa/barang/{seri}")),
        Err(_) => path(aju, "periksa"),
    }
}

/// `POST …/periksa/foto`.
pub async fn send_photo(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let typed = Typed { seri: posted.text("seri"), catatan: posted.text("catatan"), kembali: posted.text("kembali") };
    let mut errors = FormErrors::new(visit.lang());
    match posted.file("foto").cloned() {
        None => {
            desk_check(&web, &visit, &aju).await?;
            errors.add("foto", PeriksaTexts::of(visit.lang()).photo_missing);
        }
        Some(file) => {
            let new = NewFile {
                kind: Kind::Foto,
                seri: typed.seri.parse().ok(),
                note: typed.catatan.clone(),
                name: file.name.clone(),
                bytes: file.bytes.to_vec(),
            };
            let (actor, number) = (visit.actor()?, aju.clone());
            let sent = attempt(&web, move |app| {
                desk::check(app, &actor, &number)?;
                lampiran::attach(app, &actor, &number, new).map(drop)
            });
            match sent.await? {
                Ok(()) => return Ok(see_other(&format!("{}?tersimpan=foto", sent_to(&aju, &typed.kembali)))),
                Err(error) => {
                    for (_, text) in errors_of(&error, visit.lang()).pairs() {
                        errors.add("foto", text);
                    }
                }
            }
        }
    }
    photo_page(&web, &visit, &aju, (&typed, &errors)).await
}

/// The goods line that asked for the photo, else the photos: there the next one is taken.
fn sent_to(aju: &str, seri: &str) -> String {
    if seri.is_empty() { path(aju, "periksa/foto") } else { back(aju, seri) }
}

async fn desk_check(web: &Web, visit: &Visit, aju: &str) -> Result<(), Problem> {
    let (actor, number) = (visit.actor()?, aju.to_owned());
    run(web, move |app| desk::check(app, &actor, &number)).await
}
