//! A calendar day.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use crate::Problem;
use crate::macros::datum;
use crate::scan::number;

/// A day from 1900 to 2100, written `YYYY-MM-DD`.
///
/// An ISO date-time is accepted for its date part as written, whatever its offset says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tanggal(Date);

const BULAN: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// Longest accepted date-time, in bytes.
const LONGEST: usize = 40;

impl Tanggal {
    /// The day when its year is within the bounds.
    pub fn new(date: Date) -> Option<Self> {
        (1900..=2100).contains(&date.year()).then_some(Self(date))
    }

    /// The plain date.
    pub const fn date(self) -> Date {
        self.0
    }

    /// The day in a letter: `6 Maret 2026`.
    pub fn indonesia(self) -> String {
        let bulan = usize::try_from(self.0.month() - 1).ok().and_then(|i| BULAN.get(i)).copied();
        format!("{} {} {}", self.0.day(), bulan.unwrap_or_default(), self.0.year())
    }

    /// The day as CEISA's status lists show it: `06-03-2026`.
    pub fn dmy(self) -> String {
        format!("{:02}-{:02}-{:04}", self.0.day(), self.0.month(), self.0.year())
    }

    /// Reads `YYYYMMDD`.
    pub(crate) fn from_compact(digits: &str) -> Option<Self> {
        let all = number(digits).filter(|_| digits.len() == 8)?;
        Self::of(all / 10_000, all / 100 % 100, all % 100)
    }

    fn of(year: u32, month: u32, day: u32) -> Option<Self> {
        let (year, month, day) = (i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Date::new(year, month, day).ok().and_then(Self::new)
    }

    fn read(text: &str) -> Option<Self> {
        let (date, rest) = text.split_at_checked(10).filter(|_| text.len() <= LONGEST)?;
        let mut parts = date.split('-');
        let mut part = |len| parts.next().filter(|p| p.len() == len).and_then(number);
        let day = Self::of(part(4)?, part(2)?, part(2)?)?;
        (rest.is_empty() || is_time(rest)).then_some(day)
    }
}

/// Whether the rest of a date-time starts like a time and has only a time's characters.
fn is_time(rest: &str) -> bool {
    let time = rest.strip_prefix(['T', 't', ' ']).unwrap_or_default();
    time.starts_with(|c: char| c.is_ascii_digit())
        && time.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'Z' | 'z'))
}

impl FromStr for Tanggal {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        Self::read(text.trim()).ok_or_else(|| {
            Problem::fixed(
                "Tulis tanggal sebagai TTTT-BB-HH antara tahun 1900 dan 2100, misalnya 2026-03-06.",
                "Write the date as YYYY-MM-DD between the years 1900 and 2100, such as 2026-03-06.",
            )
        })
    }
}

impl fmt::Display for Tanggal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

datum!(Tanggal, Date);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn an_iso_date_or_the_date_of_an_iso_date_time() {
        check::<Tanggal>("2026-03-06", Some("2026-03-06"));
        check::<Tanggal>("2024-02-29", Some("2024-02-29"));
        check::<Tanggal>("2026-03-06T23:59:59Z", Some("2026-03-06"));
        check::<Tanggal>("2026-03-06T00:00:00.000+07:00", Some("2026-03-06"));
        check::<Tanggal>("2026-03-06 13:45:00", Some("2026-03-06"));
        refuse::<Tanggal>(&["", "2026-02-29", "2026-13-01", "2026-00-01", "2026-3-6", "06-03-2026", "20260306"]);
        refuse::<Tanggal>(&[
            "1899-12-31",
            "2101-01-01",
            "2026-03-06T",
            "2026-03-06x",
            "2026-03-06 besok",
            "2026-03-061",
        ]);
        refuse::<Tanggal>(&["2026-03-0é", "+026-03-06", "2026-03-06T00:00:00.0000000000000000000000000"]);
    }

    #[test]
    fn letters_and_lists_write_it_their_way() {
        let day: Tanggal = "2026-03-06".parse().unwrap();
        assert_eq!((day.indonesia().as_str(), day.dmy().as_str()), ("6 Maret 2026", "06-03-2026"));
        assert_eq!(Tanggal::new(jiff::civil::date(2025, 12, 31)).unwrap().indonesia(), "31 Desember 2025");
    }

    #[test]
    fn laws_hold() {
        laws::<Tanggal>("(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])(T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z)?");
    }
}
