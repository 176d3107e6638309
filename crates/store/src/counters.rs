//! Official serial numbers: no gaps, no doubles.

use crate::sql::{params, statements};
use crate::{Fault, Row, Tx};

statements! {
    NEXT = "INSERT INTO counter (series, value) VALUES ($1, 1) \
        ON CONFLICT (series) DO UPDATE SET value = counter.value + 1 RETURNING value";
    LAST = "SELECT value FROM counter WHERE series = $1";
}

/// The next number of a series, from 1. It goes back when the transaction rolls back.
///
/// Call it last: only the writes that carry the number may follow, since on PostgreSQL everybody else who wants a number
/// of this series waits from here to the commit.
pub fn next_number(tx: &mut dyn Tx, series: &str) -> Result<i64, Fault> {
    let row = tx.query_opt(NEXT, params![series])?;
    row.ok_or_else(|| Fault::Value(format!("no number in series {series}")))?.only()
}

/// The last number given in a series, 0 when none was.
pub fn last_number(tx: &mut dyn Tx, series: &str) -> Result<i64, Fault> {
    tx.query_opt(LAST, params![series])?.map_or(Ok(0), Row::only)
}
