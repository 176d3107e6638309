//! Reading a document of any shape: what is missing is blank, what is odd is shown as typed.

use std::collections::BTreeMap;

use serde_json::Value;

/// Longest odd value shown, in characters.
const LONGEST_ODD: usize = 60;

/// The member as text.
pub fn text(of: &Value, member: &str) -> String {
    match of.get(member) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        Some(other) => other.to_string().chars().take(LONGEST_ODD).collect(),
    }
}

/// The member as a list; empty when it is none.
pub fn rows<'a>(of: &'a Value, member: &str) -> &'a [Value] {
    of.get(member).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The filled texts, joined.
pub fn join(parts: &[String], between: &str) -> String {
    parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(between)
}

/// Names of codes by list.
#[derive(Clone, Copy)]
pub struct Names<'a>(pub &'a BTreeMap<String, BTreeMap<String, String>>);

impl<'a> Names<'a> {
    /// The name of `code`; empty when unknown.
    pub fn name(self, list: &str, code: &str) -> &'a str {
        self.0.get(list).and_then(|names| names.get(code)).map_or("", String::as_str)
    }

    /// `Name (CODE)`, or the code alone.
    pub fn full(self, list: &str, code: &str) -> String {
        match self.name(list, code) {
            "" => code.to_owned(),
            name => format!("{name} ({code})"),
        }
    }

    /// The name, or the code when it has none.
    pub fn short(self, list: &str, code: &str) -> String {
        match self.name(list, code) {
            "" => code.to_owned(),
            name => name.to_owned(),
        }
    }
}
