//! Who acts, and who is waited for (rules 1.17).

use kernel::{KodeKantor, Text};
use serde::{Deserialize, Serialize};

/// A party of a declaration's life. The same list names who acts and who is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Importer.
    Importir,
    /// Broker acting for the importer.
    Ppjk,
    /// The national single window.
    Insw,
    /// The payment system and its collecting agents.
    Bank,
    /// Terminal operator.
    Tps,
    /// Carrier or NVOCC; waited for, never acts here.
    Pengangkut,
    /// Customs laboratory; waited for, its result is recorded by the document officer.
    Laboratorium,
    /// This system.
    #[default]
    Sistem,
    /// Inspector of goods, PFPB.
    PemeriksaFisik,
    /// Document officer, PPD or PFPD.
    PemeriksaDokumen,
    /// Enforcement, P2.
    Penindakan,
    /// Gate officer.
    Hanggar,
    /// Treasury officer.
    Perbendaharaan,
    /// Head of the office.
    KepalaKantor,
}

impl Role {
    /// Whether this is a function of a customs office, which acts only for its own office.
    pub const fn is_officer(self) -> bool {
        matches!(
            self,
            Self::PemeriksaFisik
                | Self::PemeriksaDokumen
                | Self::Penindakan
                | Self::Hanggar
                | Self::Perbendaharaan
                | Self::KepalaKantor
        )
    }

    /// Whether this is the importer or its broker.
    pub const fn is_declarant(self) -> bool {
        matches!(self, Self::Importir | Self::Ppjk)
    }

    /// Name for a reader.
    pub const fn label(self) -> Text {
        match self {
            Self::Importir => Text::fixed("Importir", "Importer"),
            Self::Ppjk => Text::fixed("PPJK", "Customs broker (PPJK)"),
            Self::Insw => Text::fixed("INSW", "INSW"),
            Self::Bank => Text::fixed("Bank persepsi / MPN", "Collecting bank / MPN"),
            Self::Tps => Text::fixed("TPS", "Terminal (TPS)"),
            Self::Pengangkut => Text::fixed("Pengangkut", "Carrier"),
            Self::Laboratorium => Text::fixed("Laboratorium", "Laboratory"),
            Self::Sistem => Text::fixed("Sistem", "System"),
            Self::PemeriksaFisik => Text::fixed("Pejabat pemeriksa fisik", "Inspector of goods"),
            Self::PemeriksaDokumen => Text::fixed("Pejabat pemeriksa dokumen", "Document officer"),
            Self::Penindakan => Text::fixed("Unit pengawasan (P2)", "Enforcement unit (P2)"),
            Self::Hanggar => Text::fixed("Pejabat hanggar", "Gate officer"),
            Self::Perbendaharaan => Text::fixed("Perbendaharaan", "Treasury"),
            Self::KepalaKantor => Text::fixed("Kepala kantor", "Head of the office"),
        }
    }
}

/// Who gives a command; kept in every event that follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Actor {
    /// Function in which the user acts.
    pub peran: Role,
    /// User id; the partner's or job's name when no person acts.
    pub pengguna: String,
    /// Office of an officer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kantor: Option<KodeKantor>,
}

impl Actor {
    /// The system itself.
    pub fn system() -> Self {
        Self { peran: Role::Sistem, pengguna: "sistem".to_owned(), kantor: None }
    }

    /// A user of a company, or a partner system.
    pub fn of(peran: Role, pengguna: impl Into<String>) -> Self {
        Self { peran, pengguna: pengguna.into(), kantor: None }
    }

    /// An officer of an office.
    pub fn officer(peran: Role, pengguna: impl Into<String>, kantor: KodeKantor) -> Self {
        Self { peran, pengguna: pengguna.into(), kantor: Some(kantor) }
    }
}
