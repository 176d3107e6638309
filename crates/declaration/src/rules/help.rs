//! Small words that many rules use.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Decimal, Seri, Text};

use super::Subject;
use crate::document::{Barang, BarangTarif, Dokumen, Entitas, Field};

/// A message in both languages.
pub fn text(id: impl Into<String>, en: impl Into<String>) -> Text {
    Text::made(id.into(), en.into())
}

/// The text of a code field, empty when it has no good value.
pub fn code<T: std::fmt::Display + AsRef<str>>(field: &Field<T>) -> &str {
    field.good().map_or("", AsRef::as_ref)
}

/// Parties of one role, with their position.
pub fn parties<'a>(subject: &Subject<'a>, role: &'static str) -> impl Iterator<Item = (usize, &'a Entitas)> {
    subject.doc.entitas.iter().enumerate().filter(move |(_, e)| code(&e.kode_entitas) == role)
}

/// Papers of one of the kinds, with their position.
pub fn papers<'a>(subject: &Subject<'a>, kinds: &'static [&'static str]) -> impl Iterator<Item = (usize, &'a Dokumen)> {
    subject.doc.dokumen.iter().enumerate().filter(move |(_, d)| kinds.contains(&code(&d.kode_dokumen)))
}

/// Every levy row: (line, row, levy row).
pub fn levies<'a>(subject: &Subject<'a>) -> impl Iterator<Item = (usize, usize, &'a Barang, &'a BarangTarif)> {
    let lines = subject.doc.barang.iter().enumerate();
    lines.flat_map(|(i, b)| b.barang_tarif.iter().enumerate().map(move |(j, t)| (i, j, b, t)))
}

/// Pointer of a goods line's member.
pub fn line(index: usize, name: &str) -> String {
    format!("barang[{index}].{name}")
}

/// Sum of one decimal over the goods lines; `None` when a line has no good value or the sum overflows.
pub fn sum<T: Copy + Into<Decimal>>(subject: &Subject<'_>, of: fn(&Barang) -> &Field<T>) -> Option<Decimal> {
    subject.doc.barang.iter().try_fold(Decimal::ZERO, |total, b| total.checked_add(of(b).value()?.into()))
}

/// Whether the document declares goods without a physical form (portal 4.2).
pub fn intangible(subject: &Subject<'_>) -> bool {
    subject.doc.flag_barang_tidak_berwujud.value() == Some(kernel::YaTidak::Ya)
}

/// Positions whose running number repeats an earlier one.
pub fn repeated<T: Ord>(numbers: impl Iterator<Item = Option<T>>) -> Vec<usize> {
    let mut seen = BTreeSet::new();
    let is_repeated = |number: Option<T>| number.is_some_and(|number| !seen.insert(number));
    numbers.map(is_repeated).enumerate().filter(|(_, double)| *double).map(|(index, _)| index).collect()
}

/// The papers by their running number: goods lines name them by it. The first of two with one number counts.
pub fn papers_by_number<'a>(subject: &Subject<'a>) -> BTreeMap<Seri, &'a Dokumen> {
    let numbered = subject.doc.dokumen.iter().filter_map(|d| Some((d.seri_dokumen.value()?, d)));
    numbered.rev().collect()
}

/// The papers that a goods line names.
pub fn papers_of<'a>(papers: &BTreeMap<Seri, &'a Dokumen>, goods: &Barang) -> impl Iterator<Item = &'a Dokumen> {
    goods.barang_dokumen.iter().filter_map(|row| papers.get(&row.seri_dokumen.value()?).copied())
}
