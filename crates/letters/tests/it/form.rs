//! The printed form BC 2.0.

use std::time::{Duration, Instant};

use letters::samples;
use serde_json::{Value, json};

use crate::support::{joined, pages, pdf, sample};

/// Goods lines of a long document.
const MANY: usize = 500;
/// Bound for it in a build without optimisation on a busy machine; `examples/ukur.rs` measures.
const PATIENCE: Duration = Duration::from_mins(2);

fn form() -> Value {
    sample("BC20")
}

#[test]
fn a_draft_bears_the_watermark_on_every_sheet_and_no_code() {
    let mut draft = form();
    draft["draf"] = true.into();
    draft["pendaftaran"] = Value::Null;
    draft["kop"]["kodeVerifikasi"] = "".into();
    draft["kop"]["sidik"] = "".into();
    let sheets = pages("BC20", &draft);
    assert_eq!(sheets.len(), 3);
    for sheet in &sheets {
        assert!(sheet.contains("DRAF\n"), "{sheet}");
        assert!(!sheet.contains("verifikasi/"));
    }
    assert!(joined(&sheets[0]).contains(&joined("tidak sah sebagai pemberitahuan pabean")));
    assert!(pages("BC20", &form()).iter().all(|sheet| !sheet.contains("DRAF\n")));
}

#[test]
fn one_short_goods_line_stands_on_the_first_sheet() {
    let mut single = serde_json::to_value(samples::form_with_items(1)).unwrap();
    single["dokumen"]["dokumen"].as_array_mut().unwrap().truncate(2);
    let sheets = pages("BC20", &single);
    assert_eq!(sheets.len(), 1);
    assert!(sheets[0].contains("8481.80.92") && !sheets[0].contains("lembar lanjutan"));
}

#[test]
fn long_lists_continue_on_sheets_of_their_own() {
    let mut long = form();
    let container = long["dokumen"]["kontainer"][0].clone();
    long["dokumen"]["kontainer"] = vec![container; 4].into();
    let package = long["dokumen"]["kemasan"][0].clone();
    long["dokumen"]["kemasan"] = vec![package; 4].into();
    let sheets = pages("BC20", &long);
    assert_eq!(sheets.len(), 5);
    assert!(sheets[0].contains("4 peti kemas, lihat lembar lanjutan"));
    for (sheet, title) in sheets[1..].iter().zip(["DATA BARANG", "DOKUMEN", "PETI KEMAS", "KEMASAN"]) {
        assert!(sheet.contains(&format!("LEMBAR LANJUTAN {title}")), "{sheet}");
        assert!(sheet.contains("000020-ABC123-20260305-000017") && sheet.contains("003574"), "{sheet}");
    }
}

#[test]
fn an_empty_or_odd_draft_still_prints() {
    let mut odd = form();
    odd["dokumen"] = json!({});
    odd["pungutan"] = json!([]);
    odd["nama"] = json!({});
    assert_eq!(pages("BC20", &odd).len(), 1);
    odd["dokumen"] = json!({
        "nomorAju": "bukan nomor", "tanggalAju": "kemarin", "cif": "dua ribu", "ndpbm": 16250.5, "bruto": -1,
        "barang": "bukan daftar", "entitas": [null, 7, { "kodeEntitas": 1, "namaEntitas": ["salah"] }],
        "kemasan": [{ "jumlahKemasan": { "a": 1 } }], "dokumen": [[]], "pengangkut": {},
        "tanggalTiba": "2026-99-99", "kodeKantor": true,
    });
    let text = pages("BC20", &odd).concat();
    for typed in ["bukan nomor", "kemarin", "dua ribu", "Rp16.250,50", "-1", r#"["salah"]"#, r#"{"a":1}"#, "2026-99-99"]
    {
        assert!(joined(&text).contains(&joined(typed)), "{typed}: {text}");
    }
}

#[test]
fn many_goods_lines_are_all_there_in_bounded_time() {
    let form = serde_json::to_value(samples::form_with_items(MANY)).unwrap();
    let start = Instant::now();
    assert!(pdf("BC20", &form).starts_with(b"%PDF-"));
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
    let sheets = pages("BC20", &form);
    let text = joined(&sheets.concat());
    for line in 1..=MANY {
        assert!(text.contains(&format!("CV-{line:03};")), "line {line}");
    }
    let last = sheets.len();
    assert!(sheets.iter().enumerate().all(|(i, sheet)| sheet.contains(&format!("Halaman {} dari {last}\n", i + 1))));
}
