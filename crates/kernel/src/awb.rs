//! The number of an air waybill.

use std::fmt;
use std::str::FromStr;

use arrayvec::ArrayString;

use crate::Problem;
use crate::macros::datum;
use crate::scan::{digit, exact, grouping, number};

/// A master air waybill: 3 digits of the airline, 7 of the serial and its check digit, the serial modulo 7 (rules 8).
///
/// A wrong check digit does not parse. Shown as `126-12345675`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Awb(ArrayString<11>);

impl Awb {
    /// The airline's 3 digits.
    pub fn airline(&self) -> &str {
        &self.0[..3]
    }

    /// The serial with its check digit: 8 digits.
    pub fn serial(&self) -> &str {
        &self.0[3..]
    }
}

impl FromStr for Awb {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let digits: Option<ArrayString<11>> = exact(text, grouping, digit);
        let awb = digits.map(Self).ok_or_else(|| {
            Problem::fixed(
                "Tulis nomor AWB 11 angka: 3 angka maskapai lalu 8 angka, misalnya 126-12345675.",
                "Write the air waybill number as 11 digits: 3 of the airline, then 8, such as 126-12345675.",
            )
        })?;
        let (serial, check) = awb.serial().split_at(7);
        let right = number(serial).map(|n| n % 7) == number(check);
        right.then_some(awb).ok_or_else(|| {
            Problem::fixed(
                "Angka terakhir nomor AWB bukan angka pemeriksanya; periksa kembali, misalnya 126-12345675.",
                "The last digit of the air waybill number is not its check digit; look again, such as 126-12345675.",
            )
        })
    }
}

impl fmt::Display for Awb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.airline(), self.serial())
    }
}

datum!(Awb);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws_of, refuse};
    use proptest::prelude::*;

    #[test]
    fn the_last_digit_is_the_serial_modulo_seven() {
        check::<Awb>("126-12345675", Some("126-12345675"));
        check::<Awb>("000-03456784", Some("000-03456784"));
        check::<Awb>("88888888881", Some("888-88888881"));
        refuse::<Awb>(&["", "126-1234567", "126-123456755", "12A-12345675", "126-12345674"]);
        refuse::<Awb>(&["126-12345677", "126-12345678", "126-12345679"]);
    }

    #[test]
    fn it_holds_an_airline_and_a_serial() {
        let awb: Awb = "126 1234 5675".parse().unwrap();
        assert_eq!((awb.airline(), awb.serial()), ("126", "12345675"));
    }

    #[test]
    fn laws_hold() {
        let number = |(airline, serial): (u32, u32)| format!("{airline:03}-{serial:07}{}", serial % 7);
        laws_of::<Awb>(&(0..1000_u32, 0..10_000_000_u32).prop_map(number).boxed());
    }
}
