//! What is wrong with which cell.

use std::collections::BTreeSet;

use declaration::document::{AnyField, Path, Section, Visit, split_list_step};
use declaration::{Pib, Raw};
use kernel::{Finding, Severity, Text};

use super::fill::{Filled, value};
use super::suggest::suggest;
use crate::reference::Day;

/// Most notes of one workbook.
const MOST: usize = 5_000;
/// Longest value that a note repeats, characters.
const LONGEST: usize = 60;

/// Something to say about a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Sheet.
    pub sheet: String,
    /// Column, from 0.
    pub column: u16,
    /// Row, from 1.
    pub row: u32,
    /// What stands there.
    pub value: String,
    /// How much it weighs.
    pub weight: Severity,
    /// Code of the rule; empty for what the cell itself has against it.
    pub code: String,
    /// What is wrong.
    pub message: Text,
    /// What might be meant.
    pub suggestion: Option<String>,
}

impl Note {
    pub(super) fn of(sheet: &str, column: u16, row: u32, value: &str, (weight, message): (Severity, Text)) -> Self {
        Self {
            sheet: sheet.to_owned(),
            column,
            row,
            value: short(value),
            weight,
            code: String::new(),
            message,
            suggestion: None,
        }
    }

    /// `B17`.
    pub fn cell(&self) -> String {
        sheet::name(self.column, self.row.max(1))
    }
}

/// A value as far as a note repeats it.
pub(super) fn short(text: &str) -> String {
    let mut out: String = text.chars().take(LONGEST).collect();
    if text.chars().count() > LONGEST {
        out.push('…');
    }
    out
}

/// The notes of a workbook, in the order of its cells; `local` gives the pointer within the workbook of a finding's.
pub(super) fn notes(
    filled: &mut Filled,
    findings: &[Finding],
    day: &Day,
    local: impl Fn(&str) -> Option<String>,
) -> Vec<Note> {
    let mut notes = std::mem::take(&mut filled.notes);
    let mut said = BTreeSet::new();
    let mut add = |notes: &mut Vec<Note>, filled: &mut Filled, pointer: &str, what: (&str, Severity, Text)| {
        let Some((sheet, column, row)) = filled.cell_of(pointer).map(|(s, c, r)| (s.to_owned(), c, r)) else { return };
        let (code, weight, message) = what;
        let value = value(&mut filled.doc, pointer);
        let suggestion = (weight != Severity::Note).then(|| suggest(pointer, &value, day)).flatten();
        said.insert(pointer.to_owned());
        let note = Note::of(&sheet, column, row, &value, (weight, message));
        notes.push(Note { code: code.to_owned(), suggestion, ..note });
    };
    for finding in findings {
        let Some(pointer) = local(finding.pointer.as_str()) else { continue };
        if finding.severity != Severity::Note {
            add(&mut notes, filled, &pointer, (&finding.code, finding.severity, finding.message.clone()));
        }
    }
    // Rules stop after a hundred findings of a kind; a cell that cannot be read is told in any case.
    let mut unreadable = Unreadable(Vec::new());
    filled.doc.walk(&Path::Root, &mut unreadable);
    for (pointer, message) in unreadable.0 {
        if notes.len() < MOST && !is_said(&notes, filled, &pointer) {
            add(&mut notes, filled, &pointer, ("", Severity::Reject, message));
        }
    }
    notes.sort_by(|a, b| {
        (&a.sheet, a.row, a.column, b.weight, &a.code).cmp(&(&b.sheet, b.row, b.column, a.weight, &b.code))
    });
    notes.dedup();
    notes.truncate(MOST);
    notes
}

fn is_said(notes: &[Note], filled: &Filled, pointer: &str) -> bool {
    let Some((sheet, column, row)) = filled.cell_of(pointer) else { return true };
    notes.iter().any(|n| n.weight == Severity::Reject && n.row == row && n.column == column && n.sheet == sheet)
}

struct Unreadable(Vec<(String, Text)>);

impl Visit for Unreadable {
    fn field(&mut self, at: &Path<'_>, name: &'static str, field: &dyn AnyField) {
        if let Some(problem) = field.problem() {
            self.0.push((at.pointer(name).to_string(), problem.message.clone()));
        }
    }

    fn extra(&mut self, _: &Path<'_>, _: &str, _: &Raw, _: bool) {}
}

/// The workbook's goods row of a finding's pointer, when the finding is about one.
pub(super) fn goods_index(pointer: &str) -> Option<(usize, &str)> {
    split_list_step(pointer).filter(|(list, ..)| *list == "barang").map(|(_, index, rest)| (index, rest))
}

/// The rows with something that rejects.
pub(super) fn wrong_rows(notes: &[Note], sheet: &str) -> BTreeSet<u32> {
    notes.iter().filter(|n| n.weight == Severity::Reject && n.sheet == sheet).map(|n| n.row).collect()
}

/// Members that the portal numbers by itself.
pub(super) fn number(doc: &mut Pib) {
    for (index, goods) in doc.barang.iter_mut().enumerate() {
        if let Some(seri) = kernel::Seri::of_index(index) {
            goods.seri_barang = declaration::Field::Good(seri);
        }
    }
}
