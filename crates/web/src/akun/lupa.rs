//! Lupa Password, step by step as the guide tells it.

use app::account::{MAILS_PER_HOUR, minutes, reset};
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};

use super::messages::AkunTexts;
use super::view::{DoneView, FormView};
use super::with_n;
use crate::lang::Lang;
use crate::messages::fill;
use crate::problem::Problem;
use crate::shell::{self, LOGIN};
use crate::state::Web;
use crate::ui::{Button, Buttons, Confirm, Field, Form, FormErrors, Panel, Password};
use crate::visit::{Posted, Visit, attempt, errors_of, run, see_other};

const FORGOT: &str = "/lupa-kata-sandi";
const RESET: &str = "/akun/reset";

/// `GET /lupa-kata-sandi`.
pub async fn form(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    page(&visit, "", &FormErrors::new(visit.lang())).page(&visit.place(&web).back(LOGIN))
}

fn page(visit: &Visit, typed: &str, errors: &FormErrors) -> FormView {
    let t = AkunTexts::of(visit.lang());
    let form = Form::post(FORGOT, visit.csrf())
        .confirm(Confirm::new(visit.lang(), t.forgot_ask_plain))
        .with(Field::email("email", t.email).value(typed.to_owned()).errors(errors))
        .with(Buttons::new().with(Button::primary(t.send)).with(Button::secondary(t.cancel).href(LOGIN)));
    FormView::new(t.forgot_title).lead(t.forgot_lead).form(form)
}

/// `POST /lupa-kata-sandi`: the same for every address.
pub async fn send(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (lang, email) = (visit.lang(), posted.text("email"));
    if !posted.sure() && !email.is_empty() {
        let text = fill(AkunTexts::of(lang).forgot_ask, &[("alamat", &email)]);
        let ask = Confirm::new(lang, text).page(FORGOT, visit.csrf(), &[("email", &email)], FORGOT);
        return Ok(shell::render(&visit.place(&web), &ask.title.clone(), &ask)?.into_response());
    }
    let (address, origin) = (email.clone(), visit.origin());
    match attempt(&web, move |app| reset::request(app, &address, &origin)).await? {
        Ok(()) => Ok(see_other("/lupa-kata-sandi/terkirim")),
        Err(error) => {
            let errors = errors_of(&error, lang);
            page(&visit, &email, &errors).answer(visit.place(&web).back(LOGIN), &errors)
        }
    }
}

/// `GET /lupa-kata-sandi/terkirim`.
pub async fn sent(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    let t = AkunTexts::of(visit.lang());
    let view = DoneView::new(Panel::new(t.forgot_done))
        .next(t.forgot_next)
        .next(with_n(t.forgot_next_link, minutes::RESET))
        .next(with_n(t.forgot_next_spam, MAILS_PER_HOUR));
    view.link(LOGIN, t.to_login).page(&visit.place(&web))
}

/// `GET /akun/reset?token=…`: looks, changes nothing; mail scanners click too.
pub async fn reset_form(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    let token = visit.query("token");
    let look = token.clone();
    let found = run(&web, move |app| reset::peek(app, &look)).await?;
    reset_page(&visit, &token, found.minimal, &FormErrors::new(visit.lang())).page(&visit.place(&web))
}

fn reset_page(visit: &Visit, token: &str, minimal: usize, errors: &FormErrors) -> FormView {
    let (lang, t) = (visit.lang(), AkunTexts::of(visit.lang()));
    let form = Form::post(RESET, visit.csrf())
        .confirm(question(lang))
        .hidden("token", token.to_owned())
        .with(Password::new(lang, "sandi", t.reset_new).errors(errors))
        .with(Password::new(lang, "ulangi", t.reset_again).errors(errors))
        .with(Button::primary(t.reset_button));
    FormView::new(t.reset_title).lead(with_n(t.reset_lead, minimal)).form(form)
}

fn question(lang: Lang) -> Confirm {
    Confirm::new(lang, AkunTexts::of(lang).reset_ask)
}

/// `POST /akun/reset`.
pub async fn reset(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (token, password, again) =
        (posted.text("token"), posted.raw("sandi").to_owned(), posted.raw("ulangi").to_owned());
    if !posted.sure() {
        let fields = [("token", token.as_str()), ("sandi", password.as_str()), ("ulangi", again.as_str())];
        let ask = question(visit.lang()).page(RESET, visit.csrf(), &fields, format!("{RESET}?token={token}"));
        return Ok(shell::render(&visit.place(&web), &ask.title.clone(), &ask)?.into_response());
    }
    let link = token.clone();
    let outcome = attempt(&web, move |app| {
        let minimal = reset::peek(app, &link)?.minimal;
        Ok(reset::consume(app, &link, &password, &again).map_err(|error| (error, minimal)))
    });
    match outcome.await?.map_err(Problem::from)? {
        Ok(()) => Ok(see_other("/akun/reset/selesai")),
        Err((error @ (app::Error::Findings(_) | app::Error::Refused(_)), minimal)) => {
            let errors = errors_of(&error, visit.lang());
            reset_page(&visit, &token, minimal, &errors).answer(visit.place(&web), &errors)
        }
        Err((error, _)) => Err(Problem::from(error)),
    }
}

/// `GET /akun/reset/selesai`.
pub async fn finished(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    let t = AkunTexts::of(visit.lang());
    DoneView::new(Panel::new(t.reset_done)).next(t.reset_done_text).link(LOGIN, t.to_login).page(&visit.place(&web))
}
