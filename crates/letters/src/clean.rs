//! Makes any text fit to be set: it cannot overflow its cell, hide, or turn the reading direction of its neighbours.

use serde_json::Value;

/// Longest run without a place to break a line; longer ones get breaks that do not show.
const LONGEST_RUN: usize = 32;
/// Distance of the added breaks.
const BREAK_EVERY: usize = 12;
const ZERO_WIDTH_SPACE: char = '\u{200b}';

/// Cleans every string below `value`.
pub fn clean(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Some(better) = clean_text(text) {
                *text = better;
            }
        }
        Value::Array(rows) => rows.iter_mut().for_each(clean),
        Value::Object(members) => members.values_mut().for_each(clean),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The cleaned text, or none when it was clean.
pub fn clean_text(text: &str) -> Option<String> {
    if is_digest(text) || (!text.chars().any(is_hidden) && !has_long_run(text)) {
        return None;
    }
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for word in text.split_inclusive(char::is_whitespace) {
        let long = word.chars().count() > LONGEST_RUN;
        for (i, c) in word.chars().filter(|c| !is_hidden(*c)).enumerate() {
            if long && i > 0 && i % BREAK_EVERY == 0 {
                out.push(ZERO_WIDTH_SPACE);
            }
            out.push(c);
        }
    }
    Some(out)
}

/// A SHA-256 in hex, which a reader copies: its templates leave room for it.
fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

fn has_long_run(text: &str) -> bool {
    text.len() > LONGEST_RUN && text.split(char::is_whitespace).any(|word| word.chars().count() > LONGEST_RUN)
}

/// Control characters (line breaks and tabs stay) and marks that reorder or disguise what follows.
fn is_hidden(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\n' | '\t');
    let direction = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    control || direction || matches!(c, '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::clean_text;

    fn check(text: &str, expect: &str) {
        assert_eq!(clean_text(text).as_deref().unwrap_or(text), expect);
    }

    #[test]
    fn ordinary_text_stays() {
        assert_eq!(clean_text("PT Contoh Sejahtera Abadi\nJalan Pelabuhan 1"), None);
        assert_eq!(clean_text("شركة المثال"), None);
        assert_eq!(clean_text(&"0f".repeat(32)), None);
    }

    #[test]
    fn long_runs_may_break_and_hidden_marks_go() {
        check(&"x".repeat(33), &format!("{0}\u{200b}{0}\u{200b}{1}", "x".repeat(12), "x".repeat(9)));
        check("a\u{0}b\u{202e}c", "abc");
        check("tab\tand\r\nline", "tab\tand\nline");
    }
}
