//! A circuit breaker: after some failures in a row nothing is sent for a while, then one probe decides.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use app::ports::Clock;
use jiff::Timestamp;

use crate::BreakerConfig;

/// What the operator's page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BreakerState {
    /// Requests pass.
    Closed,
    /// Nothing is sent.
    Open,
    /// One probe is on its way, or the next request will be it.
    HalfOpen,
}

#[derive(Debug, Clone, Copy)]
enum Phase {
    Closed,
    Open { since: Timestamp },
    Probing,
}

#[derive(Debug)]
struct Inner {
    phase: Phase,
    /// Failures in a row while closed; failed probes while open.
    failures: u32,
    /// Counts phase changes, so that an answer to a request of an earlier phase is ignored.
    generation: u64,
}

/// One partner's breaker. Time comes from the injected clock: with a clock that stands still it stays open.
pub struct Breaker {
    config: BreakerConfig,
    clock: Arc<dyn Clock>,
    inner: Mutex<Inner>,
}

/// The right to send one request. Dropping it unsettled counts as a failure.
pub struct Permit<'a> {
    breaker: &'a Breaker,
    generation: u64,
    settled: bool,
}

impl Breaker {
    /// A closed breaker.
    pub fn new(config: BreakerConfig, clock: Arc<dyn Clock>) -> Self {
        let inner = Inner { phase: Phase::Closed, failures: 0, generation: 0 };
        Self { config, clock, inner: Mutex::new(inner) }
    }

    /// A permit to send, or `None` while open or while another request is the probe.
    pub fn enter(&self) -> Option<Permit<'_>> {
        let now = self.clock.now();
        let mut inner = self.lock();
        match inner.phase {
            Phase::Probing => return None,
            Phase::Open { since } if self.still_open(&inner, since, now) => return None,
            Phase::Open { .. } => inner.turn(Phase::Probing),
            Phase::Closed => {}
        }
        Some(Permit { breaker: self, generation: inner.generation, settled: false })
    }

    /// Its state now.
    pub fn state(&self) -> BreakerState {
        let now = self.clock.now();
        let inner = self.lock();
        match inner.phase {
            Phase::Closed => BreakerState::Closed,
            Phase::Open { since } if self.still_open(&inner, since, now) => BreakerState::Open,
            Phase::Open { .. } | Phase::Probing => BreakerState::HalfOpen,
        }
    }

    /// A clock that was set back before `since` ends the wait rather than prolonging it.
    fn still_open(&self, inner: &Inner, since: Timestamp, now: Timestamp) -> bool {
        let doublings = inner.failures.saturating_sub(self.config.failures).min(16);
        let cool = self.config.cool.saturating_mul(1 << doublings).min(self.config.cool_max);
        let waited = now.duration_since(since);
        !waited.is_negative() && waited.unsigned_abs() < cool
    }

    fn settle(&self, generation: u64, good: bool) {
        let now = self.clock.now();
        let mut inner = self.lock();
        if inner.generation != generation {
            return;
        }
        if good {
            inner.failures = 0;
            if matches!(inner.phase, Phase::Probing) {
                inner.turn(Phase::Closed);
            }
            return;
        }
        inner.failures = inner.failures.saturating_add(1);
        if inner.failures >= self.config.failures.max(1) {
            inner.turn(Phase::Open { since: now });
        }
    }

    /// No code panics while holding the lock, so a poisoned one still holds a whole value.
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn turn(&mut self, phase: Phase) {
        self.phase = phase;
        self.generation += 1;
    }
}

impl Permit<'_> {
    /// The partner gave a usable answer, even if it was a refusal.
    pub fn success(mut self) {
        self.settled = true;
        self.breaker.settle(self.generation, true);
    }

    /// It did not.
    pub fn failure(self) {
        drop(self);
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        if !self.settled {
            self.breaker.settle(self.generation, false);
        }
    }
}
