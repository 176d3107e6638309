//! Log in with user name and password.

use store::accounts::{self, Account};

use super::tokens::{Pair, Session, after};
use crate::{App, Error};

/// Failures before the account has to wait.
const FREE_TRIES: u32 = 5;
/// Longest wait that strangers can impose, seconds.
const LONGEST_WAIT: i64 = 60;

/// Checks the credentials and opens a session. An unknown account costs the same work and gives the same answer.
pub fn login(app: &App, username: &str, password: &str) -> Result<Session, Error> {
    let name = username.trim().to_lowercase();
    let account = if name.len() > 200 || name.contains('\0') || password.len() > 1_000 {
        None
    } else {
        app.db().read(move |tx| accounts::by_username(tx, &name))?
    };
    let now = app.now();
    let open = account.filter(|a| a.active && a.locked_until.is_none_or(|until| until <= now));
    let fits = app.passwords().verify(password, open.as_ref().map(|a| a.password_hash.as_str()));
    match open {
        Some(account) if fits => succeed(app, &account),
        Some(account) => fail(app, &account),
        None => Err(Error::BadCredentials),
    }
}

fn succeed(app: &App, account: &Account) -> Result<Session, Error> {
    let pair = Pair::new(app, &account.id)?;
    let (id, failed) = (account.id.clone(), account.failed);
    app.db().write(move |tx| {
        if failed > 0 {
            accounts::note_success(tx, &id)?;
        }
        pair.store(tx).map_err(Error::from)
    })
}

fn fail(app: &App, account: &Account) -> Result<Session, Error> {
    let over = account.failed.saturating_add(1).saturating_sub(FREE_TRIES);
    let wait = (over > 0).then(|| (1_i64 << over.min(6)).min(LONGEST_WAIT));
    let until = wait.map(|seconds| after(app.now(), seconds)).transpose()?;
    let id = account.id.clone();
    app.db().write(move |tx| accounts::note_failure(tx, &id, until))?;
    Err(Error::BadCredentials)
}
