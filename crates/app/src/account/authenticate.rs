//! Who is behind an access token.

use std::collections::BTreeSet;

use store::tokens::{self, TokenKind};
use store::{Tx, accounts, companies};

use super::tokens::digest;
use crate::access::{Actor, Rights, Role};
use crate::company::{keys, kuasa};
use crate::{App, Error};

/// The actor of a live access token; rights are read anew each time, so a change acts on the next request.
pub fn authenticate(app: &App, access_token: &str) -> Result<Actor, Error> {
    let (at, hash, now) = (app.clone(), digest(access_token), app.now());
    app.db().read(move |tx| {
        let token = tokens::live(tx, &hash, TokenKind::Access, now)?.ok_or(Error::Unauthenticated)?;
        actor(tx, &at, &token.account_id)
    })
}

/// The actor of a call of the API: its token, and the API key where one is given or demanded. A key of another company
/// is refused always; a value that is no key only where one is demanded, since some clients put other things there.
pub fn admit(app: &App, access_token: &str, key: Option<&str>, demanded: bool) -> Result<Actor, Error> {
    let actor = authenticate(app, access_token)?;
    let owner = match key {
        Some(key) => keys::company_of(app, key)?,
        None => None,
    };
    let fits = owner.as_deref().map_or(!demanded, |owner| actor.company_id.as_deref() == Some(owner));
    if fits { Ok(actor) } else { Err(Error::Unauthenticated) }
}

/// The actor behind an account that may log in.
pub(crate) fn actor(tx: &mut dyn Tx, app: &App, account_id: &str) -> Result<Actor, Error> {
    let account = accounts::by_id(tx, account_id)?.filter(|a| a.active).ok_or(Error::Unauthenticated)?;
    let role = Role::parse(&account.role).ok_or(Error::Unauthenticated)?;
    let company = match &account.company_id {
        Some(id) => companies::by_id(tx, id)?,
        None => None,
    };
    let clients = match &account.company_id {
        Some(id) => kuasa::client_ids(tx, app, id)?,
        None => BTreeSet::new(),
    };
    Ok(Actor {
        account_id: account.id,
        name: account.display_name,
        role,
        company_id: account.company_id,
        npwp: company.map(|c| c.npwp),
        office: account.office,
        rights: Rights::parse(account.admin, &account.rights),
        clients,
        acting_for: None,
    })
}
