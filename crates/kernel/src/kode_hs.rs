//! The eight-digit tariff line of BTKI.

use crate::macros::code;
use crate::scan::{digit, exact, grouping};

code! {
    /// A tariff line: 8 digits of BTKI; full stops and blanks are dropped (rules 8).
    pub struct KodeHs(8);
    parse = |text| exact(text, grouping, digit);
    id = "Tulis kode HS 8 angka, misalnya 87032364 atau 8703.23.64.";
    en = "Write the HS code as 8 digits, such as 87032364 or 8703.23.64.";
}

impl KodeHs {
    /// The chapter: 2 digits.
    pub fn bab(&self) -> &str {
        &self.0[..2]
    }

    /// The heading: 4 digits.
    pub fn pos(&self) -> &str {
        &self.0[..4]
    }

    /// The subheading of the Harmonized System: 6 digits.
    pub fn subpos(&self) -> &str {
        &self.0[..6]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn eight_digits_in_any_grouping() {
        check::<KodeHs>("87032364", Some("87032364"));
        check::<KodeHs>("8703.23.64", Some("87032364"));
        check::<KodeHs>("8703 2364", Some("87032364"));
        refuse::<KodeHs>(&["", "870323", "8703236", "870323641", "8703236A"]);
    }

    #[test]
    fn it_belongs_to_chapter_heading_and_subheading() {
        let hs: KodeHs = "87032364".parse().unwrap();
        assert_eq!((hs.bab(), hs.pos(), hs.subpos()), ("87", "8703", "870323"));
    }

    #[test]
    fn laws_hold() {
        laws::<KodeHs>("[0-9]{8}|[0-9]{4}\\.[0-9]{2}\\.[0-9]{2}");
    }
}
