//! Log-in tokens and API keys; only their SHA-256 is stored.

use jiff::Timestamp;

use crate::row::{all, optional, record, words};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

words! {
    /// What a token is good for.
    TokenKind {
        /// Carries a request.
        Access = "access",
        /// Buys a new access token.
        Refresh = "refresh",
    }
}

record! {
    /// A token that was handed out.
    Token as token_columns {
        /// SHA-256 of the token, hex.
        hash: String,
        /// Whose it is.
        account_id: String,
        /// What it is good for.
        kind: TokenKind,
        /// Not valid from here on.
        expires: Timestamp,
        /// When it was handed out.
        created: Timestamp,
        /// When it was taken back.
        revoked: Option<Timestamp>,
    }
}

record! {
    /// A key that names an integrator's company.
    ApiKey as api_key_columns {
        /// SHA-256 of the key, hex.
        hash: String,
        /// Whose it is.
        company_id: String,
        /// What the company calls it.
        label: String,
        /// When it was handed out.
        created: Timestamp,
        /// When it was taken back.
        revoked: Option<Timestamp>,
        /// Account that asked for it.
        created_by: Option<String>,
        /// Last use, to the minute.
        last_used: Option<Timestamp>,
    }
}

statements! {
    INSERT = concat!("INSERT INTO token (", token_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6)");
    LIVE = concat!("SELECT ", token_columns!(), " FROM token WHERE hash = $1 AND kind = $2 AND expires > $3 AND revoked IS NULL");
    REVOKE = "UPDATE token SET revoked = $2 WHERE hash = $1 AND revoked IS NULL";
    REVOKE_ALL = "UPDATE token SET revoked = $2 WHERE account_id = $1 AND revoked IS NULL";
    PURGE = "DELETE FROM token WHERE hash IN (SELECT hash FROM token WHERE expires < $1 ORDER BY expires LIMIT $2)";
    KEY_INSERT = concat!("INSERT INTO api_key (", api_key_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7)");
    KEY_LIVE = concat!("SELECT ", api_key_columns!(), " FROM api_key WHERE hash = $1 AND revoked IS NULL");
    KEYS_OF_COMPANY = concat!("SELECT ", api_key_columns!(), " FROM api_key WHERE company_id = $1 ORDER BY created, hash LIMIT $2");
    KEY_USED = "UPDATE api_key SET last_used = $2 WHERE hash = $1";
    KEY_REVOKE = "UPDATE api_key SET revoked = $3 WHERE hash = $1 AND company_id = $2 AND revoked IS NULL";
}

/// Stores a token.
pub fn insert(tx: &mut dyn Tx, token: &Token) -> Result<(), Fault> {
    tx.execute(INSERT, &token.values()).map(drop)
}

/// The token, if it is neither expired nor revoked.
pub fn live(tx: &mut dyn Tx, hash: &str, kind: TokenKind, now: Timestamp) -> Result<Option<Token>, Fault> {
    optional(tx.query_opt(LIVE, params![hash, kind, now])?)
}

/// Takes a token back; false when it was not live: of two that use a refresh token at once, one wins.
pub fn revoke(tx: &mut dyn Tx, hash: &str, now: Timestamp) -> Result<bool, Fault> {
    Ok(tx.execute(REVOKE, params![hash, now])? == 1)
}

/// Takes all tokens of an account back and says how many.
pub fn revoke_all(tx: &mut dyn Tx, account_id: &str, now: Timestamp) -> Result<u64, Fault> {
    tx.execute(REVOKE_ALL, params![account_id, now])
}

/// Deletes at most `limit` tokens that expired before `before`.
pub fn purge(tx: &mut dyn Tx, before: Timestamp, limit: u32) -> Result<u64, Fault> {
    tx.execute(PURGE, params![before, limit])
}

/// Stores an API key.
pub fn insert_key(tx: &mut dyn Tx, key: &ApiKey) -> Result<(), Fault> {
    tx.execute(KEY_INSERT, &key.values()).map(drop)
}

/// The API key, if it is not revoked.
pub fn live_key(tx: &mut dyn Tx, hash: &str) -> Result<Option<ApiKey>, Fault> {
    optional(tx.query_opt(KEY_LIVE, params![hash])?)
}

/// Keys of a company, oldest first.
pub fn keys_of_company(tx: &mut dyn Tx, company_id: &str, limit: u32) -> Result<Vec<ApiKey>, Fault> {
    all(tx.query(KEYS_OF_COMPANY, params![company_id, limit])?)
}

/// Notes that a key was used.
pub fn note_key_use(tx: &mut dyn Tx, hash: &str, now: Timestamp) -> Result<(), Fault> {
    tx.execute(KEY_USED, params![hash, now]).map(drop)
}

/// Takes a company's key back; false when it is not the company's or not live.
pub fn revoke_key(tx: &mut dyn Tx, hash: &str, company_id: &str, now: Timestamp) -> Result<bool, Fault> {
    Ok(tx.execute(KEY_REVOKE, params![hash, company_id, now])? == 1)
}
