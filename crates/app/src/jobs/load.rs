//! The document of a job, as it was last frozen.

use std::sync::Arc;

use declaration::workflow::{Action, State};
use declaration::{Limits, Lodged, Pib, Section};
use serde::Deserialize;
use store::declarations::{self, Declaration};
use store::{frozen, jobs};

use super::Held;
use crate::process::{Env, Extras, advance, system};
use crate::{App, Error};

/// A declaration with its latest frozen document.
pub(super) struct Loaded {
    /// Root row.
    pub row: Declaration,
    /// Workflow state.
    pub state: State,
    /// Document.
    pub doc: Arc<Pib>,
    /// The same, lodged; none while mandatory data are missing.
    pub lodged: Option<Arc<Lodged>>,
}

impl Loaded {
    /// The lodged document; without one, the job cannot be done.
    pub fn lodged(&self) -> Result<&Arc<Lodged>, Error> {
        self.lodged.as_ref().ok_or_else(|| Error::Broken(format!("{} tidak lengkap", self.row.nomor_aju)))
    }
}

/// The payload of a job.
pub(super) fn payload<T: for<'de> Deserialize<'de>>(held: &Held) -> Result<T, Error> {
    serde_json::from_str(&held.job.payload).map_err(|e| Error::Broken(e.to_string()))
}

/// Loads the declaration that a job is about.
pub(super) fn load(app: &App, held: &Held) -> Result<Loaded, Error> {
    let id = held.job.declaration_id.clone().ok_or_else(|| Error::Broken("pekerjaan tanpa dokumen".into()))?;
    let (row, body) = app.db().read(move |tx| {
        let row = declarations::by_id(tx, &id)?.ok_or(Error::NotFound)?;
        let frozen = frozen::latest(tx, &id)?;
        Ok::<_, Error>((row, frozen.map(|f| f.body)))
    })?;
    let doc = parse(&body.unwrap_or_else(|| b"{}".to_vec()))?;
    let state = serde_json::from_str(&row.state).map_err(|e| Error::Broken(e.to_string()))?;
    let lodged = doc.lodge_accepted().ok().map(Arc::new);
    Ok(Loaded { row, state, doc: Arc::new(doc), lodged })
}

/// A frozen document.
pub(crate) fn parse(body: &[u8]) -> Result<Pib, Error> {
    Ok(Pib::parse(body, &Limits::default())?)
}

/// Puts a partner's answer through the workflow and completes the job in the same transaction. An answer that comes
/// too late changes nothing.
pub(super) fn answer(app: &App, held: &Held, loaded: &Loaded, action: Action, extras: Extras) -> Result<(), Error> {
    let env = Env::of(app, loaded.row.kode_kantor.parse().ok(), loaded.lodged.clone())?;
    let (at, id, by, job) = (app.clone(), loaded.row.id.clone(), held.owner.clone(), held.job.id.clone());
    app.db().write(move |tx| {
        let mut row = declarations::for_update(tx, &id)?.ok_or(Error::NotFound)?;
        match advance(tx, &at, &env, &mut row, system().does(action.clone()), &extras) {
            Ok(()) | Err(Error::Refused(_)) => {}
            Err(error) => return Err(error),
        }
        Ok(jobs::complete(tx, &job, &by, env.now)?)
    })
}

/// Shows that a partner does not answer; said once until something else happens.
pub(super) fn obstacle(app: &App, loaded: &Loaded, mitra: &str, alasan: &str) -> Result<(), Error> {
    if loaded.state.kendala.as_ref().is_some_and(|k| k.mitra == mitra) {
        return Ok(());
    }
    let env = Env::of(app, loaded.row.kode_kantor.parse().ok(), None)?;
    let action = Action::PartnerUnavailable { mitra: mitra.to_owned(), alasan: alasan.chars().take(200).collect() };
    let (at, id) = (app.clone(), loaded.row.id.clone());
    app.db().write(move |tx| {
        let mut row = declarations::for_update(tx, &id)?.ok_or(Error::NotFound)?;
        match advance(tx, &at, &env, &mut row, system().does(action.clone()), &Extras::default()) {
            Ok(()) | Err(Error::Refused(_)) => Ok(()),
            Err(error) => Err(error),
        }
    })
}
