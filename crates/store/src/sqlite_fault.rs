//! What SQLite's errors mean for us.

use rusqlite::ffi::{
    SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_TRIGGER, SQLITE_CONSTRAINT_UNIQUE, SQLITE_READONLY,
};
use rusqlite::{Error, ErrorCode};

use crate::Fault;

/// The fault behind an error.
pub(crate) fn fault(error: &Error) -> Fault {
    let text = error.to_string();
    let Error::SqliteFailure(code, _) = error else { return Fault::Statement(text) };
    match (code.code, code.extended_code) {
        (_, SQLITE_CONSTRAINT_UNIQUE | SQLITE_CONSTRAINT_PRIMARYKEY) => {
            Fault::Unique { table: table_of(&text), detail: text }
        }
        (_, SQLITE_CONSTRAINT_TRIGGER) => Fault::AppendOnly(text),
        (_, SQLITE_READONLY) => Fault::Statement(text),
        (ErrorCode::ConstraintViolation, _) => Fault::Constraint(text),
        (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => Fault::Busy(text),
        (
            ErrorCode::DiskFull
            | ErrorCode::SystemIoFailure
            | ErrorCode::CannotOpen
            | ErrorCode::DatabaseCorrupt
            | ErrorCode::NotADatabase
            | ErrorCode::OutOfMemory
            | ErrorCode::PermissionDenied
            | ErrorCode::ReadOnly,
            _,
        ) => Fault::Unavailable(text),
        _ => Fault::Statement(text),
    }
}

/// `UNIQUE constraint failed: company.npwp` names the table.
fn table_of(text: &str) -> String {
    let columns = text.rsplit_once(": ").map_or(text, |(_, columns)| columns);
    columns.split('.').next().unwrap_or(columns).to_owned()
}
