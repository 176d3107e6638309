//! Powers of attorney: a company lets a broker act for it, for some document kinds and some time.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::row::{all, optional, record};
use crate::sql::{params, statements};
use crate::{Fault, Row, Tx};

record! {
    /// One power of attorney.
    Kuasa as kuasa_columns {
        /// UUIDv7.
        id: String,
        /// Who gives it.
        client_id: String,
        /// Who acts.
        broker_id: String,
        /// The letter's number, unique for the giver.
        number: String,
        /// Document kinds, such as `20,30`.
        kinds: String,
        /// First day.
        valid_from: Date,
        /// Last day.
        valid_to: Date,
        /// When it was recorded.
        created: Timestamp,
        /// By which account.
        created_by: String,
        /// When it was taken back.
        revoked: Option<Timestamp>,
        /// By which account.
        revoked_by: Option<String>,
        /// Why.
        reason: Option<String>,
    }
}

statements! {
    INSERT = concat!("INSERT INTO kuasa (", kuasa_columns!(), ") VALUES \
        ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (client_id, number) DO NOTHING");
    LIVE = concat!("SELECT ", kuasa_columns!(), " FROM kuasa WHERE broker_id = $1 AND client_id = $2 \
        AND valid_from <= $3 AND valid_to >= $3 AND revoked IS NULL ORDER BY created, id LIMIT $4");
    CLIENTS = "SELECT DISTINCT client_id FROM kuasa WHERE broker_id = $1 AND valid_from <= $2 AND valid_to >= $2 \
        AND revoked IS NULL ORDER BY client_id";
    GIVEN = concat!("SELECT ", kuasa_columns!(), " FROM kuasa WHERE client_id = $1 ORDER BY created DESC, id LIMIT $2");
    HELD = concat!("SELECT ", kuasa_columns!(), " FROM kuasa WHERE broker_id = $1 ORDER BY created DESC, id LIMIT $2");
    BY_ID = concat!("SELECT ", kuasa_columns!(), " FROM kuasa WHERE id = $1");
    REVOKE = "UPDATE kuasa SET revoked = $3, revoked_by = $4, reason = $5 WHERE id = $1 AND client_id = $2 AND revoked IS NULL";
}

/// Most powers of one broker for one client that are looked at.
const MOST: u32 = 100;

/// Records a power; false when the giver has used the number before.
pub fn insert(tx: &mut dyn Tx, kuasa: &Kuasa) -> Result<bool, Fault> {
    Ok(tx.execute(INSERT, &kuasa.values())? == 1)
}

/// The powers in force on a day.
pub fn live(tx: &mut dyn Tx, broker_id: &str, client_id: &str, today: Date) -> Result<Vec<Kuasa>, Fault> {
    all(tx.query(LIVE, params![broker_id, client_id, today, MOST])?)
}

/// Everybody who lets a broker act on a day.
pub fn clients(tx: &mut dyn Tx, broker_id: &str, today: Date) -> Result<BTreeSet<String>, Fault> {
    tx.query(CLIENTS, params![broker_id, today])?.into_iter().map(Row::only).collect()
}

/// What a company gave, newest first.
pub fn given(tx: &mut dyn Tx, client_id: &str, limit: u32) -> Result<Vec<Kuasa>, Fault> {
    all(tx.query(GIVEN, params![client_id, limit])?)
}

/// What a broker holds, newest first.
pub fn held(tx: &mut dyn Tx, broker_id: &str, limit: u32) -> Result<Vec<Kuasa>, Fault> {
    all(tx.query(HELD, params![broker_id, limit])?)
}

/// By id.
pub fn by_id(tx: &mut dyn Tx, id: &str) -> Result<Option<Kuasa>, Fault> {
    optional(tx.query_opt(BY_ID, params![id])?)
}

/// Takes a power back; false when it is not the giver's or not in force any more.
pub fn revoke(
    tx: &mut dyn Tx,
    (id, client_id): (&str, &str),
    by: &str,
    reason: &str,
    now: Timestamp,
) -> Result<bool, Fault> {
    Ok(tx.execute(REVOKE, params![id, client_id, now, by, reason])? == 1)
}
