//! The threads that call receivers of webhooks: one a receiver, apart from those that work on documents.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use store::feed::FeedEvent;
use store::webhooks::{self, Failure, Webhook};
use store::{Tx, declarations, feed, jobs};

use super::Held;
use super::load::payload;
use crate::company::kuasa;
use crate::h2h::event_shape;
use crate::h2h::webhook::{job_key, rest, send};
use crate::outward::HookFault;
use crate::{App, Error};

/// Most receivers called at the same time by one process.
const AT_ONCE: usize = 64;
/// Longest sleep between two looks.
const LONGEST_SLEEP: Duration = Duration::from_millis(500);
/// Bursts of wake-ups are taken together for so long.
const GATHER: Duration = Duration::from_millis(20);
/// Lease of one receiver, seconds; a run ends long before it.
const LEASE: i64 = 90;
/// A run hands over to the next one after this many seconds.
const RUN: i64 = 30;
/// Events looked at in one read.
const PAGE: u32 = 50;
/// Tries of an event before it is given up; of one that the receiver refuses.
const TRIES: u32 = 10;
const REFUSALS: u32 = 3;
/// Seconds after try 1, 2, …
const BACK_OFF: [i64; TRIES as usize - 1] = [1, 2, 5, 15, 60, 300, 1200, 3600, 10_800];

#[derive(Deserialize)]
struct Call {
    webhook: String,
}

/// Looks for receivers with something to receive until told to stop.
pub(super) fn serve(app: &App, owner: &str, stop: &AtomicBool) {
    let busy = Arc::new(AtomicUsize::new(0));
    while !stop.load(Ordering::Relaxed) {
        let seen = app.bell().count();
        match claim(app, owner, AT_ONCE.saturating_sub(busy.load(Ordering::Relaxed))) {
            Ok(claimed) if !claimed.is_empty() => claimed.into_iter().for_each(|held| start(app, held, &busy)),
            Ok(_) => {
                app.bell().wait(seen, LONGEST_SLEEP);
                std::thread::sleep(GATHER);
            }
            Err(error) => {
                tracing::error!(%error, "calls to receivers could not be claimed");
                app.bell().wait(seen, LONGEST_SLEEP);
                std::thread::sleep(LONGEST_SLEEP);
            }
        }
    }
    while busy.load(Ordering::Relaxed) > 0 {
        std::thread::sleep(GATHER);
    }
}

fn claim(app: &App, owner: &str, free: usize) -> Result<Vec<Held>, Error> {
    let now = app.now();
    let limit = u32::try_from(free).unwrap_or(u32::MAX);
    if limit == 0 || app.db().read(|tx| jobs::next_call(tx))?.is_none_or(|due| due > now) {
        return Ok(Vec::new());
    }
    let (by, lease) = (owner.to_owned(), later(now, LEASE));
    let claimed = app.db().write(move |tx| jobs::claim_calls(tx, &by, now, lease, limit))?;
    Ok(claimed.into_iter().map(|job| Held { job, owner: owner.to_owned() }).collect())
}

fn later(now: Timestamp, seconds: i64) -> Timestamp {
    now.saturating_add(SignedDuration::from_secs(seconds)).unwrap_or(now)
}

fn start(app: &App, held: Held, busy: &Arc<AtomicUsize>) {
    busy.fetch_add(1, Ordering::Relaxed);
    let (app, counted) = (app.clone(), Arc::clone(busy));
    let body = move || {
        if let Err(error) = run(&app, &held) {
            super::worker::failed(&app, &held, &error);
        }
        counted.fetch_sub(1, Ordering::Relaxed);
        app.bell().ring();
    };
    if std::thread::Builder::new().name("panggil".into()).spawn(body).is_err() {
        // Its lease ends, and somebody calls later.
        busy.fetch_sub(1, Ordering::Relaxed);
    }
}

/// What one step of a run found.
enum Next {
    /// Go on.
    More,
    /// Nothing to send.
    Rest,
    /// Try again then.
    Pause(Timestamp, String),
    /// The receiver is gone.
    Gone,
}

/// Calls one receiver, event by event, until there is nothing left, it fails, or the run is long enough.
fn run(app: &App, held: &Held) -> Result<(), Error> {
    let Call { webhook } = payload(held)?;
    let end = later(app.now(), RUN);
    loop {
        let next = if app.now() >= end { Next::Pause(app.now(), String::new()) } else { step(app, &webhook)? };
        match next {
            Next::More => {}
            Next::Pause(at, why) => return put_back(app, held, at, Some(why).filter(|why| !why.is_empty())),
            Next::Rest => return sleep(app, held, &webhook),
            Next::Gone => {
                let (id, by, now) = (held.job.id.clone(), held.owner.clone(), app.now());
                return Ok(app.db().write(move |tx| jobs::complete(tx, &id, &by, now))?);
            }
        }
    }
}

fn put_back(app: &App, held: &Held, at: Timestamp, why: Option<String>) -> Result<(), Error> {
    let (id, by, now) = (held.job.id.clone(), held.owner.clone(), app.now());
    Ok(app.db().write(move |tx| jobs::wait(tx, &id, &by, at, why.as_deref(), now))?)
}

/// Puts the job to sleep unless something came meanwhile. The job's row is written first: a transaction that brings an
/// event writes it too, so either it is over and its event is seen here, or it wakes the sleeping job afterwards.
fn sleep(app: &App, held: &Held, webhook: &str) -> Result<(), Error> {
    let (id, by, hook, now) = (held.job.id.clone(), held.owner.clone(), webhook.to_owned(), app.now());
    Ok(app.db().write(move |tx| {
        jobs::wake(tx, &job_key(&hook), now)?;
        let found = webhooks::by_id(tx, &hook)?.filter(|hook| hook.active);
        let waiting = match &found {
            Some(hook) => !feed::after(tx, &hook.company_id, hook.position, 1)?.is_empty(),
            None => false,
        };
        let at = if waiting { now } else { rest(now) };
        jobs::wait(tx, &id, &by, at, None, now)
    })?)
}

/// Sends the next events of a page.
fn step(app: &App, webhook: &str) -> Result<Next, Error> {
    let (id, today) = (webhook.to_owned(), crate::reference::office_day(app.now(), "WIB"));
    let found = app.db().read(move |tx| {
        let Some(hook) = webhooks::by_id(tx, &id)? else { return Ok(None) };
        let events = feed::after(tx, &hook.company_id, hook.position, PAGE)?;
        let mut page = Vec::new();
        for event in events {
            let wanted = wanted(tx, &hook, &event, today)?;
            page.push((event, wanted));
        }
        Ok::<_, Error>(Some((hook, page)))
    })?;
    let Some((hook, page)) = found else { return Ok(Next::Gone) };
    if !hook.active || page.is_empty() {
        return Ok(Next::Rest);
    }
    let (mut position, mut failures) = (hook.position, hook.failures);
    for (event, wanted) in page {
        let (id, to, now) = (hook.id.clone(), event.seq, app.now());
        if !wanted {
            if !app.db().write(move |tx| webhooks::skipped(tx, &id, position, to))? {
                return Ok(Next::More);
            }
            position = to;
            continue;
        }
        match send(app, &hook, &event.seq.to_string(), &event_shape(&event)) {
            Ok(_) => {
                if !app.db().write(move |tx| webhooks::delivered(tx, &id, position, to, now))? {
                    return Ok(Next::More);
                }
                (position, failures) = (to, 0);
            }
            Err(fault) => return missed(app, &hook, &event, (position, failures), &fault),
        }
    }
    Ok(Next::More)
}

/// Whether a receiver gets an event: one of its kinds, about a document that its company may still see.
fn wanted(tx: &mut dyn Tx, hook: &Webhook, event: &FeedEvent, today: kernel::Date) -> Result<bool, Error> {
    if !hook.kinds.split(',').any(|kind| kind == event.kind.as_str()) {
        return Ok(false);
    }
    let Some(declaration) = declarations::by_id(tx, &event.declaration_id)? else { return Ok(false) };
    let own = declaration.company_id == hook.company_id;
    Ok(own || kuasa::live(tx, &hook.company_id, &declaration.company_id, &declaration.kode_dokumen, today)?)
}

/// A try that failed: later again, or given up and listed.
fn missed(
    app: &App,
    hook: &Webhook,
    event: &FeedEvent,
    (position, failures): (i64, u32),
    fault: &HookFault,
) -> Result<Next, Error> {
    let (error, tries, now) = (fault.text().id.into_owned(), failures + 1, app.now());
    let most = if fault.is_refusal() { REFUSALS } else { TRIES };
    let (id, said) = (hook.id.clone(), error.clone());
    if tries < most {
        app.db().write(move |tx| webhooks::failed(tx, &id, position, &said, now))?;
        let pause = BACK_OFF.get(failures as usize).copied().unwrap_or(BACK_OFF[BACK_OFF.len() - 1]);
        return Ok(Next::Pause(later(now, pause), error));
    }
    let body: serde_json::Value = serde_json::from_str(&event.body).unwrap_or_default();
    let failure = Failure {
        webhook_id: id,
        seq: event.seq,
        nomor_aju: body["nomorAju"].as_str().unwrap_or_default().to_owned(),
        kind: event.kind.as_str().to_owned(),
        error: said,
        tries,
        at: now,
        resent: None,
    };
    app.db().write(move |tx| webhooks::give_up(tx, &failure, position))?;
    Ok(Next::More)
}
