//! Why a workbook is not read.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The first thing that speaks against a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "sebab", content = "di", rename_all = "camelCase")]
pub enum Refused {
    /// More than [`crate::MOST_BYTES`].
    TooLarge,
    /// No archive, or no workbook in it.
    NotAWorkbook,
    /// An old `.xls`, or one that wants a password: both look the same from outside.
    OldOrLocked,
    /// It cannot be read to its end.
    Broken,
    /// More entries than [`crate::MOST_ENTRIES`].
    TooManyEntries,
    /// More comes out than [`crate::MOST_INFLATED`], or than the archive says.
    Inflates,
    /// An entry of so little becomes so much that nobody typed it.
    Ratio,
    /// An archive within the archive.
    Nested,
    /// Its XML declares entities or a type of document.
    Dtd,
    /// It carries macros or other active content.
    Macro,
    /// It takes data from other files or services.
    ExternalLink,
    /// A cell far outside; its address.
    FarCell(String),
    /// More texts or cells than are ever read.
    TooMuch,
    /// A text longer than [`crate::LONGEST_TEXT`]; its address.
    LongText(String),
    /// More sheets than [`crate::MOST_SHEETS`].
    TooManySheets,
    /// Reading took longer or more memory than it may.
    TooHeavy,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Refused {}
