//! What a new table changes, row by row.

use std::cmp::Ordering;

use serde::Serialize;

use crate::decode::order;
use crate::table::{Row, Table};

/// The difference between two tables of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Diff {
    /// Rows that only the new table has.
    pub added: usize,
    /// Rows that only the old table has.
    pub removed: usize,
    /// Rows of the same key and first day with other cells.
    pub changed: usize,
    /// The first of them in key order, at most as many as were asked for.
    pub rows: Vec<RowDiff>,
}

impl Diff {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.total() == 0
    }

    /// Number of rows that differ.
    pub fn total(&self) -> usize {
        self.added + self.removed + self.changed
    }

    /// Number of rows that differ and are not listed.
    pub fn unlisted(&self) -> usize {
        self.total() - self.rows.len()
    }
}

/// One row that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowDiff {
    /// Key and first day of validity, as [`Row::key_text`] writes them.
    pub key: String,
    /// How it differs.
    #[serde(flatten)]
    pub kind: DiffKind,
}

/// How a row differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "kind", content = "columns")]
pub enum DiffKind {
    /// Only the new table has it.
    Added,
    /// Only the old table has it.
    Removed,
    /// These cells differ.
    Changed(Vec<CellDiff>),
}

/// One cell that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CellDiff {
    /// Column.
    pub column: &'static str,
    /// Content before.
    pub old: String,
    /// Content after.
    pub new: String,
}

/// What `new` changes in `old`, listing at most `limit` rows.
pub fn diff(old: &Table, new: &Table, limit: usize) -> Diff {
    let schema = new.schema();
    let mut out = Diff::default();
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        let side = match (i < old.len(), j < new.len()) {
            (true, true) => order(old.row(i), new.row(j), schema),
            (true, false) => Ordering::Less,
            (false, _) => Ordering::Greater,
        };
        let (row, kind) = match side {
            Ordering::Less => {
                out.removed += 1;
                (old.row(i), Some(DiffKind::Removed))
            }
            Ordering::Greater => {
                out.added += 1;
                (new.row(j), Some(DiffKind::Added))
            }
            Ordering::Equal => {
                let cells = cells(old.row(i), new.row(j));
                out.changed += usize::from(!cells.is_empty());
                (new.row(j), (!cells.is_empty()).then_some(DiffKind::Changed(cells)))
            }
        };
        i += usize::from(side != Ordering::Greater);
        j += usize::from(side != Ordering::Less);
        if let Some(kind) = kind.filter(|_| out.rows.len() < limit) {
            out.rows.push(RowDiff { key: row.key_text(), kind });
        }
    }
    out
}

fn cells(old: Row<'_>, new: Row<'_>) -> Vec<CellDiff> {
    let columns = new.table().schema().columns;
    (0..columns.len())
        .filter(|&c| old.cell(c) != new.cell(c))
        .map(|c| CellDiff { column: columns[c].name, old: old.cell(c).to_owned(), new: new.cell(c).to_owned() })
        .collect()
}
