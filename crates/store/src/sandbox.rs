//! What testers chose: outcomes of single documents, and how far the clock was moved.

use jiff::Timestamp;

use crate::sql::{params, statements};
use crate::{Fault, Row, Tx};

statements! {
    CHOOSE = "INSERT INTO sandbox_choice (company_id, nomor_aju, outcome, updated) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (company_id, nomor_aju) DO UPDATE SET outcome = excluded.outcome, updated = excluded.updated";
    FORGET = "DELETE FROM sandbox_choice WHERE company_id = $1 AND nomor_aju = $2";
    CHOSEN = "SELECT outcome FROM sandbox_choice WHERE company_id = $1 AND nomor_aju = $2";
    COUNT = "SELECT COUNT(*) FROM sandbox_choice WHERE company_id = $1";
    SHIFT = "SELECT shift FROM sandbox_clock WHERE id = 'jam'";
    // Moved forward only: what happened stays before now.
    MOVE = "INSERT INTO sandbox_clock (id, shift, updated) VALUES ('jam', $1, $2) \
        ON CONFLICT (id) DO UPDATE SET shift = sandbox_clock.shift + $1, updated = $2 RETURNING shift";
}

/// Chooses the outcome of a document.
pub fn choose(tx: &mut dyn Tx, company_id: &str, aju: &str, outcome: &str, now: Timestamp) -> Result<(), Fault> {
    tx.execute(CHOOSE, params![company_id, aju, outcome, now]).map(drop)
}

/// Takes a choice back; false when there was none.
pub fn forget(tx: &mut dyn Tx, company_id: &str, aju: &str) -> Result<bool, Fault> {
    Ok(tx.execute(FORGET, params![company_id, aju])? == 1)
}

/// What a company chose for a document.
pub fn chosen(tx: &mut dyn Tx, company_id: &str, aju: &str) -> Result<Option<String>, Fault> {
    tx.query_opt(CHOSEN, params![company_id, aju])?.map(Row::only).transpose()
}

/// How many choices a company has.
pub fn count(tx: &mut dyn Tx, company_id: &str) -> Result<i64, Fault> {
    tx.query_opt(COUNT, params![company_id])?.map_or(Ok(0), Row::only)
}

/// How far the clock was moved, microseconds.
pub fn shift(tx: &mut dyn Tx) -> Result<i64, Fault> {
    tx.query_opt(SHIFT, &[])?.map_or(Ok(0), Row::only)
}

/// Moves the clock on by `by` microseconds and says how far it is now.
pub fn advance(tx: &mut dyn Tx, by: i64, now: Timestamp) -> Result<i64, Fault> {
    let row = tx.query_opt(MOVE, params![by, now])?;
    row.ok_or_else(|| Fault::Value("the clock has no row".to_owned()))?.only()
}
