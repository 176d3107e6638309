//! Effects outside the database, and work for later: written with the change that needs them, done at least once.

use jiff::{SignedDuration, Timestamp};

use crate::row::{all, optional, record, words};
use crate::sql::{params, statements};
use crate::{Fault, Row, Tx};

words! {
    /// Where a job stands; a ready one with a running lease is being worked on.
    JobState {
        /// Waits for its time or a worker.
        Ready = "ready",
        /// Done.
        Done = "done",
        /// Given up; the operator can revive it.
        Dead = "dead",
    }
}

record! {
    /// One job.
    Job as job_columns {
        /// UUIDv7.
        id: String,
        /// Which handler.
        kind: String,
        /// The same effect is enqueued once; none when it may repeat.
        key: Option<String>,
        /// JSON for the handler.
        payload: String,
        /// Not before this.
        run_at: Timestamp,
        /// Tries begun so far.
        attempts: u32,
        /// Nobody else may take it before this.
        lease_until: Option<Timestamp>,
        /// Who is working on it.
        lease_owner: Option<String>,
        /// Where it stands.
        state: JobState,
        /// What the last try said, for the timeline and the operator.
        last_error: Option<String>,
        /// Declaration it belongs to.
        declaration_id: Option<String>,
        /// When it was enqueued.
        created: Timestamp,
        /// Last change.
        updated: Timestamp,
    }
}

/// A job to enqueue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewJob {
    /// UUIDv7.
    pub id: String,
    /// Which handler.
    pub kind: String,
    /// The same effect is enqueued once.
    pub key: Option<String>,
    /// JSON for the handler.
    pub payload: String,
    /// Not before this.
    pub run_at: Timestamp,
    /// Declaration it belongs to.
    pub declaration_id: Option<String>,
}

/// Tries before a job is dead.
pub const TRIES: u32 = 10;

/// Seconds to wait after try 1, 2, …; some five hours in all.
const BACK_OFF: [i64; TRIES as usize - 1] = [1, 2, 5, 15, 60, 300, 1200, 3600, 10_800];

statements! {
    ENQUEUE = "INSERT INTO job (id, kind, key, payload, run_at, attempts, state, declaration_id, created, updated) \
        VALUES ($1, $2, $3, $4, $5, 0, 'ready', $6, $7, $7) ON CONFLICT (key) DO NOTHING";
    CLAIM = concat!("WITH due AS MATERIALIZED (SELECT id AS due_id FROM job WHERE state = 'ready' AND run_at <= $1 \
        AND (lease_until IS NULL OR lease_until <= $1) AND kind <> 'webhook' ORDER BY run_at, id LIMIT $2 \
        /*pg FOR UPDATE SKIP LOCKED*/) \
        UPDATE job SET lease_until = $3, lease_owner = $4, attempts = attempts + 1, updated = $1 \
        WHERE id IN (SELECT due_id FROM due) RETURNING ", job_columns!());
    CLAIM_CALLS = concat!("WITH due AS MATERIALIZED (SELECT id AS due_id FROM job WHERE state = 'ready' AND run_at <= $1 \
        AND (lease_until IS NULL OR lease_until <= $1) AND kind = 'webhook' ORDER BY run_at, id LIMIT $2 \
        /*pg FOR UPDATE SKIP LOCKED*/) \
        UPDATE job SET lease_until = $3, lease_owner = $4, attempts = attempts + 1, updated = $1 \
        WHERE id IN (SELECT due_id FROM due) RETURNING ", job_columns!());
    WAKE = "UPDATE job SET run_at = CASE WHEN run_at > $2 THEN $2 ELSE run_at END, updated = $2 WHERE key = $1 AND state = 'ready'";
    NEXT_CALL = "SELECT MIN(CASE WHEN lease_until IS NOT NULL AND lease_until > run_at THEN lease_until ELSE run_at END) \
        FROM job WHERE state = 'ready' AND kind = 'webhook'";
    COMPLETE = "UPDATE job SET state = 'done', lease_until = NULL, lease_owner = NULL, last_error = NULL, updated = $3 \
        WHERE id = $1 AND lease_owner = $2 AND state = 'ready'";
    FAIL = "UPDATE job SET state = $3, run_at = $4, lease_until = NULL, lease_owner = NULL, last_error = $5, updated = $6 \
        WHERE id = $1 AND lease_owner = $2 AND state = 'ready'";
    WAIT = "UPDATE job SET attempts = 0, run_at = $3, lease_until = NULL, lease_owner = NULL, last_error = $4, updated = $5 \
        WHERE id = $1 AND lease_owner = $2 AND state = 'ready'";
    REVIVE = "UPDATE job SET state = 'ready', attempts = 0, run_at = $2, updated = $2 WHERE id = $1 AND state = 'dead'";
    HURRY = "UPDATE job SET run_at = $2, updated = $2 WHERE id = $1 AND state = 'ready' AND run_at > $2";
    BY_ID = concat!("SELECT ", job_columns!(), " FROM job WHERE id = $1");
    BY_KEY = concat!("SELECT ", job_columns!(), " FROM job WHERE key = $1");
    OF_DECLARATION = concat!("SELECT ", job_columns!(), " FROM job WHERE declaration_id = $1 ORDER BY created, id LIMIT $2");
    IN_STATE = concat!("SELECT ", job_columns!(), " FROM job WHERE state = $1 ORDER BY updated DESC, id LIMIT $2");
    COUNTS = "SELECT kind, state, COUNT(*) FROM job GROUP BY kind, state ORDER BY kind, state";
    NEXT_DUE = "SELECT MIN(CASE WHEN lease_until IS NOT NULL AND lease_until > run_at THEN lease_until ELSE run_at END) \
        FROM job WHERE state = 'ready' AND kind <> 'webhook'";
    PURGE = "DELETE FROM job WHERE id IN (SELECT id FROM job WHERE state = 'done' AND updated < $1 ORDER BY updated LIMIT $2)";
}

/// Enqueues a job in the transaction of the change that needs it; false when its key is known.
pub fn enqueue(tx: &mut dyn Tx, job: &NewJob, now: Timestamp) -> Result<bool, Fault> {
    let NewJob { id, kind, key, payload, run_at, declaration_id } = job;
    Ok(tx.execute(ENQUEUE, params![id, kind, key, payload, run_at, declaration_id, now])? == 1)
}

/// Takes at most `limit` due jobs for `owner` until `lease`, first due first. An expired lease is taken over.
pub fn claim(tx: &mut dyn Tx, owner: &str, now: Timestamp, lease: Timestamp, limit: u32) -> Result<Vec<Job>, Fault> {
    let mut jobs: Vec<Job> = all(tx.query(CLAIM, params![now, limit, lease, owner])?)?;
    jobs.sort_by(|a, b| (a.run_at, &a.id).cmp(&(b.run_at, &b.id)));
    Ok(jobs)
}

/// The same for calls to receivers of webhooks, which have threads of their own: a slow receiver holds up no document.
pub fn claim_calls(
    tx: &mut dyn Tx,
    owner: &str,
    now: Timestamp,
    lease: Timestamp,
    limit: u32,
) -> Result<Vec<Job>, Fault> {
    all(tx.query(CLAIM_CALLS, params![now, limit, lease, owner])?)
}

/// When the next call to a receiver can be claimed.
pub fn next_call(tx: &mut dyn Tx) -> Result<Option<Timestamp>, Fault> {
    tx.query_opt(NEXT_CALL, &[])?.map_or(Ok(None), Row::only)
}

/// Makes a job due now, and writes its row even when it is being worked on: whoever puts it to sleep in another transaction
/// waits for this one and then sees what it brought.
pub fn wake(tx: &mut dyn Tx, key: &str, now: Timestamp) -> Result<(), Fault> {
    tx.execute(WAKE, params![key, now]).map(drop)
}

/// Marks a job as done, in the transaction of what it did; `Conflict` when the lease went to somebody else.
pub fn complete(tx: &mut dyn Tx, id: &str, owner: &str, now: Timestamp) -> Result<(), Fault> {
    held(tx.execute(COMPLETE, params![id, owner, now])?, id)
}

/// Notes a failed try: later again by the table, dead after the tenth. Returns the new state.
pub fn fail(tx: &mut dyn Tx, job: &Job, owner: &str, error: &str, now: Timestamp) -> Result<JobState, Fault> {
    let tried = usize::try_from(job.attempts.max(1) - 1).unwrap_or(usize::MAX);
    let (state, run_at) = match BACK_OFF.get(tried) {
        Some(&seconds) => (JobState::Ready, later(now, seconds)?),
        None => (JobState::Dead, now),
    };
    held(tx.execute(FAIL, params![&job.id, owner, state, run_at, error, now])?, &job.id)?;
    Ok(state)
}

/// Gives a job up at once: trying the same again is pointless.
pub fn bury(tx: &mut dyn Tx, id: &str, owner: &str, error: &str, now: Timestamp) -> Result<(), Fault> {
    held(tx.execute(FAIL, params![id, owner, JobState::Dead, now, error, now])?, id)
}

/// Puts a job back until `run_at` without counting a failure: it looked, and there is nothing to do yet.
pub fn wait(
    tx: &mut dyn Tx,
    id: &str,
    owner: &str,
    run_at: Timestamp,
    reason: Option<&str>,
    now: Timestamp,
) -> Result<(), Fault> {
    held(tx.execute(WAIT, params![id, owner, run_at, reason, now])?, id)
}

fn held(changed: u64, id: &str) -> Result<(), Fault> {
    if changed == 1 { Ok(()) } else { Err(Fault::conflict(format!("job {id}"))) }
}

fn later(now: Timestamp, seconds: i64) -> Result<Timestamp, Fault> {
    now.checked_add(SignedDuration::from_secs(seconds)).map_err(|error| Fault::Value(error.to_string()))
}

/// Restarts a dead job; false when it is not dead.
pub fn revive(tx: &mut dyn Tx, id: &str, now: Timestamp) -> Result<bool, Fault> {
    Ok(tx.execute(REVIVE, params![id, now])? == 1)
}

/// Makes a waiting job due now; false when it is not waiting.
pub fn hurry(tx: &mut dyn Tx, id: &str, now: Timestamp) -> Result<bool, Fault> {
    Ok(tx.execute(HURRY, params![id, now])? == 1)
}

/// By id.
pub fn by_id(tx: &mut dyn Tx, id: &str) -> Result<Option<Job>, Fault> {
    optional(tx.query_opt(BY_ID, params![id])?)
}

/// By key.
pub fn by_key(tx: &mut dyn Tx, key: &str) -> Result<Option<Job>, Fault> {
    optional(tx.query_opt(BY_KEY, params![key])?)
}

/// Jobs of a declaration, oldest first.
pub fn of_declaration(tx: &mut dyn Tx, declaration_id: &str, limit: u32) -> Result<Vec<Job>, Fault> {
    all(tx.query(OF_DECLARATION, params![declaration_id, limit])?)
}

/// Jobs in a state, last changed first.
pub fn in_state(tx: &mut dyn Tx, state: JobState, limit: u32) -> Result<Vec<Job>, Fault> {
    all(tx.query(IN_STATE, params![state, limit])?)
}

/// How many jobs of each kind are in each state.
pub fn counts(tx: &mut dyn Tx) -> Result<Vec<(String, JobState, i64)>, Fault> {
    let triple = |row: Row| {
        let mut cells = row.cells();
        Ok((cells.take()?, cells.take()?, cells.take()?))
    };
    tx.query(COUNTS, &[])?.into_iter().map(triple).collect()
}

/// When the next ready job can be taken, the end of a lease counted.
pub fn next_due(tx: &mut dyn Tx) -> Result<Option<Timestamp>, Fault> {
    tx.query_opt(NEXT_DUE, &[])?.map_or(Ok(None), Row::only)
}

/// Deletes at most `limit` jobs that were done before `before`; their keys are free again.
pub fn purge(tx: &mut dyn Tx, before: Timestamp, limit: u32) -> Result<u64, Fault> {
    tx.execute(PURGE, params![before, limit])
}
