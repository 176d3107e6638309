//! The documents of `examples/` do what their README says.

use declaration::Raw;
use declaration::levy::{Facility, Levy};
use kernel::{Rupiah, Severity};

use crate::base::{self, Case};

fn names() -> Vec<String> {
    let files = std::fs::read_dir(base::path("examples")).unwrap().map(|entry| entry.unwrap().path());
    let stems = files.filter(|file| file.extension().is_some_and(|e| e == "json"));
    let mut names: Vec<String> = stems.map(|file| file.file_name().unwrap().to_string_lossy().into_owned()).collect();
    names.retain(|name| !name.ends_with(".expected.json"));
    names.sort();
    names
}

fn example(name: &str) -> Case {
    let mut case = Case::of(base::json(&format!("examples/{name}")));
    if name == "pib-ppjk.json" {
        crate::patch::set(&mut case.facts, "pengirimNpwp", Raw::Text("0991234568999000".into()));
    }
    case
}

#[test]
fn every_example_but_the_bad_ones_is_accepted_without_a_warning() {
    let names = names();
    assert!(names.len() >= 10, "{names:?}");
    for name in names.iter().filter(|name| name.starts_with("pib-") && *name != "pib-ditolak.json") {
        let case = example(name);
        let findings = case.findings();
        let wrong: Vec<_> = findings.iter().filter(|f| f.severity != Severity::Note).collect();
        assert!(wrong.is_empty(), "{name}: {wrong:#?}");
        case.with(|subject| subject.doc.lodge(subject).map(drop)).unwrap_or_else(|e| panic!("{name}: {e:?}"));
    }
}

#[test]
fn the_rejected_example_breaks_ten_rules_and_no_generated_one() {
    let findings = example("pib-ditolak.json").findings();
    let expected = [
        "PIB-605 fob",
        "PIB-504 jumlahKontainer",
        "PIB-503 kemasan",
        "PIB-609 netto",
        "PIB-403 posBc11",
        "PIB-301 dokumen",
        "PIB-804 barang[0].barangTarif[0].tarif",
        "PIB-704 barang[0].kodeSatuanBarang",
        "PIB-703 barang[1].posTarif",
        "PIB-305 barang[2].barangTarif[2].kodeFasilitasTarif",
    ];
    let mut got = base::weighing(&findings, Severity::Reject);
    let mut expected = expected.map(str::to_owned).to_vec();
    got.sort();
    expected.sort();
    assert_eq!(got, expected);
}

#[test]
fn the_corrected_example_keeps_the_number_and_the_goods() {
    let (bad, good) = (example("pib-ditolak.json"), example("pib-diperbaiki.json"));
    assert_eq!(bad.raw.get("nomorAju"), good.raw.get("nomorAju"));
    assert!(!kernel::finding::rejects(&good.findings()));
}

#[track_caller]
fn check_levies(name: &str, expect: &[(Levy, i64)]) {
    example(name).with(|subject| {
        let assessment = subject.assessment.unwrap();
        for (levy, rupiah) in expect {
            assert_eq!(assessment.total(*levy, Facility::Dibayar), Rupiah(*rupiah), "{name} {}", levy.code());
        }
        let sum: i64 = expect.iter().map(|(_, rupiah)| rupiah).sum();
        assert_eq!(assessment.dibayar, Rupiah(sum), "{name}");
        assert!(assessment.complete && assessment.differences.is_empty(), "{name}: {:?}", assessment.differences);
    });
}

/// Computed by hand from the figures of the documents (rules 2.3, 2.4).
#[test]
fn the_levies_of_the_examples() {
    check_levies("pib-hijau.json", &[(Levy::Bm, 36_122_000), (Levy::Ppn, 49_382_850), (Levy::Pph, 11_223_375)]);
    check_levies(
        "pib-kendaraan.json",
        &[(Levy::Bm, 228_200_000), (Levy::Ppn, 82_152_000), (Levy::Ppnbm, 136_920_000), (Levy::Pph, 68_460_000)],
    );
    check_levies("pib-preferensi.json", &[(Levy::Bm, 0), (Levy::Ppn, 52_977_771), (Levy::Pph, 12_040_402)]);
}
