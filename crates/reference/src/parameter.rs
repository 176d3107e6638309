//! Dated parameters: rates and terms that decrees change.

use kernel::Decimal;

use crate::cell::decimal;
use crate::table::{Berlaku, Row};

/// One value of one key for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// Key, such as `ppn.tarif`.
    pub kunci: String,
    /// Value as written.
    pub nilai: String,
    /// Legal basis.
    pub dasar_hukum: String,
    /// Note.
    pub catatan: String,
    /// Validity.
    pub berlaku: Berlaku,
}

impl Parameter {
    pub(crate) fn read(row: Row<'_>) -> Self {
        let text = |column| row.get(column).to_owned();
        Self {
            kunci: text("kunci"),
            nilai: text("nilai"),
            dasar_hukum: text("dasar_hukum"),
            catatan: text("catatan"),
            berlaku: row.berlaku(),
        }
    }

    /// A value set for a trial instead of the table's.
    pub(crate) fn set(kunci: &str, nilai: &str) -> Self {
        Self {
            kunci: kunci.to_owned(),
            nilai: nilai.to_owned(),
            dasar_hukum: String::new(),
            catatan: String::new(),
            berlaku: Berlaku::default(),
        }
    }

    /// The value as a non-negative decimal.
    pub fn decimal(&self) -> Option<Decimal> {
        decimal(&self.nilai)
    }

    /// The value as a whole number.
    pub fn whole(&self) -> Option<u32> {
        self.nilai.parse().ok()
    }

    /// The value as a fraction `11/12`; a plain decimal stands over 1. The denominator is never 0.
    pub fn fraction(&self) -> Option<(Decimal, Decimal)> {
        let (over, under) = self.nilai.split_once('/').unwrap_or((&self.nilai, "1"));
        let (over, under) = (decimal(over.trim())?, decimal(under.trim())?);
        (!under.is_zero()).then_some((over, under))
    }
}
