//! Links in mails: 256 random bits, only their SHA-256 stored, one use, the newest only.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use store::links::{self, Link};
use store::{Fault, Tx};

use super::digest;
use super::tokens::after;
use crate::{App, Error};

/// Pages of the portal that mails point to; a secret follows as `?token=…`.
pub mod paths {
    /// Confirm a registration.
    pub const CONFIRM: &str = "/akun/konfirmasi";
    /// Activate an old account.
    pub const ACTIVATE: &str = "/akun/aktivasi/baru";
    /// Set a new password.
    pub const RESET: &str = "/akun/reset";
    /// Accept an invitation.
    pub const INVITE: &str = "/akun/undangan";
    /// Confirm a new address.
    pub const EMAIL: &str = "/akun/email";
    /// Log in.
    pub const LOGIN: &str = "/masuk";
    /// Ask for a new password.
    pub const FORGOT: &str = "/lupa-kata-sandi";
    /// Ask to carry an old account over.
    pub const OLD: &str = "/aktivasi-akun-lama";
}

/// How long a link lasts, minutes; mails and pages say so.
pub mod minutes {
    /// Activating an old account.
    pub const ACTIVATE: i64 = 60;
    /// Setting a new password.
    pub const RESET: i64 = 30;
    /// Confirming a new address.
    pub const EMAIL: i64 = 60;
}

/// What a link is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Confirm,
    Activate,
    Reset,
    Invite,
    Email,
}

impl Purpose {
    /// The stored word, the page, and the life in minutes.
    fn facts(self) -> (&'static str, &'static str, i64) {
        match self {
            Self::Confirm => ("KONFIRMASI", paths::CONFIRM, 24 * 60),
            Self::Activate => ("AKTIVASI", paths::ACTIVATE, minutes::ACTIVATE),
            Self::Reset => ("RESET", paths::RESET, minutes::RESET),
            Self::Invite => ("UNDANGAN", paths::INVITE, 7 * 24 * 60),
            Self::Email => ("EMAIL", paths::EMAIL, minutes::EMAIL),
        }
    }

    /// The stored word.
    pub fn word(self) -> &'static str {
        self.facts().0
    }
}

/// Whose link it is.
pub(crate) enum Owner<'a> {
    Account(&'a str),
    Registration(&'a str),
}

/// A new link for `email`, not yet stored, and its address.
pub(crate) fn make(app: &App, purpose: Purpose, owner: &Owner<'_>, email: &str) -> Result<(Link, String), Error> {
    let (word, page, minutes) = purpose.facts();
    let secret = URL_SAFE_NO_PAD.encode(app.ports().ids.secret());
    let now = app.now();
    let (account_id, registration_id) = match owner {
        Owner::Account(id) => (Some((*id).to_owned()), None),
        Owner::Registration(id) => (None, Some((*id).to_owned())),
    };
    let link = Link {
        hash: digest(&secret),
        id: app.id(),
        purpose: word.to_owned(),
        account_id,
        registration_id,
        email: email.to_owned(),
        created: now,
        expires: after(now, minutes * 60)?,
        used: None,
        void: None,
    };
    Ok((link, format!("{}{page}?token={secret}", app.settings().base_url)))
}

/// Looks at a link without using it: mail scanners open links too.
pub(crate) fn look(tx: &mut dyn Tx, app: &App, purpose: Purpose, secret: &str) -> Result<Link, Error> {
    if secret.len() > 100 {
        return Err(Error::LinkDead);
    }
    links::live(tx, &digest(secret), purpose.word(), app.now())?.ok_or(Error::LinkDead)
}

/// The account of a link.
pub(crate) fn account_of(link: &Link) -> Result<&str, Error> {
    link.account_id.as_deref().ok_or(Error::LinkDead)
}

/// Uses it up.
pub(crate) fn take(tx: &mut dyn Tx, app: &App, link: &Link) -> Result<(), Error> {
    if links::take(tx, &link.hash, app.now())? { Ok(()) } else { Err(Error::LinkDead) }
}

/// Stores it; older ones for the same purpose are void from now on.
pub(crate) fn keep(tx: &mut dyn Tx, link: &Link) -> Result<(), Fault> {
    links::issue(tx, link)
}
