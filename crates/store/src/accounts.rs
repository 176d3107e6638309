//! People who log in.

use jiff::Timestamp;

use crate::row::{all, optional, record};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

record! {
    /// An account of a company, of an office, or (with neither) of the operator.
    Account as account_columns {
        /// UUIDv7.
        id: String,
        /// Company, none for officers and operators.
        company_id: Option<String>,
        /// Office, officers only.
        office: Option<String>,
        /// Role, as the access table of `app` names it.
        role: String,
        /// Unique; stored in lower case.
        username: String,
        /// Address for notices.
        email: String,
        /// Name on screens and letters.
        display_name: String,
        /// Argon2 string.
        password_hash: String,
        /// Second factor, none when not enrolled.
        totp_secret: Option<Vec<u8>>,
        /// Last accepted 30-second step: a code is accepted once.
        totp_last_step: Option<i64>,
        /// Failed log-ins in a row.
        failed: u32,
        /// No log-in before this.
        locked_until: Option<Timestamp>,
        /// Whether it may log in.
        active: bool,
        /// When it was made.
        created: Timestamp,
    }
}

statements! {
    INSERT = concat!("INSERT INTO account (", account_columns!(), ") VALUES \
        ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (username) DO NOTHING");
    BY_ID = concat!("SELECT ", account_columns!(), " FROM account WHERE id = $1");
    BY_USERNAME = concat!("SELECT ", account_columns!(), " FROM account WHERE username = $1");
    OF_COMPANY = concat!("SELECT ", account_columns!(), " FROM account WHERE company_id = $1 ORDER BY username LIMIT $2");
    OF_OFFICE = concat!("SELECT ", account_columns!(), " FROM account WHERE office = $1 ORDER BY username LIMIT $2");
    PASSWORD = "UPDATE account SET password_hash = $2, failed = 0, locked_until = NULL WHERE id = $1";
    TOTP = "UPDATE account SET totp_secret = $2, totp_last_step = NULL WHERE id = $1";
    // The condition makes a replayed code lose also when two log-ins race.
    TOTP_STEP = "UPDATE account SET totp_last_step = $2 \
        WHERE id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2)";
    FAILED = "UPDATE account SET failed = failed + 1, locked_until = $2 WHERE id = $1";
    SUCCEEDED = "UPDATE account SET failed = 0, locked_until = NULL WHERE id = $1 AND (failed > 0 OR locked_until IS NOT NULL)";
    ACTIVE = "UPDATE account SET active = $2 WHERE id = $1";
}

/// Adds an account; false when the user name is taken.
pub fn insert(tx: &mut dyn Tx, account: &Account) -> Result<bool, Fault> {
    let lower = Account { username: account.username.to_lowercase(), ..account.clone() };
    Ok(tx.execute(INSERT, &lower.values())? == 1)
}

/// By id.
pub fn by_id(tx: &mut dyn Tx, id: &str) -> Result<Option<Account>, Fault> {
    optional(tx.query_opt(BY_ID, params![id])?)
}

/// By user name, in any case.
pub fn by_username(tx: &mut dyn Tx, username: &str) -> Result<Option<Account>, Fault> {
    optional(tx.query_opt(BY_USERNAME, params![username.to_lowercase()])?)
}

/// Accounts of a company, by user name.
pub fn of_company(tx: &mut dyn Tx, company_id: &str, limit: u32) -> Result<Vec<Account>, Fault> {
    all(tx.query(OF_COMPANY, params![company_id, limit])?)
}

/// Officers of an office, by user name.
pub fn of_office(tx: &mut dyn Tx, office: &str, limit: u32) -> Result<Vec<Account>, Fault> {
    all(tx.query(OF_OFFICE, params![office, limit])?)
}

/// Replaces the password and lifts a lock.
pub fn set_password(tx: &mut dyn Tx, id: &str, password_hash: &str) -> Result<(), Fault> {
    tx.execute(PASSWORD, params![id, password_hash]).map(drop)
}

/// Enrols or removes the second factor.
pub fn set_totp(tx: &mut dyn Tx, id: &str, secret: Option<&[u8]>) -> Result<(), Fault> {
    tx.execute(TOTP, params![id, secret]).map(drop)
}

/// Uses up a 30-second step; false when it, or a later one, was used before.
pub fn use_totp_step(tx: &mut dyn Tx, id: &str, step: i64) -> Result<bool, Fault> {
    Ok(tx.execute(TOTP_STEP, params![id, step])? == 1)
}

/// Counts a failed log-in and sets the lock.
pub fn note_failure(tx: &mut dyn Tx, id: &str, locked_until: Option<Timestamp>) -> Result<(), Fault> {
    tx.execute(FAILED, params![id, locked_until]).map(drop)
}

/// Forgets failed log-ins; writes nothing when there were none.
pub fn note_success(tx: &mut dyn Tx, id: &str) -> Result<(), Fault> {
    tx.execute(SUCCEEDED, params![id]).map(drop)
}

/// Switches an account on or off.
pub fn set_active(tx: &mut dyn Tx, id: &str, active: bool) -> Result<(), Fault> {
    tx.execute(ACTIVE, params![id, active]).map(drop)
}
