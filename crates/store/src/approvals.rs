//! What one operator asked for and another has to approve.

use jiff::Timestamp;

use crate::row::{all, optional, record, words};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

words! {
    /// Where a request stands.
    ApprovalState {
        /// Nobody has decided.
        Menunggu = "MENUNGGU",
        /// Done.
        Disetujui = "DISETUJUI",
        /// Refused.
        Ditolak = "DITOLAK",
    }
}

record! {
    /// One request.
    Approval as approval_columns {
        /// UUIDv7.
        id: String,
        /// What kind of change.
        kind: String,
        /// What it is about: an account, a table.
        subject: String,
        /// The change, JSON.
        payload: String,
        /// Where it stands.
        state: ApprovalState,
        /// Who asked.
        requested_by: String,
        /// When.
        requested: Timestamp,
        /// Who decided.
        decided_by: Option<String>,
        /// When.
        decided: Option<Timestamp>,
        /// Why it was refused.
        reason: Option<String>,
    }
}

statements! {
    INSERT = concat!("INSERT INTO approval (", approval_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
    BY_ID = concat!("SELECT ", approval_columns!(), " FROM approval WHERE id = $1 /*pg FOR UPDATE*/");
    IN_STATE = concat!("SELECT ", approval_columns!(), " FROM approval WHERE state = $1 ORDER BY requested, id LIMIT $2");
    LOOK = concat!("SELECT ", approval_columns!(), " FROM approval WHERE id = $1");
    DECIDED = concat!("SELECT ", approval_columns!(), " FROM approval WHERE state <> 'MENUNGGU' ORDER BY decided DESC, id LIMIT $1");
    DECIDE = "UPDATE approval SET state = $2, decided_by = $3, decided = $4, reason = $5 WHERE id = $1 AND state = 'MENUNGGU'";
}

/// Records a request.
pub fn insert(tx: &mut dyn Tx, approval: &Approval) -> Result<(), Fault> {
    tx.execute(INSERT, &approval.values()).map(drop)
}

/// By id, locked until the transaction ends.
pub fn for_update(tx: &mut dyn Tx, id: &str) -> Result<Option<Approval>, Fault> {
    optional(tx.query_opt(BY_ID, params![id])?)
}

/// Requests in a state, oldest first.
pub fn in_state(tx: &mut dyn Tx, state: ApprovalState, limit: u32) -> Result<Vec<Approval>, Fault> {
    all(tx.query(IN_STATE, params![state, limit])?)
}

/// By id.
pub fn by_id(tx: &mut dyn Tx, id: &str) -> Result<Option<Approval>, Fault> {
    optional(tx.query_opt(LOOK, params![id])?)
}

/// Decided requests, last one first.
pub fn decided(tx: &mut dyn Tx, limit: u32) -> Result<Vec<Approval>, Fault> {
    all(tx.query(DECIDED, params![limit])?)
}

/// Decides a waiting request; false when it is not waiting any more.
pub fn decide(
    tx: &mut dyn Tx,
    id: &str,
    state: ApprovalState,
    by: &str,
    reason: Option<&str>,
    now: Timestamp,
) -> Result<bool, Fault> {
    Ok(tx.execute(DECIDE, params![id, state, by, now, reason])? == 1)
}
