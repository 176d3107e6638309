//! Our own server keeps every promise.

use testkit::on_both;

use crate::support::ask;

/// How many promises there are at least.
const AT_LEAST: usize = 150;

on_both! {
    fn our_server_keeps_every_promise(house) {
        let report = ask(house, &house.base_url(), 1, &[]);
        let broken: Vec<String> =
            report.outcomes.iter().filter(|o| report.broken().contains(&o.id.as_str())).map(conformance::Outcome::line).collect();
        assert!(broken.is_empty(), "{}:\n{}", report.summary(), broken.join("\n"));
        assert!(report.passed() >= AT_LEAST, "{}", report.summary());
        let skipped: Vec<&str> =
            report.outcomes.iter().filter(|o| matches!(o.verdict, Err(conformance::Miss::Skipped(_)))).map(|o| o.id.as_str()).collect();
        assert_eq!(skipped, crate::kept::SKIPPED, "what is not asked is known");
    }
}

/// What cannot be asked of a house: manifest services, and what needs a position kept free.
pub const SKIPPED: [&str; 6] = ["RSP-61", "RSP-62", "REF-54", "MNF-01", "MNF-02", "MNF-03"];

#[test]
fn ids_are_unique_and_there_are_enough() {
    let mut ids: Vec<String> = conformance::checks().into_iter().map(|check| check.id).collect();
    let count = ids.len();
    assert!(count >= AT_LEAST, "{count}");
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id stands twice");
}
