//! The API over HTTP, as clients meet it: each example on SQLite and on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "helpers beside the tests fail a test by panicking")]

mod deadline;
mod draft;
mod duplicate;
mod green;
mod hostile;
mod kurs;
mod login;
mod outage;
mod red;
mod rejected;
mod status;
mod support;
mod tenancy;
