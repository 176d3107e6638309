//! Security and operator events: append-only.

use jiff::Timestamp;

use crate::row::{all, record};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

record! {
    /// One event.
    AuditEvent as audit_columns {
        /// UUIDv7.
        id: String,
        /// When.
        at: Timestamp,
        /// Account id, or the name of the machinery.
        actor: String,
        /// Kind of event.
        kind: String,
        /// What it is about: an account, a company, a snapshot.
        subject: String,
        /// JSON.
        body: String,
        /// The company whose history it belongs to; none for what concerns the installation.
        company_id: Option<String>,
    }
}

statements! {
    APPEND = concat!("INSERT INTO audit_event (", audit_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7)");
    LATEST = concat!("SELECT ", audit_columns!(), " FROM audit_event ORDER BY at DESC, id DESC LIMIT $1");
    OF_SUBJECT = concat!("SELECT ", audit_columns!(), " FROM audit_event WHERE subject = $1 ORDER BY at DESC, id DESC LIMIT $2");
    OF_COMPANY = concat!("SELECT ", audit_columns!(), " FROM audit_event WHERE company_id = $1 \
        AND (CAST($2 AS TEXT) IS NULL OR kind = $2) AND (CAST($3 AS TEXT) IS NULL OR actor = $3) \
        AND (at, id) < ($4, $5) ORDER BY at DESC, id DESC LIMIT $6");
}

/// Which events of a company.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Only this kind.
    pub kind: Option<String>,
    /// Only by this account.
    pub actor: Option<String>,
    /// Continue below this event: its time and id.
    pub below: Option<(Timestamp, String)>,
    /// Most rows.
    pub limit: u32,
}

/// Events of a company, newest first.
pub fn of_company(tx: &mut dyn Tx, company_id: &str, page: &Page) -> Result<Vec<AuditEvent>, Fault> {
    let (at, id) = page.below.as_ref().map_or((i64::MAX, ""), |(at, id)| (at.as_microsecond(), id.as_str()));
    all(tx.query(OF_COMPANY, params![company_id, page.kind, page.actor, at, id, page.limit])?)
}

/// Appends an event.
pub fn append(tx: &mut dyn Tx, event: &AuditEvent) -> Result<(), Fault> {
    tx.execute(APPEND, &event.values()).map(drop)
}

/// The latest events, newest first.
pub fn latest(tx: &mut dyn Tx, limit: u32) -> Result<Vec<AuditEvent>, Fault> {
    all(tx.query(LATEST, params![limit])?)
}

/// The latest events about a subject, newest first.
pub fn of_subject(tx: &mut dyn Tx, subject: &str, limit: u32) -> Result<Vec<AuditEvent>, Fault> {
    all(tx.query(OF_SUBJECT, params![subject, limit])?)
}
