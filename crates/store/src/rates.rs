//! The API's limit: one bucket for each company, shared by all processes on the database.

use jiff::Timestamp;

use crate::sql::{params, statements};
use crate::{Fault, Tx};

statements! {
    // A bucket is one number: the moment at which it is full again. Taking moves it forward; where that would go further
    // than a whole bucket ahead of now, nothing is taken.
    TAKE = "INSERT INTO rate_bucket (key, tat) VALUES ($1, CAST($2 AS BIGINT) + CAST($3 AS BIGINT)) ON CONFLICT (key) DO UPDATE SET \
        tat = CASE WHEN rate_bucket.tat < $2 THEN $2 ELSE rate_bucket.tat END + $3 \
        WHERE rate_bucket.tat + $3 <= CAST($2 AS BIGINT) + CAST($4 AS BIGINT) RETURNING tat";
    PURGE = "DELETE FROM rate_bucket WHERE tat < $1";
}

/// Takes tokens that cost `cost` microseconds of refilling from a bucket of `depth` microseconds; false when it lacks them.
pub fn take(tx: &mut dyn Tx, key: &str, now: Timestamp, cost: i64, depth: i64) -> Result<bool, Fault> {
    Ok(tx.query_opt(TAKE, params![key, now, cost, depth])?.is_some())
}

/// Forgets buckets that were full before `before`.
pub fn purge(tx: &mut dyn Tx, before: Timestamp) -> Result<u64, Fault> {
    tx.execute(PURGE, params![before])
}
