//! Powers of attorney: given to brokers, and held for clients.

mod grant;
mod messages;
mod one;

use app::company::kuasa::{self, KuasaRow, Party};
use axum::extract::State;
use axum::response::Response;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

use super::sheet::Sheet;
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Badge, Button, Cell, Column, DaftarTabel, Link, ListQuery, Row, Select, Text, Tone};
use crate::visit::{Visit, npwp, run};

pub use grant::{form as grant_form, save as grant};
use messages::GrantTexts;
pub use one::{revoke, show};

/// Address of the list.
pub const PATH: &str = "/perusahaan/kuasa";
/// From so many days before its end on, the end is said.
const SOON: i32 = 30;

/// A power of attorney as the company sees it.
struct Seen {
    row: KuasaRow,
    /// The company is the giver.
    given: bool,
}

impl Seen {
    /// The other company.
    fn party(&self) -> &Party {
        if self.given { &self.row.penerima } else { &self.row.pemberi }
    }

    /// Whether the company can still take it back.
    fn revocable(&self, today: Date) -> bool {
        self.given && self.row.dicabut.is_none() && self.row.sampai >= today
    }
}

/// `GET /perusahaan/kuasa`.
pub async fn list(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), GrantTexts::of(visit.lang()));
    let all = load(&web, &visit).await?;
    let query = ListQuery::parse(visit.raw_query(), &["-sampai", "nomor", "perusahaan"], &["arah", "keadaan"]);
    let give = Button::primary(t.give).href(format!("{PATH}/beri"));
    let table = table(lang, all, query, today(web.app().now()));
    Sheet::new(t.title).lead(t.lead).with(give).list(&web, &visit, table, "surat-kuasa")
}

/// All that the company gave and holds.
async fn load(web: &Web, visit: &Visit) -> Result<Vec<Seen>, Problem> {
    let actor = visit.actor()?;
    run(web, move |app| {
        let given = kuasa::given(app, &actor)?.into_iter().map(|row| Seen { row, given: true });
        let held = kuasa::held(app, &actor)?.into_iter().map(|row| Seen { row, given: false });
        Ok(given.chain(held).collect())
    })
    .await
}

/// The day in Jakarta.
fn today(now: Timestamp) -> Date {
    Offset::constant(7).to_datetime(now).date()
}

fn table(lang: Lang, all: Vec<Seen>, query: ListQuery, today: Date) -> DaftarTabel {
    let t = GrantTexts::of(lang);
    let rows = matching(all, &query).iter().map(|seen| row(seen, lang, today)).collect();
    let columns = vec![
        Column::sortable("nomor", t.column_number),
        Column::new(t.column_direction),
        Column::sortable("perusahaan", t.column_party),
        Column::new(t.npwp),
        Column::new(t.column_kinds),
        Column::sortable("sampai", t.column_period),
        Column::new(t.column_state),
    ];
    let direction = Select::new("arah", t.column_direction)
        .option("", t.all)
        .option("diberikan", t.given)
        .option("diterima", t.held)
        .value(query.filter("arah"));
    let state = Select::new("keadaan", t.column_state)
        .option("", t.all)
        .option("berlaku", t.filter_live)
        .option("tidak", t.filter_dead)
        .value(query.filter("keadaan"));
    DaftarTabel::new(lang, "kuasa", PATH, t.title, query)
        .columns(columns)
        .search(t.search)
        .filter(direction)
        .filter(state)
        .all(rows)
        .empty(t.empty)
}

/// Those that the list asks for, in its order.
fn matching(mut all: Vec<Seen>, query: &ListQuery) -> Vec<Seen> {
    let words = query.search.to_lowercase();
    // People type the number in groups or with the marks of the old form.
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    all.retain(|seen| {
        let (row, party) = (&seen.row, seen.party());
        let named = row.nomor.to_lowercase().contains(&words) || party.nama.to_lowercase().contains(&words);
        (named || (digits.len() >= 4 && party.npwp.contains(&digits)))
            && matches!((query.filter("arah"), seen.given), ("diberikan", true) | ("diterima", false) | ("", _))
            && matches!((query.filter("keadaan"), row.berlaku), ("berlaku", true) | ("tidak", false) | ("", _))
    });
    all.sort_by_cached_key(|seen| match query.sort {
        "nomor" => seen.row.nomor.to_lowercase(),
        "perusahaan" => seen.party().nama.to_lowercase(),
        _ => seen.row.sampai.to_string(),
    });
    if query.descending {
        all.reverse();
    }
    all
}

fn row(seen: &Seen, lang: Lang, today: Date) -> Row {
    let (t, row, party) = (GrantTexts::of(lang), &seen.row, seen.party());
    let href = format!("{PATH}/{}", row.id);
    let cells = vec![
        Cell::Link(Link::new(href.clone(), row.nomor.clone())),
        Cell::Text(if seen.given { t.given } else { t.held }.into()),
        Cell::Text(party.nama.clone().into()),
        Cell::Code(npwp(&party.npwp).into()),
        Cell::Text(kinds(&row.jenis, t)),
        Cell::Text(period(row, lang).into()),
        Cell::Badge(badge(row, today, t)),
    ];
    let view = Button::link_like(t.open).href(href).about(row.nomor.clone());
    Row::new(row.id.clone(), row.nomor.clone(), cells).action(view)
}

fn period(row: &KuasaRow, lang: Lang) -> String {
    let (from, until) = (format::day(row.mulai, lang), format::day(row.sampai, lang));
    fill(GrantTexts::of(lang).period, &[("mulai", &from), ("sampai", &until)])
}

/// The document kinds in words.
fn kinds(codes: &[String], t: &'static GrantTexts) -> Text {
    codes.iter().map(|code| kind(code, t)).collect::<Vec<_>>().join(", ").into()
}

fn kind(code: &str, t: &'static GrantTexts) -> String {
    match code {
        "20" => t.kind_import.to_owned(),
        "30" => t.kind_export.to_owned(),
        other => other.to_owned(),
    }
}

fn badge(row: &KuasaRow, today: Date, t: &'static GrantTexts) -> Badge {
    if row.dicabut.is_some() {
        return Badge::new(Tone::Bad, t.state_revoked);
    }
    if row.berlaku {
        let left = today.until(row.sampai).map_or(i32::MAX, |span| span.get_days());
        return match left {
            ..=0 => Badge::new(Tone::Warn, t.state_today),
            1..=SOON => Badge::new(Tone::Warn, fill(t.state_soon, &[("n", &left.to_string())])),
            _ => Badge::new(Tone::Good, t.state_live),
        };
    }
    if row.mulai > today { Badge::new(Tone::Info, t.state_later) } else { Badge::new(Tone::Neutral, t.state_over) }
}
