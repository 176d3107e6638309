//! Bytes that no honest client sends: refused as a whole with a place, or examined with a finding for each datum.

use declaration::{Limits, Raw};

use crate::base::{self, Case};
use crate::patch;

#[track_caller]
fn refused(bytes: &[u8], code: &str, pointer: &str) {
    let error = Raw::parse(bytes, &Limits::default()).expect_err(pointer);
    assert_eq!((error.code, error.pointer.as_str()), (code, pointer), "{error}");
    assert!(error.line >= 1 && error.column >= 1, "{error}");
    assert!(!error.message.id.is_empty() && !error.message.en.is_empty());
}

#[test]
fn a_hundred_thousand_items() {
    let items = vec!["{\"seriBarang\":1}"; 100_000].join(",");
    refused(format!("{{\"barang\":[{items}]}}").as_bytes(), "JSON-BARIS", "barang");
}

#[test]
fn more_values_than_a_document_may_have() {
    let row = format!("[{}]", vec!["1"; 9_999].join(","));
    let text = format!("{{\"a\":[{}]}}", vec![row; 201].join(","));
    refused(text.as_bytes(), "JSON-BESAR", "a[199][9997]");
}

#[test]
fn deep_nesting() {
    refused(format!("{{\"barang\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000)).as_bytes(), "JSON-DALAM", &{
        format!("barang{}", "[0]".repeat(31))
    });
}

#[test]
fn a_member_twice() {
    refused(br#"{"barang":[{"cif":1},{"cif":1,"fob":2,"cif":3}]}"#, "JSON-GANDA", "barang[1].cif");
    refused(br#"{"nomorAju":"1","\u006eomorAju":"2"}"#, "JSON-GANDA", "nomorAju");
}

#[test]
fn other_encodings() {
    refused(b"{\"namaTtd\":\"Jos\xe9\"}", "JSON-UTF8", "namaTtd");
    refused(b"\xff\xfe{\0}\0", "JSON-BENTUK", "");
    refused(b"\xef\xbb\xbf{}", "JSON-BENTUK", "");
    refused(br#"{"namaTtd":"\ud800"}"#, "JSON-BENTUK", "namaTtd");
}

#[test]
fn numbers_out_of_range() {
    refused(b"{\"cif\":1e999999999}", "JSON-ANGKA", "cif");
    refused(format!("{{\"cif\":{}}}", "9".repeat(5_000)).as_bytes(), "JSON-ANGKA", "cif");
    refused(b"{\"cif\":NaN}", "JSON-BENTUK", "cif");
    refused(b"{\"cif\":01}", "JSON-BENTUK", "cif");
}

#[test]
fn long_texts_and_names() {
    refused(format!("{{\"namaTtd\":\"{}\"}}", "a".repeat(20_001)).as_bytes(), "JSON-PANJANG", "namaTtd");
    refused(format!("{{\"{}\":1}}", "a".repeat(201)).as_bytes(), "JSON-PANJANG", "");
}

#[test]
fn what_is_no_document() {
    refused(b"", "JSON-BENTUK", "");
    refused(b"<xml/>", "JSON-BENTUK", "");
    refused(b"{} {}", "JSON-BENTUK", "");
    refused(b"{\"barang\":[", "JSON-BENTUK", "barang");
}

#[track_caller]
fn reported(pointer: &str, value: &str, expect: &str) {
    let mut case = Case::of(base::good());
    patch::set(&mut case.raw, pointer, Raw::parse(value.as_bytes(), &Limits::default()).unwrap());
    let names = base::names(&case.findings());
    assert!(names.iter().any(|name| name == expect), "{expect} in {names:#?}");
}

#[test]
fn wrong_types_are_findings_with_their_place() {
    reported("cif", "true", "PIB-B.cif cif");
    reported("cif", "[25326]", "PIB-B.cif cif");
    reported("cif", "99999999999999999999999999999", "PIB-B.cif cif");
    reported("cif", "-1", "PIB-B.cif cif");
    reported("cif", "1.234", "PIB-B.cif cif");
    reported("barang", "{}", "PIB-B.barang barang");
    reported("barang[1]", "7", "PIB-B.objek barang[1]");
    reported("barang[1].barangTarif[0]", "[]", "PIB-B.objek barang[1].barangTarif[0]");
    reported("kontainer", "\"2 x 20\"", "PIB-B.kontainer kontainer");
    reported(
        "barang[1].jumlahSatuan",
        "99999999999999999999999999",
        "PIB-B.barang.jumlahSatuan barang[1].jumlahSatuan",
    );
}

#[test]
fn a_document_that_is_no_object_is_reported_at_the_root() {
    for text in ["[]", "5", "\"PIB\"", "[[[]]]"] {
        let case = Case::of(Raw::parse(text.as_bytes(), &Limits::default()).unwrap());
        assert!(base::names(&case.findings()).contains(&"PIB-B.objek ".to_owned()), "{text}");
    }
}

/// Quadratic work over ten thousand rows would take minutes here.
#[test]
fn the_largest_lists_are_examined_in_seconds() {
    let mut case = Case::of(base::good());
    let row = |json: String| Raw::parse(json.as_bytes(), &Limits::default()).unwrap();
    let lines = (1..=10_000).map(|i| row(format!(r#"{{"seriBarang":{i},"barangDokumen":[{{"seriDokumen":{i}}}]}}"#)));
    let papers = (1..=10_000).map(|i| row(format!(r#"{{"seriDokumen":{i},"kodeDokumen":"999"}}"#)));
    patch::set(&mut case.raw, "barang", Raw::List(lines.collect()));
    patch::set(&mut case.raw, "dokumen", Raw::List(papers.collect()));
    let findings = case.findings();
    assert!(findings.len() < 20_000, "{}", findings.len());
}
