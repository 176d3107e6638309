//! What each kind says, and how it refuses data it cannot use.

use app::ports::Letters;
use letters::{KINDS, kind};
use serde_json::{Value, json};

use crate::support::{LETTERS, pages, pdf, sample};

/// Kinds whose sample needs more than one page.
const LONGER: &[(&str, usize)] = &[("SPTNP", 2), ("BC20", 3)];

#[test]
fn every_kind_prints_its_sample_on_the_expected_pages() {
    for kind in KINDS {
        let data = sample(kind.name);
        assert!(pdf(kind.name, &data).starts_with(b"%PDF-"), "{}", kind.name);
        let pages = pages(kind.name, &data);
        let expected = LONGER.iter().find(|(name, _)| *name == kind.name).map_or(1, |(_, count)| *count);
        assert_eq!(pages.len(), expected, "{}", kind.name);
        for (i, page) in pages.iter().enumerate() {
            assert!(page.contains(&format!("Halaman {} dari {expected}\n", i + 1)), "{} page {i}", kind.name);
            assert!(page.contains("Kode verifikasi 7KQ2-M9TX-4HVD"), "{} page {i}", kind.name);
            assert!(page.contains(data["kop"]["sidik"].as_str().unwrap()), "{} page {i}", kind.name);
        }
        let number = data["kop"]["nomor"].as_str().unwrap();
        assert!(pages[0].contains(number), "{}", kind.name);
        assert!(pages.concat().contains("https://pabean.example.go.id/verifikasi/7KQ2-M9TX-4HVD"), "{}", kind.name);
    }
}

#[test]
fn every_kind_says_what_it_should() {
    for kind in KINDS {
        insta::assert_snapshot!(kind.name, pages(kind.name, &sample(kind.name)).join("\n~~~ next page ~~~\n"));
    }
}

#[test]
fn a_kind_is_found_by_name_and_by_response_code() {
    let name = |key: &str| kind(key).map(|kind| kind.name);
    assert_eq!(name("SPPB"), Some("SPPB"));
    assert_eq!(name("2003"), Some("SPPB"));
    assert_eq!(name("2001"), Some("NPP"));
    assert_eq!(name(""), None);
    assert_eq!(LETTERS.render("2003", &sample("SPPB")).unwrap(), pdf("SPPB", &sample("SPPB")));
}

#[track_caller]
fn refused(kind: &str, data: &Value, reason: &str) {
    let fault = LETTERS.render(kind, data).unwrap_err();
    assert!(fault.reason.contains(reason), "{fault}");
    assert_eq!(fault.kind, kind);
}

#[test]
fn unusable_data_is_refused_with_the_reason() {
    refused("9999", &sample("SPPB"), "tidak dikenal");
    refused("SPPB", &json!({}), "missing field `kop`");
    refused("SPPB", &json!([1]), "data surat");
    refused("BC20", &sample("SPPB"), "data surat");
    let mut data = sample("BILLING");
    data["total"] = json!("a lot");
    refused("BILLING", &data, "data surat");
    let mut data = sample("SPPB");
    data["kop"]["baseUrl"] = json!("https://x".repeat(1_000));
    refused("SPPB", &data, "QR");
    let mut form = sample("BC20");
    form["dokumen"] = json!("kosong");
    refused("BC20", &form, "bukan objek");
    form["dokumen"] = json!({ "barang": vec![Value::Null; 20_001] });
    refused("BC20", &form, "melewati batas");
}

#[test]
fn amounts_at_the_edge_of_the_range_print() {
    let mut data = sample("SPTNP");
    for total in [0, -1, i64::MIN + 1, i64::MAX] {
        data["total"] = json!(total);
        assert!(!pages("SPTNP", &data).is_empty());
    }
    data["total"] = json!(i64::MIN);
    assert!(LETTERS.render("BILLING", &data).is_err());
}

#[test]
fn a_short_or_long_table_row_is_fitted_to_its_head() {
    let mut data = sample("UMUM");
    data["tabel"]["baris"] = json!([["satu"], ["a", "b", "c", "BOCOR"], []]);
    let text = pages("UMUM", &data).concat();
    assert!(text.contains("satu") && !text.contains("BOCOR"));
}
