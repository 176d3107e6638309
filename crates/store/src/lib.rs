//! The database: one way in (`Db`), one seam (`Tx`), the same SQL on SQLite and PostgreSQL, and one module per area.
//!
//! Nothing is acknowledged before its commit is durable. SQL never looks inside a document.

mod db;
mod fault;
mod lane;
mod pg;
mod pg_fault;
mod pg_tls;
mod pg_value;
mod row;
mod sql;
mod sqlite;
mod sqlite_fault;
mod tx;
mod value;
mod work;

pub use db::{Db, Options};
pub use fault::Fault;
pub use row::{Cells, Row};
pub use sql::Sql;
pub use tx::{Engine, Tx};
pub use value::{FromValue, Value};
