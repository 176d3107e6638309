//! Every field of the document as data: its label, whether it must be filled, and which code list it obeys.
//!
//! Labels are those of the portal's cards (portal 4); what is mandatory and which list holds are those of the JSON
//! schema (h2h-api 2.1). Two families of rules are generated from this table: `PIB-W.*` (mandatory) and `PIB-D.*`
//! (code list); a third, `PIB-B.*`, reports a text that is not a value of the field's kind.

use kernel::{Severity, Text};

/// When a field must be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// In the schema's required list.
    Always,
    /// Required since schema 0.5.7.23; older clients lack it, so its absence only warns (h2h-api 7.10).
    NewSchema,
    /// May be left blank, or another rule says when it is needed.
    Optional,
}

/// Which values a code field may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    /// Anything of the field's kind.
    Any,
    /// A code of this list in the reference data; an unknown code rejects.
    List(&'static str),
    /// A code of this list, which is known to be incomplete in public: an unknown code only warns.
    OpenList(&'static str),
    /// Exactly these, fixed by the schema.
    Fixed(&'static [&'static str]),
    /// A country of the reference data.
    Country,
    /// A port of the reference data (warns: no public list is complete).
    Port,
    /// A customs office of the reference data.
    Office,
    /// A currency of the reference data.
    Currency,
    /// A unit of the reference data.
    Unit,
    /// A package kind of the reference data.
    Package,
    /// A document kind of the reference data (warns).
    DocumentKind,
}

impl Allowed {
    /// What a code outside the list weighs: a warning where no public list is complete; `None` where anything goes.
    pub const fn severity(self) -> Option<Severity> {
        match self {
            Self::Any => None,
            Self::OpenList(_) | Self::Port | Self::Unit | Self::DocumentKind => Some(Severity::Warn),
            Self::List(_) | Self::Fixed(_) | Self::Country | Self::Office | Self::Currency | Self::Package => {
                Some(Severity::Reject)
            }
        }
    }
}

/// One field.
#[derive(Debug, Clone, Copy)]
pub struct FieldSpec {
    /// Section: empty for the header, otherwise the list's name.
    pub section: &'static str,
    /// CEISA's member name.
    pub name: &'static str,
    /// Label in Indonesian.
    pub id: &'static str,
    /// Label in English.
    pub en: &'static str,
    /// Whether it must be filled.
    pub need: Need,
    /// Which values it may have.
    pub allowed: Allowed,
}

impl FieldSpec {
    /// The label in both languages.
    pub const fn label(&self) -> Text {
        Text::fixed(self.id, self.en)
    }

    /// `posTarif`, or `barang.posTarif`: the tail of the generated rule codes.
    pub fn key(&self) -> String {
        if self.section.is_empty() { self.name.to_owned() } else { format!("{}.{}", self.section, self.name) }
    }
}

/// The field `name` of `section`.
pub fn spec(section: &str, name: &str) -> Option<&'static FieldSpec> {
    SECTIONS.iter().find(|(s, _)| *s == section).and_then(|(_, specs)| specs.iter().find(|f| f.name == name))
}

/// All fields, section by section, in the order of the document model.
pub const SECTIONS: &[(&str, &[FieldSpec])] = &[
    ("", super::catalog_header::HEADER),
    ("entitas", super::catalog_lists::ENTITAS),
    ("dokumen", super::catalog_lists::DOKUMEN),
    ("pengangkut", super::catalog_lists::PENGANGKUT),
    ("kemasan", super::catalog_lists::KEMASAN),
    ("kontainer", super::catalog_lists::KONTAINER),
    ("informasiKomponenBiaya", super::catalog_lists::KOMPONEN_BIAYA),
    ("barang", super::catalog_barang::BARANG),
    ("barangTarif", super::catalog_barang::BARANG_TARIF),
    ("barangVd", super::catalog_barang::BARANG_VD),
    ("barangDokumen", super::catalog_barang::BARANG_DOKUMEN),
    ("barangSpekKhusus", super::catalog_barang::BARANG_SPEK_KHUSUS),
    ("barangPemilik", super::catalog_barang::BARANG_PEMILIK),
    ("pungutan", super::catalog_lists::PUNGUTAN),
    ("jaminan", super::catalog_lists::JAMINAN),
];

/// Builds a table of fields of one section.
macro_rules! fields {
    ($vis:vis $table:ident in $section:literal { $( $name:literal: $id:literal / $en:literal $need:ident $allowed:expr; )* }) => {
        /// Fields of the section.
        $vis const $table: &[super::catalog::FieldSpec] = &[ $( super::catalog::FieldSpec {
            section: $section, name: $name, id: $id, en: $en,
            need: super::catalog::Need::$need, allowed: $allowed,
        }, )* ];
    };
}
pub(super) use fields;
