//! Fines whose amount the law names: a percentage of duty, a fixed sum, or a range that grows with repetition
//! (PP 28/2008; rules 2.6).

use kernel::Rupiah;
use rust_decimal::Decimal;

use super::fines::FineProblem;
use super::lookup::{Lookup, ParamProblem, Reader};
use super::rounding::{floor_rupiah, percent_of};
use super::tiers::Tiers;

/// What was done or left undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Offence {
    /// Rush handling, periodic payment or vooruitslag completed late (10B(6)).
    LateCompletion,
    /// Goods moved without approval (10A(8)).
    MovedWithoutApproval,
    /// RKSP not lodged (7A(7)).
    RkspMissing,
    /// Manifest not lodged (7A(8)).
    ManifestMissing,
    /// Fewer goods landed than in the manifest (10A).
    ShortLanded,
    /// More goods landed than in the manifest (10A).
    OverLanded,
    /// Cancelled export not reported (11A(6)).
    ExportCancellationUnreported,
    /// A storage place cannot account for goods (43(3)).
    StorageUnaccounted,
}

/// How the fine of an offence is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatutoryFine {
    /// Percent of the duty concerned.
    PercentOfDuty(Decimal),
    /// One sum.
    Fixed(Rupiah),
    /// From `min` to `max`, by the number of offences.
    Range {
        /// Lowest fine.
        min: Rupiah,
        /// Highest fine.
        max: Rupiah,
    },
}

impl StatutoryFine {
    /// Reads the parameters of an offence: `denda.terlambat`, `denda.tps` (percent), `denda.keluar_tanpa_izin`,
    /// `denda.peb_batal` (rupiah), and `.min` and `.maks` of `denda.rksp`, `.manifes`, `.kurang_bongkar`,
    /// `.lebih_bongkar`.
    pub fn from_lookup(offence: Offence, value: Lookup<'_>) -> Result<Self, ParamProblem> {
        let reader = Reader { value, law: &|_| None };
        let (min, max) = match offence {
            Offence::LateCompletion => return Ok(Self::PercentOfDuty(reader.percent("denda.terlambat")?.value)),
            Offence::StorageUnaccounted => return Ok(Self::PercentOfDuty(reader.percent("denda.tps")?.value)),
            Offence::MovedWithoutApproval => return Ok(Self::Fixed(rupiah(&reader, "denda.keluar_tanpa_izin")?)),
            Offence::ExportCancellationUnreported => return Ok(Self::Fixed(rupiah(&reader, "denda.peb_batal")?)),
            Offence::RkspMissing => ("denda.rksp.min", "denda.rksp.maks"),
            Offence::ManifestMissing => ("denda.manifes.min", "denda.manifes.maks"),
            Offence::ShortLanded => ("denda.kurang_bongkar.min", "denda.kurang_bongkar.maks"),
            Offence::OverLanded => ("denda.lebih_bongkar.min", "denda.lebih_bongkar.maks"),
        };
        Ok(Self::Range { min: rupiah(&reader, min)?, max: rupiah(&reader, max)? })
    }

    /// The fine for `duty` and for the number of offences in the last months, this one included.
    pub fn amount(&self, duty: Rupiah, offences: u32, repeats: &RepeatTiers) -> Result<Rupiah, FineProblem> {
        match *self {
            Self::PercentOfDuty(_) if duty.0 < 0 => Err(FineProblem::Negative),
            Self::PercentOfDuty(percent) => {
                percent_of(duty.0.into(), percent).and_then(floor_rupiah).ok_or(FineProblem::Overflow)
            }
            Self::Fixed(amount) => Ok(amount),
            Self::Range { min, max } => Ok(repeats.amount(min, max, offences)),
        }
    }
}

fn rupiah(reader: &Reader<'_>, key: &'static str) -> Result<Rupiah, ParamProblem> {
    let whole = |text: &str| text.parse().ok().filter(|amount| *amount >= 0).map(Rupiah);
    reader.read(key, "whole rupiah", whole).map(|param| param.value)
}

/// One step of repetition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Repeat {
    Times(u32),
    Highest,
}

/// Multiples of the lowest fine by number of offences, `denda.kelipatan`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepeatTiers(Tiers<Repeat>);

impl RepeatTiers {
    /// Reads `1:1,2:2,4:5,6:7,*:maks`.
    pub fn parse(text: &str) -> Option<Self> {
        let step = |text: &str| match text {
            "maks" => Some(Repeat::Highest),
            times => times.parse().ok().map(Repeat::Times),
        };
        Tiers::parse(text, step).map(Self)
    }

    /// Reads the parameter `denda.kelipatan`.
    pub fn from_lookup(value: Lookup<'_>) -> Result<Self, ParamProblem> {
        let reader = Reader { value, law: &|_| None };
        reader.read("denda.kelipatan", "count:times,…,*:maks", Self::parse).map(|param| param.value)
    }

    /// The fine between `min` and `max` for the number of offences, this one included.
    pub fn amount(&self, min: Rupiah, max: Rupiah, offences: u32) -> Rupiah {
        let count = Decimal::from(offences.max(1));
        match self.0.find(|bound| Some(count <= bound)) {
            Some(Repeat::Times(times)) => min.0.checked_mul((*times).into()).map_or(max, Rupiah).min(max),
            Some(Repeat::Highest) | None => max,
        }
    }
}
