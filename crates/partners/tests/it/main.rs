//! The adapters and the simulator over loopback, as the customs system and a user meet them.

#![expect(clippy::unwrap_used, reason = "helpers beside the tests fail a test by panicking")]

mod adapters;
mod bounds;
mod breaker;
mod control;
mod hints;
mod hostile;
mod journal;
mod openapi;
mod outcomes;
mod page;
mod world;
