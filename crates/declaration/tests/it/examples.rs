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

#[test]
fn a_sample_rate_is_refused_where_only_decreed_rates_count() {
    let mut case = example("pib-hijau.json");
    crate::patch::set(&mut case.facts, "kursContohDitolak", Raw::Bool(true));
    assert_eq!(base::names(&case.findings()), ["PIB-602 kodeValuta"]);
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

/// The example under the arguments that stand beside it, one a line.
fn levy_example(name: &str) -> Case {
    let mut case = Case::of(base::json(&format!("examples/levy/{name}.json")));
    let args = std::fs::read_to_string(base::path(&format!("examples/levy/{name}.args"))).unwrap();
    let mut set = Vec::new();
    for arg in args.lines() {
        match arg.strip_prefix("--at=") {
            Some(day) => case.at = day.parse().unwrap(),
            None => set
                .push(arg.strip_prefix("--param=").and_then(|p| p.split_once('=')).unwrap_or_else(|| panic!("{arg}"))),
        }
    }
    case.snapshot = case.snapshot.with_parameters(set);
    case
}

#[track_caller]
fn check_vector(name: &str, cif: &str, totals: &[(Levy, i64)], billed: i64, rejected: &[&str]) {
    let case = levy_example(name);
    let findings = case.findings();
    assert_eq!(base::weighing(&findings, Severity::Reject), rejected, "{name}: {findings:#?}");
    case.with(|subject| {
        let assessment = subject.assessment.unwrap();
        assert_eq!(assessment.valuation.cif.unwrap().normalize().to_string(), cif, "{name}");
        for (levy, rupiah) in totals {
            assert_eq!(assessment.total(*levy, Facility::Dibayar), Rupiah(*rupiah), "{name} {}", levy.code());
        }
        assert_eq!(assessment.dibayar, Rupiah(billed), "{name}");
        assert!(assessment.complete, "{name}");
    });
}

/// The vectors of rules 2.7; the class answers of E11 have rates that no table holds.
#[test]
fn the_levy_examples_carry_the_vectors() {
    let (bm, ppn, pph) = (Levy::Bm, Levy::Ppn, Levy::Pph);
    check_vector("e01", "6633", &[(bm, 8_955_000), (ppn, 9_850_005), (pph, 2_462_501)], 21_267_506, &[]);
    check_vector("e02", "13261.65", &[(bm, 10_823_000), (ppn, 24_999_211), (pph, 5_681_638)], 41_503_849, &[]);
    check_vector("e03", "18643.1", &[(bm, 23_804_000), (ppn, 35_944_003), (pph, 10_657_689)], 70_405_692, &[]);
    check_vector("e04", "20000", &[(bm, 24_750_000), (ppn, 39_022_500), (pph, 26_606_250)], 90_378_750, &[]);
    check_vector("e05", "13750", &[(bm, 11_250_000), (ppn, 26_042_500), (pph, 5_918_750)], 43_211_250, &[]);
    check_vector("e06", "50000", &[(bm, 122_250_000), (Levy::Bmad, 163_000_000)], 433_783_750, &[]);
    check_vector("e07", "30000", &[(bm, 48_900_000), (Levy::Bmtp, 56_000_000)], 214_771_500, &[]);
    check_vector("e08", "45000", &[(ppn, 132_030_000), (Levy::Ppnbm, 440_100_000)], 1_048_905_000, &[]);
    check_vector("e09", "9600", &[(bm, 234_720_000), (Levy::Cmea, 166_800_000)], 518_700_000, &[]);
    check_vector("e10", "21105", &[(bm, 0), (ppn, 37_841_265), (pph, 8_600_287)], 46_441_552, &[]);
    let rates = ["PIB-601 ndpbm", "PIB-804 barang[0].barangTarif[0].tarif", "PIB-804 barang[0].barangTarif[3].tarif"];
    check_vector("e11a", "20000", &[(Levy::Cmea, 2_000_000), (ppn, 32_400_000)], 100_700_000, &rates);
    check_vector("e11b", "150000", &[(bm, 75_000_000), (ppn, 157_500_000)], 350_625_000, &rates[..1]);
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
