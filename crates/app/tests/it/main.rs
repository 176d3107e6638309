//! Identity as its users meet it: each example on SQLite and on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "helpers beside the tests fail a test by panicking")]

mod activation;
mod draft;
mod factor;
mod forgotten;
mod import;
mod kabar;
mod kuasa;
mod kunci;
mod lampiran;
mod lembar;
mod login;
mod operate;
mod profile;
mod signup;
mod support;
mod users;
