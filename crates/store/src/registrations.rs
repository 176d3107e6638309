//! Registrations that were asked for and not yet confirmed.

use jiff::Timestamp;

use crate::row::{optional, record};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

record! {
    /// One registration.
    Registration as registration_columns {
        /// UUIDv7.
        id: String,
        /// Address that is to confirm it.
        email: String,
        /// NPWP, 16 digits.
        npwp: String,
        /// What was typed, JSON.
        form: String,
        /// What OSS/DJP said, JSON.
        company: Option<String>,
        /// Version of the terms that were accepted.
        terms: String,
        /// Where it stands, in one word.
        outcome: String,
        /// When it was asked for.
        created: Timestamp,
        /// When it was decided.
        decided: Option<Timestamp>,
    }
}

statements! {
    INSERT = concat!("INSERT INTO registration (", registration_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
    BY_ID = concat!("SELECT ", registration_columns!(), " FROM registration WHERE id = $1 /*pg FOR UPDATE*/");
    DECIDE = "UPDATE registration SET outcome = $2, company = $3, decided = $4 WHERE id = $1";
    PURGE = "DELETE FROM registration WHERE id IN (SELECT id FROM registration WHERE created < $1 \
        AND NOT EXISTS (SELECT 1 FROM link WHERE link.registration_id = registration.id) ORDER BY created LIMIT $2)";
}

/// Keeps a registration.
pub fn insert(tx: &mut dyn Tx, registration: &Registration) -> Result<(), Fault> {
    tx.execute(INSERT, &registration.values()).map(drop)
}

/// By id, locked until the transaction ends.
pub fn for_update(tx: &mut dyn Tx, id: &str) -> Result<Option<Registration>, Fault> {
    optional(tx.query_opt(BY_ID, params![id])?)
}

/// Notes where it stands.
pub fn decide(tx: &mut dyn Tx, id: &str, outcome: &str, company: Option<&str>, now: Timestamp) -> Result<(), Fault> {
    tx.execute(DECIDE, params![id, outcome, company, now]).map(drop)
}

/// Deletes at most `limit` registrations that were asked for before `before` and have no link any more.
pub fn purge(tx: &mut dyn Tx, before: Timestamp, limit: u32) -> Result<u64, Fault> {
    tx.execute(PURGE, params![before, limit])
}
