//! Parts that many letters share, and the free letter.

use jiff::civil::{Date, DateTime};
use kernel::{Dec4, Text};
use serde::{Deserialize, Serialize};

/// The office's clock; letters print local time with this name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Zona {
    /// UTC+7.
    #[default]
    Wib,
    /// UTC+8.
    Wita,
    /// UTC+9.
    Wit,
}

/// Letterhead, number, verification and proof: the same on every letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Kop {
    /// Name of the installation, for example `Pabean`.
    pub instalasi: String,
    /// Name of the customs office.
    pub kantor: String,
    /// Office code, 6 digits.
    pub kode_kantor: String,
    /// Address line under the office; may be empty.
    #[serde(default)]
    pub alamat: String,
    /// Number of the letter as the app composed it, for example `000123/KBC.0403/2026`; empty when it has none.
    #[serde(default)]
    pub nomor: String,
    /// Local moment of issue; its day is the letter's date.
    pub waktu: DateTime,
    /// The clock of `waktu` and of every other moment in the letter.
    #[serde(default)]
    pub zona: Zona,
    /// Public address of the installation without a slash at the end; the QR leads to `/verifikasi/{code}` below it.
    pub base_url: String,
    /// Code of the public verification page; empty for a draft, which then bears no QR.
    #[serde(default)]
    pub kode_verifikasi: String,
    /// SHA-256 of the frozen document, 64 hex digits; empty for a draft.
    #[serde(default)]
    pub sidik: String,
}

/// A person or company.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Pihak {
    /// Name.
    pub nama: String,
    /// NPWP or another identity number; may be empty.
    #[serde(default)]
    pub identitas: String,
    /// Address; may be empty.
    #[serde(default)]
    pub alamat: String,
}

/// A number with its date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NomorTanggal {
    /// Number.
    pub nomor: String,
    /// Date, if known.
    #[serde(default)]
    pub tanggal: Option<Date>,
}

/// Which declaration a letter is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Acuan {
    /// 26 characters, ungrouped.
    pub nomor_aju: String,
    /// Date of the declaration.
    pub tanggal_aju: Date,
    /// Registration number and date, once there is one.
    #[serde(default)]
    pub pendaftaran: Option<NomorTanggal>,
    /// Importer.
    pub importir: Pihak,
    /// Broker who acts for the importer.
    #[serde(default)]
    pub ppjk: Option<Pihak>,
}

/// How the goods came and where they lie.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Pengangkutan {
    /// Vessel, aircraft or vehicle.
    pub sarana: String,
    /// Voyage, flight or plate number.
    #[serde(default)]
    pub nomor_voy: String,
    /// B/L or AWB.
    #[serde(default)]
    pub bl_awb: Option<NomorTanggal>,
    /// Manifest.
    #[serde(default)]
    pub bc11: Option<NomorTanggal>,
    /// Manifest position, 4 to 12 digits.
    #[serde(default)]
    pub pos: String,
    /// Storage place, code and name.
    #[serde(default)]
    pub tempat_penimbunan: String,
    /// Port of discharge, code and name.
    #[serde(default)]
    pub pelabuhan_bongkar: String,
}

/// A kind of package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Kemasan {
    /// Count.
    pub jumlah: Dec4,
    /// Kind, code and name.
    pub jenis: String,
    /// Marks; may be empty.
    #[serde(default)]
    pub merek: String,
}

/// A container.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PetiKemas {
    /// 11 characters.
    pub nomor: String,
    /// Size in feet, as text.
    pub ukuran: String,
    /// Type in words.
    #[serde(default)]
    pub tipe: String,
    /// FCL, LCL or empty, in words.
    #[serde(default)]
    pub muatan: String,
}

/// An officer who signs; a letter without one is signed by the system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Pejabat {
    /// Name.
    pub nama: String,
    /// Civil servant's number, 18 digits; may be empty.
    #[serde(default)]
    pub nip: String,
    /// Office held.
    pub jabatan: String,
}

/// A letter for which there is no own template: title, paragraphs, one table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SuratUmum {
    /// Letterhead.
    pub kop: Kop,
    /// Title.
    pub judul: Text,
    /// The declaration, when there is one.
    #[serde(default)]
    pub acuan: Option<Acuan>,
    /// Paragraphs before the table.
    pub paragraf: Vec<String>,
    /// Table.
    #[serde(default)]
    pub tabel: Option<Tabel>,
    /// Paragraphs after the table.
    #[serde(default)]
    pub penutup: Vec<String>,
    /// Signing officer.
    #[serde(default)]
    pub pejabat: Option<Pejabat>,
}

impl SuratUmum {
    /// Kind of letter.
    pub const JENIS: &'static str = "UMUM";
}

/// A plain table; short rows are filled up with blanks, surplus cells are dropped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Tabel {
    /// Column titles.
    pub kepala: Vec<String>,
    /// Columns, counted from 0, that hold figures and are set right.
    #[serde(default)]
    pub rata_kanan: Vec<usize>,
    /// Rows.
    pub baris: Vec<Vec<String>>,
}
