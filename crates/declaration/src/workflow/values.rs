//! What commands bring and events keep.

use jiff::civil::Date;
use kernel::{KodeBilling, KodeKantor, NomorDaftar, Npwp, Ntpn, Rupiah, Text, Timestamp};
use serde::{Deserialize, Serialize};

/// Class of the importer, as the registry knows it on the day of sending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kelas {
    /// Neither of the others.
    #[default]
    Umum,
    /// Main partner of customs.
    Mita,
    /// Authorised economic operator.
    Aeo,
}

impl Kelas {
    /// AEO and MITA: numbered without storage, green by default (rules 1.6, 1.7).
    pub const fn is_priority(self) -> bool {
        matches!(self, Self::Mita | Self::Aeo)
    }
}

/// Channel of a numbered declaration (rules 1.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Jalur {
    /// Released at once, documents researched afterwards.
    Hijau,
    /// Documents before release; legacy, off by default.
    Kuning,
    /// Inspection and documents before release.
    Merah,
}

/// What is sent, as far as the workflow needs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Berkas {
    /// Office.
    pub kantor: KodeKantor,
    /// Importer, who must be the payer.
    pub npwp: Npwp,
    /// Class of the importer.
    #[serde(default)]
    pub kelas: Kelas,
}

/// INSW's decision on lartas (rules 1.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "hasil", rename_all = "snake_case")]
pub enum HasilLartas {
    /// Not restricted, or the licence matched.
    Sesuai,
    /// Restricted and the licence is missing.
    Dikembalikan {
        /// One line a licence.
        alasan: Vec<String>,
    },
    /// A customs officer has to look.
    PerluPenelitian {
        /// Why.
        alasan: Vec<String>,
    },
}

/// How the levies of an accepted declaration are settled (rules 1.14, 1.16).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kewajiban {
    /// To be paid now.
    pub bayar: Rupiah,
    /// Paid with the month's other declarations: no billing now.
    #[serde(default)]
    pub berkala: bool,
    /// Something is guaranteed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jaminan: Option<Jaminan>,
}

/// A guarantee.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jaminan {
    /// Number of its receipt (BPJ) when the treasury already has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bpj: Option<String>,
}

/// What a billing code pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Untuk {
    /// The declaration itself (letter 2020).
    Pib,
    /// Its SPTNP (letter 2028).
    Sptnp,
    /// What a granted amendment adds to the levies (letter 2020).
    Perbaikan,
}

/// State of a billing request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatusBilling {
    /// Asked for, no code yet.
    Diminta,
    /// MPN refused to make one.
    Gagal,
    /// Can be paid.
    Aktif,
    /// Its time is over.
    Kedaluwarsa,
    /// Withdrawn.
    Dibatalkan,
    /// Paid.
    Lunas,
}

/// One request for a billing code and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Billing {
    /// What it pays.
    pub untuk: Untuk,
    /// Place among all requests of this declaration, from 1: part of the request's idempotency key.
    pub urutan: u32,
    /// Amount.
    pub nilai: Rupiah,
    /// State.
    pub status: StatusBilling,
    /// When its state last changed.
    pub sejak: Timestamp,
    /// Code, once made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kode: Option<KodeBilling>,
    /// Last instant of validity, once made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sampai: Option<Timestamp>,
}

/// A payment as the collecting agent reports it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pembayaran {
    /// Code that was paid.
    pub kode_billing: KodeBilling,
    /// The state's receipt number; two reports with the same number are one payment.
    pub ntpn: Ntpn,
    /// The bank's own number.
    #[serde(default)]
    pub ntb: String,
    /// Collecting agent.
    #[serde(default)]
    pub bank: String,
    /// Paid amount.
    pub nilai: Rupiah,
    /// Payer.
    pub npwp: Npwp,
    /// When the bank booked it.
    pub waktu_bayar: Timestamp,
}

/// One key on which declaration and manifest differ (rules 1.6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selisih {
    /// Name of the key.
    pub kunci: String,
    /// What differs, for the declarant.
    pub uraian: Text,
    /// As declared.
    #[serde(default)]
    pub dinyatakan: String,
    /// As in the manifest.
    #[serde(default)]
    pub tercatat: String,
}

/// The registration number and what follows from its date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pendaftaran {
    /// Six digits, per office and year.
    pub nomor: NomorDaftar,
    /// Date of registration at the office.
    pub tanggal: Date,
    /// Last day of a determination (UU art. 16).
    pub batas_penetapan: Date,
}

/// A question that halts the examination.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tanya {
    /// Request for data or documents.
    Npd,
    /// Request to prove the value; answered by a DNP.
    Inp,
    /// Note on restricted goods.
    Npbl,
    /// Question to enforcement about a mismatch.
    P2,
    /// Sample at the laboratory.
    Lab,
}

/// How much is opened (rules 1.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tingkat {
    /// 10 %, at least 2 packages.
    SepuluhPersen,
    /// 30 %, at least 2 packages.
    TigaPuluhPersen,
    /// Everything.
    Mendalam,
}

/// One amount of an SPTNP; negative when too much was paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RincianPenetapan {
    /// Levy, interest or fine.
    pub kode: String,
    /// Difference to what was declared.
    pub nilai: Rupiah,
}

/// One datum that an amendment changes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Perubahan {
    /// Where, as in findings.
    pub pointer: String,
    /// Before; empty for what is new.
    #[serde(default)]
    pub semula: String,
    /// After; empty for what is taken out.
    #[serde(default)]
    pub menjadi: String,
}

/// What an amendment does to the levies; both are zero or more, since one levy may rise while another falls.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Akibat {
    /// To be paid in addition.
    pub kurang: Rupiah,
    /// Paid too much.
    pub lebih: Rupiah,
}

/// Where a request to amend stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeadaanPerbaikan {
    /// Granted; the additional levies are to be paid first.
    Disetujui,
    /// In force: the document with the changes is the document.
    Berlaku,
    /// Refused, or void because of what happened meanwhile.
    Ditolak,
}

/// Why a billing code can no longer be paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SebabBilling {
    /// Not paid in time.
    Kedaluwarsa,
    /// Withdrawn on request.
    Dibatalkan,
    /// Another code of the same debt was paid.
    Digantikan,
}

/// Why a document was rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SebabTolak {
    /// The validation found faults.
    Validasi,
    /// The NPBL was not answered in time.
    NpblDitutup,
}

/// Why a document is in the archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SebabArsip {
    /// The process is complete.
    Selesai,
    /// Nobody continued it.
    TidakDilanjutkan,
}

/// Which deadline an alarm is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pantauan {
    /// The step itself.
    Tahap,
    /// An NHI hold.
    Nhi,
    /// An undecided cancellation.
    Pembatalan,
    /// The billing of an SPTNP or of an amendment.
    Billing,
    /// An undecided amendment.
    Perbaikan,
}
