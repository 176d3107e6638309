//! The printed form BC 2.0 (PIB).

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::Rupiah;
use serde::{Deserialize, Serialize};

use super::{Kop, NomorTanggal};

/// The form: the document as it stands, the assessment, and the names of the codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FormulirBc20 {
    /// Letterhead. A draft leaves the verification code and the hash empty.
    pub kop: Kop,
    /// Not sent yet: the watermark `DRAF` is set on every sheet.
    pub draf: bool,
    /// Registration number and date, once there is one.
    #[serde(default)]
    pub pendaftaran: Option<NomorTanggal>,
    /// The document under CEISA's member names (h2h-api 2.1). A draft may hold anything: what is missing stays blank,
    /// what has the wrong shape is printed as it was typed.
    pub dokumen: serde_json::Value,
    /// Names of codes: list, then code, then name. Lists are called as in the reference tables: `negara`, `pelabuhan`,
    /// `tps`, `valuta`, `satuan`, `kemasan`, `kode_dokumen`, `fasilitas`, and the small lists such as `cara_angkut`.
    /// A code without a name is printed alone.
    #[serde(default)]
    pub nama: BTreeMap<String, BTreeMap<String, String>>,
    /// Totals of the assessment, one row for each levy and facility.
    #[serde(default)]
    pub pungutan: Vec<PungutanFormulir>,
    /// Customs value, CIF × NDPBM; none while it cannot be computed.
    #[serde(default)]
    pub nilai_pabean: Option<Rupiah>,
    /// Billing code, 15 digits.
    #[serde(default)]
    pub kode_billing: String,
    /// Receipt number of the payment, once paid, with its date.
    #[serde(default)]
    pub ntpn: Option<NomorTanggal>,
    /// Guarantee.
    #[serde(default)]
    pub jaminan: Option<Jaminan>,
}

impl FormulirBc20 {
    /// Kind of form.
    pub const JENIS: &'static str = "BC20";
}

/// A total of one levy under one facility.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PungutanFormulir {
    /// Levy, for example `BM`.
    pub kode_jenis_pungutan: String,
    /// Facility `1` … `9` (rules 2.5).
    pub kode_fasilitas_tarif: String,
    /// Amount.
    pub nilai: Rupiah,
}

/// A guarantee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Jaminan {
    /// Kind, `1` … `8`.
    pub kode_jenis_jaminan: String,
    /// Number.
    pub nomor: String,
    /// Date.
    pub tanggal: Date,
    /// Amount.
    pub nilai: Rupiah,
    /// Guarantor.
    #[serde(default)]
    pub penjamin: String,
}
