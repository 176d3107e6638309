//! Four eyes: what one operator asks for, another one approves or refuses.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use kernel::Text;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::approvals::{self, Approval, ApprovalState};
use store::{Tx, accounts};

use super::officers::{self, OfficerChange, OfficerForm};
use crate::access::{Actor, UseCase};
use crate::account::{Form, Note};
use crate::reference::{ImportReport, Incoming};
use crate::{App, Error};

/// Most requests listed.
const MOST: u32 = 200;
/// Largest import that can wait for an approval, bytes.
const LARGEST: usize = 32 << 20;

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
    /// Reference data: file names and contents, base 64.
    ImporReferensi {
        /// Files.
        berkas: Vec<(String, String)>,
    },
}

impl Change {
    fn kind(&self) -> &'static str {
        match self {
            Self::BuatPetugas(_) => "PETUGAS_BUAT",
            Self::UbahPetugas { .. } => "PETUGAS_UBAH",
            Self::ImporReferensi { .. } => "REFERENSI_IMPOR",
        }
    }

    /// What people read of it.
    fn text(&self) -> Text {
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

/// A request, as operators see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApprovalRow {
    /// Id.
    pub id: String,
    /// Kind.
    pub kind: String,
    /// What is asked for.
    pub what: Text,
    /// Account or thing it is about.
    pub subject: String,
    /// Who asks, by name.
    pub by: String,
    /// Since when.
    pub at: Timestamp,
    /// Whether the actor asked for it, or is its subject, and so cannot approve it.
    pub mine: bool,
}

/// Records a request.
pub(super) fn request(app: &App, actor: &Actor, subject: &str, change: &Change) -> Result<String, Error> {
    let approval = Approval {
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
    };
    let (at, what) = (app.clone(), change.text());
    app.db().write(move |tx| {
        approvals::insert(tx, &approval)?;
        let body = json!({ "jenis": approval.kind, "isi": what.id });
        Note::new("persetujuan.minta", &approval.requested_by, &approval.id, None).with(body).write(tx, &at)?;
        Ok(approval.id.clone())
    })
}

/// Asks for an import of reference data; the report shows what it would change. Nothing is asked for when it is refused.
pub fn request_import(app: &App, actor: &Actor, files: &[Incoming]) -> Result<(Option<String>, ImportReport), Error> {
    actor.may(UseCase::Operate)?;
    if files.iter().map(|f| f.bytes.len()).sum::<usize>() > LARGEST {
        return Err(Error::Refused(Text::fixed("Berkas lebih dari 32 MB.", "The files are larger than 32 MB.")));
    }
    let report = crate::reference::import(app, files, &actor.account_id, true)?;
    if report.refused() || files.is_empty() {
        return Ok((None, report));
    }
    let berkas = files.iter().map(|f| (f.name.clone(), STANDARD.encode(&f.bytes))).collect();
    let id = request(app, actor, "referensi", &Change::ImporReferensi { berkas })?;
    Ok((Some(id), report))
}

fn read(approval: &Approval) -> Result<Change, Error> {
    serde_json::from_str(&approval.payload).map_err(|e| Error::Broken(e.to_string()))
}

fn is_own(actor: &Actor, approval: &Approval) -> bool {
    approval.requested_by == actor.account_id || approval.subject == actor.account_id
}

/// What waits for a decision, oldest first.
pub fn pending(app: &App, actor: &Actor) -> Result<Vec<ApprovalRow>, Error> {
    actor.may(UseCase::ApproveChanges)?;
    let who = actor.clone();
    app.db().read(move |tx| {
        let mut rows = Vec::new();
        for approval in approvals::in_state(tx, ApprovalState::Menunggu, MOST)? {
            let by = accounts::by_id(tx, &approval.requested_by)?;
            rows.push(ApprovalRow {
                what: read(&approval)?.text(),
                mine: is_own(&who, &approval),
                by: by.map(|a| a.display_name).unwrap_or_default(),
                at: approval.requested,
                id: approval.id,
                kind: approval.kind,
                subject: approval.subject,
            });
        }
        Ok(rows)
    })
}

/// A waiting request that this actor may decide.
fn decidable(tx: &mut dyn Tx, actor: &Actor, id: &str) -> Result<(Approval, Change), Error> {
    let approval = approvals::for_update(tx, id)?;
    let approval = approval.filter(|a| a.state == ApprovalState::Menunggu).ok_or(Error::NotFound)?;
    if is_own(actor, &approval) {
        return Err(Error::Denied("permintaan sendiri disetujui oleh operator lain"));
    }
    let change = read(&approval)?;
    Ok((approval, change))
}

/// Approves: the change is carried out with the approval, in one transaction.
pub fn approve(app: &App, actor: &Actor, id: &str) -> Result<(), Error> {
    actor.may(UseCase::ApproveChanges)?;
    let (at, who, id) = (app.clone(), actor.clone(), id.to_owned());
    let import = app.db().write(move |tx| {
        let (approval, change) = decidable(tx, &who, &id)?;
        approvals::decide(tx, &id, ApprovalState::Disetujui, &who.account_id, None, at.now())?;
        Note::new("persetujuan.beri", &who.account_id, &id, None).write(tx, &at)?;
        match change {
            Change::BuatPetugas(form) => officers::create(tx, &at, &approval.requested_by, &form)?,
            Change::UbahPetugas { akun, perubahan } => {
                officers::change(tx, &at, &approval.requested_by, &akun, &perubahan)?;
            }
            Change::ImporReferensi { berkas } => return Ok::<_, Error>(Some((approval.requested_by, berkas))),
        }
        Ok(None)
    })?;
    if let Some((by, berkas)) = import {
        import_now(app, &by, berkas)?;
    }
    app.bell().ring();
    Ok(())
}

/// An import is a transaction of its own, and repeating it changes nothing.
fn import_now(app: &App, by: &str, berkas: Vec<(String, String)>) -> Result<(), Error> {
    let file = |(name, text): (String, String)| {
        let bytes = STANDARD.decode(text).map_err(|e| Error::Broken(e.to_string()))?;
        Ok::<_, Error>(Incoming { name, bytes })
    };
    let files = berkas.into_iter().map(file).collect::<Result<Vec<_>, _>>()?;
    let report = crate::reference::import(app, &files, by, false)?;
    if report.refused() {
        return Err(Error::Refused(Text::fixed(
            "Referensi berubah sejak permintaan dibuat, dan berkas ini tidak lagi cocok; minta impor baru.",
            "The reference data changed since this was asked for, and the files do not fit any more; ask anew.",
        )));
    }
    Ok(())
}

/// Refuses.
pub fn reject(app: &App, actor: &Actor, id: &str, reason: &str) -> Result<(), Error> {
    actor.may(UseCase::ApproveChanges)?;
    let mut check = Form::default();
    let reason = check.line("alasan", reason, 200);
    check.done()?;
    let (at, who, id) = (app.clone(), actor.clone(), id.to_owned());
    app.db().write(move |tx| {
        decidable(tx, &who, &id)?;
        approvals::decide(tx, &id, ApprovalState::Ditolak, &who.account_id, Some(&reason), at.now())?;
        let body = json!({ "alasan": reason });
        Note::new("persetujuan.tolak", &who.account_id, &id, None).with(body).write(tx, &at)?;
        Ok(())
    })
}
