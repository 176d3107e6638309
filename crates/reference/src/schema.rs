//! How a table is described: its columns, its key and its validity.

/// Whether a file must have a column, and whether its cells must be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The column must be there and every cell filled.
    Filled,
    /// The column must be there; cells may be empty.
    Column,
    /// The file may leave the column out; a merge then keeps what is known.
    Optional,
}

/// What a cell may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Any text up to so many characters.
    Text(usize),
    /// Digits only, from so many to so many.
    Digits(usize, usize),
    /// Capital letters and digits, from so many to so many; small letters are raised.
    Code(usize, usize),
    /// Letters, digits and `. - _ / %`, up to so many; kept as written.
    Mark(usize),
    /// An eight-digit tariff code; dots are dropped.
    Hs8,
    /// A tariff code of 2, 4, 6 or 8 digits; dots are dropped.
    HsNode,
    /// A UN/LOCODE of five characters.
    Locode,
    /// A facility code; one digit is filled up to two (h2h-api codes/kode_fasilitas).
    Facility,
    /// ISO date.
    Date,
    /// Non-negative decimal, digits before and after the point at most so many.
    Decimal(u32),
    /// Non-negative decimals joined by `|`.
    Decimals,
    /// `Y` or `N`.
    YesNo,
    /// `Y`, or nothing; `N` is written as nothing.
    Flag,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// The name of a small list; the names of other packs are translated.
    Group,
    /// A code of the small list named in the column before; facility codes are filled up to two digits.
    GroupCode,
}

/// One column.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Name in the canonical header.
    pub name: &'static str,
    /// Names that other packs use for it.
    pub aliases: &'static [&'static str],
    /// Whether it must be there.
    pub need: Need,
    /// What its cells hold.
    pub shape: Shape,
}

/// One table's description.
#[derive(Debug)]
pub struct Schema {
    /// Name of the table, which is also the stem of its canonical file.
    pub name: &'static str,
    /// Title for lists and messages.
    pub title: kernel::Text,
    /// Other file stems that carry this table.
    pub stems: &'static [&'static str],
    /// Columns in canonical order.
    pub columns: &'static [Column],
    /// Positions of the key columns.
    pub key: &'static [usize],
    /// Position of the first day of validity.
    pub dari: Option<usize>,
    /// Position of the last day of validity.
    pub sampai: Option<usize>,
}

impl Schema {
    /// The position of the column with this canonical name.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == name)
    }

    /// The position of the column that a file calls so: canonical name or alias, in any case.
    pub(crate) fn position_in_file(&self, name: &str) -> Option<usize> {
        let is = |n: &str| n.eq_ignore_ascii_case(name);
        self.columns.iter().position(|c| is(c.name) || c.aliases.iter().any(|a| is(a)))
    }
}

pub(crate) const fn filled(name: &'static str, shape: Shape) -> Column {
    Column { name, aliases: &[], need: Need::Filled, shape }
}

pub(crate) const fn column(name: &'static str, shape: Shape) -> Column {
    Column { name, aliases: &[], need: Need::Column, shape }
}

pub(crate) const fn optional(name: &'static str, shape: Shape) -> Column {
    Column { name, aliases: &[], need: Need::Optional, shape }
}

impl Column {
    pub(crate) const fn or(self, aliases: &'static [&'static str]) -> Self {
        Self { aliases, ..self }
    }
}
