//! The figures that an explanation names, with their labels.

use kernel::Text;

/// A named figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant's English label is its documentation")]
pub enum Figure {
    Price,
    Additions,
    Deductions,
    Fob,
    Freight,
    Insurance,
    Percentage,
    Cif,
    Ndpbm,
    CustomsValue,
    ImportValue,
    ExciseBase,
    DutyRounding,
    BaseFactor,
    ChargedBase,
    Rate,
    ReferenceRate,
    Quantity,
    Gross,
    FacilityPercent,
    Covered,
    Paid,
    Item,
    Levies,
}

/// Number of figures.
const COUNT: usize = 24;

static FIGURES: [(Figure, &str, Text); COUNT] = [
    (Figure::Price, "harga", Text::fixed("Harga barang", "Price of the goods")),
    (Figure::Additions, "biayaTambahan", Text::fixed("Biaya tambahan", "Additions")),
    (Figure::Deductions, "biayaPengurang", Text::fixed("Biaya pengurang", "Deductions")),
    (Figure::Fob, "fob", Text::fixed("FOB", "FOB")),
    (Figure::Freight, "freight", Text::fixed("Freight", "Freight")),
    (Figure::Insurance, "asuransi", Text::fixed("Asuransi", "Insurance")),
    (Figure::Percentage, "persen", Text::fixed("Persentase perkiraan", "Percentage of the estimate")),
    (Figure::Cif, "cif", Text::fixed("CIF", "CIF")),
    (Figure::Ndpbm, "ndpbm", Text::fixed("NDPBM", "Exchange rate (NDPBM)")),
    (Figure::CustomsValue, "nilaiPabean", Text::fixed("Nilai pabean", "Customs value")),
    (Figure::ImportValue, "nilaiImpor", Text::fixed("Nilai impor", "Import value")),
    (Figure::ExciseBase, "dasarCukai", Text::fixed("Dasar cukai", "Base of the excise")),
    (Figure::DutyRounding, "pembulatanBm", Text::fixed("Pembulatan BM dan cukai", "Rounding of duty and excise")),
    (Figure::BaseFactor, "faktorDpp", Text::fixed("Faktor DPP", "Part of the base that is taxed")),
    (Figure::ChargedBase, "dpp", Text::fixed("Dasar pengenaan pajak", "Tax base")),
    (Figure::Rate, "tarif", Text::fixed("Tarif diberitahukan", "Declared rate")),
    (Figure::ReferenceRate, "tarifReferensi", Text::fixed("Tarif referensi", "Reference rate")),
    (Figure::Quantity, "jumlahSatuan", Text::fixed("Jumlah satuan", "Quantity")),
    (Figure::Gross, "pungutan", Text::fixed("Pungutan seluruhnya", "Whole levy")),
    (Figure::FacilityPercent, "tarifFasilitas", Text::fixed("Persen fasilitas", "Percent under the facility")),
    (Figure::Covered, "nilaiFasilitas", Text::fixed("Nilai fasilitas", "Amount under the facility")),
    (Figure::Paid, "nilaiBayar", Text::fixed("Nilai bayar", "Amount payable")),
    (Figure::Item, "barang", Text::fixed("Barang", "Goods line")),
    (Figure::Levies, "pungutan", Text::fixed("Pungutan impor yang dibayar", "Import levies payable")),
];

impl Figure {
    /// Every figure.
    pub fn all() -> impl Iterator<Item = Self> {
        FIGURES.iter().map(|row| row.0)
    }

    /// Its name in the JSON of an explanation.
    pub fn name(self) -> &'static str {
        FIGURES[self as usize].1
    }

    /// Its label in both languages.
    pub fn label(self) -> &'static Text {
        &FIGURES[self as usize].2
    }
}
