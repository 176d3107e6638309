//! One field of a draft: blank, good, or bad text with its problem. Saving never fails because of content.

use std::fmt::Write as _;

use kernel::{Datum, Problem};

use crate::{Limits, Raw};

/// The problem of a list or an object where one value belongs.
const STRUCTURE: Problem =
    Problem::fixed("Isi satu nilai saja, bukan daftar atau objek.", "Give a single value, not a list or an object.");

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Field<T> {
    /// Nothing typed, or `null`.
    #[default]
    Blank,
    /// A value of the right kind.
    Good(T),
    /// What was typed, kept, and why it is not a value.
    ///
    /// A list or an object is kept as its JSON text with the problem `STRUCTURE`, and written back as what it was.
    Bad {
        /// The text as typed; JSON text where a list or object stood.
        text: Box<str>,
        /// Why.
        problem: Box<Problem>,
    },
}

impl<T> Field<T> {
    /// The good value.
    pub fn good(&self) -> Option<&T> {
        match self {
            Self::Good(value) => Some(value),
            _ => None,
        }
    }

    /// Whether nothing was typed.
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }
}

impl<T: Copy> Field<T> {
    /// The good value, by copy.
    pub fn value(&self) -> Option<T> {
        self.good().copied()
    }
}

/// A field whose kind is not known at the place: forms, spreadsheets and patches work through it.
pub trait AnyField {
    /// The text to show and to store; empty when blank.
    fn text(&self) -> String {
        let mut out = String::new();
        self.show(&mut out);
        out
    }
    /// Appends that text: a walk over thousands of fields reuses one buffer.
    fn show(&self, out: &mut String);
    /// Takes what was typed; blank text empties the field.
    fn set_text(&mut self, text: &str);
    /// Takes a JSON value as it came.
    fn set_raw(&mut self, raw: Raw);
    /// The JSON value; `None` when blank.
    fn raw(&self) -> Option<Raw>;
    /// Why the text is not a value.
    fn problem(&self) -> Option<&Problem>;
    /// Whether nothing was typed.
    fn blank(&self) -> bool;
}

impl<T: Datum> AnyField for Field<T> {
    fn show(&self, out: &mut String) {
        match self {
            Self::Blank => {}
            Self::Good(value) => {
                // A String takes whatever is written to it.
                let _ = write!(out, "{value}");
            }
            Self::Bad { text, .. } => out.push_str(text),
        }
    }

    fn set_text(&mut self, text: &str) {
        *self = if text.trim().is_empty() {
            Self::Blank
        } else {
            match text.parse() {
                Ok(value) => Self::Good(value),
                Err(problem) => Self::Bad { text: text.into(), problem: Box::new(problem) },
            }
        };
    }

    fn set_raw(&mut self, raw: Raw) {
        match raw {
            Raw::Null => *self = Self::Blank,
            Raw::List(_) | Raw::Object(_) => {
                *self = Self::Bad { text: raw.to_json().into(), problem: Box::new(STRUCTURE) };
            }
            scalar => self.set_text(scalar.scalar().unwrap_or_default()),
        }
    }

    fn raw(&self) -> Option<Raw> {
        match self {
            Self::Blank => None,
            Self::Good(value) if T::NUMBER => Some(Raw::Number(value.to_string())),
            Self::Good(value) => Some(Raw::Text(value.to_string())),
            Self::Bad { text, problem } if **problem == STRUCTURE => {
                Some(Raw::parse(text.as_bytes(), &Limits::default()).unwrap_or_else(|_| Raw::Text(text.to_string())))
            }
            Self::Bad { text, .. } => Some(Raw::Text(text.to_string())),
        }
    }

    fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Bad { problem, .. } => Some(problem),
            _ => None,
        }
    }

    fn blank(&self) -> bool {
        self.is_blank()
    }
}
