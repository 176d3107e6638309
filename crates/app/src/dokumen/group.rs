//! States as people sort them: where a document roughly is.

use declaration::workflow::Stage;
use kernel::Text;

/// A group of stages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Not sent yet.
    Draf,
    /// Came back.
    Perbaiki,
    /// At INSW, validation and other machines.
    Proses,
    /// To be paid.
    Bayar,
    /// Waits for manifest or storage.
    Tiba,
    /// Under examination.
    Periksa,
    /// Released.
    Lepas,
    /// Complete.
    Selesai,
    /// Void.
    Batal,
}

impl Group {
    /// All, in the order of a document's life.
    pub const ALL: [Self; 9] = [
        Self::Draf,
        Self::Perbaiki,
        Self::Proses,
        Self::Bayar,
        Self::Tiba,
        Self::Periksa,
        Self::Lepas,
        Self::Selesai,
        Self::Batal,
    ];

    /// The group of a stage.
    pub fn of(stage: Stage) -> Self {
        match stage {
            Stage::New | Stage::Recording => Self::Draf,
            Stage::ReturnedByInsw | Stage::Correcting | Stage::Rejected => Self::Perbaiki,
            Stage::AtInsw
            | Stage::Validating
            | Stage::LartasReview
            | Stage::AwaitGuarantee
            | Stage::BillingRequested
            | Stage::PaymentReview
            | Stage::ReadyForChannel
            | Stage::Channelled => Self::Proses,
            Stage::AwaitPayment | Stage::BillingLapsed | Stage::AwaitSptnp => Self::Bayar,
            Stage::AwaitManifest | Stage::AwaitSimilarity | Stage::AwaitStorage => Self::Tiba,
            Stage::AwaitRelease
            | Stage::AwaitReadiness
            | Stage::AwaitInspector
            | Stage::AwaitInstruction
            | Stage::AwaitPackages
            | Stage::AwaitInspection
            | Stage::Inspecting
            | Stage::AwaitLhp
            | Stage::Examining
            | Stage::AwaitAnswer
            | Stage::Restricted => Self::Periksa,
            Stage::Released | Stage::PostReview => Self::Lepas,
            Stage::Finished | Stage::Archived => Self::Selesai,
            Stage::Cancelled | Stage::Forfeited => Self::Batal,
        }
    }

    /// The group of a stored state.
    pub fn of_word(word: &str) -> Self {
        Self::of(serde_json::from_value(word.into()).unwrap_or_default())
    }

    /// In addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draf => "draf",
            Self::Perbaiki => "perbaiki",
            Self::Proses => "proses",
            Self::Bayar => "bayar",
            Self::Tiba => "tiba",
            Self::Periksa => "periksa",
            Self::Lepas => "lepas",
            Self::Selesai => "selesai",
            Self::Batal => "batal",
        }
    }

    /// The group of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.word() == word)
    }

    /// What people read.
    pub const fn label(self) -> Text {
        match self {
            Self::Draf => Text::fixed("Draf", "Draft"),
            Self::Perbaiki => Text::fixed("Harus diperbaiki", "To be corrected"),
            Self::Proses => Text::fixed("Sedang diproses", "In process"),
            Self::Bayar => Text::fixed("Harus dibayar", "To be paid"),
            Self::Tiba => Text::fixed("Menunggu kedatangan", "Awaiting arrival"),
            Self::Periksa => Text::fixed("Pemeriksaan", "Under examination"),
            Self::Lepas => Text::fixed("Sudah SPPB", "Released"),
            Self::Selesai => Text::fixed("Selesai", "Complete"),
            Self::Batal => Text::fixed("Batal", "Void"),
        }
    }

    /// The stored states of the group, each between commas.
    pub(super) fn states(self) -> String {
        let words = Stage::ALL.iter().filter(|stage| Self::of(**stage) == self);
        let words = words.filter_map(|stage| serde_json::to_value(stage).ok()?.as_str().map(str::to_owned));
        format!(",{},", words.collect::<Vec<_>>().join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_has_its_group_and_every_group_its_stages() {
        for stage in Stage::ALL {
            let word = serde_json::to_value(stage).unwrap().as_str().unwrap().to_owned();
            assert!(Group::of(*stage).states().contains(&format!(",{word},")), "{word}");
            assert_eq!(Group::of_word(&word), Group::of(*stage));
        }
        for group in Group::ALL {
            assert_eq!(Group::parse(group.word()), Some(group));
            assert!(group.states().len() > 2, "{group:?}");
        }
    }
}
