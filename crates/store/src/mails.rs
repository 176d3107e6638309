//! The demo's inbox: mail that would have left.

use jiff::Timestamp;

use crate::row::{all, record};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

record! {
    /// One mail.
    StoredMail as mail_columns {
        /// Message id, the same at every retry.
        id: String,
        /// Address.
        recipient: String,
        /// Subject line.
        subject: String,
        /// Plain text.
        body: String,
        /// When it was handed over.
        at: Timestamp,
    }
}

statements! {
    PUT = concat!("INSERT INTO mail_outbox (", mail_columns!(), ") VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING");
    LATEST = concat!("SELECT ", mail_columns!(), " FROM mail_outbox ORDER BY at DESC, id DESC LIMIT $1");
}

/// Delivers a mail; the same id again changes nothing.
pub fn put(tx: &mut dyn Tx, mail: &StoredMail) -> Result<(), Fault> {
    tx.execute(PUT, &mail.values()).map(drop)
}

/// The latest mails, newest first.
pub fn latest(tx: &mut dyn Tx, limit: u32) -> Result<Vec<StoredMail>, Fault> {
    all(tx.query(LATEST, params![limit])?)
}
