//! The list of rules as it is published.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use declaration::rules;
use kernel::Severity;

#[test]
fn the_written_rules() {
    let mut list = String::new();
    for rule in rules::all() {
        writeln!(list, "{} {:?} {} [{}]", rule.code, rule.severity, rule.title.id, rule.law).unwrap();
    }
    insta::assert_snapshot!(list);
}

#[test]
fn the_generated_rules() {
    let mut list = String::new();
    for (code, severity, title) in rules::generated() {
        writeln!(list, "{code} {severity:?} {}", title.id).unwrap();
    }
    insta::assert_snapshot!(list);
}

#[test]
fn every_rule_has_a_code_of_its_own_a_title_in_both_languages_and_a_law() {
    let written = rules::all().map(|rule| (rule.code.to_owned(), rule.severity, rule.title.clone()));
    let mut codes = BTreeSet::new();
    for (code, _, title) in written.chain(rules::generated()) {
        assert!(!title.id.trim().is_empty() && !title.en.trim().is_empty(), "{code}");
        assert!(codes.insert(code.clone()), "{code} twice");
    }
    assert!(rules::all().all(|rule| !rule.law.is_empty()));
}

#[test]
fn there_are_enough_rules() {
    let written = rules::all().count();
    let generated = rules::generated().len();
    println!("{written} written rules, {generated} generated, {} in all", written + generated);
    assert!(written >= 80);
}

#[test]
fn a_rule_holds_from_its_first_to_its_last_day() {
    let rule = rules::all().next().unwrap();
    let dated = rules::Rule { from: Some("2026-03-01"), to: Some("2026-03-31"), title: rule.title.clone(), ..*rule };
    let holds = |day: &str| dated.holds_on(day.parse().unwrap());
    assert_eq!(["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"].map(holds), [false, true, true, false]);
    assert_eq!(rule.severity, Severity::Warn);
}
