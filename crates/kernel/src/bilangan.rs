//! A whole number.

use crate::macros::whole;

whole! {
    /// A count: a whole number from 0 to 999,999,999; a JSON number.
    ///
    /// `12.0` and `12.00`, as some clients write whole numbers, are read as 12; `1.000` is refused, because an
    /// Indonesian reader means one thousand.
    pub struct Bilangan(u64) in 0..=999_999_999;
    id = "Tulis bilangan bulat 0 sampai 999999999 tanpa titik atau koma, misalnya 1250.";
    en = "Write a whole number from 0 to 999999999 without points or commas, such as 1250.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn at_most_nine_digits() {
        check::<Bilangan>("0", Some("0"));
        check::<Bilangan>("007", Some("7"));
        check::<Bilangan>("999999999", Some("999999999"));
        check::<Bilangan>("12.0", Some("12"));
        check::<Bilangan>("12.00", Some("12"));
        refuse::<Bilangan>(&["", "-1", "+1", "1000000000", "1.000", "1,5", "1.5", ".0", "1e3", "satu"]);
    }

    #[test]
    fn json_may_hold_a_number_or_its_text() {
        for json in ["12", "\"12\""] {
            assert_eq!(serde_json::from_str::<Bilangan>(json).unwrap().get(), 12, "{json}");
        }
        for json in ["-1", "1.5", "1000000000", "null", "\"x\""] {
            assert!(serde_json::from_str::<Bilangan>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn laws_hold() {
        laws::<Bilangan>("[0-9]{1,9}(\\.0|\\.00)?");
    }
}
