//! The company identity that a host-to-host client sends, in any of its three lengths.

use std::fmt;
use std::str::FromStr;

use crate::macros::datum;
use crate::{Nitku, Npwp, Problem};

/// A company named by NPWP 15, NPWP 16 or NITKU 22 digits: all three are the same company (h2h-api 1.5, chapter 3).
///
/// Shown as the 16-digit NPWP; the place number of a NITKU is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdPerusahaan(Npwp);

impl IdPerusahaan {
    /// The company's taxpayer number.
    pub const fn npwp(self) -> Npwp {
        self.0
    }
}

impl FromStr for IdPerusahaan {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let npwp = text.parse().or_else(|_| text.parse::<Nitku>().map(|nitku| nitku.npwp()));
        npwp.map(Self).map_err(|_| {
            Problem::fixed(
                "Tulis NPWP 15 atau 16 angka, atau NITKU 22 angka, misalnya 0990000010999000.",
                "Write an NPWP of 15 or 16 digits, or a NITKU of 22 digits, such as 0990000010999000.",
            )
        })
    }
}

impl fmt::Display for IdPerusahaan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Npwp> for IdPerusahaan {
    fn from(npwp: Npwp) -> Self {
        Self(npwp)
    }
}

datum!(IdPerusahaan);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn three_lengths_are_one_company() {
        for typed in ["990000010999000", "0990000010999000", "0990000010999000000000", "0990000010999000000123"] {
            check::<IdPerusahaan>(typed, Some("0990000010999000"));
        }
        refuse::<IdPerusahaan>(&["", "99000001099900", "09900000109990000", "099000001099900000000"]);
    }

    #[test]
    fn laws_hold() {
        laws::<IdPerusahaan>("[0-9]{15}|[0-9]{16}|[0-9]{22}");
    }
}
