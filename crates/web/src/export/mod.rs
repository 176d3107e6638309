//! Lists as files for spreadsheets: what the page shows, all rows of it.

pub(crate) mod book;
mod csv;
mod xlsx;

use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::lang::Lang;
use crate::problem::Problem;
use crate::visit::Visit;

/// Most rows of a file.
pub const MOST: usize = 10_000;

/// Kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text with a separator.
    Csv,
    /// A workbook.
    Xlsx,
}

impl Format {
    /// Both, as lists offer them.
    pub const ALL: [Self; 2] = [Self::Csv, Self::Xlsx];

    /// What the address asks for with `?format=`.
    pub fn asked(visit: &Visit) -> Option<Self> {
        let word = visit.query("format");
        Self::ALL.into_iter().find(|format| format.word() == word)
    }

    /// In addresses and file names.
    pub fn word(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// For people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Xlsx => "XLSX",
        }
    }

    fn content_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// An address with this format added.
    pub fn href(self, address: &str) -> String {
        let joint = if address.contains('?') { '&' } else { '?' };
        format!("{address}{joint}format={}", self.word())
    }
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Words and codes; never taken for a formula or a number.
    Text(String),
    /// A figure as people of the language read it.
    Figure(String),
}

impl Value {
    fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Figure(text) => text,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A file to be written: columns and rows.
#[derive(Debug, Clone)]
pub struct Export {
    /// Name without ending.
    pub name: &'static str,
    /// Headings.
    pub columns: Vec<String>,
    /// Rows, each with a cell for each column.
    pub rows: Vec<Vec<Value>>,
}

impl Export {
    /// The file as an answer.
    pub fn answer(&self, format: Format, lang: Lang) -> Result<Response, Problem> {
        let bytes = match format {
            Format::Csv => csv::write(self, lang).into_bytes(),
            Format::Xlsx => xlsx::write(self, lang).map_err(|error| Problem::fault(&error))?,
        };
        let name = format!("attachment; filename=\"{}.{}\"", self.name, format.word());
        let headers = [(header::CONTENT_TYPE, format.content_type().to_owned()), (header::CONTENT_DISPOSITION, name)];
        Ok((headers, bytes).into_response())
    }
}
