//! Reading codes of a fixed alphabet into fixed-size text, without allocating.

use arrayvec::ArrayString;

/// Reads `text` character by character: drops what `skip` names, maps the rest through `keep`.
///
/// `None` when `keep` refuses a character or more than `N` remain.
pub(crate) fn scan<const N: usize>(
    text: &str,
    skip: fn(char) -> bool,
    keep: fn(char) -> Option<char>,
) -> Option<ArrayString<N>> {
    let mut out = ArrayString::new();
    for c in text.chars().filter(|c| !skip(*c)) {
        out.try_push(keep(c)?).ok()?;
    }
    Some(out)
}

/// As [`scan`], and exactly `N` characters must remain (every `keep` of this module yields ASCII).
pub(crate) fn exact<const N: usize>(
    text: &str,
    skip: fn(char) -> bool,
    keep: fn(char) -> Option<char>,
) -> Option<ArrayString<N>> {
    scan(text, skip, keep).filter(ArrayString::is_full)
}

/// Skips nothing.
pub(crate) fn nothing(_: char) -> bool {
    false
}

/// Skips blanks, also the no-break space that spreadsheets leave.
pub(crate) fn blanks(c: char) -> bool {
    c.is_whitespace()
}

/// Skips blanks, full stops and hyphens, with which people group long numbers.
pub(crate) fn grouping(c: char) -> bool {
    c == '.' || c == '-' || c.is_whitespace()
}

/// Keeps a digit.
pub(crate) fn digit(c: char) -> Option<char> {
    c.is_ascii_digit().then_some(c)
}

/// Keeps a letter, in upper case.
pub(crate) fn letter(c: char) -> Option<char> {
    c.is_ascii_alphabetic().then(|| c.to_ascii_uppercase())
}

/// Keeps a letter or a digit, in upper case.
pub(crate) fn alnum(c: char) -> Option<char> {
    c.is_ascii_alphanumeric().then(|| c.to_ascii_uppercase())
}

/// The value of an ASCII digit.
pub(crate) fn value(digit: u8) -> u32 {
    u32::from(digit.wrapping_sub(b'0'))
}

/// The number that at most nine ASCII digits write.
pub(crate) fn number(digits: &str) -> Option<u32> {
    let plain = !digits.is_empty() && digits.len() <= 9 && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.bytes().fold(0, |n, b| n * 10 + value(b)))
}
