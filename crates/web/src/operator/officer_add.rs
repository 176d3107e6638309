//! A new officer is asked for.

use app::account::session;
use app::operate::officers::{self, OfficerForm};
use axum::extract::State;
use axum::response::Response;

use super::messages::OperatorTexts;
use super::officers::{PATH, function, functions, load};
use super::reference::Office;
use crate::lang::Lang;
use crate::perusahaan::sheet::{Card, Sheet};
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Buttons, Field, Form, FormErrors, Piece, Select};
use crate::visit::{Posted, Visit, attempt_at, done, errors_of};

const HERE: &str = "/operator/petugas/tambah";
const APPROVALS: &str = "/operator/persetujuan";

/// `GET /operator/petugas/tambah`.
pub async fn form(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    page(&web, &visit, OfficerForm::default(), &FormErrors::new(visit.lang())).await
}

/// `POST /operator/petugas/tambah`.
pub async fn ask(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (email, nama) = (posted.text("email"), posted.text("nama"));
    let typed = OfficerForm { email, nama, role: posted.text("role"), office: posted.text("office") };
    let (signed, form) = (visit.signed()?, typed.clone());
    let asked = attempt_at(&web, HERE, move |app| {
        session::require_fresh(app, &signed)?;
        officers::request_create(app, &signed.actor, &form)
    });
    match asked.await? {
        Ok(_) => Ok(done(APPROVALS, "diminta")),
        Err(error) => page(&web, &visit, typed, &errors_of(&error, visit.lang())).await,
    }
}

/// The field of the function.
pub(super) fn role_field(lang: Lang, chosen: &str, errors: &FormErrors) -> Select {
    let t = OperatorTexts::of(lang);
    let mut field = Select::new("role", t.column_role).hint(t.role_hint);
    if chosen.is_empty() {
        field = field.option("", lang.ui().choose);
    }
    for role in functions() {
        field = field.option(role.word(), function(role, lang));
    }
    field.value(chosen).errors(errors)
}

/// The field of the office: a list, or its code as long as no list is imported.
pub(super) fn office_field(lang: Lang, chosen: &str, offices: &[Office], errors: &FormErrors) -> Piece {
    let t = OperatorTexts::of(lang);
    if offices.is_empty() {
        let field = Field::digits("office", t.column_office).hint(t.office_hint).width(10).max_length(6);
        return field.value(chosen.to_owned()).errors(errors).into();
    }
    let mut field = Select::new("office", t.column_office).option("", t.office_none);
    for (code, name) in offices {
        field = field.option(code.clone(), format!("{code} - {name}"));
    }
    field.value(chosen).errors(errors).into()
}

async fn page(web: &Web, visit: &Visit, typed: OfficerForm, errors: &FormErrors) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), OperatorTexts::of(visit.lang()));
    let (_, offices) = load(web, visit).await?;
    let name = Field::text("nama", t.name).width(30).max_length(100).autocomplete("off").no_spellcheck();
    let (role, office) = (typed.role, typed.office);
    let form = Form::post(HERE, visit.csrf())
        .guarded()
        .with(Field::email("email", t.email).autocomplete("off").value(typed.email).errors(errors))
        .with(name.value(typed.nama).errors(errors))
        .with(role_field(lang, &role, errors))
        .with(office_field(lang, &office, &offices, errors))
        .with(Buttons::new().with(Button::primary(t.ask)).with(Button::secondary(t.cancel).href(PATH)));
    let place = visit.place(web).back(PATH);
    Sheet::new(t.add_title).lead(t.add_lead).with(Card::new(form)).answer(place, errors)
}
