//! The seam: what a use case may do inside a transaction.

use crate::{Fault, Row, Sql, Value};

/// Which engine runs the transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// SQLite in WAL mode, inside the process.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}

/// One open transaction.
///
/// A statement that fails dooms the transaction on both engines: it is rolled back even when the closure swallows the
/// fault. Where a clash is expected, `ON CONFLICT` says so.
pub trait Tx {
    /// Runs a statement and returns the number of rows it changed.
    fn execute(&mut self, sql: Sql<'_>, params: &[Value]) -> Result<u64, Fault>;

    /// Runs a statement and returns its rows.
    fn query(&mut self, sql: Sql<'_>, params: &[Value]) -> Result<Vec<Row>, Fault>;

    /// Runs a script of several statements without parameters: migrations only.
    fn script(&mut self, text: &str) -> Result<(), Fault>;

    /// Compiles a statement without running it.
    fn prepare(&mut self, sql: Sql<'_>) -> Result<(), Fault>;

    /// The engine, for the few things that only one of them has.
    fn engine(&self) -> Engine;

    /// The row of a statement that finds at most one.
    fn query_opt(&mut self, sql: Sql<'_>, params: &[Value]) -> Result<Option<Row>, Fault> {
        let mut rows = self.query(sql, params)?;
        if rows.len() > 1 {
            return Err(Fault::Value(format!("{} rows where one was expected", rows.len())));
        }
        Ok(rows.pop())
    }
}
