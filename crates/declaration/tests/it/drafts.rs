//! A draft keeps what was typed, good or bad.

use declaration::{Pib, Raw, Section};

use crate::base::{self, Case};

/// What the broken draft's fields show after a save and a load.
#[test]
fn bad_texts_survive_a_save() {
    let mut saved = Pib::from_raw(Pib::from_raw(base::json("examples/draft-rusak.json")).to_raw());
    for (pointer, typed) in [
        ("cif", "dua puluh lima ribu"),
        ("tanggalTiba", "05/03/2026"),
        ("kodeKantor", "40300"),
        ("ndpbm", "16.300,00"),
        ("flagVd", "ya"),
        ("jumlahKontainer", "2 unit"),
        ("dokumen[1].tanggalDokumen", "25 Feb 2026"),
        ("entitas[0].kodeJenisApi", r#"{"kode":"01"}"#),
        ("barang[0].posTarif", "8481.80"),
        ("barang[0].netto", "-2400"),
        ("barang[0].barangTarif[0].tarif", "5%"),
    ] {
        let field = saved.find_mut(pointer).unwrap_or_else(|| panic!("{pointer}"));
        assert_eq!(field.text(), typed, "{pointer}");
        assert!(field.problem().is_some(), "{pointer}");
    }
    let raw = saved.to_raw();
    assert_eq!(raw.get("kemasan"), Some(&Raw::Text("90 karton".into())));
    assert_eq!(raw.get("catatanInternal"), Some(&Raw::Text("menunggu konfirmasi pemasok".into())));
}

#[test]
fn a_structure_in_place_of_a_value_stays_one_and_stays_wrong() {
    let raw = r#"{"namaTtd":["Budi"],"uraian":1,"barang":[{"uraian":{"a":[1,2.50]}}]}"#;
    let raw = Raw::parse(raw.as_bytes(), &declaration::Limits::default()).unwrap();
    let mut doc = Pib::from_raw(Pib::from_raw(raw).to_raw());
    assert!(doc.find_mut("namaTtd").unwrap().problem().is_some());
    assert_eq!(doc.to_raw().to_json(), r#"{"namaTtd":["Budi"],"barang":[{"uraian":{"a":[1,2.50]}}],"uraian":1}"#);
}

#[test]
fn the_findings_of_a_draft_are_those_of_its_saved_form() {
    let typed = Case::of(base::json("examples/draft-rusak.json"));
    let saved = Case { raw: Pib::from_raw(typed.raw.clone()).to_raw(), ..typed.clone() };
    assert_eq!(typed.findings(), saved.findings());
}

#[test]
fn every_bad_text_of_the_draft_is_found() {
    let names = base::names(&Case::of(base::json("examples/draft-rusak.json")).findings());
    for expect in [
        "PIB-B.cif cif",
        "PIB-B.tanggalTiba tanggalTiba",
        "PIB-B.kodeKantor kodeKantor",
        "PIB-B.kodeValuta kodeValuta",
        "PIB-B.ndpbm ndpbm",
        "PIB-B.flagVd flagVd",
        "PIB-B.kodePelMuat kodePelMuat",
        "PIB-B.jumlahKontainer jumlahKontainer",
        "PIB-B.kemasan kemasan",
        "PIB-W.namaTtd namaTtd",
        "PIB-B.entitas.kodeJenisApi entitas[0].kodeJenisApi",
        "PIB-B.dokumen.tanggalDokumen dokumen[1].tanggalDokumen",
        "PIB-B.barang.posTarif barang[0].posTarif",
        "PIB-B.barang.jumlahSatuan barang[0].jumlahSatuan",
        "PIB-B.barang.netto barang[0].netto",
        "PIB-W.barang.merk barang[0].merk",
        "PIB-B.barang.kodeNegaraAsal barang[0].kodeNegaraAsal",
        "PIB-B.barangTarif.tarif barang[0].barangTarif[0].tarif",
        "PIB-N.anggota catatanInternal",
    ] {
        assert!(names.iter().any(|name| name == expect), "{expect} in {names:#?}");
    }
}
