//! From price to CIF under each group of terms, and the shares of the goods lines.

use rust_decimal::Decimal;

use super::super::*;
use super::builders::*;

/// FOB, freight, insurance and CIF of one goods line of price 1,000 after `change`.
fn check(terms: &str, change: impl Fn(&mut LevyInput), want: [&str; 4]) {
    let mut input = declaration(terms, "1000", "16000", vec![item("1000", usual("5", "2.5"))]);
    change(&mut input);
    let value = value(&input, &params(&[]));
    assert_eq!(value, assess(&input, &params(&[])).valuation, "{terms}");
    let amounts =
        [value.fob, value.freight.map(|cost| cost.amount), value.insurance.map(|cost| cost.amount), value.cif];
    assert_eq!(amounts, want.map(|text| Some(dec(text))), "{terms}");
}

#[test]
fn fob_terms_add_freight_and_insurance() {
    for terms in ["EXW", "FCA", "FAS", "FOB"] {
        check(terms, |_| (), ["1000", "100", "5.5", "1105.5"]);
    }
    check("FOB", |i| (i.freight, i.insurance) = (Some(dec("80")), Some(dec("4"))), ["1000", "80", "4", "1084"]);
    check("EXW", |i| i.additions = dec("50"), ["1050", "105", "5.775", "1160.78"]);
    check("FOB", |i| i.deductions = dec("100"), ["900", "90", "4.95", "994.95"]);
}

#[test]
fn missing_freight_depends_on_the_loading_country() {
    check("FOB", |i| i.freight_group = Some(FreightGroup::Asean), ["1000", "50", "5.25", "1055.25"]);
    check("FOB", |i| i.freight_group = Some(FreightGroup::Elsewhere), ["1000", "150", "5.75", "1155.75"]);
    check("FOB", |i| i.freight = Some(Decimal::ZERO), ["1000", "0", "5", "1005"]);
}

#[test]
fn cfr_terms_add_insurance() {
    for terms in ["CFR", "CPT"] {
        check(terms, |_| (), ["1000", "0", "5", "1005"]);
        check(terms, |i| i.freight = Some(dec("80")), ["920", "80", "5", "1005"]);
    }
}

#[test]
fn cif_and_delivered_terms_stand_as_they_are() {
    for terms in ["CIF", "CIP", "DAP", "DPU", "DDP", "DAT", "DES"] {
        check(terms, |_| (), ["1000", "0", "0", "1000"]);
        let parts = |i: &mut LevyInput| (i.freight, i.insurance) = (Some(dec("80")), Some(dec("5")));
        check(terms, parts, ["915", "80", "5", "1000"]);
    }
    check("DDP", |i| i.deductions = dec("120"), ["880", "0", "0", "880"]);
}

#[test]
fn other_terms_add_what_is_named_and_estimate_nothing() {
    check("LAN", |_| (), ["1000", "0", "0", "1000"]);
    check("LAN", |i| i.freight = Some(dec("80")), ["1000", "80", "0", "1080"]);
}

#[test]
fn insurance_bought_at_home_is_not_added() {
    let at_home = |i: &mut LevyInput| i.insured = Some(Insured::AtHome);
    check("FOB", at_home, ["1000", "100", "0", "1100"]);
    let declared = |i: &mut LevyInput| (i.insured, i.insurance) = (Some(Insured::AtHome), Some(dec("7")));
    check("FOB", declared, ["1000", "100", "7", "1100"]);
    let mut input = declaration("FOB", "1000", "16000", vec![item("1000", usual("5", "2.5"))]);
    declared(&mut input);
    let added = assess(&input, &params(&[("asuransi.dn_ditambahkan", "1")])).valuation.cif;
    assert_eq!(added, Some(dec("1107")));
}

fn cifs(input: &LevyInput) -> Vec<String> {
    let done = assess(input, &params(&[]));
    done.items.iter().map(|item| item.shares.unwrap().cif.normalize().to_string()).collect()
}

#[test]
fn the_largest_line_takes_the_residue() {
    let items = lines(vec![item("1", vec![]), item("1", vec![]), item("1", vec![])]);
    let mut input = declaration("FOB", "3", "16000", items);
    (input.freight, input.insurance) = (Some(dec("1")), Some(Decimal::ZERO));
    assert_eq!(cifs(&input), ["1.3334", "1.3333", "1.3333"]);
}

#[test]
fn lines_that_do_not_add_up_to_the_price_share_it() {
    let items = lines(vec![item("30", vec![]), item("60", vec![])]);
    assert_eq!(cifs(&declaration("CIF", "300", "16000", items)), ["100", "200"]);
}

#[test]
fn lines_without_price_share_by_their_declared_cif() {
    let mut items = lines(vec![item("0", vec![]), item("0", vec![])]);
    (items[0].declared_cif, items[1].declared_cif) = (Some(dec("75")), Some(dec("25")));
    assert_eq!(cifs(&declaration("CIF", "200", "16000", items)), ["150", "50"]);
}

#[test]
fn a_tiny_amount_over_many_lines_never_goes_below_zero() {
    let items = lines((0..1000).map(|_| item("0", vec![])).collect());
    let mut input = declaration("CIF", "0.05", "16000", items);
    input.items.iter_mut().for_each(|item| item.price = Decimal::ONE);
    let done = assess(&input, &params(&[]));
    let shares: Vec<_> = done.items.iter().map(|item| item.shares.unwrap().cif).collect();
    assert!(shares.iter().all(|cif| *cif >= Decimal::ZERO));
    assert_eq!(shares.iter().sum::<Decimal>(), dec("0.05"));
}

#[test]
fn declared_cif_is_compared() {
    let mut input = e02();
    input.declared_cif = Some(dec("13261.66"));
    assert_eq!(assess(&input, &params(&[])).differences, [], "within the tolerance");
    input.declared_cif = Some(dec("13000"));
    input.items[0].declared_cif = Some(dec("13000"));
    let differences = assess(&input, &params(&[])).differences;
    let pointers: Vec<_> = differences.iter().map(|difference| difference.place.to_string()).collect();
    assert_eq!(pointers, ["cif", "barang[0].cif"]);
    assert_eq!(
        differences[0].message().en,
        "CIF differs from the computed value: declared 13,000.00, expected 13,261.65."
    );
}
