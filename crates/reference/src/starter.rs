//! The starter pack of the repository, carried inside the program so that a trial needs no installation.

use std::collections::BTreeMap;

use crate::{Snapshot, TableKind, parse, recognise};

macro_rules! pack {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../reference/", $name)))),*]
    };
}

/// File name and content of each table.
pub const FILES: &[(&str, &[u8])] = pack![
    "fta_skema.csv",
    "kantor_pabean.csv",
    "kemasan.csv",
    "kode_dokumen.csv",
    "kode_kecil.csv",
    "kurs.csv",
    "libur.csv",
    "negara.csv",
    "parameter.csv",
    "pelabuhan.csv",
    "pelabuhan_dunia.csv",
    "preferensi.csv",
    "satuan.csv",
    "tarif.csv",
    "tps.csv",
    "uraian_tarif.csv",
    "valuta.csv",
];

/// The pack as a snapshot, without a database.
pub fn snapshot() -> Result<Snapshot, String> {
    let mut blobs: BTreeMap<TableKind, Vec<u8>> = BTreeMap::new();
    for (name, bytes) in FILES {
        let kind = recognise(name, bytes).map_err(|e| format!("{name}: {}", e.to_text().id))?;
        let table = parse(kind, bytes).map_err(|errors| {
            format!("{name}: {}", errors.first().map(|e| e.to_text().id.into_owned()).unwrap_or_default())
        })?;
        blobs.insert(kind, table.canonical());
    }
    Snapshot::build(0, &blobs).map_err(|e| e.to_string())
}
