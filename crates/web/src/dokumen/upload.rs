//! Dokumen pelengkap (dokap): files are uploaded one after the other and handed in together.

use app::act::act;
use app::lampiran::{self, FileRow, Kind};
use axum::extract::{Path, State};
use axum::response::Response;
use declaration::workflow::Action;
use serde_json::Value;

use super::act::{FILES, load, new_files};
use super::messages::DokumenTexts;
use super::path;
use crate::format;
use crate::lampiran as files;
use crate::messages::fill;
use crate::perusahaan::sheet::{Card, Section, Sheet, Words};
use crate::problem::Problem;
use crate::shell::Place;
use crate::state::Web;
use crate::ui::{Button, Buttons, Field, FileUpload, Form, FormErrors, NotificationBanner, Piece, Summary, SummaryRow};
use crate::visit::{Posted, Visit, attempt, done, errors_of, run, see_other};

/// News of this page alone, in the address after an upload, followed by the ids; after a removal.
const UPLOADED: &str = "diunggah";
const REMOVED: &str = "berkas-dihapus";

/// `GET /dokumen/{aju}/unggah`.
pub async fn show(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    page(&web, &visit, &aju, &FormErrors::new(visit.lang())).await
}

async fn rows(web: &Web, visit: &Visit, aju: &str) -> Result<Vec<FileRow>, Problem> {
    let (actor, number) = (visit.actor()?, aju.to_owned());
    let mut rows = run(web, move |app| lampiran::list(app, &actor, &number)).await?;
    rows.retain(|row| row.kind == Kind::Dokap);
    Ok(rows)
}

async fn page(web: &Web, visit: &Visit, aju: &str, errors: &FormErrors) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), DokumenTexts::of(visit.lang()));
    let seen = load(web, visit, aju).await?;
    let rows = rows(web, visit, aju).await?;
    let form = Form::post(path(aju, "unggah"), visit.csrf())
        .multipart()
        .with(FileUpload::new("berkas", t.upload_file, FILES).multiple().errors(errors))
        .with(Field::text("catatan", t.upload_note).max_length(200))
        .with(Buttons::new().with(Button::secondary(t.upload_add)));
    let mut list = Summary::new(lang);
    for row in &rows {
        let kb = format::number(i64::from(row.size.div_ceil(1024)), lang);
        let remove = Form::post(path(aju, "unggah/hapus"), visit.csrf())
            .hidden("berkas", row.id.clone())
            .with(Button::link_like(t.upload_remove).about(row.name.clone()));
        let link = Button::link_like(t.upload_open).about(row.name.clone()).href(files::path(aju, &row.id));
        let words = Words::new(format!("{kb} KB, {}, {}. {}", row.by, format::minute(row.created, lang), row.note));
        list = list.row(SummaryRow::piece(row.name.clone(), Piece::join(&[link.into(), words.into(), remove.into()])));
    }
    let mut parts: Vec<Piece> =
        if rows.is_empty() { vec![Words::new(t.upload_none).into()] } else { vec![list.into()] };
    if !rows.is_empty() && seen.can.upload {
        let words = fill(t.upload_hand_in, &[("n", &rows.len().to_string())]);
        let hand_in =
            Form::post(path(aju, "unggah/serahkan"), visit.csrf()).with(Buttons::new().with(Button::primary(words)));
        parts.push(hand_in.into());
    } else if !seen.can.upload {
        parts.push(Words::new(t.upload_now).into());
    }
    Sheet::new(t.upload_title)
        .lead(super::parts::grouped(aju))
        .lead(t.upload_text)
        .with(Card::new(form))
        .with(Section::new("berkas-ada", t.upload_list, &parts))
        .answer(told(visit.place(web).back(path(aju, "status")), visit, &rows), errors)
}

/// Says which files were uploaded, by the ids in the address: the names are those on record.
fn told(place: Place, visit: &Visit, rows: &[FileRow]) -> Place {
    let (lang, t) = (visit.lang(), DokumenTexts::of(visit.lang()));
    let news = visit.query("kabar");
    let mut words = news.split('.');
    let text = match words.next() {
        Some(UPLOADED) => {
            let ids: Vec<&str> = words.collect();
            let names = rows.iter().filter(|row| ids.contains(&row.id.as_str())).map(|row| row.name.as_str());
            let names: Vec<&str> = names.collect();
            (!names.is_empty()).then(|| fill(t.upload_done, &[("nama", &names.join(", "))]))
        }
        Some(REMOVED) => Some(t.upload_gone.to_owned()),
        _ => None,
    };
    match text {
        Some(text) => place.flash(Some(NotificationBanner::success(lang, text))),
        None => place,
    }
}

/// `POST /dokumen/{aju}/unggah`.
pub async fn add(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), DokumenTexts::of(visit.lang()));
    load(&web, &visit, &aju).await?;
    let files = new_files(&posted, Kind::Dokap, posted.get("catatan"));
    let mut errors = FormErrors::new(lang);
    if files.is_empty() {
        errors.add("berkas", t.upload_missing);
        return page(&web, &visit, &aju, &errors).await;
    }
    let (actor, number) = (visit.actor()?, aju.clone());
    let sent = attempt(&web, move |app| {
        let attach = |file| lampiran::attach(app, &actor, &number, file).map(|row| row.id);
        files.into_iter().map(attach).collect::<Result<Vec<_>, _>>()
    });
    match sent.await? {
        Ok(ids) => Ok(see_other(&format!("{}?kabar={UPLOADED}.{}", path(&aju, "unggah"), ids.join(".")))),
        Err(error) => {
            for (_, text) in errors_of(&error, lang).pairs() {
                errors.add("berkas", text);
            }
            page(&web, &visit, &aju, &errors).await
        }
    }
}

/// `POST /dokumen/{aju}/unggah/hapus`.
pub async fn remove(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    load(&web, &visit, &aju).await?;
    let (actor, number, id) = (visit.actor()?, aju.clone(), posted.text("berkas"));
    run(&web, move |app| lampiran::remove(app, &actor, &number, &id)).await?;
    Ok(done(&path(&aju, "unggah"), REMOVED))
}

/// `POST /dokumen/{aju}/unggah/serahkan`.
pub async fn hand_in(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    load(&web, &visit, &aju).await?;
    let count = rows(&web, &visit, &aju).await?.len();
    let mut errors = FormErrors::new(visit.lang());
    if count == 0 {
        errors.add("berkas", DokumenTexts::of(visit.lang()).upload_missing);
        return page(&web, &visit, &aju, &errors).await;
    }
    let action = Action::DocumentsUploaded { jumlah: u32::try_from(count).unwrap_or(u32::MAX) };
    let (actor, number) = (visit.actor()?, aju.clone());
    match attempt(&web, move |app| act(app, &actor, &number, action, Value::Null)).await? {
        Ok(()) => Ok(done(&path(&aju, "status"), "dikerjakan")),
        Err(error) => {
            for (_, text) in errors_of(&error, visit.lang()).pairs() {
                errors.add("berkas", text);
            }
            page(&web, &visit, &aju, &errors).await
        }
    }
}
