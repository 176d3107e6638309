//! The tables that exist.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::registry;
use crate::schema::Schema;

/// Every table, in the order of an import: what others refer to comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableKind {
    /// Countries.
    Negara,
    /// Currencies.
    Valuta,
    /// Units of measure (UN Recommendation 20).
    Satuan,
    /// Package kinds (UN Recommendation 21).
    Kemasan,
    /// Customs offices.
    Kantor,
    /// Indonesian ports and places, with their office.
    Pelabuhan,
    /// Places of the world (UN/LOCODE).
    Unlocode,
    /// Temporary storage places of each office.
    Tps,
    /// Document codes.
    Dokumen,
    /// The small CEISA lists, all in one table.
    Kode,
    /// Preference schemes.
    FtaSkema,
    /// English text of the HS down to six digits.
    Hs2022,
    /// Tariff lines.
    Tarif,
    /// Indonesian and English text of the tariff.
    UraianTarif,
    /// Preference rates.
    Preferensi,
    /// Public holidays and collective leave.
    Libur,
    /// Dated tax and procedure parameters.
    Parameter,
    /// Weekly tax exchange rates.
    Kurs,
    /// Regions of origin of export goods.
    DaerahAsal,
    /// Kinds of conveyance (UN Recommendation 28).
    TipeSarana,
    /// Container size and type codes (ISO 6346).
    Iso6346,
    /// Dangerous goods classes.
    Imdg,
    /// Business classes.
    Kbli,
}

/// How an imported file and what is already there become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MergeMode {
    /// The file is the whole list: rows that it does not have disappear.
    Replace,
    /// The file adds rows and corrects those with the same key and first day.
    Append,
}

impl TableKind {
    /// All tables in import order.
    pub const ALL: [Self; 23] = [
        Self::Negara,
        Self::Valuta,
        Self::Satuan,
        Self::Kemasan,
        Self::Kantor,
        Self::Pelabuhan,
        Self::Unlocode,
        Self::Tps,
        Self::Dokumen,
        Self::Kode,
        Self::FtaSkema,
        Self::Hs2022,
        Self::Tarif,
        Self::UraianTarif,
        Self::Preferensi,
        Self::Libur,
        Self::Parameter,
        Self::Kurs,
        Self::DaerahAsal,
        Self::TipeSarana,
        Self::Iso6346,
        Self::Imdg,
        Self::Kbli,
    ];

    /// Its columns, key and validity.
    pub fn schema(self) -> &'static Schema {
        registry::schema(self)
    }

    /// Its name: the stem of the canonical file and the name a store keeps it under.
    pub fn name(self) -> &'static str {
        self.schema().name
    }

    /// What an import does unless told otherwise: dated tables and the small lists grow, others are replaced.
    pub fn default_mode(self) -> MergeMode {
        match self {
            Self::Kurs | Self::Parameter | Self::Libur | Self::Preferensi | Self::Kode => MergeMode::Append,
            _ => MergeMode::Replace,
        }
    }
}

impl fmt::Display for TableKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// There is no table of this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no reference table is called {0:?}")]
pub struct NoSuchTable(pub String);

impl FromStr for TableKind {
    type Err = NoSuchTable;

    fn from_str(name: &str) -> Result<Self, NoSuchTable> {
        Self::ALL.into_iter().find(|k| k.name() == name).ok_or_else(|| NoSuchTable(name.to_owned()))
    }
}

impl Serialize for TableKind {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_kinds_stand_at_their_place_with_a_name_of_their_own() {
        for (place, kind) in TableKind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, place, "{kind}: look-ups index by it");
            assert_eq!(kind.name().parse(), Ok(kind));
            assert!(kind.schema().key.iter().all(|&k| k < kind.schema().columns.len()));
        }
        assert_eq!("tarip".parse::<TableKind>(), Err(NoSuchTable("tarip".to_owned())));
    }
}
