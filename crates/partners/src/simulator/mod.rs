//! `pabean simulator`: one HTTP server that plays INSW, MPN G3/SIMPONI, TPS and OSS/DJP with outcomes the user chooses.
//!
//! It is a partner, not a part: it shares no memory with the customs system, keeps its own journal and is
//! reached over the network like the real ones. `docs/sandbox.md` is its manual. Handlers know JSON only;
//! `forms` turns the page's forms into JSON and the answers back into pages.

mod billing;
mod callback;
mod config;
mod control;
mod core;
mod event;
mod fail;
mod forms;
mod gate;
mod input;
mod journal;
mod lartas;
mod numbers;
mod page;
mod payment;
mod registry;
mod routes;
mod rule;
mod running;
mod shelf;
mod state;
mod terminal;

pub use callback::HINT_TRIES;
pub use config::{LartasRule, SimulatorConfig, SimulatorFault};
pub use gate::{Mode, Partner, Switch};
pub use routes::routes;
pub use rule::{BillingOutcome, Delay, LartasOutcome, PaymentOutcome, Rule, StandingOutcome, builtin_rules};
pub use running::{Running, Simulator, serve};

/// Largest request body, in bytes.
pub const BODY_LIMIT: usize = 1 << 20;
