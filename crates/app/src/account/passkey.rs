//! Passkeys as second factors: made on the page of account security, asked for at the log-in, refused when copied.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::json;
use store::Tx;
use store::accounts::{self, Account};
use store::passkeys::{self, Passkey};
use store::sessions::SessionStep;

use super::form::{Form, refuse};
use super::mails::What;
use super::note::Note;
use super::session::{self, Opened, Signed};
use super::webauthn::{self, ALGORITHMS, Asserted, Created, Site};
use super::{factor, work};
use crate::{App, Error};

/// Most keys of one account.
const MOST: u32 = 10;
/// Longest name, characters.
const LONGEST_NAME: usize = 60;
/// Longest answer of a browser, bytes.
const LONGEST_ANSWER: usize = 64 * 1024;
/// How long the browser waits for the authenticator, milliseconds.
const PATIENCE: u32 = 120_000;
/// What challenges are made for.
const REGISTER: &str = "passkey.create";
const LOGIN: &str = "passkey.get";

/// A key, as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// Id.
    pub id: String,
    /// What the owner calls it.
    pub name: String,
    /// When it was registered.
    pub created: Timestamp,
    /// Last log-in with it.
    pub used: Option<Timestamp>,
}

/// What an authenticator signed at a log-in.
pub(super) struct Answer {
    credential: String,
    client_data: Vec<u8>,
    authenticator_data: Vec<u8>,
    signature: Vec<u8>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct AnswerText {
    id: String,
    client_data: String,
    authenticator_data: String,
    signature: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct NewText {
    client_data: String,
    attestation: String,
}

fn site(app: &App) -> Option<Site> {
    Site::of(&app.settings().base_url)
}

/// Whether browsers offer passkeys at the public address of this installation: it has a name, and TLS or `localhost`.
pub fn possible(app: &App) -> bool {
    site(app).is_some()
}

fn no_site() -> Error {
    refuse(
        "",
        "AKUN-40",
        "Kunci sandi hanya dapat dipakai pada alamat portal yang bernama dan terenkripsi.",
        "Passkeys only work where the portal has a name and encryption.",
    )
}

/// All keys of an account, oldest first.
pub fn list(app: &App, signed: &Signed) -> Result<Vec<KeyRow>, Error> {
    let id = signed.actor.account_id.clone();
    let keys = app.db().read(move |tx| passkeys::of_account(tx, &id, MOST))?;
    Ok(keys.into_iter().map(|k| KeyRow { id: k.id, name: k.name, created: k.created, used: k.used }).collect())
}

fn named(keys: &[Passkey]) -> serde_json::Value {
    keys.iter().map(|key| json!({ "type": "public-key", "id": key.credential })).collect()
}

/// What a browser needs to make a key; as for an application, whoever has a factor must have just proven who he is.
pub fn begin(app: &App, secret: &str) -> Result<String, Error> {
    let site = site(app).ok_or_else(no_site)?;
    let challenge = URL_SAFE_NO_PAD.encode(session::challenge(secret, REGISTER)?);
    let (at, cookie) = (app.clone(), secret.to_owned());
    let (account, keys) = app.db().read(move |tx| {
        let (session, account) = session::find(tx, &at, &cookie)?;
        factor::may_enrol(tx, &at, &session, &account)?;
        let keys = passkeys::of_account(tx, &account.id, MOST)?;
        Ok::<_, Error>((account, keys))
    })?;
    let algorithms: Vec<_> = ALGORITHMS.iter().map(|alg| json!({ "type": "public-key", "alg": alg })).collect();
    let options = json!({
        "rp": { "id": site.id, "name": app.settings().name },
        "user": {
            "id": URL_SAFE_NO_PAD.encode(&account.id),
            "name": account.username,
            "displayName": account.display_name,
        },
        "challenge": challenge,
        "pubKeyCredParams": algorithms,
        "timeout": PATIENCE,
        "excludeCredentials": named(&keys),
        "authenticatorSelection": { "residentKey": "discouraged", "userVerification": "preferred" },
        "attestation": "none",
    });
    Ok(options.to_string())
}

/// Registers the key that the browser made; gives a new cookie, and recovery codes when it is the first factor.
pub fn finish(app: &App, secret: &str, name: &str, answer: &str) -> Result<(Opened, Vec<String>), Error> {
    let site = site(app).ok_or_else(no_site)?;
    let mut check = Form::default();
    let name = check.line("nama", name, LONGEST_NAME);
    check.done()?;
    let made = read_new(answer).and_then(|(client, attestation)| {
        let challenge = session::challenge(secret, REGISTER).ok()?;
        let answer = Created { client_data: &client, attestation: &attestation };
        webauthn::created(&site, &challenge, &answer).map_err(|why| tracing::info!(?why, "passkey refused")).ok()
    });
    let made = made.ok_or_else(|| {
        refuse(
            "jawaban",
            "AKUN-41",
            "Kunci sandi tidak terbaca atau bukan untuk halaman ini. Muat ulang halaman, lalu coba lagi.",
            "The passkey cannot be read or is not for this page. Load the page again and retry.",
        )
    })?;
    let (at, cookie) = (app.clone(), secret.to_owned());
    let codes = app.db().write(move |tx| {
        let (session, account) = session::find(tx, &at, &cookie)?;
        factor::may_enrol(tx, &at, &session, &account)?;
        keep(tx, &at, &account, &name, &made)?;
        let company = account.company_id.as_deref();
        Note::new("akun.kunci.pasang", &account.id, &account.id, company).write(tx, &at)?;
        work::tell(tx, &at, &account, What::KeyOn)?;
        factor::first_codes(tx, &at, &account.id)
    })?;
    app.bell().ring();
    let opened = session::renew(app, secret, |session, now| {
        session.step = SessionStep::Selesai;
        session.fresh = Some(now);
    })?;
    Ok((opened, codes))
}

fn keep(tx: &mut dyn Tx, app: &App, account: &Account, name: &str, made: &webauthn::NewKey) -> Result<(), Error> {
    if passkeys::count(tx, &account.id)? >= MOST {
        return Err(refuse("nama", "AKUN-42", "Paling banyak 10 kunci sandi.", "At most 10 passkeys."));
    }
    let key = Passkey {
        id: app.id(),
        account_id: account.id.clone(),
        credential: URL_SAFE_NO_PAD.encode(&made.id),
        public_key: made.public_key.clone(),
        counter: made.counter.into(),
        name: name.to_owned(),
        created: app.now(),
        used: None,
    };
    if passkeys::insert(tx, &key)? {
        return Ok(());
    }
    Err(refuse("jawaban", "AKUN-43", "Kunci sandi ini sudah terdaftar.", "This passkey is registered already."))
}

fn read_new(answer: &str) -> Option<(Vec<u8>, Vec<u8>)> {
    let text: NewText = serde_json::from_str(answer.get(..answer.len().min(LONGEST_ANSWER))?).ok()?;
    let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text).ok();
    Some((bytes(&text.client_data)?, bytes(&text.attestation)?))
}

/// Reads what a browser answered at a log-in.
pub(super) fn read_answer(answer: &str) -> Option<Answer> {
    let text: AnswerText = serde_json::from_str(answer.get(..answer.len().min(LONGEST_ANSWER))?).ok()?;
    let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text).ok();
    Some(Answer {
        credential: URL_SAFE_NO_PAD.encode(bytes(&text.id)?),
        client_data: bytes(&text.client_data)?,
        authenticator_data: bytes(&text.authenticator_data)?,
        signature: bytes(&text.signature)?,
    })
}

/// What a browser asks an authenticator; none when the account has no key.
pub(super) fn request(tx: &mut dyn Tx, app: &App, account: &Account, secret: &str) -> Result<Option<String>, Error> {
    let keys = passkeys::of_account(tx, &account.id, MOST)?;
    let Some(site) = site(app).filter(|_| !keys.is_empty()) else { return Ok(None) };
    let options = json!({
        "rpId": site.id,
        "challenge": URL_SAFE_NO_PAD.encode(session::challenge(secret, LOGIN)?),
        "allowCredentials": named(&keys),
        "timeout": PATIENCE,
        "userVerification": "preferred",
    });
    Ok(Some(options.to_string()))
}

/// Accepts what one of the account's keys signed for this session, and notes its counter.
pub(super) fn accept(
    tx: &mut dyn Tx,
    app: &App,
    account: &Account,
    secret: &str,
    answer: &Answer,
) -> Result<bool, Error> {
    let Some(site) = site(app) else { return Ok(false) };
    let Some(key) = passkeys::by_credential(tx, &account.id, &answer.credential)? else { return Ok(false) };
    let signed = Asserted {
        client_data: &answer.client_data,
        authenticator_data: &answer.authenticator_data,
        signature: &answer.signature,
    };
    let counter = match webauthn::asserted(&site, &session::challenge(secret, LOGIN)?, &key.public_key, &signed) {
        Ok(counter) => counter,
        Err(why) => {
            tracing::info!(?why, "passkey refused");
            return Ok(false);
        }
    };
    if passkeys::note_used(tx, &key.id, counter.into(), app.now())? {
        return Ok(true);
    }
    // Signed by the right key, but it has signed more often elsewhere: somebody has a copy.
    work::tell(tx, app, account, What::KeyCopied)?;
    let body = json!({ "kunci": key.name, "tercatat": key.counter, "datang": counter });
    Note::new("akun.kunci.salinan", &account.id, &account.id, account.company_id.as_deref())
        .with(body)
        .write(tx, app)?;
    Ok(false)
}

/// Gives a key another name.
pub fn rename(app: &App, signed: &Signed, id: &str, name: &str) -> Result<(), Error> {
    let mut check = Form::default();
    let name = check.line("nama", name, LONGEST_NAME);
    check.done()?;
    let (who, id) = (signed.actor.account_id.clone(), id.to_owned());
    let known = app.db().write(move |tx| passkeys::rename(tx, &id, &who, &name))?;
    if known { Ok(()) } else { Err(Error::NotFound) }
}

/// Removes a key. Needs a fresh session; the last factor of those who must have one stays.
pub fn remove(app: &App, signed: &Signed, id: &str) -> Result<(), Error> {
    session::require_fresh(app, signed)?;
    let (at, who, id) = (app.clone(), signed.actor.clone(), id.to_owned());
    app.db().write(move |tx| {
        let account = accounts::for_update(tx, &who.account_id)?.ok_or(Error::Unauthenticated)?;
        if !passkeys::remove(tx, &id, &account.id)? {
            return Err(Error::NotFound);
        }
        factor::after_removal(tx, &at, &account)?;
        work::tell(tx, &at, &account, What::KeyOff)?;
        Note::new("akun.kunci.lepas", &account.id, &account.id, account.company_id.as_deref()).write(tx, &at)?;
        Ok::<_, Error>(())
    })?;
    app.bell().ring();
    Ok(())
}
