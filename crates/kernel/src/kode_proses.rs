//! The code of a step that a document went through.

use crate::macros::code;
use crate::scan::{digit, exact, nothing};

code! {
    /// A process code of `dataStatus`: 3 digits (h2h-api 4).
    pub struct KodeProses(3);
    parse = |text| exact(text, nothing, digit);
    id = "Tulis kode proses 3 angka, misalnya 240.";
    en = "Write the process code as 3 digits, such as 240.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn three_digits() {
        check::<KodeProses>("240", Some("240"));
        check::<KodeProses>("001", Some("001"));
        refuse::<KodeProses>(&["", "24", "2400", "24A"]);
    }

    #[test]
    fn laws_hold() {
        laws::<KodeProses>("[0-9]{3}");
    }
}
