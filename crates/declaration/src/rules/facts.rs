//! What the installation knows beyond the document: companies, blocks, powers of attorney, earlier documents, quotas.

use kernel::{Dec4, NomorAju};

/// Facts gathered by the application before the rules run; every `None` means «not known here» and silences the rules
/// that need it, so that a trial without a server still says all it can.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The company of `entitas` 1.
    pub importir: Option<CompanyFacts>,
    /// The company of `entitas` 4.
    pub ppjk: Option<CompanyFacts>,
    /// NPWP (16 digits) of the company that sends the document.
    pub pengirim_npwp: Option<String>,
    /// Whether the broker holds a power of attorney of the importer for this kind of document today.
    pub kuasa_berlaku: Option<bool>,
    /// Another live declaration that uses the same B/L or AWB number and date.
    pub bl_dipakai_oleh: Option<NomorAju>,
    /// Whether sample exchange rates are refused, as in every installation but a demo or a trial.
    pub kurs_contoh_ditolak: bool,
    /// Quota balances by licence number and HS code.
    pub kuota: Vec<QuotaFact>,
}

/// Standing of one company.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CompanyFacts {
    /// Registered with customs.
    pub terdaftar: bool,
    /// Registered name.
    pub nama: String,
    /// Reasons of open blocks; empty when not blocked.
    pub blokir: Vec<String>,
    /// NPWP active at the tax office.
    pub npwp_aktif: bool,
    /// NIB on record.
    pub nib: Option<String>,
    /// The NIB carries customs access.
    pub akses_kepabeanan: bool,
    /// `01` API-U, `02` API-P.
    pub kode_jenis_api: Option<String>,
}

/// Balance of a licence's quota.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotaFact {
    /// Number of the licence as in `dokumen.nomorDokumen`.
    pub nomor_dokumen: String,
    /// HS, 8 digits.
    pub pos_tarif: String,
    /// What is left, in the unit of the licence.
    pub saldo: Dec4,
}
