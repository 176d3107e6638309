//! What operators ask for, and how a request is recorded until another one decides.

use kernel::Text;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::Tx;
use store::approvals::{self, Approval, ApprovalState};

use crate::access::Actor;
use crate::account::Note;
use crate::{App, Error};

/// A new officer.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct OfficerForm {
    /// Address that gets the invitation.
    pub email: String,
    /// Name.
    pub nama: String,
    /// Word of a [`Role`] other than that of traders.
    pub role: String,
    /// Office, 6 digits; empty for operators.
    pub office: String,
}

/// A change of an officer's rights; what is none stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct OfficerChange {
    /// Word of a [`Role`].
    pub role: Option<String>,
    /// Office, 6 digits.
    pub office: Option<String>,
    /// Open or closed.
    pub active: Option<bool>,
}

/// A change that waits.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "apa", rename_all = "snake_case")]
pub(super) enum Change {
    /// A new officer.
    BuatPetugas(OfficerForm),
    /// Another role, office or state.
    UbahPetugas {
        /// Account.
        akun: String,
        /// The change.
        perubahan: OfficerChange,
    },
    /// Reference data: names of files, and under which SHA-256 their content is kept.
    ImporReferensi {
        /// Files.
        berkas: Vec<(String, String)>,
    },
}

impl Change {
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::BuatPetugas(_) => "PETUGAS_BUAT",
            Self::UbahPetugas { .. } => "PETUGAS_UBAH",
            Self::ImporReferensi { .. } => "REFERENSI_IMPOR",
        }
    }

    /// What people read of it.
    pub(super) fn text(&self) -> Text {
        match self {
            Self::BuatPetugas(form) => Text::made(
                format!("Petugas baru {} ({}), fungsi {}, kantor {}", form.nama, form.email, form.role, form.office),
                format!("New officer {} ({}), function {}, office {}", form.nama, form.email, form.role, form.office),
            ),
            Self::UbahPetugas { perubahan, .. } => {
                let OfficerChange { role, office, active } = perubahan;
                let part = |name: &str, value: Option<String>| value.map(|v| format!("{name} {v}"));
                let id = [
                    part("fungsi", role.clone()),
                    part("kantor", office.clone()),
                    part("status", active.map(|a| if a { "aktif" } else { "nonaktif" }.to_owned())),
                ];
                let en = [
                    part("function", role.clone()),
                    part("office", office.clone()),
                    part("state", active.map(|a| if a { "open" } else { "closed" }.to_owned())),
                ];
                let join = |parts: [Option<String>; 3]| parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
                Text::made(format!("Ubah petugas: {}", join(id)), format!("Change of an officer: {}", join(en)))
            }
            Self::ImporReferensi { berkas } => {
                let names: Vec<&str> = berkas.iter().map(|(name, _)| name.as_str()).collect();
                let names = names.join(", ");
                Text::made(format!("Impor referensi: {names}"), format!("Import of reference data: {names}"))
            }
        }
    }
}

/// Records a request.
pub(super) fn request(app: &App, actor: &Actor, subject: &str, change: &Change) -> Result<String, Error> {
    let (at, approval, what) = (app.clone(), new(app, actor, subject, change)?, change.text());
    app.db().write(move |tx| record(tx, &at, &approval, &what))
}

/// A request that is not yet recorded.
pub(super) fn new(app: &App, actor: &Actor, subject: &str, change: &Change) -> Result<Approval, Error> {
    Ok(Approval {
        id: app.id(),
        kind: change.kind().to_owned(),
        subject: subject.to_owned(),
        payload: serde_json::to_string(change).map_err(|e| Error::Broken(e.to_string()))?,
        state: ApprovalState::Menunggu,
        requested_by: actor.account_id.clone(),
        requested: app.now(),
        decided_by: None,
        decided: None,
        reason: None,
    })
}

/// Records it; its id.
pub(super) fn record(tx: &mut dyn Tx, app: &App, approval: &Approval, what: &Text) -> Result<String, Error> {
    approvals::insert(tx, approval)?;
    let body = json!({ "jenis": approval.kind, "isi": what.id });
    Note::new("persetujuan.minta", &approval.requested_by, &approval.id, None).with(body).write(tx, app)?;
    Ok(approval.id.clone())
}

/// What a request asks for.
pub(super) fn read(approval: &Approval) -> Result<Change, Error> {
    serde_json::from_str(&approval.payload).map_err(|e| Error::Broken(e.to_string()))
}
