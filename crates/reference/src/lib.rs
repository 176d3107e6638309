//! Reference data: dated tables, imported from CSV, frozen into numbered snapshots that decisions name.
//!
//! A table's content is one canonical CSV text, named by its SHA-256 ([`ContentHash`]). A snapshot is a version number
//! and a list of such contents. This crate is pure: bytes in, tables, errors and look-ups out. A store keeps the bytes.
//!
//! ```text
//! file ──recognise──▶ TableKind ──parse──▶ Table ──merge(old)──▶ Table ──canonical──▶ bytes, ContentHash
//!                                                      └─diff(old)──▶ what changes
//! {TableKind → bytes} ──Snapshot::build──▶ Snapshot ──kantor, kurs, tarif, kode, search…
//! ```

mod cell;
mod check;
mod decode;
mod diff;
mod error;
mod fold;
mod hs;
mod hs_index;
mod hs_search;
mod index;
mod kind;
mod kurs;
mod lists;
mod merge;
mod parameter;
mod recognise;
mod registry;
mod schema;
mod search;
mod snapshot;
pub mod starter;
mod table;
mod tarif;

pub use decode::{MAX_BYTES, MAX_ROWS, parse, stored};
pub use diff::{CellDiff, Diff, DiffKind, RowDiff, diff};
pub use error::{ImportError, MAX_ERRORS};
pub use hs::{HsHit, HsText};
pub use hs_search::Lang;
pub use kind::{MergeMode, NoSuchTable, TableKind};
pub use kurs::Kurs;
pub use lists::{
    Dokumen, Freight, FtaSkema, Kantor, Kemasan, KodeKecil, Libur, Negara, Pelabuhan, Satuan, Tps, Valuta,
};
pub use merge::merge;
pub use parameter::Parameter;
pub use recognise::recognise;
pub use schema::{Column, Need, Schema, Shape};
pub use search::{Hit, MAX_HITS};
pub use snapshot::{Snapshot, SnapshotError};
pub use table::{Berlaku, ContentHash, Row, Table};
pub use tarif::{PphKelas, Preferensi, Rate, Short, TarifLine};
