//! The second factor: time-based codes, each accepted once, and recovery codes for those who lost the application.

use serde_json::json;
use store::accounts::{self, Account};
use store::sessions::SessionStep;
use store::{Tx, factors, passkeys, sessions};
use totp_rs::{Builder, Secret, Totp};

use super::digest;
use super::mails::What;
use super::note::Note;
use super::session::{self, Opened, Signed};
use super::work;
use crate::{App, Error};

/// Bytes of a secret: 160 bits, the length of the hash.
const SECRET: usize = 20;
/// Recovery codes made at once.
const CODES: usize = 10;
/// Letters of recovery codes: none that looks like another.
const ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// What an account has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factors {
    /// An authenticator application is set up.
    pub totp: bool,
    /// Passkeys.
    pub keys: u32,
    /// Recovery codes that were not used.
    pub recovery_left: u32,
    /// The account may not be without one.
    pub required: bool,
}

/// What an authenticator application needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// The secret, base 32, to be typed.
    pub key: String,
    /// The same as an address, to be shown as a QR code.
    pub url: String,
}

fn totp(secret: &[u8]) -> Result<Totp, Error> {
    let secret = Secret::from(secret.to_vec());
    Builder::new().with_secret(secret).build().map_err(|e| Error::Broken(format!("totp: {e:?}")))
}

/// The step whose code this is: the current one, or one before or after.
fn step_of(app: &App, secret: &[u8], code: &str) -> Result<Option<i64>, Error> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).take(12).collect();
    if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(None);
    }
    let seconds = u64::try_from(app.now().as_second()).unwrap_or_default();
    Ok(totp(secret)?.check(&digits, seconds).and_then(|step| i64::try_from(step).ok()))
}

/// Accepts a code of the application, or a recovery code, and uses it up.
pub(super) fn accept(tx: &mut dyn Tx, app: &App, account: &Account, code: &str) -> Result<bool, Error> {
    if let Some(secret) = &account.totp_secret
        && let Some(step) = step_of(app, secret, code)?
    {
        return Ok(accounts::use_totp_step(tx, &account.id, step)?);
    }
    let plain: String = code.chars().filter(char::is_ascii_alphanumeric).take(20).collect();
    if plain.len() != 10 || !factors::take(tx, &account.id, &code_hash(&plain), app.now())? {
        return Ok(false);
    }
    work::tell(tx, app, account, What::Recovery)?;
    let company = account.company_id.as_deref();
    Note::new("akun.faktor.pemulihan", &account.id, &account.id, company).write(tx, app)?;
    Ok(true)
}

fn code_hash(plain: &str) -> String {
    digest(&plain.to_ascii_uppercase())
}

/// Fresh recovery codes, as they are shown, once.
fn recovery_codes(app: &App) -> Vec<String> {
    let letters =
        |bytes: &[u8]| -> String { bytes.iter().map(|b| char::from(ALPHABET[usize::from(b % 32)])).collect() };
    let code = |_| {
        let secret = app.ports().ids.secret();
        format!("{}-{}", letters(&secret[..5]), letters(&secret[5..10]))
    };
    (0..CODES).map(code).collect()
}

/// Recovery codes for an account that has none left, to be shown once.
pub(super) fn first_codes(tx: &mut dyn Tx, app: &App, account_id: &str) -> Result<Vec<String>, Error> {
    if factors::left(tx, account_id)? > 0 {
        return Ok(Vec::new());
    }
    let codes = recovery_codes(app);
    factors::replace(tx, account_id, &hashes(&codes))?;
    Ok(codes)
}

/// The last factor takes the recovery codes along; whoever must have one keeps it.
pub(super) fn after_removal(tx: &mut dyn Tx, app: &App, account: &Account) -> Result<(), Error> {
    if session::has_factor(tx, account)? {
        return Ok(());
    }
    if session::must_have_factor(app, account) {
        return Err(Error::Denied("akun ini wajib memakai faktor kedua"));
    }
    Ok(factors::replace(tx, &account.id, &[])?)
}

fn hashes(codes: &[String]) -> Vec<String> {
    codes.iter().map(|code| code_hash(&code.replace('-', ""))).collect()
}

/// What the account has.
pub fn status(app: &App, signed: &Signed) -> Result<Factors, Error> {
    let (at, id) = (app.clone(), signed.actor.account_id.clone());
    app.db().read(move |tx| {
        let account = accounts::by_id(tx, &id)?.ok_or(Error::Unauthenticated)?;
        Ok(Factors {
            totp: account.totp_secret.is_some(),
            keys: passkeys::count(tx, &id)?,
            recovery_left: factors::left(tx, &id)?,
            required: session::must_have_factor(&at, &account),
        })
    })
}

/// Begins to set up an application: a secret that counts once a code of it was given. Whoever has a factor already must
/// have proven himself in the last minutes.
pub fn begin_totp(app: &App, secret: &str) -> Result<Enrolment, Error> {
    let bytes = app.ports().ids.secret()[..SECRET].to_vec();
    let (at, cookie, pending) = (app.clone(), secret.to_owned(), bytes.clone());
    let username = app.db().write(move |tx| {
        let (session, account) = session::find(tx, &at, &cookie)?;
        may_enrol(tx, &at, &session, &account)?;
        sessions::set_pending(tx, &session.hash, &pending)?;
        Ok::<_, Error>(account.username)
    })?;
    let key = Secret::from(bytes).to_base32();
    let label = |text: &str| -> String {
        text.bytes()
            .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
            .collect()
    };
    let issuer = label(&app.settings().name);
    let url = format!(
        "otpauth://totp/{issuer}:{}?secret={key}&issuer={issuer}&algorithm=SHA1&digits=6&period=30",
        label(&username)
    );
    Ok(Enrolment { key, url })
}

/// Passes whoever may set up a factor: while logging in when he has none and must, afterwards when he has just proven
/// who he is.
pub(super) fn may_enrol(
    tx: &mut dyn Tx,
    app: &App,
    session: &sessions::Session,
    account: &Account,
) -> Result<(), Error> {
    let fresh = session.fresh.is_some_and(|at| app.now().duration_since(at).as_secs() < 300);
    match session.step {
        SessionStep::Daftar if !session::has_factor(tx, account)? => Ok(()),
        SessionStep::Selesai if fresh => Ok(()),
        SessionStep::Selesai => Err(Error::Reauthenticate),
        SessionStep::Faktor | SessionStep::Daftar => Err(Error::Unauthenticated),
    }
}

/// Sets the application up with a first code of it; gives a new cookie and ten recovery codes, shown once.
pub fn confirm_totp(app: &App, secret: &str, code: &str) -> Result<(Opened, Vec<String>), Error> {
    let codes = recovery_codes(app);
    let (at, cookie, code, stored) = (app.clone(), secret.to_owned(), code.to_owned(), hashes(&codes));
    let accepted = app.db().write(move |tx| {
        let (session, account) = session::find(tx, &at, &cookie)?;
        may_enrol(tx, &at, &session, &account)?;
        let pending = session.pending.ok_or(Error::NotFound)?;
        let Some(step) = step_of(&at, &pending, &code)? else { return Ok(false) };
        accounts::set_totp(tx, &account.id, Some(&pending))?;
        accounts::use_totp_step(tx, &account.id, step)?;
        factors::replace(tx, &account.id, &stored)?;
        work::tell(tx, &at, &account, What::FactorOn)?;
        let company = account.company_id.as_deref();
        Note::new("akun.faktor.pasang", &account.id, &account.id, company).write(tx, &at)?;
        Ok::<_, Error>(true)
    })?;
    if !accepted {
        return Err(Error::BadCredentials);
    }
    app.bell().ring();
    let opened = session::renew(app, secret, |session, now| {
        session.step = SessionStep::Selesai;
        session.fresh = Some(now);
    })?;
    Ok((opened, codes))
}

/// Ten new recovery codes; the old ones are dead. Needs a fresh session.
pub fn new_recovery_codes(app: &App, signed: &Signed) -> Result<Vec<String>, Error> {
    session::require_fresh(app, signed)?;
    let codes = recovery_codes(app);
    let (at, who, stored) = (app.clone(), signed.actor.clone(), hashes(&codes));
    app.db().write(move |tx| {
        factors::replace(tx, &who.account_id, &stored)?;
        Note::new("akun.faktor.kode_baru", &who.account_id, &who.account_id, who.company_id.as_deref())
            .with(json!({ "jumlah": CODES }))
            .write(tx, &at)?;
        Ok::<_, Error>(())
    })?;
    Ok(codes)
}

/// Removes the application. Needs a fresh session; refused for those who must have one.
pub fn remove_totp(app: &App, signed: &Signed) -> Result<(), Error> {
    session::require_fresh(app, signed)?;
    let (at, who) = (app.clone(), signed.actor.clone());
    app.db().write(move |tx| {
        let account = accounts::for_update(tx, &who.account_id)?.ok_or(Error::Unauthenticated)?;
        accounts::set_totp(tx, &account.id, None)?;
        let without = Account { totp_secret: None, ..account.clone() };
        after_removal(tx, &at, &without)?;
        work::tell(tx, &at, &account, What::FactorOff)?;
        Note::new("akun.faktor.lepas", &account.id, &account.id, account.company_id.as_deref()).write(tx, &at)?;
        Ok::<_, Error>(())
    })?;
    app.bell().ring();
    Ok(())
}
