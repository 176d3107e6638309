//! The BC 2.0 document: every field of h2h-api 2.1 and portal 4, under CEISA's JSON names.

mod barang;
mod field;
mod pib;
mod read;
mod section;

pub use barang::{Barang, BarangDokumen, BarangPemilik, BarangSpekKhusus, BarangTarif, BarangVd};
pub use field::{AnyField, Field};
pub use pib::{Dokumen, Entitas, Jaminan, Kemasan, KomponenBiaya, Kontainer, Pengangkut, Pib, Pungutan};
pub use section::{Path, Section, Visit, split_list_step};
