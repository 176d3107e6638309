//! Typed views of the rows of text lists.

use std::borrow::Cow;

use crate::table::{Berlaku, Row};

macro_rules! view {
    ($(#[$doc:meta])* $name:ident { $($(#[$field:meta])* $method:ident => $column:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name<'a>(pub(crate) Row<'a>);

        impl<'a> $name<'a> {
            $($(#[$field])* pub fn $method(self) -> &'a str { self.0.get($column) })*

            /// The row itself, with every column.
            pub fn row(self) -> Row<'a> { self.0 }

            /// From when to when it holds.
            pub fn berlaku(self) -> Berlaku { self.0.berlaku() }

            #[cfg(test)]
            pub(crate) const COLUMNS: &'static [&'static str] = &[$($column),*];
        }
    };
}

view! {
    /// A customs office.
    Kantor {
        /// Six digits.
        kode => "kode_kantor",
        /// Name.
        nama => "nama",
        /// PUSAT, KANWIL, KPU, KPPBC, BLBC, PANGSAROP.
        jenis_unit => "jenis_unit",
        /// Class of the office.
        tipe => "tipe",
        /// Town.
        lokasi => "lokasi",
        /// Name before a reorganisation.
        nama_lama => "nama_lama",
    }
}

impl<'a> Kantor<'a> {
    /// Serves declarants.
    pub fn melayani_pabean(self) -> bool {
        self.0.get("melayani_pabean") == "Y"
    }

    /// Works around the clock, every day.
    pub fn layanan_24_jam(self) -> bool {
        self.0.get("layanan_24_jam") == "Y"
    }

    /// WIB, WITA or WIT; WIB when the table does not tell.
    pub fn zona_waktu(self) -> &'a str {
        match self.0.get("zona_waktu") {
            "" => "WIB",
            zone => zone,
        }
    }

    /// The tag in letter numbers, such as `KBC.0403` (rules 1.10); from the code when the table does not tell.
    pub fn tag_surat(self) -> Cow<'a, str> {
        match self.0.get("tag_surat") {
            "" => Cow::Owned(format!("KBC.{}", self.kode().get(..4).unwrap_or_default())),
            tag => Cow::Borrowed(tag),
        }
    }
}

view! {
    /// A country.
    Negara {
        /// Two letters.
        kode => "kode2",
        /// Three letters.
        kode3 => "kode3",
        /// Three digits.
        numerik => "numerik",
        /// Indonesian name.
        nama_id => "nama_id",
        /// English name.
        nama_en => "nama_en",
    }
}

/// Group of countries for missing freight (rules 2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freight {
    /// ASEAN.
    Asean,
    /// Asia outside ASEAN, and Australia.
    AsiaAustralia,
    /// Elsewhere.
    Lain,
}

impl Freight {
    /// The key of its percentage among the parameters.
    pub fn parameter(self) -> &'static str {
        match self {
            Self::Asean => "freight.asean",
            Self::AsiaAustralia => "freight.asia_au",
            Self::Lain => "freight.lain",
        }
    }
}

impl Negara<'_> {
    /// The freight group; `None` when the table does not tell.
    pub fn freight(self) -> Option<Freight> {
        match self.0.get("kelompok_freight") {
            "ASEAN" => Some(Freight::Asean),
            "ASIA_AU" => Some(Freight::AsiaAustralia),
            "LAIN" => Some(Freight::Lain),
            _ => None,
        }
    }
}

view! {
    /// A port or place, of Indonesia or elsewhere.
    Pelabuhan {
        /// UN/LOCODE.
        kode => "locode",
        /// Name.
        nama => "nama",
        /// UN/LOCODE function digits.
        fungsi => "fungsi",
        /// Office that serves it; only for Indonesia, and not for all.
        kode_kantor => "kode_kantor",
        /// IATA code.
        iata => "iata",
    }
}

impl<'a> Pelabuhan<'a> {
    /// Two letters of the country.
    pub fn negara(self) -> &'a str {
        self.kode().get(..2).unwrap_or_default()
    }
}

view! {
    /// A temporary storage place.
    Tps {
        /// Office.
        kode_kantor => "kode_kantor",
        /// Code, unique within the office.
        kode => "kode_tps",
        /// Name.
        nama => "nama",
    }
}

view! {
    /// A currency.
    Valuta {
        /// Three letters.
        kode => "kode",
        /// Indonesian name.
        nama_id => "nama_id",
        /// English name.
        nama_en => "nama_en",
    }
}

impl Valuta<'_> {
    /// Digits of its smallest unit.
    pub fn desimal(self) -> Option<u8> {
        self.0.get("desimal").parse().ok()
    }
}

view! {
    /// A unit of measure.
    Satuan {
        /// Code.
        kode => "kode",
        /// English name.
        nama_en => "nama_en",
        /// Symbol.
        simbol => "simbol",
    }
}

impl<'a> Satuan<'a> {
    /// Indonesian name, else the English one.
    pub fn nama_id(self) -> &'a str {
        first_filled(self.0, ["nama_id", "nama_en"])
    }
}

view! {
    /// A kind of package.
    Kemasan {
        /// Code.
        kode => "kode",
        /// English name.
        nama_en => "uraian_en",
    }
}

impl<'a> Kemasan<'a> {
    /// Indonesian name, else the English one.
    pub fn nama_id(self) -> &'a str {
        first_filled(self.0, ["uraian_id", "uraian_en"])
    }
}

view! {
    /// A document code.
    Dokumen {
        /// Code.
        kode => "kode_dokumen",
        /// Indonesian name.
        uraian => "uraian",
        /// Class of documents.
        kelompok => "kelompok",
    }
}

impl<'a> Dokumen<'a> {
    /// English name, else the Indonesian one.
    pub fn uraian_en(self) -> &'a str {
        first_filled(self.0, ["uraian_en", "uraian"])
    }
}

view! {
    /// One code of a small list.
    KodeKecil {
        /// List.
        kelompok => "kelompok",
        /// Code.
        kode => "kode",
        /// Indonesian name.
        nama_id => "nama_id",
        /// Note.
        catatan => "catatan",
    }
}

impl<'a> KodeKecil<'a> {
    /// English name, else the Indonesian one.
    pub fn nama_en(self) -> &'a str {
        first_filled(self.0, ["nama_en", "nama_id"])
    }
}

view! {
    /// A preference scheme.
    FtaSkema {
        /// Scheme, such as `ATIGA`.
        skema => "skema",
        /// Name.
        nama => "nama",
        /// Certificate of origin.
        formulir_ska => "formulir_ska",
        /// CEISA facility code; empty when unknown.
        kode_fasilitas => "kode_fasilitas_ceisa",
    }
}

impl<'a> FtaSkema<'a> {
    /// Country codes of its parties.
    pub fn pihak(self) -> impl Iterator<Item = &'a str> {
        self.0.get("pihak").split_ascii_whitespace()
    }
}

view! {
    /// A public holiday or a day of collective leave.
    Libur {
        /// ISO date.
        tanggal => "tanggal",
        /// Name.
        nama => "nama",
        /// Kind of day off.
        jenis => "jenis",
    }
}

fn first_filled<'a>(row: Row<'a>, columns: [&str; 2]) -> &'a str {
    let first = row.get(columns[0]);
    if first.is_empty() { row.get(columns[1]) } else { first }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::TableKind;

    #[track_caller]
    fn check(kinds: &[TableKind], columns: &[&str]) {
        for column in columns {
            assert!(kinds.iter().any(|k| k.schema().position(column).is_some()), "{kinds:?} has no column {column}");
        }
    }

    #[test]
    fn views_name_columns_that_exist() {
        check(&[TableKind::Kantor], Kantor::COLUMNS);
        check(&[TableKind::Negara], Negara::COLUMNS);
        check(&[TableKind::Pelabuhan, TableKind::Unlocode], Pelabuhan::COLUMNS);
        check(&[TableKind::Tps], Tps::COLUMNS);
        check(&[TableKind::Valuta], Valuta::COLUMNS);
        check(&[TableKind::Satuan], Satuan::COLUMNS);
        check(&[TableKind::Kemasan], Kemasan::COLUMNS);
        check(&[TableKind::Dokumen], Dokumen::COLUMNS);
        check(&[TableKind::Kode], KodeKecil::COLUMNS);
        check(&[TableKind::FtaSkema], FtaSkema::COLUMNS);
        check(&[TableKind::Libur], Libur::COLUMNS);
    }
}
