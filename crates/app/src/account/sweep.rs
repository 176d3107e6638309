//! Forgets what is long over: sessions, links, tokens, counters, and registrations that nobody confirmed.

use jiff::SignedDuration;
use store::{links, registrations, sessions, throttle, tokens};

use crate::{App, Error};

/// Kept after their end, for those who look into an incident, days.
const KEPT: i64 = 30;
/// Most rows of a kind deleted at once, so that nobody waits for it.
const AT_ONCE: u32 = 500;

/// Deletes at most 500 rows of each kind and says how many in all.
pub fn sweep(app: &App) -> Result<u64, Error> {
    let now = app.now();
    let long_ago = now.saturating_sub(SignedDuration::from_hours(24 * KEPT)).unwrap_or(now);
    let yesterday = now.saturating_sub(SignedDuration::from_hours(24)).unwrap_or(now);
    app.db().write(move |tx| {
        let mut gone = sessions::purge(tx, long_ago, AT_ONCE)?;
        gone += tokens::purge(tx, long_ago, AT_ONCE)?;
        gone += links::purge(tx, long_ago, AT_ONCE)?;
        gone += registrations::purge(tx, long_ago, AT_ONCE)?;
        gone += throttle::purge(tx, yesterday, AT_ONCE)?;
        Ok(gone)
    })
}
