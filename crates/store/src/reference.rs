//! Reference snapshots: immutable, numbered, tables shared by content.

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::row::{all, optional, record};
use crate::sql::{params, statements};
use crate::{Fault, Row, Tx};

record! {
    /// A numbered state of all reference tables.
    Snapshot as snapshot_columns {
        /// From 1.
        version: u32,
        /// Where it came from.
        label: String,
        /// Who imported it.
        actor: String,
        /// When.
        created: Timestamp,
    }
}

/// A table of a snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// File stem, for example `tarif`.
    pub name: String,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
}

statements! {
    NEXT = "SELECT COALESCE(MAX(version), 0) + 1 FROM reference_snapshot";
    INSERT = concat!("INSERT INTO reference_snapshot (", snapshot_columns!(), ") VALUES ($1, $2, $3, $4)");
    BLOB_PUT = "INSERT INTO reference_blob (sha256, bytes) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING";
    TABLE_PUT = "INSERT INTO reference_snapshot_table (version, name, sha256) VALUES ($1, $2, $3)";
    LATEST = concat!("SELECT ", snapshot_columns!(), " FROM reference_snapshot ORDER BY version DESC LIMIT 1");
    ONE = concat!("SELECT ", snapshot_columns!(), " FROM reference_snapshot WHERE version = $1");
    LIST = concat!("SELECT ", snapshot_columns!(), " FROM reference_snapshot ORDER BY version DESC LIMIT $1");
    TABLES = "SELECT name, sha256 FROM reference_snapshot_table WHERE version = $1 ORDER BY name";
    BYTES = "SELECT bytes FROM reference_blob WHERE sha256 = $1";
}

/// Adds a snapshot of these tables (name and bytes) and returns its version; unchanged tables take no space.
///
/// Two imports at once: the second one's version is taken, and it fails whole.
pub fn add(
    tx: &mut dyn Tx,
    tables: &[(String, Vec<u8>)],
    label: &str,
    actor: &str,
    now: Timestamp,
) -> Result<u32, Fault> {
    let version: u32 = tx.query_opt(NEXT, &[])?.map_or(Ok(1), Row::only)?;
    tx.execute(INSERT, params![version, label, actor, now])?;
    for (name, bytes) in tables {
        let sha256 = hex::encode(Sha256::digest(bytes));
        tx.execute(BLOB_PUT, params![&sha256, bytes])?;
        tx.execute(TABLE_PUT, params![version, name, sha256])?;
    }
    Ok(version)
}

/// The newest snapshot.
pub fn latest(tx: &mut dyn Tx) -> Result<Option<Snapshot>, Fault> {
    optional(tx.query_opt(LATEST, &[])?)
}

/// One snapshot.
pub fn one(tx: &mut dyn Tx, version: u32) -> Result<Option<Snapshot>, Fault> {
    optional(tx.query_opt(ONE, params![version])?)
}

/// Snapshots, newest first.
pub fn list(tx: &mut dyn Tx, limit: u32) -> Result<Vec<Snapshot>, Fault> {
    all(tx.query(LIST, params![limit])?)
}

/// Tables of a snapshot, by name.
pub fn tables(tx: &mut dyn Tx, version: u32) -> Result<Vec<Table>, Fault> {
    let table = |row: Row| {
        let mut cells = row.cells();
        Ok(Table { name: cells.take()?, sha256: cells.take()? })
    };
    tx.query(TABLES, params![version])?.into_iter().map(table).collect()
}

/// The bytes of a table; bytes that no longer have their hash are a fault.
pub fn bytes(tx: &mut dyn Tx, sha256: &str) -> Result<Option<Vec<u8>>, Fault> {
    let Some(row) = tx.query_opt(BYTES, params![sha256])? else { return Ok(None) };
    let bytes: Vec<u8> = row.only()?;
    if hex::encode(Sha256::digest(&bytes)) == sha256 {
        return Ok(Some(bytes));
    }
    Err(Fault::Value(format!("reference table {sha256} does not have its hash")))
}
