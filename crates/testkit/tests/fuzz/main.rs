//! Mutated input against everything that reads what strangers send: no panic, no endless work, no memory without bound,
//! and what was read is written back so that it reads as the same.
//!
//! Not coverage-guided: this runs on the stable compiler, with seeds from the repository's examples and from `corpus/`.
//! `PABEAN_FUZZ_SECONDS` says how long each target runs; 5 when it is not set, 60 in CI, 3600 at night. A failing input
//! is written to `target/tmp/` and named; put it into `corpus/<target>/` with the mend, and it is tried first ever after.

#![expect(clippy::unwrap_used, reason = "helpers beside the tests fail a test by panicking")]

mod engine;
mod json;
mod numbers;
mod web;
