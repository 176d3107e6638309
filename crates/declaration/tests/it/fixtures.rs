//! Every written rule has a fixture: a change of the good document that it reports, and a close one that it does not.
//!
//! `fixtures/rules/<CODE>.json` holds `hit` and `miss`, each with `set` (pointer → value, see `patch`), and perhaps
//! `facts` (the same on the facts of `base`) and `at`; `pointer` names the place or places of the findings; `also` names
//! by `CODE pointer` what a hit brings along unavoidably, or by `CODE` alone at whatever places.

use std::collections::BTreeSet;

use declaration::Raw;
use declaration::rules;

use crate::base::{self, Case};
use crate::patch;

const FOLDER: &str = "crates/declaration/fixtures/rules";

fn case(side: &Raw) -> Case {
    let mut case = plain(side);
    patch::apply(&mut case.raw, side.get("set").expect("set"));
    if let Some(facts) = side.get("facts") {
        patch::apply(&mut case.facts, facts);
    }
    case
}

/// The good document on the day of a side.
fn plain(side: &Raw) -> Case {
    let at = side.get("at").and_then(Raw::scalar).map_or(base::AT, |day| day.parse().unwrap());
    Case { at, ..Case::of(base::good()) }
}

fn strings(raw: Option<&Raw>) -> Vec<String> {
    match raw {
        None => Vec::new(),
        Some(Raw::List(list)) => list.iter().map(|v| v.scalar().unwrap().to_owned()).collect(),
        Some(one) => vec![one.scalar().unwrap().to_owned()],
    }
}

/// What the case of a side reports more than the good document does, and all of `code`.
fn added(side: &Raw, code: &str) -> BTreeSet<String> {
    let before: BTreeSet<String> = base::names(&plain(side).findings()).into_iter().collect();
    let of_code = format!("{code} ");
    let names = base::names(&case(side).findings()).into_iter();
    names.filter(|name| !before.contains(name) || name.starts_with(&of_code)).collect()
}

fn check(code: &str) -> Result<(), String> {
    let fixture = base::json(&format!("{FOLDER}/{code}.json"));
    let (hit, miss) = (fixture.get("hit").unwrap(), fixture.get("miss").unwrap());
    let mut expected: BTreeSet<String> =
        strings(fixture.get("pointer")).iter().map(|pointer| format!("{code} {pointer}")).collect();
    let (at_places, anywhere): (Vec<_>, Vec<_>) =
        strings(fixture.get("also")).into_iter().partition(|n| n.contains(' '));
    expected.extend(at_places);
    let mut got = added(hit, code);
    for also in anywhere {
        let before = got.len();
        got.retain(|name| !name.starts_with(&format!("{also} ")));
        if got.len() == before {
            return Err(format!("{code} hit: {also} was not reported"));
        }
    }
    if got != expected {
        return Err(format!("{code} hit: expected {expected:?}, got {got:?}"));
    }
    let got: Vec<String> =
        case(miss).findings().iter().filter(|f| f.code == code).map(|f| f.pointer.to_string()).collect();
    if got.is_empty() { Ok(()) } else { Err(format!("{code} miss: reported at {got:?}")) }
}

fn on_file() -> BTreeSet<String> {
    let files = std::fs::read_dir(base::path(FOLDER)).unwrap().map(|entry| entry.unwrap().path());
    files.map(|file| file.file_stem().unwrap().to_string_lossy().into_owned()).collect()
}

#[test]
fn every_rule_has_a_fixture_and_every_fixture_a_rule() {
    let codes: BTreeSet<String> = rules::all().map(|rule| rule.code.to_owned()).collect();
    assert_eq!(on_file(), codes);
}

#[test]
fn every_rule_hits_and_misses() {
    let wrong: Vec<String> = rules::all().filter_map(|rule| check(rule.code).err()).collect();
    assert!(wrong.is_empty(), "{} of {} rules:\n{}", wrong.len(), rules::all().count(), wrong.join("\n"));
}

#[test]
fn every_finding_speaks_both_languages() {
    for code in on_file() {
        let fixture = base::json(&format!("{FOLDER}/{code}.json"));
        for finding in case(fixture.get("hit").unwrap()).findings() {
            let (id, en) = (finding.message.id.trim(), finding.message.en.trim());
            assert!(!id.is_empty() && !en.is_empty() && id != en, "{}: {id} / {en}", finding.code);
            assert!(id.ends_with('.') && en.ends_with('.'), "{}: {id} / {en}", finding.code);
            assert!(!finding.law.is_empty(), "{}", finding.code);
            assert!(!rules::describe(finding.pointer.as_str()).id.is_empty(), "{}", finding.pointer);
        }
    }
}
