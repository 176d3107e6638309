//! The text of tariff codes: heading, subheading and line.

use std::borrow::Cow;

use kernel::{Date, Text};

use crate::kind::TableKind;
use crate::snapshot::Snapshot;
use crate::tarif::TarifLine;

/// A tariff line with the text that gives it meaning.
///
/// The text of a line is relative ("Lain-lain" alone is the text of thousands), so all three levels belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HsHit<'a> {
    /// Eight digits.
    pub hs8: &'a str,
    /// Text of the heading (four digits).
    pub heading: HsText<'a>,
    /// Text of the subheading (six digits); English in both where the tariff has no row for it.
    pub subheading: Option<HsText<'a>>,
    /// Text of the line itself.
    pub line: HsText<'a>,
    /// The levies on the date asked for.
    pub tarif: &'a TarifLine,
}

/// A text of the tariff in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HsText<'a> {
    /// Indonesian; English where no Indonesian text is known.
    pub id: &'a str,
    /// English; Indonesian where no English text is known.
    pub en: &'a str,
}

impl HsHit<'_> {
    /// Heading > subheading > line, each said once.
    pub fn context(&self) -> Text {
        let levels = [Some(self.heading), self.subheading, Some(self.line)];
        let join = |pick: fn(HsText<'_>) -> &str| {
            let mut parts: Vec<&str> = levels.iter().flatten().map(|&t| pick(t)).filter(|t| !t.is_empty()).collect();
            parts.dedup();
            parts.join(" > ")
        };
        Text::made(join(|t| t.id), join(|t| t.en))
    }
}

impl Snapshot {
    /// The text of a code of 2, 4, 6 or 8 digits: of the tariff, else of the English HS.
    pub fn hs_text(&self, code: &str) -> Option<HsText<'_>> {
        let own = self.latest(TableKind::UraianTarif, &[code]).map(|row| {
            let (id, en) = (row.get("description_id"), row.get("description_en"));
            HsText { id, en: if en.is_empty() { id } else { en } }
        });
        own.or_else(|| self.hs_english(code).map(|en| HsText { id: en, en }))
    }

    fn hs_english(&self, code: &str) -> Option<&str> {
        self.latest(TableKind::Hs2022, &[code]).map(|row| row.get("description_en"))
    }

    /// The tariff line of eight digits on `date` with its whole text.
    pub fn hs(&self, hs8: &str, date: Date) -> Option<HsHit<'_>> {
        self.tarif(hs8, date).map(|tarif| self.hs_hit(tarif))
    }

    /// The tariff line with its whole text.
    fn hs_hit<'a>(&'a self, tarif: &'a TarifLine) -> HsHit<'a> {
        let hs8 = tarif.hs.as_str();
        let (four, six) = (hs8.get(..4).unwrap_or_default(), hs8.get(..6).unwrap_or_default());
        let line = self.hs_text(hs8).or_else(|| self.hs_text(six)).unwrap_or(HsText { id: hs8, en: hs8 });
        // A heading of one line only has no row of its own: the line's text is the heading's.
        let alone = || HsText { id: line.id, en: self.hs_english(four).unwrap_or(line.en) };
        let heading =
            self.latest(TableKind::UraianTarif, &[four]).and_then(|_| self.hs_text(four)).unwrap_or_else(alone);
        HsHit { hs8, heading, subheading: self.hs_text(six).filter(|t| *t != line), line, tarif }
    }
}

/// The digits of a query that is a tariff code or its beginning: dots and blanks between digits are dropped.
pub(crate) fn code_prefix(query: &str) -> Option<Cow<'_, str>> {
    let is_code = query.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b' ') && !query.is_empty();
    let digits = || query.chars().filter(char::is_ascii_digit).collect::<String>();
    is_code.then(digits).filter(|d| !d.is_empty()).map(Cow::Owned)
}
