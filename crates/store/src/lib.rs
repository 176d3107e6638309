//! The database: one way in (`Db`), one seam (`Tx`), the same SQL on SQLite and PostgreSQL, and one module per area.
//!
//! Nothing is acknowledged before its commit is durable. SQL never looks inside a document.

mod copy;
mod db;
mod fault;
mod lane;
mod migrations;
mod pg;
mod pg_fault;
mod pg_tls;
mod pg_value;
mod registry;
mod row;
mod sql;
mod sqlite;
mod sqlite_fault;
mod sqlite_file;
mod tables;
mod tx;
mod value;
mod work;

pub mod accounts;
pub mod approvals;
pub mod audit;
pub mod billing;
pub mod blobs;
pub mod companies;
pub mod counters;
pub mod declaration_lists;
pub mod declarations;
pub mod events;
pub mod factors;
pub mod frozen;
pub mod idempotency;
pub mod jobs;
pub mod kuasa;
pub mod links;
pub mod mails;
pub mod manifest;
pub mod parts;
pub mod quotas;
pub mod reference;
pub mod registrations;
pub mod respon;
pub mod sessions;
pub mod tasks;
pub mod throttle;
pub mod tokens;

pub use copy::migrate_between;
pub use db::{Db, Options};
pub use fault::Fault;
pub use registry::statements;
pub use row::{Cells, Row};
pub use sql::Sql;
pub use tx::{Engine, Reach, Tx};
pub use value::{FromValue, ToValue, Value};
