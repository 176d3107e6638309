//! Decisions of the document officer: SPTNP (2026), NPD (2015) and SPBL (2013).

use jiff::civil::{Date, DateTime};
use kernel::{Dec2, Rupiah, Text};
use serde::{Deserialize, Serialize};

use super::{Acuan, Kop, Pejabat};

/// Tariff and value of a goods line, as declared or as determined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Semula {
    /// HS, 8 digits.
    pub pos_tarif: String,
    /// Duty rate in words: `5 %`, `Rp450/kg`.
    pub tarif_bm: String,
    /// CIF in the declaration's currency.
    pub cif: Dec2,
}

/// One goods line of a determination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BarangSptnp {
    /// Line number from 1.
    pub seri: u32,
    /// Description.
    pub uraian: String,
    /// As declared.
    pub diberitahukan: Semula,
    /// As determined.
    pub ditetapkan: Semula,
    /// Why.
    pub alasan: String,
}

/// One levy, declared and determined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SelisihPungutan {
    /// Name of the levy.
    pub uraian: String,
    /// As declared.
    pub diberitahukan: Rupiah,
    /// As determined.
    pub ditetapkan: Rupiah,
    /// Short when above zero, overpaid when below.
    pub selisih: Rupiah,
}

/// The fine for an under-declared value (rules 2.6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Denda {
    /// Shortage of duty that is fined.
    pub kekurangan_bm: Rupiah,
    /// Duty paid already for the fined goods.
    pub bm_dibayar: Rupiah,
    /// Shortage as percent of the duty paid; none when nothing had been paid.
    #[serde(default)]
    pub persen_kekurangan: Option<Dec2>,
    /// Tier: percent of the shortage.
    pub persen_denda: Dec2,
    /// Fine.
    pub nilai: Rupiah,
    /// Legal basis.
    pub dasar_hukum: String,
}

/// Surat Penetapan Tarif dan/atau Nilai Pabean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sptnp {
    /// Letterhead.
    pub kop: Kop,
    /// The declaration, with its registration number.
    pub acuan: Acuan,
    /// Currency of the declaration.
    pub valuta: String,
    /// Tax exchange rate, formatted from text such as `16321.00`.
    pub ndpbm: String,
    /// Goods determined otherwise.
    pub barang: Vec<BarangSptnp>,
    /// Levies.
    pub pungutan: Vec<SelisihPungutan>,
    /// Fine; none for a mere reclassification.
    #[serde(default)]
    pub denda: Option<Denda>,
    /// To be paid when above zero, to be refunded when below.
    pub total: Rupiah,
    /// Last day to pay or to object.
    pub jatuh_tempo: Date,
    /// Days from the letter to that day (parameter `sptnp.hari`).
    pub tenggat_hari: u32,
    /// Interest for each month of delay, percent (parameter `bunga.persen`).
    pub bunga_persen: Dec2,
    /// Most months of interest (parameter `bunga.bulan_maks`).
    pub bunga_bulan_maks: u32,
    /// Billing code, 15 digits; none when nothing is due.
    #[serde(default)]
    pub kode_billing: Option<String>,
    /// Legal basis of the determination.
    pub dasar_hukum: String,
    /// Signing officer; none for the system.
    #[serde(default)]
    pub pejabat: Option<Pejabat>,
}

impl Sptnp {
    /// Kind of letter.
    pub const JENIS: &'static str = "SPTNP";
}

/// One thing asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Permintaan {
    /// Document or datum.
    pub jenis: String,
    /// What exactly, and for which goods.
    pub uraian: String,
}

/// Nota Permintaan Data dan/atau Dokumen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Npd {
    /// Letterhead.
    pub kop: Kop,
    /// The declaration, with its registration number.
    pub acuan: Acuan,
    /// Why it is asked.
    pub alasan: String,
    /// What is asked.
    pub permintaan: Vec<Permintaan>,
    /// Last local moment of the answer.
    pub batas: DateTime,
    /// What happens without an answer.
    pub akibat: Text,
    /// Signing officer; none for the system.
    #[serde(default)]
    pub pejabat: Option<Pejabat>,
}

impl Npd {
    /// Kind of letter.
    pub const JENIS: &'static str = "NPD";
}

/// A goods line under prohibition or restriction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BarangLarangan {
    /// Line number from 1.
    pub seri: u32,
    /// HS, 8 digits.
    pub pos_tarif: String,
    /// Description.
    pub uraian: String,
    /// The rule that restricts it.
    pub ketentuan: String,
    /// Licence that is missing.
    pub izin: String,
    /// Who issues the licence; may be empty.
    #[serde(default)]
    pub penerbit: String,
}

/// Surat Penetapan Barang Larangan dan/atau Pembatasan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Spbl {
    /// Letterhead.
    pub kop: Kop,
    /// The declaration, with its registration number.
    pub acuan: Acuan,
    /// Goods.
    pub barang: Vec<BarangLarangan>,
    /// What the importer may do, one line each.
    pub tindak_lanjut: Vec<String>,
    /// Last day to object; none when the letter sets none.
    #[serde(default)]
    pub batas: Option<Date>,
    /// Signing officer; none for the system.
    #[serde(default)]
    pub pejabat: Option<Pejabat>,
}

impl Spbl {
    /// Kind of letter.
    pub const JENIS: &'static str = "SPBL";
}
