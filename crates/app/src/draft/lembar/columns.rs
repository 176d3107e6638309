//! Sheets and columns of the workbooks, by the API's names.

use declaration::rules::{FieldSpec, SECTIONS};

/// A sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tab {
    /// Its name in workbooks.
    pub name: &'static str,
    /// The list of the document it holds; empty for the header.
    pub list: &'static str,
    /// Its rows hang on goods lines: their first column says on which.
    pub of_goods: bool,
}

const fn tab_of(name: &'static str, list: &'static str) -> Tab {
    Tab { name, list, of_goods: false }
}

const fn below(name: &'static str, list: &'static str) -> Tab {
    Tab { name, list, of_goods: true }
}

/// All sheets of a document, in order.
pub const SHEETS: [Tab; 15] = [
    tab_of("HEADER", ""),
    tab_of("ENTITAS", "entitas"),
    tab_of("DOKUMEN", "dokumen"),
    tab_of("PENGANGKUT", "pengangkut"),
    tab_of("KEMASAN", "kemasan"),
    tab_of("KONTAINER", "kontainer"),
    tab_of("KOMPONENBIAYA", "informasiKomponenBiaya"),
    tab_of("BARANG", "barang"),
    below("BARANGTARIF", "barangTarif"),
    below("BARANGVD", "barangVd"),
    below("BARANGDOKUMEN", "barangDokumen"),
    below("BARANGSPEKKHUSUS", "barangSpekKhusus"),
    below("BARANGPEMILIK", "barangPemilik"),
    tab_of("PUNGUTAN", "pungutan"),
    tab_of("JAMINAN", "jaminan"),
];

/// The columns of the goods' template; the others of a line are read when they are there.
pub const GOODS: [&str; 32] = [
    "seriBarang",
    "posTarif",
    "uraian",
    "merk",
    "tipe",
    "kodeBarang",
    "ukuran",
    "spesifikasiLain",
    "kodeNegaraAsal",
    "kodeKondisiBarang",
    "jumlahSatuan",
    "kodeSatuanBarang",
    "jumlahKemasan",
    "kodeJenisKemasan",
    "isiPerKemasan",
    "netto",
    "bruto",
    "volume",
    "nilaiBarang",
    "diskon",
    "nilaiTambah",
    "pernyataanLartas",
    "metodePenentuanNilai",
    "alasanMetodePenentuanNilai",
    "statementPerbedaanHarga",
    "saldoAwal",
    "saldoAkhir",
    "seriIjin",
    "tahunPembuatan",
    "kapasitasSilinder",
    "hjeCukai",
    "tarifCukai",
];

/// The sheet of a list.
pub fn tab(list: &str) -> Option<&'static Tab> {
    SHEETS.iter().find(|tab| tab.list == list)
}

/// What a template calls itself, so that an old one is noticed.
pub const fn version() -> &'static str {
    "BC20-1"
}

/// One column.
pub type Column = &'static FieldSpec;

/// The columns of a list, in the document's order.
pub fn columns(list: &str) -> &'static [FieldSpec] {
    SECTIONS.iter().find(|(name, _)| *name == list).map_or(&[], |(_, fields)| fields)
}

/// A heading without what people change: case, blanks, marks.
pub fn normal(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The column of a heading: the API's name, or the label in either language.
pub(super) fn by_heading(list: &str, heading: &str) -> Option<Column> {
    let wanted = normal(heading);
    let all = columns(list);
    let exact = all.iter().find(|field| normal(field.name) == wanted);
    exact.or_else(|| all.iter().find(|field| normal(field.id) == wanted || normal(field.en) == wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_however_they_are_written() {
        for heading in ["posTarif", "POS TARIF", "Pos tarif/HS", "Tariff heading (HS)", "pos_tarif "] {
            assert_eq!(by_heading("barang", heading).map(|field| field.name), Some("posTarif"), "{heading}");
        }
        assert!(by_heading("barang", "Catatan").is_none());
        for name in GOODS {
            assert!(by_heading("barang", name).is_some(), "{name}");
        }
        for tab in SHEETS {
            assert!(!columns(tab.list).is_empty(), "{}", tab.name);
        }
    }
}
