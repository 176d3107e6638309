//! The name of a datum or of a computed step, cheap to carry and written out only when someone reads it.

use std::fmt;

use kernel::Pointer;
use serde::{Serialize, Serializer};

use super::codes::{Facility, Levy};

/// A stable pointer: a member of the declaration, or a figure of the assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A member of the document, such as `ndpbm`.
    Header(&'static str),
    /// `barang[i]`.
    Item(usize),
    /// A member or figure of a goods line, such as `barang[0].nilaiImpor`.
    ItemField(usize, &'static str),
    /// `barang[i].barangTarif[j]`.
    Row(usize, usize),
    /// A member of a levy row, such as `barang[0].barangTarif[1].tarif`.
    RowField(usize, usize, &'static str),
    /// A total of the document: `pungutan.BM.1`.
    Total(Levy, Facility),
}

impl Place {
    /// The same place as the pointer of a finding.
    pub fn to_pointer(self) -> Pointer {
        Pointer::new(self.to_string())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header(name) => f.write_str(name),
            Self::Item(i) => write!(f, "barang[{i}]"),
            Self::ItemField(i, name) => write!(f, "barang[{i}].{name}"),
            Self::Row(i, j) => write!(f, "barang[{i}].barangTarif[{j}]"),
            Self::RowField(i, j, name) => write!(f, "barang[{i}].barangTarif[{j}].{name}"),
            Self::Total(levy, facility) => write!(f, "pungutan.{}.{}", levy.code(), facility.code()),
        }
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}
