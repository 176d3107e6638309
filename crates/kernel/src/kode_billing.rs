//! The code under which a levy is paid.

use crate::macros::code;
use crate::scan::{digit, exact, grouping};

code! {
    /// A billing code: 15 digits; the first tells the agency (rules 7.1, 8).
    pub struct KodeBilling(15);
    parse = |text| exact(text, grouping, digit);
    id = "Tulis kode billing 15 angka, misalnya 420260300000123.";
    en = "Write the billing code as 15 digits, such as 420260300000123.";
}

impl KodeBilling {
    /// Whether customs and excise issued it: the first digit is 4, 5 or 6.
    pub fn is_djbc(&self) -> bool {
        self.0.starts_with(['4', '5', '6'])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn fifteen_digits() {
        check::<KodeBilling>("420260300000123", Some("420260300000123"));
        refuse::<KodeBilling>(&["", "42026030000012", "4202603000001234", "42026030000012X"]);
    }

    #[test]
    fn the_first_digit_tells_the_agency() {
        for (first, djbc) in [('3', false), ('4', true), ('5', true), ('6', true), ('7', false)] {
            let code: KodeBilling = format!("{first}20260300000123").parse().unwrap();
            assert_eq!(code.is_djbc(), djbc, "{code}");
        }
    }

    #[test]
    fn laws_hold() {
        laws::<KodeBilling>("[0-9]{15}");
    }
}
