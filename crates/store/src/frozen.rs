//! The canonical copy of each lodging: nothing after lodging reads a draft.

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::row::{optional, record};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

record! {
    /// One frozen revision.
    Frozen as frozen_columns {
        /// Declaration.
        declaration_id: String,
        /// From 1.
        revision: u32,
        /// Canonical JSON.
        body: Vec<u8>,
        /// SHA-256 of the body, hex.
        sha256: String,
        /// Why it was frozen: lodging, resend, amendment.
        reason: String,
        /// When.
        created: Timestamp,
    }
}

statements! {
    INSERT = concat!("INSERT INTO declaration_frozen (", frozen_columns!(), ") \
        SELECT $1, COALESCE(MAX(revision), 0) + 1, $2, $3, $4, $5 FROM declaration_frozen WHERE declaration_id = $1 \
        RETURNING revision");
    LATEST = concat!("SELECT ", frozen_columns!(), " FROM declaration_frozen WHERE declaration_id = $1 \
        ORDER BY revision DESC LIMIT 1");
    ONE = concat!("SELECT ", frozen_columns!(), " FROM declaration_frozen WHERE declaration_id = $1 AND revision = $2");
}

/// Freezes `body` and returns the revision.
pub fn freeze(tx: &mut dyn Tx, declaration_id: &str, body: &[u8], reason: &str, now: Timestamp) -> Result<u32, Fault> {
    let sha256 = hex::encode(Sha256::digest(body));
    let row = tx.query_opt(INSERT, params![declaration_id, body, sha256, reason, now])?;
    row.ok_or_else(|| Fault::Value("no revision for a frozen copy".to_owned()))?.only()
}

/// The latest revision; a body that no longer has its hash is a fault.
pub fn latest(tx: &mut dyn Tx, declaration_id: &str) -> Result<Option<Frozen>, Fault> {
    optional(tx.query_opt(LATEST, params![declaration_id])?)?.map(verified).transpose()
}

/// One revision; a body that no longer has its hash is a fault.
pub fn one(tx: &mut dyn Tx, declaration_id: &str, revision: u32) -> Result<Option<Frozen>, Fault> {
    optional(tx.query_opt(ONE, params![declaration_id, revision])?)?.map(verified).transpose()
}

fn verified(frozen: Frozen) -> Result<Frozen, Fault> {
    if hex::encode(Sha256::digest(&frozen.body)) == frozen.sha256 {
        return Ok(frozen);
    }
    Err(Fault::Value(format!("revision {} of {} does not have its hash", frozen.revision, frozen.declaration_id)))
}
