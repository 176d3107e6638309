//! The officers' queue.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::row::{all, optional, record};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

record! {
    /// Something an officer has to do.
    OfficerTask as task_columns {
        /// UUIDv7.
        id: String,
        /// Declaration.
        declaration_id: String,
        /// Function that may take it, for example `PFPB`.
        function: String,
        /// Office, 6 digits.
        office: String,
        /// Waiting since.
        since: Timestamp,
        /// To be done by.
        due: Option<Timestamp>,
        /// Officer who took it.
        taken_by: Option<String>,
        /// When.
        taken_at: Option<Timestamp>,
        /// Officer who did it.
        done_by: Option<String>,
        /// When.
        done_at: Option<Timestamp>,
    }
}

record! {
    /// A task with what a queue shows of its declaration.
    QueueRow as queue_columns {
        /// Task.
        id: String,
        /// Function that may take it.
        function: String,
        /// Waiting since.
        since: Timestamp,
        /// To be done by.
        due: Option<Timestamp>,
        /// Officer who took it.
        taken_by: Option<String>,
        /// His name.
        taker: Option<String>,
        /// 26 characters.
        nomor_aju: String,
        /// Registration number.
        nomor_daftar: Option<String>,
        /// Its date.
        tanggal_daftar: Option<Date>,
        /// Channel.
        jalur: Option<String>,
        /// Workflow state in one word.
        status: String,
        /// Importer.
        nama_importir: String,
    }
}

/// What [`QueueRow`] reads.
macro_rules! queue_rows {
    ($which:literal) => {
        concat!(
            "SELECT t.id, t.function, t.since, t.due, t.taken_by, a.display_name, d.nomor_aju, d.nomor_daftar, \
             d.tanggal_daftar, d.jalur, d.status, d.nama_importir \
             FROM officer_task t JOIN declaration d ON d.id = t.declaration_id LEFT JOIN account a ON a.id = t.taken_by \
             WHERE t.office = $1 AND d.kode_kantor = $1 AND t.done_at IS NULL AND d.status <> 'deleted' AND ",
            $which,
            " ORDER BY CASE WHEN t.due IS NULL THEN 1 ELSE 0 END, t.due, t.since, t.id LIMIT $3"
        )
    };
}

statements! {
    URGENT = queue_rows!("(CAST($2 AS TEXT) IS NULL OR t.function = $2)");
    HELD = queue_rows!("t.taken_by = $2");
    ASSIGN = "UPDATE officer_task SET taken_by = $2, taken_at = $3 WHERE id = $1 AND done_at IS NULL";
    OPEN_TASKS = concat!("SELECT ", task_columns!(), " FROM officer_task WHERE declaration_id = $1 AND done_at IS NULL \
        ORDER BY since, id");
    MOVE_DUE = "UPDATE officer_task SET due = $2 WHERE id = $1 AND done_at IS NULL";
    OPEN = concat!("INSERT INTO officer_task (", task_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
        ON CONFLICT DO NOTHING");
    BY_ID = concat!("SELECT ", task_columns!(), " FROM officer_task WHERE id = $1");
    OPEN_OF = concat!("SELECT ", task_columns!(), " FROM officer_task WHERE declaration_id = $1 AND function = $2 \
        AND done_at IS NULL");
    OF_DECLARATION = concat!("SELECT ", task_columns!(), " FROM officer_task WHERE declaration_id = $1 ORDER BY since, id");
    QUEUE = concat!("SELECT ", task_columns!(), " FROM officer_task WHERE office = $1 AND function = $2 AND done_at IS NULL \
        ORDER BY since, id LIMIT $3");
    TAKE = "UPDATE officer_task SET taken_by = $2, taken_at = $3 \
        WHERE id = $1 AND done_at IS NULL AND (taken_by IS NULL OR taken_by = $2)";
    GIVE_BACK = "UPDATE officer_task SET taken_by = NULL, taken_at = NULL WHERE id = $1 AND taken_by = $2 AND done_at IS NULL";
    DONE = "UPDATE officer_task SET done_by = $3, done_at = $4 WHERE declaration_id = $1 AND function = $2 AND done_at IS NULL";
    CLOSE_ALL = "UPDATE officer_task SET done_at = $2 WHERE declaration_id = $1 AND done_at IS NULL";
}

/// Puts a task in the queue; false when the declaration already waits for this function.
pub fn open(tx: &mut dyn Tx, task: &OfficerTask) -> Result<bool, Fault> {
    Ok(tx.execute(OPEN, &task.values())? == 1)
}

/// By id.
pub fn by_id(tx: &mut dyn Tx, id: &str) -> Result<Option<OfficerTask>, Fault> {
    optional(tx.query_opt(BY_ID, params![id])?)
}

/// The open task of a declaration for a function.
pub fn open_of(tx: &mut dyn Tx, declaration_id: &str, function: &str) -> Result<Option<OfficerTask>, Fault> {
    optional(tx.query_opt(OPEN_OF, params![declaration_id, function])?)
}

/// All tasks of a declaration, oldest first: who inspected must not examine the documents.
pub fn of_declaration(tx: &mut dyn Tx, declaration_id: &str) -> Result<Vec<OfficerTask>, Fault> {
    all(tx.query(OF_DECLARATION, params![declaration_id])?)
}

/// The queue of a function at an office, longest waiting first.
pub fn queue(tx: &mut dyn Tx, office: &str, function: &str, limit: u32) -> Result<Vec<OfficerTask>, Fault> {
    all(tx.query(QUEUE, params![office, function, limit])?)
}

/// The queue of a function at an office, or of all its functions: what is due first comes first.
pub fn urgent(tx: &mut dyn Tx, office: &str, function: Option<&str>, limit: u32) -> Result<Vec<QueueRow>, Fault> {
    all(tx.query(URGENT, params![office, function, limit])?)
}

/// What an officer of an office holds, in the same order.
pub fn held(tx: &mut dyn Tx, office: &str, account_id: &str, limit: u32) -> Result<Vec<QueueRow>, Fault> {
    all(tx.query(HELD, params![office, account_id, limit])?)
}

/// Gives a task to an officer, whoever held it, or back to all; false when it is done.
pub fn assign(tx: &mut dyn Tx, id: &str, to: Option<&str>, now: Timestamp) -> Result<bool, Fault> {
    Ok(tx.execute(ASSIGN, params![id, to, to.map(|_| now)])? == 1)
}

/// Open tasks of a declaration.
pub fn open_tasks(tx: &mut dyn Tx, declaration_id: &str) -> Result<Vec<OfficerTask>, Fault> {
    all(tx.query(OPEN_TASKS, params![declaration_id])?)
}

/// Sets another deadline.
pub fn move_due(tx: &mut dyn Tx, id: &str, due: Option<Timestamp>) -> Result<(), Fault> {
    tx.execute(MOVE_DUE, params![id, due]).map(drop)
}

/// Takes a task; false when another officer holds it or it is done.
pub fn take(tx: &mut dyn Tx, id: &str, account_id: &str, now: Timestamp) -> Result<bool, Fault> {
    Ok(tx.execute(TAKE, params![id, account_id, now])? == 1)
}

/// Puts a task back; false when the officer does not hold it.
pub fn give_back(tx: &mut dyn Tx, id: &str, account_id: &str) -> Result<bool, Fault> {
    Ok(tx.execute(GIVE_BACK, params![id, account_id])? == 1)
}

/// Closes the open task of a function; false when there was none.
pub fn done(
    tx: &mut dyn Tx,
    declaration_id: &str,
    function: &str,
    account_id: Option<&str>,
    now: Timestamp,
) -> Result<bool, Fault> {
    Ok(tx.execute(DONE, params![declaration_id, function, account_id, now])? == 1)
}

/// Closes every open task of a declaration: cancelled or withdrawn.
pub fn close_all(tx: &mut dyn Tx, declaration_id: &str, now: Timestamp) -> Result<u64, Fault> {
    tx.execute(CLOSE_ALL, params![declaration_id, now])
}
