//! The command line as its users see it: examples with their expected output, exit codes, unusable input.

#![expect(clippy::unwrap_used, reason = "helpers beside the tests fail a test by panicking")]

mod accounts;
mod backup;
mod check;
mod demo;
mod reference;
mod sheets;
