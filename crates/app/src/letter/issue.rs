//! What is stored when a letter is issued, and what is at hand when it is made.

use declaration::Pib;
use declaration::levy::LevyParams;
use declaration::workflow::{
    Billing, Event, Jalur, Kewajiban, Pembayaran, Pemeriksaan, Pendaftaran, Sptnp, Stage, State, StatusBilling, Untuk,
};
use kernel::{Date, Timestamp};
use reference::Snapshot;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What is stored when a letter is issued; with the frozen document it determines the letter for ever.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Issue {
    /// `2003`; `BPN` for the payment receipt.
    pub kode_respon: String,
    /// What issued it.
    pub event: Event,
    /// What the letters print of the workflow's state, after the event.
    #[serde(default)]
    pub state: LetterState,
    /// Frozen revision of the document.
    pub revision: u32,
    /// Reference data by which it was judged.
    pub reference_version: u32,
    /// The day by which it was judged.
    pub today: Date,
    /// Name of the installation.
    pub instalasi: String,
    /// Its public address, without a slash at the end.
    pub base_url: String,
    /// What the use case adds, one of the `…Extra` types; `null` for nothing.
    #[serde(default)]
    pub extra: Value,
}

/// The few facts of the workflow's state that letters and the form print.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LetterState {
    /// Where the declaration stands.
    pub tahap: Stage,
    /// Registration.
    pub pendaftaran: Option<Pendaftaran>,
    /// Channel.
    pub jalur: Option<Jalur>,
    /// How the levies are settled.
    pub kewajiban: Kewajiban,
    /// An officer has to look at the restrictions.
    pub lartas: bool,
    /// Matched manifest position, 12 digits.
    pub pos: Option<String>,
    /// Billing codes made so far, first one first.
    pub billing: Vec<Billing>,
    /// Payment of the declaration.
    pub pembayaran: Option<Pembayaran>,
    /// Inspection.
    pub pemeriksaan: Pemeriksaan,
    /// Determination.
    pub sptnp: Option<Sptnp>,
}

impl LetterState {
    /// Picks them out of the whole state.
    pub fn of(state: &State) -> Self {
        Self {
            tahap: state.tahap,
            pendaftaran: state.pendaftaran.clone(),
            jalur: state.jalur,
            kewajiban: state.kewajiban.clone(),
            lartas: !state.lartas.is_empty(),
            pos: state.pos.clone(),
            billing: state.billing.iter().filter(|billing| billing.kode.is_some()).cloned().collect(),
            pembayaran: state.pembayaran.clone(),
            pemeriksaan: state.pemeriksaan.clone(),
            sptnp: state.sptnp.clone(),
        }
    }

    /// The latest billing of a debt that can be or was paid.
    pub(super) fn billing_of(&self, untuk: Untuk) -> Option<&Billing> {
        let counts = |b: &&Billing| b.untuk == untuk && matches!(b.status, StatusBilling::Aktif | StatusBilling::Lunas);
        self.billing.iter().rev().find(counts)
    }
}

/// The frozen document and what surrounds it.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Number of the letter, if it has one.
    pub nomor_respon: Option<&'a str>,
    /// When it was issued.
    pub waktu: Timestamp,
    /// Code of the public verification page.
    pub verify_code: &'a str,
    /// 26 characters.
    pub nomor_aju: &'a str,
    /// Office, 6 digits.
    pub kode_kantor: &'a str,
    /// SHA-256 of the frozen document, hex.
    pub sha256: &'a str,
    /// The frozen document of [`Issue::revision`].
    pub doc: &'a Pib,
    /// The reference data of [`Issue::reference_version`].
    pub snapshot: &'a Snapshot,
    /// The parameters of [`Issue::today`] in it.
    pub params: &'a LevyParams,
}

/// Why a letter cannot be assembled: always our fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LetterProblem {
    /// No letter of BC 2.0 has this code.
    #[error("kode respon {0} tidak dikenal")]
    UnknownCode(String),
    /// The event does not issue this letter.
    #[error("surat {kode_respon} tidak terbit dari peristiwa {event}")]
    WrongEvent {
        /// Code of the letter.
        kode_respon: String,
        /// Tag of the event.
        event: String,
    },
    /// Made with other reference data than it was judged by.
    #[error("surat perlu data referensi versi {wanted}, yang diberikan versi {given}")]
    WrongReference {
        /// The version it was judged by.
        wanted: u32,
        /// The version handed in.
        given: u64,
    },
    /// The use case's addition has another shape.
    #[error("data tambahan surat {kode_respon}: {reason}")]
    Extra {
        /// Code of the letter.
        kode_respon: String,
        /// What does not fit.
        reason: String,
    },
    /// The data cannot be written.
    #[error("data surat: {0}")]
    Data(String),
}
