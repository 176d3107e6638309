//! Sessions of browsers: on the server, named by 256 random bits of which only the hash is kept.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use sha2::Sha256;
use store::accounts::{self, Account};
use store::sessions::{self, Session, SessionStep};
use store::{Fault, Tx, passkeys};

use super::note::Note;
use super::tokens::after;
use super::work::role_of;
use super::{authenticate, digest};
use crate::access::{Actor, Role, UseCase};
use crate::company::kuasa;
use crate::{App, Error};

pub use super::limit::Origin;

/// For so many seconds a proof of password or factor counts for sensitive acts.
const FRESH: i64 = 300;
/// A request is noted when the last note is older, seconds.
const NOTED: i64 = 60;
/// Most sessions listed.
const MOST: u32 = 50;

/// What is still missing before a session is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Nothing.
    Done,
    /// A code of the second factor.
    Factor,
    /// Setting up a second factor, which this account must have.
    Enrol,
}

/// A new cookie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// Value of the cookie.
    pub secret: String,
    /// What comes next.
    pub step: Step,
    /// Life of the cookie, seconds.
    pub max_age: i64,
}

/// Somebody who is logged in.
#[derive(Debug, Clone)]
pub struct Signed {
    /// Who.
    pub actor: Actor,
    /// His session.
    pub session: SessionInfo,
}

/// Somebody who has given his password and not yet his second factor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Name.
    pub name: String,
    /// What is missing.
    pub step: Step,
}

/// A session as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionInfo {
    /// Name in the list; not the secret.
    pub id: String,
    /// When it began.
    pub created: Timestamp,
    /// Last request, to the minute.
    pub seen: Timestamp,
    /// Ends then, whatever happens.
    pub ends: Timestamp,
    /// Ends then without a request.
    pub idle_until: Timestamp,
    /// Sensitive acts pass until then.
    pub fresh_until: Option<Timestamp>,
    /// Network address at the log-in.
    pub address: String,
    /// Program at the log-in.
    pub agent: String,
    /// Whether it is the one that asks.
    pub current: bool,
    hash: String,
}

impl SessionInfo {
    /// Stored name of the session.
    pub(super) fn hash(&self) -> &str {
        &self.hash
    }
}

/// Whether an account must have a second factor.
pub(super) fn must_have_factor(app: &App, account: &Account) -> bool {
    app.settings().factor_required() && (account.role != Role::PenggunaJasa.word() || account.admin)
}

/// Whether it has one: an application or a passkey.
pub(crate) fn has_factor(tx: &mut dyn Tx, account: &Account) -> Result<bool, Fault> {
    Ok(account.totp_secret.is_some() || passkeys::count(tx, &account.id)? > 0)
}

pub(super) fn secret(app: &App) -> String {
    URL_SAFE_NO_PAD.encode(app.ports().ids.secret())
}

fn step(stored: SessionStep) -> Step {
    match stored {
        SessionStep::Selesai => Step::Done,
        SessionStep::Faktor => Step::Factor,
        SessionStep::Daftar => Step::Enrol,
    }
}

pub(super) fn opened(app: &App, secret: String, session: &Session) -> Opened {
    let left = session.expires.duration_since(app.now()).as_secs();
    Opened { secret, step: step(session.step), max_age: left.max(0) }
}

/// The session of a cookie with its account, if both may still be used.
pub(super) fn find(tx: &mut dyn Tx, app: &App, secret: &str) -> Result<(Session, Account), Error> {
    if secret.is_empty() || secret.len() > 100 {
        return Err(Error::Unauthenticated);
    }
    let now = app.now();
    let mut session = sessions::live(tx, &digest(secret), now)?.ok_or(Error::Unauthenticated)?;
    let account = accounts::by_id(tx, &session.account_id)?.filter(|a| a.active).ok_or(Error::Unauthenticated)?;
    if idle_until(app, &session, role_of(&account)?) <= now {
        return Err(Error::Unauthenticated);
    }
    // Whoever became an administrator while logged in sets a second factor up before he goes on.
    if session.step == SessionStep::Selesai && must_have_factor(app, &account) && !has_factor(tx, &account)? {
        session.step = SessionStep::Daftar;
    }
    Ok((session, account))
}

fn idle_until(app: &App, session: &Session, role: Role) -> Timestamp {
    let settings = app.settings();
    let minutes = if role == Role::PenggunaJasa { settings.idle_minutes } else { settings.officer_idle_minutes };
    let idle = session.seen.saturating_add(SignedDuration::from_mins(minutes)).unwrap_or(session.seen);
    idle.min(session.expires)
}

fn info(app: &App, session: &Session, role: Role, current: &str) -> SessionInfo {
    SessionInfo {
        id: session.id.clone(),
        created: session.created,
        seen: session.seen,
        ends: session.expires,
        idle_until: idle_until(app, session, role),
        fresh_until: session.fresh.and_then(|at| after(at, FRESH).ok()),
        address: session.address.clone(),
        agent: session.agent.clone(),
        current: session.hash == current,
        hash: session.hash.clone(),
    }
}

/// Who is behind a cookie: rights, state of the account and power of attorney are read anew at each request.
pub fn resume(app: &App, secret: &str) -> Result<Signed, Error> {
    let (at, cookie) = (app.clone(), secret.to_owned());
    let (signed, seen) = app.db().read(move |tx| {
        let (session, account) = find(tx, &at, &cookie)?;
        if session.step != SessionStep::Selesai {
            return Err(Error::Unauthenticated);
        }
        let mut actor = authenticate::actor(tx, &at, &account.id)?;
        if let (Some(client), Some(broker)) = (&session.client_id, &actor.company_id) {
            actor.acting_for = kuasa::client(tx, &at, broker, client)?;
        }
        let session_info = info(&at, &session, actor.role, &session.hash);
        Ok::<_, Error>((Signed { actor, session: session_info }, session.seen))
    })?;
    let now = app.now();
    if now.duration_since(seen).as_secs() >= NOTED {
        let hash = signed.session.hash.clone();
        app.db().write(move |tx| sessions::note_seen(tx, &hash, now))?;
    }
    Ok(signed)
}

/// Who is behind a cookie whose second factor is still missing: for the pages that ask for it, and for them only.
pub fn waiting(app: &App, secret: &str) -> Result<Waiting, Error> {
    let (at, cookie) = (app.clone(), secret.to_owned());
    app.db().read(move |tx| {
        let (session, account) = find(tx, &at, &cookie)?;
        Ok(Waiting { name: account.display_name, step: step(session.step) })
    })
}

/// Gives a session a new cookie after `change`; the old cookie is dead.
pub(super) fn renew(app: &App, old: &str, change: impl Fn(&mut Session, Timestamp)) -> Result<Opened, Error> {
    let (at, cookie, fresh) = (app.clone(), old.to_owned(), self::secret(app));
    let (mut session, account) = app.db().read(move |tx| find(tx, &at, &cookie))?;
    let now = app.now();
    change(&mut session, now);
    (session.hash, session.seen) = (digest(&fresh), now);
    let (at, stored, was) = (app.clone(), session.clone(), digest(old));
    app.db().write(move |tx| {
        if !sessions::renew(tx, &was, &stored)? {
            return Err(Error::Unauthenticated);
        }
        let body = json!({ "langkah": stored.step.as_str(), "klien": stored.client_id });
        Note::new("akun.sesi.baru", &account.id, &account.id, account.company_id.as_deref())
            .with(body)
            .write(tx, &at)?;
        Ok::<_, Error>(())
    })?;
    Ok(opened(app, fresh, &session))
}

/// Passes when password or factor was proven in the last five minutes.
pub fn require_fresh(app: &App, signed: &Signed) -> Result<(), Error> {
    let fresh = signed.session.fresh_until.is_some_and(|until| until > app.now());
    if fresh { Ok(()) } else { Err(Error::Reauthenticate) }
}

/// Chooses the client for whom a broker acts, or none; the cookie is a new one.
pub fn act_for(app: &App, secret: &str, client: Option<&str>) -> Result<Opened, Error> {
    let signed = resume(app, secret)?;
    signed.actor.may(UseCase::ActForClient)?;
    if let Some(client) = client {
        let (at, broker, client) = (app.clone(), signed.actor.company()?.to_owned(), client.to_owned());
        app.db().read(move |tx| kuasa::client(tx, &at, &broker, &client))?.ok_or(Error::NotFound)?;
    }
    renew(app, secret, |session, _| session.client_id = client.map(str::to_owned))
}

/// Ends the session of a cookie.
pub fn logout(app: &App, secret: &str) -> Result<(), Error> {
    let (at, hash) = (app.clone(), digest(secret));
    app.db().write(move |tx| {
        let Some(session) = sessions::live(tx, &hash, at.now())? else { return Ok(()) };
        sessions::end(tx, &hash, at.now())?;
        let account = accounts::by_id(tx, &session.account_id)?;
        let company = account.and_then(|a| a.company_id);
        Note::new("akun.keluar", &session.account_id, &session.account_id, company.as_deref()).write(tx, &at)?;
        Ok(())
    })
}

/// The owner's live sessions, newest first.
pub fn sessions(app: &App, signed: &Signed) -> Result<Vec<SessionInfo>, Error> {
    let (at, id, now) = (app.clone(), signed.actor.account_id.clone(), app.now());
    let (role, current) = (signed.actor.role, signed.session.hash.clone());
    let live = app.db().read(move |tx| sessions::of_account(tx, &id, now, MOST))?;
    let infos = live.iter().map(|session| info(&at, session, role, &current));
    Ok(infos.filter(|i| i.idle_until > now).collect())
}

/// Ends one of the owner's sessions.
pub fn end_session(app: &App, signed: &Signed, id: &str) -> Result<(), Error> {
    let (at, who, id) = (app.clone(), signed.actor.clone(), id.to_owned());
    app.db().write(move |tx| {
        if !sessions::end_one(tx, &id, &who.account_id, at.now())? {
            return Err(Error::NotFound);
        }
        Note::new("akun.sesi.akhir", &who.account_id, &id, who.company_id.as_deref()).write(tx, &at)?;
        Ok(())
    })
}

/// Ends all of the owner's sessions but this one, and says how many.
pub fn end_others(app: &App, signed: &Signed) -> Result<u64, Error> {
    let (at, who, but) = (app.clone(), signed.actor.clone(), signed.session.hash.clone());
    app.db().write(move |tx| {
        let ended = sessions::end_all(tx, &who.account_id, &but, at.now())?;
        Note::new("akun.sesi.akhir", &who.account_id, &who.account_id, who.company_id.as_deref())
            .with(json!({ "jumlah": ended }))
            .write(tx, &at)?;
        Ok(ended)
    })
}

fn mac(secret: &str, purpose: &str) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).ok()?;
    mac.update(purpose.as_bytes());
    Some(mac)
}

/// What an authenticator signs: fresh and secret like the cookie that it is made of, and void with it. Every ceremony that
/// succeeds renews the cookie, so nothing that was signed counts twice.
pub(super) fn challenge(secret: &str, purpose: &str) -> Result<Vec<u8>, Error> {
    let mac = mac(secret, purpose).filter(|_| !secret.is_empty()).ok_or(Error::Unauthenticated)?;
    Ok(mac.finalize().into_bytes().to_vec())
}

/// The token that every form of this session carries.
pub fn csrf(secret: &str) -> String {
    mac(secret, "csrf").map(|mac| URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())).unwrap_or_default()
}

/// Whether a form came from this session; compared in constant time.
pub fn csrf_fits(secret: &str, token: &str) -> bool {
    let Ok(token) = URL_SAFE_NO_PAD.decode(token) else { return false };
    mac(secret, "csrf").is_some_and(|mac| mac.verify_slice(&token).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_belongs_to_its_session() {
        let token = csrf("rahasia-a");
        assert!(csrf_fits("rahasia-a", &token));
        assert!(!csrf_fits("rahasia-b", &token) && !csrf_fits("rahasia-a", "") && !csrf_fits("rahasia-a", "%%"));
    }
}
