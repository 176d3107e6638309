//! Reference tables from file to look-up.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::missing_panics_doc,
    reason = "helpers of tests"
)]

mod errors;
mod full_pack;
mod merging;
mod properties;
mod searching;
mod snapshots;
mod starter_pack;

use std::collections::BTreeMap;

use kernel::Date;
use reference::{ImportError, Snapshot, Table, TableKind, parse};

/// The table of a small CSV text without a fault.
#[track_caller]
pub fn table(kind: TableKind, csv: &str) -> Table {
    parse(kind, csv.as_bytes()).unwrap_or_else(|e| panic!("{kind}: {}", lines(&e)))
}

/// The errors, one a line.
pub fn lines(errors: &[ImportError]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// A snapshot of small CSV texts.
#[track_caller]
pub fn snapshot(csvs: &[(TableKind, &str)]) -> Snapshot {
    let blobs: BTreeMap<TableKind, Vec<u8>> = csvs.iter().map(|(k, csv)| (*k, table(*k, csv).canonical())).collect();
    Snapshot::build(1, &blobs).unwrap()
}

/// `2026-11-18` as a date.
#[track_caller]
pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}
