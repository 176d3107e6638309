//! Terms of delivery, where goods were loaded, who insured them, and the money of a tariff.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

/// Kind of a tariff, `kodeJenisTarif`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum TariffKind {
    /// 1: percent of a base.
    #[serde(rename = "1")]
    AdValorem,
    /// 2: an amount a unit.
    #[serde(rename = "2")]
    Specific,
}

impl TariffKind {
    /// The kind of a code `1` or `2`.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "1" => Some(Self::AdValorem),
            "2" => Some(Self::Specific),
            _ => None,
        }
    }
}

/// What a price under some terms of delivery already holds (rules 2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Incoterm {
    /// EXW, FCA, FAS, FOB: freight and insurance are added; costs to the port of loading come as additions.
    Fob,
    /// CFR, CPT: insurance is added.
    Cfr,
    /// CIF, CIP: as it is.
    Cif,
    /// DAP, DPU, DDP and the older DAF, DAT, DDU, DEQ, DES: as it is; proven inland cost, duty and tax come as
    /// deductions.
    Delivered,
    /// LAN: what the declaration names is added, nothing is estimated.
    Other,
}

impl Incoterm {
    /// The group of a `kodeIncoterm`.
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "EXW" | "FCA" | "FAS" | "FOB" => Self::Fob,
            "CFR" | "CPT" => Self::Cfr,
            "CIF" | "CIP" => Self::Cif,
            "DAP" | "DPU" | "DDP" | "DAF" | "DAT" | "DDU" | "DEQ" | "DES" => Self::Delivered,
            "LAN" => Self::Other,
            _ => return None,
        })
    }
}

/// Where the goods were loaded, for the estimate of a missing freight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FreightGroup {
    /// ASEAN.
    Asean,
    /// Asia outside ASEAN, and Australia.
    AsiaAustralia,
    /// Elsewhere.
    Elsewhere,
}

impl FreightGroup {
    /// The group of a `kelompok_freight` of the country table.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "ASEAN" => Some(Self::Asean),
            "ASIA_AU" => Some(Self::AsiaAustralia),
            "LAIN" => Some(Self::Elsewhere),
            _ => None,
        }
    }
}

/// Where the insurance was bought, `kodeAsuransi`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Insured {
    /// LN: abroad.
    Abroad,
    /// DN: in Indonesia.
    AtHome,
}

impl Insured {
    /// The place of a code `LN` or `DN`.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "LN" => Some(Self::Abroad),
            "DN" => Some(Self::AtHome),
            _ => None,
        }
    }
}

/// PPh 22 class of a tariff line (PMK 51/2025 art. 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PphClass {
    /// Everything not listed.
    General,
    /// "Barang tertentu", annex A.
    AnnexA,
    /// "Barang tertentu lainnya", annex B.
    AnnexB,
    /// Soybean, wheat, wheat flour.
    Food,
    /// Gold bars.
    Gold,
}

impl PphClass {
    /// The class of a `pph_kelas` of the tariff table.
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "umum" => Self::General,
            "a" => Self::AnnexA,
            "b" => Self::AnnexB,
            "pangan" => Self::Food,
            "emas" => Self::Gold,
            _ => return None,
        })
    }
}

/// A currency by its three capital letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CurrencyCode([u8; 3]);

impl CurrencyCode {
    /// Rupiah.
    pub const IDR: Self = Self(*b"IDR");

    /// The code when it is three capital letters.
    pub fn new(code: &str) -> Option<Self> {
        let letters: [u8; 3] = code.as_bytes().try_into().ok()?;
        letters.iter().all(u8::is_ascii_uppercase).then_some(Self(letters))
    }
}

impl fmt::Display for CurrencyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|&letter| write!(f, "{}", char::from(letter)))
    }
}

impl Serialize for CurrencyCode {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

/// The money of a specific tariff.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TariffMoney {
    /// Rupiah a unit.
    Rupiah,
    /// Foreign money a unit, with its own rate in rupiah; `None` takes the declaration's NDPBM when the currency is
    /// the declaration's.
    Foreign(CurrencyCode, Option<Decimal>),
}
