//! Bytes by their SHA-256: letters as they were first made.

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::row::{optional, record};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

record! {
    /// Stored bytes.
    Blob as blob_columns {
        /// SHA-256, hex.
        sha256: String,
        /// The bytes.
        bytes: Vec<u8>,
        /// For example `application/pdf`.
        media_type: String,
        /// When they were first stored.
        created: Timestamp,
    }
}

statements! {
    PUT = concat!("INSERT INTO blob (", blob_columns!(), ") VALUES ($1, $2, $3, $4) ON CONFLICT (sha256) DO NOTHING");
    GET = concat!("SELECT ", blob_columns!(), " FROM blob WHERE sha256 = $1");
    LINK = "INSERT INTO letter_blob (respon_id, sha256) VALUES ($1, $2) ON CONFLICT (respon_id) DO NOTHING";
    LETTER = "SELECT blob.sha256, blob.bytes, blob.media_type, blob.created FROM letter_blob \
        JOIN blob ON blob.sha256 = letter_blob.sha256 WHERE letter_blob.respon_id = $1";
}

/// Stores bytes and returns their SHA-256; storing the same again changes nothing.
pub fn put(tx: &mut dyn Tx, bytes: &[u8], media_type: &str, now: Timestamp) -> Result<String, Fault> {
    let sha256 = hex::encode(Sha256::digest(bytes));
    tx.execute(PUT, params![&sha256, bytes, media_type, now])?;
    Ok(sha256)
}

/// The bytes with this SHA-256.
pub fn get(tx: &mut dyn Tx, sha256: &str) -> Result<Option<Blob>, Fault> {
    optional(tx.query_opt(GET, params![sha256])?)
}

/// Stores the letter of an answer. The first one stays: a letter is never made anew once somebody may hold it.
pub fn put_letter(tx: &mut dyn Tx, respon_id: &str, pdf: &[u8], now: Timestamp) -> Result<(), Fault> {
    let sha256 = put(tx, pdf, "application/pdf", now)?;
    tx.execute(LINK, params![respon_id, sha256]).map(drop)
}

/// The letter of an answer.
pub fn letter(tx: &mut dyn Tx, respon_id: &str) -> Result<Option<Blob>, Fault> {
    optional(tx.query_opt(LETTER, params![respon_id])?)
}
