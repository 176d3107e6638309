//! One position of a manifest.

use kernel::{Date, Dec4, KodeKantor, NomorAju, Npwp};
use serde::{Deserialize, Serialize};

use crate::NomorPos;

/// A bill of lading or an air waybill, master or house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TransportPaper {
    /// Number, at most 30 characters.
    pub nomor: String,
    /// Date.
    pub tanggal: Date,
}

/// Packages of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Kemasan {
    /// Kind, 2 characters.
    pub jenis: String,
    /// Count.
    pub jumlah: u64,
}

/// State of a position (rules 5.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum StatusPos {
    /// No declaration has it.
    #[default]
    Open,
    /// A numbered declaration has it.
    Matched,
    /// Its goods were released.
    Closed,
}

/// A position of BC 1.1: what the carrier says about one consignment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Pos {
    /// Office of arrival.
    pub kode_kantor: KodeKantor,
    /// BC 1.1 number, 6 digits.
    pub nomor_bc11: String,
    /// BC 1.1 date.
    pub tanggal_bc11: Date,
    /// Position.
    pub nomor_pos: NomorPos,
    /// Master or direct document.
    pub bl: TransportPaper,
    /// House document, for a house position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub house_bl: Option<TransportPaper>,
    /// Container numbers; empty for loose cargo.
    #[serde(default)]
    pub kontainer: Vec<String>,
    /// Packages.
    pub kemasan: Kemasan,
    /// Gross weight, kilograms.
    pub bruto: Dec4,
    /// Consignee's number, when the carrier gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub npwp_penerima: Option<Npwp>,
    /// Consignee's name.
    pub nama_penerima: String,
    /// Several declarations may share it: containers, packages and weight are then upper limits.
    #[serde(default)]
    pub parsial: bool,
    /// State.
    #[serde(default)]
    pub status: StatusPos,
    /// Declaration that has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nomor_aju: Option<NomorAju>,
}

impl Pos {
    /// The document that the consignee holds: the house document where there is one.
    pub fn paper(&self) -> &TransportPaper {
        self.house_bl.as_ref().unwrap_or(&self.bl)
    }
}
