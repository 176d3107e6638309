//! The rules and the document in words: titles of the generated rules, and the name of a place.

use kernel::{Severity, Text};

use super::catalog::{FieldSpec, Need, SECTIONS, spec};

/// Codes and titles of the generated rules, for the public list: (code, severity, title).
pub fn generated() -> Vec<(String, Severity, Text)> {
    let mut rules = vec![
        ("PIB-B.objek".to_owned(), Severity::Reject, Text::fixed("Baris harus berupa objek.", "A row is an object.")),
        (
            "PIB-N.anggota".to_owned(),
            Severity::Note,
            Text::fixed(
                "Anggota yang tidak dikenal disimpan dan tidak dipakai.",
                "Unknown members are kept, not used.",
            ),
        ),
    ];
    for (section, fields) in SECTIONS {
        if !section.is_empty() {
            let (id, en) = section_label(section);
            let title = Text::made(format!("{id} harus berupa daftar."), format!("{en} must be a list."));
            rules.push((format!("PIB-B.{section}"), Severity::Reject, title));
        }
        rules.extend(fields.iter().flat_map(of_field));
    }
    rules
}

/// The rules of one field: that it can be read, that it is filled, that its code is known.
fn of_field(field: &FieldSpec) -> Vec<(String, Severity, Text)> {
    let key = field.key();
    let title = |id: &str, en: &str| Text::made(format!("{} {id}.", field.id), format!("{} {en}.", field.en));
    let mut rules = vec![(format!("PIB-B.{key}"), Severity::Reject, title("harus dapat dibaca", "must be readable"))];
    let must = title("wajib diisi", "must be filled in");
    match field.need {
        Need::Always => rules.push((format!("PIB-W.{key}"), Severity::Reject, must)),
        Need::NewSchema => rules.push((format!("PIB-W.{key}"), Severity::Warn, must)),
        Need::Optional => {}
    }
    if let Some(severity) = field.allowed.severity() {
        rules.push((format!("PIB-D.{key}"), severity, title("harus kode yang dikenal", "must be a known code")));
    }
    rules
}

/// The place of a pointer in plain words, for letters and screens: «Barang 4, Pos tarif/HS».
pub fn describe(pointer: &str) -> Text {
    let mut id = Vec::new();
    let mut en = Vec::new();
    let mut section = "";
    let mut rest = pointer;
    while let Some((list, row, tail)) = crate::document::split_list_step(rest) {
        let (list_id, list_en) = section_label(list);
        id.push(format!("{list_id} {}", row + 1));
        en.push(format!("{list_en} {}", row + 1));
        section = SECTIONS.iter().find(|(s, _)| *s == list).map_or("", |(s, _)| s);
        rest = tail;
    }
    if let Some(field) = spec(section, rest) {
        id.push(field.id.to_owned());
        en.push(field.en.to_owned());
    } else if !rest.is_empty() {
        let (label_id, label_en) = section_label(rest);
        id.push(label_id.to_owned());
        en.push(label_en.to_owned());
    }
    if id.is_empty() {
        return Text::fixed("Dokumen", "Document");
    }
    Text::made(id.join(", "), en.join(", "))
}

/// What a list is called, in Indonesian and English.
pub(super) fn section_label(list: &str) -> (&str, &str) {
    match list {
        "entitas" => ("Entitas", "Party"),
        "dokumen" => ("Dokumen", "Paper"),
        "pengangkut" => ("Pengangkut", "Transport"),
        "kemasan" => ("Kemasan", "Packages"),
        "kontainer" => ("Peti kemas", "Container"),
        "informasiKomponenBiaya" => ("Komponen biaya", "Cost components"),
        "barang" => ("Barang", "Goods line"),
        "barangTarif" => ("Pungutan", "Levy"),
        "barangVd" => ("VD", "Voluntary declaration"),
        "barangDokumen" => ("Dokumen barang", "Paper of the line"),
        "barangSpekKhusus" => ("Spesifikasi khusus", "Special specification"),
        "barangPemilik" => ("Pemilik", "Owner"),
        "pungutan" => ("Total pungutan", "Levy total"),
        "jaminan" => ("Jaminan", "Guarantee"),
        other => (other, other),
    }
}
