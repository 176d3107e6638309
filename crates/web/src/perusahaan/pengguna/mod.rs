//! Setting Role Akses Menu: the users of a company.

mod access;
mod edit;
mod invite;
mod messages;
mod rights;

use app::account::AccountState;
use app::company::users::{self, UserRow};
use axum::extract::State;
use axum::response::Response;

use super::sheet::{Sheet, moment};
use crate::lang::Lang;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Badge, Button, Cell, Column, DaftarTabel, Link, ListQuery, Row, Select, Tone};
use crate::visit::{Visit, run};

pub use access::{close, open, resend};
pub use edit::{form as edit_form, save as edit};
pub use invite::{form as invite_form, send as invite};
use messages::UserTexts;

/// Address of the list.
pub const PATH: &str = "/perusahaan/pengguna";

/// `GET /perusahaan/pengguna`.
pub async fn list(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    let (lang, actor) = (visit.lang(), visit.actor()?);
    let t = UserTexts::of(lang);
    let all = run(&web, move |app| users::list(app, &actor)).await?;
    let query = ListQuery::parse(visit.raw_query(), &["nama", "pengguna", "-masuk"], &["peran", "keadaan"]);
    let invite = Button::primary(t.invite).href(format!("{PATH}/undang"));
    let sheet = Sheet::new(t.title).lead(t.lead).with(invite);
    sheet.list(&web, &visit, table(lang, all, query), "pengguna")
}

fn table(lang: Lang, all: Vec<UserRow>, query: ListQuery) -> DaftarTabel {
    let t = UserTexts::of(lang);
    let rows = matching(all, &query).iter().map(|user| row(user, lang)).collect();
    let columns = vec![
        Column::sortable("nama", t.column_name),
        Column::sortable("pengguna", t.column_username),
        Column::new(t.column_email),
        Column::new(t.column_role),
        Column::new(t.column_state),
        Column::new(t.column_factor),
        Column::sortable("masuk", t.column_login),
    ];
    let (role, state) = (role_filter(lang, &query), state_filter(t, &query));
    DaftarTabel::new(lang, "pengguna", PATH, t.title, query)
        .columns(columns)
        .search(t.search)
        .filter(role)
        .filter(state)
        .all(rows)
        .empty(t.empty)
}

fn role_filter(lang: Lang, query: &ListQuery) -> Select {
    let t = UserTexts::of(lang);
    let mut field = Select::new("peran", t.column_role).option("", t.all);
    for ready in app::access::Ready::ALL {
        field = field.option(ready.word(), lang.say(&ready.label()));
    }
    field.option("KHUSUS", t.role_own_short).value(query.filter("peran"))
}

fn state_filter(t: &'static UserTexts, query: &ListQuery) -> Select {
    let mut field = Select::new("keadaan", t.column_state).option("", t.all);
    for state in [AccountState::Aktif, AccountState::Baru, AccountState::Lama, AccountState::Nonaktif] {
        field = field.option(state.as_str(), state_badge(state, t).text);
    }
    field.value(query.filter("keadaan"))
}

/// Those that the list asks for, in its order.
fn matching(mut all: Vec<UserRow>, query: &ListQuery) -> Vec<UserRow> {
    let words = query.search.to_lowercase();
    let (role, state) = (query.filter("peran"), query.filter("keadaan"));
    all.retain(|user| {
        let fields = [&user.nama, &user.username, &user.email, &user.jabatan];
        let word = user.rights.ready().map_or("KHUSUS", app::access::Ready::word);
        (words.is_empty() || fields.iter().any(|field| field.to_lowercase().contains(&words)))
            && (role.is_empty() || word == role)
            && (state.is_empty() || user.state.as_str() == state)
    });
    all.sort_by_cached_key(|user| match query.sort {
        "pengguna" => user.username.clone(),
        "masuk" => user.last_login.map(|at| at.strftime("%Y%m%d%H%M%S").to_string()).unwrap_or_default(),
        _ => user.nama.to_lowercase(),
    });
    if query.descending {
        all.reverse();
    }
    all
}

fn row(user: &UserRow, lang: Lang) -> Row {
    let t = UserTexts::of(lang);
    let name = called(user);
    let cells = vec![
        Cell::Link(Link::new(format!("{PATH}/{}", user.id), name.clone())),
        if user.username.is_empty() { Cell::Empty } else { Cell::Code(user.username.clone().into()) },
        Cell::Text(user.email.clone().into()),
        Cell::Text(rights::in_words(&user.rights, lang)),
        Cell::Badge(state_badge(user.state, t)),
        Cell::Text(if user.factor { t.factor_on } else { t.factor_off }.into()),
        moment(user.last_login, lang),
    ];
    let edit = Button::link_like(lang.ui().change).href(format!("{PATH}/{}", user.id)).about(name.clone());
    Row::new(user.id.clone(), name, cells).action(edit)
}

/// The name, or the address of somebody who has not told his name yet.
fn called(user: &UserRow) -> String {
    if user.nama.trim().is_empty() { user.email.clone() } else { user.nama.clone() }
}

fn state_badge(state: AccountState, t: &'static UserTexts) -> Badge {
    match state {
        AccountState::Baru => Badge::new(Tone::Info, t.state_new),
        AccountState::Aktif => Badge::new(Tone::Good, t.state_active),
        AccountState::Lama => Badge::new(Tone::Warn, t.state_old),
        AccountState::Nonaktif => Badge::new(Tone::Neutral, t.state_closed),
    }
}
