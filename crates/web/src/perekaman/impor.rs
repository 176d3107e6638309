//! A whole document from a workbook.

use app::draft::lembar::{self, DocumentView};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

use super::goods_messages::GoodsTexts;
use super::lembar::{Problems, at_file, count, problems, upload_form};
use super::marked::answer as marked_answer;
use super::unduh::links;
use super::values::marks;
use crate::messages::fill;
use crate::perusahaan::sheet::{Sheet, Words};
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Buttons, Form, FormErrors, Link, Piece, components};
use crate::visit::{Posted, Visit, attempt, done, run, see_other};

const HERE: &str = "/dokumen/impor";

/// `GET /dokumen/impor`.
pub async fn form(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    ask(&web, &visit, FormErrors::new(visit.lang()))
}

fn ask(web: &Web, visit: &Visit, errors: FormErrors) -> Result<Response, Problem> {
    let g = GoodsTexts::of(visit.lang());
    let template = Link::new(format!("{HERE}/templat"), g.import_template);
    let parts: [Piece; 3] = [
        Words::new(g.import_lead).into(),
        links(&[template]),
        upload_form(HERE.to_owned(), visit.csrf(), g, &errors).into(),
    ];
    let sheet = parts.into_iter().fold(Sheet::new(g.import_title), Sheet::with);
    sheet.answer(visit.place(web).back("/dokumen/tambah"), &errors)
}

/// `POST /dokumen/impor`.
pub async fn upload(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let lang = visit.lang();
    let Some(file) = posted.file("berkas").cloned() else {
        let mut errors = FormErrors::new(lang);
        errors.add("berkas", GoodsTexts::of(lang).upload_none);
        return ask(&web, &visit, errors);
    };
    let actor = visit.actor()?;
    let kept =
        attempt(&web, move |app| lembar::upload_document(app, &actor, (&file.name, file.bytes.to_vec()), marks(lang)));
    match kept.await? {
        Ok(id) => Ok(see_other(&format!("{HERE}/{id}"))),
        Err(error) => ask(&web, &visit, at_file(&error, lang)),
    }
}

async fn view(web: &Web, visit: &Visit, id: &str) -> Result<DocumentView, Problem> {
    let (actor, id) = (visit.actor()?, id.to_owned());
    run(web, move |app| lembar::document_view(app, &actor, &id)).await
}

#[derive(Template)]
#[template(path = "perekaman/impor.html")]
struct Outcome {
    g: &'static GoodsTexts,
    said: String,
    sheets: Vec<String>,
    problems: Problems,
    form: Form,
    marked: Option<Link>,
}

components!(Outcome);

/// `GET /dokumen/impor/{id}`.
pub async fn show(State(web): State<Web>, visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let view = view(&web, &visit, &id).await?;
    let (lang, g) = (visit.lang(), GoodsTexts::of(visit.lang()));
    let here = format!("{HERE}/{}", view.id);
    let buttons = Buttons::new()
        .with(Button::primary(g.import_accept).value("langkah", "buat"))
        .with(Button::link_like(g.accept_none).value("langkah", "buang"));
    let rows = |(name, n): &(&str, usize)| fill(g.import_rows, &[("nama", name), ("n", &count(*n, lang))]);
    let body = Outcome {
        g,
        said: if view.wrong == 0 {
            g.import_clean.to_owned()
        } else {
            fill(g.import_wrong, &[("n", &count(view.wrong, lang))])
        },
        sheets: view.sheets.iter().map(rows).collect(),
        problems: problems(&view.notes, lang),
        form: Form::post(here.clone(), visit.csrf()).with(buttons),
        marked: (!view.notes.is_empty()).then(|| Link::new(format!("{here}/tandai"), g.marked)),
    };
    let title = fill(g.result_title, &[("nama", &view.name)]);
    Ok(Sheet::new(title).with(body).page(&visit.place(&web).back(HERE).wide())?.into_response())
}

/// `GET /dokumen/impor/{id}/tandai`.
pub async fn marked(State(web): State<Web>, visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let view = view(&web, &visit, &id).await?;
    marked_answer(&view.book, &view.notes, visit.lang())
}

/// `POST /dokumen/impor/{id}`.
pub async fn decide(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let actor = visit.actor()?;
    if posted.get("langkah") != "buat" {
        run(&web, move |app| lembar::discard(app, &actor, &id)).await?;
        return Ok(see_other(HERE));
    }
    match attempt(&web, move |app| lembar::accept_document(app, &actor, &id)).await? {
        Ok(aju) => Ok(done(&format!("/dokumen/{aju}/isi"), "draf-dibuat")),
        Err(error) => ask(&web, &visit, at_file(&error, visit.lang())),
    }
}
