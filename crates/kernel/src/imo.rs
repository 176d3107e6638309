//! The IMO number of a ship.

use std::fmt;
use std::str::FromStr;

use arrayvec::ArrayString;

use crate::Problem;
use crate::macros::datum;
use crate::scan::{blanks, digit, exact, value};

/// A ship: 7 digits, the last of which checks the six before it (rules 8). A wrong check digit does not parse.
///
/// The word `IMO` in front is accepted and dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Imo(ArrayString<7>);

impl Imo {
    /// The seven digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Imo {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        let bare = text.strip_prefix("IMO").or_else(|| text.strip_prefix("imo")).unwrap_or(text);
        let digits: ArrayString<7> = exact(bare, blanks, digit).ok_or_else(|| {
            Problem::fixed(
                "Tulis nomor IMO 7 angka, misalnya 9074729.",
                "Write the IMO number as 7 digits, such as 9074729.",
            )
        })?;
        let sum: u32 = digits.bytes().zip((2..=7).rev()).map(|(b, weight)| value(b) * weight).sum();
        let right = digits.bytes().last().is_some_and(|last| sum % 10 == value(last));
        right.then_some(Self(digits)).ok_or_else(|| {
            Problem::fixed(
                "Angka terakhir nomor IMO bukan angka pemeriksanya; periksa kembali, misalnya 9074729.",
                "The last digit of the IMO number is not its check digit; look again, such as 9074729.",
            )
        })
    }
}

impl fmt::Display for Imo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

datum!(Imo);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws_of, refuse};
    use proptest::prelude::*;

    #[test]
    fn the_last_digit_checks_the_rest() {
        check::<Imo>("9074729", Some("9074729"));
        check::<Imo>("IMO 9464833", Some("9464833"));
        check::<Imo>("imo9811880", Some("9811880"));
        refuse::<Imo>(&["", "IMO", "9074728", "907472", "90747290", "IMO IMO 9074729", "907472A"]);
    }

    #[test]
    fn laws_hold() {
        let checked = |[a, b, c, d, e, f]: [u32; 6]| {
            format!("IMO {a}{b}{c}{d}{e}{f}{}", (7 * a + 6 * b + 5 * c + 4 * d + 3 * e + 2 * f) % 10)
        };
        laws_of::<Imo>(&proptest::array::uniform6(0..10_u32).prop_map(checked).boxed());
    }
}
