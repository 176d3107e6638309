//! SQLite: one writer thread that commits what is waiting in one go, and readers on snapshots.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, ToSql};

use crate::lane::Queue;
use crate::sqlite_fault::fault;
use crate::work::BoxedWork;
use crate::{Engine, Fault, Row, Sql, Tx, Value};

/// Group commit: every closure that is waiting joins the open transaction behind a savepoint of its own.
pub(crate) fn write_batches(connection: &Connection, queue: &Queue, bound: usize) {
    while let Some(first) = queue.next() {
        if let Err(error) = connection.execute_batch("BEGIN IMMEDIATE") {
            first.finish(Err(fault(&error)));
            continue;
        }
        let mut done = Vec::with_capacity(bound);
        let mut next = Some(first);
        while let Some(mut work) = next.take() {
            let outcome = run_in_savepoint(connection, &mut work);
            done.push((work, outcome));
            if connection.is_autocommit() {
                // The engine rolled the whole transaction back (disk full, I/O error): nothing of the batch is left.
                break;
            }
            next = if done.len() < bound { queue.waiting() } else { None };
        }
        // A closure that refused hears of a failed commit too: it may have refused because of a row that is now not there.
        let committed = commit(connection);
        for (work, outcome) in done {
            work.finish(committed.clone().and(outcome));
        }
    }
}

fn run_in_savepoint(connection: &Connection, work: &mut BoxedWork) -> Result<(), Fault> {
    cached(connection, "SAVEPOINT one")?;
    let mut tx = SqliteTx { connection, doomed: None };
    let keep = work.run(&mut tx);
    let doomed = tx.doomed;
    if keep && doomed.is_none() {
        return cached(connection, "RELEASE one");
    }
    cached(connection, "ROLLBACK TO one")?;
    cached(connection, "RELEASE one")?;
    // A closure that reports its own error keeps it; one that swallowed the fault hears of it.
    if keep { doomed.map_or(Ok(()), Err) } else { Ok(()) }
}

/// Ends the batch. A commit that failed may still be recovered from the log after a crash, hence "unknown".
fn commit(connection: &Connection) -> Result<(), Fault> {
    if connection.is_autocommit() {
        return Err(Fault::Unavailable("the engine rolled the transaction back".to_owned()));
    }
    let Err(error) = cached(connection, "COMMIT") else { return Ok(()) };
    if !connection.is_autocommit()
        && let Err(again) = connection.execute_batch("ROLLBACK")
    {
        tracing::error!(%again, "rollback after a failed commit");
    }
    Err(Fault::CommitUnknown(error.to_string()))
}

/// Each closure on a snapshot of its own.
pub(crate) fn read_snapshots(connection: &Connection, queue: &Queue) {
    while let Some(mut work) = queue.next() {
        if let Err(fault) = cached(connection, "BEGIN") {
            work.finish(Err(fault));
            continue;
        }
        let mut tx = SqliteTx { connection, doomed: None };
        let keep = work.run(&mut tx);
        let doomed = if keep { tx.doomed.map_or(Ok(()), Err) } else { Ok(()) };
        work.finish(cached(connection, "ROLLBACK").and(doomed));
    }
}

fn cached(connection: &Connection, text: &str) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(text).map_err(|error| fault(&error))?;
    statement.raw_execute().map(|_| ()).map_err(|error| fault(&error))
}

struct SqliteTx<'c> {
    connection: &'c Connection,
    doomed: Option<Fault>,
}

impl SqliteTx<'_> {
    fn guarded<T>(&mut self, run: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, Fault> {
        if let Some(fault) = &self.doomed {
            return Err(fault.clone());
        }
        run(self.connection).inspect_err(|fault| self.doomed = Some(fault.clone()))
    }
}

impl Tx for SqliteTx<'_> {
    fn execute(&mut self, sql: Sql<'_>, params: &[Value]) -> Result<u64, Fault> {
        self.guarded(|connection| {
            let mut statement = bound(connection, sql, params)?;
            let changed = statement.raw_execute().map_err(|error| fault(&error))?;
            u64::try_from(changed).map_err(|error| Fault::Value(error.to_string()))
        })
    }

    fn query(&mut self, sql: Sql<'_>, params: &[Value]) -> Result<Vec<Row>, Fault> {
        self.guarded(|connection| {
            let mut statement = bound(connection, sql, params)?;
            let mut rows = statement.raw_query();
            let mut found = Vec::new();
            while let Some(row) = rows.next().map_err(|error| fault(&error))? {
                // Counted on the row: the first step may have compiled the statement again for a newer schema.
                let columns = row.as_ref().column_count();
                let values = (0..columns).map(|column| owned(row.get_ref(column).map_err(|error| fault(&error))?));
                found.push(Row::new(values.collect::<Result<_, _>>()?));
            }
            Ok(found)
        })
    }

    fn script(&mut self, text: &str) -> Result<(), Fault> {
        self.guarded(|connection| connection.execute_batch(text).map_err(|error| fault(&error)))
    }

    fn prepare(&mut self, sql: Sql<'_>) -> Result<(), Fault> {
        self.guarded(|connection| connection.prepare(&sql.for_sqlite()).map(|_| ()).map_err(|error| fault(&error)))
    }

    fn engine(&self) -> Engine {
        Engine::Sqlite
    }
}

fn bound<'c>(connection: &'c Connection, sql: Sql<'_>, params: &[Value]) -> Result<CachedStatement<'c>, Fault> {
    let mut statement = connection.prepare_cached(&sql.for_sqlite()).map_err(|error| fault(&error))?;
    if statement.parameter_count() != params.len() {
        let (wanted, given) = (statement.parameter_count(), params.len());
        return Err(Fault::Statement(format!("{wanted} parameters wanted, {given} given")));
    }
    for (index, value) in params.iter().enumerate() {
        if !value.is_portable() {
            return Err(Fault::Value("text holds a NUL character".to_owned()));
        }
        statement.raw_bind_parameter(index + 1, value).map_err(|error| fault(&error))?;
    }
    Ok(statement)
}

fn owned(value: ValueRef<'_>) -> Result<Value, Fault> {
    match value {
        ValueRef::Null => Ok(Value::Null),
        ValueRef::Integer(number) => Ok(Value::Int(number)),
        ValueRef::Text(text) => {
            String::from_utf8(text.to_vec()).map(Value::Text).map_err(|error| Fault::Value(error.to_string()))
        }
        ValueRef::Blob(bytes) => Ok(Value::Bytes(bytes.to_vec())),
        ValueRef::Real(number) => Err(Fault::Value(format!("binary fraction {number}"))),
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}
