//! NITKU, the number of one place of business.

use crate::macros::code;
use crate::scan::{digit, exact, grouping};
use crate::{Npwp, npwp};

code! {
    /// A place of business: the 16-digit NPWP and six digits of the place, `000000` for the head office (rules 8).
    pub struct Nitku(22);
    parse = |text| exact(text, grouping, digit);
    id = "Tulis NITKU 22 angka: NPWP 16 angka lalu 6 angka tempat kegiatan usaha, misalnya 0990000010999000000000.";
    en = "Write the NITKU as 22 digits: the 16-digit NPWP, then 6 digits of the place, such as 0990000010999000000000.";
}

impl Nitku {
    /// The head office of a taxpayer.
    pub fn head_office(npwp: Npwp) -> Self {
        let mut out = arrayvec::ArrayString::new();
        out.push_str(npwp.as_str());
        out.push_str("000000");
        Self(out)
    }

    /// The taxpayer.
    pub fn npwp(&self) -> Npwp {
        npwp::from_sixteen(&self.0[..16])
    }

    /// The six digits of the place.
    pub fn place(&self) -> &str {
        &self.0[16..]
    }

    /// Whether the place is the head office.
    pub fn is_head_office(&self) -> bool {
        self.place() == "000000"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn twenty_two_digits() {
        check::<Nitku>("0990000010999000000000", Some("0990000010999000000000"));
        check::<Nitku>("0990000010999000-000001", Some("0990000010999000000001"));
        refuse::<Nitku>(&["", "0990000010999000", "09900000109990000000000", "099000001099900000000X"]);
    }

    #[test]
    fn it_holds_a_taxpayer_and_a_place() {
        let branch: Nitku = "0990000010999000000012".parse().unwrap();
        assert_eq!(branch.npwp(), "0990000010999000");
        assert_eq!((branch.place(), branch.is_head_office()), ("000012", false));
        let head = Nitku::head_office(branch.npwp());
        assert_eq!((head.as_str(), head.is_head_office()), ("0990000010999000000000", true));
    }

    #[test]
    fn laws_hold() {
        laws::<Nitku>("[0-9]{22}");
    }
}
