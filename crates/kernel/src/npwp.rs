//! NPWP, the taxpayer number, in its 15-digit and 16-digit forms.

use crate::macros::code;
use crate::scan::{grouping, scan, value};
use arrayvec::ArrayString;

code! {
    /// A taxpayer number as one 16-digit identity: the old 15 digits after a `0`, or a citizen's NIK (rules 8).
    ///
    /// Shown as 16 digits; full stops, hyphens and blanks are dropped on the way in.
    pub struct Npwp(16);
    parse = |text| scan::<16>(text, grouping, crate::scan::digit).and_then(sixteen);
    id = "Tulis NPWP 15 atau 16 angka, misalnya 99.000.001.0-999.000 atau 0990000010999000.";
    en = "Write the NPWP as 15 or 16 digits, such as 99.000.001.0-999.000 or 0990000010999000.";
}

/// Brings 15 or 16 digits to 16.
fn sixteen(digits: ArrayString<16>) -> Option<ArrayString<16>> {
    match digits.len() {
        16 => Some(digits),
        15 => {
            let mut out = ArrayString::from("0").ok()?;
            out.try_push_str(&digits).ok()?;
            Some(out)
        }
        _ => None,
    }
}

impl Npwp {
    /// The old 15-digit form; `None` for a number that is a NIK.
    pub fn as_15(&self) -> Option<&str> {
        self.0.strip_prefix('0')
    }

    /// Whether the number is a citizen's NIK.
    pub fn is_nik_based(&self) -> bool {
        self.as_15().is_none()
    }

    /// Whether the ninth of the 15 digits is the Luhn digit of the first eight; true for a NIK, which has none.
    ///
    /// Custom and not law, and some government numbers break it: worth a warning at most (rules 8).
    pub fn check_digit_ok(&self) -> bool {
        self.as_15().is_none_or(|body| {
            let weighed = body.bytes().take(8).enumerate().map(|(i, b)| match value(b) * (1 + u32::from(i % 2 == 1)) {
                two_digits @ 10.. => two_digits - 9,
                one_digit => one_digit,
            });
            (10 - weighed.sum::<u32>() % 10) % 10 == value(body.as_bytes()[8])
        })
    }
}

/// The number whose 16 digits another kind of number already checked.
pub(crate) fn from_sixteen(digits: &str) -> Npwp {
    let mut out = ArrayString::new();
    out.push_str(digits);
    Npwp(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn both_lengths_are_one_identity() {
        check::<Npwp>("99.000.001.0-999.000", Some("0990000010999000"));
        check::<Npwp>("990000010999000", Some("0990000010999000"));
        check::<Npwp>(" 0990000010999000 ", Some("0990000010999000"));
        check::<Npwp>("3171234505900001", Some("3171234505900001"));
        refuse::<Npwp>(&["", "99000001099900", "09900000109990001", "99.000.001.0-999.00O", "٩٩0000010999000"]);
    }

    #[track_caller]
    fn check_digit(typed: &str, expect: bool) {
        assert_eq!(typed.parse::<Npwp>().unwrap().check_digit_ok(), expect, "{typed}");
    }

    #[test]
    fn the_ninth_digit_checks_the_first_eight() {
        check_digit("99.000.001.0-999.000", true);
        check_digit("99.123.456.8-999.000", true);
        check_digit("98.765.432.4-999.000", true);
        check_digit("0990000010999000", true);
        check_digit("99.000.001.1-999.000", false);
        check_digit("3171234505900001", true);
    }

    #[test]
    fn a_leading_zero_tells_a_company_from_a_citizen() {
        let company: Npwp = "0990000010999000".parse().unwrap();
        assert_eq!((company.as_15(), company.is_nik_based()), (Some("990000010999000"), false));
        let citizen: Npwp = "3171234505900001".parse().unwrap();
        assert_eq!((citizen.as_15(), citizen.is_nik_based()), (None, true));
    }

    #[test]
    fn laws_hold() {
        laws::<Npwp>("[0-9]{15,16}|[0-9]{2}\\.[0-9]{3}\\.[0-9]{3}\\.[0-9]-[0-9]{3}\\.[0-9]{3}");
    }
}
