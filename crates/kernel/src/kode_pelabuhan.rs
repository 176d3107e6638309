//! The UN/LOCODE of a port.

use crate::macros::code;
use crate::scan::{alnum, blanks, exact};

code! {
    /// A port or place by UN/LOCODE: 2 letters of the country and 3 letters or digits, upper-cased.
    pub struct KodePelabuhan(5);
    parse = |text| exact(text, blanks, alnum).filter(|code: &arrayvec::ArrayString<5>| code.bytes().take(2).all(|b| b.is_ascii_uppercase()));
    id = "Tulis kode pelabuhan 5 karakter: 2 huruf negara lalu 3 huruf atau angka, misalnya IDTPP.";
    en = "Write the port code as 5 characters: 2 letters of the country, then 3 letters or digits, such as IDTPP.";
}

impl KodePelabuhan {
    /// The two letters of the country.
    pub fn negara(&self) -> &str {
        &self.0[..2]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn two_letters_then_three_letters_or_digits() {
        check::<KodePelabuhan>("IDTPP", Some("IDTPP"));
        check::<KodePelabuhan>("id tpp", Some("IDTPP"));
        check::<KodePelabuhan>("US2LA", Some("US2LA"));
        refuse::<KodePelabuhan>(&["", "IDTP", "IDTPPX", "I1TPP", "IDT-P"]);
    }

    #[test]
    fn it_tells_the_country() {
        assert_eq!("JPTYO".parse::<KodePelabuhan>().unwrap().negara(), "JP");
    }

    #[test]
    fn laws_hold() {
        laws::<KodePelabuhan>("[A-Za-z]{2}[A-Za-z0-9]{3}");
    }
}
