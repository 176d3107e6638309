//! Weekly tax exchange rates (rules 2.2).

use jiff::ToSpan;
use jiff::civil::Weekday;
use kernel::{Date, Decimal};

use crate::cell::decimal;
use crate::table::{Row, Table};

/// A rate that holds on the date asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kurs<'a> {
    /// Currency code.
    pub valuta: &'a str,
    /// Rupiah for one unit of the currency: what NDPBM must equal.
    pub nilai: Decimal,
    /// The number as the decree prints it, for `satuan` units.
    pub tercetak: Decimal,
    /// Units that the printed number is for: 100 for JPY, otherwise 1 as a rule.
    pub satuan: u32,
    /// First day.
    pub dari: Date,
    /// Last day.
    pub sampai: Date,
    /// The decree; empty when unknown.
    pub kmk: &'a str,
    /// Not a published rate: for demonstration only.
    pub contoh: bool,
}

/// The numbers of one row, parsed once.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KursRow {
    pub(crate) nilai: Decimal,
    pub(crate) tercetak: Decimal,
    pub(crate) satuan: u32,
}

impl KursRow {
    pub(crate) fn read(row: Row<'_>) -> Self {
        let default = if row.get("valuta") == "JPY" { 100 } else { 1 };
        let satuan = row.get("satuan").parse().unwrap_or(default);
        let tercetak = decimal(row.get("nilai_idr")).unwrap_or_default();
        Self { nilai: (tercetak / Decimal::from(satuan)).normalize(), tercetak, satuan }
    }
}

/// The first day of the newest week of samples.
pub(crate) fn newest_sample(table: &Table) -> Option<Date> {
    table.rows().filter(|r| !r.get("contoh").is_empty()).filter_map(|r| r.berlaku().dari).max()
}

/// The first and last day of the week (Wednesday to Tuesday) that holds `date`.
pub(crate) fn week(date: Date) -> (Date, Date) {
    let back = i32::from(date.weekday().since(Weekday::Wednesday));
    let first = shifted(date, -back);
    (first, shifted(first, 6))
}

/// `date` moved by days; unmoved past the calendar's end.
fn shifted(date: Date, days: i32) -> Date {
    date.checked_add(days.days()).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_runs_from_wednesday_to_tuesday() {
        let week_of = |d| week(Date::constant(2026, 11, d));
        let expected = (Date::constant(2026, 11, 18), Date::constant(2026, 11, 24));
        assert_eq!([18, 22, 24].map(week_of), [expected; 3]);
        assert_eq!(week_of(17).1, Date::constant(2026, 11, 17));
    }
}
