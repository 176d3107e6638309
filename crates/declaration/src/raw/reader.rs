//! From tokens to a tree, within bounds; a refusal names its place.

use kernel::{Pointer, Text};
use struson::reader::{JsonReader, JsonStreamReader, ReaderError, ReaderSettings, ValueType};

use super::{Limits, Malformed, Raw};

/// Longest name of a member, in bytes: names become pointers, and pointers are shown.
pub(crate) const LONGEST_NAME: usize = 200;
/// Most members of one object.
pub(crate) const MOST_MEMBERS: usize = 1_000;

/// Where the reader stands, kept on the stack and written out only for a refusal.
#[derive(Debug, Clone, Copy)]
enum Here<'a> {
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

/// Reads a document from its beginning to its end.
pub(super) struct Reader<'a> {
    json: JsonStreamReader<&'a [u8]>,
    limits: Limits,
    values: usize,
}

impl<'a> Reader<'a> {
    /// Reads one document; nothing may follow it.
    pub(super) fn document(bytes: &'a [u8], limits: &Limits) -> Result<Raw, Malformed> {
        let settings = ReaderSettings {
            max_nesting_depth: Some(limits.depth),
            restrict_number_values: true,
            track_path: false,
            ..ReaderSettings::default()
        };
        let mut reader = Self { json: JsonStreamReader::new_custom(bytes, settings), limits: *limits, values: 0 };
        let value = reader.value(&Here::Document)?;
        reader.json.consume_trailing_whitespace().map_err(|e| syntax(&e, &Here::Document))?;
        Ok(value)
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

    fn value(&mut self, at: &Here<'_>) -> Result<Raw, Malformed> {
        let read = match self.begin(at)? {
            ValueType::Null => self.json.next_null().map(|()| Raw::Null),
            ValueType::Boolean => self.json.next_bool().map(Raw::Bool),
            ValueType::Number => self.json.next_number_as_string().map(Raw::Number),
            ValueType::String => {
                let text = self.json.next_string().map_err(|e| syntax(&e, at))?;
                return if text.len() > self.limits.text { Err(self.too_long(at)) } else { Ok(Raw::Text(text)) };
            }
            ValueType::Array => return self.elements(at).map(Raw::List),
            ValueType::Object => return self.members(at).map(Raw::Object),
        };
        read.map_err(|e| syntax(&e, at))
    }

    fn elements(&mut self, at: &Here<'_>) -> Result<Vec<Raw>, Malformed> {
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
            let element = self.value(&Here::Element(at, list.len()))?;
            list.push(element);
        }
        self.json.end_array().map_err(|e| syntax(&e, at))?;
        Ok(list)
    }

    fn members(&mut self, at: &Here<'_>) -> Result<Vec<(String, Raw)>, Malformed> {
        self.json.begin_object().map_err(|e| syntax(&e, at))?;
        let mut members: Vec<(String, Raw)> = Vec::new();
        while self.json.has_next().map_err(|e| syntax(&e, at))? {
            let name = self.json.next_name_owned().map_err(|e| syntax(&e, at))?;
            self.admit(&name, &members, at)?;
            let value = self.value(&Here::Member(at, &name))?;
            members.push((name, value));
        }
        self.json.end_object().map_err(|e| syntax(&e, at))?;
        Ok(members)
    }

    /// Passes the name of a member that is neither one too many nor too long nor there already.
    fn admit(&self, name: &str, known: &[(String, Raw)], at: &Here<'_>) -> Result<(), Malformed> {
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
        if known.iter().any(|(known, _)| known == name) {
            let message = Text::made(
                format!("Anggota \"{name}\" ditulis dua kali; hapus salah satu."),
                format!("Member \"{name}\" is written twice; remove one."),
            );
            return Err(self.refuse("JSON-GANDA", &Here::Member(at, name), message));
        }
        Ok(())
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
