//! What keeps a figure from being computed, or makes it doubtful.

use std::fmt;

use kernel::{Pointer, Text};
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use super::place::Place;

/// One obstacle, with the datum to repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{place}: {kind}")]
pub struct LevyProblem {
    /// The datum.
    #[serde(rename = "pointer")]
    pub place: Place,
    /// What is wrong with it.
    #[serde(rename = "message")]
    pub kind: ProblemKind,
}

impl LevyProblem {
    /// The datum as the pointer of a finding.
    pub fn pointer(&self) -> Pointer {
        self.place.to_pointer()
    }
}

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// No goods line.
    NoItems,
    /// The price of the whole declaration is zero.
    ZeroPrice,
    /// The price of a goods line is zero.
    ZeroItemPrice,
    /// No price on any goods line to share the value by.
    NoWeights,
    /// No exchange rate, or zero.
    MissingNdpbm,
    /// Freight is missing and the group of the loading country is not known.
    MissingFreightGroup,
    /// Freight is missing on a consignment by air, where the actual tariff is wanted.
    FreightNeedsDocument,
    /// Terms of delivery that are not in the list.
    UnknownIncoterm,
    /// More deducted than the price holds.
    DeductionsExceedPrice,
    /// Freight and insurance exceed a price that includes them.
    FreightExceedsPrice,
    /// An amount below zero; taken as zero.
    NegativeAmount,
    /// A specific tariff without a quantity.
    MissingQuantity,
    /// A tariff in foreign money without its exchange rate.
    MissingTariffRate,
    /// A facility above 100 percent; taken as 100.
    PercentAboveHundred,
    /// The figure is past the range of the arithmetic.
    Overflow,
}

impl ProblemKind {
    /// Whether some levy could not be computed because of it.
    pub fn leaves_gap(self) -> bool {
        match self {
            Self::NoWeights
            | Self::MissingNdpbm
            | Self::MissingFreightGroup
            | Self::FreightNeedsDocument
            | Self::UnknownIncoterm
            | Self::DeductionsExceedPrice
            | Self::MissingQuantity
            | Self::MissingTariffRate
            | Self::NoItems
            | Self::Overflow => true,
            Self::ZeroPrice
            | Self::ZeroItemPrice
            | Self::FreightExceedsPrice
            | Self::NegativeAmount
            | Self::PercentAboveHundred => false,
        }
    }

    /// What is wrong and what to do, in both languages.
    pub fn message(self) -> Text {
        let (id, en) = match self {
            Self::NoItems => ("Isi paling sedikit satu barang.", "Give at least one goods line."),
            Self::ZeroPrice => ("Harga nol; isi harga barang.", "The price is zero; give the price of the goods."),
            Self::ZeroItemPrice => ("Harga barang ini nol; isi FOB-nya.", "This line's price is zero; give its FOB."),
            Self::NoWeights => (
                "Nilai tidak dapat dibagi karena semua barang berharga nol; isi FOB tiap barang.",
                "The value cannot be shared because every line's price is zero; give the FOB of each line.",
            ),
            Self::MissingNdpbm => {
                ("Isi NDPBM (kurs pajak) mata uang ini.", "Give the NDPBM (tax rate) of the currency.")
            }
            Self::MissingFreightGroup => (
                "Freight kosong dan negara muat tidak diketahui; isi freight atau pelabuhan muat.",
                "Freight is missing and the loading country is unknown; give the freight or the port of loading.",
            ),
            Self::FreightNeedsDocument => (
                "Freight kosong; untuk angkutan udara isi tarif yang sebenarnya.",
                "Freight is missing; for air transport give the actual tariff.",
            ),
            Self::UnknownIncoterm => ("Kode incoterm tidak dikenal.", "The terms of delivery are not in the list."),
            Self::DeductionsExceedPrice => (
                "Biaya pengurang melebihi harga dan biaya tambahan.",
                "The deductions exceed the price and the additions.",
            ),
            Self::FreightExceedsPrice => (
                "Freight dan asuransi melebihi harga yang sudah memuatnya.",
                "Freight and insurance exceed the price that includes them.",
            ),
            Self::NegativeAmount => {
                ("Nilai tidak boleh negatif; dihitung nol.", "It may not be negative; taken as zero.")
            }
            Self::MissingQuantity => {
                ("Tarif spesifik memerlukan jumlah satuan.", "A specific tariff needs the quantity it is charged on.")
            }
            Self::MissingTariffRate => {
                ("Tarif dalam valuta asing memerlukan kursnya.", "A tariff in foreign money needs its exchange rate.")
            }
            Self::PercentAboveHundred => (
                "Tarif fasilitas paling banyak 100 persen; dihitung 100.",
                "A facility covers at most 100 percent; taken as 100.",
            ),
            Self::Overflow => ("Angka terlalu besar untuk dihitung.", "The figure is too large to compute."),
        };
        Text::fixed(id, en)
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl Serialize for ProblemKind {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        self.message().serialize(s)
    }
}

/// Collects problems while the rest is still computed.
#[derive(Debug, Default)]
pub(super) struct Log {
    pub problems: Vec<LevyProblem>,
}

impl Log {
    /// Records a problem.
    pub fn note(&mut self, place: Place, kind: ProblemKind) {
        self.problems.push(LevyProblem { place, kind });
    }

    /// Passes a result on, recording an overflow at `place` when there is none.
    pub fn fits<T>(&mut self, place: Place, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.note(place, ProblemKind::Overflow);
        }
        value
    }

    /// The amount, or zero with a problem when it is negative.
    pub fn not_negative(&mut self, place: Place, value: Decimal) -> Decimal {
        if value < Decimal::ZERO {
            self.note(place, ProblemKind::NegativeAmount);
            return Decimal::ZERO;
        }
        value
    }
}
