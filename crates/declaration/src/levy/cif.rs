//! From the price under its terms of delivery to CIF and the customs value (rules 2.1, 2.2).

use rust_decimal::{Decimal, RoundingStrategy};
use serde::Serialize;

use super::difference::{Difference, DifferenceKind};
use super::input::LevyInput;
use super::params::{AirFreight, LevyParams};
use super::place::Place;
use super::problem::{Log, ProblemKind};
use super::rounding::{as_text, as_text_opt, percent_of};
use super::source::Source;
use super::terms::{Incoterm, Insured};

/// Places of `cif` in the document (h2h-api 2.1: N(24).01); an estimate may have more and is rounded half up.
pub(super) const CIF_PLACES: u32 = 2;

/// Freight or insurance in the currency of the declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Cost {
    /// The amount.
    #[serde(serialize_with = "as_text")]
    pub amount: Decimal,
    /// Whether it was estimated by percentage because no figure was given.
    pub estimated: bool,
    /// Whether it was added to reach CIF; if not, the price holds it already or the law leaves it out.
    pub added: bool,
}

impl Cost {
    const NONE: Self = Self { amount: Decimal::ZERO, estimated: false, added: false };

    /// What it adds to the price.
    pub fn added_amount(&self) -> Decimal {
        if self.added { self.amount } else { Decimal::ZERO }
    }
}

/// The value of the whole declaration; a figure that cannot be computed is `None` and has its problem.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Valuation {
    /// Price under the terms of delivery.
    #[serde(serialize_with = "as_text")]
    pub price: Decimal,
    /// Additions.
    #[serde(serialize_with = "as_text")]
    pub additions: Decimal,
    /// Deductions.
    #[serde(serialize_with = "as_text")]
    pub deductions: Decimal,
    /// Price + additions − deductions.
    #[serde(serialize_with = "as_text_opt")]
    pub adjusted_price: Option<Decimal>,
    /// FOB.
    #[serde(serialize_with = "as_text_opt")]
    pub fob: Option<Decimal>,
    /// Freight.
    pub freight: Option<Cost>,
    /// Insurance.
    pub insurance: Option<Cost>,
    /// CIF before rounding to the places of the document.
    #[serde(serialize_with = "as_text_opt")]
    pub cif_raw: Option<Decimal>,
    /// CIF.
    #[serde(serialize_with = "as_text_opt")]
    pub cif: Option<Decimal>,
    /// Exchange rate in rupiah.
    #[serde(serialize_with = "as_text_opt")]
    pub ndpbm: Option<Decimal>,
    /// Customs value (nilai pabean) in rupiah: CIF × NDPBM, not rounded.
    #[serde(serialize_with = "as_text_opt")]
    pub customs_value: Option<Decimal>,
}

/// Values the declaration.
pub(super) fn value(input: &LevyInput, params: &LevyParams, log: &mut Log) -> Valuation {
    let price = log.not_negative(Place::Header("nilaiBarang"), input.price);
    let additions = log.not_negative(Place::Header("biayaTambahan"), input.additions);
    let deductions = log.not_negative(Place::Header("biayaPengurang"), input.deductions);
    if price.is_zero() {
        log.note(Place::Header("nilaiBarang"), ProblemKind::ZeroPrice);
    }
    if input.incoterm.is_none() {
        log.note(Place::Header("kodeIncoterm"), ProblemKind::UnknownIncoterm);
    }
    let adjusted_price = adjust(price, additions, deductions, log);
    let terms = Terms { input, params, adjusted_price };
    let freight = terms.freight(log);
    let insurance = terms.insurance(freight, log);
    let fob = terms.fob(freight, insurance, log);
    let cif_raw = terms.cif(freight, insurance, log);
    let cif = cif_raw.map(|raw| raw.round_dp_with_strategy(CIF_PLACES, RoundingStrategy::MidpointAwayFromZero));
    let ndpbm = exchange_rate(input, log);
    let customs_value =
        cif.zip(ndpbm).and_then(|(cif, ndpbm)| log.fits(Place::Header("nilaiPabean"), cif.checked_mul(ndpbm)));
    Valuation {
        price,
        additions,
        deductions,
        adjusted_price,
        fob,
        freight,
        insurance,
        cif_raw,
        cif,
        ndpbm,
        customs_value,
    }
}

/// Reports a declared CIF that is not the computed one.
pub(super) fn compare(input: &LevyInput, valuation: &Valuation, params: &LevyParams) -> Option<Difference> {
    let (declared, computed) = input.declared_cif.zip(valuation.cif)?;
    let apart = declared.checked_sub(computed)?.abs();
    (apart > params.cif_tolerance.value).then_some(Difference {
        place: Place::Header("cif"),
        kind: DifferenceKind::Cif,
        declared,
        expected: computed,
        source: Source::computed(Place::Header("cif")),
    })
}

fn adjust(price: Decimal, additions: Decimal, deductions: Decimal, log: &mut Log) -> Option<Decimal> {
    let sum = price.checked_add(additions).and_then(|sum| sum.checked_sub(deductions));
    let adjusted = log.fits(Place::Header("nilaiBarang"), sum)?;
    if adjusted < Decimal::ZERO {
        log.note(Place::Header("biayaPengurang"), ProblemKind::DeductionsExceedPrice);
        return None;
    }
    Some(adjusted)
}

fn exchange_rate(input: &LevyInput, log: &mut Log) -> Option<Decimal> {
    let place = Place::Header("ndpbm");
    let rate = input.ndpbm.map(|rate| log.not_negative(place, rate)).filter(|rate| !rate.is_zero());
    if rate.is_none() {
        log.note(place, ProblemKind::MissingNdpbm);
    }
    rate
}

/// The steps from an adjusted price to CIF under one group of terms.
struct Terms<'a> {
    input: &'a LevyInput,
    params: &'a LevyParams,
    adjusted_price: Option<Decimal>,
}

impl Terms<'_> {
    fn freight(&self, log: &mut Log) -> Option<Cost> {
        let added = matches!(self.input.incoterm?, Incoterm::Fob | Incoterm::Other);
        let place = Place::Header("freight");
        match (self.input.freight, self.input.incoterm?) {
            (Some(declared), _) => Some(Cost { amount: log.not_negative(place, declared), estimated: false, added }),
            (None, Incoterm::Fob) => self.estimated_freight(place, log),
            (None, _) => Some(Cost::NONE),
        }
    }

    fn estimated_freight(&self, place: Place, log: &mut Log) -> Option<Cost> {
        if self.input.by_air && self.params.freight_air.value == AirFreight::Actual {
            log.note(place, ProblemKind::FreightNeedsDocument);
            return None;
        }
        let Some(group) = self.input.freight_group else {
            log.note(place, ProblemKind::MissingFreightGroup);
            return None;
        };
        let amount = log.fits(place, percent_of(self.adjusted_price?, self.params.freight(group).value))?;
        Some(Cost { amount, estimated: true, added: true })
    }

    fn insurance(&self, freight: Option<Cost>, log: &mut Log) -> Option<Cost> {
        let terms = self.input.incoterm?;
        let left_out = self.input.insured == Some(Insured::AtHome) && !self.params.insurance_home_added.value;
        let added = !left_out && matches!(terms, Incoterm::Fob | Incoterm::Cfr | Incoterm::Other);
        let place = Place::Header("asuransi");
        if let Some(declared) = self.input.insurance {
            return Some(Cost { amount: log.not_negative(place, declared), estimated: false, added });
        }
        if !added || terms == Incoterm::Other {
            return Some(Cost::NONE);
        }
        let base = self.adjusted_price?.checked_add(freight?.added_amount());
        let amount = base.and_then(|base| percent_of(base, self.params.insurance.value));
        Some(Cost { amount: log.fits(place, amount)?, estimated: true, added })
    }

    fn fob(&self, freight: Option<Cost>, insurance: Option<Cost>, log: &mut Log) -> Option<Decimal> {
        let price = self.adjusted_price?;
        let inside = match self.input.incoterm? {
            Incoterm::Fob | Incoterm::Other => Decimal::ZERO,
            Incoterm::Cfr => freight?.amount,
            Incoterm::Cif | Incoterm::Delivered => freight?.amount.checked_add(insurance?.amount)?,
        };
        if inside > price {
            log.note(Place::Header("freight"), ProblemKind::FreightExceedsPrice);
            return None;
        }
        price.checked_sub(inside)
    }

    fn cif(&self, freight: Option<Cost>, insurance: Option<Cost>, log: &mut Log) -> Option<Decimal> {
        let (price, freight, insurance) = (self.adjusted_price?, freight?, insurance?);
        let sum = price.checked_add(freight.added_amount()).and_then(|sum| sum.checked_add(insurance.added_amount()));
        log.fits(Place::Header("cif"), sum)
    }
}
