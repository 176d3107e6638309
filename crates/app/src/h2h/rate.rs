//! How much of the API one company may use. Each process leases tokens by the block from a bucket in the database, so the
//! limit holds for all processes together while most calls cost no query (ADR 18).

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use store::{Engine, rates};

use crate::{App, Error};

/// Part of a second for which a block is leased at once.
const BLOCKS: u32 = 10;
/// A lease that is not used up is void after this, milliseconds.
const LEASE: i64 = 1_000;
/// After an empty bucket nobody asks again for so long, milliseconds.
const DRY: i64 = 100;
/// Most buckets remembered; past it those that are void go.
const MOST: usize = 20_000;

/// What a call finds without asking anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Local {
    /// It may go on.
    Granted,
    /// It comes too early; seconds to wait.
    Dry(i64),
    /// The bucket must be asked: for a block, or, when somebody else is asking for one, for a single token.
    Ask {
        /// Whether for a block.
        block: bool,
    },
}

#[derive(Debug, Default)]
struct Lease {
    tokens: u32,
    until: Timestamp,
    dry_until: Timestamp,
    asking: bool,
    /// The bucket itself where this is the only process.
    tat: i64,
}

/// The leases of this process.
#[derive(Debug, Default)]
pub struct Buckets(Mutex<BTreeMap<String, Lease>>);

fn plus(at: Timestamp, millis: i64) -> Timestamp {
    at.saturating_add(SignedDuration::from_millis(millis)).unwrap_or(at)
}

impl Buckets {
    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Lease>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a token that this process holds.
    pub fn take(&self, key: &str, now: Timestamp) -> Local {
        let mut all = self.lock();
        if all.len() >= MOST {
            all.retain(|_, lease| lease.asking || lease.until > now || lease.tat > now.as_microsecond());
        }
        let lease = all.entry(key.to_owned()).or_default();
        if lease.until > now && lease.tokens > 0 {
            lease.tokens -= 1;
            return Local::Granted;
        }
        if lease.dry_until > now {
            return Local::Dry(1);
        }
        let block = !lease.asking;
        lease.asking = true;
        Local::Ask { block }
    }

    /// Asks the bucket, and takes one token of what it gives.
    pub fn ask(&self, app: &App, key: &str, block: bool) -> Result<Local, Error> {
        let h2h = &app.settings().h2h;
        let Some(each) = 1_000_000_i64.checked_div(h2h.rate.into()).map(|each| each.max(1)) else {
            return Ok(Local::Granted);
        };
        let wanted = if block { (h2h.rate / BLOCKS).clamp(1, h2h.burst.max(1)) } else { 1 };
        let depth = each.saturating_mul(h2h.burst.max(1).into());
        let now = app.now();
        let given = if app.db().engine() == Engine::Postgres {
            let name = key.to_owned();
            app.db().write(move |tx| {
                for count in [wanted, 1] {
                    if rates::take(tx, &name, now, each.saturating_mul(count.into()), depth)? {
                        return Ok::<_, Error>(count);
                    }
                }
                Ok(0)
            })
        } else {
            Ok(self.alone(key, now, each, depth))
        };
        let mut all = self.lock();
        let lease = all.entry(key.to_owned()).or_default();
        lease.asking &= !block;
        match given? {
            0 => {
                lease.dry_until = plus(now, DRY);
                Ok(Local::Dry(1))
            }
            count => {
                lease.tokens = if lease.until > now { lease.tokens } else { 0 } + count - 1;
                lease.until = plus(now, LEASE);
                Ok(Local::Granted)
            }
        }
    }

    /// The same bucket in memory, for an installation of one process.
    fn alone(&self, key: &str, now: Timestamp, each: i64, depth: i64) -> u32 {
        let mut all = self.lock();
        let lease = all.entry(key.to_owned()).or_default();
        let now = now.as_microsecond();
        let tat = lease.tat.max(now).saturating_add(each);
        if tat > now.saturating_add(depth) {
            return 0;
        }
        lease.tat = tat;
        1
    }
}
