//! A new pair of tokens for a refresh token, which is used up.

use store::tokens::{self, TokenKind};

use super::tokens::{Pair, Session, digest};
use crate::{App, Error};

/// Exchanges a refresh token.
pub fn refresh(app: &App, refresh_token: &str) -> Result<Session, Error> {
    let (hash, now) = (digest(refresh_token), app.now());
    let look = hash.clone();
    let token = app.db().read(move |tx| tokens::live(tx, &look, TokenKind::Refresh, now))?;
    let token = token.ok_or(Error::Unauthenticated)?;
    let pair = Pair::new(app, &token.account_id)?;
    app.db().write(move |tx| {
        if !tokens::revoke(tx, &hash, now)? {
            return Err(Error::Unauthenticated);
        }
        pair.store(tx).map_err(Error::from)
    })
}
