//! What happened to a company's documents, in one order for each company: what its software reads and receives.

use jiff::Timestamp;

use crate::row::{all, record, words};
use crate::sql::{params, statements};
use crate::{Fault, Row, Tx};

words! {
    /// What an event is about.
    FeedKind {
        /// A response document was issued.
        Respon = "Respon",
        /// The document took a step.
        Formulir = "Formulir",
        /// Anything else worth knowing.
        Informasi = "Informasi",
    }
}

record! {
    /// One event.
    FeedEvent as feed_columns {
        /// Whose software is told.
        company_id: String,
        /// From 1 in each company; the store numbers it.
        seq: i64,
        /// The document.
        declaration_id: String,
        /// What it is about.
        kind: FeedKind,
        /// JSON.
        body: String,
        /// When.
        at: Timestamp,
    }
}

statements! {
    // The counter's row is locked until the commit: of two transactions for a company the one that commits first has the
    // smaller numbers, so a reader who has seen a number has seen all below it.
    RESERVE = "INSERT INTO counter (series, value) VALUES ($1, $2) ON CONFLICT (series) DO UPDATE \
        SET value = counter.value + $2 RETURNING value";
    INSERT = concat!("INSERT INTO feed (", feed_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6)");
    AFTER = concat!("SELECT ", feed_columns!(), " FROM feed WHERE company_id = $1 AND seq > $2 ORDER BY seq LIMIT $3");
    ONE = concat!("SELECT ", feed_columns!(), " FROM feed WHERE company_id = $1 AND seq = $2");
    LAST = "SELECT value FROM counter WHERE series = $1";
    FIRST = "SELECT MIN(seq) FROM feed WHERE company_id = $1";
    PURGE = "DELETE FROM feed WHERE (company_id, seq) IN (SELECT company_id, seq FROM feed WHERE at < $1 ORDER BY at LIMIT $2)";
}

fn series(company_id: &str) -> String {
    format!("feed/{company_id}")
}

/// Appends events `(kind, JSON)` of one document for one company.
pub fn append(
    tx: &mut dyn Tx,
    company_id: &str,
    declaration_id: &str,
    events: &[(FeedKind, String)],
    at: Timestamp,
) -> Result<(), Fault> {
    if events.is_empty() {
        return Ok(());
    }
    let count = i64::try_from(events.len()).map_err(|e| Fault::Value(e.to_string()))?;
    let row = tx.query_opt(RESERVE, params![series(company_id), count])?;
    let last: i64 = row.ok_or_else(|| Fault::Value("no number for an event".to_owned()))?.only()?;
    for ((kind, body), seq) in events.iter().zip(last - count + 1..) {
        tx.execute(INSERT, params![company_id, seq, declaration_id, *kind, body, at])?;
    }
    Ok(())
}

/// Events of a company after number `after`, oldest first.
pub fn after(tx: &mut dyn Tx, company_id: &str, after: i64, limit: u32) -> Result<Vec<FeedEvent>, Fault> {
    all(tx.query(AFTER, params![company_id, after, limit])?)
}

/// One event of a company.
pub fn one(tx: &mut dyn Tx, company_id: &str, seq: i64) -> Result<Option<FeedEvent>, Fault> {
    crate::row::optional(tx.query_opt(ONE, params![company_id, seq])?)
}

/// Number of the newest event; 0 when there was none.
pub fn last(tx: &mut dyn Tx, company_id: &str) -> Result<i64, Fault> {
    tx.query_opt(LAST, params![series(company_id)])?.map_or(Ok(0), Row::only)
}

/// Number of the oldest event that is still kept.
pub fn first(tx: &mut dyn Tx, company_id: &str) -> Result<Option<i64>, Fault> {
    tx.query_opt(FIRST, params![company_id])?.map_or(Ok(None), Row::only)
}

/// Deletes at most `limit` events from before `before`.
pub fn purge(tx: &mut dyn Tx, before: Timestamp, limit: u32) -> Result<u64, Fault> {
    tx.execute(PURGE, params![before, limit])
}
