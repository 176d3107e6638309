//! Which columns the grid shows at a time.

use declaration::rules::spec;

use super::super::goods_messages::GoodsTexts;
use crate::lang::Lang;

/// A choice of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// What every line has.
    Base,
    /// Prices and what they are made of.
    Price,
    /// Quantities and packages.
    Package,
    /// Origin, licences, valuation.
    Facility,
}

impl Set {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Base, Self::Price, Self::Package, Self::Facility];

    /// In addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Base => "dasar",
            Self::Price => "harga",
            Self::Package => "kemasan",
            Self::Facility => "fasilitas",
        }
    }

    /// The set of a word; the first one for any other.
    pub fn parse(word: &str) -> Self {
        Self::ALL.into_iter().find(|set| set.word() == word).unwrap_or(Self::Base)
    }

    /// Its name.
    pub fn label(self, lang: Lang) -> &'static str {
        let t = GoodsTexts::of(lang);
        match self {
            Self::Base => t.set_base,
            Self::Price => t.set_price,
            Self::Package => t.set_package,
            Self::Facility => t.set_facility,
        }
    }

    /// Its columns, in the order of pasting.
    pub const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Base => &[
                "posTarif",
                "uraian",
                "merk",
                "tipe",
                "kodeNegaraAsal",
                "jumlahSatuan",
                "kodeSatuanBarang",
                "jumlahKemasan",
                "kodeJenisKemasan",
                "netto",
                "nilaiBarang",
                "kodeBarang",
            ],
            Self::Price => &[
                "posTarif",
                "uraian",
                "jumlahSatuan",
                "nilaiBarang",
                "diskon",
                "nilaiTambah",
                "hargaSatuan",
                "fob",
                "freight",
                "asuransi",
                "cif",
            ],
            Self::Package => &[
                "posTarif",
                "uraian",
                "jumlahSatuan",
                "kodeSatuanBarang",
                "jumlahKemasan",
                "kodeJenisKemasan",
                "isiPerKemasan",
                "netto",
                "bruto",
                "volume",
            ],
            Self::Facility => &[
                "posTarif",
                "uraian",
                "kodeNegaraAsal",
                "kodeKondisiBarang",
                "pernyataanLartas",
                "seriIjin",
                "saldoAwal",
                "saldoAkhir",
                "metodePenentuanNilai",
                "statementPerbedaanHarga",
            ],
        }
    }
}

/// A column's heading.
pub struct Head {
    /// Member.
    pub member: &'static str,
    /// Heading.
    pub label: String,
    /// Figures stand to the right.
    pub numeric: bool,
}

/// The columns of a set, for people.
pub fn heads(set: Set, lang: Lang) -> Vec<Head> {
    let head = |member: &&'static str| Head {
        member,
        label: spec("barang", member).map_or_else(|| (*member).to_owned(), |field| lang.say(&field.label())),
        numeric: is_number(member),
    };
    set.columns().iter().map(head).collect()
}

/// Whether a column holds figures.
pub(super) fn is_number(member: &str) -> bool {
    !matches!(member, "uraian" | "merk" | "tipe" | "posTarif" | "kodeBarang" | "pernyataanLartas")
        && !member.starts_with("kode")
        && !member.starts_with("metode")
        && !member.starts_with("statement")
}

/// Characters that a column has room for.
pub(super) fn width(member: &str) -> u8 {
    match member {
        "uraian" => 30,
        "merk" | "tipe" | "kodeBarang" | "metodePenentuanNilai" => 10,
        "posTarif" | "nilaiBarang" | "fob" | "cif" | "hargaSatuan" => 9,
        "kodeNegaraAsal" | "kodeSatuanBarang" | "kodeJenisKemasan" | "jumlahKemasan" | "pernyataanLartas" => 4,
        _ => 7,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use declaration::Section;
    use declaration::document::Barang;

    #[test]
    fn every_column_is_a_field_and_figures_are_known_by_their_kind() {
        for column in Set::ALL.iter().flat_map(|set| set.columns()) {
            let mut line = Barang::default();
            let shape = line.field_mut(column).map(|field| field.shape());
            assert_eq!(shape == Some(kernel::Shape::Number), is_number(column), "{column}: {shape:?}");
        }
    }
}
