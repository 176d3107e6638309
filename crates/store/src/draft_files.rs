//! Workbooks that wait to be accepted, and the way back from the last change of goods lines.

use jiff::Timestamp;

use crate::row::{optional, record};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

record! {
    /// A workbook that somebody sent.
    DraftFile as draft_file_columns {
        /// UUIDv7.
        id: String,
        /// The company in whose name it was sent.
        company_id: String,
        /// Who sent it; nobody else sees it.
        account_id: String,
        /// The draft it is for; empty for a new one.
        nomor_aju: String,
        /// JSON.
        body: String,
        /// When it came.
        created: Timestamp,
    }
}

record! {
    /// What a change of lines can be taken back to.
    DraftUndo as draft_undo_columns {
        /// Draft.
        declaration_id: String,
        /// Who changed it; nobody else takes it back.
        account_id: String,
        /// JSON.
        body: String,
        /// When.
        created: Timestamp,
    }
}

statements! {
    INSERT = concat!("INSERT INTO draft_file (", draft_file_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6)");
    BY_ID = concat!("SELECT ", draft_file_columns!(), " FROM draft_file WHERE id = $1 AND account_id = $2");
    DELETE = "DELETE FROM draft_file WHERE id = $1 AND account_id = $2";
    CLEAR = "DELETE FROM draft_file WHERE (account_id = $1 AND nomor_aju = $2) OR created < $3";
    KEEP = concat!("INSERT INTO draft_undo (", draft_undo_columns!(), ") VALUES ($1, $2, $3, $4) \
        ON CONFLICT (declaration_id, account_id) DO UPDATE SET body = excluded.body, created = excluded.created");
    LAST = concat!("SELECT ", draft_undo_columns!(), " FROM draft_undo WHERE declaration_id = $1 AND account_id = $2");
    FORGET = "DELETE FROM draft_undo WHERE declaration_id = $1 AND account_id = $2";
}

/// Keeps a workbook.
pub fn insert(tx: &mut dyn Tx, file: &DraftFile) -> Result<(), Fault> {
    tx.execute(INSERT, &file.values()).map(drop)
}

/// A workbook of an account.
pub fn by_id(tx: &mut dyn Tx, id: &str, account_id: &str) -> Result<Option<DraftFile>, Fault> {
    optional(tx.query_opt(BY_ID, params![id, account_id])?)
}

/// Forgets a workbook.
pub fn delete(tx: &mut dyn Tx, id: &str, account_id: &str) -> Result<(), Fault> {
    tx.execute(DELETE, params![id, account_id]).map(drop)
}

/// Forgets what an account sent for a draft before, and everybody's older than `before`.
pub fn clear(tx: &mut dyn Tx, account_id: &str, nomor_aju: &str, before: Timestamp) -> Result<(), Fault> {
    tx.execute(CLEAR, params![account_id, nomor_aju, before]).map(drop)
}

/// Keeps the way back, in place of the one before.
pub fn keep_undo(tx: &mut dyn Tx, undo: &DraftUndo) -> Result<(), Fault> {
    tx.execute(KEEP, &undo.values()).map(drop)
}

/// The way back of an account.
pub fn last_undo(tx: &mut dyn Tx, declaration_id: &str, account_id: &str) -> Result<Option<DraftUndo>, Fault> {
    optional(tx.query_opt(LAST, params![declaration_id, account_id])?)
}

/// Forgets it.
pub fn forget_undo(tx: &mut dyn Tx, declaration_id: &str, account_id: &str) -> Result<(), Fault> {
    tx.execute(FORGET, params![declaration_id, account_id]).map(drop)
}
