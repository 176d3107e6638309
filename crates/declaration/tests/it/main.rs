//! The declaration from the outside: examples and fixtures in, findings out.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests fail by panicking")]

mod base;
mod catalogue;
mod complete;
mod determine;
mod drafts;
mod examples;
mod fixtures;
mod generated;
mod hostile;
mod leniency;
mod patch;
mod public_list;
mod text;
mod trees;
