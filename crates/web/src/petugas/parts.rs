//! Parts of the desk's pages: buttons with an access key, tables, badges of channels and deadlines.

use app::desk::{EventRow, Tindakan};
use askama::Template;
use declaration::workflow::{Fact, Jalur};
use jiff::Timestamp;
use kernel::Shape;

use super::events;
use super::messages::PetugasTexts;
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::perekaman::marks;
use crate::ui::{Badge, Piece, Text, Tone, components};

/// A link or a submit button that a key reaches: Alt and the letter.
#[derive(Template)]
#[template(path = "petugas/tombol.html")]
pub struct KeyButton {
    text: Text,
    class: &'static str,
    key: &'static str,
    hint: String,
    href: Option<String>,
}

impl KeyButton {
    /// A link.
    pub fn link(text: impl Into<Text>, href: impl Into<String>, key: &'static str, lang: Lang) -> Self {
        Self { href: Some(href.into()), ..Self::submit(text, key, lang) }
    }

    /// The primary button of a form.
    pub fn submit(text: impl Into<Text>, key: &'static str, lang: Lang) -> Self {
        let t = PetugasTexts::of(lang);
        let hint = if key.is_empty() { String::new() } else { fill(t.key, &[("huruf", &key.to_uppercase())]) };
        Self { text: text.into(), class: "tombol", key, hint, href: None }
    }

    /// Not the primary one.
    #[must_use]
    pub fn second(mut self) -> Self {
        self.class = "tombol tombol--kedua";
        self
    }
}

/// A table.
#[derive(Template)]
#[template(path = "petugas/tabel.html")]
pub struct Tabel {
    caption: Text,
    columns: Vec<(Text, bool)>,
    rows: Vec<Vec<Piece>>,
    foot: Vec<Piece>,
}

impl Tabel {
    /// Columns with their names; `true` for figures.
    pub fn new(caption: impl Into<Text>, columns: Vec<(Text, bool)>) -> Self {
        Self { caption: caption.into(), columns, rows: Vec::new(), foot: Vec::new() }
    }

    /// One row.
    pub fn row(&mut self, cells: Vec<Piece>) {
        self.rows.push(cells);
    }

    /// The last row: sums.
    pub fn foot(&mut self, cells: Vec<Piece>) {
        self.foot = cells;
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn figure(&self, at: &usize) -> bool {
        self.columns.get(*at).is_some_and(|(_, figure)| *figure)
    }
}

/// Text in a cell or line.
#[derive(Template)]
#[template(source = "{{ text }}", ext = "html")]
pub struct Plain {
    text: Text,
}

/// A link in a cell.
#[derive(Template)]
#[template(source = "<a href=\"{{ href }}\">{{ text }}</a>", ext = "html")]
pub struct Anchor {
    href: String,
    text: Text,
}

/// A list of short lines.
#[derive(Template)]
#[template(
    source = "<ul class=\"rapat\">\n{%- for line in lines %}\n<li>{{ line }}</li>\n{%- endfor %}\n</ul>",
    ext = "html"
)]
pub struct Lines {
    /// In order.
    pub lines: Vec<Piece>,
}

/// A heading inside a card.
#[derive(Template)]
#[template(source = "<h2>{{ text }}</h2>", ext = "html")]
pub struct Heading {
    text: Text,
}

impl Heading {
    /// With this text.
    pub fn new(text: impl Into<Text>) -> Self {
        Self { text: text.into() }
    }
}

components!(KeyButton, Tabel, Plain, Anchor, Lines, Heading);

/// Text as a piece.
pub fn plain(text: impl Into<Text>) -> Piece {
    Plain { text: text.into() }.into()
}

/// A link as a piece.
pub fn anchor(href: impl Into<String>, text: impl Into<Text>) -> Piece {
    Anchor { href: href.into(), text: text.into() }.into()
}

/// 26 characters as people compare them: 6-6-8-6.
pub fn grouped(aju: &str) -> String {
    aju.parse::<kernel::NomorAju>().map_or_else(|_| aju.to_owned(), |aju| aju.to_grouped())
}

/// Address of a case or one of its pages.
pub fn path(aju: &str, page: &str) -> String {
    if page.is_empty() { format!("/petugas/dokumen/{aju}") } else { format!("/petugas/dokumen/{aju}/{page}") }
}

/// The channel in a word.
pub fn lane(jalur: Jalur, t: &'static PetugasTexts) -> Badge {
    match jalur {
        Jalur::Hijau => Badge::new(Tone::Good, t.hijau),
        Jalur::Kuning => Badge::new(Tone::Warn, t.kuning),
        Jalur::Merah => Badge::new(Tone::Bad, t.merah),
    }
}

/// A figure as people read it: `4.806,5`.
pub fn figure(number: impl ToString, lang: Lang) -> String {
    Shape::Number.show(&number.to_string(), marks(lang))
}

/// A span in two units, since what is left decides what is done first: `1 jam 58 menit`, `2 hari 3 jam`.
fn remaining(seconds: i64, lang: Lang) -> String {
    let (large, small) = if seconds < 86_400 { (3_600, 60) } else { (86_400, 3_600) };
    let rest = seconds % large;
    if seconds < large || rest < small {
        return format::span(seconds, lang);
    }
    format!("{} {}", format::span(seconds - rest, lang), format::span(rest, lang))
}

/// How long a deadline is away; none where there is no deadline.
pub fn deadline(due: Option<Timestamp>, now: Timestamp, lang: Lang) -> Option<Badge> {
    let t = PetugasTexts::of(lang);
    let due = due?;
    let seconds = due.duration_since(now).as_secs();
    let span = remaining(seconds.abs(), lang);
    Some(if seconds <= 0 {
        Badge::new(Tone::Bad, fill(t.late, &[("lama", &span)]))
    } else {
        let tone = if seconds < 4 * 3_600 { Tone::Warn } else { Tone::Neutral };
        Badge::new(tone, fill(t.left, &[("lama", &span)]))
    })
}

/// Letter of the key that reaches an act; none for those that are rare.
pub fn key_of(act: Tindakan) -> &'static str {
    match act {
        Tindakan::Lepas => "s",
        Tindakan::Penetapan => "t",
        Tindakan::Instruksi => "i",
        Tindakan::Periksa => "r",
        Tindakan::Tutup => "u",
        Tindakan::Lartas => "l",
        Tindakan::Kemiripan => "k",
        Tindakan::Jaminan => "j",
        Tindakan::Pembayaran => "y",
        Tindakan::Batal => "c",
        Tindakan::Perbaikan => "d",
        Tindakan::BukaNhi => "h",
        Tindakan::JawabP2 => "w",
        Tindakan::Keluar => "g",
        Tindakan::Tunjuk => "n",
        _ => "",
    }
}

/// What an event says, beyond its name.
pub fn told(event: &EventRow, lang: Lang) -> Option<String> {
    let text = match &event.fact {
        Fact::LartasCleared { catatan }
        | Fact::SimilarityChecked { catatan }
        | Fact::Released { catatan }
        | Fact::NhiLifted { catatan }
        | Fact::ReviewClosed { catatan } => catatan.clone(),
        Fact::QuestionIssued { uraian, .. }
        | Fact::QuestionAnswered { uraian, .. }
        | Fact::BapRecorded { uraian }
        | Fact::LhpRecorded { uraian, .. }
        | Fact::LicenceShown { uraian } => uraian.clone(),
        Fact::HeldNhi { alasan }
        | Fact::SpblIssued { alasan }
        | Fact::CancellationRequested { alasan }
        | Fact::CancellationRefused { alasan }
        | Fact::Cancelled { alasan, .. }
        | Fact::AmendmentRequested { alasan, .. }
        | Fact::AmendmentGranted { alasan, .. }
        | Fact::AmendmentRefused { alasan, .. }
        | Fact::Amended { alasan, .. } => alasan.clone(),
        Fact::SptnpIssued { total, .. } => total.to_letter(),
        Fact::GateOut { kontainer, .. } => kontainer.join(", "),
        Fact::ManifestMismatched { selisih } => {
            selisih.iter().map(|s| lang.say(&s.uraian)).collect::<Vec<_>>().join("; ")
        }
        Fact::PartnerWaiting { mitra, alasan } => format!("{mitra}: {alasan}"),
        _ => String::new(),
    };
    (!text.trim().is_empty()).then_some(text)
}

/// The name of an event.
pub fn named(event: &EventRow, lang: Lang) -> String {
    event.step.as_ref().map_or_else(|| events::label(&event.jenis, lang), |step| lang.say(step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_said_in_two_units() {
        let said: Vec<String> = [42, 3_599, 3_600, 7_080, 7_200, 86_399, 86_400, 183_600]
            .into_iter()
            .map(|seconds| remaining(seconds, Lang::Id))
            .collect();
        assert_eq!(
            said.join(", "),
            "42 detik, 59 menit, 1 jam, 1 jam 58 menit, 2 jam, 23 jam 59 menit, 1 hari, 2 hari 3 jam"
        );
    }
}
