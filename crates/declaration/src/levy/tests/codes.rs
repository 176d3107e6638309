//! Code tables and rounding.

use kernel::Rupiah;

use super::super::*;
use super::builders::*;

#[test]
fn tables_stand_in_the_order_of_their_codes() {
    for (position, levy) in Levy::all().enumerate() {
        assert_eq!((levy as usize, Levy::from_code(levy.code())), (position, Some(levy)));
    }
    for (position, facility) in Facility::all().enumerate() {
        assert_eq!((facility as usize, facility.code()), (position + 1, (position + 1).to_string().as_str()));
        assert_eq!(Facility::from_code(facility.code()), Some(facility));
    }
    for (position, figure) in Figure::all().enumerate() {
        assert_eq!(figure as usize, position, "{}", figure.name());
    }
}

#[test]
fn every_term_of_delivery_of_the_list_is_known() {
    let list = "CFR CIF CIP CPT DAF DAP DAT DPU DDP DDU DEQ DES EXW FAS FCA FOB LAN";
    for code in list.split(' ') {
        assert!(Incoterm::from_code(code).is_some(), "{code}");
    }
    assert_eq!(Incoterm::from_code("XYZ"), None);
}

#[test]
fn currency_codes_are_three_capitals() {
    assert_eq!(CurrencyCode::new("JPY").unwrap().to_string(), "JPY");
    for bad in ["", "US", "usd", "USDT", "U$D"] {
        assert_eq!(CurrencyCode::new(bad), None, "{bad}");
    }
}

#[test]
fn rounding_follows_the_official_example_and_keeps_full_thousands() {
    let up = |text| round_up_thousand(dec(text)).unwrap();
    assert_eq!(up("1506882.069"), Rupiah(1_507_000));
    assert_eq!(up("1507000"), Rupiah(1_507_000));
    assert_eq!(up("1507000.0000000001"), Rupiah(1_508_000));
    assert_eq!(up("0"), Rupiah(0));
    assert_eq!(up("0.01"), Rupiah(1000));
    let down = |text| floor_rupiah(dec(text)).unwrap();
    assert_eq!(down("10835005.50"), Rupiah(10_835_005));
    assert_eq!(down("0.999"), Rupiah(0));
    assert_eq!(down("7"), Rupiah(7));
}

#[test]
fn rounding_past_the_range_is_none() {
    assert_eq!(round_up_thousand(rust_decimal::Decimal::MAX), None);
    assert_eq!(round_up_thousand(i64::MAX.into()), None);
    assert_eq!(floor_rupiah(i64::MAX.into()), Some(Rupiah(i64::MAX)));
}

#[test]
fn rounding_rules_are_read_from_parameters() {
    let rule = RoundingRule::parse("atas:100").unwrap();
    assert_eq!(rule.apply(dec("101")), Some(Rupiah(200)));
    assert_eq!(RoundingRule::parse("bawah:1"), Some(RoundingRule::DOWN_RUPIAH));
    for bad in ["", "atas", "atas:0", "atas:-1", "naik:10", "atas:10000000"] {
        assert_eq!(RoundingRule::parse(bad), None, "{bad}");
    }
}
