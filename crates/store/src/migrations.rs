//! The schema, brought up to date in one transaction.

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::row::{Cells, FromRow, all};
use crate::sql::{params, statements};
use crate::{Db, Engine, Fault, Tx};

/// One step of the schema; the text is the same for both engines unless a twin was unavoidable.
struct Migration {
    version: u32,
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! migration {
    ($version:literal, $name:literal) => {
        migration!($version, $name, concat!($name, ".sql"), concat!($name, ".sql"))
    };
    ($version:literal, $name:literal, twins) => {
        migration!($version, $name, concat!($name, ".sqlite.sql"), concat!($name, ".postgres.sql"))
    };
    ($version:literal, $name:literal, $sqlite:expr, $postgres:expr) => {
        Migration {
            version: $version,
            name: $name,
            sqlite: include_str!(concat!("../../../migrations/", $sqlite)),
            postgres: include_str!(concat!("../../../migrations/", $postgres)),
        }
    };
}

const MIGRATIONS: &[Migration] = &[
    migration!(1, "0001_accounts"),
    migration!(2, "0002_declarations"),
    migration!(3, "0003_treasury"),
    migration!(4, "0004_work"),
    migration!(5, "0005_append_only", twins),
    migration!(6, "0006_identity"),
    migration!(7, "0007_row_security", twins),
    migration!(8, "0008_attachments", twins),
    migration!(9, "0009_dokumen"),
    migration!(10, "0010_dokumen_row_security", twins),
    migration!(11, "0011_desk", twins),
    migration!(13, "0013_passkeys"),
    migration!(14, "0014_pace"),
    migration!(16, "0016_draft_files", twins),
    migration!(17, "0017_h2h"),
    migration!(18, "0018_h2h_security", twins),
];

/// The table of applied steps, and on PostgreSQL the lock that lets one program at a time apply them.
const TABLE: &str = "CREATE TABLE IF NOT EXISTS schema_migration (version BIGINT NOT NULL PRIMARY KEY, \
                     name TEXT NOT NULL, checksum TEXT NOT NULL, applied BIGINT NOT NULL)";
const LOCK: &str = "SET LOCAL lock_timeout = '5min'; SET LOCAL statement_timeout = 0; \
                    SELECT pg_advisory_xact_lock(5021959218)";

statements! {
    APPLIED = "SELECT version, name, checksum FROM schema_migration ORDER BY version";
    RECORD = "INSERT INTO schema_migration (version, name, checksum, applied) VALUES ($1, $2, $3, $4)";
}

struct Applied {
    version: u32,
    name: String,
    checksum: String,
}

impl FromRow for Applied {
    fn from_row(cells: &mut Cells) -> Result<Self, Fault> {
        Ok(Self { version: cells.take()?, name: cells.take()?, checksum: cells.take()? })
    }
}

impl Db {
    /// Applies what is missing, all or nothing, and returns the names of the new steps.
    ///
    /// Refuses a database whose applied steps were changed afterwards or that a newer program has already moved on.
    pub fn migrate(&self, now: Timestamp) -> Result<Vec<&'static str>, Fault> {
        self.write(move |tx| apply(tx, MIGRATIONS, now))
    }
}

fn apply(tx: &mut dyn Tx, wanted: &[Migration], now: Timestamp) -> Result<Vec<&'static str>, Fault> {
    let engine = tx.engine();
    if engine == Engine::Postgres {
        tx.script(LOCK)?;
    }
    tx.script(TABLE)?;
    let applied: Vec<Applied> = all(tx.query(APPLIED, &[])?)?;
    let mut names = Vec::new();
    for (index, step) in wanted.iter().enumerate() {
        let text = match engine {
            Engine::Sqlite => step.sqlite,
            Engine::Postgres => step.postgres,
        };
        let checksum = hex::encode(Sha256::digest(text));
        if let Some(known) = applied.get(index) {
            check(known, step, &checksum)?;
            continue;
        }
        tx.script(text)?;
        tx.execute(RECORD, params![step.version, step.name, checksum, now])?;
        names.push(step.name);
    }
    match applied.get(wanted.len()) {
        Some(newer) => Err(Fault::Schema(format!("{} was applied by a newer program", newer.name))),
        None => Ok(names),
    }
}

fn check(known: &Applied, step: &Migration, checksum: &str) -> Result<(), Fault> {
    if known.version == step.version && known.checksum == checksum {
        return Ok(());
    }
    Err(Fault::Schema(format!("{} was changed after it was applied ({})", step.name, known.name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(version: u32, text: &'static str) -> Migration {
        Migration { version, name: "trial", sqlite: text, postgres: text }
    }

    fn run(db: &Db, steps: &'static [(u32, &'static str)]) -> Result<usize, Fault> {
        db.write(move |tx| {
            let steps: Vec<Migration> = steps.iter().map(|(version, text)| step(*version, text)).collect();
            apply(tx, &steps, Timestamp::UNIX_EPOCH).map(|names| names.len())
        })
    }

    #[test]
    fn a_changed_or_newer_step_is_refused_and_nothing_is_half_done() {
        let db = Db::open("sqlite::memory:").unwrap();
        assert_eq!(run(&db, &[(1, "CREATE TABLE a (x BIGINT)")]), Ok(1));
        assert_eq!(run(&db, &[(1, "CREATE TABLE a (x BIGINT)"), (2, "CREATE TABLE b (x BIGINT)")]), Ok(1));
        let changed = run(&db, &[(1, "CREATE TABLE a (y BIGINT)"), (2, "CREATE TABLE b (x BIGINT)")]);
        assert!(matches!(changed, Err(Fault::Schema(why)) if why.contains("changed")));
        let older = run(&db, &[(1, "CREATE TABLE a (x BIGINT)")]);
        assert!(matches!(older, Err(Fault::Schema(why)) if why.contains("newer")));
        let broken = run(
            &db,
            &[
                (1, "CREATE TABLE a (x BIGINT)"),
                (2, "CREATE TABLE b (x BIGINT)"),
                (3, "CREATE TABLE c (x BIGINT)"),
                (4, "CREATE TABEL d (x BIGINT)"),
            ],
        );
        assert!(matches!(broken, Err(Fault::Statement(_))));
        let third = run(
            &db,
            &[(1, "CREATE TABLE a (x BIGINT)"), (2, "CREATE TABLE b (x BIGINT)"), (3, "CREATE TABLE c (x BIGINT)")],
        );
        assert_eq!(third, Ok(1));
    }
}
