//! What must happen after a request was answered: look who is meant, and send the one mail that helps him.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::jobs::NewJob;
use store::{Tx, accounts, jobs};

use super::link::{self, Owner, Purpose};
use super::mails::{self, Letter};
use super::{activate, invite, signup};
use crate::access::Role;
use crate::jobs::{Held, Kind, Left};
use crate::ports::PartnerFault;
use crate::{App, Error};
use store::accounts::{Account, AccountState};

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
    Activate(activate::Claim),
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
    },
}

/// What happened to an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum What {
    Password,
    Email,
    EmailAsked,
    FactorOn,
    FactorOff,
    Recovery,
    Rights,
    Closed,
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
    enqueue(tx, app, &Work::Notice { email: account.email.clone(), what }, app.now())
}

/// Does one job of this kind.
pub(crate) fn run(app: &App, held: &Held) -> Result<Left, Error> {
    let work: Work = serde_json::from_str(&held.job.payload).map_err(|e| Error::Broken(e.to_string()))?;
    match work {
        Work::Signup { id } => signup::check(app, held, &id),
        Work::Reset { email } => reset(app, held, &email),
        Work::Activate(claim) => activate::answer(app, held, &claim),
        Work::Invite { account } => invite::post(app, held, &account),
        Work::NewEmail { account, email } => new_email(app, held, &account, &email),
        Work::Notice { email, what } => Ok(deliver(app, held, &mails::notice(what), &email)),
    }
}

/// Only activated accounts get a link; an old one is told to activate; others hear nothing.
fn reset(app: &App, held: &Held, email: &str) -> Result<Left, Error> {
    let at = email.to_owned();
    let Some(account) = app.db().read(move |tx| accounts::by_email(tx, &at))? else { return Ok(Left::Nothing) };
    match account.state {
        AccountState::Aktif => send_link(app, Purpose::Reset, &account, &account.email, mails::reset),
        AccountState::Lama => Ok(deliver(app, held, &mails::activate_first(app), &account.email)),
        AccountState::Baru | AccountState::Nonaktif => Ok(Left::Nothing),
    }
}

fn new_email(app: &App, held: &Held, account: &str, email: &str) -> Result<Left, Error> {
    let (id, at) = (account.to_owned(), email.to_owned());
    let (account, taken) = app.db().read(move |tx| {
        let taken = accounts::by_email(tx, &at)?.is_some_and(|other| other.id != id);
        Ok::<_, Error>((accounts::by_id(tx, &id)?, taken))
    })?;
    let Some(account) = account.filter(|a| a.active) else { return Ok(Left::Nothing) };
    if taken {
        return Ok(deliver(app, held, &mails::email_in_use(), email));
    }
    send_link(app, Purpose::Email, &account, email, mails::new_email)
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
    Ok(post(app, &letter(&url), to, &made.id))
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
