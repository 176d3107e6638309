//! Quantities granted by decrees and licences, and who used them.

use jiff::civil::Date;

use crate::row::{all, record};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

record! {
    /// A granted quantity, in ten-thousandths of its unit.
    Quota as quota_columns {
        /// UUIDv7.
        id: String,
        /// Holder.
        company_id: String,
        /// Document kind of the decree or licence.
        kind: String,
        /// Its number.
        number: String,
        /// HS or line of the decree; empty for all goods.
        item: String,
        /// Statistical unit.
        unit: String,
        /// Granted, × 10⁻⁴.
        granted: i64,
        /// Used, × 10⁻⁴.
        used: i64,
        /// First day.
        valid_from: Option<Date>,
        /// Last day.
        valid_to: Option<Date>,
    }
}

statements! {
    INSERT = concat!("INSERT INTO quota (", quota_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
        ON CONFLICT DO NOTHING");
    OF_COMPANY = concat!("SELECT ", quota_columns!(), " FROM quota WHERE company_id = $1 ORDER BY kind, number, item LIMIT $2");
    TAKE = "UPDATE quota SET used = used + $2 WHERE id = $1 AND used + $2 <= granted";
    NOTE = "INSERT INTO quota_use (quota_id, declaration_id, amount) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    GIVE_BACK = "UPDATE quota SET used = used - COALESCE((SELECT amount FROM quota_use WHERE quota_id = quota.id \
        AND declaration_id = $1), 0) WHERE id IN (SELECT quota_id FROM quota_use WHERE declaration_id = $1)";
    FORGET_ONE = "DELETE FROM quota_use WHERE quota_id = $1 AND declaration_id = $2";
    FORGET = "DELETE FROM quota_use WHERE declaration_id = $1";
}

/// Adds a quota; false when the decree's line is known.
pub fn insert(tx: &mut dyn Tx, quota: &Quota) -> Result<bool, Fault> {
    Ok(tx.execute(INSERT, &quota.values())? == 1)
}

/// Quotas of a company.
pub fn of_company(tx: &mut dyn Tx, company_id: &str, limit: u32) -> Result<Vec<Quota>, Fault> {
    all(tx.query(OF_COMPANY, params![company_id, limit])?)
}

/// Takes `amount` for a declaration, once; false when the balance does not allow it, and then nothing is taken.
pub fn take(tx: &mut dyn Tx, quota_id: &str, declaration_id: &str, amount: i64) -> Result<bool, Fault> {
    if amount < 0 {
        return Err(Fault::Value(format!("negative quota amount {amount}")));
    }
    if tx.execute(NOTE, params![quota_id, declaration_id, amount])? == 0 {
        return Ok(true);
    }
    if tx.execute(TAKE, params![quota_id, amount])? == 1 {
        return Ok(true);
    }
    tx.execute(FORGET_ONE, params![quota_id, declaration_id])?;
    Ok(false)
}

/// Gives everything back that a declaration took: rejected, cancelled or withdrawn.
pub fn give_back(tx: &mut dyn Tx, declaration_id: &str) -> Result<(), Fault> {
    tx.execute(GIVE_BACK, params![declaration_id])?;
    tx.execute(FORGET, params![declaration_id]).map(drop)
}
