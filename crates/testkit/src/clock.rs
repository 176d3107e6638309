//! A clock that runs with real time but stands on another day, and can be moved forward.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use app::ports::Clock;
use jiff::Timestamp;

/// Friday 6 March 2026, 09:00 western Indonesian time: office hours, in a week with sample rates.
pub const START: &str = "2026-03-06T02:00:00Z";

/// Runs as fast as real time, so that leases and circuit breakers behave, plus what it was moved.
#[derive(Debug)]
pub struct VirtualClock {
    start: Timestamp,
    begun: Instant,
    moved: AtomicU64,
    shifted: AtomicU64,
}

impl VirtualClock {
    /// A clock that stands at `start` now.
    pub fn at(start: &str) -> Self {
        Self {
            start: start.parse().unwrap(),
            begun: Instant::now(),
            moved: AtomicU64::new(0),
            shifted: AtomicU64::new(0),
        }
    }

    /// Lets `by` pass at once.
    pub fn pass(&self, by: Duration) {
        self.moved.fetch_add(u64::try_from(by.as_millis()).unwrap(), Ordering::SeqCst);
    }

    /// Stands as far ahead as a sandbox says, beside what it was moved.
    pub fn shift(&self, by: Duration) {
        self.shifted.store(u64::try_from(by.as_millis()).unwrap(), Ordering::SeqCst);
    }
}

impl Clock for VirtualClock {
    fn now(&self) -> Timestamp {
        let ahead = self.moved.load(Ordering::SeqCst) + self.shifted.load(Ordering::SeqCst);
        self.start + self.begun.elapsed() + Duration::from_millis(ahead)
    }
}
