//! Reading the dated parameters.

use super::super::*;
use super::builders::*;

/// The error of a table with one value replaced, as text.
fn check(key: &'static str, value: &'static str, want: &str) {
    let table = table(&[(key, value)]);
    let found = LevyParams::from_lookup(&|key| table.get(key).map(|value| (*value).to_owned()));
    assert_eq!(found.unwrap_err().to_string(), want);
}

#[test]
fn a_missing_parameter_is_named() {
    let error = LevyParams::from_lookup(&|_| None).unwrap_err();
    assert_eq!(error.to_string(), "parameter ppn.tarif: missing; expected a percentage from 0 to 10000");
}

#[test]
fn unreadable_values_are_named() {
    check("pembulatan", "191", r#"parameter pembulatan: found "191"; expected 190, 228 or jenis"#);
    check("ppn.dpp", "11/0", r#"parameter ppn.dpp: found "11/0"; expected a fraction such as 11/12, or 1"#);
    check("pph22.a", "-1", r#"parameter pph22.a: found "-1"; expected a percentage from 0 to 10000"#);
    check("pdri.bm_ditunda", "ya", r#"parameter pdri.bm_ditunda: found "ya"; expected 0 or 1"#);
    check("freight.udara", "", r#"parameter freight.udara: found ""; expected persen or aktual"#);
}

#[test]
fn rounding_may_be_set_for_each_levy() {
    let params = params(&[("pembulatan", "jenis"), ("pembulatan.pph22", "atas:1")]);
    assert_eq!(params.regime.value.pph, RoundingRule::parse("atas:1").unwrap());
    assert_eq!(params.regime.value.ppn, RoundingRule::DOWN_RUPIAH);
}

#[test]
fn the_legal_basis_comes_along() {
    let table = table(&[]);
    let value = |key: &str| table.get(key).map(|value| (*value).to_owned());
    let law = |key: &str| (key == "ppn.dpp").then(|| "PMK 131/2024 Pasal 3".to_owned());
    let params = LevyParams::from_lookup_with_law(&value, &law).unwrap();
    assert_eq!((params.ppn_base.key, &*params.ppn_base.law), ("ppn.dpp", "PMK 131/2024 Pasal 3"));
    assert_eq!(&*params.ppn_rate.law, "");
}
