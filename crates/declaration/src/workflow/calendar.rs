//! When an office works, and the arithmetic of deadlines (rules 1.8, 1.18).
//!
//! A deadline is the first instant at which the time is over: "up to 1 February" is 2 February 00:00 at the office.

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::Offset;
use jiff::{SignedDuration, Span, Timestamp};
use serde::{Deserialize, Serialize};

/// Longest search for a working day, in days: a calendar full of holidays must not hang the process.
const SEARCH_DAYS: u32 = 400;

/// Indonesia's three time zones; none has summer time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Zona {
    /// Western, UTC+7.
    #[default]
    Wib,
    /// Central, UTC+8.
    Wita,
    /// Eastern, UTC+9.
    Wit,
}

impl Zona {
    /// The zone of a reference row: `WIB`, `WITA` or `WIT` in any case.
    pub fn parse(text: &str) -> Option<Self> {
        [("WIB", Self::Wib), ("WITA", Self::Wita), ("WIT", Self::Wit)]
            .into_iter()
            .find_map(|(name, zone)| name.eq_ignore_ascii_case(text.trim()).then_some(zone))
    }

    /// Its distance from UTC.
    pub const fn offset(self) -> Offset {
        match self {
            Self::Wib => Offset::constant(7),
            Self::Wita => Offset::constant(8),
            Self::Wit => Offset::constant(9),
        }
    }
}

/// Why a calendar cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarFault {
    /// The office closes before it opens.
    #[error("office hours end at {tutup}, before they begin at {buka}")]
    HoursReversed {
        /// Opening.
        buka: Time,
        /// Closing.
        tutup: Time,
    },
}

/// One office's working time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    zona: Zona,
    nonstop: bool,
    libur: Vec<Date>,
    buka: Time,
    tutup: Time,
}

impl Calendar {
    /// An office of a zone with its public holidays (any order), open 08:00 to 17:00 on working days or, when
    /// `nonstop`, always.
    pub fn new(zona: Zona, nonstop: bool, mut libur: Vec<Date>) -> Self {
        libur.sort_unstable();
        libur.dedup();
        Self { zona, nonstop, libur, buka: Time::constant(8, 0, 0, 0), tutup: Time::constant(17, 0, 0, 0) }
    }

    /// The same office with other hours.
    pub fn with_hours(self, buka: Time, tutup: Time) -> Result<Self, CalendarFault> {
        if tutup <= buka { Err(CalendarFault::HoursReversed { buka, tutup }) } else { Ok(Self { buka, tutup, ..self }) }
    }

    /// The date at the office.
    pub fn date(&self, at: Timestamp) -> Date {
        self.zona.offset().to_datetime(at).date()
    }

    /// The instant of a local date and time.
    pub fn instant(&self, date: Date, time: Time) -> Timestamp {
        self.zona.offset().to_timestamp(date.to_datetime(time)).unwrap_or(Timestamp::MAX)
    }

    /// Whether the law counts the day as a working day, whatever the office's hours.
    pub fn is_working_day(&self, date: Date) -> bool {
        !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) && self.libur.binary_search(&date).is_err()
    }

    /// Whether the office serves on the day.
    pub fn is_service_day(&self, date: Date) -> bool {
        self.nonstop || self.is_working_day(date)
    }

    /// `time` on the next day on which the office serves, after the day of `since` (rules 1.8).
    pub fn next_service_day(&self, since: Timestamp, time: Time) -> Timestamp {
        let next = nth_day(self.date(since), 1, |day| self.is_service_day(day));
        self.instant(next, time)
    }

    /// The end of the day that lies `days` calendar days after `date`.
    pub fn end_after_days(&self, date: Date, days: u32) -> Timestamp {
        self.instant(days_after(date, days.saturating_add(1)), Time::midnight())
    }

    /// The end of the working day that lies `days` working days after `date`.
    pub fn end_after_working_days(&self, date: Date, days: u32) -> Timestamp {
        let last = nth_day(date, days, |day| self.is_working_day(day));
        self.instant(days_after(last, 1), Time::midnight())
    }

    /// `minutes` of office time after `since`; plain minutes at an office that never closes.
    pub fn after_office_minutes(&self, since: Timestamp, minutes: u32) -> Timestamp {
        let mut left = SignedDuration::from_mins(i64::from(minutes));
        if self.nonstop {
            return plus(since, left);
        }
        let mut date = self.date(since);
        for _ in 0..SEARCH_DAYS.saturating_add(minutes) {
            if self.is_working_day(date) {
                let start = self.instant(date, self.buka).max(since);
                let open = self.instant(date, self.tutup).duration_since(start).max(SignedDuration::ZERO);
                if left <= open {
                    return plus(start, left);
                }
                left = left.saturating_sub(open);
            }
            date = days_after(date, 1);
        }
        plus(since, left)
    }
}

/// The `count`th wanted day after `date`, or the plain day when a year holds none.
fn nth_day(date: Date, count: u32, wanted: impl Fn(Date) -> bool) -> Date {
    let mut day = date;
    for _ in 0..count {
        let from = day;
        let found = (1..=SEARCH_DAYS).map(|n| days_after(from, n)).find(|d| wanted(*d));
        day = found.unwrap_or_else(|| days_after(from, 1));
    }
    day
}

/// The date `days` days later, at most the last date there is.
pub fn days_after(date: Date, days: u32) -> Date {
    Span::new().try_days(days).map_or(Date::MAX, |span| date.saturating_add(span))
}

/// The instant a duration later, at most the last one there is.
pub fn plus(at: Timestamp, duration: SignedDuration) -> Timestamp {
    at.saturating_add(duration).unwrap_or(Timestamp::MAX)
}

/// Months of lateness for the interest of UU art. 38: calendar months from the due date, a part counts whole, at most
/// `most` (rules 1.18, 2.6).
pub fn months_late(due: Date, paid: Date, most: u32) -> u32 {
    if paid <= due {
        return 0;
    }
    let within = |months: &u32| {
        Span::new().try_months(*months).is_ok_and(|span| due.checked_add(span).is_ok_and(|limit| limit >= paid))
    };
    (1..most).find(within).unwrap_or(most)
}
