//! How the service is doing, in figures that name no company.

use std::collections::BTreeMap;

use jiff::Timestamp;
use store::jobs::JobState;
use store::{Engine, Fault};

use crate::{App, Error};

/// The service at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceStatus {
    /// The moment.
    pub at: Timestamp,
    /// `SQLite` or `PostgreSQL`.
    pub engine: &'static str,
    /// Reference data in force; none before the first import.
    pub reference: Option<ReferenceInForce>,
    /// Work that is not done, by kind.
    pub queues: Vec<Queue>,
    /// Since when the job waits that is due the longest; none when nothing due waits.
    pub due_since: Option<Timestamp>,
}

/// A version of the reference data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReferenceInForce {
    /// From 1.
    pub version: u32,
    /// When it was imported.
    pub since: Timestamp,
}

/// Jobs of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    /// Handler.
    pub kind: String,
    /// Waiting, for a worker or for their time.
    pub waiting: i64,
    /// Given up after all tries; the operator can restart them.
    pub dead: i64,
}

impl ServiceStatus {
    /// How long the longest waiting due job has waited, seconds.
    pub fn lag_seconds(&self) -> i64 {
        self.due_since.map_or(0, |since| self.at.as_second().saturating_sub(since.as_second()).max(0))
    }

    /// Jobs that were given up.
    pub fn dead(&self) -> i64 {
        self.queues.iter().map(|queue| queue.dead).sum()
    }
}

/// Looks now.
pub fn service_status(app: &App) -> Result<ServiceStatus, Error> {
    let at = app.now();
    let engine = match app.db().engine() {
        Engine::Sqlite => "SQLite",
        Engine::Postgres => "PostgreSQL",
    };
    let look = app.db().read(move |tx| {
        let reference =
            store::reference::latest(tx)?.map(|s| ReferenceInForce { version: s.version, since: s.created });
        let queues = queues(store::jobs::counts(tx)?);
        let due_since = store::jobs::next_due(tx)?.filter(|due| *due < at);
        Ok(ServiceStatus { at, engine, reference, queues, due_since })
    });
    look.map_err(|fault: Fault| fault.into())
}

/// Leaves out what is done.
fn queues(counts: Vec<(String, JobState, i64)>) -> Vec<Queue> {
    let mut queues: BTreeMap<String, Queue> = BTreeMap::new();
    for (kind, state, count) in counts {
        let queue = queues.entry(kind.clone()).or_insert(Queue { kind, waiting: 0, dead: 0 });
        match state {
            JobState::Ready => queue.waiting += count,
            JobState::Dead => queue.dead += count,
            JobState::Done => {}
        }
    }
    queues.into_values().collect()
}
