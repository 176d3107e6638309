//! Parts that the pages of a document share.

use app::dokumen::{Group, Turn};
use declaration::workflow::Stage;
use jiff::Timestamp;

use super::messages::DokumenTexts;
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::ui::{Badge, Cell, Tone};

/// The state in words, coloured by what it asks for.
pub fn stage_badge(stage: Stage, mine: bool, lang: Lang) -> Badge {
    let tone = match Group::of(stage) {
        Group::Perbaiki => Tone::Bad,
        Group::Bayar => Tone::Warn,
        Group::Lepas | Group::Selesai => Tone::Good,
        Group::Proses | Group::Tiba | Group::Periksa if mine => Tone::Warn,
        Group::Proses | Group::Tiba | Group::Periksa => Tone::Info,
        Group::Draf | Group::Batal => Tone::Neutral,
    };
    Badge::new(tone, lang.say(&stage.label()))
}

/// The channel in words.
pub fn lane(jalur: Option<&str>, lang: Lang) -> Option<Badge> {
    let t = DokumenTexts::of(lang);
    Some(match jalur? {
        "H" => Badge::new(Tone::Good, t.lane_green),
        "K" => Badge::new(Tone::Warn, t.lane_yellow),
        _ => Badge::new(Tone::Bad, t.lane_red),
    })
}

/// The number of submission in its groups.
pub fn grouped(nomor_aju: &str) -> String {
    nomor_aju.parse::<kernel::NomorAju>().map_or_else(|_| nomor_aju.to_owned(), |aju| aju.to_grouped())
}

/// Who acts next and until when.
pub fn next(turn: Option<&Turn>, lang: Lang) -> String {
    let t = DokumenTexts::of(lang);
    let Some(turn) = turn else { return t.next_none.to_owned() };
    let words = if turn.late { t.next_late } else { t.next_by };
    fill(words, &[("siapa", &lang.say(&turn.owner)), ("kapan", &format::due(turn.until, lang))])
}

/// A moment as a cell.
pub fn moment(at: Timestamp, lang: Lang) -> Cell {
    Cell::Moment(format::minute(at, lang), format::machine(at))
}
