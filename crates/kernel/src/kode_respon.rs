//! The code of a letter that answers a document.

use crate::macros::code;
use crate::scan::{digit, nothing, scan};

code! {
    /// A response code of `dataRespon`: the document kind (2 to 4 digits) and a 2-digit suffix (h2h-api 4).
    pub struct KodeRespon(6);
    parse = |text| scan(text, nothing, digit).filter(|code: &arrayvec::ArrayString<6>| code.len() >= 4);
    id = "Tulis kode respon 4 sampai 6 angka: kode dokumen lalu 2 angka, misalnya 2003.";
    en = "Write the response code as 4 to 6 digits: the document code, then 2 digits, such as 2003.";
}

impl KodeRespon {
    /// The kind of document that it answers: all but the last two digits.
    pub fn kode_dokumen(&self) -> &str {
        &self.0[..self.0.len() - 2]
    }

    /// The letter among those of that document: the last two digits.
    pub fn suffix(&self) -> &str {
        &self.0[self.0.len() - 2..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[track_caller]
    fn parts(typed: &str, kode_dokumen: &str, suffix: &str) {
        let code: KodeRespon = typed.parse().unwrap();
        assert_eq!((code.kode_dokumen(), code.suffix()), (kode_dokumen, suffix), "{typed}");
    }

    #[test]
    fn a_document_kind_and_a_suffix() {
        check::<KodeRespon>("2003", Some("2003"));
        refuse::<KodeRespon>(&["", "203", "2003000", "20O3", "20-03"]);
        parts("2003", "20", "03");
        parts("26103", "261", "03");
        parts("51328", "513", "28");
    }

    #[test]
    fn laws_hold() {
        laws::<KodeRespon>("[0-9]{4,6}");
    }
}
