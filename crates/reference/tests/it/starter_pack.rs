//! The starter pack of this repository imports whole.

use std::collections::BTreeMap;
use std::path::Path;

use reference::{Snapshot, Table, TableKind, parse, recognise};

/// The tables of the starter pack.
pub fn starter() -> BTreeMap<TableKind, Table> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../reference");
    let mut tables = BTreeMap::new();
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|e| e != "csv") {
            continue;
        }
        let (name, bytes) = (path.display().to_string(), std::fs::read(&path).unwrap());
        let kind = recognise(&name, &bytes).unwrap_or_else(|e| panic!("{name}: {e}"));
        let table = parse(kind, &bytes).unwrap_or_else(|e| panic!("{name}: {}", crate::lines(&e)));
        assert!(tables.insert(kind, table).is_none(), "{name}: second file for {kind}");
    }
    tables
}

#[test]
fn every_file_is_recognised_and_good() {
    let blobs: BTreeMap<TableKind, Vec<u8>> = starter().into_iter().map(|(k, t)| (k, t.canonical())).collect();
    let snapshot = Snapshot::build(1, &blobs).unwrap();
    for kind in [TableKind::Parameter, TableKind::Kode, TableKind::Kurs, TableKind::Tarif, TableKind::Kantor] {
        assert!(snapshot.has(kind), "no rows of {kind}");
    }
}
