//! Secrets that leave in mails: one use, a short life, and only the newest counts.

use jiff::Timestamp;

use crate::row::{optional, record};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

record! {
    /// A link.
    Link as link_columns {
        /// SHA-256 of the secret, hex.
        hash: String,
        /// UUIDv7.
        id: String,
        /// What it is good for.
        purpose: String,
        /// Account it belongs to.
        account_id: Option<String>,
        /// Registration it belongs to.
        registration_id: Option<String>,
        /// Where it went.
        email: String,
        /// When it was made.
        created: Timestamp,
        /// Not valid from here on.
        expires: Timestamp,
        /// When it was used.
        used: Option<Timestamp>,
        /// When a newer one replaced it.
        void: Option<Timestamp>,
    }
}

statements! {
    INSERT = concat!("INSERT INTO link (", link_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
    LIVE = concat!("SELECT ", link_columns!(), " FROM link WHERE hash = $1 AND purpose = $2 AND expires > $3 \
        AND used IS NULL AND void IS NULL");
    USE = "UPDATE link SET used = $2 WHERE hash = $1 AND expires > $2 AND used IS NULL AND void IS NULL";
    VOID_ACCOUNT = "UPDATE link SET void = $3 WHERE account_id = $1 AND purpose = $2 AND used IS NULL AND void IS NULL";
    VOID_ALL = "UPDATE link SET void = $2 WHERE account_id = $1 AND used IS NULL AND void IS NULL";
    VOID_REGISTRATION = "UPDATE link SET void = $2 WHERE registration_id = $1 AND used IS NULL AND void IS NULL";
    WAITING = concat!("SELECT ", link_columns!(), " FROM link WHERE account_id = $1 AND purpose = $2 AND expires > $3 \
        AND used IS NULL AND void IS NULL ORDER BY created DESC, id LIMIT 1");
    PURGE = "DELETE FROM link WHERE hash IN (SELECT hash FROM link WHERE expires < $1 ORDER BY expires LIMIT $2)";
}

/// Stores a link and makes older ones for the same purpose void.
pub fn issue(tx: &mut dyn Tx, link: &Link) -> Result<(), Fault> {
    if let Some(account) = &link.account_id {
        tx.execute(VOID_ACCOUNT, params![account, link.purpose, link.created])?;
    }
    if let Some(registration) = &link.registration_id {
        tx.execute(VOID_REGISTRATION, params![registration, link.created])?;
    }
    tx.execute(INSERT, &link.values()).map(drop)
}

/// The link, while it is good for `purpose`.
pub fn live(tx: &mut dyn Tx, hash: &str, purpose: &str, now: Timestamp) -> Result<Option<Link>, Fault> {
    optional(tx.query_opt(LIVE, params![hash, purpose, now])?)
}

/// Uses a link up; false when it was not good any more: of two that use it at once, one wins.
pub fn take(tx: &mut dyn Tx, hash: &str, now: Timestamp) -> Result<bool, Fault> {
    Ok(tx.execute(USE, params![hash, now])? == 1)
}

/// Makes all links of an account void.
pub fn void_all(tx: &mut dyn Tx, account_id: &str, now: Timestamp) -> Result<u64, Fault> {
    tx.execute(VOID_ALL, params![account_id, now])
}

/// The live link of an account for a purpose.
pub fn waiting(tx: &mut dyn Tx, account_id: &str, purpose: &str, now: Timestamp) -> Result<Option<Link>, Fault> {
    optional(tx.query_opt(WAITING, params![account_id, purpose, now])?)
}

/// Deletes at most `limit` links that were over before `before`.
pub fn purge(tx: &mut dyn Tx, before: Timestamp, limit: u32) -> Result<u64, Fault> {
    tx.execute(PURGE, params![before, limit])
}
