//! What a declaration and a position are compared by, and what a difference looks like.

use kernel::{Date, Dec4, KodeKantor, NomorAju, Text};
use serde::{Deserialize, Serialize};

use crate::{Kemasan, NomorPos, TransportPaper};

/// What a declaration says about its consignment (rules 1.6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MatchKeys {
    /// The declaration, which may be matched again with the position that it has.
    pub nomor_aju: NomorAju,
    /// Office.
    pub kode_kantor: KodeKantor,
    /// BC 1.1 number.
    pub nomor_bc11: String,
    /// BC 1.1 date.
    pub tanggal_bc11: Date,
    /// Position.
    pub nomor_pos: NomorPos,
    /// B/L or AWB, the house document where there is one.
    pub dokumen: TransportPaper,
    /// Container numbers.
    #[serde(default)]
    pub kontainer: Vec<String>,
    /// Packages, one row a kind.
    pub kemasan: Vec<Kemasan>,
    /// Gross weight, kilograms.
    pub bruto: Dec4,
}

/// A key that can differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Key {
    /// Another declaration has the position.
    Status,
    /// Office.
    Kantor,
    /// BC 1.1 number.
    NomorBc11,
    /// BC 1.1 date.
    TanggalBc11,
    /// Position.
    NomorPos,
    /// Number of the B/L or AWB.
    NomorDokumen,
    /// Date of the B/L or AWB.
    TanggalDokumen,
    /// Containers.
    Kontainer,
    /// Number of packages.
    JumlahKemasan,
    /// Kind of packages.
    JenisKemasan,
    /// Gross weight.
    Bruto,
}

impl Key {
    /// Name for a reader.
    pub const fn label(self) -> Text {
        match self {
            Self::Status => Text::fixed("Pos sudah digunakan dokumen lain", "The position belongs to another document"),
            Self::Kantor => Text::fixed("Kantor pabean", "Customs office"),
            Self::NomorBc11 => Text::fixed("Nomor BC 1.1", "BC 1.1 number"),
            Self::TanggalBc11 => Text::fixed("Tanggal BC 1.1", "BC 1.1 date"),
            Self::NomorPos => Text::fixed("Nomor pos", "Position"),
            Self::NomorDokumen => Text::fixed("Nomor B/L atau AWB", "B/L or AWB number"),
            Self::TanggalDokumen => Text::fixed("Tanggal B/L atau AWB", "B/L or AWB date"),
            Self::Kontainer => Text::fixed("Nomor kontainer", "Container numbers"),
            Self::JumlahKemasan => Text::fixed("Jumlah kemasan", "Number of packages"),
            Self::JenisKemasan => Text::fixed("Jenis kemasan", "Kind of packages"),
            Self::Bruto => Text::fixed("Berat kotor (kg)", "Gross weight (kg)"),
        }
    }
}

/// A key on which declaration and manifest differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mismatch {
    /// Which.
    pub kunci: Key,
    /// What differs and what to do, in both languages.
    pub uraian: Text,
    /// As declared.
    pub dinyatakan: String,
    /// As in the manifest.
    pub tercatat: String,
}
