//! Every letter, set for real.

#![expect(clippy::unwrap_used, reason = "helpers beside the tests fail a test by panicking")]

mod form;
mod hostile;
mod letters;
mod stable;
mod support;
mod tools;
