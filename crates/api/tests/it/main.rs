//! The API over HTTP, as clients meet it: each example on SQLite and on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "helpers beside the tests fail a test by panicking")]

mod contract;
mod deadline;
mod describe;
mod draft;
mod duplicate;
mod events;
mod fair;
mod files;
mod green;
mod hostile;
mod kurs;
mod login;
mod outage;
mod red;
mod rejected;
mod sandbox;
mod schema;
mod shapes;
mod status;
mod support;
mod tenancy;
mod webhook;
