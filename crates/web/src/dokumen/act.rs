//! What the declarant does to a document that was sent: each act is a page that says what follows, and works without script.

use app::act::act;
use app::dokumen::{self, Following};
use app::lampiran::{self, Kind, NewFile};
use app::{App, Error};
use axum::extract::{Path, State};
use axum::response::Response;
use declaration::workflow::{Action, Tanya};
use serde_json::Value;

use super::messages::DokumenTexts;
use super::path;
use crate::messages::fill;
use crate::perusahaan::sheet::{Card, Section, Sheet, Words, ask};
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Buttons, Confirm, Field, FileUpload, Form, FormErrors, Inset, Piece, Textarea};
use crate::visit::{Posted, Visit, attempt, done, errors_of, run, see_other};

/// The usual news after an act.
const DONE: &str = "dikerjakan";
/// Longest text, characters.
const LONGEST: u32 = 4_000;
/// What files are taken.
pub const FILES: &str = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png";

/// The document, for whoever may see it.
pub async fn load(web: &Web, visit: &Visit, aju: &str) -> Result<Following, Problem> {
    let (actor, aju) = (visit.actor()?, aju.to_owned());
    run(web, move |app| dokumen::follow(app, &actor, &aju)).await
}

/// A page of one form; back leads to the status.
fn page(
    web: &Web,
    visit: &Visit,
    seen: &Following,
    (title, lead): (&'static str, &'static str),
    parts: Vec<Piece>,
    errors: &FormErrors,
) -> Result<Response, Problem> {
    let mut sheet = Sheet::new(title).lead(super::parts::grouped(&seen.nomor_aju));
    if !lead.is_empty() {
        sheet = sheet.lead(lead);
    }
    for part in parts {
        sheet = sheet.with(part);
    }
    sheet.answer(visit.place(web).back(path(&seen.nomor_aju, "status")), errors)
}

/// Does it and goes back to the status with the news; what the workflow refuses is said on the page.
async fn give(
    web: &Web,
    visit: &Visit,
    (aju, news): (&str, &'static str),
    body: impl FnOnce(&App) -> Result<(), Error> + Send + 'static,
) -> Result<Result<Response, FormErrors>, Problem> {
    match attempt(web, body).await? {
        Ok(()) => Ok(Ok(done(&path(aju, "status"), news))),
        Err(error) => Ok(Err(errors_of(&error, visit.lang()))),
    }
}

/// What the page says when the act is not possible at this step.
fn not_now(web: &Web, visit: &Visit, seen: &Following, title: &'static str) -> Result<Response, Problem> {
    let t = DokumenTexts::of(visit.lang());
    let text = fill(t.not_now, &[("tahap", &visit.lang().say(&seen.stage.label()))]);
    page(web, visit, seen, (title, ""), vec![Inset { text: text.into() }.into()], &FormErrors::new(visit.lang()))
}

/// `GET /dokumen/{aju}/siap`.
pub async fn ready_page(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let seen = load(&web, &visit, &aju).await?;
    if !seen.can.ready {
        return not_now(&web, &visit, &seen, DokumenTexts::of(visit.lang()).ready_title);
    }
    ready_form(&web, &visit, &seen, &FormErrors::new(visit.lang()))
}

fn ready_form(web: &Web, visit: &Visit, seen: &Following, errors: &FormErrors) -> Result<Response, Problem> {
    let t = DokumenTexts::of(visit.lang());
    let form = Form::post(path(&seen.nomor_aju, "siap"), visit.csrf())
        .hidden("yakin", "ya")
        .with(Buttons::new().with(Button::primary(t.ready_send)));
    page(web, visit, seen, (t.ready_title, t.ready_text), vec![Card::new(form).into()], errors)
}

/// `POST /dokumen/{aju}/siap`.
pub async fn ready(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let seen = load(&web, &visit, &aju).await?;
    let (actor, number) = (visit.actor()?, aju.clone());
    let done =
        give(&web, &visit, (&aju, DONE), move |app| act(app, &actor, &number, Action::GoodsReady, Value::Null)).await?;
    done.or_else(|errors| ready_form(&web, &visit, &seen, &errors))
}

/// `POST /dokumen/{aju}/cocokkan`.
pub async fn rematch(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    load(&web, &visit, &aju).await?;
    let (actor, number) = (visit.actor()?, aju.clone());
    let ask = move |app: &App| act(app, &actor, &number, Action::RetryMatch, Value::Null);
    let done = give(&web, &visit, (&aju, "dicocokkan"), ask).await?;
    Ok(done.unwrap_or_else(|_| see_other(&path(&aju, "status"))))
}

/// What the officer asked, in his words.
fn asked(seen: &Following) -> String {
    let said = seen.entries.iter().find(|entry| {
        let id = &entry.title.id;
        id.contains("(NPD)") || id.contains("(INP)") || id.contains("(NPBL)") || id.contains("(SPBL)")
    });
    said.map(|entry| entry.text.id.clone().into_owned()).unwrap_or_default()
}

/// `GET /dokumen/{aju}/jawab`: of an open question, or of an SPBL.
pub async fn answer_page(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let seen = load(&web, &visit, &aju).await?;
    if !(seen.can.answer.is_some() || seen.can.licence) {
        return not_now(&web, &visit, &seen, DokumenTexts::of(visit.lang()).answer_title);
    }
    answer_form(&web, &visit, &seen, "", &FormErrors::new(visit.lang()))
}

fn answer_form(
    web: &Web,
    visit: &Visit,
    seen: &Following,
    typed: &str,
    errors: &FormErrors,
) -> Result<Response, Problem> {
    let t = DokumenTexts::of(visit.lang());
    let (title, label) =
        if seen.can.licence { (t.licence_title, t.licence_text) } else { (t.answer_title, t.answer_text) };
    let text = Textarea::new("uraian", label).rows(6).max_length(LONGEST).value(typed.to_owned()).errors(errors);
    let form = Form::post(path(&seen.nomor_aju, "jawab"), visit.csrf())
        .multipart()
        .guarded()
        .with(text)
        .with(FileUpload::new("berkas", t.answer_file, FILES).multiple().errors(errors))
        .with(Buttons::new().with(Button::primary(t.answer_send)));
    let question = Section::new("diminta", t.answer_asked, &[Words::new(asked(seen)).into()]);
    page(web, visit, seen, (title, ""), vec![question.into(), Card::new(form).into()], errors)
}

/// `POST /dokumen/{aju}/jawab`.
pub async fn answer(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), DokumenTexts::of(visit.lang()));
    let seen = load(&web, &visit, &aju).await?;
    let typed = posted.text("uraian");
    if typed.is_empty() {
        let mut errors = FormErrors::new(lang);
        errors.add("uraian", t.answer_missing);
        return answer_form(&web, &visit, &seen, "", &errors);
    }
    let uraian: String = typed.chars().take(LONGEST as usize).collect();
    let action = match seen.can.answer {
        Some(tanya @ (Tanya::Npd | Tanya::Inp | Tanya::Npbl)) => Action::Answer { tanya, uraian },
        _ => Action::ShowLicence { uraian },
    };
    let files = new_files(&posted, Kind::Npd, "");
    let (actor, number) = (visit.actor()?, aju.clone());
    let done = give(&web, &visit, (&aju, DONE), move |app| {
        for file in files {
            lampiran::attach(app, &actor, &number, file)?;
        }
        act(app, &actor, &number, action, Value::Null)
    })
    .await?;
    done.or_else(|errors| {
        let mut at_file = FormErrors::new(lang);
        for (field, text) in errors.pairs() {
            at_file.add(if field.is_empty() { "berkas".into() } else { field }, text);
        }
        answer_form(&web, &visit, &seen, &typed, &at_file)
    })
}

/// The files of the field `berkas`.
pub fn new_files(posted: &Posted, kind: Kind, note: &str) -> Vec<NewFile> {
    let file = |file: &crate::visit::File| NewFile {
        kind,
        seri: None,
        note: note.to_owned(),
        name: file.name.clone(),
        bytes: file.bytes.to_vec(),
    };
    posted.files("berkas").into_iter().map(file).collect()
}

/// `GET /dokumen/{aju}/keberatan`.
pub async fn object_page(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let seen = load(&web, &visit, &aju).await?;
    if !seen.can.object {
        return not_now(&web, &visit, &seen, DokumenTexts::of(visit.lang()).object_title);
    }
    object_form(&web, &visit, &seen, ("", ""), &FormErrors::new(visit.lang()))
}

fn object_form(
    web: &Web,
    visit: &Visit,
    seen: &Following,
    (nomor, bpj): (&str, &str),
    errors: &FormErrors,
) -> Result<Response, Problem> {
    let t = DokumenTexts::of(visit.lang());
    let form = Form::post(path(&seen.nomor_aju, "keberatan"), visit.csrf())
        .with(Field::code("nomor", t.object_number).value(nomor.to_owned()).max_length(60).errors(errors))
        .with(Field::code("bpj", t.object_bpj).value(bpj.to_owned()).max_length(60).errors(errors))
        .with(Buttons::new().with(Button::primary(t.act_object)));
    page(web, visit, seen, (t.object_title, t.object_text), vec![Card::new(form).into()], errors)
}

/// `POST /dokumen/{aju}/keberatan`.
pub async fn object(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let t = DokumenTexts::of(visit.lang());
    let seen = load(&web, &visit, &aju).await?;
    let cut = |name: &str| posted.get(name).chars().take(60).collect::<String>();
    let (nomor, bpj) = (cut("nomor"), cut("bpj"));
    let mut errors = FormErrors::new(visit.lang());
    for (field, text) in [("nomor", &nomor), ("bpj", &bpj)] {
        if text.is_empty() {
            errors.add(field, t.missing);
        }
    }
    if !errors.is_empty() {
        return object_form(&web, &visit, &seen, (&nomor, &bpj), &errors);
    }
    let action = Action::ObjectionWithGuarantee { nomor: nomor.clone(), bpj: bpj.clone() };
    let (actor, number) = (visit.actor()?, aju.clone());
    let done = give(&web, &visit, (&aju, DONE), move |app| act(app, &actor, &number, action, Value::Null)).await?;
    done.or_else(|errors| object_form(&web, &visit, &seen, (&nomor, &bpj), &errors))
}

/// `GET /dokumen/{aju}/batal`.
pub async fn cancel_page(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let seen = load(&web, &visit, &aju).await?;
    if !seen.can.cancel {
        return not_now(&web, &visit, &seen, DokumenTexts::of(visit.lang()).cancel_title);
    }
    cancel_form(&web, &visit, &seen, "", &FormErrors::new(visit.lang()))
}

fn cancel_question(visit: &Visit) -> Confirm {
    let t = DokumenTexts::of(visit.lang());
    Confirm::new(visit.lang(), t.cancel_ask).title(t.cancel_title).buttons(t.sure, t.cancel).warning()
}

fn cancel_form(
    web: &Web,
    visit: &Visit,
    seen: &Following,
    typed: &str,
    errors: &FormErrors,
) -> Result<Response, Problem> {
    let t = DokumenTexts::of(visit.lang());
    let why = Textarea::new("alasan", t.cancel_reason).hint(t.cancel_hint).rows(3).max_length(500);
    let form = Form::post(path(&seen.nomor_aju, "batal"), visit.csrf())
        .confirm(cancel_question(visit))
        .with(why.value(typed.to_owned()).errors(errors))
        .with(Buttons::new().with(Button::warning(t.cancel_send)));
    page(web, visit, seen, (t.cancel_title, t.cancel_text), vec![Card::new(form).into()], errors)
}

/// `POST /dokumen/{aju}/batal`.
pub async fn cancel(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let t = DokumenTexts::of(visit.lang());
    let seen = load(&web, &visit, &aju).await?;
    let typed: String = posted.get("alasan").chars().take(500).collect();
    if typed.is_empty() {
        let mut errors = FormErrors::new(visit.lang());
        errors.add("alasan", t.reason_missing);
        return cancel_form(&web, &visit, &seen, "", &errors);
    }
    let here = path(&aju, "batal");
    if !posted.sure() {
        return ask(&visit.place(&web), cancel_question(&visit), here.clone(), &[("alasan", &typed)], here);
    }
    let action = Action::RequestCancellation { alasan: typed.clone() };
    let (actor, number) = (visit.actor()?, aju.clone());
    let done = give(&web, &visit, (&aju, DONE), move |app| act(app, &actor, &number, action, Value::Null)).await?;
    done.or_else(|errors| cancel_form(&web, &visit, &seen, &typed, &errors))
}
