//! Lupa Password: the page answers everybody alike, a job looks whom the address belongs to.

use store::accounts::{self, Account, AccountState};
use store::{Tx, companies, links, sessions, tokens};

use super::form::Form;
use super::limit::{Origin, RESET, RESET_PLACE};
use super::link::{self, Purpose};
use super::mails::What;
use super::note::Note;
use super::policy;
use super::work::{self, Work, role_of};
use crate::access::Role;
use crate::{App, Error};

/// What the page with the new password has to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reset {
    /// Fewest characters of a password.
    pub minimal: usize,
}

/// Asks for a link. Known and unknown addresses, and those that asked too often, cost the same statements and get the
/// same answer: who is meant is looked up by the job.
pub fn request(app: &App, email: &str, origin: &Origin) -> Result<(), Error> {
    let mut form = Form::default();
    let email = form.email("email", email);
    form.done()?;
    let (at, place) = (app.clone(), origin.place());
    app.db().write(move |tx| {
        let now = at.now();
        let free = RESET_PLACE.allows(tx, &place, now)? & RESET.allows(tx, &email, now)?;
        if free {
            work::enqueue(tx, &at, &Work::Reset { email: email.clone() }, now)?;
        }
        Ok::<_, Error>(())
    })?;
    app.bell().ring();
    Ok(())
}

/// Looks at a link; opening it uses nothing up.
pub fn peek(app: &App, token: &str) -> Result<Reset, Error> {
    let (_, account) = open(app, token)?;
    Ok(Reset { minimal: policy::shortest(role_of(&account)?) })
}

fn open(app: &App, token: &str) -> Result<(links::Link, Account), Error> {
    let (at, token) = (app.clone(), token.to_owned());
    app.db().read(move |tx| {
        let link = link::look(tx, &at, Purpose::Reset, &token)?;
        let account = accounts::by_id(tx, link::account_of(&link)?)?;
        let account = account.filter(|a| a.state == AccountState::Aktif).ok_or(Error::LinkDead)?;
        Ok((link, account))
    })
}

/// Sets the new password and uses the link up: all sessions and tokens end, the second factor stays, nobody is logged in.
pub fn consume(app: &App, token: &str, password: &str, again: &str) -> Result<(), Error> {
    let (link, account) = open(app, token)?;
    let hash = new_password(app, &account, password, again)?;
    let at = app.clone();
    app.db().write(move |tx| {
        link::take(tx, &at, &link)?;
        let account = accounts::for_update(tx, &account.id)?;
        let account = account.filter(|a| a.state == AccountState::Aktif).ok_or(Error::LinkDead)?;
        replace(tx, &at, &account, &hash, "")?;
        let company = account.company_id.as_deref();
        Note::new("akun.kata_sandi.reset", &account.id, &account.id, company).write(tx, &at)?;
        Ok::<_, Error>(())
    })?;
    app.bell().ring();
    Ok(())
}

/// Checks a new password of `account` and hashes it.
pub(super) fn new_password(app: &App, account: &Account, password: &str, again: &str) -> Result<String, Error> {
    let company = match account.company_id.clone() {
        Some(id) => app.db().read(move |tx| companies::by_id(tx, &id))?.map(|c| c.name),
        None => None,
    };
    let own =
        [account.username.as_str(), &account.display_name, &account.email, company.as_deref().unwrap_or_default()];
    hashed(app, password, again, role_of(account)?, &own)
}

/// Checks a password against the rules and hashes it.
pub(super) fn hashed(app: &App, password: &str, again: &str, role: Role, own: &[&str]) -> Result<String, Error> {
    policy::check(password, again, role, own)?;
    app.passwords().hash(password, &app.ports().ids.secret())
}

/// Replaces a password: every session but `but` and every token ends, open links are void, the owner is told.
pub(super) fn replace(tx: &mut dyn Tx, app: &App, account: &Account, hash: &str, but: &str) -> Result<(), Error> {
    let now = app.now();
    accounts::set_password(tx, &account.id, hash)?;
    end_everything(tx, app, &account.id, but)?;
    links::void_all(tx, &account.id, now)?;
    work::tell(tx, app, account, What::Password)
}

/// Ends sessions and tokens of an account, all but the session `but`.
pub(crate) fn end_everything(tx: &mut dyn Tx, app: &App, account_id: &str, but: &str) -> Result<(), Error> {
    sessions::end_all(tx, account_id, but, app.now())?;
    tokens::revoke_all(tx, account_id, app.now())?;
    Ok(())
}
