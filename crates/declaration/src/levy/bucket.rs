//! Sums per levy type and facility, each rounded by itself (rules 2.4).

use kernel::Rupiah;
use rust_decimal::Decimal;
use serde::Serialize;

use super::codes::{Facility, Levy, Stage};
use super::params::Counting;
use super::place::Place;
use super::problem::Log;
use super::rounding::{Regime, as_text, rupiah_text};
use super::row::RowAssessment;

/// One levy type under one facility for the whole declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Total {
    /// Levy type.
    #[serde(rename = "kodeJenisPungutan")]
    pub jenis: Levy,
    /// Facility.
    #[serde(rename = "kodeFasilitasTarif")]
    pub fasilitas: Facility,
    /// Exact sum over the goods lines.
    #[serde(serialize_with = "as_text")]
    pub raw: Decimal,
    /// Rounded by the regime of the date.
    #[serde(rename = "nilai", serialize_with = "rupiah_text")]
    pub rounded: Rupiah,
}

/// Exact sums; `None` where no row fell.
#[derive(Debug, Default)]
pub(super) struct Buckets {
    sums: [[Option<Decimal>; Facility::COUNT]; Levy::COUNT],
}

impl Buckets {
    /// Adds a computed row: the covered part under its facility, the rest as paid.
    pub fn add(&mut self, item: usize, row: &RowAssessment, log: &mut Log) {
        let Some(amounts) = row.amounts else { return };
        let place = Place::Row(item, row.index);
        if row.facility == Facility::Dibayar {
            log.fits(place, self.put(row.levy, Facility::Dibayar, amounts.gross));
            return;
        }
        log.fits(place, self.put(row.levy, row.facility, amounts.covered));
        if !amounts.paid.is_zero() {
            log.fits(place, self.put(row.levy, Facility::Dibayar, amounts.paid));
        }
    }

    fn put(&mut self, levy: Levy, facility: Facility, amount: Decimal) -> Option<()> {
        let sum = &mut self.sums[levy as usize][facility.index()];
        *sum = Some(sum.unwrap_or_default().checked_add(amount)?);
        Some(())
    }

    /// Every sum that a row fell into, rounded, in the order of levy types and facilities.
    pub fn totals(&self, regime: &Regime, log: &mut Log) -> Vec<Total> {
        let mut out = Vec::with_capacity(8);
        for jenis in Levy::all() {
            for fasilitas in Facility::all() {
                let Some(raw) = self.sums[jenis as usize][fasilitas.index()] else { continue };
                let rounded = regime.rule_for(jenis).apply(raw);
                if let Some(rounded) = log.fits(Place::Total(jenis, fasilitas), rounded) {
                    out.push(Total { jenis, fasilitas, raw, rounded });
                }
            }
        }
        out
    }

    /// What rounding adds to the duty and excise that count in the import value.
    pub fn rounding_of_duty(&self, regime: &Regime, counting: Counting) -> Option<Decimal> {
        let mut lift = Decimal::ZERO;
        for levy in Levy::all().filter(|levy| matches!(levy.stage(), Stage::Duty | Stage::Excise)) {
            for facility in Facility::all().filter(|facility| counting.has(*facility)) {
                let Some(raw) = self.sums[levy as usize][facility.index()] else { continue };
                let rounded = Decimal::from(regime.rule_for(levy).apply(raw)?.0);
                lift = lift.checked_add(rounded.checked_sub(raw)?)?;
            }
        }
        Some(lift)
    }
}
