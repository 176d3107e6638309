//! The deadline vectors of rules 1.18, and the calendar under them.

use jiff::civil::{Date, Time};

use super::super::*;
use super::case::{holidays, wib};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn office() -> Calendar {
    Calendar::new(Zona::Wib, false, holidays())
}

fn nonstop() -> Calendar {
    Calendar::new(Zona::Wib, true, holidays())
}

const NOON: Time = Time::constant(12, 0, 0, 0);

#[track_caller]
fn noon(calendar: &Calendar, since: &str, expect: &str) {
    assert_eq!(calendar.next_service_day(wib(since), NOON), wib(expect), "{since}");
}

#[test]
fn spjm_on_friday_is_answered_on_saturday_or_on_monday() {
    noon(&nonstop(), "2026-03-06 16:00", "2026-03-07 12:00");
    noon(&office(), "2026-03-06 16:00", "2026-03-09 12:00");
    noon(&office(), "2026-03-06 00:00", "2026-03-09 12:00");
    noon(&office(), "2026-03-05 23:59", "2026-03-06 12:00");
    // Nyepi, Idul Fitri and the joint leave around them.
    noon(&office(), "2026-03-17 09:00", "2026-03-25 12:00");
    noon(&nonstop(), "2026-03-17 09:00", "2026-03-18 12:00");
}

#[test]
fn the_day_is_the_offices_day() {
    let at = |zona| Calendar::new(zona, true, Vec::new()).date(wib("2026-03-06 23:30"));
    assert_eq!(
        (at(Zona::Wib), at(Zona::Wita), at(Zona::Wit)),
        (day("2026-03-06"), day("2026-03-07"), day("2026-03-07"))
    );
    let wit = Calendar::new(Zona::Wit, true, Vec::new()).next_service_day(wib("2026-03-06 23:30"), NOON);
    assert_eq!(wit, wib("2026-03-08 10:00"));
    assert_eq!((Zona::parse(" wita "), Zona::parse("UTC")), (Some(Zona::Wita), None));
}

#[track_caller]
fn last_day(from: &str, days: u32, last: &str, over: &str) {
    assert_eq!(days_after(day(from), days), day(last));
    assert_eq!(office().end_after_days(day(from), days), wib(over));
}

#[test]
fn calendar_days_end_at_midnight_after_the_last_one() {
    // Determination of a declaration of 2 January: up to 1 February.
    last_day("2026-01-02", 30, "2026-02-01", "2026-02-02 00:00");
    // SPTNP of 10 January: pay or object by 11 March.
    last_day("2026-01-10", 60, "2026-03-11", "2026-03-12 00:00");
    // Stored on 1 March: abandoned from 1 April.
    last_day("2026-03-01", 30, "2026-03-31", "2026-04-01 00:00");
    // Moved to the TPP on 5 April: the owner's 60 days end on 4 June.
    last_day("2026-04-05", 60, "2026-06-04", "2026-06-05 00:00");
    // NPBL of Monday 5 January: closes at the end of day 3.
    last_day("2026-01-05", 3, "2026-01-08", "2026-01-09 00:00");
    // Reminder of 1 April: distress warrant from 22 April.
    assert_eq!(days_after(day("2026-04-01"), 21), day("2026-04-22"));
}

#[test]
fn interest_counts_calendar_months_and_parts_of_them() {
    let months = |paid: &str| months_late(day("2026-03-11"), day(paid), 24);
    let got = ["2026-03-11", "2026-03-12", "2026-04-11", "2026-04-12", "2026-04-13", "2029-01-01"].map(months);
    assert_eq!(got, [0, 1, 1, 2, 2, 24]);
    assert_eq!(months_late(day("2026-01-31"), day("2026-02-28"), 24), 1);
    assert_eq!(months_late(day("2026-01-31"), day("2026-03-01"), 24), 2);
}

#[test]
fn working_days_skip_weekends_and_holidays_even_where_the_office_never_closes() {
    for calendar in [office(), nonstop()] {
        let end = |from: &str, days| calendar.end_after_working_days(day(from), days);
        assert_eq!(end("2026-03-06", 1), wib("2026-03-10 00:00"));
        assert_eq!(end("2026-03-06", 3), wib("2026-03-12 00:00"));
        assert_eq!(end("2026-03-17", 1), wib("2026-03-26 00:00"));
        assert_eq!(end("2026-03-07", 0), wib("2026-03-08 00:00"));
    }
}

#[test]
fn office_hours_run_only_while_the_office_is_open() {
    let after = |calendar: &Calendar, since: &str, hours: u32| calendar.after_office_minutes(wib(since), hours * 60);
    assert_eq!(after(&office(), "2026-03-06 10:00", 4), wib("2026-03-06 14:00"));
    assert_eq!(after(&office(), "2026-03-06 15:00", 4), wib("2026-03-09 10:00"));
    assert_eq!(after(&office(), "2026-03-06 20:00", 2), wib("2026-03-09 10:00"));
    assert_eq!(after(&office(), "2026-03-06 05:00", 9), wib("2026-03-06 17:00"));
    assert_eq!(after(&office(), "2026-03-17 16:00", 2), wib("2026-03-25 09:00"));
    assert_eq!(after(&nonstop(), "2026-03-06 20:00", 2), wib("2026-03-06 22:00"));
    let early = office().with_hours(Time::constant(7, 30, 0, 0), Time::constant(15, 0, 0, 0)).unwrap();
    assert_eq!(after(&early, "2026-03-06 14:00", 2), wib("2026-03-09 08:30"));
    assert!(office().with_hours(NOON, NOON).is_err());
}

#[test]
fn a_calendar_without_a_working_day_still_ends() {
    let years = (0..1200).map(|n| days_after(day("2026-01-01"), n)).collect();
    let never = Calendar::new(Zona::Wib, false, years);
    assert_eq!(never.end_after_working_days(day("2026-03-02"), 1), wib("2026-03-04 00:00"));
    assert!(never.after_office_minutes(wib("2026-03-02 09:00"), 60) > wib("2026-03-02 09:00"));
    let last = Calendar::new(Zona::Wib, true, Vec::new()).end_after_days(Date::MAX, u32::MAX);
    assert!(last > wib("2026-03-02 09:00"));
}
