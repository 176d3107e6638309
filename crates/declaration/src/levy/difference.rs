//! Where the declaration and the reference data, or the computed figures, disagree.

use kernel::{Pointer, Text};
use rust_decimal::Decimal;
use serde::Serialize;

use super::codes::{Facility, Levy, Stage};
use super::input::{ItemInput, RowInput};
use super::params::LevyParams;
use super::place::Place;
use super::rounding::{Ratio, as_text, floor_rupiah, round_up_thousand};
use super::row::RowAssessment;
use super::source::Source;
use super::terms::TariffKind;
use crate::written;

/// What disagrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum DifferenceKind {
    /// Ad valorem declared, specific in the tariff, or the other way round.
    TariffKind,
    /// The rate.
    Rate,
    /// The amount payable, by more than rounding.
    Paid,
    /// The amount under the facility, by more than rounding.
    Covered,
    /// CIF, by more than the tolerance.
    Cif,
}

/// One disagreement. The assessment uses the declared rates and its own amounts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The datum as declared.
    #[serde(rename = "pointer")]
    pub place: Place,
    /// What disagrees.
    pub kind: DifferenceKind,
    /// As declared.
    #[serde(serialize_with = "as_text")]
    pub declared: Decimal,
    /// As the reference or the computation has it.
    #[serde(serialize_with = "as_text")]
    pub expected: Decimal,
    /// Where the expected figure comes from.
    pub source: Source,
}

impl Difference {
    /// The datum as the pointer of a finding.
    pub fn pointer(&self) -> Pointer {
        self.place.to_pointer()
    }

    /// What disagrees, in both languages.
    pub fn message(&self) -> Text {
        let write: fn(Decimal) -> Text = match self.kind {
            DifferenceKind::TariffKind | DifferenceKind::Rate => written::number,
            DifferenceKind::Paid | DifferenceKind::Covered | DifferenceKind::Cif => written::money,
        };
        let (declared, expected) = (write(self.declared), write(self.expected));
        let (id, en) = match self.kind {
            DifferenceKind::TariffKind => ("Jenis tarif berbeda dari referensi", "The kind of tariff differs"),
            DifferenceKind::Rate => ("Tarif berbeda dari referensi", "The rate differs from the reference"),
            DifferenceKind::Paid => ("Nilai bayar berbeda dari hasil hitung", "The amount payable differs"),
            DifferenceKind::Covered => ("Nilai fasilitas berbeda dari hasil hitung", "The facility amount differs"),
            DifferenceKind::Cif => ("CIF berbeda dari hasil hitung", "CIF differs from the computed value"),
        };
        Text::made(
            format!("{id}: diberitahukan {}, seharusnya {}.", declared.id, expected.id),
            format!("{en}: declared {}, expected {}.", declared.en, expected.en),
        )
    }
}

/// The legal rate of a row and its source: the tariff line when given, else the parameters for PPN and PPh 22.
pub(super) fn legal_rate(item: &ItemInput, row: &RowInput, params: &LevyParams, has_api: bool) -> Option<Legal> {
    if let Some(reference) = &row.reference {
        return Some(Legal { kind: reference.kind, rate: reference.rate, source: Source::tariff_line(reference) });
    }
    let param = match row.levy {
        Levy::Ppn => &params.ppn_rate,
        Levy::Pph => params.pph.rate(item.pph_class?, has_api),
        _ => return None,
    };
    Some(Legal { kind: TariffKind::AdValorem, rate: param.value, source: Source::parameter(param) })
}

/// A rate as the reference data have it.
pub(super) struct Legal {
    pub kind: TariffKind,
    pub rate: Decimal,
    pub source: Source,
}

/// Compares one row's declared rate with the legal one.
pub(super) fn compare_rate(item: usize, row: &RowInput, legal: Legal, ppn: PpnRule) -> Option<Difference> {
    let place = |name| Place::RowField(item, row.index, name);
    if row.kind != legal.kind {
        let code = |kind| Decimal::from(if kind == TariffKind::AdValorem { 1 } else { 2 });
        return Some(Difference {
            place: place("kodeJenisTarif"),
            kind: DifferenceKind::TariffKind,
            declared: code(row.kind),
            expected: code(legal.kind),
            source: legal.source,
        });
    }
    let same = row.rate == legal.rate || (row.levy == Levy::Ppn && ppn.same(row.rate, legal.rate));
    (!same).then_some(Difference {
        place: place("tarif"),
        kind: DifferenceKind::Rate,
        declared: row.rate,
        expected: legal.rate,
        source: legal.source,
    })
}

/// PPN at the legal rate on part of the base, or at that part of the rate on the whole base: both are declared.
#[derive(Debug, Clone, Copy)]
pub(super) struct PpnRule {
    pub rate: Decimal,
    pub base: Ratio,
}

impl PpnRule {
    /// The part of the base that a declared rate is charged on.
    pub fn factor(self, declared: Decimal) -> Ratio {
        if declared == self.rate { self.base } else { Ratio::ONE }
    }

    fn same(self, one: Decimal, other: Decimal) -> bool {
        let legal = |rate| rate == self.rate || Some(rate) == self.base.of(self.rate);
        legal(one) && legal(other)
    }
}

/// Compares the declared amounts of a computed row; any usual rounding of the exact amount is accepted.
pub(super) fn compare_amounts(item: usize, row: &RowInput, done: &RowAssessment, out: &mut Vec<Difference>) {
    let Some(amounts) = done.amounts.filter(|_| row.levy.stage() != Stage::AsDeclared) else { return };
    let mut check = |name, kind, declared: Option<Decimal>, expected: Decimal| {
        if let Some(declared) = declared.filter(|declared| !is_rounding_of(*declared, expected)) {
            let place = Place::RowField(item, row.index, name);
            let source = Source::computed(Place::Row(item, row.index));
            out.push(Difference { place, kind, declared, expected, source });
        }
    };
    check("nilaiBayar", DifferenceKind::Paid, row.declared.paid, amounts.paid);
    let settled = row.declared.settled.filter(|_| row.facility == Facility::SudahDilunasi);
    let covered = match (row.declared.covered, settled) {
        (Some(covered), Some(settled)) => covered.checked_add(settled),
        (covered, settled) => covered.or(settled),
    };
    check("nilaiFasilitas", DifferenceKind::Covered, covered, amounts.covered);
}

/// Whether a declared amount lies between the exact one cut to rupiah and raised to thousands.
fn is_rounding_of(declared: Decimal, exact: Decimal) -> bool {
    let bounds = floor_rupiah(exact).zip(round_up_thousand(exact));
    bounds.is_none_or(|(low, high)| declared >= low.0.into() && declared <= high.0.into())
}
