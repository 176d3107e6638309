//! Shapes of numbers that cross the wire, and text from outside cut to a bearable size.

/// Whether `text` is `lengths` digits.
pub fn digits(text: &str, lengths: std::ops::RangeInclusive<usize>) -> bool {
    lengths.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether `text` is `lengths` characters of 0–9 and A–Z.
pub fn alphanumeric(text: &str, lengths: std::ops::RangeInclusive<usize>) -> bool {
    lengths.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
}

/// Whether `text` is a billing code of customs: 15 digits starting with 4, 5 or 6 (rules 7.1).
pub fn billing_code(text: &str) -> bool {
    digits(text, 15..=15) && matches!(text.as_bytes().first(), Some(b'4'..=b'6'))
}

/// `text` without control characters and at most `limit` characters long.
pub fn clip(text: &str, limit: usize) -> String {
    text.chars().filter(|c| !c.is_control()).take(limit).collect()
}

/// At most `count` lines, each at most 500 characters.
pub fn clip_lines(lines: &[String], count: usize) -> Vec<String> {
    lines.iter().take(count).map(|line| clip(line, 500)).collect()
}
