//! The threads that work on jobs, and the clock's sweep.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use jiff::SignedDuration;
use store::jobs::{self, Job, JobState};

use super::handle::handle;
use super::held::{Held, Left, next_look};
use super::{calls, sweep};
use crate::{App, Error, account, h2h};

/// Longest sleep: work of other processes is found after it.
const LONGEST_SLEEP: Duration = Duration::from_millis(500);
/// Between two sweeps of what nobody needs any more.
const TIDY: SignedDuration = SignedDuration::from_hours(1);
/// Jobs claimed at once by one thread.
const AT_ONCE: u32 = 4;

/// Running job threads; dropping them lets each finish its job.
pub struct Workers {
    stop: Arc<AtomicBool>,
    app: App,
    threads: Vec<JoinHandle<()>>,
}

impl Workers {
    /// Starts the threads that the settings ask for.
    pub fn start(app: &App) -> Result<Self, Error> {
        let stop = Arc::new(AtomicBool::new(false));
        let mut workers = Self { stop: Arc::clone(&stop), app: app.clone(), threads: Vec::new() };
        for n in 0..app.settings().workers {
            let (app, stop) = (app.clone(), Arc::clone(&stop));
            let owner = app.id();
            let thread = std::thread::Builder::new().name(format!("job-{n}"));
            let body = move || serve(&app, &owner, n == 0, &stop);
            workers.threads.push(thread.spawn(body).map_err(|e| Error::Broken(e.to_string()))?);
        }
        let (app, stop, owner) = (app.clone(), Arc::clone(&stop), app.id());
        let calls = std::thread::Builder::new().name("panggil".into());
        let body = move || calls::serve(&app, &owner, &stop);
        workers.threads.push(calls.spawn(body).map_err(|e| Error::Broken(e.to_string()))?);
        Ok(workers)
    }
}

impl Drop for Workers {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        self.app.bell().ring();
        for thread in self.threads.drain(..) {
            if thread.join().is_err() {
                tracing::error!("a job thread panicked");
            }
        }
    }
}

fn serve(app: &App, owner: &str, sweeps: bool, stop: &AtomicBool) {
    let mut tidied = app.now();
    while !stop.load(Ordering::Relaxed) {
        let seen = app.bell().count();
        if sweeps && let Err(error) = sweep::overdue(app) {
            tracing::error!(%error, "sweep of deadlines failed");
        }
        if sweeps && let Err(error) = h2h::sandbox::follow(app) {
            tracing::error!(%error, "the sandbox's clock could not be followed");
        }
        if sweeps && app.now().duration_since(tidied) >= TIDY {
            tidied = app.now();
            if let Err(error) = account::sweep(app) {
                tracing::error!(%error, "sweep of old sessions and links failed");
            }
            if let Err(error) = h2h::sweep(app) {
                tracing::error!(%error, "sweep of old events failed");
            }
        }
        match run_due(app, owner) {
            Ok(0) => app.bell().wait(seen, LONGEST_SLEEP),
            Ok(_) => {}
            Err(error) => {
                tracing::error!(%error, "jobs could not be claimed");
                app.bell().wait(seen, LONGEST_SLEEP);
            }
        }
    }
}

/// Claims and does the jobs that are due; how many.
pub fn run_due(app: &App, owner: &str) -> Result<usize, Error> {
    let now = app.now();
    let lease = now.saturating_add(SignedDuration::from_secs(app.settings().lease_seconds)).unwrap_or(now);
    let by = owner.to_owned();
    let next = app.db().read(|tx| jobs::next_due(tx))?;
    if next.is_none_or(|due| due > now) {
        return Ok(0);
    }
    let claimed = app.db().write(move |tx| jobs::claim(tx, &by, now, lease, AT_ONCE))?;
    let count = claimed.len();
    for job in claimed {
        one(app, job, owner);
    }
    Ok(count)
}

/// Does one job and records how it ended; a failure is counted, and after the tenth the job lies dead before the operator.
fn one(app: &App, job: Job, owner: &str) {
    let held = Held { job, owner: owner.to_owned() };
    let left = handle(app, &held);
    let recorded = match left {
        Ok(Left::Completed) => Ok(()),
        Ok(Left::Nothing) => complete(app, &held),
        Ok(Left::Later(reason)) => {
            let (id, by, now) = (held.job.id.clone(), held.owner.clone(), app.now());
            let at = next_look(now, held.job.created);
            app.db().write(move |tx| jobs::wait(tx, &id, &by, at, Some(&reason), now)).map_err(Error::from)
        }
        Err(error) => fail(app, &held, &error),
    };
    if let Err(error) = recorded {
        tracing::warn!(job = %held.job.id, kind = %held.job.kind, %error, "job outcome not recorded; its lease will end");
    }
    app.bell().ring();
}

fn complete(app: &App, held: &Held) -> Result<(), Error> {
    let (id, by, now) = (held.job.id.clone(), held.owner.clone(), app.now());
    Ok(app.db().write(move |tx| jobs::complete(tx, &id, &by, now))?)
}

/// Records the failure of a job that other threads worked on.
pub(super) fn failed(app: &App, held: &Held, error: &Error) {
    if let Err(error) = fail(app, held, error) {
        tracing::warn!(job = %held.job.id, %error, "job outcome not recorded; its lease will end");
    }
}

fn fail(app: &App, held: &Held, error: &Error) -> Result<(), Error> {
    let (job, by, now, why) = (held.job.clone(), held.owner.clone(), app.now(), error.to_string());
    let state = app.db().write(move |tx| jobs::fail(tx, &job, &by, &why, now))?;
    if state == JobState::Dead {
        tracing::error!(job = %held.job.id, kind = %held.job.kind, %error, "job is dead; the operator can revive it");
    } else {
        tracing::warn!(job = %held.job.id, kind = %held.job.kind, %error, "job failed and will be tried again");
    }
    Ok(())
}
