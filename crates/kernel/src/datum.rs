//! A value that one field can hold: parsed from what was typed, written back in one canonical form.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use crate::{Shape, Text};

/// Why a text is not a value of the wanted kind.
///
/// `code` follows CEISA's four shape errors where one fits: 1008 not in the list, 1023 wrong pattern or length,
/// 1028 missing, 1042 not the fixed constant (h2h-api 1.10).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// CEISA's number of the shape error.
    pub code: u16,
    /// What is wrong and how it should look.
    pub message: Text,
}

impl Problem {
    /// Wrong pattern, length or range (1023).
    pub fn shape(id: impl Into<String>, en: impl Into<String>) -> Self {
        Self { code: 1023, message: Text::made(id.into(), en.into()) }
    }

    /// As [`Problem::shape`], with sentences known at compile time.
    pub const fn fixed(id: &'static str, en: &'static str) -> Self {
        Self { code: 1023, message: Text::fixed(id, en) }
    }
}

/// A kind of value: text in, value out, and the same text back.
///
/// `parse` ignores surrounding blanks; `Display` writes the canonical form, which parses to an equal value.
pub trait Datum: FromStr<Err = Problem> + Display + Debug + Clone + PartialEq + Send + Sync + 'static {
    /// Whether the canonical form is a JSON number.
    const NUMBER: bool = false;
    /// How people type it.
    const SHAPE: Shape = if Self::NUMBER { Shape::Number } else { Shape::Text };
}
