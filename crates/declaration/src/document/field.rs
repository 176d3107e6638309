//! One field of a draft: blank, good, or bad text with its problem. Saving never fails because of content.

use std::fmt::Write as _;

use kernel::{Datum, Problem, Shape};

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
    Bad(Box<Bad>),
}

/// What was typed, apart: a document has thousands of fields and few of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bad {
    /// The text as typed; JSON text where a list or object stood.
    text: Box<str>,
    /// Why it is not a value.
    problem: Problem,
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
    /// Appends that value as JSON text; a blank field has none.
    fn write(&self, out: &mut Vec<u8>);
    /// Why the text is not a value.
    fn problem(&self) -> Option<&Problem>;
    /// Whether nothing was typed.
    fn blank(&self) -> bool;
    /// How people type it.
    fn shape(&self) -> Shape;
}

/// Appends a JSON string; a vector takes whatever is written to it.
pub fn write_text(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    let _ = Escaped(out).write_str(text);
    out.push(b'"');
}

/// Takes text as it is.
struct Plain<'a>(&'a mut Vec<u8>);

impl std::fmt::Write for Plain<'_> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

/// Takes text into a JSON string.
struct Escaped<'a>(&'a mut Vec<u8>);

impl std::fmt::Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        if text.bytes().any(|byte| byte < 0x20 || byte == b'"' || byte == b'\\') {
            let quoted = serde_json::to_string(text).unwrap_or_default();
            self.0.extend_from_slice(quoted.get(1..quoted.len() - 1).unwrap_or_default().as_bytes());
        } else {
            self.0.extend_from_slice(text.as_bytes());
        }
        Ok(())
    }
}

impl<T: Datum> AnyField for Field<T> {
    fn show(&self, out: &mut String) {
        match self {
            Self::Blank => {}
            Self::Good(value) => {
                // A String takes whatever is written to it.
                let _ = write!(out, "{value}");
            }
            Self::Bad(bad) => out.push_str(&bad.text),
        }
    }

    fn set_text(&mut self, text: &str) {
        *self = if text.trim().is_empty() {
            Self::Blank
        } else {
            match text.parse() {
                Ok(value) => Self::Good(value),
                Err(problem) => Self::Bad(Box::new(Bad { text: text.into(), problem })),
            }
        };
    }

    fn set_raw(&mut self, raw: Raw) {
        match raw {
            Raw::Null => *self = Self::Blank,
            Raw::List(_) | Raw::Object(_) => {
                *self = Self::Bad(Box::new(Bad { text: raw.to_json().into(), problem: STRUCTURE }));
            }
            scalar => self.set_text(scalar.scalar().unwrap_or_default()),
        }
    }

    fn raw(&self) -> Option<Raw> {
        match self {
            Self::Blank => None,
            Self::Good(value) if T::NUMBER => Some(Raw::Number(value.to_string())),
            Self::Good(value) => Some(Raw::Text(value.to_string())),
            Self::Bad(bad) => {
                let text = || Raw::Text(bad.text.to_string());
                let whole = || Raw::parse(bad.text.as_bytes(), &Limits::default()).unwrap_or_else(|_| text());
                Some(if bad.problem == STRUCTURE { whole() } else { text() })
            }
        }
    }

    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Blank => {}
            Self::Good(value) if T::NUMBER => {
                let _ = write!(Plain(out), "{value}");
            }
            Self::Good(value) => {
                out.push(b'"');
                let _ = write!(Escaped(out), "{value}");
                out.push(b'"');
            }
            Self::Bad(bad) if bad.problem != STRUCTURE => write_text(out, &bad.text),
            Self::Bad(_) => out.extend_from_slice(self.raw().unwrap_or(Raw::Null).to_json().as_bytes()),
        }
    }

    fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Bad(bad) => Some(&bad.problem),
            _ => None,
        }
    }

    fn blank(&self) -> bool {
        self.is_blank()
    }

    fn shape(&self) -> Shape {
        T::SHAPE
    }
}
