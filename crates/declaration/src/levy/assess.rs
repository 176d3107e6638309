//! The whole assessment, step by step: value, shares, duty, excise, import value, taxes, totals.

use std::sync::Arc;

use kernel::{Date, Rupiah};
use rust_decimal::Decimal;
use serde::Serialize;

use super::apportion::{self, Shares, Weights};
use super::bucket::{Buckets, Total};
use super::cif::{self, Valuation};
use super::codes::{Facility, Levy, Stage};
use super::difference::{self, Difference, PpnRule};
use super::explain::Node;
use super::input::{ItemInput, LevyInput};
use super::params::LevyParams;
use super::place::Place;
use super::problem::{LevyProblem, Log};
use super::rounding::{Ratio, as_text_opt, rupiah_text};
use super::row::{RowAssessment, RowContext};
use super::source::Source;
use super::tree;

/// Everything computed about the levies of one declaration.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Assessment {
    /// The date whose law and rates were applied.
    pub date: Date,
    /// The value of the declaration.
    pub valuation: Valuation,
    /// Goods lines in the order of the input.
    pub items: Vec<ItemAssessment>,
    /// Sums per levy type and facility.
    pub totals: Vec<Total>,
    /// What is billed: the rounded totals under facility 1.
    #[serde(serialize_with = "rupiah_text")]
    pub dibayar: Rupiah,
    /// Declared figures that differ from the reference or from the computation.
    pub differences: Vec<Difference>,
    /// What is wrong with the figures.
    pub problems: Vec<LevyProblem>,
    /// Whether every levy could be computed; if not, totals and `dibayar` miss some.
    pub complete: bool,
    /// What it was computed from: explained when somebody asks.
    #[serde(skip)]
    basis: Arc<Basis>,
}

#[derive(Debug, PartialEq)]
struct Basis {
    input: LevyInput,
    params: LevyParams,
}

impl Assessment {
    /// Computes every levy that the figures allow; what they do not allow is in `problems`.
    pub fn of(input: LevyInput, params: &LevyParams) -> Self {
        let mut run =
            Run { input: &input, params, log: Log::default(), differences: Vec::new(), buckets: Buckets::default() };
        let valuation = cif::value(&input, params, &mut run.log);
        run.differences.extend(cif::compare(&input, &valuation, params));
        let mut items = run.items(&valuation);
        for (item, out) in input.items.iter().zip(&mut items) {
            run.duties(item, out, valuation.ndpbm);
        }
        let lift = run.rounding_lift(&items);
        for (k, (item, out)) in input.items.iter().zip(&mut items).enumerate() {
            let lift = lift.filter(|(at, _)| *at == k).map_or(Decimal::ZERO, |(_, lift)| lift);
            run.taxes(item, out, valuation.ndpbm, lift);
        }
        let totals = run.buckets.totals(&params.regime.value, &mut run.log);
        let place = Place::Header("pungutan");
        let dibayar = run.log.fits(place, sum_of(&totals, Facility::Dibayar)).unwrap_or_default();
        let complete = !run.log.problems.iter().any(|problem| problem.kind.leaves_gap());
        let Run { log, differences, .. } = run;
        let (date, problems) = (input.date, log.problems);
        let basis = Arc::new(Basis { input, params: params.clone() });
        Self { date, valuation, items, totals, dibayar, differences, problems, complete, basis }
    }

    /// How every figure came about: the value of the declaration, each goods line, the totals.
    pub fn explanation(&self) -> Node {
        tree::build(&self.parts())
    }

    /// How the figures of one goods line came about.
    pub fn line_explanation(&self, index: usize) -> Option<Node> {
        tree::line(&self.parts(), index)
    }

    fn parts(&self) -> tree::Parts<'_> {
        let Basis { input, params } = &*self.basis;
        tree::Parts { input, params, valuation: &self.valuation, items: &self.items, totals: &self.totals }
    }

    /// The rounded total of one levy type under one facility; zero when no row fell there.
    pub fn total(&self, jenis: Levy, fasilitas: Facility) -> Rupiah {
        let of = |total: &&Total| total.jenis == jenis && total.fasilitas == fasilitas;
        self.totals.iter().find(of).map_or(Rupiah::ZERO, |total| total.rounded)
    }

    /// The rounded totals of all levy types under one facility; `None` past the range.
    pub fn sum(&self, fasilitas: Facility) -> Option<Rupiah> {
        sum_of(&self.totals, fasilitas)
    }
}

fn sum_of(totals: &[Total], fasilitas: Facility) -> Option<Rupiah> {
    let mut under = totals.iter().filter(|total| total.fasilitas == fasilitas);
    under.try_fold(Rupiah::ZERO, |sum, total| sum.plus(total.rounded))
}

/// One goods line, computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ItemAssessment {
    /// Position in `barang`.
    pub index: usize,
    /// Its part of the value.
    pub shares: Option<Shares>,
    /// Customs value in rupiah.
    #[serde(serialize_with = "as_text_opt")]
    pub customs_value: Option<Decimal>,
    /// Import value in rupiah, the base of the taxes.
    #[serde(serialize_with = "as_text_opt")]
    pub import_value: Option<Decimal>,
    /// Levy rows in the order of the input.
    pub rows: Vec<RowAssessment>,
}

/// The same from figures that are still needed.
pub fn assess(input: &LevyInput, params: &LevyParams) -> Assessment {
    Assessment::of(input.clone(), params)
}

/// Only the value of the declaration, which no goods line changes.
pub fn value(input: &LevyInput, params: &LevyParams) -> Valuation {
    cif::value(input, params, &mut Log::default())
}

struct Run<'a> {
    input: &'a LevyInput,
    params: &'a LevyParams,
    log: Log,
    differences: Vec<Difference>,
    buckets: Buckets,
}

impl Run<'_> {
    /// Goods lines with their value and empty rows.
    fn items(&mut self, valuation: &Valuation) -> Vec<ItemAssessment> {
        let weights = Weights::of(self.input, &mut self.log);
        let shares = weights.as_ref().and_then(|weights| apportion::shares(valuation, weights, &mut self.log));
        let mut out = Vec::with_capacity(self.input.items.len());
        for (k, item) in self.input.items.iter().enumerate() {
            let shares = shares.as_ref().map(|all| all[k]);
            let place = Place::ItemField(item.index, "cifRupiah");
            let value = shares.zip(valuation.ndpbm).map(|(shares, ndpbm)| shares.cif.checked_mul(ndpbm));
            let customs_value = value.and_then(|value| self.log.fits(place, value));
            let largest = weights.as_ref().is_some_and(|weights| weights.largest == k);
            self.compare_cif(item, shares, largest);
            let context = RowContext { item, currency: self.input.currency, ndpbm: valuation.ndpbm };
            let rows = item.rows.iter().map(|row| context.open(row, &mut self.log)).collect();
            out.push(ItemAssessment { index: item.index, shares, customs_value, import_value: None, rows });
        }
        out
    }

    /// A declared item CIF may differ by the tolerance; the largest line, by as much for every line it evens out.
    fn compare_cif(&mut self, item: &ItemInput, shares: Option<Shares>, largest: bool) {
        let Some((declared, shares)) = item.declared_cif.zip(shares) else { return };
        let lines = if largest { self.input.items.len() } else { 1 };
        let allowed = self.params.cif_tolerance.value.checked_mul(lines.into());
        let apart = declared.checked_sub(shares.cif).map(|apart| apart.abs());
        if apart.zip(allowed).is_some_and(|(apart, allowed)| apart > allowed) {
            let place = Place::ItemField(item.index, "cif");
            let source = Source::computed(place);
            let kind = difference::DifferenceKind::Cif;
            self.differences.push(Difference { place, kind, declared, expected: shares.cif, source });
        }
    }

    /// Duty on the customs value, then excise on customs value plus duty, then the import value.
    fn duties(&mut self, item: &ItemInput, out: &mut ItemAssessment, ndpbm: Option<Decimal>) {
        self.stage(item, out, ndpbm, Stage::Duty, out.customs_value);
        let dutiable = self.value_plus(out, |levy| matches!(levy, Levy::Bm | Levy::Bmkite));
        self.stage(item, out, ndpbm, Stage::Excise, dutiable);
        self.stage(item, out, ndpbm, Stage::AsDeclared, None);
        out.import_value = self.value_plus(out, |levy| matches!(levy.stage(), Stage::Duty | Stage::Excise));
    }

    /// Customs value plus what the chosen rows leave in it; `None` when one of them is not computed.
    fn value_plus(&mut self, item: &ItemAssessment, chosen: impl Fn(Levy) -> bool) -> Option<Decimal> {
        let mut sum = item.customs_value?;
        for row in item.rows.iter().filter(|row| chosen(row.levy)) {
            let counted = row.counted(self.params.counting.has(row.facility))?;
            sum = self.log.fits(Place::ItemField(item.index, "nilaiImpor"), sum.checked_add(counted))?;
        }
        Some(sum)
    }

    /// Taxes on the import value; `lift` is what rounding of duty and excise adds to the base of PPN.
    fn taxes(&mut self, item: &ItemInput, out: &mut ItemAssessment, ndpbm: Option<Decimal>, lift: Decimal) {
        let context = RowContext { item, currency: self.input.currency, ndpbm };
        let ppn = ppn_rule(item, self.params);
        let place = Place::ItemField(item.index, "nilaiImpor");
        let lifted = out.import_value.and_then(|value| self.log.fits(place, value.checked_add(lift)));
        for (row, done) in item.rows.iter().zip(&mut out.rows).filter(|(row, _)| row.levy.stage() == Stage::Tax) {
            let (base, factor) = match row.levy {
                Levy::Ppn => (lifted, ppn.factor(done.rate)),
                _ => (out.import_value, Ratio::ONE),
            };
            context.fill(done, row, base, factor, &mut self.log);
            self.buckets.add(item.index, done, &mut self.log);
        }
        for (row, done) in item.rows.iter().zip(&out.rows) {
            if let Some(legal) = difference::legal_rate(item, row, self.params, self.input.has_api) {
                self.differences.extend(difference::compare_rate(item.index, row, legal, ppn));
            }
            difference::compare_amounts(item.index, row, done, &mut self.differences);
        }
    }

    fn stage(
        &mut self,
        item: &ItemInput,
        out: &mut ItemAssessment,
        ndpbm: Option<Decimal>,
        stage: Stage,
        base: Option<Decimal>,
    ) {
        let context = RowContext { item, currency: self.input.currency, ndpbm };
        for (row, done) in item.rows.iter().zip(&mut out.rows).filter(|(row, _)| row.levy.stage() == stage) {
            let stated = row.excise_base.filter(|_| stage == Stage::Excise);
            let place = Place::RowField(item.index, row.index, "hjeCukai");
            let base = stated.map(|stated| self.log.not_negative(place, stated)).or(base);
            context.fill(done, row, base, Ratio::ONE, &mut self.log);
            self.buckets.add(item.index, done, &mut self.log);
        }
    }

    /// Where PPN takes rounded duty: the position of the largest line with PPN, and what rounding adds.
    fn rounding_lift(&mut self, items: &[ItemAssessment]) -> Option<(usize, Decimal)> {
        if !self.params.ppn_on_rounded_duty.value {
            return None;
        }
        let taxed = |item: &ItemAssessment| item.rows.iter().any(|row| row.levy == Levy::Ppn);
        let mut largest: Option<(usize, Decimal)> = None;
        for (k, item) in items.iter().enumerate().filter(|(_, item)| taxed(item)) {
            let value = item.import_value.unwrap_or_default();
            if largest.is_none_or(|(_, best)| value > best) {
                largest = Some((k, value));
            }
        }
        let lift = self.buckets.rounding_of_duty(&self.params.regime.value, self.params.counting);
        largest.map(|(k, _)| k).zip(self.log.fits(Place::Header("pungutan"), lift))
    }
}

/// Goods that bear PPnBM are luxury: PPN on the luxury base (rules 2.3).
fn ppn_rule(item: &ItemInput, params: &LevyParams) -> PpnRule {
    let luxury = item.rows.iter().any(|row| row.levy == Levy::Ppnbm && row.rate > Decimal::ZERO);
    let base = if luxury { params.ppn_base_luxury.value } else { params.ppn_base.value };
    PpnRule { rate: params.ppn_rate.value, base }
}
