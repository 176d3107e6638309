//! Mutated requests through the whole router: whatever comes, it is no fault of the server.
//!
//! What reads a document, a number or a form by itself is tried by libFuzzer in `fuzz/`, which sees the branches it reached;
//! compiling everything below the router a second time with its instruments would cost more than they find.
//! `PABEAN_FUZZ_SECONDS` says how long each target runs; 5 when it is not set, 60 in CI, 3600 at night. A failing input
//! is written to `target/tmp/` and named; put it into `corpus/<target>/` with the mend, and it is tried first ever after.

#![expect(clippy::unwrap_used, reason = "helpers beside the tests fail a test by panicking")]

mod engine;
mod web;
