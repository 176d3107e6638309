//! The number under which an office registers a document.

use std::fmt;
use std::str::FromStr;

use crate::Problem;
use crate::macros::datum;
use crate::scan::number;

/// A registration number (nopen): 000001 to 999999, per office and year (rules 1.11). Shown as 6 digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NomorDaftar(u32);

impl NomorDaftar {
    /// The number of a place in the sequence, from 1 to 999,999.
    pub fn new(sequence: u32) -> Option<Self> {
        (1..=999_999).contains(&sequence).then_some(Self(sequence))
    }

    /// The place in the sequence.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl FromStr for NomorDaftar {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        let sequence = number(text).filter(|_| text.len() == 6);
        sequence.and_then(Self::new).ok_or_else(|| {
            Problem::fixed(
                "Tulis nomor pendaftaran 6 angka, mulai 000001, misalnya 003574.",
                "Write the registration number as 6 digits, from 000001, such as 003574.",
            )
        })
    }
}

impl fmt::Display for NomorDaftar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

datum!(NomorDaftar);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn six_digits_from_one() {
        check::<NomorDaftar>("003574", Some("003574"));
        refuse::<NomorDaftar>(&["", "000000", "3574", "0003574", "00357A", "+03574"]);
        assert_eq!(NomorDaftar::new(12).map(|n| n.to_string()).as_deref(), Some("000012"));
        assert_eq!((NomorDaftar::new(0), NomorDaftar::new(1_000_000)), (None, None));
    }

    #[test]
    fn laws_hold() {
        laws::<NomorDaftar>("[0-9]{5}[1-9]");
    }
}
