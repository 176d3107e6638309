//! Log in with user name and password.

use store::accounts::{self, Account};

use super::form::login_name;
use super::limit::{Guesses, LOGIN, Origin};
use super::note::Note;
use super::tokens::{Pair, Session};
use crate::{App, Error};

/// Checks the credentials of a host-to-host client and opens a pair of tokens.
pub fn login(app: &App, username: &str, password: &str) -> Result<Session, Error> {
    login_from(app, username, password, &Origin::default())
}

/// The same for a client whose address is known.
pub fn login_from(app: &App, username: &str, password: &str, origin: &Origin) -> Result<Session, Error> {
    let account = check(app, username, password, origin)?;
    let pair = Pair::new(app, &account.id)?;
    let at = app.clone();
    app.db().write(move |tx| {
        accounts::note_login(tx, &account.id, at.now())?;
        Note::new("akun.masuk.h2h", &account.id, &account.id, account.company_id.as_deref()).write(tx, &at)?;
        pair.store(tx).map_err(Error::from)
    })
}

/// The account whose name and password these are. Unknown, closed and waiting accounts cost the same work (the same two
/// transactions and one hash) and give the same answer.
pub(super) fn check(app: &App, username: &str, password: &str, origin: &Origin) -> Result<Account, Error> {
    let name = login_name(username).unwrap_or_default();
    let too_long = password.len() > 1_000;
    let (place, now) = (origin.place(), app.now());
    let (look, from) = (name.clone(), place.clone());
    let (account, waits) = app.db().write(move |tx| {
        LOGIN.demand(tx, &from, now)?;
        let account = accounts::by_username(tx, &look)?;
        Ok::<_, Error>((account, Guesses::of(&look, &from).waits(tx, now)?))
    })?;
    let about = account.as_ref().map(|a| (a.id.clone(), a.company_id.clone()));
    let open = account.filter(|a| a.active && !waits && !too_long && !a.password_hash.is_empty());
    let tried = if too_long { "" } else { password };
    let fits = app.passwords().verify(tried, open.as_ref().map(|a| a.password_hash.as_str()));
    let accepted = open.filter(|_| fits);
    let (at, known, origin) = (app.clone(), accepted.clone(), origin.clone());
    app.db().write(move |tx| {
        let guesses = Guesses::of(&name, &place);
        match &known {
            Some(_) => guesses.succeeded(tx)?,
            None if waits => {}
            None => {
                guesses.failed(tx, now)?;
                let body = serde_json::json!({ "nama": super::digest(&name), "alamat": origin.shown() });
                let (subject, company) =
                    about.as_ref().map_or(("masuk", None), |(id, of)| (id.as_str(), of.as_deref()));
                Note::new("akun.masuk.gagal", "-", subject, company).with(body).write(tx, &at)?;
            }
        }
        Ok::<_, Error>(())
    })?;
    accepted.ok_or(Error::BadCredentials)
}
