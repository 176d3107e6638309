//! Account security: password, second factor, open sessions.

use std::fmt::Write as _;

use app::account::factor::{self, Factors};
use app::account::profile;
use app::account::session::{self, SessionInfo};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

use super::kunci::{self, KeyList};
use super::messages::AkunTexts;
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{Badge, Button, Confirm, Form, FormErrors, Link, Password, Tone};
use crate::visit::{Posted, Visit, attempt_at, done, errors_of, run, with_session};

pub(super) const SECURITY: &str = "/akun/keamanan";

struct SessionRow {
    agent: String,
    facts: String,
    here: bool,
    end: Form,
}

#[derive(Template)]
#[template(path = "akun/keamanan.html")]
struct SecurityView {
    t: &'static AkunTexts,
    password: Form,
    state: Badge,
    state_text: String,
    factor_forms: Vec<Form>,
    keys: KeyList,
    sessions: Vec<SessionRow>,
    end_others: Option<Form>,
}

/// `GET /akun/keamanan`.
pub async fn show(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    page(&web, &visit, &FormErrors::new(visit.lang())).await
}

async fn page(web: &Web, visit: &Visit, errors: &FormErrors) -> Result<Html<String>, Problem> {
    let signed = visit.signed()?;
    let (factors, sessions) =
        run(web, move |app| Ok((factor::status(app, &signed)?, session::sessions(app, &signed)?))).await?;
    let (lang, t) = (visit.lang(), AkunTexts::of(visit.lang()));
    let password = Form::post("/akun/kata-sandi", visit.csrf())
        .with(Password::current(lang, "lama", t.password_old).errors(errors))
        .with(Password::new(lang, "sandi", t.reset_new).errors(errors))
        .with(Password::new(lang, "ulangi", t.reset_again).errors(errors))
        .with(Button::primary(t.password_button));
    let others = sessions.iter().any(|s| !s.current);
    let view = SecurityView {
        t,
        password,
        state: factor_badge(factors, lang),
        state_text: factor_text(factors, t),
        factor_forms: factor_forms(factors, visit),
        keys: kunci::keys(web, visit).await?,
        sessions: sessions.into_iter().map(|s| row(s, visit)).collect(),
        end_others: others
            .then(|| Form::post("/akun/sesi/akhiri-lain", visit.csrf()).with(Button::secondary(t.session_end_others))),
    };
    shell::render(&visit.place(web).errors(errors), t.security_title, &view)
}

fn factor_badge(factors: Factors, lang: Lang) -> Badge {
    let (tone, id, en) =
        if factors.totp || factors.keys > 0 { (Tone::Good, "Aktif", "On") } else { (Tone::Warn, "Belum aktif", "Off") };
    let word = match lang {
        Lang::Id => id,
        Lang::En => en,
    };
    Badge::new(tone, word)
}

fn factor_text(factors: Factors, t: &AkunTexts) -> String {
    let state = if factors.totp || factors.keys > 0 {
        fill(t.factor_is_on, &[("n", &factors.recovery_left.to_string())])
    } else {
        t.factor_is_off.to_owned()
    };
    if factors.required { format!("{state} {}", t.factor_required) } else { state }
}

fn factor_forms(factors: Factors, visit: &Visit) -> Vec<Form> {
    let t = AkunTexts::of(visit.lang());
    let begin = Form::post("/akun/faktor/mulai", visit.csrf()).with(Button::secondary(t.factor_begin));
    let codes = Form::post("/akun/faktor/pemulihan", visit.csrf()).with(Button::secondary(t.factor_codes));
    if !factors.totp {
        return if factors.keys > 0 { vec![begin, codes] } else { vec![begin] };
    }
    let ask = Confirm::new(visit.lang(), t.factor_remove_ask).warning().id("matikan-faktor");
    let remove = Form::post("/akun/faktor/hapus", visit.csrf()).confirm(ask).with(Button::secondary(t.factor_remove));
    if factors.required && factors.keys == 0 { vec![codes] } else { vec![codes, remove] }
}

fn row(session: SessionInfo, visit: &Visit) -> SessionRow {
    let (lang, t) = (visit.lang(), AkunTexts::of(visit.lang()));
    let mut facts = vec![fill(t.session_since, &[("waktu", &format::moment(session.created, lang))])];
    if !session.address.is_empty() {
        facts.push(fill(t.session_from, &[("alamat", &session.address)]));
    }
    let end = Form::post("/akun/sesi/akhiri", visit.csrf())
        .hidden("id", session.id)
        .with(Button::secondary(t.session_end).small().about(session.agent.clone()));
    SessionRow { agent: session.agent, facts: facts.join(", "), here: session.current, end }
}

/// `POST /akun/kata-sandi`.
pub async fn change_password(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let signed = visit.signed()?;
    let [old, password, again] = ["lama", "sandi", "ulangi"].map(|name| posted.raw(name).to_owned());
    match attempt_at(&web, SECURITY, move |app| profile::change_password(app, &signed, &old, &password, &again)).await?
    {
        Ok(()) => Ok(done(SECURITY, "sandi-diganti")),
        Err(error) => answer(&web, &visit, &errors_of(&error, visit.lang())).await,
    }
}

/// The page with what is wrong.
pub(super) async fn answer(web: &Web, visit: &Visit, errors: &FormErrors) -> Result<Response, Problem> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(web, visit, errors).await?).into_response())
}

/// `POST /akun/sesi/akhiri`.
pub async fn end(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (signed, id) = (visit.signed()?, posted.text("id"));
    run(&web, move |app| session::end_session(app, &signed, &id)).await?;
    Ok(done(SECURITY, "sesi"))
}

/// `POST /akun/sesi/akhiri-lain`.
pub async fn end_others(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    let signed = visit.signed()?;
    run(&web, move |app| session::end_others(app, &signed)).await?;
    Ok(done(SECURITY, "sesi"))
}

/// `POST /akun/faktor/hapus`.
pub async fn remove(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let signed = visit.signed()?;
    if !posted.sure() {
        let ask = Confirm::new(visit.lang(), AkunTexts::of(visit.lang()).factor_remove_ask).warning();
        let ask = ask.page("/akun/faktor/hapus", visit.csrf(), &[], SECURITY);
        return Ok(shell::render(&visit.place(&web), &ask.title.clone(), &ask)?.into_response());
    }
    match attempt_at(&web, SECURITY, move |app| factor::remove_totp(app, &signed)).await? {
        Ok(()) => Ok(done(SECURITY, "faktor-mati")),
        Err(error) => answer(&web, &visit, &errors_of(&error, visit.lang())).await,
    }
}

/// `POST /akun/faktor/pemulihan`: the new codes, shown once.
pub async fn recovery(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    let signed = visit.signed()?;
    let codes = attempt_at(&web, SECURITY, move |app| factor::new_recovery_codes(app, &signed)).await?;
    codes_page(&web, &visit, codes.map_err(Problem::from)?)
}

#[derive(Template)]
#[template(path = "akun/pemulihan.html")]
struct CodesView {
    t: &'static AkunTexts,
    codes: Vec<String>,
}

pub(super) fn codes_page(web: &Web, visit: &Visit, codes: Vec<String>) -> Result<Html<String>, Problem> {
    let t = AkunTexts::of(visit.lang());
    shell::render(&visit.place(web), t.recovery_title, &CodesView { t, codes })
}

#[derive(Template)]
#[template(path = "akun/faktor.html")]
struct EnrolView {
    t: &'static AkunTexts,
    qr: String,
    key: String,
    form: Form,
    instead: Link,
}

/// `POST /akun/faktor/mulai`, and `GET /akun/faktor` where the role demands it: a new key.
pub async fn enrol(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    enrol_page(&web, &visit, &FormErrors::new(visit.lang())).await
}

async fn enrol_page(web: &Web, visit: &Visit, errors: &FormErrors) -> Result<Html<String>, Problem> {
    let secret = visit.secret().to_owned();
    let key = attempt_at(web, SECURITY, move |app| factor::begin_totp(app, &secret)).await?.map_err(Problem::from)?;
    let t = AkunTexts::of(visit.lang());
    let field = crate::ui::Field::digits("kode", t.enrol_type).autocomplete("one-time-code").max_length(10).width(10);
    let form =
        Form::post("/akun/faktor", visit.csrf()).with(field.errors(errors)).with(Button::primary(t.factor_begin));
    let view = EnrolView { t, qr: qr(&key.url, t.enrol_qr)?, key: key.key, form, instead: kunci::instead(visit) };
    shell::render(&visit.place(web).errors(errors), t.enrol_title, &view)
}

/// The address as a picture that any page may hold: shapes only, no style.
fn qr(url: &str, title: &str) -> Result<String, Problem> {
    let code = qrcode::QrCode::new(url).map_err(|e| Problem::fault(&e))?;
    let width = code.width();
    let dark = code.to_colors().into_iter().enumerate().filter(|(_, color)| *color == qrcode::Color::Dark);
    let mut path = String::new();
    for (i, _) in dark {
        write!(path, "M{} {}h1v1h-1z", i % width + 4, i / width + 4).map_err(|e| Problem::fault(&e))?;
    }
    let side = width + 8;
    Ok(format!(
        "<svg class=\"qr\" role=\"img\" aria-label=\"{title}\" viewBox=\"0 0 {side} {side}\" width=\"220\" height=\"220\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"
    ))
}

/// `POST /akun/faktor`.
pub async fn confirm(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (secret, code) = (visit.secret().to_owned(), posted.text("kode"));
    match attempt_at(&web, SECURITY, move |app| factor::confirm_totp(app, &secret, &code)).await? {
        Ok((opened, codes)) => Ok(with_session(&web, codes_page(&web, &visit, codes)?.into_response(), &opened)),
        Err(error) => {
            let mut errors = errors_of(&error, visit.lang());
            if matches!(error, app::Error::BadCredentials) {
                errors = FormErrors::new(visit.lang());
                errors.add("kode", AkunTexts::of(visit.lang()).code_wrong);
            }
            let html = enrol_page(&web, &visit, &errors).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html).into_response())
        }
    }
}
