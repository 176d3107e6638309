//! The content of one table: rows of text in one arena, sorted by key.

use std::fmt;

use kernel::Date;
use sha2::{Digest, Sha256};

use crate::kind::TableKind;
use crate::schema::{Need, Schema};

/// SHA-256 of a table's canonical text: the name under which a store keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentHash(pub [u8; 32]);

impl ContentHash {
    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The hash that this text (64 hexadecimal digits) writes out.
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut out = [0; 32];
        hex::decode_to_slice(text, &mut out).ok()?;
        Some(Self(out))
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

/// A parsed table. Every row has one cell per schema column, empty where nothing is said; rows are unique and sorted by
/// key, then by the first day of validity.
#[derive(Clone)]
pub struct Table {
    kind: TableKind,
    text: String,
    ends: Vec<u32>,
    /// Bit `i` is set when the source had schema column `i`.
    given: u32,
}

impl Table {
    /// A table without rows.
    pub fn empty(kind: TableKind) -> Self {
        Self { kind, text: String::new(), ends: Vec::new(), given: 0 }
    }

    /// Which table this is.
    pub fn kind(&self) -> TableKind {
        self.kind
    }

    /// The description of its columns.
    pub fn schema(&self) -> &'static Schema {
        self.kind.schema()
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.ends.len() / self.schema().columns.len()
    }

    /// Whether it has no row.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Row `index`; past the end, a row of empty cells.
    pub fn row(&self, index: usize) -> Row<'_> {
        Row { table: self, index }
    }

    /// All rows in order.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        (0..self.len()).map(|index| self.row(index))
    }

    /// The canonical CSV text: every required column, optional ones when any row fills them, rows in order.
    ///
    /// Parsing it gives an equal table, so its [`ContentHash`] names the content.
    pub fn canonical(&self) -> Vec<u8> {
        let columns = self.schema().columns;
        let used: Vec<usize> = (0..columns.len())
            .filter(|&c| columns[c].need != Need::Optional || self.rows().any(|r| !r.cell(c).is_empty()))
            .collect();
        let mut out = Vec::with_capacity(self.text.len() + self.len() * used.len() + 256);
        write_line(&mut out, used.iter().map(|&c| columns[c].name));
        for row in self.rows() {
            write_line(&mut out, used.iter().map(|&c| row.cell(c)));
        }
        out
    }

    pub(crate) fn given(&self, column: usize) -> bool {
        self.given & (1 << column) != 0
    }

    pub(crate) fn given_mask(&self) -> u32 {
        self.given
    }

    pub(crate) fn set_given(&mut self, mask: u32) {
        self.given = mask;
    }

    pub(crate) fn push_cell(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// The cell pushed last.
    pub(crate) fn last_cell(&self) -> &str {
        self.ends.len().checked_sub(1).map_or("", |cell| self.cell(cell))
    }

    /// Drops the cells after `rows` whole rows.
    pub(crate) fn truncate(&mut self, rows: usize) {
        let cells = rows * self.schema().columns.len();
        self.ends.truncate(cells);
        self.text.truncate(self.ends.last().map_or(0, |&e| e as usize));
    }

    /// The table with its rows in this order.
    pub(crate) fn reordered(&self, order: &[usize]) -> Self {
        let mut out = Self::empty(self.kind);
        out.given = self.given;
        out.text.reserve(self.text.len());
        out.ends.reserve(self.ends.len());
        for &index in order {
            out.push_row(self.row(index));
        }
        out
    }

    pub(crate) fn push_row(&mut self, row: Row<'_>) {
        for c in 0..self.schema().columns.len() {
            self.push_cell(row.cell(c));
        }
    }

    fn cell(&self, cell: usize) -> &str {
        let start = if cell == 0 { 0 } else { self.ends.get(cell - 1).map_or(0, |&e| e as usize) };
        let end = self.ends.get(cell).map_or(start, |&e| e as usize);
        self.text.get(start..end).unwrap_or_default()
    }
}

fn write_line<'a>(out: &mut Vec<u8>, cells: impl Iterator<Item = &'a str>) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            out.push(b',');
        }
        if cell.contains([',', '"']) {
            out.push(b'"');
            out.extend(cell.replace('"', "\"\"").bytes());
            out.push(b'"');
        } else {
            out.extend(cell.bytes());
        }
    }
    out.push(b'\n');
}

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind && self.ends == other.ends && self.text == other.text
    }
}

impl Eq for Table {}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}", self.kind, String::from_utf8_lossy(&self.canonical()))
    }
}

/// One row of a table.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    index: usize,
}

impl<'a> Row<'a> {
    /// The table it belongs to.
    pub fn table(self) -> &'a Table {
        self.table
    }

    /// The cell of the column with this name; empty when the cell is, or when there is no such column.
    pub fn get(self, column: &str) -> &'a str {
        self.table.schema().position(column).map_or("", |c| self.cell(c))
    }

    /// The cell of schema column `column`.
    pub fn cell(self, column: usize) -> &'a str {
        let width = self.table.schema().columns.len();
        if column < width { self.table.cell(self.index * width + column) } else { "" }
    }

    /// The cells of the key columns.
    pub fn key(self) -> impl Iterator<Item = &'a str> {
        self.table.schema().key.iter().map(move |&c| self.cell(c))
    }

    /// The key written for a person: the cells joined by a blank, and the first day of validity when there is one.
    pub fn key_text(self) -> String {
        let schema = self.table.schema();
        let mut cells: Vec<&str> = self.key().filter(|c| !c.is_empty()).collect();
        if let Some(dari) = schema.dari.map(|c| self.cell(c)).filter(|d| !d.is_empty()) {
            cells.push(dari);
        }
        cells.join(" ")
    }

    /// From when to when the row holds, as written.
    pub fn berlaku(self) -> Berlaku {
        let schema = self.table.schema();
        let date = |column: Option<usize>| column.and_then(|c| crate::cell::parse_date(self.cell(c)));
        Berlaku { dari: date(schema.dari), sampai: date(schema.sampai) }
    }
}

impl fmt::Debug for Row<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns = self.table.schema().columns;
        f.debug_map().entries(columns.iter().enumerate().map(|(i, c)| (c.name, self.cell(i)))).finish()
    }
}

/// Days on which a row holds, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Berlaku {
    /// First day; `None` means since ever.
    pub dari: Option<Date>,
    /// Last day; `None` means until a later row of the same key begins.
    pub sampai: Option<Date>,
}

impl Berlaku {
    /// Whether `date` lies within, as far as this row alone tells.
    pub fn covers(self, date: Date) -> bool {
        self.dari.is_none_or(|d| d <= date) && self.sampai.is_none_or(|s| date <= s)
    }
}
