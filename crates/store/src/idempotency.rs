//! The same request twice: one effect, one answer.

use jiff::Timestamp;

use crate::sql::{params, statements};
use crate::{Fault, Tx};

statements! {
    BEGIN = "INSERT INTO idempotency (company_id, key, request_hash, status, answer, created) VALUES ($1, $2, $3, NULL, NULL, $4) \
        ON CONFLICT (company_id, key) DO NOTHING";
    FIND = "SELECT request_hash, status, answer FROM idempotency WHERE company_id = $1 AND key = $2";
    FINISH = "UPDATE idempotency SET status = $3, answer = $4 WHERE company_id = $1 AND key = $2 AND status IS NULL";
    PURGE = "DELETE FROM idempotency WHERE created < $1";
}

/// An answer as it was first given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u32,
    /// Body, JSON.
    pub body: String,
}

/// What a key means for a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Begin {
    /// Never seen: do the work, then `finish` in the same transaction.
    New,
    /// Done before: give this answer and do nothing.
    Replay(Answer),
    /// The key belongs to another request: 422.
    Mismatch,
}

/// Looks a key up and reserves it. A second request with the same key waits until the first has committed or rolled back.
pub fn begin(tx: &mut dyn Tx, company_id: &str, key: &str, request_hash: &str, now: Timestamp) -> Result<Begin, Fault> {
    if tx.execute(BEGIN, params![company_id, key, request_hash, now])? == 1 {
        return Ok(Begin::New);
    }
    find(tx, company_id, key, request_hash)
}

/// Looks a key up without reserving it: for reads, and to resolve an unknown outcome.
pub fn find(tx: &mut dyn Tx, company_id: &str, key: &str, request_hash: &str) -> Result<Begin, Fault> {
    let Some(row) = tx.query_opt(FIND, params![company_id, key])? else { return Ok(Begin::New) };
    let mut cells = row.cells();
    let (hash, status, body): (String, Option<u32>, Option<String>) = (cells.take()?, cells.take()?, cells.take()?);
    if hash != request_hash {
        return Ok(Begin::Mismatch);
    }
    let (Some(status), Some(body)) = (status, body) else {
        return Err(Fault::Value(format!("key {key} was committed without an answer")));
    };
    Ok(Begin::Replay(Answer { status, body }))
}

/// Keeps the answer of a key that was `New` in this transaction.
pub fn finish(tx: &mut dyn Tx, company_id: &str, key: &str, answer: &Answer) -> Result<(), Fault> {
    match tx.execute(FINISH, params![company_id, key, answer.status, &answer.body])? {
        1 => Ok(()),
        _ => Err(Fault::Value(format!("key {key} was not begun, or is already finished"))),
    }
}

/// Forgets keys that were first seen before `before`.
pub fn purge(tx: &mut dyn Tx, before: Timestamp) -> Result<u64, Fault> {
    tx.execute(PURGE, params![before])
}
