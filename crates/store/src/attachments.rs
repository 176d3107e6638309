//! Files of declarations: papers, pictures of goods, answers to requests, photos of an inspection.

use jiff::Timestamp;

use crate::row::{all, optional, record};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

record! {
    /// A file; its bytes are a [`crate::blobs::Blob`].
    Attachment as attachment_columns {
        /// UUIDv7.
        id: String,
        /// Declaration.
        declaration_id: String,
        /// What for, such as `DOKUMEN`.
        kind: String,
        /// Row of the document it belongs to.
        seri: Option<u32>,
        /// What its sender says of it.
        note: String,
        /// Its name.
        name: String,
        /// For example `application/pdf`.
        media_type: String,
        /// Bytes.
        size: u32,
        /// SHA-256, hex.
        sha256: String,
        /// Who sent it.
        account_id: String,
        /// When.
        created: Timestamp,
        /// Taken back.
        removed: Option<Timestamp>,
    }
}

statements! {
    INSERT = concat!("INSERT INTO attachment (", attachment_columns!(), ") \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)");
    ONE = concat!("SELECT ", attachment_columns!(), " FROM attachment \
        WHERE declaration_id = $1 AND id = $2 AND removed IS NULL");
    OF_DECLARATION = concat!("SELECT ", attachment_columns!(), " FROM attachment \
        WHERE declaration_id = $1 AND removed IS NULL ORDER BY created, id LIMIT $2");
    REMOVE = "UPDATE attachment SET removed = $3 WHERE declaration_id = $1 AND id = $2 AND removed IS NULL";
}

/// Stores the row; the blob is there already.
pub fn insert(tx: &mut dyn Tx, attachment: &Attachment) -> Result<(), Fault> {
    tx.execute(INSERT, &attachment.values()).map(drop)
}

/// One file of a declaration.
pub fn one(tx: &mut dyn Tx, declaration_id: &str, id: &str) -> Result<Option<Attachment>, Fault> {
    optional(tx.query_opt(ONE, params![declaration_id, id])?)
}

/// Files of a declaration, oldest first.
pub fn of_declaration(tx: &mut dyn Tx, declaration_id: &str, limit: u32) -> Result<Vec<Attachment>, Fault> {
    all(tx.query(OF_DECLARATION, params![declaration_id, limit])?)
}

/// Takes a file back; false when there is none.
pub fn remove(tx: &mut dyn Tx, declaration_id: &str, id: &str, now: Timestamp) -> Result<bool, Fault> {
    Ok(tx.execute(REMOVE, params![declaration_id, id, now])? == 1)
}
