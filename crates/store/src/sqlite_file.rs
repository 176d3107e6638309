//! The SQLite file and its connections.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::Fault;
use crate::db::Options;
use crate::lane::Server;
use crate::sqlite::{read_snapshots, write_batches};
use crate::sqlite_fault::fault;

/// How long a second process may hold the write lock before we give up.
const BUSY: Duration = Duration::from_secs(10);
/// Prepared statements kept per connection; the registry is well below.
const CACHED: usize = 512;

/// The database file; a temporary one is removed with this value.
pub(crate) struct SqliteFile {
    path: PathBuf,
    temporary: bool,
}

impl SqliteFile {
    /// The file of `sqlite:PATH`, or a temporary one for `sqlite::memory:`.
    pub(crate) fn at(path: &str) -> Result<Self, Fault> {
        static FILES: AtomicUsize = AtomicUsize::new(0);
        if path == ":memory:" {
            let number = FILES.fetch_add(1, Ordering::Relaxed);
            let name = format!("pabean-{}-{number}.sqlite", std::process::id());
            let file = Self { path: std::env::temp_dir().join(name), temporary: true };
            file.remove();
            return Ok(file);
        }
        let path = path.strip_prefix("//").unwrap_or(path);
        if path.is_empty() {
            return Err(Fault::Address("sqlite: needs a path".to_owned()));
        }
        Ok(Self { path: PathBuf::from(path), temporary: false })
    }

    /// The writer's life and the readers' lives, on connections that are already open.
    pub(crate) fn servers(&self, options: Options) -> Result<(Vec<Server>, Vec<Server>), Fault> {
        let writer = self.connect()?;
        let writer: Server = Box::new(move |queue| write_batches(&writer, &queue, options.batch));
        let mut readers: Vec<Server> = Vec::with_capacity(options.readers);
        for _ in 0..options.readers {
            let reader = self.connect()?;
            reader.pragma_update(None, "query_only", true).map_err(|error| fault(&error))?;
            readers.push(Box::new(move |queue| read_snapshots(&reader, &queue)));
        }
        Ok((vec![writer], readers))
    }

    fn connect(&self) -> Result<Connection, Fault> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags).map_err(|error| fault(&error))?;
        connection.busy_timeout(BUSY).map_err(|error| fault(&error))?;
        connection.set_prepared_statement_cache_capacity(CACHED);
        // A temporary database has nothing to survive for.
        let synchronous = if self.temporary { "OFF" } else { "FULL" };
        let setup = format!(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA foreign_keys = ON; \
             PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 4000; \
             PRAGMA journal_size_limit = 67108864; PRAGMA trusted_schema = OFF; PRAGMA recursive_triggers = ON;"
        );
        connection.execute_batch(&setup).map_err(|error| fault(&error))?;
        // Plans that do not depend on parameters: otherwise MAX() and ORDER BY beside a parameter compile anew at each use.
        let stable = rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG;
        connection.set_db_config(stable, true).map_err(|error| fault(&error))?;
        Ok(connection)
    }

    fn remove(&self) {
        for suffix in ["", "-wal", "-shm"] {
            let mut name = self.path.as_os_str().to_owned();
            name.push(suffix);
            // Missing is what we want.
            let _ = std::fs::remove_file(Path::new(&name));
        }
    }
}

/// Ends the work on a file: its journal is emptied into it, and nothing that stands beside it belongs to it any more.
///
/// Handles that close at the same time may leave the journal to whoever comes next; this is whoever comes next. Fails
/// while somebody has the file open.
pub fn settle(file: &Path) -> Result<(), Fault> {
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(|e| fault(&e))?;
    connection.busy_timeout(BUSY).map_err(|e| fault(&e))?;
    let mode: String =
        connection.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0)).map_err(|e| fault(&e))?;
    if mode == "delete" { Ok(()) } else { Err(Fault::Unavailable(format!("the journal stays: {mode}"))) }
}

impl Drop for SqliteFile {
    fn drop(&mut self) {
        if self.temporary {
            self.remove();
        }
    }
}
