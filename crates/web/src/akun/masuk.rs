//! Logging in and out: password, then the code where there is a second factor.

use app::account::enter;
use app::account::session::{self, Opened, Step};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

use super::kunci;
use super::messages::AkunTexts;
use super::view::FormView;
use crate::problem::Problem;
use crate::shell::LOGIN;
use crate::state::Web;
use crate::ui::{Button, Buttons, Field, Form, FormErrors, Inset, Link, Password, components};
use crate::visit::{
    CODE_PAGE, ENROL_PAGE, Posted, Visit, attempt, errors_of, forget, local, run, see_other, with_session,
};

/// `GET /masuk`.
pub async fn form(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    if visit.is_in() {
        return Ok(see_other("/beranda"));
    }
    let mut view = page(&visit, "", &visit.query("kembali"), &FormErrors::new(visit.lang()));
    if visit.query("sebab") == "sesi" {
        view = view.before(Inset { text: AkunTexts::of(visit.lang()).login_ended.into() });
    }
    Ok(view.page(&visit.place(&web))?.into_response())
}

fn page(visit: &Visit, username: &str, back: &str, errors: &FormErrors) -> FormView {
    let (lang, t) = (visit.lang(), AkunTexts::of(visit.lang()));
    let form = Form::post(LOGIN, visit.csrf())
        .with(
            Field::text("username", t.login_username)
                .value(username.to_owned())
                .autocomplete("username")
                .no_spellcheck()
                .max_length(200)
                .errors(errors),
        )
        .with(Password::current(lang, "password", t.login_password).errors(errors))
        .hidden("kembali", back.to_owned())
        .with(
            Buttons::new()
                .with(Button::primary(t.login_button))
                .with(Button::link_like(t.login_forgot).href("/lupa-kata-sandi")),
        );
    let links = vec![Link::new("/daftar", t.login_new), Link::new("/aktivasi-akun-lama", t.login_old)];
    FormView::new(t.login_title).lead(t.login_lead).form(form).links(t.login_other, links)
}

/// `POST /masuk`.
pub async fn login(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (username, password, origin) = (posted.text("username"), posted.raw("password").to_owned(), visit.origin());
    let name = username.clone();
    let outcome = attempt(&web, move |app| enter::login(app, &name, &password, &origin)).await?;
    match outcome {
        Ok(opened) => Ok(enter(&web, &opened, posted.get("kembali"))),
        Err(error) => {
            let errors = errors_of(&error, visit.lang());
            page(&visit, &username, posted.get("kembali"), &errors).answer(visit.place(&web), &errors)
        }
    }
}

/// The way on after a step of the login.
fn enter(web: &Web, opened: &Opened, back: &str) -> Response {
    let response = match opened.step {
        Step::Done => see_other(&local(back)),
        Step::Factor => {
            let back: String = form_urlencoded::byte_serialize(local(back).as_bytes()).collect();
            see_other(&format!("{CODE_PAGE}?kembali={back}"))
        }
        Step::Enrol => see_other(ENROL_PAGE),
    };
    with_session(web, response, opened)
}

/// `GET /masuk/kode`.
pub async fn code_form(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    if visit.is_in() {
        return Ok(see_other("/beranda"));
    }
    if visit.step() == Some(Step::Enrol) {
        return Ok(see_other(ENROL_PAGE));
    }
    let errors = FormErrors::new(visit.lang());
    code_page(&web, &visit, &visit.query("kembali"), &errors).await?.answer(visit.place(&web), &errors)
}

async fn code_page(web: &Web, visit: &Visit, back: &str, errors: &FormErrors) -> Result<FormView, Problem> {
    let t = AkunTexts::of(visit.lang());
    let secret = visit.secret().to_owned();
    let key = run(web, move |app| enter::key_request(app, &secret)).await?;
    let button = if key.is_some() { Button::secondary(t.code_button) } else { Button::primary(t.code_button) };
    let field = Field::code("kode", t.totp_code).autocomplete("one-time-code").max_length(20).width(10);
    let form =
        Form::post(CODE_PAGE, visit.csrf()).with(field.errors(errors)).hidden("kembali", back.to_owned()).with(button);
    let view = FormView::new(t.code_title);
    let view = match key {
        Some(options) => view.before(kunci::enter_form(visit, options, back)).before(Lead { text: t.code_lead }),
        None => view.lead(t.code_lead),
    };
    Ok(view.form(form))
}

/// A paragraph between two forms.
#[derive(Template)]
#[template(source = "<p class=\"pengantar\">{{ text }}</p>", ext = "html")]
struct Lead {
    text: &'static str,
}

components!(Lead);

/// `POST /masuk/kunci`: what an authenticator signed.
pub async fn key(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (secret, answer, origin) = (visit.secret().to_owned(), posted.text("jawaban"), visit.origin());
    match attempt(&web, move |app| enter::key(app, &secret, &answer, &origin)).await? {
        Ok(opened) => Ok(enter(&web, &opened, posted.get("kembali"))),
        Err(error) => {
            let mut errors = errors_of(&error, visit.lang());
            if matches!(error, app::Error::BadCredentials) {
                errors = FormErrors::new(visit.lang());
                errors.add("", kunci::refused(&visit));
            }
            code_page(&web, &visit, posted.get("kembali"), &errors).await?.answer(visit.place(&web), &errors)
        }
    }
}

/// `POST /masuk/kode`.
pub async fn code(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (secret, typed, origin) = (visit.secret().to_owned(), posted.text("kode"), visit.origin());
    match attempt(&web, move |app| enter::factor(app, &secret, &typed, &origin)).await? {
        Ok(opened) => Ok(enter(&web, &opened, posted.get("kembali"))),
        Err(app::Error::BadCredentials) => {
            let mut errors = FormErrors::new(visit.lang());
            errors.add("kode", AkunTexts::of(visit.lang()).code_wrong);
            code_page(&web, &visit, posted.get("kembali"), &errors).await?.answer(visit.place(&web), &errors)
        }
        Err(error) => {
            let errors = errors_of(&error, visit.lang());
            code_page(&web, &visit, posted.get("kembali"), &errors).await?.answer(visit.place(&web), &errors)
        }
    }
}

/// `POST /keluar`.
pub async fn logout(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    let secret = visit.secret().to_owned();
    run(&web, move |app| session::logout(app, &secret)).await?;
    Ok(forget(&web, crate::visit::done(LOGIN, "keluar")))
}

/// `POST /akun/sesi/tetap`: the guard has renewed the session already.
pub async fn stay() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// `POST /akun/bertindak-untuk`: for which client a broker acts from now on.
pub async fn act_for(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (secret, client) = (visit.secret().to_owned(), posted.text("klien"));
    let news = if client.is_empty() { "sendiri" } else { "klien" };
    let chosen = (!client.is_empty()).then_some(client);
    let opened = run(&web, move |app| session::act_for(app, &secret, chosen.as_deref())).await?;
    // The page before may show what the client before had; the main page never does.
    Ok(with_session(&web, crate::visit::done("/beranda", news), &opened))
}

/// `GET /akun/ulang`.
pub async fn prove_form(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    prove_page(&visit, &visit.query("kembali"), &FormErrors::new(visit.lang())).page(&visit.place(&web))
}

fn prove_page(visit: &Visit, back: &str, errors: &FormErrors) -> FormView {
    let (lang, t) = (visit.lang(), AkunTexts::of(visit.lang()));
    let form = Form::post(crate::problem::PROVE, visit.csrf())
        .with(Password::current(lang, "bukti", t.prove_field).errors(errors))
        .hidden("kembali", back.to_owned())
        .with(Button::primary(t.code_button));
    FormView::new(t.prove_title).lead(t.prove_lead).form(form)
}

/// `POST /akun/ulang`.
pub async fn prove(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (secret, proof, origin) = (visit.secret().to_owned(), posted.raw("bukti").to_owned(), visit.origin());
    match attempt(&web, move |app| enter::reauthenticate(app, &secret, &proof, &origin)).await? {
        Ok(opened) => Ok(with_session(&web, crate::visit::done(&local(posted.get("kembali")), "terbukti"), &opened)),
        Err(error) => {
            let mut errors = errors_of(&error, visit.lang());
            if matches!(error, app::Error::BadCredentials) {
                errors = FormErrors::new(visit.lang());
                errors.add("bukti", AkunTexts::of(visit.lang()).code_wrong);
            }
            prove_page(&visit, posted.get("kembali"), &errors).answer(visit.place(&web), &errors)
        }
    }
}
