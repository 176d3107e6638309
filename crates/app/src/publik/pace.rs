//! How long documents took lately, in figures that name nobody.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use store::events;

use crate::{App, Error};

/// Days looked back.
const DAYS: i64 = 7;
/// Steps looked at: the newest of the week.
const MOST: u32 = 20_000;
/// Documents that make a median worth telling.
const FEWEST: usize = 3;

/// Sending, as the status list shows it.
const SENT: &str = "104";
/// The bill is paid, or nothing was to be paid.
const PAID: &str = "210";
/// The channel is drawn.
const CHANNELLED: &str = "240";

/// Medians of the last seven days, seconds; none where too few documents went that way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pace {
    /// From sending to the payment check.
    pub to_payment: Option<i64>,
    /// From the payment check to the channel.
    pub to_channel: Option<i64>,
    /// From sending to the channel.
    pub whole: Option<i64>,
}

/// Looks now.
pub fn pace(app: &App) -> Result<Pace, Error> {
    let since = app.now() - SignedDuration::from_hours(24 * DAYS);
    let steps = app.db().read(move |tx| Ok::<_, Error>(events::steps_since(tx, since, MOST)?))?;
    Ok(of(&steps))
}

/// The medians of steps: document, code, time.
fn of(steps: &[(String, String, Timestamp)]) -> Pace {
    // The last sending of a document is the one that the later steps followed.
    let mut documents: BTreeMap<&str, BTreeMap<&str, Timestamp>> = BTreeMap::new();
    for (document, code, at) in steps {
        let known = documents.entry(document).or_default();
        let first = known.entry(code).or_insert(*at);
        if code == SENT {
            *first = (*first).max(*at);
        } else {
            *first = (*first).min(*at);
        }
    }
    let between = |from: &str, to: &str| {
        let span = |steps: &BTreeMap<&str, Timestamp>| {
            let seconds = steps.get(to)?.duration_since(*steps.get(from)?).as_secs();
            (seconds >= 0).then_some(seconds)
        };
        median(documents.values().filter_map(span).collect())
    };
    Pace { to_payment: between(SENT, PAID), to_channel: between(PAID, CHANNELLED), whole: between(SENT, CHANNELLED) }
}

fn median(mut spans: Vec<i64>) -> Option<i64> {
    if spans.len() < FEWEST {
        return None;
    }
    spans.sort_unstable();
    spans.get(spans.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(document: &str, code: &str, second: i64) -> (String, String, Timestamp) {
        (document.into(), code.into(), Timestamp::from_second(second).unwrap())
    }

    #[test]
    fn medians_count_from_the_last_sending() {
        let mut steps = vec![step("a", "104", 0), step("a", "104", 50), step("a", "210", 60), step("a", "240", 100)];
        steps.extend([step("b", "104", 0), step("b", "210", 30), step("b", "240", 40)]);
        steps.extend([step("c", "104", 0), step("c", "210", 900), step("d", "104", 5)]);
        assert_eq!(of(&steps), Pace { to_payment: Some(30), to_channel: None, whole: None });
        steps.push(step("c", "240", 1_000));
        assert_eq!(of(&steps), Pace { to_payment: Some(30), to_channel: Some(40), whole: Some(50) });
        assert_eq!(of(&[]), Pace::default());
    }
}
