//! The kit against our own server, which must keep every promise, and against the same server behind a proxy that
//! breaks single answers: then exactly the checks of that promise fail. On SQLite and on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "helpers beside the tests fail a test by panicking")]

mod broken;
mod kept;
mod proxy;
mod support;
