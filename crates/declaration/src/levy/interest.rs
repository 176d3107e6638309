//! Interest on the late payment of a debt that is due (UU 17/2006 art. 38; rules 2.6).

use jiff::ToSpan;
use kernel::{Date, Rupiah};
use rust_decimal::Decimal;
use serde::Serialize;

use super::fines::FineProblem;
use super::lookup::{Lookup, ParamProblem, Reader};
use super::rounding::{RoundingRule, as_text, percent_of};

/// Longest run of months that a parameter may set: a hundred years.
const MOST_MONTHS: u32 = 1200;

/// Parameters of interest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InterestRules {
    /// `bunga.persen`: percent for each started month.
    pub percent: Decimal,
    /// `bunga.bulan_maks`: most months counted.
    pub max_months: u32,
}

impl InterestRules {
    /// Reads both parameters.
    pub fn from_lookup(value: Lookup<'_>) -> Result<Self, ParamProblem> {
        let reader = Reader { value, law: &|_| None };
        let months = |text: &str| text.parse().ok().filter(|months| *months <= MOST_MONTHS);
        Ok(Self {
            percent: reader.percent("bunga.persen")?.value,
            max_months: reader.read("bunga.bulan_maks", "a number of months up to 1200", months)?.value,
        })
    }
}

/// Interest, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Interest {
    /// Months counted; a started month is a whole one.
    pub months: u32,
    /// The interest, not rounded.
    #[serde(serialize_with = "as_text")]
    pub amount: Decimal,
}

impl Interest {
    /// The interest in rupiah by a rule; `None` past the range.
    pub fn rounded(&self, rule: RoundingRule) -> Option<Rupiah> {
        rule.apply(self.amount)
    }
}

/// Months started between the due date and the day of payment, at most `most`; zero when paid in time.
///
/// A month ends on the same day of the next month, or on its last day. A month that ends past the calendar's range
/// covers every day.
pub fn started_months(due: Date, paid: Date, most: u32) -> u32 {
    let reached = |months: u32| due.checked_add(i64::from(months).months()).map_or(true, |end| end >= paid);
    (0..most).find(|months| reached(*months)).unwrap_or(most)
}

/// Interest on a debt due on one day and paid on another.
pub fn late_interest(rules: &InterestRules, debt: Rupiah, due: Date, paid: Date) -> Result<Interest, FineProblem> {
    if debt.0 < 0 {
        return Err(FineProblem::Negative);
    }
    let months = started_months(due, paid, rules.max_months);
    let month = percent_of(debt.0.into(), rules.percent);
    let amount = month.and_then(|month| month.checked_mul(months.into())).ok_or(FineProblem::Overflow)?;
    Ok(Interest { months, amount })
}
