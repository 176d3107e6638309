//! The number of a manifest position.

use std::fmt;
use std::str::FromStr;

use kernel::Problem;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Digits of a position number.
const DIGITS: usize = 12;

/// A position of BC 1.1: 4 digits position, 4 sub-position, 4 sub-sub-position (rules 5.3).
///
/// A master or direct transport document is `NNNN00000000`, its house document `NNNNMMMM0000`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NomorPos(String);

impl NomorPos {
    /// The number as text, 12 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is a house position under a master.
    pub fn is_house(&self) -> bool {
        !self.0.ends_with("00000000")
    }

    /// The master's position; itself when it is one.
    #[must_use]
    pub fn master(&self) -> Self {
        Self(format!("{}00000000", self.0.get(..4).unwrap_or_default()))
    }
}

impl FromStr for NomorPos {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let digits: String = text.chars().filter(|c| !matches!(c, '.' | '-') && !c.is_whitespace()).collect();
        let shaped = digits.len() == DIGITS && digits.bytes().all(|b| b.is_ascii_digit());
        if !shaped || digits.starts_with("0000") {
            return Err(Problem::shape(
                "Tulis nomor pos BC 1.1 12 angka, misalnya 001200030000.",
                "Write the BC 1.1 position as 12 digits, such as 001200030000.",
            ));
        }
        Ok(Self(digits))
    }
}

impl fmt::Display for NomorPos {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Serialize for NomorPos {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for NomorPos {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        text.parse().map_err(|p: Problem| serde::de::Error::custom(p.message.en))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<(&str, bool, &str)>) {
        let got = text.parse::<NomorPos>().ok();
        let got = got.map(|p| (p.to_string(), p.is_house(), p.master().to_string()));
        assert_eq!(got, expect.map(|(p, house, master)| (p.to_owned(), house, master.to_owned())), "{text}");
    }

    #[test]
    fn twelve_digits_in_any_grouping() {
        check("001200000000", Some(("001200000000", false, "001200000000")));
        check("0012.0003.0000", Some(("001200030000", true, "001200000000")));
        for bad in
            ["", "12", "00120003000", "0012000300000", "0012000300A0", "000000030000", "００１２０００３００００"]
        {
            check(bad, None);
        }
    }

    #[test]
    fn json_holds_the_text() {
        let pos: NomorPos = serde_json::from_str("\"001200030000\"").unwrap();
        assert_eq!(serde_json::to_string(&pos).unwrap(), "\"001200030000\"");
        assert!(serde_json::from_str::<NomorPos>("\"12\"").is_err());
    }
}
