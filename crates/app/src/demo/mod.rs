//! An invented world to try and to test Pabean in: companies, users, officers, a vessel's manifest, a declaration that
//! is right today.

pub mod sample;
pub mod world;

pub use world::{Person, prepare, standings};
