//! Any JSON tree into a document: nothing panics, nothing is lost.

use std::collections::BTreeMap;

use declaration::rules::SECTIONS;
use declaration::{Limits, Pib, Raw, Section};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;

use crate::base::{self, Case};
use crate::patch;

/// Names that mean something, and some that do not.
fn name() -> impl Strategy<Value = String> {
    let mut known: Vec<String> = SECTIONS.iter().flat_map(|(_, fields)| fields.iter()).map(|f| f.name.into()).collect();
    known.extend(SECTIONS.iter().map(|(section, _)| (*section).to_owned()));
    prop_oneof![8 => select(known), 1 => "\\PC{0,12}"]
}

fn scalar() -> impl Strategy<Value = Raw> {
    let numbers = [
        "0",
        "1",
        "-1",
        "-0",
        "1e5",
        "1E-5",
        "0.00005",
        "12.50",
        "99999",
        "100000",
        "999999999999999999999999",
        "99999999999999999999999",
        "79228162514264337593543950335",
        "123456789012345678901234567890.01",
        "0.0001",
    ];
    let texts = [
        "",
        " ",
        "1",
        "20",
        "BM",
        "PPN",
        "PPH",
        "2",
        "USD",
        "IDR",
        "FOB",
        "CIF",
        "040300",
        "84818099",
        "2026-03-06",
        "Y",
        "T",
        "380",
        "705",
        "999999999999999999999999",
        "CSQU3054383",
        "0990000010999000",
        "8",
        "Metode 2",
        "6",
        "\u{feff}",
    ];
    prop_oneof![
        Just(Raw::Null),
        any::<bool>().prop_map(Raw::Bool),
        select(numbers.to_vec()).prop_map(|n| Raw::Number(n.into())),
        select(texts.to_vec()).prop_map(|t| Raw::Text(t.into())),
        "\\PC{0,30}".prop_map(Raw::Text),
        any::<String>().prop_map(Raw::Text),
    ]
}

fn tree() -> impl Strategy<Value = Raw> {
    scalar().prop_recursive(5, 60, 8, |inner| {
        let members = |map: BTreeMap<String, Raw>| Raw::Object(map.into_iter().collect());
        prop_oneof![vec(inner.clone(), 0..6).prop_map(Raw::List), btree_map(name(), inner, 0..8).prop_map(members)]
    })
}

/// A tree with the lists of a document, whose rows are anything.
fn document() -> impl Strategy<Value = Raw> {
    let row = || btree_map(name(), tree(), 0..12).prop_map(|map| Raw::Object(map.into_iter().collect()));
    let lists: Vec<String> = SECTIONS.iter().map(|(s, _)| (*s).to_owned()).filter(|s| !s.is_empty()).collect();
    let list = vec(prop_oneof![9 => row().boxed(), 1 => tree().boxed()], 0..4).prop_map(Raw::List);
    (btree_map(name(), tree(), 0..20), btree_map(select(lists), list, 0..8)).prop_map(|(mut members, lists)| {
        members.extend(lists);
        Raw::Object(members.into_iter().collect())
    })
}

/// Every pointer of a tree.
fn pointers(raw: &Raw, at: &str, out: &mut Vec<String>) {
    match raw {
        Raw::Object(members) => {
            for (name, value) in members {
                let here = if at.is_empty() { name.clone() } else { format!("{at}.{name}") };
                pointers(value, &here, out);
                out.push(here);
            }
        }
        Raw::List(list) => {
            for (index, value) in list.iter().enumerate() {
                pointers(value, &format!("{at}[{index}]"), out);
            }
        }
        _ => {}
    }
}

fn mutated() -> impl Strategy<Value = Raw> {
    let full = base::full();
    let mut all = Vec::new();
    pointers(&full, "", &mut all);
    vec((select(all), prop_oneof![4 => scalar().boxed(), 1 => tree().boxed()]), 1..10).prop_map(move |patches| {
        let mut raw = full.clone();
        // From the leaves to the root, so that no patch meets a branch that an earlier one took away.
        let mut patches = patches;
        patches.sort_by_key(|(pointer, _)| std::cmp::Reverse(pointer.len()));
        for (pointer, value) in patches {
            patch::set(&mut raw, &pointer, value);
        }
        raw
    })
}

fn check(raw: Raw) {
    let doc = Pib::from_raw(raw.clone());
    assert_eq!(Pib::from_raw(doc.to_raw()), doc, "round trip of {}", raw.to_json());
    let case = Case::of(raw);
    let findings = case.findings();
    for finding in &findings {
        assert!(!finding.message.id.is_empty() && !finding.message.en.is_empty(), "{finding:?}");
        assert!(!declaration::rules::describe(finding.pointer.as_str()).id.is_empty());
    }
    assert_eq!(findings, case.findings(), "the same document, the same findings");
    if let Ok(lodged) = case.with(|subject| subject.doc.lodge(subject)) {
        assert!(!kernel::finding::rejects(&findings), "{lodged:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn any_tree_is_read_examined_and_kept(raw in tree()) {
        check(raw);
    }

    #[test]
    fn any_document_is_read_examined_and_kept(raw in document()) {
        check(raw);
    }

    #[test]
    fn any_change_of_a_good_document_is_read_examined_and_kept(raw in mutated()) {
        check(raw);
    }

    #[test]
    fn what_is_written_is_read_again(raw in document()) {
        let text = Pib::from_raw(raw).to_raw().to_json();
        let read = Raw::parse(text.as_bytes(), &Limits::default());
        prop_assert!(read.is_ok(), "{read:?} {text}");
        prop_assert_eq!(read.unwrap().to_json(), text);
    }
}
