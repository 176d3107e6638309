//! A clock that a sandbox can move on.

use std::sync::atomic::{AtomicI64, Ordering};

use app::ports::Clock;
use jiff::{SignedDuration, Timestamp};

use crate::clock::SystemClock;

/// The system's clock, moved on by what a sandbox says.
#[derive(Debug, Default)]
pub struct MovedClock(AtomicI64);

impl MovedClock {
    /// Stands so far ahead of the system's clock, microseconds.
    pub fn shift(&self, micros: i64) {
        self.0.store(micros, Ordering::Relaxed);
    }
}

impl Clock for MovedClock {
    fn now(&self) -> Timestamp {
        let by = SignedDuration::from_micros(self.0.load(Ordering::Relaxed));
        let now = SystemClock.now();
        now.saturating_add(by).unwrap_or(now)
    }
}
