//! From tokens to a tree or to sections, within bounds; a refusal names its place.

use kernel::{Pointer, Text};
use struson::reader::{JsonReader, JsonStreamReader, ReaderError, ReaderSettings, ValueType};

use super::{Limits, Malformed, Raw};
use crate::document::{AnyField, Section};

/// Longest name of a member, in bytes: names become pointers, and pointers are shown.
const LONGEST_NAME: usize = 200;
/// Most members of one object.
const MOST_MEMBERS: usize = 1_000;

/// Where the reader stands, kept on the stack and written out only for a refusal.
#[derive(Debug, Clone, Copy)]
pub enum Here<'a> {
    /// The whole document.
    Document,
    /// A member of what stands before.
    Member(&'a Here<'a>, &'a str),
    /// An element of it, from 0.
    Element(&'a Here<'a>, usize),
}

impl Here<'_> {
    fn pointer(&self) -> Pointer {
        match self {
            Self::Document => Pointer::root(),
            Self::Member(parent, name) => parent.pointer().member(name),
            Self::Element(parent, index) => parent.pointer().at(*index),
        }
    }
}

/// Reads a document from its beginning to its end; what a section does not want as a tree it takes as it comes.
pub struct Reader<'a> {
    json: JsonStreamReader<&'a [u8]>,
    limits: Limits,
    values: usize,
}

/// Is shown each member of an object by its name.
type Each<'f, 'a> = &'f mut dyn FnMut(&mut Reader<'a>, &str, &Here<'_>) -> Result<(), Malformed>;

impl<'a> Reader<'a> {
    /// Reads one document with `read`; nothing may follow it.
    pub(crate) fn whole<T>(
        bytes: &'a [u8],
        limits: &Limits,
        read: impl FnOnce(&mut Self, &Here<'_>) -> Result<T, Malformed>,
    ) -> Result<T, Malformed> {
        let settings = ReaderSettings {
            max_nesting_depth: Some(limits.depth),
            restrict_number_values: true,
            track_path: false,
            ..ReaderSettings::default()
        };
        let mut reader = Self { json: JsonStreamReader::new_custom(bytes, settings), limits: *limits, values: 0 };
        let value = read(&mut reader, &Here::Document)?;
        reader.json.consume_trailing_whitespace().map_err(|e| syntax(&e, &Here::Document))?;
        Ok(value)
    }

    /// Any value, as a tree.
    pub(crate) fn value(&mut self, at: &Here<'_>) -> Result<Raw, Malformed> {
        let kind = self.begin(at)?;
        self.tree(kind, at)
    }

    /// A section: an object member by member; a null is an empty one, and anything else the member without a name.
    pub(crate) fn section<T: Section>(&mut self, at: &Here<'_>) -> Result<T, Malformed> {
        let mut section = T::default();
        match self.begin(at)? {
            ValueType::Object => self.members(at, &mut |reader, name, here| section.take(name, reader, here))?,
            kind => match self.tree(kind, at)? {
                Raw::Null => {}
                other => section.keep(String::new(), other),
            },
        }
        Ok(section)
    }

    /// The rows of a list; a null has none, and anything else is given back.
    pub(crate) fn rows<T: Section>(&mut self, at: &Here<'_>) -> Result<Result<Vec<T>, Raw>, Malformed> {
        match self.begin(at)? {
            ValueType::Array => self.elements(at, Self::section).map(Ok),
            kind => match self.tree(kind, at)? {
                Raw::Null => Ok(Ok(Vec::new())),
                other => Ok(Err(other)),
            },
        }
    }

    /// One datum.
    pub(crate) fn field(&mut self, at: &Here<'_>, field: &mut dyn AnyField) -> Result<(), Malformed> {
        match self.begin(at)? {
            ValueType::String => {
                let most = self.limits.text;
                let text = self.json.next_str().map_err(|e| syntax(&e, at))?;
                if text.len() <= most {
                    field.set_text(text);
                    return Ok(());
                }
                Err(self.too_long(at))
            }
            ValueType::Number => {
                field.set_text(self.json.next_number_as_str().map_err(|e| syntax(&e, at))?);
                Ok(())
            }
            kind => {
                field.set_raw(self.tree(kind, at)?);
                Ok(())
            }
        }
    }

    /// Counts a value and says what it is.
    fn begin(&mut self, at: &Here<'_>) -> Result<ValueType, Malformed> {
        self.values += 1;
        let most = self.limits.values;
        if self.values > most {
            let message = Text::made(
                format!("Dokumen memuat lebih dari {most} nilai; pecah menjadi beberapa dokumen."),
                format!("The document holds more than {most} values; split it into several documents."),
            );
            return Err(self.refuse("JSON-BESAR", at, message));
        }
        self.json.peek().map_err(|e| syntax(&e, at))
    }

    fn tree(&mut self, kind: ValueType, at: &Here<'_>) -> Result<Raw, Malformed> {
        let read = match kind {
            ValueType::Null => self.json.next_null().map(|()| Raw::Null),
            ValueType::Boolean => self.json.next_bool().map(Raw::Bool),
            ValueType::Number => self.json.next_number_as_string().map(Raw::Number),
            ValueType::String => {
                let text = self.json.next_string().map_err(|e| syntax(&e, at))?;
                return if text.len() > self.limits.text { Err(self.too_long(at)) } else { Ok(Raw::Text(text)) };
            }
            ValueType::Array => return Ok(Raw::List(self.elements(at, Self::value)?)),
            ValueType::Object => {
                let mut members = Vec::new();
                self.members(at, &mut |reader, name, here| {
                    members.push((name.to_owned(), reader.value(here)?));
                    Ok(())
                })?;
                return Ok(Raw::Object(members));
            }
        };
        read.map_err(|e| syntax(&e, at))
    }

    fn elements<T>(
        &mut self,
        at: &Here<'_>,
        mut each: impl FnMut(&mut Self, &Here<'_>) -> Result<T, Malformed>,
    ) -> Result<Vec<T>, Malformed> {
        self.json.begin_array().map_err(|e| syntax(&e, at))?;
        let mut list = Vec::new();
        while self.json.has_next().map_err(|e| syntax(&e, at))? {
            let most = self.limits.elements;
            if list.len() == most {
                let message = Text::made(
                    format!("Daftar ini lebih dari {most} baris; pecah menjadi beberapa dokumen."),
                    format!("This list has more than {most} rows; split it into several documents."),
                );
                return Err(self.refuse("JSON-BARIS", at, message));
            }
            let element = each(self, &Here::Element(at, list.len()))?;
            list.push(element);
        }
        self.json.end_array().map_err(|e| syntax(&e, at))?;
        Ok(list)
    }

    fn members(&mut self, at: &Here<'_>, each: Each<'_, 'a>) -> Result<(), Malformed> {
        self.json.begin_object().map_err(|e| syntax(&e, at))?;
        let mut names: Vec<(u32, String)> = Vec::with_capacity(48);
        while self.json.has_next().map_err(|e| syntax(&e, at))? {
            let name = self.json.next_name_owned().map_err(|e| syntax(&e, at))?;
            let print = self.admit(&name, &names, at)?;
            each(self, &name, &Here::Member(at, &name))?;
            names.push((print, name));
        }
        self.json.end_object().map_err(|e| syntax(&e, at))
    }

    /// Passes the name of a member that is neither one too many nor too long nor there already; returns its print.
    fn admit(&self, name: &str, known: &[(u32, String)], at: &Here<'_>) -> Result<u32, Malformed> {
        if known.len() >= MOST_MEMBERS {
            let message =
                Text::fixed("Objek ini memuat lebih dari 1.000 anggota.", "This object has more than 1,000 members.");
            return Err(self.refuse("JSON-ANGGOTA", at, message));
        }
        if name.len() > LONGEST_NAME {
            let message = Text::made(
                format!("Nama anggota lebih panjang dari {LONGEST_NAME} bita."),
                format!("The name of a member is longer than {LONGEST_NAME} bytes."),
            );
            return Err(self.refuse("JSON-PANJANG", at, message));
        }
        let print = print(name);
        if known.iter().any(|(other, known)| *other == print && known == name) {
            let message = Text::made(
                format!("Anggota \"{name}\" ditulis dua kali; hapus salah satu."),
                format!("Member \"{name}\" is written twice; remove one."),
            );
            return Err(self.refuse("JSON-GANDA", &Here::Member(at, name), message));
        }
        Ok(print)
    }

    fn too_long(&self, at: &Here<'_>) -> Malformed {
        let most = self.limits.text;
        let message = Text::made(
            format!("Teks ini lebih panjang dari {most} bita."),
            format!("This text is longer than {most} bytes."),
        );
        self.refuse("JSON-PANJANG", at, message)
    }

    fn refuse(&self, code: &'static str, at: &Here<'_>, message: Text) -> Malformed {
        let place = self.json.current_position(false).line_pos;
        let (line, column) = place.map_or((0, 0), |p| (p.line + 1, p.column + 1));
        Malformed { code, pointer: at.pointer(), line, column, message }
    }
}

/// A refusal of the reader below.
fn syntax(error: &ReaderError, at: &Here<'_>) -> Malformed {
    let place = match error {
        ReaderError::SyntaxError(e) => e.location.line_pos,
        ReaderError::MaxNestingDepthExceeded { location, .. }
        | ReaderError::UnsupportedNumberValue { location, .. }
        | ReaderError::UnexpectedValueType { location, .. }
        | ReaderError::UnexpectedStructure { location, .. }
        | ReaderError::IoError { location, .. } => location.line_pos,
        _ => None,
    };
    let (line, column) = place.map_or((0, 0), |p| (p.line + 1, p.column + 1));
    let (code, message) = match error {
        ReaderError::MaxNestingDepthExceeded { max_nesting_depth, .. } => (
            "JSON-DALAM",
            Text::made(
                format!("Dokumen bersarang lebih dari {max_nesting_depth} tingkat."),
                format!("The document is nested deeper than {max_nesting_depth} levels."),
            ),
        ),
        ReaderError::UnsupportedNumberValue { .. } => (
            "JSON-ANGKA",
            Text::fixed("Angka ini terlalu panjang atau terlalu besar.", "This number is too long or too large."),
        ),
        ReaderError::IoError { .. } => {
            ("JSON-UTF8", Text::fixed("Dokumen harus berupa teks UTF-8.", "The document must be UTF-8 text."))
        }
        _ => (
            "JSON-BENTUK",
            Text::fixed(
                "Bukan JSON yang sah di tempat ini: periksa koma, tanda kutip, dan kurung sebelum dan sesudahnya.",
                "Not valid JSON here: check the commas, quotes and brackets before and after this place.",
            ),
        ),
    };
    Malformed { code, pointer: at.pointer(), line, column, message }
}

/// Tells most names apart without comparing them: length, first, middle and last byte.
fn print(name: &str) -> u32 {
    let bytes = name.as_bytes();
    let byte = |at: usize| bytes.get(at).copied().unwrap_or_default();
    let length = u8::try_from(bytes.len()).unwrap_or(u8::MAX);
    u32::from_le_bytes([length, byte(0), byte(bytes.len() / 2), byte(bytes.len().saturating_sub(1))])
}
