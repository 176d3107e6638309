//! Builds the explanation tree from the figures of an assessment.

use rust_decimal::Decimal;

use super::assess::ItemAssessment;
use super::bucket::Total;
use super::cif::Valuation;
use super::codes::{Facility, Stage};
use super::explain::{Node, Operand, OperandName, OperandValue, Rounding, RoundingKind, Unit};
use super::figure::Figure;
use super::input::{ItemInput, LevyInput};
use super::params::LevyParams;
use super::place::Place;
use super::row::RowAssessment;
use super::source::Source;
use super::terms::CurrencyCode;
use super::{tree_row, tree_value};

/// What the tree is built from.
pub(super) struct Parts<'a> {
    pub input: &'a LevyInput,
    pub params: &'a LevyParams,
    pub valuation: &'a Valuation,
    pub items: &'a [ItemAssessment],
    pub totals: &'a [Total],
}

/// The tree: value of the declaration, goods lines, totals; the root is what is billed.
pub(super) fn build(parts: &Parts<'_>) -> Node {
    let mut root = Node::rupiah(
        Place::Header("pungutan"),
        Figure::Levies.label(),
        "Σ pembulatan(Σ nilaiBayar per jenis pungutan)",
        billed(parts.totals),
    );
    root.children.reserve_exact(2 + parts.items.len() + parts.totals.len());
    root.children.push(tree_value::cif(parts));
    root.children.push(tree_value::customs_value(parts));
    for (item, done) in parts.input.items.iter().zip(parts.items) {
        root.children.push(goods_line(parts, item, done));
    }
    for total in parts.totals {
        root.children.push(total_node(parts, total));
    }
    root
}

/// The part of the tree that belongs to one goods line.
pub(super) fn line(parts: &Parts<'_>, index: usize) -> Option<Node> {
    let (item, done) = parts.input.items.get(index).zip(parts.items.get(index))?;
    Some(goods_line(parts, item, done))
}

fn billed(totals: &[Total]) -> Option<Decimal> {
    let mut paid = totals.iter().filter(|total| total.fasilitas == Facility::Dibayar);
    paid.try_fold(Decimal::ZERO, |sum, total| sum.checked_add(total.rounded.0.into()))
}

fn total_node(parts: &Parts<'_>, total: &Total) -> Node {
    let regime = &parts.params.regime;
    let mut node = Node::rupiah(
        Place::Total(total.jenis, total.fasilitas),
        total.jenis.label(),
        "Σ barang[].barangTarif[]",
        Some(total.raw),
    );
    node.facility = Some(total.fasilitas.label());
    node.rounding = Some(Rounding {
        rule: RoundingKind::Levy(regime.value.rule_for(total.jenis)),
        rounded: total.rounded.0.into(),
        source: Some(Source::parameter(regime)),
    });
    node
}

/// One goods line: its value, duty and excise, the import value, taxes.
fn goods_line(parts: &Parts<'_>, item: &ItemInput, done: &ItemAssessment) -> Node {
    let currency = parts.input.currency;
    let mut node = Node {
        id: Place::Item(item.index),
        label: Figure::Item.label(),
        facility: None,
        formula: "cif header dibagi menurut fob; sisa pada barang terbesar",
        operands: tree_value::share_operands(parts, item.index, done),
        raw: done.shares.map(|shares| shares.cif),
        unit: Unit::Money(currency),
        rounding: None,
        children: Vec::with_capacity(done.rows.len() + 2),
    };
    node.children.push(tree_value::item_customs_value(parts, item.index, done));
    let rows = || item.rows.iter().zip(&done.rows);
    for (row, figures) in rows().filter(|(row, _)| row.levy.stage() != Stage::Tax) {
        node.children.push(tree_row::build(parts, item, row, (done, figures)));
    }
    node.children.push(import_value(parts, item.index, done));
    for (row, figures) in rows().filter(|(row, _)| row.levy.stage() == Stage::Tax) {
        node.children.push(tree_row::build(parts, item, row, (done, figures)));
    }
    node
}

/// Customs value plus the part of each duty and excise that counts.
fn import_value(parts: &Parts<'_>, index: usize, done: &ItemAssessment) -> Node {
    let place = Place::ItemField(index, "nilaiImpor");
    let formula = "nilaiPabean + bea masuk + bea masuk tambahan + cukai";
    let mut node = Node::rupiah(place, Figure::ImportValue.label(), formula, done.import_value);
    node.operands.reserve_exact(done.rows.len() + 1);
    if let Some(value) = done.customs_value {
        let pointer = Place::ItemField(index, "cifRupiah");
        let source = Source::Computed { pointer };
        node.operands.push(Operand::money(Figure::CustomsValue, value, CurrencyCode::IDR, source));
    }
    let counts = |row: &RowAssessment| row.counted(parts.params.counting.has(row.facility));
    for row in done.rows.iter().filter(|row| matches!(row.levy.stage(), Stage::Duty | Stage::Excise)) {
        let Some(value) = counts(row) else { continue };
        node.operands.push(Operand {
            name: OperandName::Levy(row.levy),
            value: OperandValue::Number(value),
            unit: Unit::Money(CurrencyCode::IDR),
            source: Source::Computed { pointer: Place::Row(index, row.index) },
        });
    }
    node
}
