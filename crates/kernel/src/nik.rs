//! NIK, the population number of a citizen.

use arrayvec::ArrayString;
use jiff::civil::Date;

use crate::macros::code;
use crate::scan::{digit, exact, grouping, number};

code! {
    /// A citizen's number: 6 digits of the region, day, month and year of birth (women: day + 40), 4 of the serial.
    ///
    /// The date must exist in the 1900s or the 2000s and the serial is not `0000`; there is no check digit (rules 8).
    pub struct Nik(16);
    parse = |text| exact(text, grouping, digit).filter(plausible);
    id = "Tulis NIK 16 angka dengan tanggal lahir yang benar di angka ke-7 sampai ke-12 (perempuan: tanggal + 40), \
          misalnya 3171234505900001.";
    en = "Write the NIK as 16 digits with a real date of birth in digits 7 to 12 (women: day + 40), \
          such as 3171234505900001.";
}

/// Sex as a NIK tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JenisKelamin {
    /// Male.
    LakiLaki,
    /// Female.
    Perempuan,
}

/// What women's days of birth are raised by.
const FEMALE: i8 = 40;

impl Nik {
    /// The sex.
    pub fn sex(&self) -> JenisKelamin {
        if day_typed(&self.0) > FEMALE { JenisKelamin::Perempuan } else { JenisKelamin::LakiLaki }
    }

    /// The latest possible date of birth that is not after `today`; the number does not tell the century.
    pub fn birth_date(&self, today: Date) -> Option<Date> {
        births(&self.0).into_iter().flatten().filter(|born| *born <= today).max()
    }
}

/// Whether the date exists in either century and the serial was given out.
fn plausible(digits: &ArrayString<16>) -> bool {
    births(digits).iter().any(Option::is_some) && &digits[12..] != "0000"
}

/// The date of birth in the 1900s and in the 2000s, where the day exists.
fn births(digits: &str) -> [Option<Date>; 2] {
    let typed = day_typed(digits);
    let day = if typed > FEMALE { typed - FEMALE } else { typed };
    let (month, year) = (two(&digits[8..10]), i16::from(two(&digits[10..12])));
    [1900, 2000].map(|century| Date::new(century + year, month, day).ok())
}

fn day_typed(digits: &str) -> i8 {
    two(&digits[6..8])
}

/// The number that two digits write.
fn two(digits: &str) -> i8 {
    number(digits).and_then(|n| i8::try_from(n).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    use jiff::civil::date;

    #[test]
    fn the_date_of_birth_must_exist() {
        check::<Nik>("3171234505900001", Some("3171234505900001"));
        check::<Nik>("3171230505900001", Some("3171230505900001"));
        check::<Nik>("3171232902000001", Some("3171232902000001"));
        check::<Nik>("3171237112990001", Some("3171237112990001"));
        refuse::<Nik>(&[
            "",
            "317123450590000",
            "3171233205900001",
            "3171234005900001",
            "3171237205900001",
            "3171230005900001",
            "3171230513900001",
            "3171230500900001",
            "3171233002900001",
            "3171232902990001",
            "3171230505900000",
            "31712305059O0001",
        ]);
    }

    #[track_caller]
    fn born(typed: &str, today: Date, sex: JenisKelamin, birth: Option<Date>) {
        let nik: Nik = typed.parse().unwrap();
        assert_eq!((nik.sex(), nik.birth_date(today)), (sex, birth), "{typed}");
    }

    #[test]
    fn it_tells_sex_and_day_of_birth() {
        let today = date(2026, 3, 6);
        born("3171234505900001", today, JenisKelamin::Perempuan, Some(date(1990, 5, 5)));
        born("3171230505900001", today, JenisKelamin::LakiLaki, Some(date(1990, 5, 5)));
        born("3171230603260001", today, JenisKelamin::LakiLaki, Some(date(2026, 3, 6)));
        born("3171230703260001", today, JenisKelamin::LakiLaki, Some(date(1926, 3, 7)));
        born("3171232902000001", date(1999, 1, 1), JenisKelamin::LakiLaki, None);
    }

    #[test]
    fn laws_hold() {
        laws::<Nik>("[0-9]{6}(0[1-9]|1[0-9]|2[0-8]|4[1-9]|5[0-9]|6[0-8])(0[1-9]|1[0-2])[0-9]{2}[0-9]{3}[1-9]");
    }
}
