//! Receipt (2000), SPPB (2003), SPJM (2005) and the receipt of supporting documents (2009).

use jiff::civil::{Date, DateTime};
use kernel::{Dec4, Rupiah, Text};
use serde::{Deserialize, Serialize};

use super::{Acuan, Kemasan, Kop, Pejabat, Pengangkutan, PetiKemas};

/// Respons penerimaan: the declaration has arrived and passed validation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Penerimaan {
    /// Letterhead.
    pub kop: Kop,
    /// The declaration.
    pub acuan: Acuan,
    /// Local moment of receipt.
    pub waktu_terima: DateTime,
    /// Goods lines.
    pub jumlah_barang: u32,
    /// Customs value.
    pub nilai_pabean: Rupiah,
    /// Levies to be paid.
    pub total_dibayar: Rupiah,
    /// What happens next and who must act.
    pub langkah_berikut: Text,
}

impl Penerimaan {
    /// Kind of letter.
    pub const JENIS: &'static str = "PENERIMAAN";
}

/// Surat Persetujuan Pengeluaran Barang: the goods may leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sppb {
    /// Letterhead.
    pub kop: Kop,
    /// The declaration, with its registration number.
    pub acuan: Acuan,
    /// Transport and storage.
    pub pengangkutan: Pengangkutan,
    /// Packages.
    pub kemasan: Vec<Kemasan>,
    /// Containers.
    #[serde(default)]
    pub peti_kemas: Vec<PetiKemas>,
    /// Gross weight, kg.
    pub berat_kotor: Dec4,
    /// Net weight, kg.
    pub berat_bersih: Dec4,
    /// Notes for the gate; may be empty.
    #[serde(default)]
    pub catatan: Vec<String>,
    /// Signing officer; none for the system.
    #[serde(default)]
    pub pejabat: Option<Pejabat>,
}

impl Sppb {
    /// Kind of letter.
    pub const JENIS: &'static str = "SPPB";
}

/// Surat Pemberitahuan Jalur Merah: physical inspection, with what is due when (rules 1.8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Spjm {
    /// Letterhead.
    pub kop: Kop,
    /// The declaration, with its registration number.
    pub acuan: Acuan,
    /// Transport and storage.
    pub pengangkutan: Pengangkutan,
    /// Packages.
    pub kemasan: Vec<Kemasan>,
    /// Containers.
    #[serde(default)]
    pub peti_kemas: Vec<PetiKemas>,
    /// Last local moment for the supporting documents.
    pub batas_dokumen: DateTime,
    /// Last local moment for the notice that the goods are ready.
    pub batas_kesiapan: DateTime,
    /// What happens when these pass.
    pub akibat: Text,
    /// Signing officer; none for the system.
    #[serde(default)]
    pub pejabat: Option<Pejabat>,
}

impl Spjm {
    /// Kind of letter.
    pub const JENIS: &'static str = "SPJM";
}

/// Receipt of supporting documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TandaTerimaDokap {
    /// Letterhead.
    pub kop: Kop,
    /// The declaration.
    pub acuan: Acuan,
    /// Who handed the documents in.
    pub penyerah: String,
    /// Local moment of receipt.
    pub waktu_terima: DateTime,
    /// Documents.
    pub dokumen: Vec<DokumenDiterima>,
}

impl TandaTerimaDokap {
    /// Kind of letter.
    pub const JENIS: &'static str = "DOKAP";
}

/// One received document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DokumenDiterima {
    /// Kind, code and name.
    pub jenis: String,
    /// Number.
    pub nomor: String,
    /// Date, if known.
    #[serde(default)]
    pub tanggal: Option<Date>,
    /// File name; empty when handed in on paper.
    #[serde(default)]
    pub berkas: String,
    /// SHA-256 of the file, hex; empty when handed in on paper.
    #[serde(default)]
    pub sidik: String,
}
