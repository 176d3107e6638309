//! A document as it came in: any JSON tree, numbers as their own digits, members in their own order.
//!
//! Web form, host-to-host JSON and spreadsheet all become this before anything looks at the content.

use kernel::{Pointer, Text};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};
use struson::reader::{JsonReader, JsonStreamReader, ReaderError, ReaderSettings, ValueType};

/// A JSON value that loses nothing: numbers keep the digits that were sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Raw {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as written.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Raw>),
    /// An object; member names are unique.
    Object(Vec<(String, Raw)>),
}

/// Bounds of one incoming document (quality, "XML and JSON").
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Deepest nesting.
    pub depth: u32,
    /// Most values in the whole document.
    pub values: usize,
    /// Most elements in one list.
    pub elements: usize,
    /// Longest string, in bytes.
    pub text: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { depth: 32, values: 2_000_000, elements: 10_000, text: 20_000 }
    }
}

/// Why bytes are not a readable document: nothing of it is stored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} ({pointer}, baris {line}, kolom {column})", message.id)]
pub struct Malformed {
    /// Stable code, `JSON-…`.
    pub code: &'static str,
    /// Where in the document, as far as it could be read.
    pub pointer: Pointer,
    /// Line, from 1.
    pub line: u64,
    /// Column in characters, from 1.
    pub column: u64,
    /// What is wrong and what to do.
    pub message: Text,
}

impl Raw {
    /// Reads one JSON document strictly: UTF-8, no duplicate members, nothing after the value, within `limits`.
    pub fn parse(bytes: &[u8], limits: &Limits) -> Result<Self, Malformed> {
        let settings = ReaderSettings {
            max_nesting_depth: Some(limits.depth),
            restrict_number_values: true,
            ..ReaderSettings::default()
        };
        let mut reader = Reader { json: JsonStreamReader::new_custom(bytes, settings), limits: *limits, values: 0 };
        let value = reader.value(&Here::Document)?;
        let Reader { json, .. } = reader;
        json.consume_trailing_whitespace().map_err(|e| syntax(&e, &Here::Document))?;
        Ok(value)
    }

    /// The member `name` of an object.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().find(|(n, _)| n == name).map(|(_, v)| v),
            _ => None,
        }
    }

    /// Compact JSON text.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The text of a scalar; `None` for null, lists and objects.
    pub fn scalar(&self) -> Option<&str> {
        match self {
            Self::Bool(true) => Some("true"),
            Self::Bool(false) => Some("false"),
            Self::Number(t) | Self::Text(t) => Some(t),
            Self::Null | Self::List(_) | Self::Object(_) => None,
        }
    }
}

impl Serialize for Raw {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => s.serialize_unit(),
            Self::Bool(b) => s.serialize_bool(*b),
            Self::Number(digits) => match serde_json::value::RawValue::from_string(digits.clone()) {
                Ok(raw) => raw.serialize(s),
                Err(_) => s.serialize_str(digits),
            },
            Self::Text(t) => s.serialize_str(t),
            Self::List(list) => {
                let mut seq = s.serialize_seq(Some(list.len()))?;
                for value in list {
                    seq.serialize_element(value)?;
                }
                seq.end()
            }
            Self::Object(members) => {
                let mut map = s.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

/// Longest name of a member, in bytes: names become pointers, and pointers are shown.
const LONGEST_NAME: usize = 200;

/// Where the reader stands, kept on the stack and written out only for a refusal.
#[derive(Clone, Copy)]
enum Here<'a> {
    Document,
    Member(&'a Here<'a>, &'a str),
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

struct Reader<'a> {
    json: JsonStreamReader<&'a [u8]>,
    limits: Limits,
    values: usize,
}

impl Reader<'_> {
    fn value(&mut self, at: &Here<'_>) -> Result<Raw, Malformed> {
        self.values += 1;
        if self.values > self.limits.values {
            return Err(self.refuse(
                "JSON-BESAR",
                at,
                Text::made(
                    format!("Dokumen memuat lebih dari {} nilai; pecah menjadi beberapa dokumen.", self.limits.values),
                    format!(
                        "The document holds more than {} values; split it into several documents.",
                        self.limits.values
                    ),
                ),
            ));
        }
        let fail = |e: ReaderError| syntax(&e, at);
        match self.json.peek().map_err(fail)? {
            ValueType::Null => self.json.next_null().map(|()| Raw::Null).map_err(fail),
            ValueType::Boolean => self.json.next_bool().map(Raw::Bool).map_err(fail),
            ValueType::Number => self.json.next_number_as_string().map(Raw::Number).map_err(fail),
            ValueType::String => self.string(at),
            ValueType::Array => self.list(at),
            ValueType::Object => self.object(at),
        }
    }

    fn string(&mut self, at: &Here<'_>) -> Result<Raw, Malformed> {
        let text = self.json.next_string().map_err(|e| syntax(&e, at))?;
        if text.len() > self.limits.text {
            return Err(self.refuse(
                "JSON-PANJANG",
                at,
                Text::made(
                    format!("Teks ini lebih panjang dari {} bita.", self.limits.text),
                    format!("This text is longer than {} bytes.", self.limits.text),
                ),
            ));
        }
        Ok(Raw::Text(text))
    }

    fn list(&mut self, at: &Here<'_>) -> Result<Raw, Malformed> {
        self.json.begin_array().map_err(|e| syntax(&e, at))?;
        let mut list = Vec::new();
        while self.json.has_next().map_err(|e| syntax(&e, at))? {
            if list.len() == self.limits.elements {
                return Err(self.refuse(
                    "JSON-BARIS",
                    at,
                    Text::made(
                        format!(
                            "Daftar ini lebih dari {} baris; pecah menjadi beberapa dokumen.",
                            self.limits.elements
                        ),
                        format!(
                            "This list has more than {} rows; split it into several documents.",
                            self.limits.elements
                        ),
                    ),
                ));
            }
            list.push(self.value(&Here::Element(at, list.len()))?);
        }
        self.json.end_array().map_err(|e| syntax(&e, at))?;
        Ok(Raw::List(list))
    }

    fn object(&mut self, at: &Here<'_>) -> Result<Raw, Malformed> {
        self.json.begin_object().map_err(|e| syntax(&e, at))?;
        let mut members: Vec<(String, Raw)> = Vec::new();
        while self.json.has_next().map_err(|e| syntax(&e, at))? {
            let name = self.json.next_name_owned().map_err(|e| syntax(&e, at))?;
            let here = Here::Member(at, &name);
            if members.len() >= 1_000 {
                return Err(self.refuse(
                    "JSON-ANGGOTA",
                    at,
                    Text::fixed(
                        "Objek ini memuat lebih dari 1.000 anggota.",
                        "This object has more than 1,000 members.",
                    ),
                ));
            }
            if name.len() > LONGEST_NAME {
                return Err(self.refuse(
                    "JSON-PANJANG",
                    at,
                    Text::made(
                        format!("Nama anggota lebih panjang dari {LONGEST_NAME} bita."),
                        format!("The name of a member is longer than {LONGEST_NAME} bytes."),
                    ),
                ));
            }
            if members.iter().any(|(n, _)| *n == name) {
                return Err(self.refuse(
                    "JSON-GANDA",
                    &here,
                    Text::made(
                        format!("Anggota \"{name}\" ditulis dua kali; hapus salah satu."),
                        format!("Member \"{name}\" is written twice; remove one."),
                    ),
                ));
            }
            let value = self.value(&here)?;
            members.push((name, value));
        }
        self.json.end_object().map_err(|e| syntax(&e, at))?;
        Ok(Raw::Object(members))
    }

    fn refuse(&self, code: &'static str, at: &Here<'_>, message: Text) -> Malformed {
        let place = self.json.current_position(false).line_pos;
        let (line, column) = place.map_or((0, 0), |p| (p.line + 1, p.column + 1));
        Malformed { code, pointer: at.pointer(), line, column, message }
    }
}

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
        other => {
            ("JSON-BENTUK", Text::made(format!("Bukan JSON yang sah: {other}."), format!("Not valid JSON: {other}.")))
        }
    };
    Malformed { code, pointer: at.pointer(), line, column, message }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let limits = Limits { elements: 3, ..Limits::default() };
        let got = match Raw::parse(text.as_bytes(), &limits) {
            Ok(raw) => raw.to_json(),
            Err(e) => format!("{} {} {}:{}", e.code, e.pointer, e.line, e.column),
        };
        assert_eq!(got, expect, "{text}");
    }

    #[test]
    fn numbers_keep_their_digits() {
        check(r#"{"cif": 13261.6500, "b": [1, "x", null, true]}"#, "JSON-BARIS b 1:41");
        check(r#"{"cif": 13261.6500, "b": [1, "x", null]}"#, r#"{"cif":13261.6500,"b":[1,"x",null]}"#);
        check("123456789012345678901234567890.01", "123456789012345678901234567890.01");
    }

    #[test]
    fn what_cannot_be_read_is_named_by_place() {
        check("{\n \"a\": {\"b\": 1,\n \"b\": 2}}", "JSON-GANDA a.b 3:5");
        check("{\"a\": 1,}", "JSON-BENTUK  1:8");
        check("{\"a\": 1} x", "JSON-BENTUK  1:10");
        check(&"[".repeat(40), &format!("JSON-DALAM {} 1:33", "[0]".repeat(32)));
        check("{\"a\": 1e999999}", "JSON-ANGKA a 1:7");
        check("", "JSON-BENTUK  1:1");
    }

    #[test]
    fn only_utf8_is_read() {
        let got = Raw::parse(b"{\"a\": \"\xff\xfe\"}", &Limits::default()).map_err(|e| e.code);
        assert_eq!(got, Err("JSON-UTF8"));
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_give_an_answer(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200)) {
            let _ = Raw::parse(&bytes, &Limits::default()).map(|raw| raw.to_json());
        }
    }
}
