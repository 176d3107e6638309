//! The three-letter code of a currency.

use crate::macros::code;
use crate::scan::{exact, letter, nothing};

code! {
    /// A currency by ISO 4217: 3 letters, upper-cased.
    pub struct KodeValuta(3);
    parse = |text| exact(text, nothing, letter);
    id = "Tulis kode valuta 3 huruf, misalnya USD.";
    en = "Write the currency code as 3 letters, such as USD.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn three_letters() {
        check::<KodeValuta>("USD", Some("USD"));
        check::<KodeValuta>("jpy", Some("JPY"));
        refuse::<KodeValuta>(&["", "US", "USDT", "U5D", "US D"]);
    }

    #[test]
    fn laws_hold() {
        laws::<KodeValuta>("[A-Za-z]{3}");
    }
}
