//! Sample of the printed form BC 2.0.

use std::collections::BTreeMap;

use app::surat::{FormulirBc20, PungutanFormulir};
use kernel::Rupiah;
use serde_json::{Value, json};

use super::parts::{at, day, kop, numbered};

/// A sent and registered form with three goods lines.
pub fn form() -> FormulirBc20 {
    form_with_items(3)
}

/// The same form with `count` goods lines.
pub fn form_with_items(count: usize) -> FormulirBc20 {
    let levy = |kind: &str, facility: &str, amount: i64| PungutanFormulir {
        kode_jenis_pungutan: kind.into(),
        kode_fasilitas_tarif: facility.into(),
        nilai: Rupiah(amount),
    };
    FormulirBc20 {
        kop: kop("", at(6, 13, 16)),
        draf: false,
        pendaftaran: Some(numbered("003574", day(6))),
        dokumen: document(count),
        nama: names(),
        pungutan: vec![
            levy("BM", "1", 23_804_000),
            levy("BM", "5", 1_200_000),
            levy("PPN", "1", 35_944_003),
            levy("PPH", "1", 10_657_689),
        ],
        nilai_pabean: Some(Rupiah(302_959_697)),
        kode_billing: "420260305123456".into(),
        ntpn: Some(numbered("A1B2C3D4E5F6G7H8", day(5))),
        jaminan: None,
    }
}

fn document(count: usize) -> Value {
    let mut document: Value = serde_json::from_str(include_str!("bc20.json")).unwrap_or_default();
    document["barang"] = (1..=count).map(item).collect();
    document
}

fn item(line: usize) -> Value {
    let preferred = line % 3 == 1;
    let (code, name) = match line % 3 {
        0 => ("84818091", "Katup bola kuningan 1/2 inci dengan tuas baja"),
        1 => ("84818092", "Katup pintu besi tuang, flensa PN16, DN80"),
        _ => ("39173299", "Selang plastik tanpa tulangan, gulungan 50 meter, untuk air bersih"),
    };
    json!({
        "seriBarang": line,
        "posTarif": code,
        "uraian": name,
        "merk": "CONTOH", "tipe": format!("CV-{line:03}"), "ukuran": "1/2 inci", "spesifikasiLain": "",
        "kodeKondisiBarang": "2", "kodeNegaraAsal": "CN", "jumlahSatuan": "4000.0000", "kodeSatuanBarang": "PCE",
        "jumlahKemasan": "140.00", "kodeJenisKemasan": "CT", "netto": "6066.6667", "cif": "6214.37",
        "metodePenentuanNilai": "Metode 1",
        "barangTarif": [
            { "kodeJenisPungutan": "BM", "kodeJenisTarif": "1", "tarif": "5.00",
              "kodeFasilitasTarif": if preferred { "5" } else { "1" }, "tarifFasilitas": "100.00" },
            { "kodeJenisPungutan": "PPN", "kodeJenisTarif": "1", "tarif": "12.00", "kodeFasilitasTarif": "1",
              "tarifFasilitas": "100.00" },
            { "kodeJenisPungutan": "PPH", "kodeJenisTarif": "1", "tarif": "2.50", "kodeFasilitasTarif": "1",
              "tarifFasilitas": "100.00" },
        ],
        "barangDokumen": if preferred { json!([{ "seriDokumen": "3" }]) } else { json!([]) },
        "barangVd": [],
    })
}

fn names() -> BTreeMap<String, BTreeMap<String, String>> {
    let list = |rows: &[(&str, &str)]| rows.iter().map(|(code, name)| ((*code).into(), (*name).into())).collect();
    BTreeMap::from([
        ("kantor_pabean".into(), list(&[("040300", "Kantor Pelayanan Utama Bea dan Cukai Tanjung Priok")])),
        ("jenis_prosedur".into(), list(&[("1", "Biasa")])),
        ("jenis_impor".into(), list(&[("1", "Untuk Dipakai")])),
        ("cara_bayar".into(), list(&[("1", "Biasa/Tunai")])),
        ("negara".into(), list(&[("CN", "Tiongkok"), ("SG", "Singapura")])),
        ("pelabuhan".into(), list(&[("CNSHA", "Shanghai"), ("SGSIN", "Singapore"), ("IDTPP", "Tanjung Priok")])),
        ("tps".into(), list(&[("CTH1", "Terminal Peti Kemas Contoh")])),
        ("valuta".into(), list(&[("USD", "Dolar Amerika Serikat")])),
        ("jenis_nilai".into(), list(&[("LAI", "Lainnya")])),
        ("asuransi".into(), list(&[("LN", "luar negeri")])),
        ("cara_angkut".into(), list(&[("1", "Laut")])),
        ("tutup_pu".into(), list(&[("11", "BC 1.1")])),
        ("jenis_identitas".into(), list(&[("6", "NPWP 16 digit")])),
        ("jenis_api".into(), list(&[("02", "API-P")])),
        ("status_pengusaha".into(), list(&[("10", "AEO")])),
        ("kode_dokumen".into(), list(&[("380", "Invoice"), ("705", "B/L"), ("860", "e-CO"), ("217", "Packing List")])),
        ("fasilitas".into(), list(&[("54", "ACFTA")])),
        ("kemasan".into(), list(&[("CT", "Carton")])),
        ("satuan".into(), list(&[("PCE", "Piece")])),
        ("jenis_kontainer".into(), list(&[("8", "FCL")])),
        ("tipe_kontainer".into(), list(&[("1", "General/Dry Cargo")])),
        ("kondisi_barang".into(), list(&[("2", "Baru")])),
    ])
}
