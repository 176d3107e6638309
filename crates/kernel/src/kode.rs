//! A short code whose list is reference data.

use arrayvec::ArrayString;

use crate::macros::code;

code! {
    /// A code of 1 to 20 printable ASCII characters, kept as typed; single spaces may stand inside.
    ///
    /// Whether the code exists is a question for the reference tables.
    pub struct Kode(20);
    parse = |text| ArrayString::from(text).ok().filter(printable);
    id = "Tulis kode 1 sampai 20 karakter tanpa spasi ganda, misalnya 11 atau Metode 1.";
    en = "Write a code of 1 to 20 characters without double spaces, such as 11 or Metode 1.";
}

fn printable(code: &ArrayString<20>) -> bool {
    code.split(' ').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_graphic()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn it_stays_as_typed() {
        check::<Kode>("11", Some("11"));
        check::<Kode>(" Metode 1 ", Some("Metode 1"));
        check::<Kode>("tah", Some("tah"));
        check::<Kode>("12345678901234567890", Some("12345678901234567890"));
        refuse::<Kode>(&["", " ", "Metode  1", "Metode\t1", "123456789012345678901", "kodé", "a\u{7f}"]);
    }

    #[test]
    fn it_compares_with_plain_text() {
        let code: Kode = "Metode 1".parse().unwrap();
        assert_eq!(code, "Metode 1");
        assert!(code != *"metode 1");
    }

    #[test]
    fn laws_hold() {
        laws::<Kode>("[!-~]{1,20}|[!-~]{1,9} [!-~]{1,10}");
    }
}
