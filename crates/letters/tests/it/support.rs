//! One typesetter for all tests.

use std::sync::LazyLock;

use app::ports::Letters;
use letters::{Typst, samples};
use serde_json::Value;

pub static LETTERS: LazyLock<Typst> = LazyLock::new(|| Typst::new().unwrap());

pub fn sample(kind: &str) -> Value {
    samples::sample(kind).unwrap()
}

pub fn pdf(kind: &str, data: &Value) -> Vec<u8> {
    LETTERS.render(kind, data).unwrap()
}

pub fn pages(kind: &str, data: &Value) -> Vec<String> {
    LETTERS.page_texts(kind, data).unwrap()
}

/// The text without the breaks between lines and words.
pub fn joined(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}
