//! A document is read from its text and written to it without a tree between; both give what the tree gives.

use declaration::{Limits, Pib, Raw, Section};

use crate::{base, patch};

/// Reads and writes on both ways.
#[track_caller]
fn check(text: &[u8]) {
    let tree = Raw::parse(text, &Limits::default());
    let straight = Pib::parse(text, &Limits::default());
    assert_eq!(straight, tree.map(Pib::from_raw));
    if let Ok(doc) = straight {
        assert_eq!(String::from_utf8(doc.to_json()).unwrap(), doc.to_raw().to_json());
    }
}

#[test]
fn documents_as_they_should_be() {
    check(base::good().to_json().as_bytes());
    check(base::full().to_json().as_bytes());
}

#[test]
fn any_value_in_any_place() {
    let values = [
        "null",
        "true",
        "-0.50e1",
        r#""\"ku\\tip\u0007\n\"""#,
        r#""  ""#,
        "[]",
        r#"[{"a":[1,"x"]}]"#,
        "{}",
        r#"{"":1}"#,
    ];
    let places = [
        "nomorAju",
        "bruto",
        "entitas",
        "barang[1]",
        "barang[0].cif",
        "barang[0].uraian",
        "barang[0].barangTarif",
        "lain",
    ];
    for value in values {
        check(value.as_bytes());
        for place in places {
            let mut raw = base::good();
            patch::set(&mut raw, place, Raw::parse(value.as_bytes(), &Limits::default()).unwrap());
            check(raw.to_json().as_bytes());
        }
    }
}

#[test]
fn what_cannot_be_read() {
    let good = base::good().to_json();
    for cut in (0..good.len()).step_by(97) {
        check(&good.as_bytes()[..cut]);
    }
    check(good.replacen("\"bruto\":", "\"netto\":1,\"bruto\":", 1).as_bytes());
    check(good.replacen("\"cif\":", "\"cif\":\"\\ud800\",\"x\":", 1).as_bytes());
    check(format!("{{\"barang\":[{}]}}", "{},".repeat(10_001)).as_bytes());
}
