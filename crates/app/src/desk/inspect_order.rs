//! What the instruction to inspect asks for, as the inspector reads it beside the goods.

use declaration::Pib;
use declaration::workflow::{Fact, Tingkat};
use store::declarations::Declaration;
use store::{Tx, respon};

use crate::Error;
use crate::letter::{self, IpExtra, Issue};

/// An instruction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instruksi {
    /// Id of its letter, for addresses.
    pub surat: String,
    /// Its number.
    pub nomor: String,
    /// Level.
    pub tingkat: Option<Tingkat>,
    /// Packages to open, in words.
    pub kemasan: String,
    /// Containers to open; empty: the inspector chooses.
    pub peti_kemas: Vec<String>,
    /// A sample must be taken.
    pub ambil_contoh: bool,
    /// What to watch.
    pub perhatian: Vec<String>,
}

impl Instruksi {
    /// The latest one.
    pub(super) fn load(tx: &mut dyn Tx, row: &Declaration, doc: &Pib) -> Result<Option<Self>, Error> {
        let Some(letter) = respon::latest(tx, &row.id, "2066")? else { return Ok(None) };
        let issue: Issue = serde_json::from_str(&letter.data).map_err(|e| Error::Broken(e.to_string()))?;
        let extra: IpExtra = if issue.extra.is_null() {
            IpExtra::default()
        } else {
            serde_json::from_value(issue.extra).map_err(|e| Error::Broken(e.to_string()))?
        };
        let tingkat = match issue.event.isi {
            Fact::InstructionIssued { tingkat } => Some(tingkat),
            _ => None,
        };
        let mut peti_kemas = extra.peti_kemas;
        if peti_kemas.is_empty() && tingkat == Some(Tingkat::Mendalam) {
            let numbers = doc.kontainer.iter().filter_map(|one| one.nomor_kontainer.good());
            peti_kemas = numbers.map(ToString::to_string).collect();
        }
        let kemasan = match tingkat {
            Some(tingkat) if extra.kemasan_dibuka.is_empty() => letter::to_open(tingkat, packages(doc)),
            _ => extra.kemasan_dibuka,
        };
        Ok(Some(Self {
            surat: letter.id,
            nomor: letter.nomor_respon.unwrap_or_default(),
            tingkat,
            kemasan,
            peti_kemas,
            ambil_contoh: extra.ambil_contoh,
            perhatian: extra.perhatian,
        }))
    }
}

/// Packages of all kinds.
fn packages(doc: &Pib) -> u64 {
    let counts = doc.kemasan.iter().filter_map(|row| row.jumlah_kemasan.value());
    counts.fold(0, |sum, n| sum.saturating_add(n.get()))
}
