//! One officer: changes are asked for, and approved by another operator.

use app::account::{AccountState, session};
use app::operate::officers::{self, OfficerChange, OfficerRow};
use axum::extract::{Path, State};
use axum::response::Response;

use super::messages::OperatorTexts;
use super::officer_add::{office_field, role_field};
use super::officers::{PATH, badge, function, load, office};
use super::reference::Office;
use crate::format;
use crate::messages::fill;
use crate::perusahaan::sheet::{Section, Sheet, Words, ask};
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Buttons, Confirm, Form, FormErrors, Summary, SummaryRow, Text};
use crate::visit::{Posted, Visit, attempt_at, done, errors_of};

const APPROVALS: &str = "/operator/persetujuan";

/// Function and office as they stand in the form.
struct Typed {
    role: String,
    office: String,
}

impl Typed {
    fn of(officer: &OfficerRow) -> Self {
        Self { role: officer.role.word().into(), office: officer.office.clone().unwrap_or_default() }
    }
}

/// `GET /operator/petugas/{id}`.
pub async fn form(State(web): State<Web>, visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let (officer, offices) = find(&web, &visit, &id).await?;
    page(&web, &visit, &(&officer, &offices), &Typed::of(&officer), &FormErrors::new(visit.lang()))
}

async fn find(web: &Web, visit: &Visit, id: &str) -> Result<(OfficerRow, Vec<Office>), Problem> {
    let (all, offices) = load(web, visit).await?;
    let officer = all.into_iter().find(|officer| officer.id == id).ok_or(Problem::NotFound)?;
    Ok((officer, offices))
}

/// `POST /operator/petugas/{id}`; `aksi` is empty for function and office, else `nonaktif` or `aktif`.
pub async fn request(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (officer, offices) = find(&web, &visit, &id).await?;
    let (here, now) = (format!("{PATH}/{}", officer.id), Typed::of(&officer));
    let verb = posted.get("aksi");
    if verb == "nonaktif" && !posted.sure() {
        let place = visit.place(&web).back(here.clone());
        return ask(&place, question(&officer, &visit), here.clone(), &[("aksi", verb)], here);
    }
    let mut typed = Typed { role: posted.text("role"), office: posted.text("office") };
    let change = match verb {
        "nonaktif" | "aktif" => {
            typed = Typed::of(&officer);
            OfficerChange { active: Some(verb == "aktif"), ..OfficerChange::default() }
        }
        _ => OfficerChange {
            role: Some(typed.role.clone()).filter(|role| *role != now.role),
            office: Some(typed.office.clone()).filter(|office| *office != now.office),
            active: None,
        },
    };
    if change.role.is_none() && change.office.is_none() && change.active.is_none() {
        let mut errors = FormErrors::new(visit.lang());
        errors.add("role", OperatorTexts::of(visit.lang()).unchanged);
        return page(&web, &visit, &(&officer, &offices), &typed, &errors);
    }
    let signed = visit.signed()?;
    let asked = attempt_at(&web, &here, move |app| {
        session::require_fresh(app, &signed)?;
        officers::request_change(app, &signed.actor, &id, &change)
    });
    match asked.await? {
        Ok(_) => Ok(done(APPROVALS, "diminta")),
        Err(error) => page(&web, &visit, &(&officer, &offices), &typed, &errors_of(&error, visit.lang())),
    }
}

fn question(officer: &OfficerRow, visit: &Visit) -> Confirm {
    let (lang, t) = (visit.lang(), OperatorTexts::of(visit.lang()));
    let text = fill(t.close_ask, &[("nama", &officer.nama)]);
    Confirm::new(lang, text).title(t.close_ask_title).buttons(t.close_yes, t.cancel).warning()
}

fn page(
    web: &Web,
    visit: &Visit,
    (officer, offices): &(&OfficerRow, &Vec<Office>),
    typed: &Typed,
    errors: &FormErrors,
) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), OperatorTexts::of(visit.lang()));
    let here = format!("{PATH}/{}", officer.id);
    let mut sheet = Sheet::named(officer.nama.clone()).with(facts(officer, offices, visit));
    let access = if officer.state == AccountState::Nonaktif {
        let form = Form::post(here, visit.csrf()).hidden("aksi", "aktif").with(Button::secondary(t.open));
        [Words::new(t.open_text).into(), form.into()]
    } else {
        let form = Form::post(here.clone(), visit.csrf())
            .guarded()
            .with(role_field(lang, &typed.role, errors))
            .with(office_field(lang, &typed.office, offices, errors))
            .with(Buttons::new().with(Button::primary(t.ask)).with(Button::secondary(t.cancel).href(PATH)));
        let parts = [Words::new(t.change_text).into(), form.into()];
        sheet = sheet.with(Section::new("fungsi-kantor", t.change_title, &parts));
        let close = Form::post(here, visit.csrf())
            .hidden("aksi", "nonaktif")
            .confirm(question(officer, visit))
            .with(Button::secondary(t.close));
        [Words::new(t.close_text).into(), close.into()]
    };
    let sheet = sheet.with(Section::new("akses", t.access_title, &access));
    sheet.answer(visit.place(web).back(PATH), errors)
}

fn facts(officer: &OfficerRow, offices: &[Office], visit: &Visit) -> Summary {
    let (lang, t) = (visit.lang(), OperatorTexts::of(visit.lang()));
    let username = if officer.username.is_empty() { t.nobody.into() } else { Text::from(officer.username.clone()) };
    let login = officer.last_login.map_or(t.never.into(), |at| Text::from(format::minute(at, lang)));
    Summary::new(lang)
        .row(SummaryRow::new(t.column_username, username))
        .row(SummaryRow::new(t.column_email, officer.email.clone()))
        .row(SummaryRow::new(t.column_role, function(officer.role, lang)))
        .row(SummaryRow::new(t.column_office, office(officer, offices, t)))
        .row(SummaryRow::piece(t.column_state, badge(officer.state, t)))
        .row(SummaryRow::new(t.column_factor, if officer.factor { t.factor_on } else { t.factor_off }))
        .row(SummaryRow::new(t.column_login, login))
}
