//! A document's JSON: what reads is written so that it reads as the same, and is judged without a fault.
#![no_main]

use std::sync::LazyLock;

use declaration::figures;
use declaration::levy::LevyParams;
use declaration::rules::{self, Facts, Subject};
use declaration::{Limits, Pib, Raw, Section};
use kernel::Date;
use libfuzzer_sys::fuzz_target;
use reference::Snapshot;

/// The day, what is known on it, and how the system computes.
static WORLD: LazyLock<(Date, Snapshot, LevyParams)> = LazyLock::new(|| {
    let day: Date = "2026-03-06".parse().expect("a day");
    let snapshot = reference::starter::snapshot().expect("the starter tables").roll_samples(day);
    let params = figures::params(&snapshot, day).expect("the starter parameters");
    (day, snapshot, params)
});

fuzz_target!(|input: &[u8]| {
    let limits = Limits::default();
    let tree = Raw::parse(input, &limits);
    let Ok(doc) = Pib::parse(input, &limits) else {
        assert!(tree.is_err(), "the tree reads what the document does not");
        return;
    };
    let written = doc.to_json();
    let again = Pib::parse(&written, &limits).unwrap_or_else(|e| panic!("what was written does not read: {e}"));
    assert!(again.to_json() == written, "written twice, it differs");
    judge(doc);
});

fn judge(doc: Pib) {
    let (day, snapshot, params) = &*WORLD;
    let assessment = figures::assess(&doc, snapshot, params, *day);
    let facts = Facts::default();
    let subject = Subject { doc: &doc, snapshot, today: *day, facts: &facts, assessment: Some(&assessment) };
    for finding in rules::examine(&subject) {
        assert!(!finding.message.id.is_empty() && !finding.message.en.is_empty(), "{}", finding.code);
    }
    drop(doc.lodge(&subject));
}
