//! The rules that come from the catalogue: each field of a document with one row in every list.

use std::collections::BTreeSet;

use declaration::Raw;
use declaration::rules::{self, Allowed, FieldSpec, Need, SECTIONS};
use kernel::{Finding, Severity};

use crate::base::{self, Case};
use crate::patch;

/// Where the first row of a section stands in the full document.
fn place(field: &FieldSpec) -> String {
    match field.section {
        "" => field.name.to_owned(),
        section if section.starts_with("barang") && section != "barang" => {
            format!("barang[0].{section}[0].{}", field.name)
        }
        section => format!("{section}[0].{}", field.name),
    }
}

fn fields() -> impl Iterator<Item = &'static FieldSpec> {
    SECTIONS.iter().flat_map(|(_, fields)| fields.iter())
}

/// The findings of the generated families, with `value` put at the field.
fn generated(field: &FieldSpec, value: Raw) -> Vec<Finding> {
    let mut case = Case::of(base::full());
    patch::set(&mut case.raw, &place(field), value);
    let families = ["PIB-W.", "PIB-D.", "PIB-B.", "PIB-N."];
    case.findings().into_iter().filter(|f| families.iter().any(|family| f.code.starts_with(family))).collect()
}

#[track_caller]
fn check(field: &FieldSpec, value: Raw, expect: Option<(char, Severity)>) {
    let shown = value.to_json();
    let got: Vec<_> =
        generated(field, value).iter().map(|f| (format!("{} {}", f.code, f.pointer), f.severity)).collect();
    let expect = expect.map(|(family, weight)| (format!("PIB-{family}.{} {}", field.key(), place(field)), weight));
    assert_eq!(got, expect.into_iter().collect::<Vec<_>>(), "{} = {shown}", field.key());
}

/// A code of the right shape that no list has.
fn unknown(allowed: Allowed) -> Option<&'static str> {
    Some(match allowed {
        Allowed::Any => return None,
        Allowed::List(_) | Allowed::OpenList(_) | Allowed::Fixed(_) => "Z9Z9",
        Allowed::Country | Allowed::Package => "QZ",
        Allowed::Port => "QZQZQ",
        Allowed::Office => "999999",
        Allowed::Currency | Allowed::Unit => "QZQ",
        Allowed::DocumentKind => "99999",
    })
}

#[test]
fn the_full_document_breaks_no_generated_rule() {
    let findings = Case::of(base::full()).findings();
    let rejected = base::weighing(&findings, Severity::Reject);
    assert!(rejected.is_empty(), "{rejected:?}");
    check(rules::spec("", "kodeKantor").unwrap(), Raw::Text("040300".into()), None);
}

#[test]
fn a_blank_field_is_reported_when_it_must_be_filled() {
    for field in fields() {
        let expect = match field.need {
            Need::Always => Some(('W', Severity::Reject)),
            Need::NewSchema => Some(('W', Severity::Warn)),
            Need::Optional => None,
        };
        check(field, Raw::Null, expect);
        check(field, Raw::Text(" ".into()), expect);
    }
}

#[test]
fn an_unknown_code_is_reported_where_a_list_is_given() {
    for field in fields() {
        if let Some(code) = unknown(field.allowed) {
            check(field, Raw::Text(code.into()), Some(('D', field.allowed.severity().unwrap())));
        }
    }
}

#[test]
fn a_text_that_cannot_be_read_is_reported_at_every_field() {
    for field in fields() {
        check(field, Raw::Text("a\u{1}b".into()), Some(('B', Severity::Reject)));
        check(field, Raw::Object(vec![("x".into(), Raw::Bool(true))]), Some(('B', Severity::Reject)));
    }
}

#[test]
fn a_list_that_is_none_is_reported() {
    for (pointer, code) in [("kontainer", "PIB-B.kontainer"), ("barang[0].barangTarif", "PIB-B.barangTarif")] {
        let mut case = Case::of(base::good());
        patch::set(&mut case.raw, pointer, Raw::Text("dua".into()));
        assert!(base::names(&case.findings()).contains(&format!("{code} {pointer}")), "{pointer}");
    }
}

#[test]
fn an_unknown_member_is_noted_once_for_each_place() {
    let mut case = Case::of(base::good());
    patch::set(&mut case.raw, "barang[1].namaPosTarif", Raw::Text("Bantalan".into()));
    patch::set(&mut case.raw, "idHeader", Raw::Null);
    let notes = base::weighing(&case.findings(), Severity::Note);
    assert_eq!(notes, ["PIB-618 ndpbm", "PIB-N.anggota barang[1].namaPosTarif"]);
}

#[test]
fn what_is_reported_is_in_the_public_list() {
    let listed: BTreeSet<String> = rules::generated().into_iter().map(|(code, ..)| code).collect();
    for field in fields() {
        for value in [Raw::Null, Raw::Text("a\u{1}b".into()), Raw::Text(unknown(field.allowed).unwrap_or("1").into())] {
            for finding in generated(field, value) {
                assert!(listed.contains(finding.code.as_ref()), "{}", finding.code);
                assert!(finding.message.id.ends_with('.') && finding.message.en.ends_with('.'), "{finding:?}");
                assert_ne!(finding.message.id, finding.message.en);
            }
        }
    }
}

#[test]
fn a_rule_that_hits_too_often_says_how_many_it_left_out() {
    let mut case = Case::of(base::good());
    let rows = (1..=130).map(|_| Raw::Object(Vec::new())).collect();
    patch::set(&mut case.raw, "kontainer", Raw::List(rows));
    let findings = case.findings();
    let of_rule: Vec<&Finding> = findings.iter().filter(|f| f.code == "PIB-W.kontainer.seriKontainer").collect();
    assert_eq!(of_rule.len(), rules::MOST_PER_RULE + 1);
    assert!(of_rule[0].message.id.contains("30 temuan lain"), "{:?}", of_rule[0]);
}
