//! A document's JSON: read, written, judged.

use std::panic::catch_unwind;

use declaration::rules::{self, Facts, Subject};
use declaration::{Limits, Pib, Raw, Section, figures};
use kernel::Date;

use crate::engine;

const SEEDS: [&[u8]; 5] = [
    include_bytes!("../../../../examples/pib-hijau.json"),
    include_bytes!("../../../../examples/pib-ditolak.json"),
    include_bytes!("../../../../examples/draft-rusak.json"),
    include_bytes!("../../../../examples/pib-kendaraan.json"),
    br#"{"nomorAju":"000020CTH00120260306000001","barang":[{"barangTarif":[{"tarif":"5"}]}]}"#,
];

const WORDS: [&[u8]; 34] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"null",
    b"true",
    b"-0",
    b"1e999",
    b"-1e-999",
    b"1e30",
    b"0.00000000001",
    b"99999999999999999999999999999",
    b"79228162514264337593543950335",
    b"-79228162514264337593543950335",
    b"\\u0000",
    b"\\ud800",
    b"\\",
    b"\"barang\":",
    b"\"entitas\":",
    b"\"barangTarif\":",
    b"\"kodeFasilitasTarif\":\"6\"",
    b"\"tanggalTiba\":\"-9999-01-01\"",
    b"\"ndpbm\":0",
    b"\"cif\":79228162514264337593543950335",
    b"\"jumlahSatuan\":0.0001",
    b"\"kodeJenisTarif\":\"2\"",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\"\":",
    b"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    b"9999-12-31",
];

#[test]
fn a_document_reads_writes_and_reads_the_same() {
    let limits = Limits::default();
    engine::run("json", SEEDS.map(<[u8]>::to_vec).to_vec(), &WORDS, |input| {
        let tree = Raw::parse(input, &limits);
        let Ok(doc) = Pib::parse(input, &limits) else {
            assert!(tree.is_err(), "the tree reads what the document does not");
            return;
        };
        let written = doc.to_json();
        let again = Pib::parse(&written, &limits).unwrap_or_else(|e| panic!("what was written does not read: {e}"));
        assert!(again.to_json() == written, "written twice, it differs");
    });
}

#[test]
fn a_document_is_judged_without_a_fault() {
    let day: Date = "2026-03-06".parse().unwrap();
    let snapshot = reference::starter::snapshot().unwrap().roll_samples(day);
    let params = figures::params(&snapshot, day).unwrap();
    let limits = Limits::default();
    engine::run("rules", SEEDS.map(<[u8]>::to_vec).to_vec(), &WORDS, |input| {
        let Ok(doc) = Pib::parse(input, &limits) else { return };
        let assessment = figures::assess(&doc, &snapshot, &params, day);
        let facts = Facts::default();
        let subject =
            Subject { doc: &doc, snapshot: &snapshot, today: day, facts: &facts, assessment: Some(&assessment) };
        for finding in rules::examine(&subject) {
            assert!(!finding.message.id.is_empty() && !finding.message.en.is_empty(), "{}", finding.code);
        }
        drop(doc.lodge(&subject));
    });
}

#[test]
fn the_engine_finds_a_panic() {
    let found = catch_unwind(|| {
        engine::run("coba", vec![b"aman".to_vec()], &[b"jatuh"], |input| {
            assert!(!input.windows(5).any(|five| five == b"jatuh"), "found");
        });
    });
    assert!(found.is_err(), "a target that fails must be seen to fail");
}
