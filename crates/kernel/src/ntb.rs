//! NTB, the bank's number of a payment.

use crate::macros::code;
use crate::scan::{alnum, blanks, exact};

code! {
    /// The bank transaction number: 12 digits or letters, upper-cased (rules 7.2).
    pub struct Ntb(12);
    parse = |text| exact(text, blanks, alnum);
    id = "Tulis NTB 12 angka atau huruf, misalnya 000000123456.";
    en = "Write the NTB as 12 digits or letters, such as 000000123456.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn twelve_digits_or_letters() {
        check::<Ntb>("000000123456", Some("000000123456"));
        check::<Ntb>("ab0000123456", Some("AB0000123456"));
        refuse::<Ntb>(&["", "00000012345", "0000001234567", "00000012345-"]);
    }

    #[test]
    fn laws_hold() {
        laws::<Ntb>("[0-9A-Za-z]{12}");
    }
}
