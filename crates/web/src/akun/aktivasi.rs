//! Aktivasi Akun Lama, and invitations: accounts that others have prepared.

use app::account::activate::{self, ActivationForm};
use app::account::invite::{self, AcceptForm};
use app::account::{MAILS_PER_HOUR, minutes};
use axum::extract::State;
use axum::response::{Html, Response};

use super::link::{Linked, Secret, mendable};
use super::messages::AkunTexts;
use super::parts::person;
use super::view::{DoneView, FormView};
use crate::messages::fill;
use crate::problem::Problem;
use crate::shell::LOGIN;
use crate::state::Web;
use crate::ui::{Button, Fact, Facts, Field, Form, FormErrors, Panel, Password};
use crate::visit::{Posted, Visit, attempt, errors_of, run, see_other};
use crate::{akun::with_n, ui::Buttons};

const OLD: &str = "/aktivasi-akun-lama";
const ACTIVATE: &str = "/akun/aktivasi/baru";
const INVITED: &str = "/akun/undangan";

/// `GET /aktivasi-akun-lama`.
pub async fn form(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    page(&visit, &ActivationForm::default(), &FormErrors::new(visit.lang())).page(&visit.place(&web).back(LOGIN))
}

fn page(visit: &Visit, typed: &ActivationForm, errors: &FormErrors) -> FormView {
    let (lang, t) = (visit.lang(), AkunTexts::of(visit.lang()));
    let form = Form::post(OLD, visit.csrf())
        .with(
            Field::text("username", t.old_username)
                .value(typed.username.clone())
                .autocomplete("username")
                .no_spellcheck()
                .max_length(200)
                .errors(errors),
        )
        .with(
            Field::digits("npwp", "NPWP")
                .hint(t.npwp_hint)
                .value(typed.npwp.clone())
                .width(20)
                .max_length(30)
                .errors(errors),
        )
        .with(Field::email("email", t.old_email).value(typed.email.clone()).errors(errors))
        .with(
            Field::email("email_baru", t.old_new_email)
                .autocomplete("off")
                .value(typed.email_baru.clone())
                .errors(errors),
        )
        .with(Password::current(lang, "sandi_lama", t.old_password).errors(errors))
        .with(Buttons::new().with(Button::primary(t.old_button)).with(Button::secondary(t.cancel).href(LOGIN)));
    FormView::new(t.old_title).lead(t.old_lead).form(form)
}

/// `POST /aktivasi-akun-lama`: the same answer whether or not the data fit.
pub async fn request(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let typed = ActivationForm {
        username: posted.text("username"),
        npwp: posted.text("npwp"),
        email: posted.text("email"),
        email_baru: posted.text("email_baru"),
        sandi_lama: posted.raw("sandi_lama").to_owned(),
    };
    let (form, origin) = (typed.clone(), visit.origin());
    match attempt(&web, move |app| activate::request(app, &form, &origin)).await? {
        Ok(()) => Ok(see_other("/aktivasi-akun-lama/terkirim")),
        Err(error) => {
            let errors = errors_of(&error, visit.lang());
            page(&visit, &typed, &errors).answer(visit.place(&web).back(LOGIN), &errors)
        }
    }
}

/// `GET /aktivasi-akun-lama/terkirim`.
pub async fn sent(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    let t = AkunTexts::of(visit.lang());
    let view = DoneView::new(Panel::new(t.old_done))
        .next(with_n(t.old_next, minutes::ACTIVATE))
        .next(with_n(t.old_help, MAILS_PER_HOUR));
    view.link(LOGIN, t.to_login).page(&visit.place(&web))
}

/// `GET /akun/aktivasi/baru?token=…`.
pub async fn set_form(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    let token = visit.query("token");
    let look = token.clone();
    let found = run(&web, move |app| activate::peek(app, &look)).await?;
    set_page(&visit, &token, &found, &FormErrors::new(visit.lang())).page(&visit.place(&web))
}

fn set_page(visit: &Visit, token: &str, found: &activate::Activation, errors: &FormErrors) -> FormView {
    let t = AkunTexts::of(visit.lang());
    let facts = [
        (t.field_username, found.username.as_str()),
        (t.field_name, found.nama.as_str()),
        (t.field_company, found.nama_perusahaan.as_str()),
        ("NPWP", found.npwp.as_str()),
        (t.email, found.email.as_str()),
    ];
    Linked {
        action: ACTIVATE,
        title: t.old_set_title,
        lead: t.confirm_lead.into(),
        button: t.finish,
        minimal: found.minimal,
    }
    .page(visit, token, &facts, Vec::new(), errors)
}

/// `POST /akun/aktivasi/baru`.
pub async fn set(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let secret = Secret::of(&posted);
    let token = secret.token.clone();
    let outcome = run(&web, move |app| {
        let found = activate::peek(app, &secret.token)?;
        Ok(activate::consume(app, &secret.token, &secret.password, &secret.again).map_err(|error| (error, found)))
    });
    match outcome.await? {
        Ok(()) => Ok(see_other("/akun/selesai")),
        Err((error, found)) => {
            let errors = mendable(error, visit.lang())?;
            set_page(&visit, &token, &found, &errors).answer(visit.place(&web), &errors)
        }
    }
}

/// `GET /akun/selesai`: an account is ready.
pub async fn finished(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    let t = AkunTexts::of(visit.lang());
    DoneView::new(Panel::new(t.confirm_done)).next(t.reset_done_text).link(LOGIN, t.to_login).page(&visit.place(&web))
}

/// `GET /akun/undangan?token=…`.
pub async fn invited_form(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    let token = visit.query("token");
    let look = token.clone();
    let found = run(&web, move |app| invite::peek(app, &look)).await?;
    let typed = AcceptForm { nama: found.nama.clone(), ..AcceptForm::default() };
    invited_page(&visit, &token, &found, &typed, &FormErrors::new(visit.lang())).page(&visit.place(&web))
}

fn invited_page(
    visit: &Visit,
    token: &str,
    found: &invite::Invitation,
    typed: &AcceptForm,
    errors: &FormErrors,
) -> FormView {
    let (lang, t) = (visit.lang(), AkunTexts::of(visit.lang()));
    let lead = fill(t.invite_lead, &[("nama", &found.pengundang)]);
    let facts = Facts { facts: vec![Fact::text(t.email, found.email.clone())] };
    let name = Field::text("username", t.username).hint(t.username_hint).value(typed.username.clone());
    let form = Form::post(INVITED, visit.csrf())
        .hidden("token", token.to_owned())
        .with(name.autocomplete("username").no_spellcheck().width(20).max_length(40).errors(errors));
    let form = person(form, lang, typed, errors)
        .with(Password::new(lang, "sandi", t.reset_new).hint(with_n(t.reset_lead, found.minimal)).errors(errors))
        .with(Password::new(lang, "ulangi", t.reset_again).errors(errors))
        .with(Button::primary(t.invite_button));
    FormView::new(t.invite_title).lead(lead).before(facts).form(form)
}

/// `POST /akun/undangan`.
pub async fn accept(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let token = posted.text("token");
    let typed = AcceptForm {
        username: posted.text("username"),
        nama: posted.text("nama"),
        jenis_identitas: posted.text("jenis_identitas"),
        nomor_identitas: posted.text("nomor_identitas"),
        jabatan: posted.text("jabatan"),
        nomor_hp: posted.text("nomor_hp"),
        password: posted.raw("sandi").to_owned(),
        again: posted.raw("ulangi").to_owned(),
    };
    let (link, form) = (token.clone(), typed.clone());
    let outcome = run(&web, move |app| {
        let found = invite::peek(app, &link)?;
        Ok(invite::accept(app, &link, &form).map_err(|error| (error, found)))
    });
    match outcome.await? {
        Ok(()) => Ok(see_other("/akun/selesai")),
        Err((error, found)) => {
            let errors = mendable(error, visit.lang())?;
            invited_page(&visit, &token, &found, &typed, &errors).answer(visit.place(&web), &errors)
        }
    }
}
