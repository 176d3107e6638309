//! What happened to a declaration: append-only, numbered from 1 without gaps.

use jiff::Timestamp;

use crate::row::{all, record};
use crate::sql::{params, statements};
use crate::{Fault, Row, Tx};

record! {
    /// One event.
    Event as event_columns {
        /// Declaration.
        declaration_id: String,
        /// From 1; the store numbers it, so a new event may hold 0 here.
        seq: u32,
        /// UUIDv7.
        id: String,
        /// Kind of event.
        jenis: String,
        /// Process code, when the step is shown in the status list.
        kode_proses: Option<String>,
        /// Name of that step.
        keterangan: Option<String>,
        /// JSON.
        body: String,
        /// Account id, or the name of the machinery.
        actor: String,
        /// When.
        at: Timestamp,
    }
}

statements! {
    // The root row is changed in the same transaction, so nobody else is numbering; the key catches who does it without.
    APPEND = concat!("INSERT INTO declaration_event (", event_columns!(), ") \
        SELECT $1, COALESCE(MAX(seq), 0) + 1, $2, $3, $4, $5, $6, $7, $8 FROM declaration_event WHERE declaration_id = $1 \
        RETURNING seq");
    LOAD = concat!("SELECT ", event_columns!(), " FROM declaration_event WHERE declaration_id = $1 AND seq > $2 \
        ORDER BY seq LIMIT $3");
    STEPS = concat!("SELECT ", event_columns!(), " FROM declaration_event WHERE declaration_id = $1 AND kode_proses IS NOT NULL \
        ORDER BY seq");
    STEPS_SINCE = "SELECT declaration_id, kode_proses, at FROM declaration_event WHERE kode_proses IS NOT NULL AND at >= $1 \
        ORDER BY at DESC LIMIT $2";
}

/// Appends an event and returns its number.
pub fn append(tx: &mut dyn Tx, event: &Event) -> Result<u32, Fault> {
    let Event { declaration_id, id, jenis, kode_proses, keterangan, body, actor, at, .. } = event;
    let row = tx.query_opt(APPEND, params![declaration_id, id, jenis, kode_proses, keterangan, body, actor, at])?;
    row.ok_or_else(|| Fault::Value("no number for an event".to_owned()))?.only()
}

/// Events after number `after`, oldest first.
pub fn load(tx: &mut dyn Tx, declaration_id: &str, after: u32, limit: u32) -> Result<Vec<Event>, Fault> {
    all(tx.query(LOAD, params![declaration_id, after, limit])?)
}

/// The steps of the status list, oldest first.
pub fn steps(tx: &mut dyn Tx, declaration_id: &str) -> Result<Vec<Event>, Fault> {
    all(tx.query(STEPS, params![declaration_id])?)
}

/// Document, process code and time of the steps of all documents since a moment, newest first.
pub fn steps_since(tx: &mut dyn Tx, since: Timestamp, limit: u32) -> Result<Vec<(String, String, Timestamp)>, Fault> {
    let triple = |row: Row| {
        let mut cells = row.cells();
        Ok((cells.take()?, cells.take()?, cells.take()?))
    };
    tx.query(STEPS_SINCE, params![since, limit])?.into_iter().map(triple).collect()
}
