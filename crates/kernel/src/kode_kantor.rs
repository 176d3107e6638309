//! The six-digit code of a customs office.

use crate::macros::code;
use crate::scan::{digit, exact, nothing};

code! {
    /// A customs office of the DJBC list: 6 digits, leading zeros kept (rules 1.11).
    pub struct KodeKantor(6);
    parse = |text| exact(text, nothing, digit);
    id = "Tulis kode kantor 6 angka, misalnya 040300.";
    en = "Write the office code as 6 digits, such as 040300.";
}

impl KodeKantor {
    /// The office's tag in letter numbers when the office table names no other: `KBC.0403` (rules 1.11).
    pub fn tag_surat(&self) -> String {
        format!("KBC.{}", &self.0[..4])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn six_digits_with_their_zeros() {
        check::<KodeKantor>("040300", Some("040300"));
        refuse::<KodeKantor>(&["", "40300", "0403000", "04 0300", "04030A"]);
    }

    #[test]
    fn the_usual_tag_is_made_of_four_digits() {
        assert_eq!("040300".parse::<KodeKantor>().unwrap().tag_surat(), "KBC.0403");
    }

    #[test]
    fn laws_hold() {
        laws::<KodeKantor>("[0-9]{6}");
    }
}
