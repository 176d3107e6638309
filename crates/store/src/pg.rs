//! PostgreSQL: a bounded pool of threads, each with a connection of its own.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use postgres::fallible_iterator::FallibleIterator;
use postgres::types::ToSql;
use postgres::{Client, Config, Statement};

use crate::db::Options;
use crate::lane::{Queue, Server};
use crate::pg_fault::fault;
use crate::pg_value::Param;
use crate::work::BoxedWork;
use crate::{Engine, Fault, Reach, Row, Sql, Tx, Value};

/// How often a transaction is tried when it crosses another one or its connection breaks before the commit.
const ATTEMPTS: u32 = 6;
/// Prepared statements kept per connection; beyond it the cache starts anew.
const CACHED: usize = 512;
/// Limits of every session; none of our statements comes near them.
const SESSION: &str = "SET synchronous_commit = on; SET statement_timeout = '30s'; SET lock_timeout = '10s'; \
                       SET idle_in_transaction_session_timeout = '60s'; SET client_min_messages = warning";

/// Where the server is and how to talk to it.
#[derive(Clone)]
pub(crate) struct PgAddress {
    config: Config,
    tls: crate::pg_tls::Connector,
}

impl PgAddress {
    /// Reads the address; `sslmode` and `sslrootcert` are ours.
    pub(crate) fn parse(url: &str) -> Result<Self, Fault> {
        let (mut config, tls) = crate::pg_tls::parse(url)?;
        config.application_name("pabean").connect_timeout(Duration::from_secs(5));
        config.tcp_user_timeout(Duration::from_secs(30)).keepalives_idle(Duration::from_secs(30));
        Ok(Self { config, tls })
    }

    /// The pool's threads; the first connection is made at once so that a wrong address is an error at start.
    pub(crate) fn servers(self, options: Options) -> Result<(Vec<Server>, Vec<Server>), Fault> {
        let mut first = Link::new(self.clone());
        first.connect()?;
        let mut first = Some(first);
        let mut pool = |count: usize, begin: &'static str| -> Vec<Server> {
            let mut servers: Vec<Server> = Vec::with_capacity(count);
            for _ in 0..count {
                let mut link = first.take().unwrap_or_else(|| Link::new(self.clone()));
                servers.push(Box::new(move |queue: Queue| {
                    while let Some(work) = queue.next() {
                        link.serve(work, begin);
                    }
                }));
            }
            servers
        };
        let writers = pool(options.writers, "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE");
        let readers = pool(options.readers, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        Ok((writers, readers))
    }
}

/// One thread's connection, made again when it breaks.
struct Link {
    address: PgAddress,
    open: Option<Open>,
}

struct Open {
    client: Client,
    statements: HashMap<String, Statement>,
    /// Set by any warning: during a commit it means that the standby did not confirm.
    warned: Arc<AtomicBool>,
}

/// What became of one attempt.
enum Attempt {
    Done(Result<(), Fault>),
    Again(Fault),
}

impl Link {
    const fn new(address: PgAddress) -> Self {
        Self { address, open: None }
    }

    fn connect(&mut self) -> Result<&mut Open, Fault> {
        if self.open.as_ref().is_some_and(|open| open.client.is_closed()) {
            self.open = None;
        }
        if self.open.is_none() {
            let warned = Arc::new(AtomicBool::new(false));
            let mut config = self.address.config.clone();
            let flag = Arc::clone(&warned);
            config.notice_callback(move |notice| {
                tracing::warn!(code = notice.code().code(), message = notice.message(), "PostgreSQL");
                flag.store(true, Ordering::Release);
            });
            let mut client = self.address.tls.connect(&config).map_err(|error| unavailable(&error))?;
            client.batch_execute(SESSION).map_err(|error| unavailable(&error))?;
            self.open = Some(Open { client, statements: HashMap::new(), warned });
        }
        self.open.as_mut().ok_or(Fault::Closed)
    }

    fn serve(&mut self, mut work: BoxedWork, begin: &str) {
        let mut last = Fault::Closed;
        for attempt in 0..ATTEMPTS {
            std::thread::sleep(Duration::from_millis(u64::from(attempt * attempt) * 4));
            match self.attempt(&mut work, begin) {
                Attempt::Done(outcome) => return work.finish(outcome),
                Attempt::Again(fault) => last = fault,
            }
        }
        work.finish(Err(match last {
            Fault::Crossed(why) => Fault::Busy(why),
            other => other,
        }));
    }

    fn attempt(&mut self, work: &mut BoxedWork, begin: &str) -> Attempt {
        let open = match self.connect() {
            Ok(open) => open,
            Err(fault) => return Attempt::Done(Err(fault)),
        };
        if let Err(error) = open.client.batch_execute(begin) {
            self.open = None;
            return Attempt::Again(unavailable(&error));
        }
        let mut tx = PgTx { open, doomed: None };
        let keep = work.run(&mut tx);
        let doomed = tx.doomed;
        if keep && doomed.is_none() {
            let committed = open.commit();
            if committed.is_err() {
                self.open = None;
            }
            return Attempt::Done(committed);
        }
        if open.client.batch_execute("ROLLBACK").is_err() {
            self.open = None;
        }
        match doomed {
            Some(fault @ Fault::Unavailable(_)) => {
                self.open = None;
                Attempt::Again(fault)
            }
            Some(fault @ Fault::Crossed(_)) => Attempt::Again(fault),
            Some(fault) if keep => Attempt::Done(Err(fault)),
            _ => Attempt::Done(Ok(())),
        }
    }
}

impl Open {
    /// Commits. After the word is sent only a clean answer counts: everything else is "unknown".
    fn commit(&mut self) -> Result<(), Fault> {
        self.warned.store(false, Ordering::Release);
        self.client.batch_execute("COMMIT").map_err(|error| match fault(&error) {
            // The server says that it rolled back: deferred constraints and crossings are certain.
            certain @ (Fault::Crossed(_) | Fault::Unique { .. } | Fault::Constraint(_)) => certain,
            other => Fault::CommitUnknown(other.to_string()),
        })?;
        if self.warned.swap(false, Ordering::AcqRel) {
            return Err(Fault::CommitUnknown("the server committed with a warning".to_owned()));
        }
        Ok(())
    }

    fn statement(&mut self, sql: Sql<'_>) -> Result<Statement, Fault> {
        if let Some(statement) = self.statements.get(sql.text()) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(&sql.for_postgres()).map_err(|error| fault(&error))?;
        if self.statements.len() >= CACHED {
            self.statements.clear();
        }
        self.statements.insert(sql.text().to_owned(), statement.clone());
        Ok(statement)
    }
}

fn unavailable(error: &postgres::Error) -> Fault {
    match fault(error) {
        Fault::Unavailable(why) | Fault::Statement(why) => Fault::Unavailable(why),
        other => Fault::Unavailable(other.to_string()),
    }
}

struct PgTx<'c> {
    open: &'c mut Open,
    doomed: Option<Fault>,
}

impl PgTx<'_> {
    fn guarded<T>(&mut self, run: impl FnOnce(&mut Open) -> Result<T, Fault>) -> Result<T, Fault> {
        if let Some(fault) = &self.doomed {
            return Err(fault.clone());
        }
        run(self.open).inspect_err(|fault| self.doomed = Some(fault.clone()))
    }
}

impl Tx for PgTx<'_> {
    fn execute(&mut self, sql: Sql<'_>, params: &[Value]) -> Result<u64, Fault> {
        self.guarded(|open| {
            let statement = open.statement(sql)?;
            let params = Param::all(statement.params().len(), params)?;
            let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|param| param as _).collect();
            open.client.execute(&statement, &params).map_err(|error| fault(&error))
        })
    }

    fn query(&mut self, sql: Sql<'_>, params: &[Value]) -> Result<Vec<Row>, Fault> {
        self.guarded(|open| {
            let statement = open.statement(sql)?;
            let params = Param::all(statement.params().len(), params)?;
            let mut rows = open.client.query_raw(&statement, params).map_err(|error| fault(&error))?;
            let mut found = Vec::new();
            while let Some(row) = rows.next().map_err(|error| fault(&error))? {
                let values =
                    (0..row.len()).map(|column| row.try_get::<_, Value>(column).map_err(|error| fault(&error)));
                found.push(Row::new(values.collect::<Result<_, _>>()?));
            }
            Ok(found)
        })
    }

    fn script(&mut self, text: &str) -> Result<(), Fault> {
        self.guarded(|open| open.client.batch_execute(text).map_err(|error| fault(&error)))
    }

    fn prepare(&mut self, sql: Sql<'_>) -> Result<(), Fault> {
        self.guarded(|open| open.statement(sql).map(|_| ()))
    }

    fn narrow(&mut self, reach: Reach<'_>) -> Result<(), Fault> {
        let setting = reach.setting();
        self.guarded(|open| {
            let narrowed = open.client.execute("SELECT set_config('pabean.scope', $1, true)", &[&setting]);
            narrowed.map(|_| ()).map_err(|error| fault(&error))
        })
    }

    fn engine(&self) -> Engine {
        Engine::Postgres
    }
}
