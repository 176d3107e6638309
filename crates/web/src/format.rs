//! Dates, moments and spans as people read them; western Indonesian time throughout.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::Offset;

use crate::lang::Lang;

const MONTHS: [(&str, &str); 12] = [
    ("Januari", "January"),
    ("Februari", "February"),
    ("Maret", "March"),
    ("April", "April"),
    ("Mei", "May"),
    ("Juni", "June"),
    ("Juli", "July"),
    ("Agustus", "August"),
    ("September", "September"),
    ("Oktober", "October"),
    ("November", "November"),
    ("Desember", "December"),
];

/// `5 Maret 2026`.
pub fn date(date: Date, lang: Lang) -> String {
    let month = usize::try_from(date.month() - 1).ok().and_then(|i| MONTHS.get(i)).copied().unwrap_or_default();
    let month = match lang {
        Lang::Id => month.0,
        Lang::En => month.1,
    };
    format!("{} {month} {}", date.day(), date.year())
}

const SHORT_MONTHS: [(&str, &str); 12] = [
    ("Jan", "Jan"),
    ("Feb", "Feb"),
    ("Mar", "Mar"),
    ("Apr", "Apr"),
    ("Mei", "May"),
    ("Jun", "Jun"),
    ("Jul", "Jul"),
    ("Agt", "Aug"),
    ("Sep", "Sep"),
    ("Okt", "Oct"),
    ("Nov", "Nov"),
    ("Des", "Dec"),
];

/// `5 Mar 2026`, for tables.
pub fn day(date: Date, lang: Lang) -> String {
    let month = usize::try_from(date.month() - 1).ok().and_then(|i| SHORT_MONTHS.get(i)).copied().unwrap_or_default();
    let month = match lang {
        Lang::Id => month.0,
        Lang::En => month.1,
    };
    format!("{} {month} {}", date.day(), date.year())
}

/// `5 Mar 2026 10.09 WIB`, for tables.
pub fn minute(at: Timestamp, lang: Lang) -> String {
    let local = Offset::constant(7).to_datetime(at);
    let (day, h, m) = (day(local.date(), lang), local.hour(), local.minute());
    match lang {
        Lang::Id => format!("{day} {h:02}.{m:02} WIB"),
        Lang::En => format!("{day} {h:02}:{m:02} WIB"),
    }
}

/// `10.09`, for what happened just now.
pub fn clock(at: Timestamp, lang: Lang) -> String {
    let local = Offset::constant(7).to_datetime(at);
    let (h, m) = (local.hour(), local.minute());
    match lang {
        Lang::Id => format!("{h:02}.{m:02}"),
        Lang::En => format!("{h:02}:{m:02}"),
    }
}

/// `5 Maret 2026 pukul 10.09.30 WIB`.
pub fn moment(at: Timestamp, lang: Lang) -> String {
    let local = Offset::constant(7).to_datetime(at);
    let day = date(local.date(), lang);
    let (h, m, s) = (local.hour(), local.minute(), local.second());
    match lang {
        Lang::Id => format!("{day} pukul {h:02}.{m:02}.{s:02} WIB"),
        Lang::En => format!("{day}, {h:02}:{m:02}:{s:02} WIB (UTC+7)"),
    }
}

/// `5 Maret 2026 pukul 10.09 WIB`: until when something must be done. See [`last`] for the end of a day.
pub fn deadline(until: Timestamp, lang: Lang) -> String {
    let (day, h, m) = last(until);
    let day = date(day, lang);
    match lang {
        Lang::Id => format!("{day} pukul {h:02}.{m:02} WIB"),
        Lang::En => format!("{day}, {h:02}:{m:02} WIB (UTC+7)"),
    }
}

/// `5 Mar 2026 10.09 WIB`: a deadline in a table or a sentence.
pub fn due(until: Timestamp, lang: Lang) -> String {
    let (date, h, m) = last(until);
    let day = day(date, lang);
    match lang {
        Lang::Id => format!("{day} {h:02}.{m:02} WIB"),
        Lang::En => format!("{day} {h:02}:{m:02} WIB"),
    }
}

/// Day, hour and minute of a deadline. The workflow ends a day at the next midnight; people read that as one day more
/// than they have, so it is shown as 24.00 of the day before.
fn last(until: Timestamp) -> (Date, i8, i8) {
    let local = Offset::constant(7).to_datetime(until);
    match local.date().yesterday() {
        Ok(before) if local.time() == Time::midnight() => (before, 24, 0),
        _ => (local.date(), local.hour(), local.minute()),
    }
}

/// The machine's form, for `datetime`.
pub fn machine(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A span in its largest unit: `42 detik`, `7 menit`, `3 jam`, `2 hari`.
pub fn span(seconds: i64, lang: Lang) -> String {
    let (count, id, en) = match seconds {
        ..60 => (seconds.max(0), "detik", "second"),
        60..3_600 => (seconds / 60, "menit", "minute"),
        3_600..86_400 => (seconds / 3_600, "jam", "hour"),
        _ => (seconds / 86_400, "hari", "day"),
    };
    match lang {
        Lang::Id => format!("{} {id}", number(count, lang)),
        Lang::En => format!("{} {en}{}", number(count, lang), if count == 1 { "" } else { "s" }),
    }
}

/// `12.345`, in English `12,345`.
pub fn number(value: i64, lang: Lang) -> String {
    let point = match lang {
        Lang::Id => '.',
        Lang::En => ',',
    };
    let digits = value.unsigned_abs().to_string();
    let mut out = String::from(if value < 0 { "-" } else { "" });
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(point);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_follow_the_language() {
        let at: Timestamp = "2026-03-05T17:04:09Z".parse().unwrap();
        assert_eq!(moment(at, Lang::Id), "6 Maret 2026 pukul 00.04.09 WIB");
        assert_eq!(moment(at, Lang::En), "6 March 2026, 00:04:09 WIB (UTC+7)");
        assert_eq!(machine(at), "2026-03-05T17:04:09Z");
        assert_eq!(minute(at, Lang::Id), "6 Mar 2026 00.04 WIB");
        assert_eq!((clock(at, Lang::Id), clock(at, Lang::En)), ("00.04".into(), "00:04".into()));
        assert_eq!(minute(at, Lang::En), "6 Mar 2026 00:04 WIB");
        assert_eq!(day(Date::constant(2026, 8, 17), Lang::Id), "17 Agt 2026");
        assert_eq!(number(-1_234_567, Lang::Id), "-1.234.567");
        assert_eq!(number(999, Lang::En), "999");
    }

    #[test]
    fn a_deadline_at_midnight_belongs_to_the_day_before() {
        let midnight: Timestamp = "2026-12-04T17:00:00Z".parse().unwrap();
        assert_eq!(deadline(midnight, Lang::Id), "4 Desember 2026 pukul 24.00 WIB");
        assert_eq!(deadline(midnight, Lang::En), "4 December 2026, 24:00 WIB (UTC+7)");
        assert_eq!(due(midnight, Lang::Id), "4 Des 2026 24.00 WIB");
        assert_eq!(due(midnight, Lang::En), "4 Dec 2026 24:00 WIB");
        let later: Timestamp = "2026-12-04T17:01:30Z".parse().unwrap();
        assert_eq!(deadline(later, Lang::Id), "5 Desember 2026 pukul 00.01 WIB");
        assert_eq!(due(later, Lang::Id), "5 Des 2026 00.01 WIB");
    }

    #[test]
    fn spans_are_in_their_largest_unit() {
        let spans = [-5, 1, 59, 60, 3_599, 3_600, 86_399, 86_400, 200_000_000];
        let id: Vec<String> = spans.iter().map(|s| span(*s, Lang::Id)).collect();
        assert_eq!(id.join(", "), "0 detik, 1 detik, 59 detik, 1 menit, 59 menit, 1 jam, 23 jam, 1 hari, 2.314 hari");
        assert_eq!(span(1, Lang::En), "1 second");
        assert_eq!(span(7_200, Lang::En), "2 hours");
    }
}
