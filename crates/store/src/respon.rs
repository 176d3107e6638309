//! The answers to a declaration: their data is frozen when they are issued, and the letter is made from it.

use jiff::Timestamp;

use crate::row::{all, optional, record};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

record! {
    /// One answer, for example an SPPB.
    Respon as respon_columns {
        /// UUIDv7.
        id: String,
        /// Declaration.
        declaration_id: String,
        /// Counter series of the number; none for answers without one.
        seri: Option<String>,
        /// For example `2003`.
        kode_respon: String,
        /// For example `000123/KBC.0203/2026`.
        nomor_respon: Option<String>,
        /// When it was issued.
        at: Timestamp,
        /// Short name, for example `SPPB`.
        title: String,
        /// JSON that the letter is made from.
        data: String,
        /// JSON list of `{uraian1, uraian2}`.
        pesan: String,
        /// The answer that replaced it.
        superseded_by: Option<String>,
        /// Code on the letter's QR, unique.
        verify_code: String,
    }
}

statements! {
    INSERT = concat!("INSERT INTO respon (", respon_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)");
    BY_ID = concat!("SELECT ", respon_columns!(), " FROM respon WHERE id = $1");
    BY_VERIFY_CODE = concat!("SELECT ", respon_columns!(), " FROM respon WHERE verify_code = $1");
    BY_NUMBER = concat!("SELECT ", respon_columns!(), " FROM respon WHERE seri = $1 AND nomor_respon = $2");
    OF_DECLARATION = concat!("SELECT ", respon_columns!(), " FROM respon WHERE declaration_id = $1 ORDER BY at, id");
    LATEST = concat!("SELECT ", respon_columns!(), " FROM respon WHERE declaration_id = $1 AND kode_respon = $2 \
        ORDER BY at DESC, id DESC LIMIT 1");
    SUPERSEDE = "UPDATE respon SET superseded_by = $2 WHERE id = $1 AND superseded_by IS NULL";
}

/// Issues an answer.
pub fn insert(tx: &mut dyn Tx, respon: &Respon) -> Result<(), Fault> {
    tx.execute(INSERT, &respon.values()).map(drop)
}

/// By id.
pub fn by_id(tx: &mut dyn Tx, id: &str) -> Result<Option<Respon>, Fault> {
    optional(tx.query_opt(BY_ID, params![id])?)
}

/// By the code on the letter.
pub fn by_verify_code(tx: &mut dyn Tx, code: &str) -> Result<Option<Respon>, Fault> {
    optional(tx.query_opt(BY_VERIFY_CODE, params![code])?)
}

/// By its number, which is unique in its series.
pub fn by_number(tx: &mut dyn Tx, seri: &str, nomor_respon: &str) -> Result<Option<Respon>, Fault> {
    optional(tx.query_opt(BY_NUMBER, params![seri, nomor_respon])?)
}

/// All answers to a declaration, oldest first.
pub fn of_declaration(tx: &mut dyn Tx, declaration_id: &str) -> Result<Vec<Respon>, Fault> {
    all(tx.query(OF_DECLARATION, params![declaration_id])?)
}

/// The latest answer of a kind.
pub fn latest(tx: &mut dyn Tx, declaration_id: &str, kode_respon: &str) -> Result<Option<Respon>, Fault> {
    optional(tx.query_opt(LATEST, params![declaration_id, kode_respon])?)
}

/// Marks an answer as replaced; false when it already was.
pub fn supersede(tx: &mut dyn Tx, id: &str, by: &str) -> Result<bool, Fault> {
    Ok(tx.execute(SUPERSEDE, params![id, by])? == 1)
}
