//! The worked examples of rules 2.7, exact.

use kernel::Rupiah;

use super::super::*;
use super::builders::*;

const PPN_10: (&str, &str) = ("ppn.tarif", "10");
const FULL_BASE: (&str, &str) = ("ppn.dpp", "1");

/// Each levy's paid total (raw where given after `~`, rounded) and the sum billed.
fn check(input: &LevyInput, overrides: &[(&'static str, &'static str)], levies: &[(&str, &str, i64)], dibayar: i64) {
    let done = assess(input, &params(overrides));
    assert_eq!(done.problems, [], "problems");
    let got: Vec<_> = done.totals.iter().map(|total| (total.jenis.code(), total.raw, total.rounded.0)).collect();
    let want: Vec<_> = levies.iter().map(|(code, raw, rounded)| (*code, dec(raw), *rounded)).collect();
    assert_eq!(got, want);
    assert_eq!(done.dibayar, Rupiah(dibayar));
    assert_eq!(done.explanation().raw, Some(dibayar.into()), "root of the explanation");
    assert!(done.complete);
}

fn figures(input: &LevyInput) -> Vec<(String, String, String)> {
    let done = assess(input, &params(&[]));
    let text = |value: Option<rust_decimal::Decimal>| value.unwrap().normalize().to_string();
    let item = |item: &ItemAssessment| {
        (text(item.shares.map(|shares| shares.cif)), text(item.customs_value), text(item.import_value))
    };
    done.items.iter().map(item).collect()
}

fn line(cif: &str, customs_value: &str, import_value: &str) -> (String, String, String) {
    (cif.to_owned(), customs_value.to_owned(), import_value.to_owned())
}

#[test]
fn e01_missing_freight_and_insurance() {
    assert_eq!(figures(&e01("10")), [line("6633", "89545500", "98500050")]);
    let (ppn, pph) = ("9850005", "2462501.25");
    let by_190 = [("BM", "8954550", 8_955_000), ("PPN", ppn, 9_850_005), ("PPH", pph, 2_462_501)];
    check(&e01("10"), &[PPN_10, FULL_BASE], &by_190, 21_267_506);
    check(&e01("10"), &[("ppn", "10")], &by_190, 21_267_506);
    let by_228 = [("BM", "8954550", 8_955_000), ("PPN", ppn, 9_851_000), ("PPH", pph, 2_463_000)];
    check(&e01("10"), &[PPN_10, FULL_BASE, ("pembulatan", "228")], &by_228, 21_269_000);
}

#[test]
fn e01_from_2025() {
    let ppn = "10835005.50";
    let by_190 = [("BM", "8954550", 8_955_000), ("PPN", ppn, 10_835_005), ("PPH", "2462501.25", 2_462_501)];
    check(&e01("12"), &[], &by_190, 22_252_506);
    let by_228 = [("BM", "8954550", 8_955_000), ("PPN", ppn, 10_836_000), ("PPH", "2462501.25", 2_463_000)];
    check(&e01("12"), &[("pembulatan", "228")], &by_228, 22_254_000);
}

#[test]
fn e01_declared_as_eleven_percent_of_the_whole_base_is_the_same() {
    let by_190 = [("BM", "8954550", 8_955_000), ("PPN", "10835005.50", 10_835_005), ("PPH", "2462501.25", 2_462_501)];
    check(&e01("11"), &[], &by_190, 22_252_506);
    assert_eq!(assess(&e01("11"), &params(&[])).differences, []);
}

#[test]
fn e02_real_freight_missing_insurance() {
    assert_eq!(figures(&e02()), [line("13261.65", "216443389.65", "227265559.1325")]);
    let raw = assess(&e02(), &params(&[])).valuation.cif_raw;
    assert_eq!(raw, Some(dec("13261.64835")));
    let levies = [
        ("BM", "10822169.4825", 10_823_000),
        ("PPN", "24999211.504575", 24_999_211),
        ("PPH", "5681638.9783125", 5_681_638),
    ];
    check(&e02(), &[], &levies, 41_503_849);
}

#[test]
fn e03_apportionment_and_mixed_rates() {
    let lines = [
        line("10653.2", "173119826.6", "190431809.26"),
        line("5326.6", "86559913.3", "86559913.3"),
        line("2663.3", "43279956.65", "49771950.1475"),
    ];
    assert_eq!(figures(&e03()), lines);
    let levies = [
        ("BM", "23803976.1575", 23_804_000),
        ("PPN", "35944003.997825", 35_944_003),
        ("PPH", "10657689.3250625", 10_657_689),
    ];
    check(&e03(), &[], &levies, 70_405_692);
}

#[test]
fn e04_without_api() {
    let levies = [("BM", "24750000", 24_750_000), ("PPN", "39022500", 39_022_500), ("PPH", "26606250", 26_606_250)];
    check(&e04(), &[], &levies, 90_378_750);
}

#[test]
fn e05_specific_duty() {
    let levies = [("BM", "11250000", 11_250_000), ("PPN", "26042500", 26_042_500), ("PPH", "5918750", 5_918_750)];
    check(&e05(), &[], &levies, 43_211_250);
}

#[test]
fn e06_antidumping_ad_valorem() {
    let levies = [
        ("BM", "122250000", 122_250_000),
        ("BMAD", "163000000", 163_000_000),
        ("PPN", "121027500", 121_027_500),
        ("PPH", "27506250", 27_506_250),
    ];
    check(&e06(), &[], &levies, 433_783_750);
}

#[test]
fn e07_safeguard_specific() {
    let levies = [
        ("BM", "48900000", 48_900_000),
        ("BMTP", "56000000", 56_000_000),
        ("PPN", "65329000", 65_329_000),
        ("PPH", "44542500", 44_542_500),
    ];
    check(&e07(), &[], &levies, 214_771_500);
}

#[test]
fn e08_luxury_pays_ppn_on_the_whole_base() {
    let levies = [
        ("BM", "366750000", 366_750_000),
        ("PPN", "132030000", 132_030_000),
        ("PPNBM", "440100000", 440_100_000),
        ("PPH", "110025000", 110_025_000),
    ];
    check(&e08(), &[], &levies, 1_048_905_000);
}

#[test]
fn e09_excise() {
    let levies = [
        ("BM", "234720000", 234_720_000),
        ("CMEA", "166800000", 166_800_000),
        ("PPN", "61380000", 61_380_000),
        ("PPH", "55800000", 55_800_000),
    ];
    check(&e09(), &[], &levies, 518_700_000);
}

#[test]
fn e10_preference_at_zero() {
    let levies = [("BM", "0", 0), ("PPN", "37841265", 37_841_265), ("PPH", "8600287.50", 8_600_287)];
    check(&e10(), &[], &levies, 46_441_552);
}

#[test]
fn e11_class_answers() {
    assert_eq!(figures(&e11a()), [line("20000", "280000000", "324000000")]);
    let levies = [
        ("BM", "42000000", 42_000_000),
        ("CMEA", "2000000", 2_000_000),
        ("PPN", "32400000", 32_400_000),
        ("PPH", "24300000", 24_300_000),
    ];
    check(&e11a(), &[PPN_10, FULL_BASE], &levies, 100_700_000);
    assert_eq!(figures(&e11b()), [line("150000", "1500000000", "1575000000")]);
    let levies = [("BM", "75000000", 75_000_000), ("PPN", "157500000", 157_500_000), ("PPH", "118125000", 118_125_000)];
    check(&e11b(), &[PPN_10, FULL_BASE], &levies, 350_625_000);
}
