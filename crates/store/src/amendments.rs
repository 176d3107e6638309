//! Requests to change a registered declaration; what is asked for is kept apart until it is granted.

use jiff::Timestamp;

use crate::row::{optional, record, words};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

words! {
    /// Where a request stands.
    AmendmentState {
        /// Being recorded.
        Draf = "DRAF",
        /// With the officer.
        Diajukan = "DIAJUKAN",
        /// Granted; the additional levies are to be paid first.
        Disetujui = "DISETUJUI",
        /// In force.
        Berlaku = "BERLAKU",
        /// Refused, or void.
        Ditolak = "DITOLAK",
    }
}

record! {
    /// One request.
    Amendment as amendment_columns {
        /// UUIDv7.
        id: String,
        /// Declaration.
        declaration_id: String,
        /// From 1.
        number: u32,
        /// Where it stands.
        state: AmendmentState,
        /// Ground.
        reason: String,
        /// JSON: pointer, old, new.
        changes: String,
        /// The whole document with the changes, from the request on.
        body: Option<Vec<u8>>,
        /// JSON: what each levy changes by.
        lines: String,
        /// Starts at 1.
        version: u32,
        /// When it was begun.
        created: Timestamp,
        /// When it was sent.
        sent: Option<Timestamp>,
        /// When it was decided.
        decided: Option<Timestamp>,
    }
}

statements! {
    INSERT = concat!("INSERT INTO amendment (", amendment_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
        ON CONFLICT (declaration_id, number) DO NOTHING");
    LATEST = concat!("SELECT ", amendment_columns!(), " FROM amendment WHERE declaration_id = $1 ORDER BY number DESC LIMIT 1");
    ONE = concat!("SELECT ", amendment_columns!(), " FROM amendment WHERE declaration_id = $1 AND number = $2");
    SAVE = "UPDATE amendment SET state = $3, reason = $4, changes = $5, body = $6, lines = $7, sent = $8, decided = $9, \
        version = version + 1 WHERE id = $1 AND version = $2";
    DROP_DRAFT = "DELETE FROM amendment WHERE id = $1 AND state = 'DRAF'";
}

/// Adds a request; false when the number is taken.
pub fn insert(tx: &mut dyn Tx, amendment: &Amendment) -> Result<bool, Fault> {
    Ok(tx.execute(INSERT, &amendment.values())? == 1)
}

/// The latest request of a declaration.
pub fn latest(tx: &mut dyn Tx, declaration_id: &str) -> Result<Option<Amendment>, Fault> {
    optional(tx.query_opt(LATEST, params![declaration_id])?)
}

/// One request by its number.
pub fn one(tx: &mut dyn Tx, declaration_id: &str, number: u32) -> Result<Option<Amendment>, Fault> {
    optional(tx.query_opt(ONE, params![declaration_id, number])?)
}

/// Saves it; the version must still be the loaded one and is raised.
pub fn save(tx: &mut dyn Tx, amendment: &mut Amendment) -> Result<(), Fault> {
    let a = &*amendment;
    let changed = tx.execute(
        SAVE,
        params![&a.id, a.version, a.state, &a.reason, &a.changes, &a.body, &a.lines, a.sent, a.decided],
    )?;
    if changed == 0 {
        return Err(Fault::conflict(format!("amendment {}", a.id)));
    }
    amendment.version += 1;
    Ok(())
}

/// Takes out one that was never sent.
pub fn drop_draft(tx: &mut dyn Tx, id: &str) -> Result<(), Fault> {
    tx.execute(DROP_DRAFT, params![id]).map(drop)
}
