//! Yes or no.

use std::fmt;
use std::str::FromStr;

use crate::Problem;
use crate::macros::datum;

/// Yes or no, written `Y` or `T` as CEISA does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YaTidak {
    /// Yes, `Y`.
    Ya,
    /// No, `T`.
    Tidak,
}

impl YaTidak {
    /// Whether it is yes.
    pub const fn is_ya(self) -> bool {
        matches!(self, Self::Ya)
    }
}

impl From<bool> for YaTidak {
    fn from(yes: bool) -> Self {
        if yes { Self::Ya } else { Self::Tidak }
    }
}

impl FromStr for YaTidak {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        match text.trim() {
            "Y" | "y" => Ok(Self::Ya),
            "T" | "t" => Ok(Self::Tidak),
            _ => Err(Problem::fixed(
                "Tulis huruf Y (ya) atau T (tidak), misalnya Y.",
                "Write the letter Y (yes) or T (tidak, no), such as Y.",
            )),
        }
    }
}

impl fmt::Display for YaTidak {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(if self.is_ya() { "Y" } else { "T" })
    }
}

datum!(YaTidak, YesNo);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, laws, refuse};

    #[test]
    fn one_letter() {
        check::<YaTidak>("Y", Some("Y"));
        check::<YaTidak>("t", Some("T"));
        refuse::<YaTidak>(&["", "N", "YA", "1", "true"]);
        assert_eq!((YaTidak::from(true), YaTidak::from(false)), (YaTidak::Ya, YaTidak::Tidak));
        assert!(YaTidak::Ya.is_ya() && !YaTidak::Tidak.is_ya());
    }

    #[test]
    fn laws_hold() {
        laws::<YaTidak>("[YyTt]");
    }
}
