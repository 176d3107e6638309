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
    }
}

statements! {
    APPEND = concat!("INSERT INTO audit_event (", audit_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6)");
    LATEST = concat!("SELECT ", audit_columns!(), " FROM audit_event ORDER BY at DESC, id DESC LIMIT $1");
    OF_SUBJECT = concat!("SELECT ", audit_columns!(), " FROM audit_event WHERE subject = $1 ORDER BY at DESC, id DESC LIMIT $2");
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
