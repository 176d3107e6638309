//! Jobs that were given up.

use jiff::Timestamp;
use store::declarations;
use store::jobs::{self, JobState};

use crate::access::{Actor, UseCase};
use crate::account::Note;
use crate::{App, Error};

/// Most jobs listed.
const MOST: u32 = 200;

/// A job that was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadJob {
    /// Id.
    pub id: String,
    /// Kind.
    pub kind: String,
    /// What the last try said.
    pub last_error: Option<String>,
    /// Tries.
    pub attempts: u32,
    /// When it was given up.
    pub updated: Timestamp,
    /// Document it belongs to.
    pub nomor_aju: Option<String>,
}

/// Dead jobs, last one first.
pub fn dead(app: &App, actor: &Actor) -> Result<Vec<DeadJob>, Error> {
    actor.may(UseCase::ReviveJobs)?;
    app.db().read(|tx| {
        let mut rows = Vec::new();
        for job in jobs::in_state(tx, JobState::Dead, MOST)? {
            let declaration = match &job.declaration_id {
                Some(id) => declarations::by_id(tx, id)?,
                None => None,
            };
            rows.push(DeadJob {
                id: job.id,
                kind: job.kind,
                last_error: job.last_error,
                attempts: job.attempts,
                updated: job.updated,
                nomor_aju: declaration.map(|d| d.nomor_aju),
            });
        }
        Ok(rows)
    })
}

/// Restarts a dead job.
pub fn revive(app: &App, actor: &Actor, id: &str) -> Result<(), Error> {
    actor.may(UseCase::ReviveJobs)?;
    let (at, who, id) = (app.clone(), actor.account_id.clone(), id.to_owned());
    app.db().write(move |tx| {
        if !jobs::revive(tx, &id, at.now())? {
            return Err(Error::NotFound);
        }
        Note::new("pekerjaan.hidupkan", &who, &id, None).write(tx, &at)?;
        Ok::<_, Error>(())
    })?;
    app.bell().ring();
    Ok(())
}
