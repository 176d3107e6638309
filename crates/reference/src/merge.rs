//! An imported table joined to the one already there.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::check;
use crate::decode::{Loaded, order};
use crate::error::{Errors, ImportError};
use crate::kind::{MergeMode, TableKind};
use crate::table::{Berlaku, Row, Table};

/// The table after importing `new` over `old`.
///
/// A column that the new file does not have says nothing: rows that were known keep their cells in it, found by key and
/// first day, else by the last earlier row of the key. With `Append`, a real exchange rate removes the samples that it
/// overlaps. Errors carry line 0, since they concern two files.
pub fn merge(old: &Table, new: &Table, mode: MergeMode) -> Result<Table, Vec<ImportError>> {
    let filled = inherit(old, new);
    let mut joined = match mode {
        MergeMode::Replace => filled,
        MergeMode::Append => join(old, &filled),
    };
    joined.set_given(old.given_mask() | new.given_mask());
    let lines = vec![0; joined.len()];
    let loaded = Loaded { numbers: vec![0; joined.schema().columns.len()], table: joined, lines };
    let mut errors = Errors::default();
    check::rows(&loaded, &mut errors);
    if errors.is_empty() { Ok(loaded.table) } else { Err(errors.finish()) }
}

/// The new rows, with what their file does not say taken from the old table.
fn inherit(old: &Table, new: &Table) -> Table {
    let schema = new.schema();
    let silent: Vec<bool> = (0..schema.columns.len()).map(|c| !new.given(c)).collect();
    if !silent.contains(&true) || old.is_empty() {
        return new.clone();
    }
    let dated = schema.dari.is_some_and(|c| new.given(c));
    let mut out = Table::empty(new.kind());
    for row in new.rows() {
        let donor = donor(old, row, dated);
        for (column, silent) in silent.iter().enumerate() {
            let from = donor.filter(|_| *silent && !(dated && Some(column) == schema.sampai));
            out.push_cell(from.unwrap_or(row).cell(column));
        }
    }
    out
}

/// The last old row of the same key that begins no later than `row`; any beginning when the file does not tell one.
fn donor<'a>(old: &'a Table, row: Row<'_>, dated: bool) -> Option<Row<'a>> {
    let schema = old.schema();
    let (mut low, mut high) = (0, old.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let there = old.row(middle);
        let side = if dated { order(there, row, schema) } else { there.key().cmp(row.key()) };
        if side == Ordering::Greater { high = middle } else { low = middle + 1 }
    }
    let found = old.row(low.checked_sub(1)?);
    found.key().eq(row.key()).then_some(found)
}

/// All rows of both; the new one where both have the same key and first day.
fn join(old: &Table, new: &Table) -> Table {
    let schema = new.schema();
    let published = Published::of(new);
    let mut out = Table::empty(new.kind());
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        let side = match (i < old.len(), j < new.len()) {
            (true, true) => order(old.row(i), new.row(j), schema),
            (true, false) => Ordering::Less,
            (false, _) => Ordering::Greater,
        };
        match side {
            Ordering::Less if published.supersedes(old.row(i)) => {}
            Ordering::Less => out.push_row(old.row(i)),
            _ => out.push_row(new.row(j)),
        }
        i += usize::from(side != Ordering::Greater);
        j += usize::from(side != Ordering::Less);
    }
    out
}

/// The weeks for which a table brings published rates, by currency, in order.
struct Published<'a>(BTreeMap<&'a str, Vec<Berlaku>>);

impl<'a> Published<'a> {
    fn of(new: &'a Table) -> Self {
        let mut weeks: BTreeMap<&str, Vec<Berlaku>> = BTreeMap::new();
        if new.kind() == TableKind::Kurs {
            for row in new.rows().filter(|r| r.get("contoh").is_empty()) {
                weeks.entry(row.get("valuta")).or_default().push(row.berlaku());
            }
        }
        Self(weeks)
    }

    /// Whether `row` is a sample rate on a day that has a published one.
    fn supersedes(&self, row: Row<'_>) -> bool {
        let Some(weeks) = self.0.get(row.get("valuta")).filter(|_| !row.get("contoh").is_empty()) else { return false };
        let sample = row.berlaku();
        let later = weeks.partition_point(|week| week.sampai < sample.dari);
        weeks.get(later).is_some_and(|week| week.dari <= sample.sampai)
    }
}
