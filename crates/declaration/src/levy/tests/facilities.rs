//! Facilities, their parts in the import value, and differences from the reference.

use super::super::*;
use super::builders::*;

/// Totals as `levy.facility=rupiah` of a CIF 1,000 at 10,000 (customs value 10,000,000).
fn check(rows: Vec<RowInput>, want: &[&str]) -> Assessment {
    let done = assess(&simple("1000", "10000", rows), &params(&[]));
    let text = |total: &Total| format!("{}.{}={}", total.jenis.code(), total.fasilitas.code(), total.rounded);
    assert_eq!(done.totals.iter().map(text).collect::<Vec<_>>(), want);
    done
}

fn with_taxes(bm: RowInput) -> Vec<RowInput> {
    vec![bm, row("PPN", "12"), row("PPH", "2.5")]
}

#[test]
fn exempt_duty_leaves_the_import_value_alone() {
    let done =
        check(with_taxes(under("5", "100", row("BM", "10"))), &["BM.5=1000000", "PPN.1=1100000", "PPH.1=250000"]);
    assert_eq!(done.dibayar.0, 1_350_000);
    assert_eq!(done.sum(Facility::Dibebaskan).unwrap().0, 1_000_000);
}

#[test]
fn duty_borne_by_the_state_or_put_off_counts() {
    for facility in ["2", "3", "4", "7", "8", "9"] {
        let bm = format!("BM.{facility}=1000000");
        check(with_taxes(under(facility, "100", row("BM", "10"))), &[&bm, "PPN.1=1210000", "PPH.1=275000"]);
    }
    check(with_taxes(under("6", "100", row("BM", "10"))), &["BM.6=1000000", "PPN.1=1100000", "PPH.1=250000"]);
}

#[test]
fn which_facility_counts_is_a_parameter() {
    let input = simple("1000", "10000", with_taxes(under("5", "100", row("BM", "10"))));
    let done = assess(&input, &params(&[("pdri.bm_dibebaskan", "1")]));
    assert_eq!(done.total(Levy::Ppn, Facility::Dibayar).0, 1_210_000);
}

#[test]
fn a_part_under_a_facility_is_rounded_by_itself() {
    let done = check(
        with_taxes(under("5", "33.33", row("BM", "10"))),
        &["BM.1=667000", "BM.5=334000", "PPN.1=1173337", "PPH.1=266667"],
    );
    let amounts = done.items[0].rows[0].amounts.unwrap();
    assert_eq!((amounts.paid, amounts.covered), (dec("666700"), dec("333300")));
}

#[test]
fn taxes_have_facilities_too() {
    let rows = vec![row("BM", "0"), under("6", "100", row("PPN", "12")), under("5", "50", row("PPH", "2.5"))];
    let done = check(rows, &["BM.1=0", "PPN.6=1100000", "PPH.1=125000", "PPH.5=125000"]);
    assert_eq!(done.dibayar.0, 125_000);
}

#[test]
fn a_paid_row_ignores_the_percentage() {
    check(vec![under("1", "100", row("BM", "10"))], &["BM.1=1000000"]);
}

#[test]
fn excise_takes_retail_price_or_value_plus_duty() {
    let retail = RowInput { excise_base: Some(dec("5000000")), ..row("CTEM", "50") };
    check(vec![row("BM", "10"), retail], &["BM.1=1000000", "CTEM.1=2500000"]);
    let rows = vec![row("BM", "10"), row("BMAD", "20"), row("CTEM", "50")];
    check(rows, &["BM.1=1000000", "BMAD.1=2000000", "CTEM.1=5500000"]);
}

#[test]
fn specific_tariffs_may_be_in_foreign_money() {
    let dollars = |rate| TariffMoney::Foreign(CurrencyCode::new("USD").unwrap(), rate);
    let own = RowInput { money: dollars(None), ..specific("BMAD", "0.25", "400") };
    check(vec![row("BM", "0"), own.clone()], &["BM.1=0", "BMAD.1=1000000"]);
    let other = RowInput { money: TariffMoney::Foreign(CurrencyCode::new("EUR").unwrap(), Some(dec("18000"))), ..own };
    check(vec![row("BM", "0"), other], &["BM.1=0", "BMAD.1=1800000"]);
}

#[test]
fn every_additional_duty_counts_in_the_import_value() {
    let codes = ["BMAD", "BMADS", "BMI", "BMIS", "BMTP", "BMTPS", "BMP", "BMKITE"];
    for code in codes {
        let done = assess(&simple("1000", "10000", with_taxes(row(code, "10"))), &params(&[]));
        assert_eq!(done.items[0].import_value, Some(dec("11000000")), "{code}");
    }
}

#[test]
fn declared_fines_are_taken_as_they_are() {
    let mut fine = row("DENDA", "0");
    fine.declared.paid = Some(dec("5000000"));
    check(vec![row("BM", "10"), fine], &["BM.1=1000000", "DENDA.1=5000000"]);
}

#[test]
fn a_luxury_row_at_zero_makes_no_luxury() {
    let rows = vec![row("BM", "0"), row("PPN", "12"), row("PPNBM", "0")];
    check(rows, &["BM.1=0", "PPN.1=1100000", "PPNBM.1=0"]);
}

#[test]
fn ppn_may_take_rounded_duty() {
    let input = e01("12");
    let done = assess(&input, &params(&[("ppn.basis_bm_bulat", "1")]));
    assert_eq!(done.totals[1].raw, dec("10835055"), "450 rupiah of rounding at 11 %");
    assert_eq!(done.totals[2].raw, dec("2462501.25"), "PPh keeps the exact base");
}

fn differences(input: &LevyInput) -> Vec<(String, String, String)> {
    let text = |value: rust_decimal::Decimal| value.normalize().to_string();
    let done = assess(input, &params(&[]));
    let row = |found: &Difference| (found.place.to_string(), text(found.declared), text(found.expected));
    done.differences.iter().map(row).collect()
}

fn differs(place: &str, declared: &str, expected: &str) -> (String, String, String) {
    (place.to_owned(), declared.to_owned(), expected.to_owned())
}

#[test]
fn a_declared_rate_that_differs_is_used_and_reported() {
    let mut input = e10();
    let line = |kind, rate| ReferenceRate { kind, rate: dec(rate), source: "01012100 BTKI 2022".into(), snapshot: 7 };
    input.items[0].rows[0].reference = Some(line(TariffKind::AdValorem, "5"));
    assert_eq!(differences(&input), [differs("barang[0].barangTarif[0].tarif", "0", "5")]);
    assert_eq!(assess(&input, &params(&[])).dibayar.0, 46_441_552);
    input.items[0].rows[0].reference = Some(line(TariffKind::Specific, "450"));
    assert_eq!(differences(&input), [differs("barang[0].barangTarif[0].kodeJenisTarif", "1", "2")]);
}

#[test]
fn taxes_are_compared_with_the_parameters() {
    let mut input = e04();
    input.items[0].pph_class = Some(PphClass::General);
    assert_eq!(differences(&input), []);
    input.has_api = true;
    input.items[0].rows[1].rate = dec("10");
    let want = [
        differs("barang[0].barangTarif[1].tarif", "10", "12"),
        differs("barang[0].barangTarif[2].tarif", "7.5", "2.5"),
    ];
    assert_eq!(differences(&input), want);
}

#[test]
fn pph_rates_follow_class_and_api() {
    let params = params(&[]);
    let rates = |class| [true, false].map(|has_api| params.pph.rate(class, has_api).value);
    assert_eq!(rates(PphClass::General), [dec("2.5"), dec("7.5")]);
    assert_eq!(rates(PphClass::AnnexA), [dec("10"), dec("10")]);
    assert_eq!(rates(PphClass::AnnexB), [dec("7.5"), dec("7.5")]);
    assert_eq!(rates(PphClass::Food), [dec("0.5"), dec("7.5")]);
    assert_eq!(rates(PphClass::Gold), [dec("0.25"), dec("0.25")]);
}

#[test]
fn luxury_declared_at_eleven_percent_differs() {
    let mut input = e08();
    input.items[0].rows[1].rate = dec("11");
    assert_eq!(differences(&input), [differs("barang[0].barangTarif[1].tarif", "11", "12")]);
}

#[test]
fn declared_amounts_may_be_rounded_in_any_usual_way() {
    let mut input = e01("12");
    for usual in ["8954550", "8954550.00", "8955000"] {
        input.items[0].rows[0].declared.paid = Some(dec(usual));
        assert_eq!(differences(&input), [], "{usual}");
    }
    input.items[0].rows[0].declared.paid = Some(dec("8900000"));
    input.items[0].rows[2].declared.covered = Some(dec("1"));
    let want = [
        differs("barang[0].barangTarif[0].nilaiBayar", "8900000", "8954550"),
        differs("barang[0].barangTarif[2].nilaiFasilitas", "1", "0"),
    ];
    assert_eq!(differences(&input), want);
}

#[test]
fn what_was_paid_before_may_stand_in_either_member() {
    let mut bm = under("7", "100", row("BM", "10"));
    bm.declared = DeclaredAmounts { paid: None, covered: Some(dec("0")), settled: Some(dec("1000000")) };
    assert_eq!(differences(&simple("1000", "10000", vec![bm])), []);
}
