//! Reference data are sent: checked at once, asked for when nothing is wrong.

use app::account::session;
use app::operate::import;
use app::reference::{ImportReport, Incoming};
use axum::extract::State;
use axum::response::Response;

use super::approvals;
use super::messages_import::ImportTexts;
use super::report::Report;
use crate::perusahaan::sheet::{Card, Sheet};
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Buttons, Checkboxes, FileUpload, Form, FormErrors};
use crate::visit::{Posted, Visit, attempt_at, done, errors_of};

const HERE: &str = "/operator/impor";
const BACK: &str = "/operator/parameter";

/// `GET /operator/impor`.
pub async fn form(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    page(&web, &visit, None, &FormErrors::new(visit.lang()))
}

/// `POST /operator/impor`.
pub async fn send(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let t = ImportTexts::of(visit.lang());
    let sent = posted.files("berkas").into_iter();
    let files: Vec<Incoming> =
        sent.map(|file| Incoming { name: file.name.clone(), bytes: file.bytes.to_vec() }).collect();
    let mut errors = FormErrors::new(visit.lang());
    if files.is_empty() {
        errors.add("berkas", t.missing);
        return page(&web, &visit, None, &errors);
    }
    let (signed, only) = (visit.signed()?, posted.get("hanya") == "ya");
    let outcome = attempt_at(&web, HERE, move |app| {
        if only {
            return Ok((None, import::look(app, &signed.actor, &files)?));
        }
        session::require_fresh(app, &signed)?;
        import::request(app, &signed.actor, &files)
    });
    match outcome.await? {
        Ok((Some(id), _)) => Ok(done(&format!("{}/{id}", approvals::PATH), "diminta")),
        Ok((None, report)) => {
            if report.refused() {
                errors.add("berkas", t.refused);
            } else if report.tables.iter().all(|table| table.diff.is_empty()) {
                errors.add("berkas", t.nothing);
            }
            page(&web, &visit, Some(report), &errors)
        }
        Err(error) => page(&web, &visit, None, &errors_of(&error, visit.lang())),
    }
}

fn page(web: &Web, visit: &Visit, report: Option<ImportReport>, errors: &FormErrors) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), ImportTexts::of(visit.lang()));
    let files = FileUpload::new("berkas", t.files, ".csv,text/csv").multiple().hint(t.files_hint).errors(errors);
    let form = Form::post(HERE, visit.csrf())
        .multipart()
        .with(files)
        .with(Checkboxes::single("hanya", t.only, false))
        .with(Buttons::new().with(Button::primary(t.send)).with(Button::secondary(t.cancel).href(BACK)));
    let place = visit.place(web).back(BACK);
    let mut sheet = match &report {
        Some(_) if errors.is_empty() => Sheet::new(t.checked).lead(t.checked_lead),
        _ => Sheet::new(t.title).lead(t.lead),
    };
    if let Some(report) = report {
        sheet = sheet.with(Report::new(report, lang));
    }
    sheet.with(Card::new(form)).answer(place.wide(), errors)
}
