//! Workbooks from outside: good ones are read, hurtful ones refused.

#![expect(clippy::unwrap_used, reason = "helpers beside the tests fail a test by panicking")]

mod bombs;
mod reading;
mod support;
