//! NIB, the business identification number of OSS.

use crate::macros::code;
use crate::scan::{digit, exact, grouping};

code! {
    /// A business identification number: 13 digits without a published check digit (rules 8).
    pub struct Nib(13);
    parse = |text| exact(text, grouping, digit);
    id = "Tulis NIB 13 angka, misalnya 9120001234567.";
    en = "Write the NIB as 13 digits, such as 9120001234567.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn thirteen_digits() {
        check::<Nib>("9120001234567", Some("9120001234567"));
        refuse::<Nib>(&["", "912000123456", "91200012345678", "912000123456A"]);
    }

    #[test]
    fn laws_hold() {
        laws::<Nib>("[0-9]{13}");
    }
}
