//! A bell that wakes the workers of this process when a job was enqueued here; other processes look by themselves.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Counts rings, so that none is lost between looking and sleeping.
#[derive(Debug, Default)]
pub struct Bell {
    rings: Mutex<u64>,
    wake: Condvar,
}

impl Bell {
    /// Wakes everybody who waits.
    pub fn ring(&self) {
        *self.rings.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.wake.notify_all();
    }

    /// How often it rang so far.
    pub fn count(&self) -> u64 {
        *self.rings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sleeps until it rings after `seen`, at most `longest`.
    pub fn wait(&self, seen: u64, longest: Duration) {
        let rings = self.rings.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.wake.wait_timeout_while(rings, longest, |rings| *rings == seen));
    }
}
