//! Four eyes: what one operator asks for, another one approves or refuses.

use jiff::Timestamp;
use kernel::Text;
use serde_json::json;
use store::approvals::{self, Approval, ApprovalState};
use store::jobs::{self, JobState};
use store::{Fault, Tx, accounts};

use super::change::{Change, read};
use super::{import, officers};
use crate::access::{Actor, UseCase};
use crate::account::{Form, Note};
use crate::{App, Error};

/// Most requests listed.
const MOST: u32 = 200;

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
    /// Whether the actor asked for it, and so can withdraw it.
    pub own: bool,
    /// Where it stands.
    pub standing: Standing,
    /// Who decided, by name, and when.
    pub decided: Option<(String, Timestamp)>,
}

/// Where a request stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has decided.
    Waiting,
    /// Approved, and being carried out.
    Running,
    /// Approved and carried out.
    Done,
    /// Approved, but it cannot be carried out: why.
    Failed(String),
    /// Rejected: why.
    Rejected(String),
}

fn is_own(actor: &Actor, approval: &Approval) -> bool {
    approval.requested_by == actor.account_id || approval.subject == actor.account_id
}

/// What waits for a decision, oldest first.
pub fn pending(app: &App, actor: &Actor) -> Result<Vec<ApprovalRow>, Error> {
    listed(app, actor, |tx| approvals::in_state(tx, ApprovalState::Menunggu, MOST))
}

/// What was decided, last one first.
pub fn decided(app: &App, actor: &Actor) -> Result<Vec<ApprovalRow>, Error> {
    listed(app, actor, |tx| approvals::decided(tx, MOST))
}

/// One request, decided or not.
pub fn one(app: &App, actor: &Actor, id: &str) -> Result<ApprovalRow, Error> {
    let id = id.to_owned();
    let rows = listed(app, actor, move |tx| Ok(approvals::by_id(tx, &id)?.into_iter().collect()))?;
    rows.into_iter().next().ok_or(Error::NotFound)
}

fn listed(
    app: &App,
    actor: &Actor,
    find: impl Fn(&mut dyn Tx) -> Result<Vec<Approval>, Fault> + Send + 'static,
) -> Result<Vec<ApprovalRow>, Error> {
    actor.may(UseCase::ApproveChanges)?;
    let who = actor.clone();
    app.db().read(move |tx| find(tx)?.into_iter().map(|approval| row(tx, &who, approval)).collect())
}

fn row(tx: &mut dyn Tx, actor: &Actor, approval: Approval) -> Result<ApprovalRow, Error> {
    let mut name = |id: &str| -> Result<String, Error> {
        Ok(accounts::by_id(tx, id)?.map(|a| a.display_name).unwrap_or_default())
    };
    let by = name(&approval.requested_by)?;
    let decided_by = approval.decided_by.as_deref().map(name).transpose()?.unwrap_or_default();
    Ok(ApprovalRow {
        standing: standing(tx, &approval)?,
        what: read(&approval)?.text(),
        mine: is_own(actor, &approval),
        own: approval.requested_by == actor.account_id,
        by,
        at: approval.requested,
        decided: approval.decided.map(|at| (decided_by, at)),
        id: approval.id,
        kind: approval.kind,
        subject: approval.subject,
    })
}

/// Where a request stands; what was approved and is slow is as far as its job.
fn standing(tx: &mut dyn Tx, approval: &Approval) -> Result<Standing, Error> {
    Ok(match approval.state {
        ApprovalState::Menunggu => Standing::Waiting,
        ApprovalState::Ditolak => Standing::Rejected(approval.reason.clone().unwrap_or_default()),
        ApprovalState::Disetujui => match jobs::by_key(tx, &import::key(&approval.id))? {
            Some(job) if job.state == JobState::Ready => Standing::Running,
            Some(job) if job.state == JobState::Dead => Standing::Failed(job.last_error.unwrap_or_default()),
            _ => Standing::Done,
        },
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

/// Approves: the change is carried out in the transaction of the approval, or, when it is slow, by a job written in it.
pub fn approve(app: &App, actor: &Actor, id: &str) -> Result<(), Error> {
    actor.may(UseCase::ApproveChanges)?;
    let (at, who, id) = (app.clone(), actor.clone(), id.to_owned());
    app.db().write(move |tx| {
        let (approval, change) = decidable(tx, &who, &id)?;
        approvals::decide(tx, &id, ApprovalState::Disetujui, &who.account_id, None, at.now())?;
        Note::new("persetujuan.beri", &who.account_id, &id, None).write(tx, &at)?;
        match change {
            Change::BuatPetugas(form) => officers::create(tx, &at, &approval.requested_by, &form),
            Change::UbahPetugas { akun, perubahan } => {
                officers::change(tx, &at, &approval.requested_by, &akun, &perubahan)
            }
            Change::ImporReferensi { .. } => import::enqueue(tx, &at, &id),
        }
    })?;
    app.bell().ring();
    Ok(())
}

/// Takes one's own request back.
pub fn withdraw(app: &App, actor: &Actor, id: &str) -> Result<(), Error> {
    actor.may(UseCase::Operate)?;
    let (at, who, id) = (app.clone(), actor.account_id.clone(), id.to_owned());
    app.db().write(move |tx| {
        let approval = approvals::for_update(tx, &id)?.filter(|a| a.requested_by == who).ok_or(Error::NotFound)?;
        let reason = Some("ditarik oleh peminta");
        if !approvals::decide(tx, &approval.id, ApprovalState::Ditolak, &who, reason, at.now())? {
            return Err(Error::NotFound);
        }
        Note::new("persetujuan.tarik", &who, &id, None).write(tx, &at)?;
        Ok(())
    })
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
