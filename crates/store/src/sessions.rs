//! Sessions of browsers; only the SHA-256 of the cookie is stored.

use jiff::Timestamp;

use crate::row::{all, optional, record, words};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

words! {
    /// What is still missing before a session may do anything.
    SessionStep {
        /// Nothing.
        Selesai = "SELESAI",
        /// The second factor.
        Faktor = "FAKTOR",
        /// Setting up a second factor.
        Daftar = "DAFTAR",
    }
}

record! {
    /// A session.
    Session as session_columns {
        /// SHA-256 of the cookie, hex.
        hash: String,
        /// What the owner's list calls it; stays when the cookie is renewed.
        id: String,
        /// Whose it is.
        account_id: String,
        /// What is still missing.
        step: SessionStep,
        /// Network address at the log-in.
        address: String,
        /// Program at the log-in.
        agent: String,
        /// Company the broker acts for.
        client_id: Option<String>,
        /// Second factor that is being set up.
        pending: Option<Vec<u8>>,
        /// When password or factor was last proven.
        fresh: Option<Timestamp>,
        /// When it began.
        created: Timestamp,
        /// Last request, to the minute.
        seen: Timestamp,
        /// Not valid from here on, whatever happens.
        expires: Timestamp,
        /// When it was ended.
        ended: Option<Timestamp>,
    }
}

statements! {
    INSERT = concat!("INSERT INTO session (", session_columns!(), ") VALUES \
        ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)");
    LIVE = concat!("SELECT ", session_columns!(), " FROM session WHERE hash = $1 AND ended IS NULL AND expires > $2");
    OF_ACCOUNT = concat!("SELECT ", session_columns!(), " FROM session WHERE account_id = $1 AND ended IS NULL AND expires > $2 \
        ORDER BY created DESC, id LIMIT $3");
    SEEN = "UPDATE session SET seen = $2 WHERE hash = $1 AND ended IS NULL";
    // Of two renewals of one cookie only the first finds it.
    RENEW = "UPDATE session SET hash = $2, step = $3, client_id = $4, fresh = $5, pending = NULL, seen = $6 \
        WHERE hash = $1 AND ended IS NULL";
    PENDING = "UPDATE session SET pending = $2 WHERE hash = $1 AND ended IS NULL";
    END = "UPDATE session SET ended = $2 WHERE hash = $1 AND ended IS NULL";
    END_ONE = "UPDATE session SET ended = $3 WHERE id = $1 AND account_id = $2 AND ended IS NULL";
    END_ALL = "UPDATE session SET ended = $3 WHERE account_id = $1 AND hash <> $2 AND ended IS NULL";
    PURGE = "DELETE FROM session WHERE hash IN (SELECT hash FROM session WHERE expires < $1 ORDER BY expires LIMIT $2)";
}

/// Stores a session.
pub fn insert(tx: &mut dyn Tx, session: &Session) -> Result<(), Fault> {
    tx.execute(INSERT, &session.values()).map(drop)
}

/// The session, if it is neither ended nor over.
pub fn live(tx: &mut dyn Tx, hash: &str, now: Timestamp) -> Result<Option<Session>, Fault> {
    optional(tx.query_opt(LIVE, params![hash, now])?)
}

/// Live sessions of an account, newest first.
pub fn of_account(tx: &mut dyn Tx, account_id: &str, now: Timestamp, limit: u32) -> Result<Vec<Session>, Fault> {
    all(tx.query(OF_ACCOUNT, params![account_id, now, limit])?)
}

/// Notes a request.
pub fn note_seen(tx: &mut dyn Tx, hash: &str, now: Timestamp) -> Result<(), Fault> {
    tx.execute(SEEN, params![hash, now]).map(drop)
}

/// Moves the session `old` to its new cookie, with what `session` now says; false when the old cookie is dead.
pub fn renew(tx: &mut dyn Tx, old: &str, session: &Session) -> Result<bool, Fault> {
    let Session { hash, step, client_id, fresh, seen, .. } = session;
    Ok(tx.execute(RENEW, params![old, hash, step, client_id, fresh, seen])? == 1)
}

/// Keeps the second factor that is being set up.
pub fn set_pending(tx: &mut dyn Tx, hash: &str, secret: &[u8]) -> Result<(), Fault> {
    tx.execute(PENDING, params![hash, secret]).map(drop)
}

/// Ends a session.
pub fn end(tx: &mut dyn Tx, hash: &str, now: Timestamp) -> Result<bool, Fault> {
    Ok(tx.execute(END, params![hash, now])? == 1)
}

/// Ends one session of an account by its id in the owner's list.
pub fn end_one(tx: &mut dyn Tx, id: &str, account_id: &str, now: Timestamp) -> Result<bool, Fault> {
    Ok(tx.execute(END_ONE, params![id, account_id, now])? == 1)
}

/// Ends all sessions of an account but the one with the hash `but` (empty for none) and says how many.
pub fn end_all(tx: &mut dyn Tx, account_id: &str, but: &str, now: Timestamp) -> Result<u64, Fault> {
    tx.execute(END_ALL, params![account_id, but, now])
}

/// Deletes at most `limit` sessions that were over before `before`.
pub fn purge(tx: &mut dyn Tx, before: Timestamp, limit: u32) -> Result<u64, Fault> {
    tx.execute(PURGE, params![before, limit])
}
