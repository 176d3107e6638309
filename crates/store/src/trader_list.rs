//! The list of documents as a trader sees it: his own, and those that he files as a broker while the power lasts.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::declarations::{Declaration, declaration_columns};
use crate::row::{Cells, FromRow, all};
use crate::sql::{params, statements};
use crate::{Fault, Row, Tx, Value};

/// Stored as the deadline of what has none.
pub const NEVER: i64 = i64::MAX;

/// Which documents are wanted; what is none does not matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Whose list it is.
    pub company: String,
    /// The day on which powers of attorney must be in force.
    pub today: Date,
    /// Any of these states, each between commas: `,rejected,correcting,`.
    pub states: Option<String>,
    /// Any of these functions must act, written as the states.
    pub turn: Option<String>,
    /// Channel.
    pub lane: Option<String>,
    /// Office.
    pub office: Option<String>,
    /// Declaring company.
    pub client: Option<String>,
    /// What number or name hold, in small letters, as a pattern of [`pattern`].
    pub words: Option<String>,
    /// Changed since.
    pub since: Option<Timestamp>,
    /// Recorded from here on.
    pub from: Option<Timestamp>,
    /// Recorded before.
    pub before: Option<Timestamp>,
}

impl Wanted {
    /// All documents of a company.
    pub fn all(company: &str, today: Date) -> Self {
        Self {
            company: company.to_owned(),
            today,
            states: None,
            turn: None,
            lane: None,
            office: None,
            client: None,
            words: None,
            since: None,
            from: None,
            before: None,
        }
    }
}

/// The pattern of texts that hold `words`.
pub fn pattern(words: &str) -> String {
    let mut out = String::from("%");
    for c in words.to_lowercase().chars() {
        if matches!(c, '%' | '_' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('%');
    out
}

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Last change.
    Changed,
    /// Deadline.
    Due,
    /// Number of submission.
    Aju,
    /// Registration.
    Registered,
}

/// Own documents, and those of clients whose power is in force.
macro_rules! own {
    () => {
        "company_id = $1"
    };
}
macro_rules! acted {
    () => {
        "ppjk_id = $1 AND company_id <> $1 AND EXISTS (SELECT 1 FROM kuasa k WHERE k.broker_id = $1 \
         AND k.client_id = declaration.company_id AND k.valid_from <= $2 AND k.valid_to >= $2 AND k.revoked IS NULL)"
    };
}
macro_rules! filters {
    () => {
        " AND status <> 'deleted' \
         AND (CAST($3 AS TEXT) IS NULL OR $3 LIKE '%,' || status || ',%') \
         AND (CAST($4 AS TEXT) IS NULL OR $4 LIKE '%,' || waiting_for || ',%') \
         AND (CAST($5 AS TEXT) IS NULL OR jalur = $5) \
         AND (CAST($6 AS TEXT) IS NULL OR kode_kantor = $6) \
         AND (CAST($7 AS TEXT) IS NULL OR company_id = $7) \
         AND (CAST($8 AS TEXT) IS NULL OR LOWER(nomor_aju) LIKE $8 ESCAPE '\\' OR LOWER(nama_importir) LIKE $8 ESCAPE '\\' \
            OR nomor_daftar LIKE $8 ESCAPE '\\') \
         AND (CAST($9 AS BIGINT) IS NULL OR updated >= $9) \
         AND (CAST($10 AS BIGINT) IS NULL OR created >= $10) \
         AND (CAST($11 AS BIGINT) IS NULL OR created < $11)"
    };
}
/// The better part of both halves by one order, then the rows themselves: an OR would read and sort all rows.
macro_rules! page {
    ($key:literal, $direction:literal) => {
        concat!(
            "SELECT ",
            declaration_columns!(),
            " FROM declaration WHERE id IN (SELECT id FROM (SELECT * FROM (SELECT id, ",
            $key,
            " AS k FROM declaration WHERE ",
            own!(),
            filters!(),
            " ORDER BY ",
            $key,
            $direction,
            ", id",
            $direction,
            " LIMIT $12) AS own UNION ALL SELECT * FROM (SELECT id, ",
            $key,
            " AS k FROM declaration WHERE ",
            acted!(),
            filters!(),
            " ORDER BY ",
            $key,
            $direction,
            ", id",
            $direction,
            " LIMIT $12) AS acted) AS seen ORDER BY k",
            $direction,
            ", id",
            $direction,
            " LIMIT $13 OFFSET $14) ORDER BY ",
            $key,
            $direction,
            ", id",
            $direction
        )
    };
}
macro_rules! mine {
    ($scope:expr) => {
        concat!(
            "SELECT * FROM (SELECT id, due FROM declaration WHERE ",
            $scope,
            " AND status <> 'deleted' AND waiting_for IN ('importir', 'ppjk') AND (CAST($3 AS TEXT) IS NULL OR company_id = $3) \
              ORDER BY due, id LIMIT $4) AS x"
        )
    };
}
macro_rules! histories {
    ($scope:expr) => {
        concat!(
            "SELECT e.declaration_id, e.seq, e.jenis, e.at FROM declaration_event e JOIN declaration \
             ON declaration.id = e.declaration_id WHERE ",
            $scope,
            " AND updated >= $3 AND e.at >= $3"
        )
    };
}

statements! {
    CHANGED_DOWN = page!("updated", " DESC");
    CHANGED_UP = page!("updated", " ASC");
    DUE_UP = page!("due", " ASC");
    DUE_DOWN = page!("due", " DESC");
    AJU_DOWN = page!("nomor_aju", " DESC");
    AJU_UP = page!("nomor_aju", " ASC");
    REGISTERED_DOWN = page!("COALESCE(tanggal_daftar, '') || COALESCE(nomor_daftar, '')", " DESC");
    REGISTERED_UP = page!("COALESCE(tanggal_daftar, '') || COALESCE(nomor_daftar, '')", " ASC");
    COUNT = concat!("SELECT (SELECT COUNT(*) FROM declaration WHERE ", own!(), filters!(), ") + \
        (SELECT COUNT(*) FROM declaration WHERE ", acted!(), filters!(), ")");
    BY_STATE = concat!("SELECT status, CAST(SUM(n) AS BIGINT) FROM (SELECT status, COUNT(*) AS n FROM declaration WHERE ", own!(),
        " AND (CAST($3 AS TEXT) IS NULL OR company_id = $3) GROUP BY status UNION ALL SELECT status, COUNT(*) AS n \
        FROM declaration WHERE ", acted!(), " AND (CAST($3 AS TEXT) IS NULL OR company_id = $3) GROUP BY status) AS t \
        WHERE status <> 'deleted' GROUP BY status ORDER BY status");
    BY_CLIENT = concat!("SELECT company_id, COUNT(*), CAST(SUM(CASE WHEN waiting_for IN ('importir', 'ppjk') THEN 1 ELSE 0 END) \
        AS BIGINT) FROM declaration WHERE ", acted!(), " AND status <> 'deleted' GROUP BY company_id ORDER BY company_id");
    MINE = concat!("SELECT ", declaration_columns!(), " FROM declaration WHERE id IN (SELECT id FROM (", mine!(own!()),
        " UNION ALL ", mine!(acted!()), ") AS t ORDER BY due, id LIMIT $4) ORDER BY due, id");
    OFFICES = concat!("SELECT DISTINCT kode_kantor FROM declaration WHERE ", own!(), " AND status <> 'deleted' UNION \
        SELECT DISTINCT kode_kantor FROM declaration WHERE ", acted!(), " AND status <> 'deleted' ORDER BY 1");
    HISTORIES = concat!("SELECT declaration_id, jenis, at FROM (", histories!(own!()), " UNION ALL ", histories!(acted!()),
        ") AS t ORDER BY declaration_id, seq LIMIT $4");
    NOTE_TURN = "UPDATE declaration SET waiting_for = $2, due = $3 WHERE id = $1";
    LAST_VISIT = "SELECT MAX(seen) FROM session WHERE account_id = $1 AND id <> $2";
}

/// One page: rows, at most 1,000, after the first `offset`.
pub fn page(
    tx: &mut dyn Tx,
    wanted: &Wanted,
    (order, down): (Order, bool),
    (offset, limit): (u32, u32),
) -> Result<Vec<Declaration>, Fault> {
    let sql = match (order, down) {
        (Order::Changed, true) => CHANGED_DOWN,
        (Order::Changed, false) => CHANGED_UP,
        (Order::Due, false) => DUE_UP,
        (Order::Due, true) => DUE_DOWN,
        (Order::Aju, true) => AJU_DOWN,
        (Order::Aju, false) => AJU_UP,
        (Order::Registered, true) => REGISTERED_DOWN,
        (Order::Registered, false) => REGISTERED_UP,
    };
    let limit = limit.min(1_000);
    let mut values = values(wanted);
    values.extend_from_slice(params![offset.saturating_add(limit), limit, offset]);
    all(tx.query(sql, &values)?)
}

/// How many there are in all.
pub fn count(tx: &mut dyn Tx, wanted: &Wanted) -> Result<i64, Fault> {
    let row = tx.query_opt(COUNT, &values(wanted))?;
    row.map_or(Ok(0), Row::only)
}

fn values(w: &Wanted) -> Vec<Value> {
    params![&w.company, w.today, &w.states, &w.turn, &w.lane, &w.office, &w.client, &w.words, w.since, w.from, w.before]
        .to_vec()
}

/// How many documents are in which state.
pub fn by_state(tx: &mut dyn Tx, wanted: &Wanted) -> Result<Vec<(String, i64)>, Fault> {
    let rows = tx.query(BY_STATE, params![&wanted.company, wanted.today, &wanted.client])?;
    rows.into_iter().map(pair).collect()
}

fn pair(row: Row) -> Result<(String, i64), Fault> {
    let mut cells = row.cells();
    Ok((cells.take()?, cells.take()?))
}

/// A broker's clients: company, documents, documents that wait for the broker or its client.
pub fn by_client(tx: &mut dyn Tx, company: &str, today: Date) -> Result<Vec<(String, i64, i64)>, Fault> {
    let triple = |row: Row| {
        let mut cells = row.cells();
        Ok((cells.take()?, cells.take()?, cells.take()?))
    };
    tx.query(BY_CLIENT, params![company, today])?.into_iter().map(triple).collect()
}

/// What waits for the declarant or his broker, the next deadline first.
pub fn mine(tx: &mut dyn Tx, wanted: &Wanted, limit: u32) -> Result<Vec<Declaration>, Fault> {
    all(tx.query(MINE, params![&wanted.company, wanted.today, &wanted.client, limit.min(1_000)])?)
}

/// The offices at which there are documents.
pub fn offices(tx: &mut dyn Tx, company: &str, today: Date) -> Result<Vec<String>, Fault> {
    tx.query(OFFICES, params![company, today])?.into_iter().map(Row::only).collect()
}

/// One event of a history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// Document.
    pub declaration_id: String,
    /// Kind of event.
    pub jenis: String,
    /// When.
    pub at: Timestamp,
}

impl FromRow for Happened {
    fn from_row(cells: &mut Cells) -> Result<Self, Fault> {
        Ok(Self { declaration_id: cells.take()?, jenis: cells.take()?, at: cells.take()? })
    }
}

/// What happened since `since`, document by document, oldest first.
pub fn histories(tx: &mut dyn Tx, company: &str, today: Date, since: Timestamp) -> Result<Vec<Happened>, Fault> {
    const MOST: u32 = 20_000;
    all(tx.query(HISTORIES, params![company, today, since, MOST])?)
}

/// Notes whose turn it is and until when; nobody's and never for a document that waits for nothing.
pub fn note_turn(tx: &mut dyn Tx, id: &str, function: &str, due: Option<Timestamp>) -> Result<(), Fault> {
    let due = due.map_or(NEVER, |due| due.as_microsecond());
    tx.execute(NOTE_TURN, params![id, function, due]).map(drop)
}

/// When the account was last seen in another session than this one.
pub fn last_visit(tx: &mut dyn Tx, account_id: &str, session_id: &str) -> Result<Option<Timestamp>, Fault> {
    tx.query_opt(LAST_VISIT, params![account_id, session_id])?.map_or(Ok(None), Row::only)
}
