//! Riwayat aktivitas: what happened to the company's accounts, rights, powers and keys.

mod file;
mod messages;

use std::collections::BTreeMap;

use app::company::audit::{self, AuditRow, Filter};
use app::company::users::{self, UserRow};
use app::company::{keys, kuasa};
use app::{Actor, App, Error};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::sheet::own;
use crate::export::Format;
use crate::format;
use crate::lang::Lang;
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{Inset, Link, Select};
use crate::visit::{Visit, run};

use messages::AuditTexts;

const PATH: &str = "/perusahaan/riwayat";
/// Rows of a page.
const ROWS: u32 = 50;

/// What the address asks for.
fn filter(visit: &Visit) -> Filter {
    let some = |name: &str| Some(visit.query(name)).filter(|value| !value.is_empty());
    Filter { kind: some("kejadian"), account: some("pelaku"), below: some("sebelum"), limit: ROWS }
}

/// What the company calls its keys and powers of attorney, by the ids that events name.
type Names = BTreeMap<String, String>;

fn names(app: &App, actor: &Actor) -> Result<Names, Error> {
    let keys = keys::list(app, actor)?.into_iter().map(|key| (key.id, key.label));
    let grants = kuasa::given(app, actor)?.into_iter().chain(kuasa::held(app, actor)?);
    Ok(keys.chain(grants.map(|grant| (grant.id, grant.nomor))).collect())
}

/// What an event is about, for people: names, not the ids of machines.
fn subject<'a>(row: &'a AuditRow, names: &'a Names) -> &'a str {
    if let Some(name) = names.get(&row.subject) {
        return name;
    }
    let code = row.subject.len() >= 32 && row.subject.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-');
    if code || row.subject == row.who { "" } else { &row.subject }
}

struct Event {
    at: String,
    machine: String,
    who: String,
    what: String,
    about: String,
    address: String,
}

#[derive(Template)]
#[template(path = "perusahaan/riwayat.html")]
struct View {
    t: &'static AuditTexts,
    own: Option<Inset>,
    kind: Select,
    account: Select,
    filtered: bool,
    events: Vec<Event>,
    files: Vec<Link>,
    newest: Option<String>,
    older: Option<String>,
}

/// `GET /perusahaan/riwayat`.
pub async fn list(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    if let Some(format) = Format::asked(&visit) {
        return file::write(&web, &visit, format).await;
    }
    let (lang, t) = (visit.lang(), AuditTexts::of(visit.lang()));
    let wanted = filter(&visit);
    let (actor, look) = (visit.actor()?, wanted.clone());
    let look = move |app: &App| Ok((audit::list(app, &actor, &look)?, users::list(app, &actor)?, names(app, &actor)?));
    let (page, people, names) = run(&web, look).await?;
    let same = members(&wanted);
    let (place, first) = (visit.place(&web).wide(), address(PATH, &same, None));
    let view = View {
        t,
        own: own(&place),
        kind: kinds(lang, &wanted),
        account: accounts(&people, t, &wanted),
        filtered: !same.is_empty(),
        events: page.rows.iter().map(|row| event(row, &names, lang)).collect(),
        files: Format::ALL.map(|format| Link::new(format.href(&first), format.label())).to_vec(),
        newest: wanted.below.is_some().then_some(first),
        older: page.next.as_deref().map(|next| address(PATH, &same, Some(next))),
    };
    Ok(shell::render(&place, t.title, &view)?.into_response())
}

fn event(row: &AuditRow, names: &Names, lang: Lang) -> Event {
    Event {
        at: format::minute(row.at, lang),
        machine: format::machine(row.at),
        who: row.who.clone(),
        what: lang.say(&row.what),
        about: subject(row, names).to_owned(),
        address: row.address.clone().unwrap_or_default(),
    }
}

fn kinds(lang: Lang, wanted: &Filter) -> Select {
    let t = AuditTexts::of(lang);
    let mut field = Select::new("kejadian", t.kind).option("", t.all);
    for (word, text) in &audit::KINDS {
        field = field.option(*word, lang.say(text));
    }
    field.value(wanted.kind.as_deref().unwrap_or_default())
}

fn accounts(people: &[UserRow], t: &'static AuditTexts, wanted: &Filter) -> Select {
    let mut field = Select::new("pelaku", t.account).option("", t.all);
    for person in people.iter().filter(|person| !person.username.is_empty()) {
        field = field.option(person.id.clone(), format!("{} ({})", person.nama, person.username));
    }
    field.value(wanted.account.as_deref().unwrap_or_default())
}

/// The filters that are set, as members of an address.
fn members(wanted: &Filter) -> Vec<(&'static str, &str)> {
    let pairs = [("kejadian", &wanted.kind), ("pelaku", &wanted.account)];
    pairs.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?))).collect()
}

fn address(path: &str, members: &[(&'static str, &str)], below: Option<&str>) -> String {
    let all = members.iter().copied().chain(below.map(|below| ("sebelum", below)));
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(all).finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}
