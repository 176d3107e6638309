//! How often something was tried: counts in windows, and waits.

use jiff::Timestamp;

use crate::row::{optional, record};
use crate::sql::{params, statements};
use crate::{Fault, Row, Tx};

record! {
    /// One counter.
    Throttle as throttle_columns {
        /// What is counted, and for whom.
        key: String,
        /// Times since the window began.
        count: u32,
        /// When the window began.
        since: Timestamp,
        /// Nothing before this.
        until: Option<Timestamp>,
    }
}

statements! {
    // A window that began before $3 is over: counting starts anew. One statement, so that two tries are never one.
    HIT = "INSERT INTO throttle (key, count, since, until) VALUES ($1, 1, $2, NULL) ON CONFLICT (key) DO UPDATE SET \
        count = CASE WHEN throttle.since <= $3 THEN 1 ELSE throttle.count + 1 END, \
        until = CASE WHEN throttle.since <= $3 THEN NULL ELSE throttle.until END, \
        since = CASE WHEN throttle.since <= $3 THEN $2 ELSE throttle.since END RETURNING count";
    FIND = concat!("SELECT ", throttle_columns!(), " FROM throttle WHERE key = $1");
    WAIT = "UPDATE throttle SET until = $2 WHERE key = $1";
    CLEAR = "DELETE FROM throttle WHERE key = $1";
    PURGE = "DELETE FROM throttle WHERE key IN (SELECT key FROM throttle WHERE since < $1 ORDER BY since LIMIT $2)";
}

/// Counts one try and says how many there were in the window, which is new when the last one began at or before `stale`.
pub fn hit(tx: &mut dyn Tx, key: &str, now: Timestamp, stale: Timestamp) -> Result<u32, Fault> {
    tx.query_opt(HIT, params![key, now, stale])?.map_or(Ok(1), Row::only)
}

/// A counter.
pub fn find(tx: &mut dyn Tx, key: &str) -> Result<Option<Throttle>, Fault> {
    optional(tx.query_opt(FIND, params![key])?)
}

/// Nothing before `until`.
pub fn wait(tx: &mut dyn Tx, key: &str, until: Timestamp) -> Result<(), Fault> {
    tx.execute(WAIT, params![key, until]).map(drop)
}

/// Forgets a counter.
pub fn clear(tx: &mut dyn Tx, key: &str) -> Result<(), Fault> {
    tx.execute(CLEAR, params![key]).map(drop)
}

/// Deletes at most `limit` counters whose window began before `before`.
pub fn purge(tx: &mut dyn Tx, before: Timestamp, limit: u32) -> Result<u64, Fault> {
    tx.execute(PURGE, params![before, limit])
}
