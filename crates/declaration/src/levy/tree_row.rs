//! Explanation of one levy row: base × rate = amount, the reference rate beside it, and the facility's part.

use rust_decimal::Decimal;

use super::assess::ItemAssessment;
use super::codes::{Facility, Levy, Stage};
use super::difference::legal_rate;
use super::explain::{Node, Operand, OperandName, OperandValue, Unit};
use super::figure::Figure;
use super::input::{ItemInput, RowInput};
use super::lookup::Param;
use super::place::Place;
use super::rounding::Ratio;
use super::row::{Amounts, RowAssessment};
use super::source::Source;
use super::terms::{CurrencyCode, TariffKind, TariffMoney};
use super::tree::Parts;

const IDR: Unit = Unit::Money(CurrencyCode::IDR);

/// The node of a levy row, with the computed goods line and the row's own figures.
pub(super) fn build(
    parts: &Parts<'_>,
    item: &ItemInput,
    row: &RowInput,
    (line, done): (&ItemAssessment, &RowAssessment),
) -> Node {
    let place = Place::Row(item.index, row.index);
    let gross = done.amounts.map(|amounts| amounts.gross);
    let mut node = Node::rupiah(place, row.levy.label(), formula(row, done), gross);
    node.facility = Some(row.facility.label());
    if row.levy.stage() != Stage::AsDeclared {
        node.operands = Vec::with_capacity(6);
        match done.kind {
            TariffKind::AdValorem => base_operands(parts, item.index, row, (line, done), &mut node.operands),
            TariffKind::Specific => quantity_operands(parts, item.index, row, done, &mut node.operands),
        }
        rate_operands(parts, item, row, done, &mut node.operands);
    }
    if let Some(amounts) = done.amounts.filter(|_| row.facility != Facility::Dibayar) {
        node.children = facility_parts(item.index, row, done, amounts);
    }
    node
}

fn formula(row: &RowInput, done: &RowAssessment) -> &'static str {
    match (row.levy.stage(), done.kind) {
        (Stage::AsDeclared, _) => "nilaiBayar + nilaiFasilitas diberitahukan",
        (_, TariffKind::Specific) if done.tariff_ndpbm == Some(Decimal::ONE) => "jumlahSatuan × tarif",
        (_, TariffKind::Specific) => "jumlahSatuan × tarif × ndpbm",
        (Stage::Duty, _) => "nilaiPabean × tarif%",
        (Stage::Excise, _) => "dasarCukai × tarif%",
        (Stage::Tax, _) if done.factor == Ratio::ONE => "nilaiImpor × tarif%",
        (Stage::Tax, _) => "nilaiImpor × faktorDpp × tarif%",
    }
}

fn base_operands(
    parts: &Parts<'_>,
    index: usize,
    row: &RowInput,
    (line, done): (&ItemAssessment, &RowAssessment),
    out: &mut Vec<Operand>,
) {
    let Some(base) = done.base else { return };
    let (figure, pointer) = match row.levy.stage() {
        Stage::Tax => (Figure::ImportValue, Place::ItemField(index, "nilaiImpor")),
        Stage::Excise => (Figure::ExciseBase, Place::RowField(index, row.index, "dasarCukai")),
        _ => (Figure::CustomsValue, Place::ItemField(index, "cifRupiah")),
    };
    out.push(Operand::money(figure, base, CurrencyCode::IDR, Source::Computed { pointer }));
    if row.levy != Levy::Ppn {
        return;
    }
    let lift = line.import_value.and_then(|value| base.checked_sub(value)).filter(|lift| !lift.is_zero());
    if let Some(lift) = lift {
        let source = Source::parameter(&parts.params.ppn_on_rounded_duty);
        out.push(Operand::money(Figure::DutyRounding, lift, CurrencyCode::IDR, source));
    }
    if done.factor != Ratio::ONE {
        out.push(Operand {
            name: OperandName::Figure(Figure::BaseFactor),
            value: OperandValue::Ratio(done.factor),
            unit: Unit::Count,
            source: Source::parameter(factor_of(parts, done.factor)),
        });
        let pointer = Place::RowField(index, row.index, "dpp");
        let charged = done.factor.of(base).unwrap_or(base);
        out.push(Operand::money(Figure::ChargedBase, charged, CurrencyCode::IDR, Source::Computed { pointer }));
    }
}

/// The parameter that a factor was taken from.
fn factor_of<'a>(parts: &Parts<'a>, factor: Ratio) -> &'a Param<Ratio> {
    let params = parts.params;
    if params.ppn_base.value == factor { &params.ppn_base } else { &params.ppn_base_luxury }
}

fn quantity_operands(parts: &Parts<'_>, index: usize, row: &RowInput, done: &RowAssessment, out: &mut Vec<Operand>) {
    if let Some(quantity) = done.quantity {
        let place = match row.quantity {
            Some(_) => Place::RowField(index, row.index, "jumlahSatuan"),
            None => Place::ItemField(index, "jumlahSatuan"),
        };
        out.push(Operand::number(Figure::Quantity, quantity, Unit::Count, Source::Declared { pointer: place }));
    }
    if let (TariffMoney::Foreign(..), Some(ndpbm)) = (row.money, done.tariff_ndpbm) {
        let source = match row.money {
            TariffMoney::Foreign(_, Some(_)) => {
                Source::decreed(Place::RowField(index, row.index, "tarif"), row.money_source.as_ref())
            }
            _ => Source::decreed(Place::Header("ndpbm"), parts.input.ndpbm_source.as_ref()),
        };
        out.push(Operand::money(Figure::Ndpbm, ndpbm, CurrencyCode::IDR, source));
    }
}

/// The declared rate and, beside it, the legal one.
fn rate_operands(parts: &Parts<'_>, item: &ItemInput, row: &RowInput, done: &RowAssessment, out: &mut Vec<Operand>) {
    let unit = |kind| match (kind, row.money) {
        (TariffKind::AdValorem, _) => Unit::Percent,
        (TariffKind::Specific, TariffMoney::Rupiah) => IDR,
        (TariffKind::Specific, TariffMoney::Foreign(currency, _)) => Unit::Money(currency),
    };
    let pointer = Place::RowField(item.index, row.index, "tarif");
    out.push(Operand::number(Figure::Rate, done.rate, unit(done.kind), Source::Declared { pointer }));
    if let Some(legal) = legal_rate(item, row, parts.params, parts.input.has_api) {
        out.push(Operand::number(Figure::ReferenceRate, legal.rate, unit(legal.kind), legal.source));
    }
}

/// The part under the facility and the part that remains payable.
fn facility_parts(index: usize, row: &RowInput, done: &RowAssessment, amounts: Amounts) -> Vec<Node> {
    let place = |name| Place::RowField(index, row.index, name);
    let formula = "pungutan × tarifFasilitas%";
    let mut covered = Node::rupiah(place("nilaiFasilitas"), Figure::Covered.label(), formula, Some(amounts.covered));
    covered.facility = Some(row.facility.label());
    let source = Source::Computed { pointer: Place::Row(index, row.index) };
    let percent_source = Source::decreed(place("tarifFasilitas"), row.facility_source.as_ref());
    covered.operands = vec![
        Operand::money(Figure::Gross, amounts.gross, CurrencyCode::IDR, source),
        Operand::number(Figure::FacilityPercent, done.facility_percent, Unit::Percent, percent_source),
    ];
    let formula = "pungutan − nilaiFasilitas";
    let mut paid = Node::rupiah(place("nilaiBayar"), Figure::Paid.label(), formula, Some(amounts.paid));
    paid.facility = Some(Facility::Dibayar.label());
    vec![covered, paid]
}
