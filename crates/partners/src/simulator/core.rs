//! One turn at a time: look at the state, record events, and answer once they are on the disk.

use std::sync::{Arc, Mutex, PoisonError};

use app::ports::Clock;
use jiff::Timestamp;

use super::callback::Callback;
use super::config::{SimulatorConfig, SimulatorFault};
use super::event::Event;
use super::fail::Fail;
use super::gate::Gates;
use super::journal::Journal;
use super::state::State;
use super::{payment, terminal};
use crate::hint::{Hint, HintKind};

/// The simulator behind all its handlers.
#[derive(Clone)]
pub struct Sim(Arc<Inner>);

struct Inner {
    config: SimulatorConfig,
    state: Mutex<State>,
    journal: Journal,
    callback: Callback,
    gates: Gates,
}

/// One handler's hold on the state.
pub struct Turn<'a> {
    state: &'a mut State,
    events: Vec<Event>,
    hints: Vec<Hint>,
    /// The simulator's configuration.
    pub config: &'a SimulatorConfig,
    /// Now, the same through the whole turn.
    pub now: Timestamp,
}

impl Sim {
    /// Reads the journal and puts the configured rules first, so that rules of the journal win.
    pub fn open(config: SimulatorConfig) -> Result<Self, SimulatorFault> {
        let callback = Callback::start(&config)?;
        let (journal, events) = match &config.journal {
            Some(path) => Journal::open(path)?,
            None => (Journal::none(), Vec::new()),
        };
        let mut state = State::default();
        for rule in &config.rules {
            state.rules.check(rule).map_err(|e| SimulatorFault::Config(format!("{}: {}", rule.cocok, e.pesan)))?;
            state.rules.put(rule.clone());
        }
        for event in &events {
            state.apply(event);
        }
        Ok(Self(Arc::new(Inner { config, state: Mutex::new(state), journal, callback, gates: Gates::default() })))
    }

    pub fn gates(&self) -> &Gates {
        &self.0.gates
    }

    pub fn config(&self) -> &SimulatorConfig {
        &self.0.config
    }

    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.0.config.clock
    }

    /// Runs `f` alone on the state. The answer, good or bad, waits for the journal, and so does one that changed
    /// nothing: it may rest on an event that is still being written.
    pub async fn act<T>(&self, f: impl FnOnce(&mut Turn<'_>) -> Result<T, Fail>) -> Result<T, Fail> {
        let (answer, hints, written) = {
            let mut state = self.0.state.lock().unwrap_or_else(PoisonError::into_inner);
            let now = self.clock().now();
            let mut turn =
                Turn { state: &mut state, events: Vec::new(), hints: Vec::new(), config: self.config(), now };
            payment::collect_automatic(&mut turn);
            let answer = f(&mut turn);
            let written = self.0.journal.append(&turn.events);
            (answer, turn.hints, written)
        };
        if written.await != Ok(true) {
            return Err(Fail::down("jurnal tidak dapat ditulis (the journal cannot be written)"));
        }
        for hint in hints {
            self.0.callback.tell(hint);
        }
        answer
    }

    /// What happens by itself, every `tick` of real time, for as long as it is polled.
    pub async fn keep_time(&self) {
        let mut ticks = tokio::time::interval(self.config().tick.max(std::time::Duration::from_millis(10)));
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            let moved = self.act(|turn| {
                terminal::move_waiting(turn);
                Ok(())
            });
            if let Err(e) = moved.await {
                tracing::warn!(reason = e.pesan, "simulator tick failed");
            }
        }
    }
}

impl Turn<'_> {
    pub fn state(&self) -> &State {
        self.state
    }

    /// The state, to change what no journal needs to know.
    pub fn state_mut(&mut self) -> &mut State {
        self.state
    }

    /// Applies `event` and has it written before the answer leaves.
    pub fn record(&mut self, event: Event) {
        self.state.apply(&event);
        self.events.push(event);
    }

    /// Tells the customs system once the turn is written.
    pub fn hint(&mut self, jenis: HintKind, kunci: String) {
        self.hints.push(Hint { jenis, kunci });
    }
}
