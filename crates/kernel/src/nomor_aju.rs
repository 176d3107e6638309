//! The number that a declarant gives to a document.

use std::fmt::Write as _;

use arrayvec::ArrayString;
use jiff::civil::Date;

use crate::macros::code;
use crate::scan::{alnum, exact, number};
use crate::{KodeKantor, Problem, Tanggal};

code! {
    /// A submission number: 26 letters or digits, upper-cased, used once for ever (rules 1.11, h2h-api 3).
    ///
    /// Hyphens and blanks are dropped on the way in. The 26 read as 6 of the document kind, 6 of the company, 8 of
    /// the date and 6 of the sequence, but a number that does not follow this is still a number.
    pub struct NomorAju(26);
    parse = |text| exact(text, |c| c == '-' || c.is_whitespace(), alnum);
    id = "Tulis nomor pengajuan 26 huruf atau angka, misalnya 000020-ABC123-20260306-000001.";
    en = "Write the submission number as 26 letters or digits, such as 000020-ABC123-20260306-000001.";
}

/// The four groups of a submission number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BagianAju<'a> {
    /// 6 characters: `0000` or 4 digits of the office, then the document kind.
    pub awalan: &'a str,
    /// 6 characters: the company's code.
    pub perusahaan: &'a str,
    /// The date, when the 8 characters are one.
    pub tanggal: Option<Tanggal>,
    /// 6 characters: the sequence.
    pub urutan: &'a str,
}

impl NomorAju {
    /// Makes a number from the office (`None`: CEISA's own `0000` form), document kind, company code of 6 letters or
    /// digits, date, and a sequence from 1 to 999,999.
    ///
    /// A document kind of 3 digits fits only the `0000` form (`000261`).
    pub fn generate(
        kantor: Option<KodeKantor>,
        kode_dokumen: &str,
        perusahaan: &str,
        tanggal: Date,
        urutan: u32,
    ) -> Result<Self, Problem> {
        Self::assemble(kantor, kode_dokumen, perusahaan, tanggal, urutan).ok_or_else(|| {
            Problem::fixed(
                "Nomor pengajuan dibentuk dari kode dokumen 2 angka (3 angka hanya tanpa kantor), kode perusahaan \
                 6 huruf atau angka, tanggal, dan nomor urut 1 sampai 999999, misalnya 20, ABC123, 2026-03-06, 1.",
                "A submission number is made of a document code of 2 digits (3 digits only without an office), \
                 a company code of 6 letters or digits, a date, and a sequence from 1 to 999999, such as 20, ABC123, \
                 2026-03-06, 1.",
            )
        })
    }

    fn assemble(
        kantor: Option<KodeKantor>,
        kode_dokumen: &str,
        perusahaan: &str,
        tanggal: Date,
        urutan: u32,
    ) -> Option<Self> {
        let kind = number(kode_dokumen)?;
        let company: ArrayString<6> = exact(perusahaan, crate::scan::nothing, alnum)?;
        let day = Tanggal::new(tanggal)?.date();
        let mut out = ArrayString::<26>::new();
        match (&kantor, kode_dokumen.len()) {
            (Some(kantor), 2) => write!(out, "{}{kind:02}", &kantor.as_str()[..4]).ok()?,
            (None, 2 | 3) => write!(out, "{kind:06}").ok()?,
            _ => return None,
        }
        write!(out, "{company}{:04}{:02}{:02}{urutan:06}", day.year(), day.month(), day.day()).ok()?;
        (out.is_full() && urutan > 0).then_some(Self(out))
    }

    /// The form that people read: groups of 6, 6, 8 and 6.
    pub fn to_grouped(&self) -> String {
        let code = &self.0;
        format!("{}-{}-{}-{}", &code[..6], &code[6..12], &code[12..20], &code[20..])
    }

    /// The four groups.
    pub fn parts(&self) -> BagianAju<'_> {
        let code = &self.0;
        BagianAju {
            awalan: &code[..6],
            perusahaan: &code[6..12],
            tanggal: Tanggal::from_compact(&code[12..20]),
            urutan: &code[20..],
        }
    }

    /// The document kind that the number suggests: characters 5 and 6, or 4 to 6 in the form `000261`.
    ///
    /// A fallback only: the payload says what a document is (h2h-api 3).
    pub fn kode_dokumen(&self) -> Option<&str> {
        let long = self.0.starts_with("000") && &self.0[3..4] != "0";
        let code = &self.0[if long { 3 } else { 4 }..6];
        code.bytes().all(|b| b.is_ascii_digit()).then_some(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    use jiff::civil::date;

    #[test]
    fn twenty_six_letters_or_digits() {
        check::<NomorAju>("000020ABC12320260306000001", Some("000020ABC12320260306000001"));
        check::<NomorAju>("000020-abc123-20260306-000001", Some("000020ABC12320260306000001"));
        check::<NomorAju>("000020 ABC123 20260306 000001", Some("000020ABC12320260306000001"));
        refuse::<NomorAju>(&["", "000020ABC1232026030600001", "000020ABC123202603060000011"]);
        refuse::<NomorAju>(&["000020ABC12320260306.00001", "000020ABÇ12320260306000001"]);
    }

    #[test]
    fn it_is_read_in_groups() {
        let aju: NomorAju = "000020ABC12320260306000001".parse().unwrap();
        assert_eq!(aju.to_grouped(), "000020-ABC123-20260306-000001");
        let tanggal = Tanggal::new(date(2026, 3, 6));
        let parts = BagianAju { awalan: "000020", perusahaan: "ABC123", tanggal, urutan: "000001" };
        assert_eq!(aju.parts(), parts);
        let odd: NomorAju = "ABCDEFGHJKLM20261306NPQRST".parse().unwrap();
        assert_eq!(odd.parts().tanggal, None);
    }

    #[track_caller]
    fn generated(kantor: Option<&str>, kode: &str, perusahaan: &str, urutan: u32, expect: Option<&str>) {
        let kantor = kantor.map(|k| k.parse().unwrap());
        let aju = NomorAju::generate(kantor, kode, perusahaan, date(2026, 3, 6), urutan);
        assert_eq!(aju.ok().map(|a| a.to_grouped()).as_deref(), expect, "{kode} {perusahaan} {urutan}");
    }

    #[test]
    fn it_is_generated_in_both_forms() {
        generated(None, "20", "abc123", 1, Some("000020-ABC123-20260306-000001"));
        generated(None, "261", "ABC123", 999_999, Some("000261-ABC123-20260306-999999"));
        generated(Some("150300"), "40", "ABC123", 7, Some("150340-ABC123-20260306-000007"));
        generated(Some("150300"), "261", "ABC123", 7, None);
        generated(None, "2", "ABC123", 7, None);
        generated(None, "BC", "ABC123", 7, None);
        generated(None, "20", "ABC12", 7, None);
        generated(None, "20", "ABC-12", 7, None);
        generated(None, "20", "ABC123", 0, None);
        generated(None, "20", "ABC123", 1_000_000, None);
        assert!(NomorAju::generate(None, "20", "ABC123", date(2101, 1, 1), 1).is_err());
    }

    #[track_caller]
    fn suggests(awalan: &str, expect: Option<&str>) {
        let aju: NomorAju = format!("{awalan}ABC12320260306000001").parse().unwrap();
        assert_eq!(aju.kode_dokumen(), expect, "{awalan}");
    }

    #[test]
    fn it_suggests_the_document_kind() {
        suggests("000020", Some("20"));
        suggests("000261", Some("261"));
        suggests("150340", Some("40"));
        suggests("1503AB", None);
    }

    #[test]
    fn laws_hold() {
        laws::<NomorAju>("[A-Za-z0-9]{26}|[0-9]{6}-[A-Z0-9]{6}-[0-9]{8}-[0-9]{6}");
    }
}
