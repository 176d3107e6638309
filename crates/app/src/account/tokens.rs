//! Opaque tokens: 256 random bits, only their SHA-256 stored.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use store::tokens::{Token, TokenKind};
use store::{Fault, Tx};

use crate::{App, Error};

/// What a client gets after logging in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// For service calls.
    pub access_token: String,
    /// For a new pair.
    pub refresh_token: String,
    /// Seconds.
    pub expires_in: i64,
    /// Seconds.
    pub refresh_expires_in: i64,
    /// Id of the session, for logs.
    pub session_state: String,
}

/// The stored form of a secret.
pub fn digest(secret: &str) -> String {
    hex::encode(Sha256::digest(secret.as_bytes()))
}

/// A fresh pair, not yet stored.
pub(super) struct Pair {
    session: Session,
    tokens: [Token; 2],
}

impl Pair {
    pub(super) fn new(app: &App, account_id: &str) -> Result<Self, Error> {
        let now = app.now();
        let secret = || URL_SAFE_NO_PAD.encode(app.ports().ids.secret());
        let settings = app.settings();
        let session = Session {
            access_token: secret(),
            refresh_token: secret(),
            expires_in: settings.access_seconds,
            refresh_expires_in: settings.refresh_seconds,
            session_state: app.id(),
        };
        let token = |secret: &str, kind, seconds| -> Result<Token, Error> {
            Ok(Token {
                hash: digest(secret),
                account_id: account_id.to_owned(),
                kind,
                expires: after(now, seconds)?,
                created: now,
                revoked: None,
            })
        };
        let tokens = [
            token(&session.access_token, TokenKind::Access, session.expires_in)?,
            token(&session.refresh_token, TokenKind::Refresh, session.refresh_expires_in)?,
        ];
        Ok(Self { session, tokens })
    }

    pub(super) fn store(&self, tx: &mut dyn Tx) -> Result<Session, Fault> {
        for token in &self.tokens {
            store::tokens::insert(tx, token)?;
        }
        Ok(self.session.clone())
    }
}

/// `seconds` after `now`.
pub(crate) fn after(now: Timestamp, seconds: i64) -> Result<Timestamp, Error> {
    now.checked_add(SignedDuration::from_secs(seconds)).map_err(|e| Error::Broken(e.to_string()))
}
