//! The code of a unit of measure.

use crate::macros::code;
use crate::scan::{alnum, nothing, scan};

code! {
    /// A unit of measure by UN/ECE Recommendation 20: 1 to 3 letters or digits, upper-cased.
    pub struct KodeSatuan(3);
    parse = |text| scan(text, nothing, alnum).filter(|code: &arrayvec::ArrayString<3>| !code.is_empty());
    id = "Tulis kode satuan 1 sampai 3 huruf atau angka, misalnya KGM atau PCE.";
    en = "Write the unit code as 1 to 3 letters or digits, such as KGM or PCE.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn one_to_three_letters_or_digits() {
        check::<KodeSatuan>("KGM", Some("KGM"));
        check::<KodeSatuan>("pce", Some("PCE"));
        check::<KodeSatuan>("05", Some("05"));
        check::<KodeSatuan>("C", Some("C"));
        refuse::<KodeSatuan>(&["", "KGMX", "K-M", "K M"]);
    }

    #[test]
    fn laws_hold() {
        laws::<KodeSatuan>("[A-Za-z0-9]{1,3}");
    }
}
