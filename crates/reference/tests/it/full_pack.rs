//! A pack of full size, where there is one: `PABEAN_FULL_PACK`, else beside the repository.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use kernel::Date;
use reference::{Lang, Snapshot, Table, TableKind, diff, merge, parse, recognise};

use crate::starter_pack::starter;

/// The CSV files of the pack by name; `None` where there is no pack.
fn pack() -> Option<BTreeMap<String, Vec<u8>>> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/reference/pack");
    let folder = std::env::var_os("PABEAN_FULL_PACK").map_or_else(beside, PathBuf::from);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: no full pack at {} (set PABEAN_FULL_PACK)", folder.display());
        return None;
    };
    let files = entries.map(|e| e.unwrap().path()).filter(|p| p.extension().is_some_and(|e| e == "csv"));
    Some(files.map(|p| (p.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(p).unwrap())).collect())
}

fn imported(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<TableKind, Table> {
    let mut tables = BTreeMap::new();
    for (name, bytes) in files {
        let kind = recognise(name, bytes).unwrap_or_else(|e| panic!("{name}: {e}"));
        let table = parse(kind, bytes).unwrap_or_else(|e| panic!("{name} ({kind}): {}", crate::lines(&e)));
        assert!(tables.insert(kind, table).is_none(), "{name}: second file for {kind}");
    }
    tables
}

fn snapshot() -> Option<Snapshot> {
    let blobs: BTreeMap<TableKind, Vec<u8>> = imported(&pack()?).into_iter().map(|(k, t)| (k, t.canonical())).collect();
    Some(Snapshot::build(1, &blobs).unwrap())
}

const DAY: Date = Date::constant(2026, 11, 18);

#[test]
fn every_file_imports_whole() {
    let Some(files) = pack() else { return };
    let start = Instant::now();
    let tables = imported(&files);
    println!("parse of {} files: {:?}", files.len(), start.elapsed());
    assert_eq!(tables.len(), files.len());
    for (name, bytes) in &files {
        let kind = recognise(name, bytes).unwrap();
        let rows = csv::Reader::from_reader(&bytes[..]).records().count();
        assert_eq!(tables[&kind].len(), rows, "{name}");
        let canonical = tables[&kind].canonical();
        assert_eq!(parse(kind, &canonical).unwrap(), tables[&kind], "{name}");
    }
    assert_eq!(tables[&TableKind::Tarif].len(), 11_552);
    assert_eq!(tables[&TableKind::Unlocode].len(), 38_043);
}

#[test]
fn it_imports_over_the_starter_pack() {
    let Some(files) = pack() else { return };
    let mut tables = starter();
    let start = Instant::now();
    for (kind, new) in imported(&files) {
        let old = tables.remove(&kind).unwrap_or_else(|| Table::empty(kind));
        let merged = merge(&old, &new, kind.default_mode()).unwrap_or_else(|e| panic!("{kind}: {}", crate::lines(&e)));
        let diff = diff(&old, &merged, 3);
        println!("{kind}: +{} -{} ~{}", diff.added, diff.removed, diff.changed);
        tables.insert(kind, merged);
    }
    println!("parse, merge, diff: {:?}", start.elapsed());
    let blobs: BTreeMap<TableKind, Vec<u8>> = tables.into_iter().map(|(k, t)| (k, t.canonical())).collect();
    let snapshot = Snapshot::build(2, &blobs).unwrap();
    assert_eq!(snapshot.table(TableKind::Tarif).len(), 11_552);
    assert!(snapshot.has_list("akun"), "small lists that the pack does not have stay");
}

#[test]
fn a_snapshot_of_full_size_answers() {
    let Some(files) = pack() else { return };
    let blobs: BTreeMap<TableKind, Vec<u8>> =
        imported(&files).into_iter().map(|(kind, table)| (kind, table.canonical())).collect();
    let start = Instant::now();
    let snapshot = Snapshot::build(7, &blobs).unwrap();
    println!("snapshot: {:?}", start.elapsed());
    let start = Instant::now();
    snapshot.prepare_search();
    println!("word index: {:?}", start.elapsed());

    assert_eq!(snapshot.kantor("040300").unwrap().nama(), "KPU TANJUNG PRIOK");
    assert_eq!(snapshot.tarif("61091010", DAY).unwrap().bm.to_string(), "25%");
    assert_eq!(snapshot.tarif("10063099", DAY).unwrap().bm.to_string(), "Rp450/KGM");
    assert_eq!(snapshot.kode("fasilitas_impor", "6", DAY).unwrap().kode(), "06");
    assert_eq!(snapshot.fta_skema("06").unwrap().skema(), "ATIGA");
    assert!(snapshot.is_holiday(Date::constant(2026, 8, 17)));
    let yen = snapshot.kurs("JPY", Date::constant(2018, 3, 22)).unwrap();
    assert_eq!((yen.satuan, yen.nilai * kernel::Decimal::ONE_HUNDRED), (100, yen.tercetak));

    let lookups = 100_000;
    let start = Instant::now();
    let found = (0..lookups).filter(|_| snapshot.kode("cara_bayar", std::hint::black_box("1"), DAY).is_some()).count();
    println!("small list look-up: {:?} each", start.elapsed() / lookups);
    assert_eq!(u32::try_from(found), Ok(lookups));
    let start = Instant::now();
    let found = (0..lookups).filter(|_| snapshot.tarif(std::hint::black_box("61091010"), DAY).is_some()).count();
    println!("tariff look-up: {:?} each", start.elapsed() / lookups);
    assert_eq!(u32::try_from(found), Ok(lookups));
    let start = Instant::now();
    let hits = snapshot.search(TableKind::Pelabuhan, "", "tanjung pr", 10);
    println!("place search: {:?}", start.elapsed());
    assert_eq!(hits[0].kode, "IDTPP");
}

#[test]
fn tariff_search_is_quick_and_ranked() {
    let Some(snapshot) = snapshot() else { return };
    snapshot.prepare_search();
    let mut slowest = std::time::Duration::ZERO;
    for query in [
        "beras",
        "kuda bibit",
        "laptop",
        "8471",
        "0101.2",
        "t-shirt kapas",
        "notebook computer",
        "sepatu olahraga",
        "mesin",
        "ran",
        "a",
        "lain lain",
        "komputr",
        "motor car diesel 8703",
        "baju kaos katun",
        "frozen shrimp",
        "gandum",
    ] {
        let start = Instant::now();
        let hits = snapshot.search_hs(query, Lang::Id, 10, DAY);
        let took = start.elapsed();
        slowest = slowest.max(took);
        println!("\n{query}: {took:?}");
        for hit in hits.iter().take(5) {
            println!("  {} {} [{}]", hit.hs8, hit.context().id, hit.tarif.summary().id);
        }
    }
    println!("slowest search: {slowest:?}");
}
