//! NTPN, the treasury's proof that money arrived.

use crate::macros::code;
use crate::scan::{alnum, blanks, exact};

code! {
    /// The state revenue transaction number: 16 digits or letters, upper-cased (rules 7.2).
    pub struct Ntpn(16);
    parse = |text| exact(text, blanks, alnum);
    id = "Tulis NTPN 16 angka atau huruf, misalnya 0A1B2C3D4E5F6G7H.";
    en = "Write the NTPN as 16 digits or letters, such as 0A1B2C3D4E5F6G7H.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn sixteen_digits_or_letters() {
        check::<Ntpn>("0A1B2C3D4E5F6G7H", Some("0A1B2C3D4E5F6G7H"));
        check::<Ntpn>("0a1b 2c3d 4e5f 6g7h", Some("0A1B2C3D4E5F6G7H"));
        refuse::<Ntpn>(&["", "0A1B2C3D4E5F6G7", "0A1B2C3D4E5F6G7HI", "0A1B2C3D4E5F6G7-"]);
    }

    #[test]
    fn laws_hold() {
        laws::<Ntpn>("[0-9A-Za-z]{16}");
    }
}
