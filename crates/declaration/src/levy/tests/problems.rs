//! Figures that cannot be computed: named, and the rest computed all the same.

use rust_decimal::Decimal;

use super::super::ProblemKind::*;
use super::super::*;
use super::builders::*;

fn check(input: &LevyInput, want: &[(&str, ProblemKind)], complete: bool) -> Assessment {
    let done = assess(input, &params(&[]));
    let got: Vec<_> = done.problems.iter().map(|problem| (problem.place.to_string(), problem.kind)).collect();
    let want: Vec<_> = want.iter().map(|(place, kind)| ((*place).to_owned(), *kind)).collect();
    assert_eq!(got, want);
    assert_eq!(done.complete, complete);
    serde_json::to_string(&done).unwrap();
    done
}

#[test]
fn no_goods_lines() {
    let done = check(&declaration("CIF", "1000", "16000", vec![]), &[("barang", NoItems)], false);
    assert_eq!(done.valuation.customs_value, Some(dec("16000000")));
    assert_eq!((done.totals.len(), done.dibayar.0), (0, 0));
}

#[test]
fn zero_price() {
    let input = simple("0", "16000", usual("5", "2.5"));
    let done = check(&input, &[("nilaiBarang", ZeroPrice), ("barang[0].fob", ZeroItemPrice)], true);
    assert_eq!(done.dibayar.0, 0);
    let free = declaration("CIF", "100", "16000", lines(vec![item("100", vec![]), item("0", vec![])]));
    check(&free, &[("barang[1].fob", ZeroItemPrice)], true);
    let unpriced = declaration("CIF", "100", "16000", lines(vec![item("0", vec![]), item("0", vec![])]));
    let zero = |place| (place, ZeroItemPrice);
    check(&unpriced, &[zero("barang[0].fob"), zero("barang[1].fob"), ("barang", NoWeights)], false);
}

#[test]
fn missing_exchange_rate_still_leaves_specific_duty() {
    let mut input = e05();
    input.ndpbm = None;
    let done = check(&input, &[("ndpbm", MissingNdpbm)], false);
    assert_eq!(done.valuation.cif, Some(dec("13750")));
    assert_eq!(done.total(Levy::Bm, Facility::Dibayar).0, 11_250_000);
    assert_eq!(done.totals.len(), 1);
    input.ndpbm = Some(Decimal::ZERO);
    check(&input, &[("ndpbm", MissingNdpbm)], false);
}

#[test]
fn freight_that_cannot_be_estimated() {
    let mut input = e01("12");
    input.freight_group = None;
    let done = check(&input, &[("freight", MissingFreightGroup)], false);
    assert_eq!((done.valuation.fob, done.valuation.cif), (Some(dec("6000")), None));
    input.by_air = true;
    let done = assess(&input, &params(&[("freight.udara", "aktual")]));
    assert_eq!(done.problems[0].kind, FreightNeedsDocument);
}

#[test]
fn terms_and_amounts_that_make_no_sense() {
    let mut input = simple("1000", "16000", usual("5", "2.5"));
    input.incoterm = None;
    check(&input, &[("kodeIncoterm", UnknownIncoterm)], false);
    let mut input = simple("1000", "16000", usual("5", "2.5"));
    input.deductions = dec("1000.01");
    check(&input, &[("biayaPengurang", DeductionsExceedPrice)], false);
    let mut input = simple("1000", "16000", usual("5", "2.5"));
    input.freight = Some(dec("1000.01"));
    check(&input, &[("freight", FreightExceedsPrice)], true);
    let mut input = simple("1000", "16000", usual("5", "2.5"));
    input.additions = dec("-1");
    input.items[0].rows[0].rate = dec("-5");
    let place = "barang[0].barangTarif[0].tarif";
    check(&input, &[("biayaTambahan", NegativeAmount), (place, NegativeAmount)], true);
}

#[test]
fn rows_that_cannot_be_computed_leave_the_others() {
    let input = simple("1000", "16000", vec![specific("BM", "450", "0"), row("BMAD", "20"), row("PPN", "12")]);
    let done = check(&input, &[("barang[0].barangTarif[0].jumlahSatuan", MissingQuantity)], false);
    assert_eq!(done.totals.len(), 1, "BMAD only: PPN needs the duty");
    let euro = TariffMoney::Foreign(CurrencyCode::new("EUR").unwrap(), None);
    let input = simple("1000", "16000", vec![RowInput { money: euro, ..specific("BM", "450", "1") }]);
    check(&input, &[("barang[0].barangTarif[0].tarif", MissingTariffRate)], false);
    let input = simple("1000", "16000", vec![under("5", "100.01", row("BM", "10"))]);
    let place = "barang[0].barangTarif[0].tarifFasilitas";
    check(&input, &[(place, PercentAboveHundred)], true);
}

#[test]
fn figures_past_the_range_are_named() {
    let huge = "999999999999999999999999";
    let done = check(
        &simple(huge, huge, usual("5", "2.5")),
        &[("nilaiPabean", Overflow), ("barang[0].cifRupiah", Overflow)],
        false,
    );
    assert_eq!(done.valuation.cif, Some(dec(huge)));
    let specific = specific("BM", huge, huge);
    check(&simple("1", "1", vec![specific]), &[("barang[0].barangTarif[0]", Overflow)], false);
    let total = simple("99999999999999", "1000000", vec![row("BM", "100")]);
    check(&total, &[("pungutan.BM.1", Overflow)], false);
}

#[test]
fn messages_are_in_both_languages() {
    let done = assess(&simple("0", "0", vec![]), &params(&[]));
    let problem = done.problems[0];
    assert_eq!(problem.to_string(), "nilaiBarang: The price is zero; give the price of the goods.");
    assert_eq!(problem.pointer().as_str(), "nilaiBarang");
    let json = serde_json::to_value(problem).unwrap();
    assert_eq!(json["message"]["id"], "Harga nol; isi harga barang.");
}
