//! Pendaftaran Baru and the confirmation of its mail.

use app::account::MAILS_PER_HOUR;
use app::account::signup::{self, SignupForm};
use askama::Template;
use axum::extract::State;
use axum::response::{Html, Response};

use super::link::{Linked, Secret};
use super::messages::AkunTexts;
use super::parts::person;
use super::view::{DoneView, FormView};
use super::with_n;
use crate::lang::Lang;
use crate::messages::fill;
use crate::problem::Problem;
use crate::shell::LOGIN;
use crate::state::Web;
use crate::ui::{Button, Checkboxes, Choice, Field, Form, FormErrors, Link, Panel, Radios};
use crate::visit::{Posted, Visit, attempt, errors_of, run, see_other};

const REGISTER: &str = "/daftar";
/// Where the link of the mail leads.
const CONFIRM: &str = "/akun/konfirmasi";

/// A field that people do not see and programs fill.
#[derive(Template)]
#[template(
    source = "<div class=\"tersembunyi\" aria-hidden=\"true\"><label for=\"umpan\">{{ label }}</label><input id=\"umpan\" name=\"umpan\" type=\"text\" tabindex=\"-1\" autocomplete=\"off\"></div>",
    ext = "html"
)]
struct Trap {
    label: &'static str,
}

crate::ui::components!(Trap);

/// A company that only the simulator knows.
const SAMPLE: &str = "0712345678901000";

/// `GET /daftar`.
pub async fn form(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    let typed = SignupForm { waktu: signup::form_token(web.app()), ..SignupForm::default() };
    page(&web, &visit, &typed, &FormErrors::new(visit.lang())).page(&visit.place(&web).back(LOGIN))
}

fn page(web: &Web, visit: &Visit, typed: &SignupForm, errors: &FormErrors) -> FormView {
    let t = AkunTexts::of(visit.lang());
    let kinds = Radios::new("jenis", t.kind)
        .choice(Choice::new("BADAN_USAHA", t.kind_company))
        .choice(Choice::new("PERORANGAN", t.kind_person))
        .choice(Choice::new("INSTANSI", t.kind_agency))
        .value(&typed.jenis)
        .errors(errors);
    let form = Form::post(REGISTER, visit.csrf())
        .with(kinds)
        .with(
            Field::digits("npwp", "NPWP")
                .hint(t.npwp_hint)
                .value(typed.npwp.clone())
                .width(20)
                .max_length(30)
                .errors(errors),
        )
        .with(
            Field::digits("nib", "NIB")
                .hint(t.nib_hint)
                .value(typed.nib.clone())
                .width(20)
                .max_length(20)
                .errors(errors),
        )
        .with(
            Field::digits("nitku", "NITKU")
                .hint(t.nitku_hint)
                .value(typed.nitku.clone())
                .width(30)
                .max_length(30)
                .errors(errors),
        );
    let form = person(form, visit.lang(), typed, errors)
        .with(Field::email("email", t.email).hint(t.email_hint).value(typed.email.clone()).errors(errors))
        .with(
            Field::text("username", t.username)
                .hint(t.username_hint)
                .value(typed.username.clone())
                .autocomplete("username")
                .no_spellcheck()
                .width(20)
                .max_length(40)
                .errors(errors),
        )
        .with(Checkboxes::single("setuju", t.agree, typed.setuju).errors(errors))
        .with(Trap { label: t.cancel })
        .hidden("waktu", typed.waktu.clone())
        .with(Button::primary(t.signup_button));
    let mut links = vec![Link::new("/ketentuan", t.terms), Link::new("/aktivasi-akun-lama", t.login_old)];
    // Nobody can know what a simulator makes up.
    if let Some(simulator) = &web.extras().simulator_url {
        links.insert(
            0,
            Link::new(format!("{simulator}/registri/v1/npwp/{SAMPLE}"), fill(t.signup_demo, &[("npwp", SAMPLE)])),
        );
    }
    FormView::new(t.signup_title).lead(t.signup_lead).form(form).links(t.login_other, links)
}

/// `POST /daftar`: the same answer whether or not the company or the address is known.
pub async fn register(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let typed = typed(&posted, visit.lang());
    let (form, origin) = (typed.clone(), visit.origin());
    match attempt(&web, move |app| signup::register(app, &form, &origin)).await? {
        Ok(()) => Ok(see_other("/daftar/terkirim")),
        Err(error) => {
            let errors = errors_of(&error, visit.lang());
            page(&web, &visit, &typed, &errors).answer(visit.place(&web).back(LOGIN), &errors)
        }
    }
}

fn typed(posted: &Posted, lang: Lang) -> SignupForm {
    SignupForm {
        jenis: posted.text("jenis"),
        npwp: posted.text("npwp"),
        nitku: posted.text("nitku"),
        nib: posted.text("nib"),
        nama: posted.text("nama"),
        jenis_identitas: posted.text("jenis_identitas"),
        nomor_identitas: posted.text("nomor_identitas"),
        jabatan: posted.text("jabatan"),
        nomor_hp: posted.text("nomor_hp"),
        email: posted.text("email"),
        username: posted.text("username"),
        setuju: posted.get("setuju") == "ya",
        bahasa: lang.code().to_owned(),
        umpan: posted.text("umpan"),
        waktu: posted.text("waktu"),
    }
}

/// `GET /daftar/terkirim`.
pub async fn sent(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    let t = AkunTexts::of(visit.lang());
    let view = DoneView::new(Panel::new(t.signup_done))
        .next(t.signup_next)
        .next(t.signup_registry)
        .next(with_n(t.forgot_next_spam, MAILS_PER_HOUR));
    view.link(LOGIN, t.to_login).page(&visit.place(&web))
}

/// `GET /ketentuan`.
pub async fn terms(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    let t = AkunTexts::of(visit.lang());
    let view = FormView::new(t.terms_title).lead(t.terms_1).lead(t.terms_2).lead(t.terms_3).lead(t.terms_4);
    view.page(&visit.place(&web).back(REGISTER))
}

/// `GET /akun/konfirmasi?token=…`.
pub async fn confirm_form(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    let token = visit.query("token");
    let look = token.clone();
    let found = run(&web, move |app| signup::peek(app, &look)).await?;
    confirm_page(&visit, &token, &found, &FormErrors::new(visit.lang())).page(&visit.place(&web))
}

fn confirm_page(visit: &Visit, token: &str, found: &signup::Confirm, errors: &FormErrors) -> FormView {
    let t = AkunTexts::of(visit.lang());
    let facts = [
        (t.field_company, found.nama_perusahaan.as_str()),
        ("NPWP", found.npwp.as_str()),
        (t.field_name, found.nama.as_str()),
        (t.email, found.email.as_str()),
    ];
    let name =
        Field::text("username", t.username).value(found.username.clone()).autocomplete("username").no_spellcheck();
    let name = name.hint(t.username_hint).width(20).max_length(40).errors(errors);
    Linked {
        action: CONFIRM,
        title: t.confirm_title,
        lead: t.confirm_lead.into(),
        button: t.finish,
        minimal: found.minimal,
    }
    .page(visit, token, &facts, vec![name.into()], errors)
}

/// `POST /akun/konfirmasi`.
pub async fn confirm(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let secret = Secret::of(&posted);
    let (token, username, sent) = (secret.token.clone(), posted.text("username"), secret.clone());
    let typed = username.clone();
    let outcome = run(&web, move |app| {
        let found = signup::peek(app, &sent.token)?;
        Ok(signup::confirm(app, &sent.token, &typed, &sent.password, &sent.again).map_err(|error| (error, found)))
    });
    match outcome.await? {
        Ok(()) => Ok(see_other("/akun/selesai")),
        Err((error, found)) => {
            let errors = super::link::mendable(error, visit.lang())?;
            let found = signup::Confirm { username, ..found };
            confirm_page(&visit, &token, &found, &errors).answer(visit.place(&web), &errors)
        }
    }
}
