//! Who may do what: one table, role × use case, and for users of a company the right of a menu that it needs. Whose
//! things they are is decided by [`Actor`] scopes in the queries.

mod rights;

pub use rights::{Menu, Ready, Right, Rights};

use std::collections::BTreeSet;

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
    /// His rights, for traders; read anew at each request.
    pub rights: Rights,
    /// Companies whose power of attorney the actor's company holds today; read anew at each request.
    pub clients: BTreeSet<String>,
    /// The client for whom a broker acts now, with a power of attorney that is in force.
    pub acting_for: Option<Client>,
}

/// A broker's client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// Company.
    pub company_id: String,
    /// NPWP, 16 digits.
    pub npwp: String,
    /// Name.
    pub nama: String,
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
    /// Record a declaration.
    RecordDeclaration,
    /// Delete what was recorded and not sent.
    DeleteDraft,
    /// Send, resend a declaration.
    SubmitDeclaration,
    /// Try a declaration without storing it.
    CheckDeclaration,
    /// Read status, letters and forms.
    ReadDeclaration,
    /// Declare goods ready, upload papers, answer requests, ask for cancellation.
    ActOnDeclaration,
    /// Ask for a bill anew, withdraw one.
    ManageBilling,
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
    /// Restart dead jobs.
    ReviveJobs,
    /// Create, move and close officers' accounts; needs a second operator.
    ManageOfficers,
    /// Approve what another operator asked for.
    ApproveChanges,
    /// One's own profile, address, password, sessions, second factor.
    ManageProfile,
    /// Company data and the list of users.
    ReadCompany,
    /// Invite, change and close users of the company.
    ManageUsers,
    /// Give and take powers of attorney.
    ManageKuasa,
    /// See which powers of attorney the company holds, choose a client.
    ActForClient,
    /// Make and take back the company's API keys.
    ManageApiKeys,
    /// The company's history of events.
    ReadAudit,
    /// Open the officers' desk: queue, cases, what a second officer confirms.
    WorkDesk,
    /// Give the work of one officer to another.
    AssignWork,
    /// See everything that happened to a case, by whom.
    AuditCase,
    /// Answers of partners and the clock: no account may give them.
    ActForSystem,
}

/// What a trader's role leaves to his rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Nothing more.
    Nothing,
    /// This right of this menu.
    Menu(Menu, Right),
    /// Administration of the company.
    Admin,
}

impl UseCase {
    /// All use cases, for the matrix.
    pub const ALL: [Self; 30] = [
        Self::RecordDeclaration,
        Self::DeleteDraft,
        Self::SubmitDeclaration,
        Self::CheckDeclaration,
        Self::ReadDeclaration,
        Self::ActOnDeclaration,
        Self::ManageBilling,
        Self::ReadReference,
        Self::DirectInspection,
        Self::RecordInspection,
        Self::ExamineDocuments,
        Self::HoldGoods,
        Self::RecordGate,
        Self::DecideCancellation,
        Self::ManageTreasury,
        Self::Operate,
        Self::ReviveJobs,
        Self::ManageOfficers,
        Self::ApproveChanges,
        Self::ManageProfile,
        Self::ReadCompany,
        Self::ManageUsers,
        Self::ManageKuasa,
        Self::ActForClient,
        Self::ManageApiKeys,
        Self::ReadAudit,
        Self::WorkDesk,
        Self::AssignWork,
        Self::AuditCase,
        Self::ActForSystem,
    ];
}

/// The table.
pub fn allows(role: Role, case: UseCase) -> bool {
    use Role::{Hanggar, Kepala, Operator, P2, PenggunaJasa, Perbendaharaan, Pfpb, Ppd};
    use UseCase as Do;
    let who: &[Role] = match case {
        Do::RecordDeclaration
        | Do::DeleteDraft
        | Do::SubmitDeclaration
        | Do::CheckDeclaration
        | Do::ActOnDeclaration
        | Do::ReadCompany
        | Do::ManageUsers
        | Do::ManageKuasa
        | Do::ActForClient
        | Do::ManageApiKeys
        | Do::ReadAudit => &[PenggunaJasa],
        Do::ReadDeclaration => &[PenggunaJasa, Pfpb, Ppd, P2, Hanggar, Kepala, Perbendaharaan],
        Do::ReadReference | Do::ManageProfile => &Role::ALL,
        Do::DirectInspection => &[Ppd, Kepala],
        Do::RecordInspection => &[Pfpb],
        Do::ExamineDocuments => &[Ppd],
        Do::HoldGoods => &[P2],
        Do::RecordGate => &[Hanggar],
        Do::DecideCancellation => &[Kepala],
        Do::ManageTreasury => &[Perbendaharaan],
        Do::Operate | Do::ReviveJobs | Do::ManageOfficers | Do::ApproveChanges => &[Operator],
        Do::ManageBilling => &[PenggunaJasa, Perbendaharaan],
        Do::WorkDesk => &[Pfpb, Ppd, P2, Hanggar, Kepala, Perbendaharaan],
        Do::AssignWork | Do::AuditCase => &[Kepala],
        Do::ActForSystem => &[],
    };
    who.contains(&role)
}

/// What a use case needs of a user's rights in his company; roles of customs need nothing more than their role.
pub fn need(case: UseCase) -> Need {
    use UseCase as Do;
    match case {
        Do::RecordDeclaration | Do::CheckDeclaration => Need::Menu(Menu::Dokumen, Right::Rekam),
        Do::DeleteDraft => Need::Menu(Menu::Dokumen, Right::Hapus),
        Do::SubmitDeclaration | Do::ActOnDeclaration => Need::Menu(Menu::Dokumen, Right::Kirim),
        Do::ReadDeclaration => Need::Menu(Menu::Dokumen, Right::Lihat),
        Do::ManageBilling => Need::Menu(Menu::Perbendaharaan, Right::Kirim),
        Do::ManageUsers | Do::ManageKuasa | Do::ManageApiKeys | Do::ReadAudit => Need::Admin,
        Do::ReadReference
        | Do::ManageProfile
        | Do::ReadCompany
        | Do::ActForClient
        | Do::DirectInspection
        | Do::RecordInspection
        | Do::ExamineDocuments
        | Do::HoldGoods
        | Do::RecordGate
        | Do::DecideCancellation
        | Do::ManageTreasury
        | Do::Operate
        | Do::ReviveJobs
        | Do::ManageOfficers
        | Do::ApproveChanges
        | Do::WorkDesk
        | Do::AssignWork
        | Do::AuditCase
        | Do::ActForSystem => Need::Nothing,
    }
}

impl Actor {
    /// Passes when the actor's role, and for a trader his rights, allow this.
    pub fn may(&self, case: UseCase) -> Result<(), Error> {
        if !allows(self.role, case) {
            return Err(Error::Denied("peran ini tidak berhak melakukan tindakan itu"));
        }
        let enough = self.role != Role::PenggunaJasa
            || match need(case) {
                Need::Nothing => true,
                Need::Menu(menu, right) => self.rights.has(menu, right),
                Need::Admin => self.rights.admin,
            };
        if enough {
            Ok(())
        } else {
            Err(Error::Denied("hak akses Anda belum mencakup tindakan itu; mintalah kepada admin"))
        }
    }

    /// The company for which a trader acts now: his client's, or his own.
    pub fn subject_company(&self) -> Result<&str, Error> {
        self.acting_for.as_ref().map_or_else(|| self.company(), |client| Ok(&client.company_id))
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
            let need = match need(case) {
                Need::Nothing => String::new(),
                Need::Menu(menu, right) => format!("{}.{}", menu.word(), right.word()),
                Need::Admin => "admin".to_owned(),
            };
            writeln!(matrix, "{case:?}: {} [{need}]", who.join(" ")).unwrap();
        }
        let expected = include_str!("access/matrix.txt");
        assert_eq!(matrix, expected, "\n{matrix}");
    }

    fn user(rights: Rights) -> Actor {
        Actor {
            account_id: "a".into(),
            name: "Uji".into(),
            role: Role::PenggunaJasa,
            company_id: Some("c".into()),
            npwp: None,
            office: None,
            rights,
            clients: BTreeSet::new(),
            acting_for: None,
        }
    }

    #[test]
    fn ready_made_rights_open_what_they_say() {
        use UseCase as Do;
        let open = |ready: Ready| -> Vec<UseCase> {
            let user = user(ready.rights());
            UseCase::ALL.into_iter().filter(|case| user.may(*case).is_ok()).collect()
        };
        let everybody = [Do::ReadReference, Do::ManageProfile, Do::ReadCompany, Do::ActForClient];
        let with = |more: &[UseCase]| {
            let mut all = [more, &everybody].concat();
            all.sort_unstable();
            all
        };
        let sorted = |ready| {
            let mut all = open(ready);
            all.sort_unstable();
            all
        };
        assert_eq!(sorted(Ready::Pembaca), with(&[Do::ReadDeclaration]));
        assert_eq!(sorted(Ready::Manifes), with(&[Do::ReadDeclaration]));
        assert_eq!(sorted(Ready::Perbendaharaan), with(&[Do::ReadDeclaration, Do::ManageBilling]));
        let record = [Do::RecordDeclaration, Do::DeleteDraft, Do::CheckDeclaration, Do::ReadDeclaration];
        assert_eq!(sorted(Ready::Perekam), with(&record));
        let send = [&record[..], &[Do::SubmitDeclaration, Do::ActOnDeclaration]].concat();
        assert_eq!(sorted(Ready::Pengirim), with(&send));
        let traders = UseCase::ALL.into_iter().filter(|case| allows(Role::PenggunaJasa, *case));
        assert_eq!(open(Ready::Admin), traders.collect::<Vec<_>>());
        assert!(user(Rights::none()).may(Do::ReadDeclaration).is_err());
    }
}
