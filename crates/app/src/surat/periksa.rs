//! Physical inspection: instruction (2066), minutes (2008) and report (2007).

use jiff::civil::DateTime;
use kernel::Dec4;
use serde::{Deserialize, Serialize};

use super::{Acuan, Kop, NomorTanggal, Pejabat, Pengangkutan, PetiKemas};

/// A goods line in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BarangRingkas {
    /// Line number from 1.
    pub seri: u32,
    /// HS, 8 digits.
    pub pos_tarif: String,
    /// Description.
    pub uraian: String,
    /// Quantity.
    pub jumlah: Dec4,
    /// Unit, code or name.
    pub satuan: String,
}

/// Instruksi Pemeriksaan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Ip {
    /// Letterhead.
    pub kop: Kop,
    /// The declaration, with its registration number.
    pub acuan: Acuan,
    /// Transport and storage.
    pub pengangkutan: Pengangkutan,
    /// Inspectors named.
    pub pemeriksa: Vec<Pejabat>,
    /// Level in words: `30 %`, `Mendalam`.
    pub tingkat: String,
    /// Where.
    pub lokasi: String,
    /// Packages to open, in words.
    pub kemasan_dibuka: String,
    /// Containers to open.
    #[serde(default)]
    pub peti_kemas: Vec<PetiKemas>,
    /// Goods declared.
    pub barang: Vec<BarangRingkas>,
    /// A sample must be taken.
    #[serde(default)]
    pub ambil_contoh: bool,
    /// What to watch; may be empty.
    #[serde(default)]
    pub perhatian: Vec<String>,
    /// Who instructs; none for the system.
    #[serde(default)]
    pub pejabat: Option<Pejabat>,
}

impl Ip {
    /// Kind of letter.
    pub const JENIS: &'static str = "IP";
}

/// Someone present at the inspection for the importer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Saksi {
    /// Name.
    pub nama: String,
    /// Capacity.
    pub jabatan: String,
}

/// A container as the inspector met it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PetiKemasDiperiksa {
    /// 11 characters.
    pub nomor: String,
    /// Size in feet, as text.
    pub ukuran: String,
    /// Seal number; may be empty.
    #[serde(default)]
    pub segel: String,
    /// The seal was whole.
    pub segel_utuh: bool,
    /// The number is the declared one.
    pub sesuai: bool,
    /// Remark; may be empty.
    #[serde(default)]
    pub catatan: String,
}

/// Berita Acara Pemeriksaan Fisik.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Bap {
    /// Letterhead.
    pub kop: Kop,
    /// The declaration, with its registration number.
    pub acuan: Acuan,
    /// The instruction.
    pub ip: NomorTanggal,
    /// Where.
    pub lokasi: String,
    /// Local begin.
    pub mulai: DateTime,
    /// Local end.
    pub selesai: DateTime,
    /// Inspectors, who sign.
    pub pemeriksa: Vec<Pejabat>,
    /// Who was present for the importer, and signs; none when nobody came.
    #[serde(default)]
    pub saksi: Option<Saksi>,
    /// Level in words.
    pub tingkat: String,
    /// Containers opened.
    #[serde(default)]
    pub peti_kemas: Vec<PetiKemasDiperiksa>,
    /// Packages opened, in words.
    pub kemasan_dibuka: String,
    /// What was done and seen, one paragraph each.
    pub uraian: Vec<String>,
    /// Samples taken, in words; empty when none.
    #[serde(default)]
    pub contoh: String,
    /// Photographs taken.
    #[serde(default)]
    pub jumlah_foto: u32,
}

impl Bap {
    /// Kind of letter.
    pub const JENIS: &'static str = "BAP";
}

/// A goods line, declared and found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BarangLhp {
    /// Line number from 1; 0 for goods that were not declared.
    pub seri: u32,
    /// HS declared, 8 digits; may be empty.
    #[serde(default)]
    pub pos_tarif: String,
    /// Description declared.
    pub uraian: String,
    /// Description found; empty when the same.
    #[serde(default)]
    pub uraian_ditemukan: String,
    /// Quantity declared.
    pub jumlah: Dec4,
    /// Quantity found.
    pub jumlah_ditemukan: Dec4,
    /// Unit, code or name.
    pub satuan: String,
    /// Origin found; may be empty.
    #[serde(default)]
    pub negara_asal: String,
    /// Agrees with the declaration.
    pub sesuai: bool,
    /// Remark; may be empty.
    #[serde(default)]
    pub catatan: String,
}

/// Laporan Hasil Pemeriksaan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Lhp {
    /// Letterhead.
    pub kop: Kop,
    /// The declaration, with its registration number.
    pub acuan: Acuan,
    /// The instruction.
    pub ip: NomorTanggal,
    /// The minutes.
    pub bap: NomorTanggal,
    /// Where.
    pub lokasi: String,
    /// Local begin.
    pub mulai: DateTime,
    /// Local end.
    pub selesai: DateTime,
    /// Level in words.
    pub tingkat: String,
    /// Goods.
    pub barang: Vec<BarangLhp>,
    /// Everything agrees.
    pub sesuai: bool,
    /// Conclusion.
    pub kesimpulan: String,
    /// Samples taken, in words; empty when none.
    #[serde(default)]
    pub contoh: String,
    /// Photographs taken.
    #[serde(default)]
    pub jumlah_foto: u32,
    /// Inspectors, who sign.
    pub pemeriksa: Vec<Pejabat>,
}

impl Lhp {
    /// Kind of letter.
    pub const JENIS: &'static str = "LHP";
}
