//! The two-letter code of a country.

use crate::macros::code;
use crate::scan::{exact, letter, nothing};

code! {
    /// A country by ISO 3166-1: 2 letters, upper-cased.
    pub struct KodeNegara(2);
    parse = |text| exact(text, nothing, letter);
    id = "Tulis kode negara 2 huruf, misalnya ID atau JP.";
    en = "Write the country code as 2 letters, such as ID or JP.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn two_letters() {
        check::<KodeNegara>("JP", Some("JP"));
        check::<KodeNegara>("id", Some("ID"));
        refuse::<KodeNegara>(&["", "J", "JPN", "J1", "J P", "ÎD"]);
    }

    #[test]
    fn laws_hold() {
        laws::<KodeNegara>("[A-Za-z]{2}");
    }
}
