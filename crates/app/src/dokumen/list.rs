//! The list of documents (portal 1.2): filtered, sorted, in pages; own documents and those of clients.

use declaration::workflow::Stage;
use jiff::Timestamp;
use kernel::Date;
use store::Reach;
use store::declarations::Declaration;
use store::trader_list::{self, Order, Wanted, pattern};

use super::{Group, Offices, Turn, state_of, turn};
use crate::access::{Actor, UseCase};
use crate::reference::office_day;
use crate::{App, Error};

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// Last change.
    #[default]
    Changed,
    /// Deadline.
    Due,
    /// Number of submission.
    Aju,
    /// Registration.
    Registered,
}

/// Which documents, and how.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// What number or name hold.
    pub words: String,
    /// Where they are.
    pub group: Option<Group>,
    /// Only what waits for the declarant.
    pub mine: bool,
    /// Channel: `H`, `K` or `M`.
    pub lane: Option<String>,
    /// Office.
    pub office: Option<String>,
    /// Declaring company.
    pub client: Option<String>,
    /// Only what changed since the account's last visit.
    pub news: bool,
    /// Recorded from this day on.
    pub from: Option<Date>,
    /// Recorded until this day.
    pub until: Option<Date>,
    /// Order.
    pub sort: Sort,
    /// Largest first.
    pub down: bool,
    /// Rows to leave out.
    pub offset: u32,
    /// Rows wanted, at most 1,000.
    pub limit: u32,
}

/// One document of the list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// 26 characters.
    pub nomor_aju: String,
    /// Document kind.
    pub kode_dokumen: String,
    /// Importer.
    pub nama_importir: String,
    /// Office: code and name.
    pub kantor: (String, String),
    /// Registration number and date.
    pub pendaftaran: Option<(String, Date)>,
    /// Channel.
    pub jalur: Option<String>,
    /// Where it stands.
    pub stage: Stage,
    /// Since when.
    pub since: Timestamp,
    /// Last change.
    pub updated: Timestamp,
    /// Whose turn it is.
    pub turn: Option<Turn>,
    /// Filed for a client.
    pub brokered: bool,
    /// Changed since the account's last visit.
    pub news: bool,
    /// An amendment can be asked for.
    pub registered: bool,
}

/// A page of the list.
#[derive(Debug, Clone)]
pub struct Listing {
    /// The rows of this page.
    pub rows: Vec<Listed>,
    /// How many there are in all.
    pub total: usize,
    /// Offices of the company's documents: code and name.
    pub offices: Vec<(String, String)>,
    /// When the account was last here.
    pub last_visit: Option<Timestamp>,
}

/// Reads a page; `session_id` is the session of this visit.
pub fn list(app: &App, actor: &Actor, session_id: &str, filter: &Filter) -> Result<Listing, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let company = actor.company()?.to_owned();
    let (who, session, filter) = (actor.clone(), session_id.to_owned(), filter.clone());
    let today = office_day(app.now(), "WIB");
    let (rows, total, codes, last_visit) = app.db().read(move |tx| {
        tx.narrow(Reach::Company(&company))?;
        let last_visit = trader_list::last_visit(tx, &who.account_id, &session)?;
        let wanted = wanted(&company, today, &who, &filter, last_visit);
        let order = match filter.sort {
            Sort::Changed => Order::Changed,
            Sort::Due => Order::Due,
            Sort::Aju => Order::Aju,
            Sort::Registered => Order::Registered,
        };
        let rows = trader_list::page(tx, &wanted, (order, filter.down), (filter.offset, filter.limit))?;
        let total = trader_list::count(tx, &wanted)?;
        let codes = trader_list::offices(tx, &company, today)?;
        Ok::<_, Error>((rows, total, codes, last_visit))
    })?;
    let mut offices = Offices::new(app);
    let own = actor.company_id.clone().unwrap_or_default();
    let rows = rows.iter().map(|row| listed(&mut offices, row, &own, last_visit)).collect::<Result<_, Error>>()?;
    let codes = codes.into_iter().filter(|code| !code.is_empty());
    let named = codes.map(|code| Ok::<_, Error>((code.clone(), name_of(&mut offices, &code)?)));
    let named = named.collect::<Result<_, Error>>()?;
    Ok(Listing { rows, total: usize::try_from(total).unwrap_or_default(), offices: named, last_visit })
}

/// A broker who acts for a client sees that client's documents alone.
pub(super) fn scope(wanted: &mut Wanted, actor: &Actor) {
    if let Some(client) = &actor.acting_for {
        wanted.client = Some(client.company_id.clone());
    }
}

fn wanted(company: &str, today: Date, actor: &Actor, filter: &Filter, last_visit: Option<Timestamp>) -> Wanted {
    let midnight =
        |day: Date| jiff::tz::Offset::constant(7).to_timestamp(day.to_datetime(jiff::civil::Time::midnight()));
    let next = |day: Date| day.tomorrow().unwrap_or(day);
    let mut wanted = Wanted {
        states: filter.group.map(Group::states),
        turn: filter.mine.then(|| ",importir,ppjk,".to_owned()),
        lane: filter.lane.clone(),
        office: filter.office.clone(),
        client: filter.client.clone(),
        words: (!filter.words.trim().is_empty()).then(|| pattern(&plain(&filter.words))),
        since: last_visit.filter(|_| filter.news),
        from: filter.from.and_then(|day| midnight(day).ok()),
        before: filter.until.and_then(|day| midnight(next(day)).ok()),
        ..Wanted::all(company, today)
    };
    scope(&mut wanted, actor);
    wanted
}

/// A number may be typed in its groups.
fn plain(words: &str) -> String {
    let words = words.trim();
    let bare: String = words.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
    let number = !bare.is_empty() && bare.bytes().filter(u8::is_ascii_digit).count() * 2 > bare.len();
    if number { bare } else { words.to_owned() }
}

fn name_of(offices: &mut Offices<'_>, code: &str) -> Result<String, Error> {
    let env = offices.env(code)?;
    Ok(env.day.snapshot.kantor(code).map(|k| k.nama().to_owned()).unwrap_or_default())
}

pub(super) fn listed(
    offices: &mut Offices<'_>,
    row: &Declaration,
    own: &str,
    last_visit: Option<Timestamp>,
) -> Result<Listed, Error> {
    let state = state_of(row)?;
    let kantor = (row.kode_kantor.clone(), name_of(offices, &row.kode_kantor)?);
    let turn = turn(&state, offices.env(&row.kode_kantor)?);
    Ok(Listed {
        nomor_aju: row.nomor_aju.clone(),
        kode_dokumen: row.kode_dokumen.clone(),
        nama_importir: row.nama_importir.clone(),
        kantor,
        pendaftaran: row.nomor_daftar.clone().zip(row.tanggal_daftar),
        jalur: row.jalur.clone(),
        stage: state.tahap,
        since: state.sejak,
        updated: row.updated,
        turn,
        brokered: row.company_id != own,
        news: last_visit.is_some_and(|seen| row.updated > seen),
        registered: state.pendaftaran.is_some() && !state.goods_leave() && !state.tahap.is_final(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_may_be_typed_in_groups_and_names_keep_their_blanks() {
        assert_eq!(plain(" 000020-ABCDEF-20260302-000012 "), "000020ABCDEF20260302000012");
        assert_eq!(plain("PT Contoh Sejahtera"), "PT Contoh Sejahtera");
        assert_eq!(plain("00 12"), "0012");
    }
}
