//! Free text within bounds.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Datum, Problem, macros};

/// Trimmed text of `MIN` to `MAX` characters (not bytes), without control characters except line feed and tab.
///
/// Line ends become a single line feed, because browsers send a carriage return too.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Teks<const MIN: usize, const MAX: usize>(String);

impl<const MIN: usize, const MAX: usize> Teks<MIN, MAX> {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text itself.
    pub fn into_string(self) -> String {
        self.0
    }
}

impl<const MIN: usize, const MAX: usize> FromStr for Teks<MIN, MAX> {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            return Err(Problem::fixed(
                "Hapus karakter kendali yang tidak terlihat; tulis huruf, angka dan tanda baca saja, misalnya Mesin pompa.",
                "Remove the invisible control characters; write letters, digits and punctuation only, such as Mesin pompa.",
            ));
        }
        let count = text.chars().count();
        if (MIN..=MAX).contains(&count) { Ok(Self(text)) } else { Err(wrong_length(MIN, MAX, count)) }
    }
}

fn wrong_length(min: usize, max: usize, count: usize) -> Problem {
    Problem::shape(
        format!("Tulis {min} sampai {max} karakter, misalnya Mesin pompa; sekarang {count} karakter."),
        format!("Write {min} to {max} characters, such as Mesin pompa; there are {count} now."),
    )
}

impl<const MIN: usize, const MAX: usize> fmt::Display for Teks<MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl<const MIN: usize, const MAX: usize> AsRef<str> for Teks<MIN, MAX> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl<const MIN: usize, const MAX: usize> Datum for Teks<MIN, MAX> {}

impl<const MIN: usize, const MAX: usize> Serialize for Teks<MIN, MAX> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&self.0)
    }
}

impl<'de, const MIN: usize, const MAX: usize> Deserialize<'de> for Teks<MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        macros::from_text(d)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws};

    #[test]
    fn length_is_counted_in_characters() {
        check::<Teks<2, 5>>("ab", Some("ab"));
        check::<Teks<2, 5>>("  çédîl  ", Some("çédîl"));
        check::<Teks<2, 5>>("a", None);
        check::<Teks<2, 5>>("   a   ", None);
        check::<Teks<2, 5>>("abcdef", None);
        check::<Teks<0, 5>>("", Some(""));
        check::<Teks<1, 5>>(" ", None);
    }

    #[test]
    fn lines_and_tabs_stay_other_controls_do_not() {
        check::<Teks<1, 9>>("a\r\nb\rc\td", Some("a\nb\nc\td"));
        check::<Teks<1, 9>>("a\u{0}b", None);
        check::<Teks<1, 9>>("a\u{1b}[0m", None);
    }

    #[test]
    fn the_message_tells_bounds_and_count() {
        let problem = "abcdef".parse::<Teks<2, 5>>().unwrap_err();
        assert_eq!(problem.message.en, "Write 2 to 5 characters, such as Mesin pompa; there are 6 now.");
    }

    #[test]
    fn laws_hold() {
        laws::<Teks<1, 20>>("[a-zçé日!-~]([ \\n\\ta-zçé日!-~]{0,18}[a-z日!-~])?");
    }
}
