//! Webhooks: a company says where its events go, sees what could not be delivered, and tries it out.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use kernel::Text;
use serde_json::{Value, json};
use sha2::Sha256;
use store::feed::{self, FeedKind};
use store::jobs::{self, NewJob};
use store::webhooks::{self, Webhook};
use store::{Reach, Tx};

use super::events::shape;
use crate::access::{Actor, UseCase};
use crate::account::{Form, Note};
use crate::outward::{HookCall, HookFault};
use crate::{App, Error};

/// Most receivers of a company.
const MOST: u32 = 10;
/// Most failures listed.
const LISTED: u32 = 100;
/// Longest address, characters.
const LONGEST: usize = 500;
/// A receiver with nothing to receive is looked at again after this, seconds, whatever happens.
const REST: i64 = 600;

/// Kinds of events, as the portal names them.
pub const KINDS: [&str; 3] = ["Respon", "Formulir", "Informasi"];

/// What a company says of a receiver.
#[derive(Debug, Clone, Default)]
pub struct HookForm {
    /// Name.
    pub label: String,
    /// Address.
    pub url: String,
    /// Words of [`KINDS`].
    pub kinds: Vec<String>,
    /// Whether anything is sent.
    pub active: bool,
}

/// A receiver as its company sees it; the key of its signature apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HookRow {
    /// Id.
    pub id: String,
    /// Name.
    pub label: String,
    /// Address.
    pub url: String,
    /// Kinds.
    pub kinds: Vec<String>,
    /// Whether anything is sent.
    pub active: bool,
    /// Events that wait for it.
    pub waiting: i64,
    /// Failed tries of the next one.
    pub failures: u32,
    /// What the last failed try said.
    pub last_error: Option<String>,
    /// Last try.
    pub last_try: Option<Timestamp>,
    /// Last success.
    pub last_ok: Option<Timestamp>,
    /// Key of the signature.
    pub secret: String,
}

/// An event that was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailureRow {
    /// Its number.
    pub seq: i64,
    /// Document.
    pub nomor_aju: String,
    /// What it is about.
    pub kind: String,
    /// What the last try said.
    pub error: String,
    /// When it was given up.
    pub at: Timestamp,
    /// When it was delivered after all.
    pub resent: Option<Timestamp>,
}

/// The key under which a receiver's job is enqueued.
pub(crate) fn job_key(id: &str) -> String {
    format!("webhook:{id}")
}

/// Far enough that nothing but a wake-up brings the job back soon.
pub(crate) fn rest(now: Timestamp) -> Timestamp {
    now.saturating_add(SignedDuration::from_secs(REST)).unwrap_or(now)
}

fn read(app: &App, form: &HookForm) -> Result<(String, String, String), Error> {
    let mut check = Form::default();
    let label = check.line("label", &form.label, 60);
    let url = form.url.trim().to_owned();
    let plain =
        url.len() <= LONGEST && url.bytes().all(|b| b.is_ascii_graphic()) && !url.contains(['#', '@', '\\', '"']);
    if !plain || !(url.starts_with("https://") || url.starts_with("http://")) {
        check.wrong(
            "url",
            "HOOK-01",
            "Tulis alamat lengkap seperti https://sistem.contoh.id/pabean, tanpa nama pengguna dan tanda #.",
            "Give a full address such as https://system.example/pabean, without a user name or #.",
        );
    }
    let kinds: Vec<&str> = KINDS.into_iter().filter(|kind| form.kinds.iter().any(|k| k == kind)).collect();
    if kinds.is_empty() {
        check.wrong("kinds", "HOOK-02", "Pilih paling sedikit satu jenis.", "Choose at least one kind.");
    }
    check.done()?;
    if let Err(HookFault::Forbidden(why)) = app.outward().hooks.judge(&url) {
        return Err(crate::account::refuse("url", "HOOK-03", &why.id, &why.en));
    }
    Ok((label, url, kinds.join(",")))
}

fn row(tx: &mut dyn Tx, hook: Webhook) -> Result<HookRow, Error> {
    let last = feed::last(tx, &hook.company_id)?;
    Ok(HookRow {
        waiting: (last - hook.position).max(0),
        kinds: hook.kinds.split(',').map(str::to_owned).collect(),
        id: hook.id,
        label: hook.label,
        url: hook.url,
        active: hook.active,
        failures: hook.failures,
        last_error: hook.last_error,
        last_try: hook.last_try,
        last_ok: hook.last_ok,
        secret: hook.secret,
    })
}

/// Receivers of the actor's company.
pub fn list(app: &App, actor: &Actor) -> Result<Vec<HookRow>, Error> {
    actor.may(UseCase::ManageApiKeys)?;
    let company = actor.company()?.to_owned();
    app.db().read(move |tx| {
        tx.narrow(Reach::Company(&company))?;
        let all = webhooks::of_company(tx, &company, MOST)?;
        all.into_iter().map(|hook| row(tx, hook)).collect()
    })
}

/// One of them, and what was given up.
pub fn one(app: &App, actor: &Actor, id: &str) -> Result<(HookRow, Vec<FailureRow>), Error> {
    actor.may(UseCase::ManageApiKeys)?;
    let (company, id) = (actor.company()?.to_owned(), id.to_owned());
    app.db().read(move |tx| {
        tx.narrow(Reach::Company(&company))?;
        let hook = webhooks::own(tx, &id, &company)?.ok_or(Error::NotFound)?;
        let failures = webhooks::failures(tx, &id, LISTED)?.into_iter().map(|failure| FailureRow {
            seq: failure.seq,
            nomor_aju: failure.nomor_aju,
            kind: failure.kind,
            error: failure.error,
            at: failure.at,
            resent: failure.resent,
        });
        let failures = failures.collect();
        Ok((row(tx, hook)?, failures))
    })
}

/// Sets a receiver up; events from now on go there.
pub fn create(app: &App, actor: &Actor, form: &HookForm) -> Result<HookRow, Error> {
    actor.may(UseCase::ManageApiKeys)?;
    let (label, url, kinds) = read(app, form)?;
    let hook = Webhook {
        id: app.id(),
        company_id: actor.company()?.to_owned(),
        label,
        url,
        kinds,
        secret: URL_SAFE_NO_PAD.encode(app.ports().ids.secret()),
        active: form.active,
        position: 0,
        failures: 0,
        last_error: None,
        last_try: None,
        last_ok: None,
        created: app.now(),
        created_by: actor.account_id.clone(),
        removed: None,
    };
    let (at, who, job) = (app.clone(), actor.clone(), app.id());
    app.db().write(move |tx| {
        let mut hook = hook.clone();
        if webhooks::of_company(tx, &hook.company_id, MOST)?.len() >= MOST as usize {
            return Err(Error::Refused(Text::fixed(
                "Paling banyak 10 webhook untuk satu perusahaan; hapus satu lebih dahulu.",
                "At most 10 webhooks for one company; remove one first.",
            )));
        }
        hook.position = feed::last(tx, &hook.company_id)?;
        webhooks::insert(tx, &hook)?;
        let now = at.now();
        let (key, run_at) = (Some(job_key(&hook.id)), rest(now));
        let job = NewJob {
            id: job.clone(),
            kind: "webhook".into(),
            key,
            payload: json!({ "webhook": hook.id }).to_string(),
            run_at,
            declaration_id: None,
        };
        jobs::enqueue(tx, &job, now)?;
        note(tx, &at, &who, "webhook.buat", &hook)?;
        row(tx, hook)
    })
}

fn note(tx: &mut dyn Tx, app: &App, actor: &Actor, what: &'static str, hook: &Webhook) -> Result<(), Error> {
    let body = json!({ "label": hook.label, "url": hook.url });
    Note::new(what, &actor.account_id, &hook.id, actor.company_id.as_deref()).with(body).write(tx, app)?;
    Ok(())
}

/// Changes one of the company's own inside a transaction, and wakes its job.
fn change(
    app: &App,
    actor: &Actor,
    id: &str,
    what: &'static str,
    edit: impl Fn(&mut dyn Tx, &mut Webhook) -> Result<(), Error> + Send + 'static,
) -> Result<HookRow, Error> {
    actor.may(UseCase::ManageApiKeys)?;
    let (at, who, company, id) = (app.clone(), actor.clone(), actor.company()?.to_owned(), id.to_owned());
    let changed = app.db().write(move |tx| {
        let mut hook = webhooks::own(tx, &id, &company)?.ok_or(Error::NotFound)?;
        edit(tx, &mut hook)?;
        if !webhooks::save(tx, &hook)? {
            return Err(Error::NotFound);
        }
        note(tx, &at, &who, what, &hook)?;
        jobs::wake(tx, &job_key(&id), at.now())?;
        row(tx, hook)
    })?;
    app.bell().ring();
    Ok(changed)
}

/// Changes what the company says of a receiver.
pub fn edit(app: &App, actor: &Actor, id: &str, form: &HookForm) -> Result<HookRow, Error> {
    actor.may(UseCase::ManageApiKeys)?;
    let (label, url, kinds) = read(app, form)?;
    let active = form.active;
    change(app, actor, id, "webhook.ubah", move |_, hook| {
        (hook.label, hook.url, hook.kinds) = (label.clone(), url.clone(), kinds.clone());
        (hook.active, hook.failures) = (active, 0);
        Ok(())
    })
}

/// A new key for the signature; the old one counts no more.
pub fn rotate(app: &App, actor: &Actor, id: &str) -> Result<HookRow, Error> {
    let secret = URL_SAFE_NO_PAD.encode(app.ports().ids.secret());
    change(app, actor, id, "webhook.kunci", move |_, hook| {
        hook.secret.clone_from(&secret);
        Ok(())
    })
}

/// Sends everything after event `since` again.
pub fn replay(app: &App, actor: &Actor, id: &str, since: i64) -> Result<HookRow, Error> {
    change(app, actor, id, "webhook.ulang", move |tx, hook| {
        let last = feed::last(tx, &hook.company_id)?;
        if !(0..=last).contains(&since) {
            let id = format!("Isi nomor dari 0 sampai {last}.");
            let en = format!("Give a number from 0 to {last}.");
            return Err(crate::account::refuse("sejak", "HOOK-04", &id, &en));
        }
        (hook.position, hook.failures) = (since, 0);
        Ok(())
    })
}

/// Removes a receiver.
pub fn remove(app: &App, actor: &Actor, id: &str) -> Result<(), Error> {
    actor.may(UseCase::ManageApiKeys)?;
    let (at, who, company, id) = (app.clone(), actor.clone(), actor.company()?.to_owned(), id.to_owned());
    app.db().write(move |tx| {
        let hook = webhooks::own(tx, &id, &company)?.ok_or(Error::NotFound)?;
        webhooks::remove(tx, &id, &company, at.now())?;
        jobs::wake(tx, &job_key(&id), at.now())?;
        note(tx, &at, &who, "webhook.hapus", &hook)
    })
}

/// What a try said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// Whether the receiver took it.
    pub taken: bool,
    /// Its answer, or why there is none.
    pub said: Text,
}

/// Sends an invented event now and says what the receiver answered.
pub fn test(app: &App, actor: &Actor, id: &str) -> Result<Tried, Error> {
    let hook = owned(app, actor, id)?;
    let body = json!({
        "urut": 0, "jenis": "Informasi", "waktu": app.now().to_string(), "peristiwa": "percobaan",
        "keterangan": "Percobaan webhook", "keteranganEn": "Webhook test",
    });
    Ok(tried(&send(app, &hook, "uji", &body)))
}

/// Sends one event again now.
pub fn resend(app: &App, actor: &Actor, id: &str, seq: i64) -> Result<Tried, Error> {
    let hook = owned(app, actor, id)?;
    let company = hook.company_id.clone();
    let event = app.db().read(move |tx| feed::one(tx, &company, seq))?.ok_or(Error::NotFound)?;
    let sent = send(app, &hook, &seq.to_string(), &shape(&event));
    if sent.is_ok() {
        let (id, now) = (hook.id, app.now());
        app.db().write(move |tx| webhooks::resent(tx, &id, seq, now))?;
    }
    Ok(tried(&sent))
}

fn owned(app: &App, actor: &Actor, id: &str) -> Result<Webhook, Error> {
    actor.may(UseCase::ManageApiKeys)?;
    let (company, id) = (actor.company()?.to_owned(), id.to_owned());
    app.db().read(move |tx| webhooks::own(tx, &id, &company))?.ok_or(Error::NotFound)
}

fn tried(sent: &Result<u16, HookFault>) -> Tried {
    match sent {
        Ok(status) => {
            Tried { taken: true, said: Text::made(format!("Diterima: HTTP {status}"), format!("Taken: HTTP {status}")) }
        }
        Err(fault) => Tried { taken: false, said: fault.text() },
    }
}

/// Posts one event, signed; what is not a 2xx is a failure.
pub(crate) fn send(app: &App, hook: &Webhook, which: &str, event: &Value) -> Result<u16, HookFault> {
    let (body, at) = (event.to_string(), app.now().as_second());
    let jenis = event["jenis"].as_str().unwrap_or(FeedKind::Informasi.as_str());
    let headers = vec![
        ("content-type", "application/json".to_owned()),
        ("x-pabean-id", format!("{}-{which}", hook.id)),
        ("x-pabean-jenis", jenis.to_owned()),
        ("x-pabean-waktu", at.to_string()),
        ("x-pabean-tanda-tangan", sign(&hook.secret, at, &body)),
    ];
    let call = HookCall { url: hook.url.clone(), headers, body: body.into_bytes() };
    match app.outward().hooks.post(&call)? {
        status @ 200..300 => Ok(status),
        status => Err(HookFault::Status(status)),
    }
}

/// `sha256=` and the HMAC of the moment, a dot and the body: an old message cannot be passed off as a new one.
pub fn sign(secret: &str, at: i64, body: &str) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return String::new() };
    mac.update(at.to_string().as_bytes());
    mac.update(b".");
    mac.update(body.as_bytes());
    format!("sha256={}", hex::encode(mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_signature_is_that_of_the_documentation() {
        let signed = super::sign("kunci", 1_772_700_000, r#"{"urut":1}"#);
        assert_eq!(signed, "sha256=d051905e3acc8ff27ef0e68cd7082ffa4e08bfa40f66c608c3330cde7a5d16fa");
    }
}
