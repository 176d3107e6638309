//! The demo's outgoing mail.

use jiff::Timestamp;
use store::Fault;
use store::mails::StoredMail;

use crate::{App, Error};

/// Mails on the page.
const SHOWN: u32 = 50;

/// A mail that would have left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentMail {
    /// Recipient's address.
    pub to: String,
    /// Subject line.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// When it was handed over.
    pub at: Timestamp,
}

impl From<StoredMail> for SentMail {
    fn from(mail: StoredMail) -> Self {
        Self { to: mail.recipient, subject: mail.subject, body: mail.body, at: mail.at }
    }
}

/// The latest 50 mails, newest first. Outside a demo there is no such thing.
pub fn outbox(app: &App) -> Result<Vec<SentMail>, Error> {
    if !app.settings().demo {
        return Err(Error::NotFound);
    }
    let mails = app.db().read(|tx| store::mails::latest(tx, SHOWN)).map_err(|fault: Fault| Error::from(fault))?;
    Ok(mails.into_iter().map(SentMail::from).collect())
}
