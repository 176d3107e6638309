//! What comes out of a workbook.

use serde::{Deserialize, Serialize};

/// A cell that holds something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Column, from 0.
    #[serde(rename = "c")]
    pub column: u16,
    /// What it shows, without blanks around it.
    #[serde(rename = "t")]
    pub text: String,
    /// A number or a date of the sheet, written with a point or as `YYYY-MM-DD`; otherwise somebody typed the text.
    #[serde(rename = "x", default, skip_serializing_if = "std::ops::Not::not")]
    pub exact: bool,
    /// Computed by the sheet; the text is what it last came to.
    #[serde(rename = "f", default, skip_serializing_if = "std::ops::Not::not")]
    pub formula: bool,
}

/// A row that holds something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// From 1.
    #[serde(rename = "n")]
    pub number: u32,
    /// From left to right.
    #[serde(rename = "c")]
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell of a column.
    pub fn cell(&self, column: u16) -> Option<&Cell> {
        self.cells.binary_search_by_key(&column, |cell| cell.column).ok().and_then(|at| self.cells.get(at))
    }
}

/// A sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// From top to bottom.
    pub rows: Vec<Row>,
}

/// A workbook.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Book {
    /// In their order.
    pub sheets: Vec<Sheet>,
}

impl Book {
    /// The sheet of a name, whatever its case.
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name.eq_ignore_ascii_case(name))
    }
}
