//! The code of a kind of package.

use crate::macros::code;
use crate::scan::{alnum, exact, nothing};

code! {
    /// A kind of package by UN/ECE Recommendation 21: 2 letters or digits, upper-cased.
    pub struct KodeKemasan(2);
    parse = |text| exact(text, nothing, alnum);
    id = "Tulis kode kemasan 2 huruf atau angka, misalnya CT atau 4G.";
    en = "Write the package code as 2 letters or digits, such as CT or 4G.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn two_letters_or_digits() {
        check::<KodeKemasan>("CT", Some("CT"));
        check::<KodeKemasan>("4g", Some("4G"));
        refuse::<KodeKemasan>(&["", "C", "CTN", "C-"]);
    }

    #[test]
    fn laws_hold() {
        laws::<KodeKemasan>("[A-Za-z0-9]{2}");
    }
}
