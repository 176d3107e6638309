//! Dates, moments and amounts in running text.

use declaration::workflow::Tingkat;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};
use kernel::{Date, Decimal, Rupiah, Tanggal, Text};
use rust_decimal::RoundingStrategy;
use rust_decimal::prelude::ToPrimitive;

use crate::surat::Zona;

/// Longest text of a document taken over into a letter, in characters.
const LONGEST: usize = 4000;

/// The zone of an office's reference row.
pub(super) fn zone(name: &str) -> Zona {
    match name {
        "WITA" => Zona::Wita,
        "WIT" => Zona::Wit,
        _ => Zona::Wib,
    }
}

/// The moment on the office's clock.
pub(super) fn local(zona: Zona, at: Timestamp) -> DateTime {
    let hours = match zona {
        Zona::Wib => 7,
        Zona::Wita => 8,
        Zona::Wit => 9,
    };
    Offset::constant(hours).to_datetime(at)
}

/// The last moment before a limit: the workflow's end of a day is the next midnight, letters print 23.59.
pub(super) fn last_moment(zona: Zona, limit: Timestamp) -> DateTime {
    let moment = local(zona, limit);
    if moment.hour() != 0 || moment.minute() != 0 || moment.second() != 0 {
        return moment;
    }
    local(zona, limit.saturating_add(SignedDuration::from_mins(-1)).unwrap_or(limit))
}

/// `6 Maret 2026`.
pub(super) fn date(day: Date) -> String {
    Tanggal::new(day).map_or_else(|| day.to_string(), Tanggal::indonesia)
}

/// `6 Maret 2026 pukul 16.00 WIB`, in both languages.
pub(super) fn moment(at: DateTime, zona: Zona) -> Text {
    let (day, hour, minute) = (at.date(), at.hour(), at.minute());
    let zone = match zona {
        Zona::Wib => "WIB",
        Zona::Wita => "WITA",
        Zona::Wit => "WIT",
    };
    Text::made(
        format!("{} pukul {hour:02}.{minute:02} {zone}", date(day)),
        format!("{day} {hour:02}:{minute:02} {zone}"),
    )
}

/// Rupiah with fractions to the nearest whole one; none past the range.
pub(super) fn whole(amount: Decimal) -> Option<Rupiah> {
    amount.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_i64().map(Rupiah)
}

/// A figure with a decimal comma and without idle zeros: `7,5`.
pub(crate) fn figure(number: Decimal) -> String {
    number.normalize().to_string().replace('.', ",")
}

/// Level of an inspection.
pub(super) fn level(tingkat: Tingkat) -> &'static str {
    match tingkat {
        Tingkat::SepuluhPersen => "10 %",
        Tingkat::TigaPuluhPersen => "30 %",
        Tingkat::Mendalam => "Mendalam",
    }
}

/// The lines of a text that say something.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// What was typed, trimmed and bounded.
pub(super) fn clip(text: &str) -> String {
    text.trim().chars().take(LONGEST).collect()
}

/// `first` unless it says nothing.
pub(super) fn or(first: &str, second: impl FnOnce() -> String) -> String {
    if first.trim().is_empty() { second() } else { first.trim().to_owned() }
}
