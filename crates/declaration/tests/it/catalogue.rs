//! The catalogue of fields is the document model, field for field.

use declaration::document::{
    Barang, BarangDokumen, BarangPemilik, BarangSpekKhusus, BarangTarif, BarangVd, Dokumen, Entitas, Jaminan, Kemasan,
    KomponenBiaya, Kontainer, Pengangkut, Pungutan,
};
use declaration::rules::SECTIONS;
use declaration::{Pib, Section};

fn check<S: Section>(section: &str) {
    let (_, specs) = SECTIONS.iter().find(|(name, _)| *name == section).expect(section);
    let named: Vec<&str> = specs.iter().map(|field| field.name).collect();
    assert_eq!(named, S::FIELDS, "{section}");
    assert!(specs.iter().all(|field| field.section == section), "{section}");
}

#[test]
fn every_field_of_the_document_is_in_the_catalogue_and_no_other() {
    check::<Pib>("");
    check::<Entitas>("entitas");
    check::<Dokumen>("dokumen");
    check::<Pengangkut>("pengangkut");
    check::<Kemasan>("kemasan");
    check::<Kontainer>("kontainer");
    check::<KomponenBiaya>("informasiKomponenBiaya");
    check::<Barang>("barang");
    check::<BarangTarif>("barangTarif");
    check::<BarangVd>("barangVd");
    check::<BarangDokumen>("barangDokumen");
    check::<BarangSpekKhusus>("barangSpekKhusus");
    check::<BarangPemilik>("barangPemilik");
    check::<Pungutan>("pungutan");
    check::<Jaminan>("jaminan");
}

#[test]
fn every_list_of_the_document_is_a_section_and_no_other() {
    let lists: Vec<&str> = Pib::LISTS.iter().chain(Barang::LISTS).copied().collect();
    let mut named: Vec<&str> = SECTIONS.iter().map(|(name, _)| *name).filter(|name| !name.is_empty()).collect();
    named.sort_by_key(|name| lists.iter().position(|list| list == name));
    assert_eq!(named, lists);
}

#[test]
fn every_label_is_there_in_both_languages() {
    for field in SECTIONS.iter().flat_map(|(_, fields)| fields.iter()) {
        assert!(!field.id.trim().is_empty() && !field.en.trim().is_empty(), "{}", field.key());
    }
}
