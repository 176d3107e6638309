//! Vectors of fines and interest (rules 2.6).

use kernel::{Date, Rupiah};

use super::super::*;
use super::builders::*;

fn rules(overrides: &[(&'static str, &'static str)]) -> FineRules {
    let table = table(overrides);
    FineRules::from_lookup(&|key| table.get(key).map(|value| (*value).to_owned())).unwrap()
}

fn check(paid: i64, due: i64, shortage: i64, percent: &str, amount: &str) {
    let found = shortage_fine(&rules(&[]), FineGround::ValueOrGoods, Rupiah(paid), Rupiah(due)).unwrap();
    let want = Fine { shortage: Rupiah(shortage), percent: dec(percent), amount: dec(amount) };
    assert_eq!(found, ShortageFine::Fined(want), "{paid} against {due}");
}

#[test]
fn shortage_vectors() {
    check(10_000_000, 14_000_000, 4_000_000, "100", "4000000");
    check(10_000_000, 15_000_000, 5_000_000, "100", "5000000");
    check(8_955_000, 13_500_000, 4_545_000, "125", "5681250");
    check(10_000_000, 27_000_000, 17_000_000, "175", "29750000");
    check(10_000_000, 55_000_000, 45_000_000, "600", "270000000");
    check(10_000_000, 55_100_000, 45_100_000, "1000", "451000000");
}

#[test]
fn every_step_of_the_table() {
    let steps = [(50, "100"), (100, "125"), (150, "150"), (200, "175"), (250, "200")];
    let more = [(300, "225"), (350, "250"), (400, "300"), (450, "600"), (451, "1000")];
    for (ratio, percent) in steps.into_iter().chain(more) {
        let found = shortage_fine(&rules(&[]), FineGround::ValueOrGoods, Rupiah(100), Rupiah(100 + ratio)).unwrap();
        let ShortageFine::Fined(fine) = found else { panic!("{found:?}") };
        assert_eq!(fine.percent, dec(percent), "{ratio} %");
    }
}

#[test]
fn nothing_paid_is_for_an_officer_unless_configured() {
    let fine = |rules: &FineRules| shortage_fine(rules, FineGround::ValueOrGoods, Rupiah(0), Rupiah(5_000_000));
    let shortage = Rupiah(5_000_000);
    assert_eq!(fine(&rules(&[])), Ok(ShortageFine::OfficerDecides { shortage }));
    let fined = |percent, amount| Fine { shortage, percent: dec(percent), amount: dec(amount) };
    assert_eq!(fine(&rules(&[("denda.bm_nol", "min")])), Ok(ShortageFine::Fined(fined("100", "5000000"))));
    assert_eq!(fine(&rules(&[("denda.bm_nol", "maks")])), Ok(ShortageFine::Fined(fined("1000", "50000000"))));
}

#[test]
fn no_fine_for_the_wrong_code_alone_or_for_nothing_short() {
    let fine = |ground, due| shortage_fine(&rules(&[]), ground, Rupiah(10), Rupiah(due));
    assert_eq!(fine(FineGround::TariffOnly, 14), Ok(ShortageFine::NoFine { shortage: Rupiah(4) }));
    assert_eq!(fine(FineGround::ValueOrGoods, 10), Ok(ShortageFine::NoShortage));
    assert_eq!(fine(FineGround::ValueOrGoods, 9), Ok(ShortageFine::NoShortage));
    assert_eq!(fine(FineGround::ValueOrGoods, -1), Err(FineProblem::Negative));
}

#[test]
fn tables_must_ascend_and_end_open() {
    for bad in ["", "50:100", "100:1,50:2,*:3", "50:100,50:125,*:3", "*:1,50:2", "50;100,*:1", "a:1,*:2", "-1:5,*:2"] {
        assert_eq!(FineTiers::parse(bad), None, "{bad}");
    }
    assert!(FineTiers::parse("*:100").is_some());
    assert_eq!(FineTiers::parse(&"1:1,".repeat(60)), None);
}

#[test]
fn a_fine_is_rounded_by_the_rule_given() {
    let fine = Fine { shortage: Rupiah(4_545_000), percent: dec("125"), amount: dec("5681250") };
    assert_eq!(fine.rounded(RoundingRule::UP_THOUSAND), Some(Rupiah(5_682_000)));
    assert_eq!(fine.rounded(RoundingRule::DOWN_RUPIAH), Some(Rupiah(5_681_250)));
}

fn late(due: &str, paid: &str, months: u32, amount: &str) {
    let table = table(&[]);
    let rules = InterestRules::from_lookup(&|key| table.get(key).map(|value| (*value).to_owned())).unwrap();
    let day = |text: &str| text.parse::<Date>().unwrap();
    let found = late_interest(&rules, Rupiah(10_000_000), day(due), day(paid)).unwrap();
    assert_eq!((found.months, found.amount), (months, dec(amount)), "{due} to {paid}");
}

#[test]
fn interest_vectors() {
    late("2025-03-10", "2025-03-11", 1, "200000");
    late("2025-03-10", "2025-04-15", 2, "400000");
    late("2022-03-10", "2025-03-10", 24, "4800000");
}

#[test]
fn a_started_month_is_a_whole_one() {
    late("2025-03-10", "2025-03-10", 0, "0");
    late("2025-03-10", "2025-01-01", 0, "0");
    late("2025-03-10", "2025-04-10", 1, "200000");
    late("2025-03-10", "2025-04-11", 2, "400000");
    late("2025-01-31", "2025-02-28", 1, "200000");
    late("2025-01-31", "2025-03-01", 2, "400000");
    late("2023-03-10", "2025-03-10", 24, "4800000");
    late("2023-03-10", "2025-03-11", 24, "4800000");
    late("9999-12-01", "9999-12-31", 1, "200000");
}

#[test]
fn repeated_offences_multiply_the_lowest_fine() {
    let table = table(&[]);
    let value = |key: &str| table.get(key).map(|value| (*value).to_owned());
    let repeats = RepeatTiers::from_lookup(&value).unwrap();
    let rksp = StatutoryFine::from_lookup(Offence::RkspMissing, &value).unwrap();
    let million = |count| rksp.amount(Rupiah(0), count, &repeats).unwrap().0 / 1_000_000;
    assert_eq!([0, 1, 2, 3, 4, 5, 6, 7, 99].map(million), [5, 5, 10, 25, 25, 35, 35, 50, 50]);
    let capped = StatutoryFine::Range { min: Rupiah(10), max: Rupiah(40) };
    assert_eq!(capped.amount(Rupiah(0), 3, &repeats), Ok(Rupiah(40)));
}

#[test]
fn fixed_fines_and_percentages_of_duty() {
    let table = table(&[]);
    let value = |key: &str| table.get(key).map(|value| (*value).to_owned());
    let repeats = RepeatTiers::from_lookup(&value).unwrap();
    let fine = |offence| {
        StatutoryFine::from_lookup(offence, &value).unwrap().amount(Rupiah(8_955_000), 1, &repeats).unwrap().0
    };
    assert_eq!(fine(Offence::LateCompletion), 895_500);
    assert_eq!(fine(Offence::StorageUnaccounted), 2_238_750);
    assert_eq!(fine(Offence::MovedWithoutApproval), 25_000_000);
    let missing = StatutoryFine::from_lookup(Offence::OverLanded, &value).unwrap_err();
    assert_eq!(missing.key, "denda.lebih_bongkar.min");
}
