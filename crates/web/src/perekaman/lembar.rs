//! Goods from a spreadsheet or a pasted block: read, judged cell by cell, stored when they are accepted.

use app::draft::lembar::{self, GoodsView, Mode, Note, Start, Which};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use declaration::layout::Bagian;
use kernel::Severity;

use super::bagian::open;
use super::barang::Set;
use super::frame::{Page, path};
use super::goods_messages::GoodsTexts;
use super::marked::answer as marked_answer;
use super::values::marks;
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::perusahaan::sheet::Words;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Buttons, FileUpload, Form, FormErrors, Link, Piece, components};
use crate::visit::{Posted, Visit, attempt, done, errors_of, run, see_other};

/// Problems that the page shows.
const SHOWN: usize = 200;
/// Rows that the page shows of what was read.
const FIRST: usize = 5;

/// One problem.
pub(super) struct ProblemRow {
    sheet: String,
    cell: String,
    value: String,
    weight: &'static str,
    tone: &'static str,
    text: String,
    code: String,
    suggestion: String,
}

/// Problems as a table.
#[derive(Template)]
#[template(path = "perekaman/masalah.html")]
pub(super) struct Problems {
    g: &'static GoodsTexts,
    rows: Vec<ProblemRow>,
    more: Option<String>,
}

components!(Problems);

/// The table of what was found.
pub(super) fn problems(notes: &[Note], lang: Lang) -> Problems {
    let g = GoodsTexts::of(lang);
    let mut order: Vec<&Note> = notes.iter().collect();
    // What keeps rows from being right comes first.
    order.sort_by_key(|note| match note.weight {
        Severity::Reject => 0,
        Severity::Warn => 1,
        Severity::Note => 2,
    });
    let row = |note: &&Note| {
        let (weight, tone) = match note.weight {
            Severity::Reject => (g.weight_reject, "buruk"),
            Severity::Warn => (g.weight_warn, "awas"),
            Severity::Note => (g.weight_note, "kabar"),
        };
        ProblemRow {
            sheet: note.sheet.clone(),
            cell: note.cell(),
            value: if note.value.is_empty() { g.is_blank.to_owned() } else { note.value.clone() },
            weight,
            tone,
            text: lang.say(&note.message),
            code: note.code.clone(),
            suggestion: note.suggestion.clone().unwrap_or_default(),
        }
    };
    let more = order.len().saturating_sub(SHOWN);
    Problems {
        g,
        rows: order.iter().take(SHOWN).map(row).collect(),
        more: (more > 0).then(|| fill(g.problem_more, &[("n", &count(more, lang))])),
    }
}

pub(super) fn count(n: usize, lang: Lang) -> String {
    format::number(i64::try_from(n).unwrap_or(i64::MAX), lang)
}

/// A choice that is a link.
struct ModeLink {
    link: Link,
    here: bool,
}

#[derive(Template)]
#[template(path = "perekaman/lembar.html")]
struct Outcome {
    g: &'static GoodsTexts,
    right: String,
    wrong: Option<String>,
    changes: String,
    modes: Vec<ModeLink>,
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
    problems: Problems,
    form: Form,
    marked: Option<Link>,
}

components!(Outcome);

fn here(aju: &str) -> String {
    format!("/dokumen/{aju}/isi/barang/unggah")
}

/// `GET /dokumen/{aju}/isi/barang/unggah`.
pub async fn form(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    ask(&web, &visit, &aju, FormErrors::new(visit.lang())).await
}

async fn ask(web: &Web, visit: &Visit, aju: &str, errors: FormErrors) -> Result<Response, Problem> {
    let (lang, g) = (visit.lang(), GoodsTexts::of(visit.lang()));
    let draft = open(web, visit, aju).await?;
    let list = path(&draft, "isi/barang");
    let back = Link::new(list.clone(), g.upload_back);
    let template = Link::new(format!("{list}/templat"), g.download_template);
    let goods = Link::new(format!("{list}/unduh"), g.download_goods);
    let mut parts = vec![crate::perekaman::to(&back), Words::new(g.upload_lead).into()];
    parts.push(super::unduh::links(&[template, goods]));
    if draft.editable {
        parts.push(upload_form(here(aju), visit.csrf(), g, &errors).into());
    }
    let mut page = Page::new(Some(Bagian::Barang), g.upload_title, Piece::join(&parts), lang);
    page.status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.errors = errors;
    page.answer(web, visit, &draft)
}

/// The form that takes a workbook.
pub(super) fn upload_form(action: String, csrf: &str, g: &'static GoodsTexts, errors: &FormErrors) -> Form {
    let kinds = ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let file = FileUpload::new("berkas", g.upload_file, kinds).hint(g.upload_hint).errors(errors);
    Form::post(action, csrf).multipart().with(file).with(Button::primary(g.upload_button))
}

/// What is wrong with a file, at its field.
pub(super) fn at_file(error: &app::Error, lang: Lang) -> FormErrors {
    let mut errors = FormErrors::new(lang);
    for (_, text) in errors_of(error, lang).pairs() {
        errors.add("berkas", text);
    }
    errors
}

/// `POST /dokumen/{aju}/isi/barang/unggah`.
pub async fn upload(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let lang = visit.lang();
    let Some(file) = posted.file("berkas").cloned() else {
        let mut errors = FormErrors::new(lang);
        errors.add("berkas", GoodsTexts::of(lang).upload_none);
        return ask(&web, &visit, &aju, errors).await;
    };
    let (actor, number) = (visit.actor()?, aju.clone());
    let kept = attempt(&web, move |app| {
        lembar::upload_goods(app, &actor, &number, (&file.name, file.bytes.to_vec()), marks(lang))
    });
    match kept.await? {
        Ok(id) => Ok(see_other(&format!("{}/{id}", here(&aju)))),
        Err(error) => ask(&web, &visit, &aju, at_file(&error, lang)).await,
    }
}

/// `POST /dokumen/{aju}/isi/barang/tempel`: a block of cells takes the same way as a file.
pub async fn paste(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let lang = visit.lang();
    let text = posted.raw("tempelan").to_owned();
    let columns = Set::parse(posted.get("kolom")).columns();
    let first = columns.iter().position(|column| *column == posted.get("dari")).unwrap_or(0);
    let columns = columns.get(first..).unwrap_or(columns).to_vec();
    let key = posted.get("pada").parse().unwrap_or(0);
    let start = Start { columns, line: key, appended: posted.get("langkah") != "ganti" };
    let name = GoodsTexts::of(lang).pasted;
    let (actor, number) = (visit.actor()?, aju.clone());
    let kept =
        attempt(&web, move |app| lembar::upload_text(app, &actor, &number, (name, &text), (&start, marks(lang))))
            .await?;
    match kept {
        Ok((id, mode)) => Ok(see_other(&format!("{}/{id}?cara={}", here(&aju), mode.word()))),
        Err(error) => {
            let draft = open(&web, &visit, &aju).await?;
            let shown = super::barang::Shown::of(&visit);
            let remark = Piece::of(&crate::perekaman::refused(&error, lang));
            super::barang::page(&web, &visit, &draft, &shown, Some(remark)).await
        }
    }
}

async fn view(web: &Web, visit: &Visit, aju: &str, id: &str) -> Result<GoodsView, Problem> {
    let (actor, aju, id, mode) = (visit.actor()?, aju.to_owned(), id.to_owned(), Mode::parse(&visit.query("cara")));
    run(web, move |app| lembar::goods_view(app, &actor, &aju, &id, mode)).await
}

/// `GET /dokumen/{aju}/isi/barang/unggah/{id}?cara=ganti`.
pub async fn show(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let view = view(&web, &visit, &aju, &id).await?;
    outcome(&web, &visit, view, None)
}

fn outcome(web: &Web, visit: &Visit, view: GoodsView, remark: Option<Piece>) -> Result<Response, Problem> {
    let (lang, g) = (visit.lang(), GoodsTexts::of(visit.lang()));
    let GoodsView { ref id, ref name, mode, rows, wrong, ref notes, ref draft, .. } = view;
    let here = path(draft, &format!("isi/barang/unggah/{id}"));
    let right = rows - wrong;
    let modes = Mode::ALL.into_iter().filter(|_| view.draft_lines > 0).map(|other| ModeLink {
        link: Link::new(format!("{here}?cara={}", other.word()), g.mode(other)),
        here: other == mode,
    });
    let mut buttons = Buttons::new();
    if draft.editable {
        let all = fill(g.accept_all, &[("n", &count(rows, lang))]);
        buttons = buttons.with(Button::primary(all).value("langkah", "semua"));
        if wrong > 0 && right > 0 {
            let some = fill(g.accept_right, &[("n", &count(right, lang))]);
            buttons = buttons.with(Button::secondary(some).value("langkah", "benar"));
        }
    }
    buttons = buttons.with(Button::link_like(g.accept_none).value("langkah", "buang"));
    let (heads, first) = first_rows(&view);
    let marked = (!notes.is_empty()).then(|| Link::new(format!("{here}/tandai?cara={}", mode.word()), g.marked));
    let body = Outcome {
        g,
        right: fill(g.result_right, &[("n", &count(right, lang))]),
        wrong: (wrong > 0).then(|| fill(g.result_wrong, &[("n", &count(wrong, lang))])),
        changes: fill(
            g.result_changes,
            &[("ubah", &count(view.changed, lang)), ("baru", &count(rows - view.changed, lang))],
        ),
        modes: modes.collect(),
        heads,
        rows: first,
        problems: problems(notes, lang),
        form: Form::post(here, visit.csrf()).hidden("cara", mode.word()).with(buttons),
        marked,
    };
    let title = fill(g.result_title, &[("nama", name)]);
    let failed = remark.is_some();
    let body = Piece::join(&[remark.unwrap_or_default(), body.into()]);
    let mut page = Page::new(Some(Bagian::Barang), title, body, lang);
    page.status = if failed { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page.answer(web, visit, draft)
}

/// The beginning of the sheet, so that a wrong file is noticed.
fn first_rows(view: &GoodsView) -> (Vec<String>, Vec<Vec<String>>) {
    let Some(sheet) = view.book.sheet(&view.sheet) else { return (Vec::new(), Vec::new()) };
    let columns: Vec<u16> = sheet
        .rows
        .iter()
        .find(|row| row.number == view.heading)
        .map_or_else(Vec::new, |row| row.cells.iter().map(|cell| cell.column).collect());
    let texts = |row: &lembar::Row| -> Vec<String> {
        columns.iter().map(|column| row.cell(*column).map(|cell| cell.text.clone()).unwrap_or_default()).collect()
    };
    let heads = sheet.rows.iter().find(|row| row.number == view.heading).map(texts).unwrap_or_default();
    let rows = sheet.rows.iter().filter(|row| row.number > view.heading).take(FIRST).map(texts).collect();
    (heads, rows)
}

/// `GET /dokumen/{aju}/isi/barang/unggah/{id}/tandai`.
pub async fn marked(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let view = view(&web, &visit, &aju, &id).await?;
    marked_answer(&view.book, &view.notes, visit.lang())
}

/// `POST /dokumen/{aju}/isi/barang/unggah/{id}`.
pub async fn decide(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, id)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Problem> {
    let list = format!("/dokumen/{aju}/isi/barang");
    let actor = visit.actor()?;
    let which = match posted.get("langkah") {
        "semua" => Which::All,
        "benar" => Which::Right,
        _ => {
            open(&web, &visit, &aju).await?;
            run(&web, move |app| lembar::discard(app, &actor, &id)).await?;
            return Ok(see_other(&list));
        }
    };
    let mode = Mode::parse(posted.get("cara")).unwrap_or(Mode::Append);
    let (number, file) = (aju.clone(), id.clone());
    let stored = attempt(&web, move |app| lembar::accept_goods(app, &actor, &number, &file, (mode, which))).await?;
    match stored {
        Ok(_) => Ok(done(&list, "barang-diterima")),
        Err(error) => {
            let view = view(&web, &visit, &aju, &id).await?;
            let remark = Piece::of(&crate::perekaman::refused(&error, visit.lang()));
            outcome(&web, &visit, view, Some(remark))
        }
    }
}
