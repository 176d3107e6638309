//! A document as it came in: any JSON tree, numbers as their own digits, members in their own order.
//!
//! Web form, host-to-host JSON and spreadsheet all become this before anything looks at the content.

mod reader;

use kernel::{Pointer, Text};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use reader::Reader;
pub(crate) use reader::{LONGEST_NAME, MOST_MEMBERS};

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
#[error("{} ({pointer}{}baris {line}, kolom {column})", message.id, if pointer.as_str().is_empty() { "" } else { ", " })]
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
        Reader::document(bytes, limits)
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

    /// What another reader of the same language says of a text: the same values, or that it is none.
    fn agrees(bytes: &[u8]) {
        let theirs = serde_json::from_slice::<serde_json::Value>(bytes);
        match Raw::parse(bytes, &Limits::default()) {
            Ok(raw) => assert_eq!(serde_json::from_str::<serde_json::Value>(&raw.to_json()).ok(), theirs.ok()),
            Err(e) if matches!(e.code, "JSON-BENTUK" | "JSON-UTF8") => assert!(theirs.is_err(), "{e}"),
            // Bounds are ours alone.
            Err(_) => {}
        }
    }

    #[test]
    fn escapes_become_characters() {
        agrees(r#"["\u0041\ud83d\ude00\n\"\\\/\b\f\r\té", -0.5e+10, 0, true]"#.as_bytes());
        check(r#""\u00e9\ud83d\ude00x""#, "\"é😀x\"");
        check(r#""\ud83d\u0041""#, "JSON-BENTUK  1:2");
        check(r#""\x""#, "JSON-BENTUK  1:2");
        check("\"a\tb\"", "JSON-BENTUK  1:3");
    }

    proptest::proptest! {
        #[test]
        fn a_spoilt_document_is_read_as_others_read_it(
            spoils in proptest::collection::vec((0_usize..120, proptest::prelude::any::<u8>()), 0..4),
        ) {
            let mut text = br#"{"a": [1, -2.50e3, true, null, "x\u00e9\"y"], "b": {"c": {}, "d": []}, "e": "\ud83d\ude00 "}"#.to_vec();
            for (at, byte) in spoils {
                let at = at % text.len();
                text[at] = byte;
            }
            agrees(&text);
        }

        #[test]
        fn any_bytes_give_an_answer(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200)) {
            let _ = Raw::parse(&bytes, &Limits::default()).map(|raw| raw.to_json());
        }
    }
}
