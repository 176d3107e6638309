//! Import of reference tables: all files or none, a new version, an audit entry; a dry run shows the same report.

use std::collections::BTreeMap;
use std::sync::Arc;

use reference::{Diff, ImportError, Table, TableKind, diff, merge, parse, recognise, stored};
use serde::Serialize;
use store::audit::AuditEvent;
use store::{Fault, Tx};

use crate::{App, Error};

/// Most changed rows listed for one table.
const LISTED: usize = 20;

/// One file to import.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// File name, without folders.
    pub name: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// What an import does, or would do.
#[derive(Debug, Clone, Serialize)]
pub struct ImportReport {
    /// The new version; none in a dry run, when nothing changes, or when a file is refused.
    pub version: Option<u32>,
    /// File by file.
    pub tables: Vec<TableReport>,
}

/// What one file changes.
#[derive(Debug, Clone, Serialize)]
pub struct TableReport {
    /// File name.
    pub file: String,
    /// Table, when it was recognised.
    pub table: Option<TableKind>,
    /// Rows of the table afterwards.
    pub rows: usize,
    /// Row differences.
    pub diff: Diff,
    /// Everything wrong with the file.
    pub errors: Vec<ImportError>,
}

impl ImportReport {
    /// Whether any file was refused.
    pub fn refused(&self) -> bool {
        self.tables.iter().any(|t| !t.errors.is_empty())
    }
}

/// An import that was read and compared, and not yet written.
pub(crate) struct Prepared {
    /// What it would do.
    pub report: ImportReport,
    /// Version that it was compared with.
    base: u32,
    /// All tables of the new version.
    tables: Vec<(String, Vec<u8>)>,
    /// File names.
    label: String,
}

impl Prepared {
    /// Whether there is anything to write.
    pub fn changes(&self) -> bool {
        !self.report.refused() && self.report.tables.iter().any(|t| !t.diff.is_empty())
    }

    /// Writes the new version and its audit entry; `Conflict` when another import came between, and then nothing of it.
    pub fn write(&self, tx: &mut dyn Tx, app: &App, actor: &str) -> Result<u32, Error> {
        let now = app.now();
        if store::reference::latest(tx)?.map_or(0, |s| s.version) != self.base {
            return Err(Fault::conflict("referensi".to_owned()).into());
        }
        let version = store::reference::add(tx, &self.tables, &self.label, actor, now)?;
        let event = AuditEvent {
            id: app.id(),
            at: now,
            actor: actor.to_owned(),
            kind: "referensi.impor".into(),
            subject: "referensi".into(),
            body: serde_json::to_string(&self.report).map_err(|e| Error::Broken(e.to_string()))?,
            company_id: None,
        };
        store::audit::append(tx, &event)?;
        Ok(version)
    }
}

/// Reads files and compares them with the reference data in force.
pub(crate) fn prepare(app: &App, files: &[Incoming]) -> Result<Prepared, Error> {
    let (base, mut all) = app.db().read(|tx| {
        let version = store::reference::latest(tx)?.map_or(0, |s| s.version);
        let mut blobs = BTreeMap::new();
        for table in store::reference::tables(tx, version)? {
            let bytes = store::reference::bytes(tx, &table.sha256)?.unwrap_or_default();
            blobs.insert(table.name, bytes);
        }
        Ok::<_, Error>((version, blobs))
    })?;
    let mut fresh: BTreeMap<TableKind, Vec<u8>> = BTreeMap::new();
    let tables = files.iter().map(|file| one(file, &all, &mut fresh)).collect();
    all.extend(fresh.into_iter().map(|(kind, bytes)| (kind.name().to_owned(), bytes)));
    let label =
        files.iter().map(|f| f.name.as_str()).collect::<Vec<_>>().join(", ").chars().take(500).collect::<String>();
    Ok(Prepared { report: ImportReport { version: None, tables }, base, tables: all.into_iter().collect(), label })
}

/// Imports files into a new version of the reference data in one transaction; with `dry_run` nothing is written.
pub fn import(app: &App, files: &[Incoming], actor: &str, dry_run: bool) -> Result<ImportReport, Error> {
    let prepared = Arc::new(prepare(app, files)?);
    let mut version = None;
    if !dry_run && prepared.changes() {
        let (at, kept, by) = (app.clone(), Arc::clone(&prepared), actor.to_owned());
        version = Some(app.db().write(move |tx| kept.write(tx, &at, &by))?);
        app.current().refresh();
    }
    Ok(ImportReport { version, ..prepared.report.clone() })
}

/// Reads, merges and compares one file; a good one joins `fresh`.
fn one(file: &Incoming, old: &BTreeMap<String, Vec<u8>>, fresh: &mut BTreeMap<TableKind, Vec<u8>>) -> TableReport {
    let mut report =
        TableReport { file: file.name.clone(), table: None, rows: 0, diff: Diff::default(), errors: Vec::new() };
    let kind = match recognise(&file.name, &file.bytes) {
        Ok(kind) => kind,
        Err(error) => {
            report.errors.push(*error);
            return report;
        }
    };
    report.table = Some(kind);
    let merged = (|| {
        let bytes = fresh.get(&kind).or_else(|| old.get(kind.name()));
        let before = bytes.map_or_else(|| Ok(Table::empty(kind)), |bytes| stored(kind, bytes))?;
        let after = merge(&before, &parse(kind, &file.bytes)?, kind.default_mode())?;
        Ok((diff(&before, &after, LISTED), after))
    })();
    match merged {
        Ok((diff, after)) => {
            report.diff = diff;
            report.rows = after.len();
            fresh.insert(kind, after.canonical());
        }
        Err(errors) => report.errors = errors,
    }
    report
}

/// The starter pack, ready to import.
pub fn starter() -> Vec<Incoming> {
    let files = reference::starter::FILES.iter();
    files.map(|(name, bytes)| Incoming { name: (*name).to_owned(), bytes: bytes.to_vec() }).collect()
}
