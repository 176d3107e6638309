//! The number painted on a container.

use arrayvec::ArrayString;

use crate::macros::code;
use crate::scan::{alnum, exact, grouping, value};

code! {
    /// A container by ISO 6346: owner of 3 letters, category U, J or Z, 6 digits and the check digit (rules 8).
    ///
    /// A wrong check digit still parses, because boxes with a mispainted or old number do travel and a finding of its
    /// own reports it; ask [`NomorKontainer::check_digit_ok`].
    pub struct NomorKontainer(11);
    parse = |text| exact(text, grouping, alnum).filter(shaped);
    id = "Tulis nomor kontainer 11 karakter: 4 huruf (huruf ke-4 U, J atau Z) lalu 7 angka, misalnya CSQU3054383.";
    en = "Write the container number as 11 characters: 4 letters (the 4th U, J or Z), then 7 digits, such as CSQU3054383.";
}

fn shaped(code: &ArrayString<11>) -> bool {
    let (letters, digits) = code.split_at(4);
    letters.bytes().all(|b| b.is_ascii_uppercase())
        && letters.ends_with(['U', 'J', 'Z'])
        && digits.bytes().all(|b| b.is_ascii_digit())
}

impl NomorKontainer {
    /// Whether the last digit is the ISO 6346 check digit of the ten characters before it.
    pub fn check_digit_ok(&self) -> bool {
        self.0.bytes().last().is_some_and(|last| self.weighted_sum() % 11 % 10 == value(last))
    }

    /// The sum of the first ten characters' values, each times two to the power of its place.
    fn weighted_sum(&self) -> u32 {
        self.0.bytes().take(10).enumerate().map(|(place, b)| letter_or_digit(b) << place).sum()
    }
}

/// 0 to 9 for digits; 10 to 38 for letters, skipping the multiples of 11.
fn letter_or_digit(b: u8) -> u32 {
    if b.is_ascii_digit() {
        return value(b);
    }
    let rank = u32::from(b - b'A');
    let skipped = [1, 11, 21].iter().filter(|from| rank >= **from).count();
    10 + rank + u32::try_from(skipped).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn four_letters_and_seven_digits() {
        check::<NomorKontainer>("CSQU3054383", Some("CSQU3054383"));
        check::<NomorKontainer>("csqu 305438-3", Some("CSQU3054383"));
        check::<NomorKontainer>("CSQU3054384", Some("CSQU3054384"));
        refuse::<NomorKontainer>(&["", "CSQA3054383", "CSQU305438", "CSQU30543833", "CS1U3054383", "CSQU305438A"]);
    }

    #[track_caller]
    fn check_digit(typed: &str, sum: Option<u32>, expect: bool) {
        let number: NomorKontainer = typed.parse().unwrap();
        assert_eq!(number.check_digit_ok(), expect, "{typed}");
        assert!(sum.is_none_or(|sum| sum == number.weighted_sum()), "{typed}: {}", number.weighted_sum());
    }

    #[test]
    fn the_last_digit_checks_the_rest() {
        check_digit("CSQU3054383", Some(6185), true);
        check_digit("MSKU9070323", None, true);
        check_digit("TGHU1234567", Some(5529), true);
        check_digit("TEMU6000003", None, true);
        check_digit("MSCU0000060", Some(3464), true);
        check_digit("CSQU3054384", None, false);
    }

    #[test]
    fn laws_hold() {
        laws::<NomorKontainer>("[A-Za-z]{3}[UJZujz][0-9]{7}");
    }
}
