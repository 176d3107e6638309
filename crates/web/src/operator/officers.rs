//! Officers and operators: the list.

use app::Role;
use app::account::AccountState;
use app::operate::officers::{self, OfficerRow};
use axum::extract::State;
use axum::response::Html;

use super::messages::OperatorTexts;
use super::reference::{self, Office};
use crate::lang::Lang;
use crate::perusahaan::sheet::{Sheet, moment};
use crate::problem::Problem;
use crate::publik;
use crate::state::Web;
use crate::ui::{Badge, Button, Cell, Column, DaftarTabel, Link, ListQuery, Row, Select, Text, Tone};
use crate::visit::{Visit, run};

/// Address of the list.
pub const PATH: &str = "/operator/petugas";

/// `GET /operator/petugas`.
pub async fn list(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    let (lang, t) = (visit.lang(), OperatorTexts::of(visit.lang()));
    let (all, offices) = load(&web, &visit).await?;
    let query = ListQuery::parse(visit.raw_query(), &["nama", "kantor", "-masuk"], &["fungsi", "keadaan"]);
    let add = Button::primary(t.add).href(format!("{PATH}/tambah"));
    let table = table(lang, all, &offices, query);
    Sheet::new(t.officers).lead(t.officers_lead).with(add).with(table).page(&visit.place(&web).wide())
}

/// All officers, and the offices that exist.
pub(super) async fn load(web: &Web, visit: &Visit) -> Result<(Vec<OfficerRow>, Vec<Office>), Problem> {
    let actor = visit.actor()?;
    run(web, move |app| Ok((officers::list(app, &actor)?, reference::offices(app, &actor)?))).await
}

fn table(lang: Lang, all: Vec<OfficerRow>, offices: &[Office], query: ListQuery) -> DaftarTabel {
    let t = OperatorTexts::of(lang);
    let found = matching(all, &query);
    let total = found.len();
    let shown = found.iter().skip(query.offset()).take(query.size);
    let rows = shown.map(|officer| row(officer, offices, lang)).collect();
    let columns = vec![
        Column::sortable("nama", t.column_name),
        Column::new(t.column_username),
        Column::new(t.column_email),
        Column::new(t.column_role),
        Column::sortable("kantor", t.column_office),
        Column::new(t.column_state),
        Column::new(t.column_factor),
        Column::sortable("masuk", t.column_login),
    ];
    let mut role = Select::new("fungsi", t.column_role).option("", t.all);
    for one in functions() {
        role = role.option(one.word(), function(one, lang));
    }
    let mut state = Select::new("keadaan", t.column_state).option("", t.all);
    for one in [AccountState::Aktif, AccountState::Baru, AccountState::Nonaktif] {
        state = state.option(one.as_str(), badge(one, t).text);
    }
    let (role, state) = (role.value(query.filter("fungsi")), state.value(query.filter("keadaan")));
    DaftarTabel::new(lang, "petugas", PATH, t.officers, query)
        .columns(columns)
        .search(t.search)
        .filter(role)
        .filter(state)
        .rows(rows, total)
        .empty(t.empty)
}

/// Those that the list asks for, in its order.
fn matching(mut all: Vec<OfficerRow>, query: &ListQuery) -> Vec<OfficerRow> {
    let words = query.search.to_lowercase();
    let (role, state) = (query.filter("fungsi"), query.filter("keadaan"));
    all.retain(|officer| {
        let fields = [&officer.nama, &officer.username, &officer.email];
        fields.iter().any(|field| field.to_lowercase().contains(&words))
            && (role.is_empty() || officer.role.word() == role)
            && (state.is_empty() || officer.state.as_str() == state)
    });
    all.sort_by_cached_key(|officer| match query.sort {
        "kantor" => officer.office.clone().unwrap_or_default(),
        "masuk" => officer.last_login.map(|at| format!("{:020}", at.as_microsecond())).unwrap_or_default(),
        _ => officer.nama.to_lowercase(),
    });
    if query.descending {
        all.reverse();
    }
    all
}

fn row(officer: &OfficerRow, offices: &[Office], lang: Lang) -> Row {
    let t = OperatorTexts::of(lang);
    let href = format!("{PATH}/{}", officer.id);
    let cells = vec![
        Cell::Link(Link::new(href.clone(), officer.nama.clone())),
        if officer.username.is_empty() { Cell::Empty } else { Cell::Code(officer.username.clone().into()) },
        Cell::Text(officer.email.clone().into()),
        Cell::Text(function(officer.role, lang).into()),
        Cell::Text(office(officer, offices, t)),
        Cell::Badge(badge(officer.state, t)),
        Cell::Text(if officer.factor { t.factor_on } else { t.factor_off }.into()),
        moment(officer.last_login, lang),
    ];
    let change = Button::link_like(lang.ui().change).href(href).about(officer.nama.clone());
    Row::new(officer.id.clone(), officer.nama.clone(), cells).action(change)
}

/// Functions that officers can have, the operator last.
pub(super) fn functions() -> impl Iterator<Item = Role> {
    Role::ALL.into_iter().filter(|role| *role != Role::PenggunaJasa)
}

/// The function in words.
pub(super) fn function(role: Role, lang: Lang) -> &'static str {
    publik::role(role.word(), lang.texts())
}

/// The office with its name, as far as it is known.
pub(super) fn office(officer: &OfficerRow, offices: &[Office], t: &'static OperatorTexts) -> Text {
    let Some(code) = &officer.office else { return t.all_offices.into() };
    let name = offices.iter().find(|(known, _)| known == code).map(|(_, name)| name);
    name.map_or_else(|| code.clone(), |name| format!("{code} - {name}")).into()
}

pub(super) fn badge(state: AccountState, t: &'static OperatorTexts) -> Badge {
    match state {
        AccountState::Baru => Badge::new(Tone::Info, t.state_new),
        AccountState::Aktif => Badge::new(Tone::Good, t.state_active),
        AccountState::Lama => Badge::new(Tone::Warn, t.state_old),
        AccountState::Nonaktif => Badge::new(Tone::Neutral, t.state_closed),
    }
}
