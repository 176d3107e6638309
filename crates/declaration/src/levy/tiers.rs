//! A table of upper bounds, written `50:100,100:125,*:1000` in the parameters.

use rust_decimal::Decimal;

/// Most steps that a table may have.
const LONGEST: usize = 50;

/// Values by upper bound, ascending; the last step has no bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tiers<T> {
    bounded: Vec<(Decimal, T)>,
    beyond: T,
}

impl<T> Tiers<T> {
    /// Reads `bound:value` steps in ascending order, ended by `*:value`.
    pub fn parse(text: &str, value: impl Fn(&str) -> Option<T>) -> Option<Self> {
        let mut bounded: Vec<(Decimal, T)> = Vec::new();
        let mut steps = text.split(',');
        for step in steps.by_ref().take(LONGEST) {
            let (bound, found) = step.trim().split_once(':')?;
            let found = value(found.trim())?;
            if bound.trim() == "*" {
                return steps.next().is_none().then_some(Self { bounded, beyond: found });
            }
            let bound = Decimal::from_str_exact(bound.trim()).ok().filter(|bound| *bound >= Decimal::ZERO)?;
            if bounded.last().is_some_and(|(last, _)| *last >= bound) {
                return None;
            }
            bounded.push((bound, found));
        }
        None
    }

    /// The value of the first step whose bound `reaches` says is enough; `None` when it cannot say.
    pub fn find(&self, reaches: impl Fn(Decimal) -> Option<bool>) -> Option<&T> {
        for (bound, value) in &self.bounded {
            if reaches(*bound)? {
                return Some(value);
            }
        }
        Some(&self.beyond)
    }

    /// The first and the last value.
    pub fn ends(&self) -> (&T, &T) {
        (self.bounded.first().map_or(&self.beyond, |(_, value)| value), &self.beyond)
    }
}
