//! What must happen after a request was answered, and how mails about accounts are sent.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::jobs::NewJob;
use store::{Tx, jobs};

use super::link::{self, Owner, Purpose};
use super::mails::{Letter, What};
use crate::access::Role;
use crate::jobs::{Held, Kind, Left};
use crate::ports::PartnerFault;
use crate::{App, Error};
use store::accounts::Account;

/// The work.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "apa", rename_all = "snake_case")]
pub(crate) enum Work {
    /// Check a registration with OSS/DJP.
    Signup {
        /// Registration.
        id: String,
    },
    /// Somebody forgot his password.
    Reset {
        /// What he typed, in its one form.
        email: String,
    },
    /// Somebody wants to carry an old account over.
    Activate(Claim),
    /// Send an invitation.
    Invite {
        /// Invited account.
        account: String,
    },
    /// Confirm a new address.
    NewEmail {
        /// Account.
        account: String,
        /// Its address to be.
        email: String,
    },
    /// Tell the owner what happened.
    Notice {
        /// Where.
        email: String,
        /// What.
        what: What,
        /// The owner's language, `id` or `en`.
        #[serde(default)]
        bahasa: String,
    },
}

/// What a job is told about it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Claim {
    pub username: String,
    pub npwp: String,
    pub email: String,
    pub email_baru: Option<String>,
    pub sandi_cocok: bool,
}

/// Enqueues work in the transaction that makes it necessary.
pub(crate) fn enqueue(tx: &mut dyn Tx, app: &App, work: &Work, now: Timestamp) -> Result<(), Error> {
    let job = NewJob {
        id: app.id(),
        kind: Kind::Akun.word().to_owned(),
        key: None,
        payload: serde_json::to_string(work).map_err(|e| Error::Broken(e.to_string()))?,
        run_at: now,
        declaration_id: None,
    };
    jobs::enqueue(tx, &job, now)?;
    Ok(())
}

/// Tells the owner of `account` what happened.
pub(crate) fn tell(tx: &mut dyn Tx, app: &App, account: &Account, what: What) -> Result<(), Error> {
    enqueue(tx, app, &Work::Notice { email: account.email.clone(), what, bahasa: account.language.clone() }, app.now())
}

/// Makes a link of an account, keeps its hash, and sends it; a later try makes a new one.
pub(super) fn send_link(
    app: &App,
    purpose: Purpose,
    account: &Account,
    to: &str,
    letter: impl Fn(&str) -> Letter,
) -> Result<Left, Error> {
    let (made, url) = link::make(app, purpose, &Owner::Account(&account.id), to)?;
    let kept = made.clone();
    app.db().write(move |tx| link::keep(tx, &kept))?;
    Ok(post(app, &letter(&url).in_language(&account.language), to, &made.id))
}

/// Sends a mail that is the same at every try.
pub(super) fn deliver(app: &App, held: &Held, letter: &Letter, to: &str) -> Left {
    post(app, letter, to, &held.job.id)
}

/// Sends a mail.
pub(super) fn post(app: &App, letter: &Letter, to: &str, id: &str) -> Left {
    match app.ports().mailer.send(&letter.to(app, to, id)) {
        Ok(()) => Left::Nothing,
        Err(fault @ PartnerFault::Refused { .. }) => {
            tracing::warn!(%fault, "mail refused");
            Left::Nothing
        }
        Err(fault) => Left::Later(fault.to_string()),
    }
}

/// The role of a stored account.
pub(super) fn role_of(account: &Account) -> Result<Role, Error> {
    Role::parse(&account.role).ok_or_else(|| Error::Broken(format!("peran {} tidak dikenal", account.role)))
}
