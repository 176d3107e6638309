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

/// For whom a transaction reads: on PostgreSQL the rows of others are out of reach from then on, whatever a statement asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach<'a> {
    /// A company, by id: what it declares, and what it declares as a broker.
    Company(&'a str),
    /// An office, by code.
    Office(&'a str),
    /// Nobody's rows at all.
    Nothing,
}

impl Reach<'_> {
    /// The value of the setting that the policies of migration 7 read.
    pub(crate) fn setting(self) -> String {
        match self {
            Self::Company(id) => format!("c:{id}"),
            Self::Office(code) => format!("o:{code}"),
            Self::Nothing => "-".to_owned(),
        }
    }
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

    /// Narrows the rest of this transaction to what somebody may see. The statements filter by themselves; this is the
    /// second line, which only PostgreSQL has.
    fn narrow(&mut self, _reach: Reach<'_>) -> Result<(), Fault> {
        Ok(())
    }

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
