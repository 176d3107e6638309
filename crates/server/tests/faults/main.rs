//! What must hold when things go wrong: the real `pabean serve` is killed, doubled, crowded and cut off, on both engines.

#![expect(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]
#![expect(clippy::print_stdout, reason = "kill points and speeds are part of the outcome")]

mod audit;
mod balancer;
mod client;
#[path = "../../src/clock.rs"]
mod clock;
mod kill;
mod nodes;
mod race;
mod rates;
mod server;
mod submits;
mod world;
