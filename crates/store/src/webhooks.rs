//! Receivers of events, how far each has come, and what was given up.

use jiff::Timestamp;

use crate::row::{all, optional, record};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

record! {
    /// A receiver.
    Webhook as webhook_columns {
        /// UUIDv7.
        id: String,
        /// Whose it is.
        company_id: String,
        /// What the company calls it.
        label: String,
        /// Where to.
        url: String,
        /// Words of [`crate::feed::FeedKind`], with commas.
        kinds: String,
        /// Key of the signature.
        secret: String,
        /// Whether anything is sent.
        active: bool,
        /// Last event that was delivered or given up.
        position: i64,
        /// Failed tries of the next one.
        failures: u32,
        /// What the last failed try said.
        last_error: Option<String>,
        /// Last try.
        last_try: Option<Timestamp>,
        /// Last success.
        last_ok: Option<Timestamp>,
        /// When it was set up.
        created: Timestamp,
        /// By which account.
        created_by: String,
        /// When it was removed.
        removed: Option<Timestamp>,
    }
}

record! {
    /// An event that was given up.
    Failure as failure_columns {
        /// Receiver.
        webhook_id: String,
        /// Event.
        seq: i64,
        /// Document.
        nomor_aju: String,
        /// What it is about.
        kind: String,
        /// What the last try said.
        error: String,
        /// How often it was tried.
        tries: u32,
        /// When it was given up.
        at: Timestamp,
        /// When it was delivered after all.
        resent: Option<Timestamp>,
    }
}

statements! {
    INSERT = concat!("INSERT INTO webhook (", webhook_columns!(), ") \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)");
    OF_COMPANY = concat!("SELECT ", webhook_columns!(), " FROM webhook WHERE company_id = $1 AND removed IS NULL \
        ORDER BY created, id LIMIT $2");
    ACTIVE_IDS = "SELECT id FROM webhook WHERE company_id = $1 AND removed IS NULL AND active = 1 ORDER BY id";
    BY_ID = concat!("SELECT ", webhook_columns!(), " FROM webhook WHERE id = $1 AND removed IS NULL");
    OWN = concat!("SELECT ", webhook_columns!(), " FROM webhook WHERE id = $1 AND company_id = $2 AND removed IS NULL");
    SAVE = "UPDATE webhook SET label = $3, url = $4, kinds = $5, secret = $6, active = $7, failures = $8, position = $9 \
        WHERE id = $1 AND company_id = $2 AND removed IS NULL";
    REMOVE = "UPDATE webhook SET removed = $3, active = 0 WHERE id = $1 AND company_id = $2 AND removed IS NULL";
    // Only from where the sender began: who set the position back meanwhile is not overruled.
    DELIVERED = "UPDATE webhook SET position = $3, failures = 0, last_error = NULL, last_try = $4, last_ok = $4 \
        WHERE id = $1 AND position = $2";
    SKIPPED = "UPDATE webhook SET position = $3 WHERE id = $1 AND position = $2";
    FAILED = "UPDATE webhook SET failures = failures + 1, last_error = $3, last_try = $4 WHERE id = $1 AND position = $2";
    GAVE_UP = "UPDATE webhook SET position = $3, failures = 0, last_error = $4, last_try = $5 WHERE id = $1 AND position = $2";
    FAILURE = concat!("INSERT INTO webhook_failure (", failure_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
        ON CONFLICT (webhook_id, seq) DO UPDATE SET error = excluded.error, tries = webhook_failure.tries + excluded.tries, \
        at = excluded.at, resent = NULL");
    FAILURES = concat!("SELECT ", failure_columns!(), " FROM webhook_failure WHERE webhook_id = $1 ORDER BY seq DESC LIMIT $2");
    RESENT = "UPDATE webhook_failure SET resent = $3 WHERE webhook_id = $1 AND seq = $2";
    PURGE = "DELETE FROM webhook_failure WHERE (webhook_id, seq) IN \
        (SELECT webhook_id, seq FROM webhook_failure WHERE at < $1 LIMIT $2)";
}

/// Adds a receiver.
pub fn insert(tx: &mut dyn Tx, webhook: &Webhook) -> Result<(), Fault> {
    tx.execute(INSERT, &webhook.values()).map(drop)
}

/// Receivers of a company, oldest first.
pub fn of_company(tx: &mut dyn Tx, company_id: &str, limit: u32) -> Result<Vec<Webhook>, Fault> {
    all(tx.query(OF_COMPANY, params![company_id, limit])?)
}

/// Ids of the receivers of a company that something is sent to.
pub fn active_ids(tx: &mut dyn Tx, company_id: &str) -> Result<Vec<String>, Fault> {
    tx.query(ACTIVE_IDS, params![company_id])?.into_iter().map(crate::Row::only).collect()
}

/// By id, for the sender.
pub fn by_id(tx: &mut dyn Tx, id: &str) -> Result<Option<Webhook>, Fault> {
    optional(tx.query_opt(BY_ID, params![id])?)
}

/// A company's own.
pub fn own(tx: &mut dyn Tx, id: &str, company_id: &str) -> Result<Option<Webhook>, Fault> {
    optional(tx.query_opt(OWN, params![id, company_id])?)
}

/// Saves what the company decides; false when it is not the company's.
pub fn save(tx: &mut dyn Tx, webhook: &Webhook) -> Result<bool, Fault> {
    let Webhook { id, company_id, label, url, kinds, secret, active, failures, position, .. } = webhook;
    let params = params![id, company_id, label, url, kinds, secret, *active, *failures, *position];
    Ok(tx.execute(SAVE, params)? == 1)
}

/// Removes a receiver; false when it is not the company's.
pub fn remove(tx: &mut dyn Tx, id: &str, company_id: &str, now: Timestamp) -> Result<bool, Fault> {
    Ok(tx.execute(REMOVE, params![id, company_id, now])? == 1)
}

/// Event `to` was delivered; false when somebody moved the receiver meanwhile.
pub fn delivered(tx: &mut dyn Tx, id: &str, from: i64, to: i64, now: Timestamp) -> Result<bool, Fault> {
    Ok(tx.execute(DELIVERED, params![id, from, to, now])? == 1)
}

/// Events up to `to` are none of the receiver's kinds.
pub fn skipped(tx: &mut dyn Tx, id: &str, from: i64, to: i64) -> Result<bool, Fault> {
    Ok(tx.execute(SKIPPED, params![id, from, to])? == 1)
}

/// A try failed.
pub fn failed(tx: &mut dyn Tx, id: &str, from: i64, error: &str, now: Timestamp) -> Result<bool, Fault> {
    Ok(tx.execute(FAILED, params![id, from, error, now])? == 1)
}

/// An event is given up and listed.
pub fn give_up(tx: &mut dyn Tx, failure: &Failure, from: i64) -> Result<bool, Fault> {
    let Failure { webhook_id, seq, error, at, .. } = failure;
    if tx.execute(GAVE_UP, params![webhook_id, from, *seq, error, *at])? == 0 {
        return Ok(false);
    }
    tx.execute(FAILURE, &failure.values()).map(|_| true)
}

/// What was given up, newest first.
pub fn failures(tx: &mut dyn Tx, webhook_id: &str, limit: u32) -> Result<Vec<Failure>, Fault> {
    all(tx.query(FAILURES, params![webhook_id, limit])?)
}

/// A listed event was delivered after all.
pub fn resent(tx: &mut dyn Tx, webhook_id: &str, seq: i64, now: Timestamp) -> Result<(), Fault> {
    tx.execute(RESENT, params![webhook_id, seq, now]).map(drop)
}

/// Forgets at most `limit` failures from before `before`.
pub fn purge(tx: &mut dyn Tx, before: Timestamp, limit: u32) -> Result<u64, Fault> {
    tx.execute(PURGE, params![before, limit])
}
