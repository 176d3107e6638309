//! When single offices work: dated parameters named after the office, so that they are imported, compared and approved as
//! every other parameter of law is.
//!
//! `kantor.040300.buka` and `.tutup` are hours such as `07:30`, `kantor.buka` and `kantor.tutup` those of all others;
//! `kantor.040300.libur` closes the office on the days of its validity, its value says why.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Time;
use kernel::Date;
use reference::{Snapshot, TableKind};

/// Longest closure of one row, days.
const LONGEST: i64 = 400;
/// Hours where nothing else is said.
pub(crate) const OPEN: Time = Time::constant(8, 0, 0, 0);
/// See above.
pub(crate) const CLOSE: Time = Time::constant(17, 0, 0, 0);

/// Days by office code.
pub(super) type Closed = BTreeMap<String, Vec<Date>>;

/// One office's hours on a day, and on which days it is closed besides holidays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// Opens.
    pub open: Time,
    /// Closes.
    pub close: Time,
    /// Closed on these days.
    pub closed: Vec<Date>,
}

/// Reads `07:30`.
pub(crate) fn time(text: &str) -> Option<Time> {
    let shaped = text.len() == 5 && text.as_bytes().get(2) == Some(&b':');
    text.parse().ok().filter(|_| shaped)
}

/// All days on which single offices are closed.
pub(super) fn closed(snapshot: &Snapshot) -> Closed {
    let mut closed = Closed::new();
    for row in snapshot.table(TableKind::Parameter).rows() {
        let office = row.get("kunci").strip_prefix("kantor.").and_then(|rest| rest.strip_suffix(".libur"));
        let day = |name| row.get(name).parse::<Date>().ok();
        let (Some(office), Some(first)) = (office, day("berlaku_dari")) else { continue };
        let last = day("berlaku_sampai").unwrap_or(first);
        let days = (0..LONGEST).map(|n| first.saturating_add(n.days())).take_while(|day| *day <= last);
        closed.entry(office.to_owned()).or_default().extend(days);
    }
    closed
}

/// When an office works on `today`.
pub(super) fn of(snapshot: &Snapshot, today: Date, closed: &Closed, office: &str) -> Hours {
    let at = |what: &str| {
        let own = snapshot.parameter(&format!("kantor.{office}.{what}"), today);
        let row = own.or_else(|| snapshot.parameter(&format!("kantor.{what}"), today));
        row.and_then(|row| time(&row.nilai))
    };
    let (open, close) = (at("buka").unwrap_or(OPEN), at("tutup").unwrap_or(CLOSE));
    let (open, close) = if open < close { (open, close) } else { (OPEN, CLOSE) };
    Hours { open, close, closed: closed.get(office).cloned().unwrap_or_default() }
}
