//! Sharing the value of the declaration over its goods lines, so that the lines add up to it exactly (rules 2.1).

use rust_decimal::{Decimal, RoundingStrategy};
use serde::Serialize;

use super::cif::Valuation;
use super::input::LevyInput;
use super::place::Place;
use super::problem::{Log, ProblemKind};
use super::rounding::as_text;

/// Places kept for a share; the largest line takes the residue.
const PLACES: u32 = 4;

/// One goods line's part of each component, in the currency of the declaration.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Shares {
    /// Part of the price.
    #[serde(serialize_with = "as_text")]
    pub price: Decimal,
    /// Part of the additions.
    #[serde(serialize_with = "as_text")]
    pub additions: Decimal,
    /// Part of the deductions.
    #[serde(serialize_with = "as_text")]
    pub deductions: Decimal,
    /// Part of the freight, whether or not it was added.
    #[serde(serialize_with = "as_text")]
    pub freight: Decimal,
    /// Part of the insurance, whether or not it was added.
    #[serde(serialize_with = "as_text")]
    pub insurance: Decimal,
    /// Part of CIF.
    #[serde(serialize_with = "as_text")]
    pub cif: Decimal,
}

/// What the value is shared by.
pub(super) struct Weights {
    each: Vec<Decimal>,
    sum: Decimal,
    /// Position of the first line with the largest weight.
    pub largest: usize,
}

impl Weights {
    fn new(each: Vec<Decimal>) -> Option<Self> {
        let sum = each.iter().try_fold(Decimal::ZERO, |sum, weight| sum.checked_add(*weight))?;
        let mut largest = 0;
        for (k, weight) in each.iter().enumerate() {
            if *weight > each[largest] {
                largest = k;
            }
        }
        Some(Self { each, sum, largest })
    }

    /// The goods lines' prices; where all are zero, their declared CIF; for a single line, all of it.
    pub fn of(input: &LevyInput, log: &mut Log) -> Option<Self> {
        let root = Place::Header("barang");
        let mut prices = Vec::with_capacity(input.items.len());
        for item in &input.items {
            let place = Place::ItemField(item.index, "fob");
            prices.push(log.not_negative(place, item.price));
            if item.price.is_zero() {
                log.note(place, ProblemKind::ZeroItemPrice);
            }
        }
        if prices.is_empty() {
            log.note(root, ProblemKind::NoItems);
            return None;
        }
        let mut weights = log.fits(root, Self::new(prices))?;
        if weights.sum.is_zero() && input.items.len() == 1 {
            return Self::new(vec![Decimal::ONE]);
        }
        if weights.sum.is_zero() {
            let declared = input.items.iter().map(|item| item.declared_cif.unwrap_or_default().max(Decimal::ZERO));
            weights = log.fits(root, Self::new(declared.collect()))?;
        }
        if weights.sum.is_zero() {
            log.note(root, ProblemKind::NoWeights);
            return None;
        }
        Some(weights)
    }

    /// Shares `total`: part of each line by its weight, the residue on the largest.
    ///
    /// Where rounding half up would leave the largest line below zero, parts are cut down instead.
    fn share(&self, total: Decimal) -> Option<Vec<Decimal>> {
        if total.is_zero() {
            return Some(vec![Decimal::ZERO; self.each.len()]);
        }
        if total == self.sum {
            return Some(self.each.clone());
        }
        let nearest = self.share_by(total, RoundingStrategy::MidpointAwayFromZero)?;
        if nearest[self.largest] < Decimal::ZERO {
            return self.share_by(total, RoundingStrategy::ToZero);
        }
        Some(nearest)
    }

    fn share_by(&self, total: Decimal, strategy: RoundingStrategy) -> Option<Vec<Decimal>> {
        let mut residue = total;
        let mut parts = Vec::with_capacity(self.each.len());
        for (k, weight) in self.each.iter().enumerate() {
            let exact = if k == self.largest { Decimal::ZERO } else { total.checked_mul(*weight)? };
            let part = exact.checked_div(self.sum)?.round_dp_with_strategy(PLACES, strategy);
            residue = residue.checked_sub(part)?;
            parts.push(part);
        }
        parts[self.largest] = residue;
        Some(parts)
    }
}

/// Every line's shares; `None` when CIF or the weights are not known, with the problem recorded.
pub(super) fn shares(valuation: &Valuation, weights: &Weights, log: &mut Log) -> Option<Vec<Shares>> {
    let cif = valuation.cif?;
    log.fits(Place::Header("barang"), all_shares(valuation, cif, weights))
}

fn all_shares(valuation: &Valuation, cif: Decimal, weights: &Weights) -> Option<Vec<Shares>> {
    let (freight, insurance) = (valuation.freight?, valuation.insurance?);
    let prices = weights.share(valuation.price)?;
    let additions = weights.share(valuation.additions)?;
    let deductions = weights.share(valuation.deductions)?;
    let freights = weights.share(freight.amount)?;
    let insurances = weights.share(insurance.amount)?;
    let mut out = Vec::with_capacity(prices.len());
    let mut residue = cif;
    for k in 0..prices.len() {
        let mut share = Shares {
            price: prices[k],
            additions: additions[k],
            deductions: deductions[k],
            freight: freights[k],
            insurance: insurances[k],
            cif: prices[k].checked_add(additions[k])?.checked_sub(deductions[k])?,
        };
        if freight.added {
            share.cif = share.cif.checked_add(share.freight)?;
        }
        if insurance.added {
            share.cif = share.cif.checked_add(share.insurance)?;
        }
        residue = residue.checked_sub(share.cif)?;
        out.push(share);
    }
    let largest = &mut out[weights.largest];
    largest.cif = largest.cif.checked_add(residue)?;
    if out.iter().any(|share| share.cif < Decimal::ZERO) {
        let direct = weights.share_by(cif, RoundingStrategy::ToZero)?;
        out.iter_mut().zip(direct).for_each(|(share, cif)| share.cif = cif);
    }
    Some(out)
}
