//! The parameter table.

use std::collections::BTreeSet;

use super::super::*;

#[test]
fn defaults_are_those_of_the_table() {
    let params = WorkflowParams::from_lookup(&|_| None).unwrap();
    assert_eq!(params, WorkflowParams::default());
    assert_eq!((params.billing_hari, params.sptnp_hari, params.penetapan_hari), (5, 60, 30));
    assert_eq!((params.dokap_jam, params.npbl_tutup), (jiff::civil::time(12, 0, 0, 0), NpblClosing::Reject));
    let given = WorkflowParams::from_lookup(&|key| (key == "billing.hari").then(|| " 7 ".to_owned())).unwrap();
    assert_eq!(given, WorkflowParams { billing_hari: 7, ..params });
}

#[test]
fn every_row_names_its_source_once() {
    let keys: BTreeSet<_> = PARAMETERS.iter().map(|row| row.kunci).collect();
    assert_eq!(keys.len(), PARAMETERS.len());
    assert!(PARAMETERS.iter().all(|row| row.dasar.len() > 10 && !row.bawaan.is_empty()));
}

#[test]
fn unusable_values_are_named() {
    for (key, value) in [
        ("billing.hari", "0"),
        ("billing.hari", "lima"),
        ("billing.hari", "40000"),
        ("jalur.kuning", "ya"),
        ("dokap.jam", "25:00"),
        ("dokap.jam", "noon"),
        ("npbl.tutup", ""),
    ] {
        let bad = WorkflowParams::from_lookup(&|k| (k == key).then(|| value.to_owned())).unwrap_err();
        assert_eq!((bad.kunci, bad.nilai.as_str()), (key, value));
    }
}
