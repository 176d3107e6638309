//! Does the jobs about accounts: looks who is meant, and sends the one mail that helps him.

use store::accounts::{self, AccountState};

use super::link::Purpose;
use super::work::{Work, deliver, send_link};
use super::{activate, invite, mails, signup};
use crate::jobs::{Held, Left};
use crate::{App, Error};

/// Does one job of this kind.
pub(crate) fn run(app: &App, held: &Held) -> Result<Left, Error> {
    let work: Work = serde_json::from_str(&held.job.payload).map_err(|e| Error::Broken(e.to_string()))?;
    match work {
        Work::Signup { id } => signup::check(app, held, &id),
        Work::Reset { email } => reset(app, held, &email),
        Work::Activate(claim) => activate::answer(app, held, &claim),
        Work::Invite { account } => invite::post(app, held, &account),
        Work::NewEmail { account, email } => new_email(app, held, &account, &email),
        Work::Notice { email, what, bahasa } => {
            Ok(deliver(app, held, &mails::notice(what).in_language(&bahasa), &email))
        }
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
