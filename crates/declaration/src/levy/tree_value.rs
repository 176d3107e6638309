//! Explanation of the value: price, freight, insurance, CIF, exchange rate, and each goods line's part.

use rust_decimal::Decimal;

use super::assess::ItemAssessment;
use super::cif::Cost;
use super::explain::{Node, Operand, Rounding, RoundingKind, Unit};
use super::figure::Figure;
use super::lookup::Param;
use super::place::Place;
use super::source::Source;
use super::terms::{CurrencyCode, Incoterm};
use super::tree::Parts;

fn declared(name: &'static str) -> Source {
    Source::Declared { pointer: Place::Header(name) }
}

fn computed(name: &'static str) -> Source {
    Source::Computed { pointer: Place::Header(name) }
}

/// CIF of the declaration, with freight and insurance as children where they were estimated.
pub(super) fn cif(parts: &Parts<'_>) -> Node {
    let value = parts.valuation;
    let currency = parts.input.currency;
    let money = |figure, amount, source| Operand::money(figure, amount, currency, source);
    let mut operands = Vec::with_capacity(5);
    operands.push(money(Figure::Price, value.price, declared("nilaiBarang")));
    operands.push(money(Figure::Additions, value.additions, declared("biayaTambahan")));
    operands.push(money(Figure::Deductions, value.deductions, declared("biayaPengurang")));
    for (figure, cost) in [(Figure::Freight, value.freight), (Figure::Insurance, value.insurance)] {
        if let Some(cost) = cost.filter(|cost| cost.added) {
            let source = if cost.estimated { computed(figure.name()) } else { declared(figure.name()) };
            operands.push(money(figure, cost.amount, source));
        }
    }
    let mut children = Vec::with_capacity(2);
    children.extend(value.freight.filter(|cost| cost.estimated).map(|cost| freight(parts, cost)));
    children.extend(value.insurance.filter(|cost| cost.estimated).map(|cost| insurance(parts, cost)));
    let rounding = value.cif.filter(|cif| value.cif_raw != Some(*cif));
    Node {
        id: Place::Header("cif"),
        label: Figure::Cif.label(),
        facility: None,
        formula: cif_formula(parts.input.incoterm, value.insurance.is_some_and(|cost| cost.added)),
        operands,
        raw: value.cif_raw,
        unit: Unit::Money(currency),
        rounding: rounding.map(|rounded| Rounding { rule: RoundingKind::Cif, rounded, source: None }),
        children,
    }
}

fn cif_formula(terms: Option<Incoterm>, insured: bool) -> &'static str {
    match (terms, insured) {
        (Some(Incoterm::Fob | Incoterm::Other), true) => "harga + biayaTambahan − biayaPengurang + freight + asuransi",
        (Some(Incoterm::Fob | Incoterm::Other), false) => "harga + biayaTambahan − biayaPengurang + freight",
        (Some(Incoterm::Cfr), true) => "harga + biayaTambahan − biayaPengurang + asuransi",
        (Some(_), _) => "harga + biayaTambahan − biayaPengurang",
        (None, _) => "",
    }
}

fn freight(parts: &Parts<'_>, cost: Cost) -> Node {
    let percent = parts.input.freight_group.map(|group| parts.params.freight(group));
    let base = parts.valuation.adjusted_price.unwrap_or_default();
    estimate(parts, Figure::Freight, "fob × persen", (base, percent), cost)
}

fn insurance(parts: &Parts<'_>, cost: Cost) -> Node {
    let freight = parts.valuation.freight.map(|freight| freight.added_amount()).unwrap_or_default();
    let price = parts.valuation.adjusted_price.unwrap_or_default();
    let base = price.checked_add(freight).unwrap_or_default();
    estimate(parts, Figure::Insurance, "(fob + freight) × persen", (base, Some(&parts.params.insurance)), cost)
}

fn estimate(
    parts: &Parts<'_>,
    figure: Figure,
    formula: &'static str,
    (base, percent): (Decimal, Option<&Param<Decimal>>),
    cost: Cost,
) -> Node {
    let currency = parts.input.currency;
    let mut operands = Vec::with_capacity(2);
    operands.push(Operand::money(Figure::Fob, base, currency, computed("fob")));
    operands.extend(
        percent.map(|percent| {
            Operand::number(Figure::Percentage, percent.value, Unit::Percent, Source::parameter(percent))
        }),
    );
    Node {
        id: Place::Header(figure.name()),
        label: figure.label(),
        facility: None,
        formula,
        operands,
        raw: Some(cost.amount),
        unit: Unit::Money(currency),
        rounding: None,
        children: Vec::new(),
    }
}

/// CIF × NDPBM of the declaration.
pub(super) fn customs_value(parts: &Parts<'_>) -> Node {
    let place = Place::Header("nilaiPabean");
    let (cif, total) = (parts.valuation.cif, parts.valuation.customs_value);
    in_rupiah(parts, place, cif.map(|cif| (cif, computed("cif"))), total)
}

/// CIF × NDPBM of one goods line.
pub(super) fn item_customs_value(parts: &Parts<'_>, index: usize, done: &ItemAssessment) -> Node {
    let place = Place::ItemField(index, "cifRupiah");
    let cif = done.shares.map(|shares| (shares.cif, Source::Computed { pointer: Place::Item(index) }));
    in_rupiah(parts, place, cif, done.customs_value)
}

fn in_rupiah(parts: &Parts<'_>, place: Place, cif: Option<(Decimal, Source)>, raw: Option<Decimal>) -> Node {
    let mut node = Node::rupiah(place, Figure::CustomsValue.label(), "cif × ndpbm", raw);
    node.operands.reserve_exact(2);
    if let Some((cif, source)) = cif {
        node.operands.push(Operand::money(Figure::Cif, cif, parts.input.currency, source));
    }
    if let Some(ndpbm) = parts.valuation.ndpbm {
        let source = Source::decreed(Place::Header("ndpbm"), parts.input.ndpbm_source.as_ref());
        node.operands.push(Operand::money(Figure::Ndpbm, ndpbm, CurrencyCode::IDR, source));
    }
    node
}

/// The parts of a goods line that are not zero; freight and insurance only where they were added.
pub(super) fn share_operands(parts: &Parts<'_>, index: usize, done: &ItemAssessment) -> Vec<Operand> {
    let Some(shares) = done.shares else { return Vec::new() };
    let added = |cost: Option<Cost>| cost.is_some_and(|cost| cost.added);
    let figures = [
        (Figure::Price, shares.price, true),
        (Figure::Additions, shares.additions, true),
        (Figure::Deductions, shares.deductions, true),
        (Figure::Freight, shares.freight, added(parts.valuation.freight)),
        (Figure::Insurance, shares.insurance, added(parts.valuation.insurance)),
    ];
    let mut operands = Vec::with_capacity(figures.len());
    for (figure, amount, _) in figures.into_iter().filter(|(_, amount, shown)| *shown && !amount.is_zero()) {
        let source = Source::Computed { pointer: Place::ItemField(index, figure.name()) };
        operands.push(Operand::money(figure, amount, parts.input.currency, source));
    }
    operands
}
