//! One user: who he is, what he may do, and the way out.

use app::account::{AccountState, session};
use app::company::users::{self, UserRow};
use axum::extract::{Path, State};
use axum::response::Response;

use super::messages::UserTexts;
use super::rights::{RoleChoice, in_words};
use super::{PATH, access, called, state_badge};
use crate::format;
use crate::perusahaan::sheet::{Section, Sheet};
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Buttons, Form, FormErrors, Inset, NotificationBanner, Summary, SummaryRow, Text};
use crate::visit::{Posted, Visit, attempt_at, done, errors_of, run};

/// `GET /perusahaan/pengguna/{id}`.
pub async fn form(State(web): State<Web>, visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let user = load(&web, &visit, &id).await?;
    page(&web, &visit, &user, &RoleChoice::of(&user.rights), &FormErrors::new(visit.lang()))
}

/// The user, when he belongs to the company.
pub(super) async fn load(web: &Web, visit: &Visit, id: &str) -> Result<UserRow, Problem> {
    let (actor, id) = (visit.actor()?, id.to_owned());
    run(web, move |app| users::show(app, &actor, &id)).await
}

/// `POST /perusahaan/pengguna/{id}`.
pub async fn save(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let lang = visit.lang();
    let user = load(&web, &visit, &id).await?;
    let mut errors = FormErrors::new(lang);
    if let Some(filled) = RoleChoice::filled(&posted) {
        return page(&web, &visit, &user, &filled, &errors);
    }
    let chosen = RoleChoice::read(&posted);
    let rights = match chosen.rights(lang) {
        Ok(rights) => rights,
        Err((field, words)) => {
            errors.add(field, words);
            return page(&web, &visit, &user, &chosen, &errors);
        }
    };
    let (signed, id) = (visit.signed()?, user.id.clone());
    // Whoever takes the administration from himself may not see the list any more.
    let next = if signed.actor.account_id == id && !rights.admin { "/beranda" } else { PATH };
    let here = format!("{PATH}/{id}");
    let saved = attempt_at(&web, &here, move |app| {
        session::require_fresh(app, &signed)?;
        users::set_rights(app, &signed.actor, &id, &rights)
    });
    match saved.await? {
        Ok(()) => Ok(done(next, "tersimpan")),
        Err(error) => page(&web, &visit, &user, &chosen, &errors_of(&error, lang)),
    }
}

/// The page; ticks that were filled in and not saved are pointed out.
pub(super) fn page(
    web: &Web,
    visit: &Visit,
    user: &UserRow,
    chosen: &RoleChoice,
    errors: &FormErrors,
) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), UserTexts::of(visit.lang()));
    let mut sheet = Sheet::named(called(user)).with(facts(user, visit));
    if user.state != AccountState::Nonaktif {
        let mut parts = Vec::new();
        if visit.actor()?.account_id == user.id {
            parts.push(Inset { text: t.own_account.into() }.into());
        }
        let form = Form::post(format!("{PATH}/{}", user.id), visit.csrf())
            .guarded()
            .with(chosen.field(lang, errors))
            .with(Buttons::new().with(Button::primary(t.save)).with(Button::secondary(t.cancel).href(PATH)));
        parts.push(form.into());
        sheet = sheet.with(Section::new("peran-hak", t.rights_title, &parts));
    }
    let sheet = sheet.with(Section::new("akses", t.access_title, &access::forms(user, visit)));
    let mut place = visit.place(web).back(PATH);
    if *chosen != RoleChoice::of(&user.rights) && errors.is_empty() {
        place = place.flash(Some(NotificationBanner::info(lang, t.filled)));
    }
    sheet.answer(place, errors)
}

fn facts(user: &UserRow, visit: &Visit) -> Summary {
    let (lang, t) = (visit.lang(), UserTexts::of(visit.lang()));
    let username = if user.state == AccountState::Baru { t.nobody.into() } else { Text::from(user.username.clone()) };
    let login = user.last_login.map_or(t.never.into(), |at| Text::from(format::minute(at, lang)));
    let mut summary = Summary::new(lang)
        .row(SummaryRow::new(t.column_username, username))
        .row(SummaryRow::new(t.column_email, user.email.clone()));
    if !user.jabatan.is_empty() {
        summary = summary.row(SummaryRow::new(t.column_position, user.jabatan.clone()).indonesian());
    }
    summary
        .row(SummaryRow::new(t.column_role, in_words(&user.rights, lang)))
        .row(SummaryRow::piece(t.column_state, state_badge(user.state, t)))
        .row(SummaryRow::new(t.column_factor, if user.factor { t.factor_on } else { t.factor_off }))
        .row(SummaryRow::new(t.column_login, login))
}
