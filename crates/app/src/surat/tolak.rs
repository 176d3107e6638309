//! Nota Pemberitahuan Penolakan (response 2001).

use kernel::{Severity, Text};
use serde::{Deserialize, Serialize};

use super::{Acuan, Kop};

/// Rejection of a declaration, with everything that was found (rules 1.5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Npp {
    /// Letterhead.
    pub kop: Kop,
    /// The declaration.
    pub acuan: Acuan,
    /// All findings, in the order of the document.
    pub temuan: Vec<TemuanNpp>,
}

impl Npp {
    /// Kind of letter.
    pub const JENIS: &'static str = "NPP";
}

/// One finding, as its reader needs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TemuanNpp {
    /// Rule code.
    pub kode: String,
    /// Weight.
    pub tingkat: Severity,
    /// Where, in plain words: `Barang ke-4, pos tarif`.
    pub tempat: String,
    /// Where, as the API names it; empty for the whole document.
    #[serde(default)]
    pub pointer: String,
    /// What is wrong.
    pub pesan: Text,
    /// What to do; empty when the message says it already.
    #[serde(default)]
    pub perbaikan: Option<Text>,
    /// Legal basis; may be empty.
    #[serde(default)]
    pub dasar_hukum: String,
}
