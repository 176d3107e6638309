//! Exact decimals: money and weights never touch binary floating point.

use std::fmt;
use std::str::FromStr;

pub use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Datum, Problem};

/// A non-negative decimal with at most `SCALE` digits after the point and at most 24 characters (h2h-api 2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Dec<const SCALE: u32>(Decimal);

/// Money in any currency, percent: two places.
pub type Dec2 = Dec<2>;
/// Quantities, weights, exchange rates: four places.
pub type Dec4 = Dec<4>;

/// Longest accepted number, in characters.
const LONGEST: usize = 24;

impl<const SCALE: u32> Dec<SCALE> {
    /// Zero.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The value when it is non-negative and has no more places than allowed.
    pub fn new(value: Decimal) -> Option<Self> {
        let value = value.normalize();
        (value.scale() <= SCALE && !value.is_sign_negative()).then_some(Self(value))
    }

    /// The plain decimal.
    pub const fn get(self) -> Decimal {
        self.0
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }
}

impl<const SCALE: u32> FromStr for Dec<SCALE> {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let shaped = !whole.is_empty() && digits(whole) && digits(fraction) && !text.ends_with('.');
        if !shaped || text.len() > LONGEST {
            return Err(Problem::shape(
                format!(
                    "Tulis angka tidak negatif dengan titik desimal, paling banyak {LONGEST} karakter, misalnya 1250.75."
                ),
                format!(
                    "Write a non-negative number with a decimal point, at most {LONGEST} characters, such as 1250.75."
                ),
            ));
        }
        let places = fraction.trim_end_matches('0').len();
        let value = Decimal::from_str_exact(text).ok().filter(|_| places <= SCALE as usize);
        value.and_then(Self::new).ok_or_else(|| {
            Problem::shape(
                format!("Paling banyak {SCALE} angka di belakang titik desimal."),
                format!("At most {SCALE} digits after the decimal point."),
            )
        })
    }
}

impl<const SCALE: u32> fmt::Display for Dec<SCALE> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<const SCALE: u32> From<Dec<SCALE>> for Decimal {
    fn from(value: Dec<SCALE>) -> Self {
        value.0
    }
}

impl<const SCALE: u32> Datum for Dec<SCALE> {
    const NUMBER: bool = true;
}

impl<const SCALE: u32> Serialize for Dec<SCALE> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de, const SCALE: u32> Deserialize<'de> for Dec<SCALE> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        text.parse().map_err(|p: Problem| serde::de::Error::custom(p.message.en))
    }
}

/// Whole rupiah, as levies are billed and paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rupiah(pub i64);

impl Rupiah {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The sum, or `None` past the range.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// Indonesian notation: `Rp1.250.000`.
    pub fn to_letter(self) -> String {
        let digits = self.0.unsigned_abs().to_string();
        let mut out = String::with_capacity(digits.len() * 2);
        for (i, c) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push('.');
            }
            out.push(c);
        }
        format!("{}Rp{out}", if self.0 < 0 { "-" } else { "" })
    }
}

impl fmt::Display for Rupiah {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<const S: u32>(text: &str, expect: Option<&str>) {
        let got = text.parse::<Dec<S>>().ok().map(|d| d.to_string());
        assert_eq!(got.as_deref(), expect, "{text}");
    }

    #[test]
    fn decimals_keep_their_places() {
        check::<2>("13261.65", Some("13261.65"));
        check::<2>("13261.650", Some("13261.65"));
        check::<2>("13261.655", None);
        check::<4>("0.0001", Some("0.0001"));
        for bad in ["", "-1", "1e5", "1,5", "1.", ".5", "NaN", "9999999999999999999999999"] {
            check::<4>(bad, None);
        }
    }

    #[test]
    fn rupiah_groups_by_thousands() {
        assert_eq!(Rupiah(21_267_506).to_letter(), "Rp21.267.506");
        assert_eq!(Rupiah(999).to_letter(), "Rp999");
    }
}
