//! Who is behind an access token.

use store::tokens::{self, TokenKind};
use store::{accounts, companies};

use super::tokens::digest;
use crate::access::{Actor, Role};
use crate::{App, Error};

/// The actor of a live access token; rights are read anew each time, so a change acts on the next request.
pub fn authenticate(app: &App, access_token: &str) -> Result<Actor, Error> {
    let (hash, now) = (digest(access_token), app.now());
    app.db().read(move |tx| {
        let token = tokens::live(tx, &hash, TokenKind::Access, now)?.ok_or(Error::Unauthenticated)?;
        let account = accounts::by_id(tx, &token.account_id)?.filter(|a| a.active).ok_or(Error::Unauthenticated)?;
        let role = Role::parse(&account.role).ok_or(Error::Unauthenticated)?;
        let company = match &account.company_id {
            Some(id) => companies::by_id(tx, id)?,
            None => None,
        };
        Ok(Actor {
            account_id: account.id,
            name: account.display_name,
            role,
            company_id: account.company_id,
            npwp: company.map(|c| c.npwp),
            office: account.office,
        })
    })
}
