//! The only way into the database.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;

use crate::lane::{Lane, is_serving};
use crate::pg::PgAddress;
use crate::sqlite_file::SqliteFile;
use crate::work::{Task, Work};
use crate::{Engine, Fault, Tx};

/// Bounds of a store.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Threads that read.
    pub readers: usize,
    /// Connections that write; SQLite always has one.
    pub writers: usize,
    /// Closures that may wait in front of the readers, and as many in front of the writers.
    pub queue: usize,
    /// Closures in one SQLite commit.
    pub batch: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { readers: 4, writers: 8, queue: 512, batch: 64 }
    }
}

/// A handle on the database; clones share it, the last one closes it.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    id: usize,
    engine: Engine,
    // Order matters: the writer goes first, so that its last commits are visible to the readers that are still waiting.
    write: Lane,
    read: Lane,
    /// A temporary file, removed after both lanes have ended.
    _file: Option<SqliteFile>,
}

/// Numbers stores within the process, from 1.
static STORES: AtomicUsize = AtomicUsize::new(1);

impl Db {
    /// Opens `sqlite:PATH`, `sqlite::memory:` (a temporary file that goes with the last handle) or `postgres://…`.
    pub fn open(url: &str) -> Result<Self, Fault> {
        Self::open_with(url, Options::default())
    }

    /// Opens with other bounds.
    pub fn open_with(url: &str, options: Options) -> Result<Self, Fault> {
        let options = Options {
            readers: options.readers.clamp(1, 64),
            writers: options.writers.clamp(1, 64),
            queue: options.queue.clamp(1, 65_536),
            batch: options.batch.clamp(1, 1024),
        };
        let id = STORES.fetch_add(1, Ordering::Relaxed);
        let (engine, write, read, file) = if let Some(path) = url.strip_prefix("sqlite:") {
            let file = SqliteFile::at(path)?;
            let (writer, readers) = file.servers(options)?;
            (Engine::Sqlite, writer, readers, Some(file))
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let (writers, readers) = PgAddress::parse(url)?.servers(options)?;
            (Engine::Postgres, writers, readers, None)
        } else {
            return Err(Fault::Address("expected sqlite:PATH, sqlite::memory: or postgres://…".to_owned()));
        };
        let write = Lane::start("store-write", id, options.queue, write)?;
        let read = Lane::start("store-read", id, options.queue, read)?;
        Ok(Self(Arc::new(Inner { id, engine, write, read, _file: file })))
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        self.0.engine
    }

    /// Runs `body` in a transaction and returns after the commit is durable; an error rolls back.
    ///
    /// `body` may run more than once when transactions cross, so it must not have effects outside the transaction.
    pub fn write<T, E>(&self, body: impl Fn(&mut dyn Tx) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        self.wait(&self.0.write, body)
    }

    /// Runs `body` on a snapshot that does not change under it; writing fails.
    pub fn read<T, E>(&self, body: impl Fn(&mut dyn Tx) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        self.wait(&self.0.read, body)
    }

    /// Like `write`, but answers through `reply`, which runs on a store thread and must be quick. It is called exactly once.
    pub fn submit_write<T, E>(
        &self,
        body: impl Fn(&mut dyn Tx) -> Result<T, E> + Send + 'static,
        reply: impl FnOnce(Result<T, E>) + Send + 'static,
    ) where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        submit(&self.0.write, body, reply);
    }

    fn wait<T, E>(&self, lane: &Lane, body: impl Fn(&mut dyn Tx) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        if is_serving(self.0.id) {
            return Err(Fault::Nested.into());
        }
        let (sender, receiver) = sync_channel(1);
        submit(lane, body, move |answer| {
            // A caller that went away is no reason to undo what is committed.
            let _ = sender.send(answer);
        });
        receiver.recv().unwrap_or_else(|_| Err(Fault::Closed.into()))
    }
}

fn submit<T, E>(
    lane: &Lane,
    body: impl Fn(&mut dyn Tx) -> Result<T, E> + Send + 'static,
    reply: impl FnOnce(Result<T, E>) + Send + 'static,
) where
    T: Send + 'static,
    E: From<Fault> + Send + 'static,
{
    let task: Box<dyn Work> = Box::new(Task::new(body, reply));
    if let Err((task, fault)) = lane.send(task) {
        task.finish(Err(fault));
    }
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Db").field("engine", &self.0.engine).finish_non_exhaustive()
    }
}
