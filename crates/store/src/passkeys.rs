//! Passkeys: public keys that prove that somebody holds his device.

use jiff::Timestamp;

use crate::row::{all, optional, record};
use crate::sql::{params, statements};
use crate::{Fault, Row, Tx};

record! {
    /// One of them.
    Passkey as passkey_columns {
        /// UUIDv7.
        id: String,
        /// Whose it is.
        account_id: String,
        /// What the authenticator calls it, base64url.
        credential: String,
        /// COSE key.
        public_key: Vec<u8>,
        /// Signatures so far, as the authenticator counts them; stays 0 when it does not.
        counter: i64,
        /// What the owner calls it.
        name: String,
        /// When it was registered.
        created: Timestamp,
        /// Last log-in with it.
        used: Option<Timestamp>,
    }
}

statements! {
    INSERT = concat!("INSERT INTO passkey (", passkey_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING");
    OF_ACCOUNT = concat!("SELECT ", passkey_columns!(), " FROM passkey WHERE account_id = $1 ORDER BY created, id LIMIT $2");
    BY_CREDENTIAL = concat!("SELECT ", passkey_columns!(), " FROM passkey WHERE account_id = $1 AND credential = $2 /*pg FOR UPDATE*/");
    COUNT = "SELECT COUNT(*) FROM passkey WHERE account_id = $1";
    // The condition makes a copied key lose also when two log-ins race.
    USED = "UPDATE passkey SET counter = $2, used = $3 WHERE id = $1 AND (counter < $2 OR (counter = 0 AND $2 = 0))";
    RENAME = "UPDATE passkey SET name = $3 WHERE id = $1 AND account_id = $2";
    REMOVE = "DELETE FROM passkey WHERE id = $1 AND account_id = $2";
}

/// Adds one; false when the authenticator's name of it is known already.
pub fn insert(tx: &mut dyn Tx, key: &Passkey) -> Result<bool, Fault> {
    Ok(tx.execute(INSERT, &key.values())? == 1)
}

/// All of an account, oldest first.
pub fn of_account(tx: &mut dyn Tx, account_id: &str, limit: u32) -> Result<Vec<Passkey>, Fault> {
    all(tx.query(OF_ACCOUNT, params![account_id, limit])?)
}

/// One of an account by its authenticator's name, locked until the transaction ends.
pub fn by_credential(tx: &mut dyn Tx, account_id: &str, credential: &str) -> Result<Option<Passkey>, Fault> {
    optional(tx.query_opt(BY_CREDENTIAL, params![account_id, credential])?)
}

/// How many an account has.
pub fn count(tx: &mut dyn Tx, account_id: &str) -> Result<u32, Fault> {
    tx.query_opt(COUNT, params![account_id])?.map_or(Ok(0), Row::only)
}

/// Notes a log-in; false when the counter did not grow, as happens when there is a second copy of the key.
pub fn note_used(tx: &mut dyn Tx, id: &str, counter: i64, now: Timestamp) -> Result<bool, Fault> {
    Ok(tx.execute(USED, params![id, counter, now])? == 1)
}

/// Gives one of an account another name; false when it has none of that id.
pub fn rename(tx: &mut dyn Tx, id: &str, account_id: &str, name: &str) -> Result<bool, Fault> {
    Ok(tx.execute(RENAME, params![id, account_id, name])? == 1)
}

/// Removes one of an account; false when it has none of that id.
pub fn remove(tx: &mut dyn Tx, id: &str, account_id: &str) -> Result<bool, Fault> {
    Ok(tx.execute(REMOVE, params![id, account_id])? == 1)
}
