//! Recovery codes, for those who lost their second factor; only hashes are stored.

use jiff::Timestamp;

use crate::sql::{params, statements};
use crate::{Fault, Row, Tx};

statements! {
    CLEAR = "DELETE FROM recovery_code WHERE account_id = $1";
    PUT = "INSERT INTO recovery_code (account_id, hash, used) VALUES ($1, $2, NULL)";
    USE = "UPDATE recovery_code SET used = $3 WHERE account_id = $1 AND hash = $2 AND used IS NULL";
    LEFT = "SELECT COUNT(*) FROM recovery_code WHERE account_id = $1 AND used IS NULL";
}

/// Replaces all codes of an account.
pub fn replace(tx: &mut dyn Tx, account_id: &str, hashes: &[String]) -> Result<(), Fault> {
    tx.execute(CLEAR, params![account_id])?;
    hashes.iter().try_for_each(|hash| tx.execute(PUT, params![account_id, hash]).map(drop))
}

/// Uses a code up; false when it is unknown or was used before.
pub fn take(tx: &mut dyn Tx, account_id: &str, hash: &str, now: Timestamp) -> Result<bool, Fault> {
    Ok(tx.execute(USE, params![account_id, hash, now])? == 1)
}

/// How many codes are left.
pub fn left(tx: &mut dyn Tx, account_id: &str) -> Result<u32, Fault> {
    tx.query_opt(LEFT, params![account_id])?.map_or(Ok(0), Row::only)
}
