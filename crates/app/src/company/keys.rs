//! API keys of a company: shown once, kept as a hash.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::json;
use store::accounts;
use store::tokens::{self, ApiKey};

use crate::access::{Actor, UseCase};
use crate::account::{Form, Note, digest};
use crate::{App, Error};

/// Most keys of a company that are listed.
const MOST: u32 = 200;
/// A use is noted when the last note is older, seconds.
const NOTED: i64 = 60;

/// A key, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// What it is called in addresses; not the secret.
    pub id: String,
    /// What the company calls it.
    pub label: String,
    /// When it was made.
    pub created: Timestamp,
    /// By whom.
    pub created_by: Option<String>,
    /// Last use, to the minute.
    pub last_used: Option<Timestamp>,
    /// When it was taken back.
    pub revoked: Option<Timestamp>,
}

/// Makes a key; its secret is shown this once.
pub fn create(app: &App, actor: &Actor, label: &str) -> Result<(String, KeyRow), Error> {
    actor.may(UseCase::ManageApiKeys)?;
    let mut check = Form::default();
    let label = check.line("label", label, 60);
    check.done()?;
    let secret = URL_SAFE_NO_PAD.encode(app.ports().ids.secret());
    let key = ApiKey {
        hash: digest(&secret),
        company_id: actor.company()?.to_owned(),
        label,
        created: app.now(),
        revoked: None,
        created_by: Some(actor.account_id.clone()),
        last_used: None,
    };
    let (at, who, stored) = (app.clone(), actor.clone(), key.clone());
    app.db().write(move |tx| {
        tokens::insert_key(tx, &stored)?;
        let body = json!({ "label": stored.label });
        Note::new("kunci.buat", &who.account_id, &stored.hash, who.company_id.as_deref()).with(body).write(tx, &at)?;
        Ok::<_, Error>(())
    })?;
    Ok((secret, row(key, Some(actor.name.clone()))))
}

fn row(key: ApiKey, created_by: Option<String>) -> KeyRow {
    KeyRow {
        id: key.hash,
        label: key.label,
        created: key.created,
        created_by,
        last_used: key.last_used,
        revoked: key.revoked,
    }
}

/// Keys of the actor's company, oldest first.
pub fn list(app: &App, actor: &Actor) -> Result<Vec<KeyRow>, Error> {
    actor.may(UseCase::ManageApiKeys)?;
    let company = actor.company()?.to_owned();
    app.db().read(move |tx| {
        let mut rows = Vec::new();
        for key in tokens::keys_of_company(tx, &company, MOST)? {
            let by = match &key.created_by {
                Some(id) => accounts::by_id(tx, id)?.map(|a| a.display_name),
                None => None,
            };
            rows.push(row(key, by));
        }
        Ok(rows)
    })
}

/// Takes a key back.
pub fn revoke(app: &App, actor: &Actor, id: &str) -> Result<(), Error> {
    actor.may(UseCase::ManageApiKeys)?;
    let (at, who, id) = (app.clone(), actor.clone(), id.to_owned());
    app.db().write(move |tx| {
        if !tokens::revoke_key(tx, &id, who.company()?, at.now())? {
            return Err(Error::NotFound);
        }
        Note::new("kunci.cabut", &who.account_id, &id, who.company_id.as_deref()).write(tx, &at)?;
        Ok(())
    })
}

/// The company of a live key.
pub fn company_of(app: &App, key: &str) -> Result<Option<String>, Error> {
    if key.is_empty() || key.len() > 200 {
        return Ok(None);
    }
    let (hash, now) = (digest(key), app.now());
    let look = hash.clone();
    let Some(found) = app.db().read(move |tx| tokens::live_key(tx, &look))? else { return Ok(None) };
    if found.last_used.is_none_or(|last| now.duration_since(last).as_secs() >= NOTED) {
        app.db().write(move |tx| tokens::note_key_use(tx, &hash, now))?;
    }
    Ok(Some(found.company_id))
}
