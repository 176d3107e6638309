//! Update Profile dan Email.

use app::account::profile::{self, Kabar, Profile, ProfileForm};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

use super::messages::AkunTexts;
use super::parts::person as person_fields;
use super::view::FormView;
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::problem::Problem;
use crate::shell::{self, LOGIN};
use crate::state::Web;
use crate::ui::{Button, Choice, Fact, Facts, Field, Form, FormErrors, Radios, Select};
use crate::visit::{Posted, Visit, attempt_at, done, errors_of, npwp, run};

const PROFILE: &str = "/akun/profil";
const NEW_MAIL: &str = "/akun/email";

#[derive(Template)]
#[template(path = "akun/profil.html")]
struct ProfileView {
    t: &'static AkunTexts,
    person: Form,
    email_facts: Facts,
    email: Form,
    company: Option<(Facts, Form)>,
}

/// `GET /akun/profil`.
pub async fn form(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    page(&web, &visit, None, "", &FormErrors::new(visit.lang())).await
}

async fn page(
    web: &Web,
    visit: &Visit,
    typed: Option<ProfileForm>,
    new_mail: &str,
    errors: &FormErrors,
) -> Result<Html<String>, Problem> {
    let signed = visit.signed()?;
    let now = run(web, move |app| profile::show(app, &signed)).await?;
    let t = AkunTexts::of(visit.lang());
    let typed = typed.unwrap_or_else(|| stored(&now));
    let view = ProfileView {
        t,
        person: person(visit, &typed, errors),
        email_facts: email_facts(&now, t),
        email: Form::post("/akun/profil/email", visit.csrf())
            .with(Field::email("email", t.profile_email_new).value(new_mail.to_owned()).errors(errors))
            .with(Button::secondary(t.profile_email_button)),
        company: company(&now, visit),
    };
    shell::render(&visit.place(web).errors(errors), t.profile_title, &view)
}

fn stored(now: &Profile) -> ProfileForm {
    ProfileForm {
        nama: now.nama.clone(),
        jenis_identitas: now.jenis_identitas.clone(),
        nomor_identitas: now.nomor_identitas.clone(),
        jabatan: now.jabatan.clone(),
        nomor_hp: now.nomor_hp.clone(),
        bahasa: now.bahasa.clone(),
        kabar: now.kabar.word().to_owned(),
    }
}

fn person(visit: &Visit, typed: &ProfileForm, errors: &FormErrors) -> Form {
    let (lang, t) = (visit.lang(), AkunTexts::of(visit.lang()));
    let notices = Radios::new("kabar", t.profile_notices)
        .choice(Choice::new(Kabar::Surat.word(), t.notice_letters))
        .choice(Choice::new(Kabar::Ringkas.word(), t.notice_digest))
        .choice(Choice::new(Kabar::Tidak.word(), t.notice_none))
        .hint(t.notice_security)
        .value(&typed.kabar)
        .errors(errors);
    let language = Select::new("bahasa", t.profile_language)
        .option("id", Lang::Id.own_name())
        .option("en", Lang::En.own_name())
        .value(&typed.bahasa);
    person_fields(Form::post(PROFILE, visit.csrf()), lang, typed, errors)
        .with(language)
        .with(notices)
        .with(Button::primary(t.profile_save))
}

fn email_facts(now: &Profile, t: &AkunTexts) -> Facts {
    let mut facts =
        vec![Fact::text(t.field_username, now.username.clone()), Fact::text(t.profile_email_now, now.email.clone())];
    if let Some(waiting) = &now.email_menunggu {
        facts.push(Fact::text(t.profile_email_new, fill(t.profile_email_waiting, &[("alamat", waiting)])));
    }
    Facts { facts }
}

fn company(now: &Profile, visit: &Visit) -> Option<(Facts, Form)> {
    let (lang, t) = (visit.lang(), AkunTexts::of(visit.lang()));
    let company = now.perusahaan.as_ref()?;
    let mut facts = vec![
        Fact::indonesian(t.field_name, company.nama.clone()),
        Fact::code("NPWP", npwp(&company.npwp)),
        Fact::code("NIB", company.nib.clone().unwrap_or_default()),
        Fact::code("NITKU", company.nitku.clone().unwrap_or_default()),
        Fact::indonesian(t.field_address, company.alamat.clone()),
    ];
    facts.retain(|fact| !fact.value.is_empty());
    if let Some(at) = company.diperbarui {
        facts.push(Fact::text(t.field_updated, format::moment(at, lang)));
    }
    let form = Form::post("/akun/profil/perusahaan", visit.csrf()).with(Button::secondary(t.profile_refresh));
    Some((Facts { facts }, form))
}

/// `POST /akun/profil`.
pub async fn save(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let typed = ProfileForm {
        nama: posted.text("nama"),
        jenis_identitas: posted.text("jenis_identitas"),
        nomor_identitas: posted.text("nomor_identitas"),
        jabatan: posted.text("jabatan"),
        nomor_hp: posted.text("nomor_hp"),
        bahasa: posted.text("bahasa"),
        kabar: posted.text("kabar"),
    };
    let (signed, form) = (visit.signed()?, typed.clone());
    match attempt_at(&web, PROFILE, move |app| profile::save(app, &signed, &form)).await? {
        Ok(()) => Ok(done(PROFILE, "tersimpan")),
        Err(error) => {
            let errors = errors_of(&error, visit.lang());
            let html = page(&web, &visit, Some(typed), "", &errors).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html).into_response())
        }
    }
}

/// `POST /akun/profil/email`: takes effect when the link sent to the new address is opened.
pub async fn change_email(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (signed, email) = (visit.signed()?, posted.text("email"));
    let address = email.clone();
    match attempt_at(&web, PROFILE, move |app| profile::change_email(app, &signed, &address)).await? {
        Ok(()) => Ok(done(PROFILE, "surel-dikirim")),
        Err(error) => {
            let errors = errors_of(&error, visit.lang());
            let html = page(&web, &visit, None, &email, &errors).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html).into_response())
        }
    }
}

/// `POST /akun/profil/perusahaan`: «Perbarui dari OSS».
pub async fn refresh(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    let signed = visit.signed()?;
    match attempt_at(&web, PROFILE, move |app| profile::refresh_company(app, &signed)).await? {
        Ok(_) => Ok(done(PROFILE, "perusahaan")),
        Err(error) => {
            let errors = errors_of(&error, visit.lang());
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&web, &visit, None, "", &errors).await?).into_response())
        }
    }
}

/// `GET /akun/email?token=…`.
pub async fn new_mail_form(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    let token = visit.query("token");
    let look = token.clone();
    let address = run(&web, move |app| profile::peek_email(app, &look)).await?;
    let t = AkunTexts::of(visit.lang());
    let form = Form::post(NEW_MAIL, visit.csrf()).hidden("token", token).with(Button::primary(t.newmail_button));
    let lead = fill(t.newmail_lead, &[("alamat", &address)]);
    FormView::new(t.newmail_title).lead(lead).form(form).page(&visit.place(&web))
}

/// `POST /akun/email`.
pub async fn new_mail(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let token = posted.text("token");
    run(&web, move |app| profile::confirm_email(app, &token)).await?;
    Ok(done(if visit.is_in() { PROFILE } else { LOGIN }, "surel-diganti"))
}
