//! The explanation tree as JSON.

use serde_json::{Value, json};

use super::super::*;
use super::builders::*;

fn tree(input: &LevyInput) -> Value {
    serde_json::to_value(assess(input, &params(&[])).explanation()).unwrap()
}

/// The node of an id, anywhere in the tree.
fn find<'a>(node: &'a Value, id: &str) -> Option<&'a Value> {
    if node["id"] == id {
        return Some(node);
    }
    node["children"].as_array()?.iter().find_map(|child| find(child, id))
}

fn node(tree: &Value, id: &str) -> Value {
    find(tree, id).unwrap_or_else(|| panic!("no node {id} in {tree:#}")).clone()
}

/// `name value unit` of each operand.
fn operands(node: &Value) -> Vec<String> {
    let text = |operand: &Value| {
        ["name", "value", "unit"].map(|member| operand[member].as_str().unwrap().to_owned()).join(" ")
    };
    node["operands"].as_array().unwrap().iter().map(text).collect()
}

#[test]
fn an_estimated_value_names_its_percentages() {
    let tree = tree(&e02());
    let cif = node(&tree, "cif");
    assert_eq!(cif["raw"], "13261.64835");
    assert_eq!(cif["unit"], "USD");
    assert_eq!(cif["rounding"]["rounded"], "13261.65");
    assert_eq!(cif["label"], json!({"id": "CIF", "en": "CIF"}));
    let insurance = node(&tree, "asuransi");
    assert_eq!(operands(&insurance), ["fob 13195.67 USD", "persen 0.5 %"]);
    assert_eq!(insurance["operands"][1]["source"], json!({"type": "parameter", "key": "asuransi.persen", "law": ""}));
    assert_eq!(find(&tree, "freight"), None, "freight was declared");
}

#[test]
fn the_exchange_rate_names_its_decree() {
    let value = node(&tree(&e02()), "nilaiPabean");
    assert_eq!(operands(&value), ["cif 13261.65 USD", "ndpbm 16321 IDR"]);
    let source = json!({"type": "decree", "pointer": "ndpbm", "decree": "KMK contoh, 12-18 Maret 2025"});
    assert_eq!(value["operands"][1]["source"], source);
}

#[test]
fn a_levy_shows_base_rate_and_reference() {
    let mut input = e10();
    input.items[0].rows[0].reference = Some(ReferenceRate {
        kind: TariffKind::AdValorem,
        rate: dec("5"),
        source: "01012100, BTKI 2022".into(),
        snapshot: 7,
    });
    let tree = tree(&input);
    let duty = node(&tree, "barang[0].barangTarif[0]");
    assert_eq!(duty["formula"], "nilaiPabean × tarif%");
    assert_eq!(operands(&duty), ["nilaiPabean 344011500 IDR", "tarif 0 %", "tarifReferensi 5 %"]);
    let line = json!({"type": "tariffLine", "line": "01012100, BTKI 2022", "snapshot": 7});
    assert_eq!(duty["operands"][2]["source"], line);
    let ppn = node(&tree, "barang[0].barangTarif[1]");
    assert_eq!(ppn["formula"], "nilaiImpor × faktorDpp × tarif%");
    let want =
        ["nilaiImpor 344011500 IDR", "faktorDpp 11/12 1", "dpp 315343875 IDR", "tarif 12 %", "tarifReferensi 12 %"];
    assert_eq!(operands(&ppn), want);
}

#[test]
fn a_facility_shows_both_parts_and_its_decree() {
    let mut bm = under("5", "40", row("BM", "10"));
    bm.facility_source = Some("KEP-1/MK/2025".into());
    let tree = tree(&simple("1000", "10000", vec![bm, row("PPN", "12")]));
    let covered = node(&tree, "barang[0].barangTarif[0].nilaiFasilitas");
    assert_eq!(covered["facility"], json!({"id": "Dibebaskan", "en": "Exempt"}));
    assert_eq!(operands(&covered), ["pungutan 1000000 IDR", "tarifFasilitas 40 %"]);
    assert_eq!(covered["operands"][1]["source"]["decree"], "KEP-1/MK/2025");
    assert_eq!(node(&tree, "barang[0].barangTarif[0].nilaiBayar")["raw"], "600000");
    let value = node(&tree, "barang[0].nilaiImpor");
    assert_eq!(operands(&value), ["nilaiPabean 10000000 IDR", "BM 600000 IDR"]);
}

#[test]
fn a_total_shows_its_rounding_rule() {
    let total = node(&tree(&e01("12")), "pungutan.BM.1");
    let label = json!({"id": "Dibulatkan ke atas ke kelipatan Rp1.000", "en": "Rounded up to a multiple of Rp1.000"});
    let source = json!({"type": "parameter", "key": "pembulatan", "law": ""});
    let rounding = json!({"rule": "atas:1000", "label": label, "rounded": "8955000", "source": source});
    assert_eq!((&total["raw"], &total["rounding"]), (&json!("8954550"), &rounding));
}

#[test]
fn a_specific_tariff_shows_quantity_and_money() {
    let bm = node(&tree(&e05()), "barang[0].barangTarif[0]");
    assert_eq!(bm["formula"], "jumlahSatuan × tarif");
    assert_eq!(operands(&bm), ["jumlahSatuan 25000 1", "tarif 450 IDR"]);
    let dollars = TariffMoney::Foreign(CurrencyCode::new("USD").unwrap(), None);
    let row = RowInput { money: dollars, ..specific("BM", "0.25", "400") };
    let bm = node(&tree(&simple("1000", "10000", vec![row])), "barang[0].barangTarif[0]");
    assert_eq!(operands(&bm), ["jumlahSatuan 400 1", "ndpbm 10000 IDR", "tarif 0.25 USD"]);
}

#[test]
fn the_tree_follows_the_goods_lines() {
    let tree = tree(&e03());
    let ids = |node: &Value| -> Vec<String> {
        let children = node["children"].as_array().unwrap();
        children.iter().map(|child| child["id"].as_str().unwrap().to_owned()).collect()
    };
    let top = ["cif", "nilaiPabean", "barang[0]", "barang[1]", "barang[2]"];
    let totals = ["pungutan.BM.1", "pungutan.PPN.1", "pungutan.PPH.1"];
    assert_eq!(ids(&tree), [&top[..], &totals[..]].concat());
    let line = node(&tree, "barang[1]");
    let rows = ["cifRupiah", "barangTarif[0]", "nilaiImpor", "barangTarif[1]", "barangTarif[2]"];
    assert_eq!(ids(&line), rows.map(|name| format!("barang[1].{name}")));
    assert_eq!(operands(&line), ["harga 5000 USD", "freight 300 USD", "asuransi 26.6 USD"]);
    assert_eq!(tree["raw"], "70405692");
}

#[test]
fn money_in_the_assessment_is_text() {
    let json = serde_json::to_value(assess(&e10(), &params(&[]))).unwrap();
    assert_eq!(json["dibayar"], "46441552");
    let first = json!({"kodeJenisPungutan": "BM", "kodeFasilitasTarif": "1", "raw": "0", "nilai": "0"});
    assert_eq!(json["totals"][0], first);
    assert_eq!(tree(&e10())["id"], "pungutan");
}

#[test]
fn the_same_input_gives_the_same_text() {
    let text = || serde_json::to_string(&(assess(&e03(), &params(&[])), tree(&e03()))).unwrap();
    assert_eq!(text(), text());
}

#[test]
fn a_line_alone_is_explained_as_within_the_whole() {
    let done = assess(&e03(), &params(&[]));
    let whole = done.explanation();
    let lines = whole.children.iter().filter(|node| node.id.to_string().starts_with("barang["));
    let alone: Vec<Node> = (0..done.items.len()).map(|k| done.line_explanation(k).unwrap()).collect();
    assert!(!alone.is_empty() && lines.eq(&alone));
    assert_eq!(done.line_explanation(done.items.len()), None);
}
