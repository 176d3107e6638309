//! A new user is invited by e-mail.

use app::account::session;
use app::company::users;
use axum::extract::State;
use axum::response::Response;

use super::PATH;
use super::messages::UserTexts;
use super::rights::RoleChoice;
use crate::perusahaan::sheet::{Card, Sheet};
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Buttons, Field, Form, FormErrors, NotificationBanner};
use crate::visit::{Posted, Visit, attempt_at, done, errors_of};

const HERE: &str = "/perusahaan/pengguna/undang";

/// What was typed.
#[derive(Default)]
struct Typed {
    email: String,
    nama: String,
    role: RoleChoice,
}

/// `GET /perusahaan/pengguna/undang`.
pub async fn form(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    page(&web, &visit, &Typed::default(), &FormErrors::new(visit.lang()), false)
}

/// `POST /perusahaan/pengguna/undang`.
pub async fn send(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let lang = visit.lang();
    let mut errors = FormErrors::new(lang);
    let mut typed = Typed { email: posted.text("email"), nama: posted.text("nama"), role: RoleChoice::read(&posted) };
    if let Some(filled) = RoleChoice::filled(&posted) {
        typed.role = filled;
        return page(&web, &visit, &typed, &errors, true);
    }
    let rights = match typed.role.rights(lang) {
        Ok(rights) => rights,
        Err((field, words)) => {
            errors.add(field, words);
            return page(&web, &visit, &typed, &errors, false);
        }
    };
    let (signed, email, nama) = (visit.signed()?, typed.email.clone(), typed.nama.clone());
    let sent = attempt_at(&web, HERE, move |app| {
        session::require_fresh(app, &signed)?;
        users::invite(app, &signed.actor, &email, &nama, &rights)
    });
    match sent.await? {
        Ok(()) => Ok(done(PATH, "undangan")),
        Err(error) => page(&web, &visit, &typed, &errors_of(&error, lang), false),
    }
}

fn page(web: &Web, visit: &Visit, typed: &Typed, errors: &FormErrors, filled: bool) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), UserTexts::of(visit.lang()));
    let form = Form::post(HERE, visit.csrf())
        .guarded()
        .with(
            Field::email("email", t.invite_email)
                .hint(t.invite_email_hint)
                .autocomplete("off")
                .value(typed.email.clone())
                .errors(errors),
        )
        .with(
            Field::text("nama", t.invite_name)
                .width(30)
                .max_length(100)
                .autocomplete("off")
                .no_spellcheck()
                .value(typed.nama.clone())
                .errors(errors),
        )
        .with(typed.role.field(lang, errors))
        .with(Buttons::new().with(Button::primary(t.invite_send)).with(Button::secondary(t.cancel).href(PATH)));
    let mut place = visit.place(web).back(PATH);
    if filled {
        place = place.flash(Some(NotificationBanner::info(lang, t.filled)));
    }
    Sheet::new(t.invite_title).lead(t.invite_lead).with(Card::new(form)).answer(place, errors)
}
