//! Passkeys: adding, naming, removing, and the button of the log-in page. The browser's part is `ui/scripts/kunci.js`.

mod messages;

use app::account::passkey::{self, KeyRow};
use app::account::session::Step;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

use self::messages::KunciTexts;
use super::keamanan::{SECURITY, codes_page};
use crate::format;
use crate::messages::fill;
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{Button, Confirm, Field, Form, FormErrors, Hidden, Link, Piece, Text, components};
use crate::visit::{ENROL_PAGE, Posted, Visit, attempt_at, done, errors_of, run, with_session};

const ADD: &str = "/akun/kunci-sandi";
const RENAME: &str = "/akun/kunci-sandi/nama";
const REMOVE: &str = "/akun/kunci-sandi/hapus";

/// A form whose answer the browser gets from an authenticator; hidden where no script runs.
#[derive(Template)]
#[template(path = "akun/kunci_form.html")]
pub struct KeyForm {
    action: Text,
    ceremony: &'static str,
    options: String,
    hidden: Hidden,
    parts: Vec<Piece>,
    failed: Text,
    absent: Text,
}

struct KeyView {
    name: String,
    facts: String,
    rename: Form,
    remove: Form,
}

/// The keys of an account, for the page of its security.
#[derive(Template)]
#[template(path = "akun/kunci_daftar.html")]
pub struct KeyList {
    t: &'static KunciTexts,
    rows: Vec<KeyView>,
    possible: bool,
}

components!(KeyForm, KeyList);

#[derive(Template)]
#[template(path = "akun/kunci.html")]
struct AddView {
    t: &'static KunciTexts,
    form: KeyForm,
    back: Link,
}

/// The button of the log-in page.
pub fn enter_form(visit: &Visit, options: String, back: &str) -> KeyForm {
    let t = KunciTexts::of(visit.lang());
    KeyForm {
        action: "/masuk/kunci".into(),
        ceremony: "get",
        options,
        hidden: Hidden::csrf(visit.csrf()).with("kembali", back.to_owned()),
        parts: vec![Button::primary(t.enter).into()],
        failed: t.failed.into(),
        absent: t.absent.into(),
    }
}

/// What the log-in page says about a key that did not count.
pub fn refused(visit: &Visit) -> &'static str {
    KunciTexts::of(visit.lang()).refused
}

/// The way from the authenticator application to a passkey.
pub fn instead(visit: &Visit) -> Link {
    Link::new(ADD, KunciTexts::of(visit.lang()).to_key)
}

/// The section of the security page.
pub fn list(visit: &Visit, keys: Vec<KeyRow>, possible: bool) -> KeyList {
    KeyList {
        t: KunciTexts::of(visit.lang()),
        rows: keys.into_iter().enumerate().map(|(n, key)| row(visit, n, key)).collect(),
        possible,
    }
}

fn row(visit: &Visit, n: usize, key: KeyRow) -> KeyView {
    let (lang, t) = (visit.lang(), KunciTexts::of(visit.lang()));
    let moment = |at| format::moment(at, lang);
    let used = key.used.map_or(t.never.to_owned(), |at| fill(t.used, &[("waktu", &moment(at))]));
    let facts = format!("{}, {used}", fill(t.since, &[("waktu", &moment(key.created))]));
    let ask = Confirm::new(lang, t.remove_ask).warning().id(format!("hapus-kunci-{n}"));
    // Ids of fields are names of fields: the list has many, so each gets a number.
    let name = Field::text(format!("nama-{n}"), t.name).value(key.name.clone()).max_length(60);
    KeyView {
        facts,
        rename: Form::post(RENAME, visit.csrf())
            .hidden("id", key.id.clone())
            .hidden("nomor", n.to_string())
            .with(name)
            .with(Button::secondary(t.save).small().about(key.name.clone())),
        remove: Form::post(REMOVE, visit.csrf())
            .hidden("id", key.id)
            .confirm(ask)
            .with(Button::secondary(t.remove).small().about(key.name.clone())),
        name: key.name,
    }
}

/// `GET /akun/kunci-sandi`: a new key, also as the first factor of whoever must have one.
pub async fn form(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    page(&web, &visit, "", &FormErrors::new(visit.lang())).await
}

async fn page(web: &Web, visit: &Visit, name: &str, errors: &FormErrors) -> Result<Html<String>, Problem> {
    let t = KunciTexts::of(visit.lang());
    let secret = visit.secret().to_owned();
    let begun = attempt_at(web, ADD, move |app| passkey::begin(app, &secret)).await?;
    let (options, absent) = match begun {
        Ok(options) => (options, t.absent),
        Err(app::Error::Findings(_)) => (String::new(), t.impossible),
        Err(error) => return Err(error.into()),
    };
    let field = Field::text("nama", t.name).value(name.to_owned()).hint(t.name_hint).max_length(60).errors(errors);
    let form = KeyForm {
        action: ADD.into(),
        ceremony: if options.is_empty() { "none" } else { "create" },
        options,
        hidden: Hidden::csrf(visit.csrf()),
        parts: vec![field.into(), Button::primary(t.make).into()],
        failed: t.failed.into(),
        absent: absent.into(),
    };
    let back = if visit.step() == Some(Step::Enrol) {
        Link::new(ENROL_PAGE, t.to_application)
    } else {
        Link::new(SECURITY, t.back)
    };
    shell::render(&visit.place(web).errors(errors), t.add_title, &AddView { t, form, back })
}

/// `POST /akun/kunci-sandi`.
pub async fn add(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (secret, name, answer) = (visit.secret().to_owned(), posted.text("nama"), posted.text("jawaban"));
    let typed = name.clone();
    match attempt_at(&web, ADD, move |app| passkey::finish(app, &secret, &name, &answer)).await? {
        Ok((opened, codes)) if codes.is_empty() => Ok(with_session(&web, done(SECURITY, "kunci-sandi"), &opened)),
        Ok((opened, codes)) => Ok(with_session(&web, codes_page(&web, &visit, codes)?.into_response(), &opened)),
        Err(error) => {
            let mut errors = FormErrors::new(visit.lang());
            // The answer is no field that anybody fills in.
            for (field, text) in errors_of(&error, visit.lang()).pairs() {
                errors.add(if field == "jawaban" { Text::from("") } else { field }, text);
            }
            let html = page(&web, &visit, &typed, &errors).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html).into_response())
        }
    }
}

/// `POST /akun/kunci-sandi/nama`.
pub async fn rename(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (signed, id) = (visit.signed()?, posted.text("id"));
    let field = format!("nama-{}", posted.get("nomor"));
    let name = posted.text(&field);
    match attempt_at(&web, SECURITY, move |app| passkey::rename(app, &signed, &id, &name)).await? {
        Ok(()) => Ok(done(SECURITY, "tersimpan")),
        Err(error) => {
            let mut errors = FormErrors::new(visit.lang());
            for (_, text) in errors_of(&error, visit.lang()).pairs() {
                errors.add(field.clone(), text);
            }
            super::keamanan::answer(&web, &visit, &errors).await
        }
    }
}

/// `POST /akun/kunci-sandi/hapus`.
pub async fn remove(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (signed, id) = (visit.signed()?, posted.text("id"));
    if !posted.sure() {
        let ask = Confirm::new(visit.lang(), KunciTexts::of(visit.lang()).remove_ask).warning();
        let ask = ask.page(REMOVE, visit.csrf(), &[("id", &id)], SECURITY);
        return Ok(shell::render(&visit.place(&web), &ask.title.clone(), &ask)?.into_response());
    }
    run_fresh(&web, move |app| passkey::remove(app, &signed, &id)).await?;
    Ok(done(SECURITY, "kunci-sandi-hapus"))
}

/// Runs what needs a fresh proof; the visitor comes back to the security page.
async fn run_fresh<T: Send + 'static>(
    web: &Web,
    body: impl FnOnce(&app::App) -> Result<T, app::Error> + Send + 'static,
) -> Result<T, Problem> {
    attempt_at(web, SECURITY, body).await?.map_err(Problem::from)
}

/// The keys and whether more can be made.
pub async fn keys(web: &Web, visit: &Visit) -> Result<KeyList, Problem> {
    let signed = visit.signed()?;
    let (keys, possible) = run(web, move |app| Ok((passkey::list(app, &signed)?, passkey::possible(app)))).await?;
    Ok(list(visit, keys, possible))
}
