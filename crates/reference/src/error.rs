//! What an import file gets wrong, told so that the person who made the file can repair it.

use std::fmt;

use kernel::Text;
use serde::Serialize;

/// Most errors listed for one file; the last entry then says how many more there are.
pub const MAX_ERRORS: usize = 200;

/// One thing wrong in one imported file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportError {
    /// Line of the file, counted from 1 (the header); 0 when the error concerns the file as a whole.
    pub line: u64,
    /// Column number in the file, counted from 1; 0 when the whole line is meant.
    pub number: usize,
    /// Column name as the table knows it; empty when the whole line is meant.
    pub column: String,
    /// The value found, cut to 80 characters.
    pub value: String,
    /// What is wrong.
    pub message: Text,
    /// What to do.
    pub remedy: Text,
}

/// Longest value quoted in an error, in characters.
const QUOTED: usize = 80;

impl ImportError {
    /// An error of the whole file.
    pub fn file(message: Text, remedy: Text) -> Self {
        Self { line: 0, number: 0, column: String::new(), value: String::new(), message, remedy }
    }

    /// An error of one line.
    pub fn line(line: u64, value: &str, message: Text, remedy: Text) -> Self {
        Self { line, value: value.chars().take(QUOTED).collect(), ..Self::file(message, remedy) }
    }

    /// The same error, placed in a column.
    #[must_use]
    pub fn at(self, column: &str, number: usize) -> Self {
        Self { column: column.to_owned(), number, ..self }
    }

    /// Place, value, fault and remedy in one sentence of each language.
    pub fn to_text(&self) -> Text {
        let place = |line: &str, column: &str| match (self.line, self.number) {
            (0, _) => String::new(),
            (l, 0) => format!("{line} {l}: "),
            (l, n) => format!("{line} {l}, {column} {n} ({}): ", self.column),
        };
        let value = if self.value.is_empty() { String::new() } else { format!("\"{}\": ", self.value) };
        Text::made(
            format!("{}{value}{} {}", place("baris", "kolom"), self.message.id, self.remedy.id),
            format!("{}{value}{} {}", place("line", "column"), self.message.en, self.remedy.en),
        )
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text().en)
    }
}

impl std::error::Error for ImportError {}

/// Collects errors up to [`MAX_ERRORS`] and counts the rest.
#[derive(Debug, Default)]
pub(crate) struct Errors {
    list: Vec<ImportError>,
    more: usize,
}

impl Errors {
    pub(crate) fn push(&mut self, error: ImportError) {
        if self.list.len() + 1 < MAX_ERRORS {
            self.list.push(error);
        } else {
            self.more += 1;
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The errors by line and column, with the summary of those left out at the end.
    pub(crate) fn finish(mut self) -> Vec<ImportError> {
        self.list.sort_by_key(|e| (e.line, e.number));
        if self.more > 0 {
            self.list.push(ImportError::file(
                Text::made(
                    format!("Masih ada {} kesalahan lain yang tidak ditampilkan.", self.more),
                    format!("{} further errors are not shown.", self.more),
                ),
                Text::fixed("Perbaiki yang tertulis, lalu impor lagi.", "Repair those listed, then import again."),
            ));
        }
        self.list
    }
}
