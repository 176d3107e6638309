//! What clients send differently is read the same (h2h-api 7).

use declaration::{Limits, Pib, Raw, Section};
use kernel::Severity;

use crate::base::{self, Case};
use crate::patch;

#[track_caller]
fn check(pointer: &str, json: &str, text: &str) {
    let mut raw = base::full();
    patch::set(&mut raw, pointer, Raw::parse(json.as_bytes(), &Limits::default()).unwrap());
    let mut doc = Pib::from_raw(raw);
    let field = doc.find_mut(pointer).unwrap();
    assert!(field.problem().is_none(), "{pointer} = {json}: {:?}", field.problem());
    assert_eq!(field.text(), text, "{pointer} = {json}");
}

#[test]
fn numbers_may_be_texts_and_codes_may_be_numbers() {
    check("barang[0].barangDokumen[0].seriDokumen", "\"2\"", "2");
    check("barang[0].barangDokumen[0].seriDokumen", "2", "2");
    check("barang[0].barangSpekKhusus[0].kodeSpekKhusus", "17", "17");
    check("barang[0].barangSpekKhusus[0].kodeSpekKhusus", "\"17\"", "17");
    check("cif", "\"25326.00\"", "25326");
    check("cif", "25326", "25326");
    check("jumlahKontainer", "\"2\"", "2");
    check("jumlahKontainer", "2.0", "2");
    check("kodeCaraBayar", "1", "1");
    check("kodeDokumen", "20", "20");
    check("entitas[0].nomorIdentitas", "990000010999000", "990000010999000");
    check("disclaimer", "1", "1");
}

#[test]
fn codes_are_read_in_any_grouping_and_case() {
    check("barang[0].posTarif", "\"8481.80.99\"", "84818099");
    check("kodeValuta", "\"usd\"", "USD");
    check("kodePelMuat", "\"cnsha\"", "CNSHA");
    check("flagVd", "\"y\"", "Y");
    check("nomorAju", "\"000020-CTH001-20260306-000001\"", "000020CTH00120260306000001");
    check("tanggalTiba", "\"2026-03-05T00:00:00.000+07:00\"", "2026-03-05");
}

#[test]
fn every_number_may_be_a_numeric_text() {
    fn quoted(raw: Raw) -> Raw {
        match raw {
            Raw::Number(digits) => Raw::Text(digits),
            Raw::List(list) => Raw::List(list.into_iter().map(quoted).collect()),
            Raw::Object(members) => Raw::Object(members.into_iter().map(|(n, v)| (n, quoted(v))).collect()),
            other => other,
        }
    }
    assert_eq!(Pib::from_raw(quoted(base::full())), Pib::from_raw(base::full()));
}

#[test]
fn nulls_and_unknown_members_change_nothing_and_are_kept() {
    let mut raw = base::good();
    for (pointer, json) in [
        ("kodePelTransit", "null"),
        ("kontainer[0].namaUkuran", "null"),
        ("namaKantor", "\"Tanjung Priok\""),
        ("idHeader", "null"),
        ("barang[0].respon", r#"{"status": [1.50, {"a": null}]}"#),
        ("barang[2].barangVd", "null"),
        ("jaminan", "null"),
    ] {
        patch::set(&mut raw, pointer, Raw::Text(String::new()));
        let value = Raw::parse(json.as_bytes(), &Limits::default()).unwrap();
        if value == Raw::Null { patch_null(&mut raw, pointer) } else { patch::set(&mut raw, pointer, value) }
    }
    let case = Case::of(raw);
    let heavy: Vec<_> = case.findings().into_iter().filter(|f| f.severity != Severity::Note).collect();
    assert!(heavy.is_empty(), "{heavy:?}");
    let kept = Pib::from_raw(case.raw).to_raw();
    assert_eq!(kept.get("namaKantor"), Some(&Raw::Text("Tanjung Priok".into())));
    assert_eq!(kept.get("idHeader"), Some(&Raw::Null));
    let Some(Raw::List(lines)) = kept.get("barang") else { panic!("barang") };
    assert_eq!(lines[0].get("respon").unwrap().to_json(), r#"{"status":[1.50,{"a":null}]}"#);
}

/// A member that is there and `null`, which a patch cannot write.
fn patch_null(raw: &mut Raw, pointer: &str) {
    let marker = Raw::Text("\u{2}".into());
    patch::set(raw, pointer, marker.clone());
    let text = raw.to_json().replace(&marker.to_json(), "null");
    *raw = Raw::parse(text.as_bytes(), &Limits::default()).unwrap();
}

#[test]
fn parties_and_papers_may_come_in_any_order() {
    let mut raw = base::good();
    let Raw::Object(members) = &mut raw else { panic!("object") };
    for (_, value) in members.iter_mut().filter(|(name, _)| name == "entitas" || name == "dokumen") {
        let Raw::List(rows) = value else { panic!("list") };
        rows.reverse();
    }
    members.reverse();
    let (good, turned) = (Case::of(base::good()).findings(), Case::of(raw).findings());
    assert_eq!(base::names(&turned), base::names(&good));
}

#[test]
fn blank_means_absent() {
    let mut raw = base::good();
    patch::set(&mut raw, "kodePelTransit", Raw::Text("   ".into()));
    let doc = Pib::from_raw(raw);
    assert!(doc.kode_pel_transit.is_blank());
    assert_eq!(doc.to_raw().get("kodePelTransit"), None);
}
