//! The partner systems: HTTP adapters to INSW, MPN G3/SIMPONI, TPS and OSS/DJP, and a simulator that plays them.
//!
//! An adapter sends one request and answers with the partner's words or a [`PartnerFault`](app::ports::PartnerFault);
//! it never retries by itself: that is a job's work, and every request carries a key that makes repeating harmless.
//! The shapes on the wire are in `docs/partners.openapi.yaml`.

mod breaker;
mod check;
mod client;
mod config;
mod hint;
mod hooks;
mod insw;
mod mpn;
mod partners;
mod registry;
pub mod simulator;
mod tps;
pub mod wire;

pub use breaker::{Breaker, BreakerState, Permit};
pub use config::{BreakerConfig, ConfigFault, PartnerConfig, PartnersConfig};
pub use hint::{Hint, HintKind, SIGNATURE_HEADER, pos_key, read_hint, sign, verify};
pub use hooks::HooksHttp;
pub use insw::InswHttp;
pub use mpn::MpnHttp;
pub use partners::Partners;
pub use registry::RegistryHttp;
pub use tps::TpsHttp;
