//! The number of a letter that an office sends.

use std::fmt;
use std::str::FromStr;

use arrayvec::ArrayString;

use crate::Problem;
use crate::macros::datum;
use crate::scan::number;

/// A letter number such as `000123/KBC.0203/2026`: sequence, the office's tag, year (rules 1.11, h2h-api 3).
///
/// The tag has 1 to 20 upper-case letters, digits, full stops, hyphens or slashes, so `WBC.07/KPP.MP.01` is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NomorRespon {
    tahun: i16,
    tag: ArrayString<20>,
    sequence: u32,
}

impl NomorRespon {
    /// The number of a sequence from 1 to 999,999, an office tag and a year from 1900 to 2100.
    pub fn new(sequence: u32, tag: &str, tahun: i16) -> Result<Self, Problem> {
        let tag = ArrayString::from(tag).ok().filter(well_formed);
        let bounded = (1..=999_999).contains(&sequence) && (1900..=2100).contains(&tahun);
        tag.filter(|_| bounded).map(|tag| Self { tahun, tag, sequence }).ok_or_else(shape)
    }

    /// The place in the office's sequence of the year.
    pub const fn sequence(&self) -> u32 {
        self.sequence
    }

    /// The office's tag.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The year.
    pub const fn tahun(&self) -> i16 {
        self.tahun
    }
}

/// Words of the tag's alphabet, joined by single slashes.
fn well_formed(tag: &ArrayString<20>) -> bool {
    let letter = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'.' || b == b'-';
    tag.split('/').all(|word| !word.is_empty() && word.bytes().all(letter))
}

fn shape() -> Problem {
    Problem::fixed(
        "Tulis nomor surat sebagai 6 angka, tanda kantor dan tahun, misalnya 000123/KBC.0203/2026.",
        "Write the letter number as 6 digits, the office tag and the year, such as 000123/KBC.0203/2026.",
    )
}

impl FromStr for NomorRespon {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let parts = text.trim().split_once('/').and_then(|(first, rest)| Some((first, rest.rsplit_once('/')?)));
        let (first, (tag, last)) = parts.ok_or_else(shape)?;
        let sequence = number(first).filter(|_| first.len() == 6).ok_or_else(shape)?;
        let tahun = number(last).and_then(|n| i16::try_from(n).ok()).filter(|_| last.len() == 4);
        Self::new(sequence, tag, tahun.ok_or_else(shape)?)
    }
}

impl fmt::Display for NomorRespon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}/{}/{:04}", self.sequence, self.tag, self.tahun)
    }
}

datum!(NomorRespon);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn sequence_tag_and_year() {
        check::<NomorRespon>("000123/KBC.0203/2026", Some("000123/KBC.0203/2026"));
        check::<NomorRespon>("000123/WBC.07/KPP.MP.01/2026", Some("000123/WBC.07/KPP.MP.01/2026"));
        check::<NomorRespon>("000123/KPU.01/2026", Some("000123/KPU.01/2026"));
        refuse::<NomorRespon>(&["", "000123", "000123/2026", "000123//2026", "123/KBC.0203/2026"]);
        refuse::<NomorRespon>(&["000000/KBC.0203/2026", "000123/KBC.0203/26", "000123/KBC.0203/2101"]);
        refuse::<NomorRespon>(&["000123/kbc.0203/2026", "000123/KBC.0203//2026", "000123/KBC.0203.0203.0203.02/2026"]);
    }

    #[test]
    fn it_is_built_from_its_parts() {
        let number = NomorRespon::new(123, "KBC.0203", 2026).unwrap();
        assert_eq!(number.to_string(), "000123/KBC.0203/2026");
        assert_eq!((number.sequence(), number.tag(), number.tahun()), (123, "KBC.0203", 2026));
        for (sequence, tag, tahun) in [(0, "KBC.0203", 2026), (1_000_000, "KBC.0203", 2026), (1, "", 2026), (1, "A", 1)]
        {
            assert!(NomorRespon::new(sequence, tag, tahun).is_err(), "{sequence} {tag} {tahun}");
        }
    }

    #[test]
    fn laws_hold() {
        laws::<NomorRespon>("[0-9]{5}[1-9]/[A-Z0-9.-]{1,9}(/[A-Z0-9.-]{1,10})?/(19|20)[0-9]{2}");
    }
}
