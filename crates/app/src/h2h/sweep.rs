//! Forgets what software had long enough to read.

use jiff::SignedDuration;
use store::{feed, rates, webhooks};

use super::events::KEPT_DAYS;
use crate::{App, Error};

/// Most rows of a kind deleted at once, so that nobody waits for it.
const AT_ONCE: u32 = 2_000;

/// Deletes events and failures that are older than they are kept for, and buckets that are full.
pub fn sweep(app: &App) -> Result<u64, Error> {
    let now = app.now();
    let before = now.saturating_sub(SignedDuration::from_hours(24 * KEPT_DAYS)).unwrap_or(now);
    app.db().write(move |tx| {
        let gone = feed::purge(tx, before, AT_ONCE)? + webhooks::purge(tx, before, AT_ONCE)?;
        Ok(gone + rates::purge(tx, before)?)
    })
}
