//! A user's own filters of the list of documents.

use jiff::Timestamp;

use crate::row::{all, record};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

record! {
    /// One saved view.
    SavedView as saved_view_columns {
        /// UUIDv7.
        id: String,
        /// Whose it is.
        account_id: String,
        /// His company.
        company_id: String,
        /// Its name, unique for the account.
        name: String,
        /// Query of the list's address.
        query: String,
        /// When.
        created: Timestamp,
    }
}

statements! {
    SAVE = concat!("INSERT INTO saved_view (", saved_view_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6) \
        ON CONFLICT (account_id, name) DO UPDATE SET query = $5");
    OF_ACCOUNT = concat!("SELECT ", saved_view_columns!(), " FROM saved_view WHERE account_id = $1 ORDER BY name LIMIT $2");
    DELETE = "DELETE FROM saved_view WHERE id = $1 AND account_id = $2";
}

/// Saves a view; one of the same name is replaced.
pub fn save(tx: &mut dyn Tx, view: &SavedView) -> Result<(), Fault> {
    tx.execute(SAVE, &view.values()).map(drop)
}

/// The views of an account by name.
pub fn of_account(tx: &mut dyn Tx, account_id: &str, limit: u32) -> Result<Vec<SavedView>, Fault> {
    all(tx.query(OF_ACCOUNT, params![account_id, limit])?)
}

/// Takes a view out; false when the account has none with this id.
pub fn delete(tx: &mut dyn Tx, id: &str, account_id: &str) -> Result<bool, Fault> {
    Ok(tx.execute(DELETE, params![id, account_id])? == 1)
}
