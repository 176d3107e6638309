//! Who may do what: one table, role × use case. Whose things they are is decided by [`Actor`] scopes in the queries.

use serde::{Deserialize, Serialize};

use crate::Error;

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Account.
    pub account_id: String,
    /// Name for timelines and letters.
    pub name: String,
    /// What he is.
    pub role: Role,
    /// His company, for traders.
    pub company_id: Option<String>,
    /// His company's NPWP, 16 digits.
    pub npwp: Option<String>,
    /// His office, for officers.
    pub office: Option<String>,
}

/// Roles; officers are named by their function (rules 1.17).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Role {
    /// User of a company.
    PenggunaJasa,
    /// Physical inspector.
    Pfpb,
    /// Document officer.
    Ppd,
    /// Enforcement.
    P2,
    /// Gate officer.
    Hanggar,
    /// Head of office.
    Kepala,
    /// Treasury officer.
    Perbendaharaan,
    /// Runs the installation.
    Operator,
}

impl Role {
    /// All roles, for the matrix.
    pub const ALL: [Self; 8] = [
        Self::PenggunaJasa,
        Self::Pfpb,
        Self::Ppd,
        Self::P2,
        Self::Hanggar,
        Self::Kepala,
        Self::Perbendaharaan,
        Self::Operator,
    ];

    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::PenggunaJasa => "PENGGUNA_JASA",
            Self::Pfpb => "PFPB",
            Self::Ppd => "PPD",
            Self::P2 => "P2",
            Self::Hanggar => "HANGGAR",
            Self::Kepala => "KEPALA",
            Self::Perbendaharaan => "PERBENDAHARAAN",
            Self::Operator => "OPERATOR",
        }
    }

    /// The office held, as letters print it; none for those who sign no letter.
    pub fn title(self) -> Option<&'static str> {
        Some(match self {
            Self::Pfpb => "Pejabat pemeriksa fisik",
            Self::Ppd => "Pejabat pemeriksa dokumen",
            Self::P2 => "Pejabat unit pengawasan",
            Self::Hanggar => "Pejabat hanggar",
            Self::Kepala => "Kepala kantor",
            Self::Perbendaharaan => "Pejabat perbendaharaan",
            Self::PenggunaJasa | Self::Operator => return None,
        })
    }

    /// The role of a stored word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

/// What can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UseCase {
    /// Record, send, resend a declaration.
    SubmitDeclaration,
    /// Try a declaration without storing it.
    CheckDeclaration,
    /// Read status, letters and forms.
    ReadDeclaration,
    /// Declare goods ready, upload papers, answer requests, ask for cancellation, re-issue a bill.
    ActOnDeclaration,
    /// Look at exchange rates and other reference data.
    ReadReference,
    /// Appoint an inspector, instruct.
    DirectInspection,
    /// Record minutes and report.
    RecordInspection,
    /// Examine documents, ask for data, determine, release.
    ExamineDocuments,
    /// Hold and free goods.
    HoldGoods,
    /// Record gate-out.
    RecordGate,
    /// Decide on cancellations.
    DecideCancellation,
    /// Confirm guarantees, resolve payments.
    ManageTreasury,
    /// Import reference data, revive jobs.
    Operate,
    /// Answers of partners and the clock: no account may give them.
    ActForSystem,
}

impl UseCase {
    /// All use cases, for the matrix.
    pub const ALL: [Self; 14] = [
        Self::SubmitDeclaration,
        Self::CheckDeclaration,
        Self::ReadDeclaration,
        Self::ActOnDeclaration,
        Self::ReadReference,
        Self::DirectInspection,
        Self::RecordInspection,
        Self::ExamineDocuments,
        Self::HoldGoods,
        Self::RecordGate,
        Self::DecideCancellation,
        Self::ManageTreasury,
        Self::Operate,
        Self::ActForSystem,
    ];
}

/// The table.
pub fn allows(role: Role, case: UseCase) -> bool {
    use Role::{Hanggar, Kepala, Operator, P2, PenggunaJasa, Perbendaharaan, Pfpb, Ppd};
    use UseCase as Do;
    let who: &[Role] = match case {
        Do::SubmitDeclaration | Do::CheckDeclaration | Do::ActOnDeclaration => &[PenggunaJasa],
        Do::ReadDeclaration => &[PenggunaJasa, Pfpb, Ppd, P2, Hanggar, Kepala, Perbendaharaan],
        Do::ReadReference => &Role::ALL,
        Do::DirectInspection => &[Ppd, Kepala],
        Do::RecordInspection => &[Pfpb],
        Do::ExamineDocuments => &[Ppd],
        Do::HoldGoods => &[P2],
        Do::RecordGate => &[Hanggar],
        Do::DecideCancellation => &[Kepala],
        Do::ManageTreasury => &[Perbendaharaan],
        Do::Operate => &[Operator],
        Do::ActForSystem => &[],
    };
    who.contains(&role)
}

impl Actor {
    /// Passes when the actor's role may do this.
    pub fn may(&self, case: UseCase) -> Result<(), Error> {
        if allows(self.role, case) {
            Ok(())
        } else {
            Err(Error::Denied("peran ini tidak berhak melakukan tindakan itu"))
        }
    }

    /// The company of a trader.
    pub fn company(&self) -> Result<&str, Error> {
        self.company_id.as_deref().ok_or(Error::Denied("bukan pengguna jasa"))
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    #[test]
    fn the_whole_matrix_is_visible() {
        let mut matrix = String::new();
        for case in UseCase::ALL {
            let who: Vec<&str> = Role::ALL.into_iter().filter(|r| allows(*r, case)).map(Role::word).collect();
            writeln!(matrix, "{case:?}: {}", who.join(" ")).unwrap();
        }
        let expected = "\
SubmitDeclaration: PENGGUNA_JASA
CheckDeclaration: PENGGUNA_JASA
ReadDeclaration: PENGGUNA_JASA PFPB PPD P2 HANGGAR KEPALA PERBENDAHARAAN
ActOnDeclaration: PENGGUNA_JASA
ReadReference: PENGGUNA_JASA PFPB PPD P2 HANGGAR KEPALA PERBENDAHARAAN OPERATOR
DirectInspection: PPD KEPALA
RecordInspection: PFPB
ExamineDocuments: PPD
HoldGoods: P2
RecordGate: HANGGAR
DecideCancellation: KEPALA
ManageTreasury: PERBENDAHARAAN
Operate: OPERATOR
ActForSystem: 
";
        assert_eq!(matrix, expected);
    }
}
