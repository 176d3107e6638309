//! What the host-to-host API needs beyond single documents: how strict it is, how much it takes, what it tells.

mod config;
mod contract;
pub mod events;
pub mod rate;
pub mod sandbox;
mod sweep;
pub mod webhook;

pub use config::{H2h, KeyPolicy, Network, SchemaPolicy, Strictness};

pub use config::is_public;
pub(crate) use contract::{judge as judge_contract, weigh_schema};
pub(crate) use events::shape as event_shape;
pub use sweep::sweep;
