//! Reference data under four eyes: one operator sends files and sees what they change, another approves, a job imports.

use kernel::Text;
use serde::{Deserialize, Serialize};
use store::jobs::NewJob;
use store::{Tx, blobs, jobs};

use super::change::{self, Change};
use crate::access::{Actor, UseCase};
use crate::account::Note;
use crate::jobs::{Held, Kind, Left};
use crate::reference::{ImportReport, Incoming, prepare};
use crate::{App, Error};

/// Largest import that can wait for an approval, bytes.
const LARGEST: usize = 32 << 20;
/// Most files of one import.
const MOST_FILES: usize = 40;

#[derive(Serialize, Deserialize)]
struct Payload {
    persetujuan: String,
}

/// What files would change; nothing is kept of them.
pub fn look(app: &App, actor: &Actor, files: &[Incoming]) -> Result<ImportReport, Error> {
    actor.may(UseCase::Operate)?;
    bounded(files)?;
    Ok(prepare(app, files)?.report)
}

/// Asks for an import; the report shows what it would change. Nothing is asked for when a file is refused or nothing
/// would change.
pub fn request(app: &App, actor: &Actor, files: &[Incoming]) -> Result<(Option<String>, ImportReport), Error> {
    actor.may(UseCase::Operate)?;
    bounded(files)?;
    let prepared = prepare(app, files)?;
    if !prepared.changes() {
        return Ok((None, prepared.report));
    }
    let (at, who, files) = (app.clone(), actor.clone(), files.to_vec());
    let id = app.db().write(move |tx| {
        let mut berkas = Vec::with_capacity(files.len());
        for file in &files {
            berkas.push((file.name.clone(), blobs::put(tx, &file.bytes, "text/csv", at.now())?));
        }
        let change = Change::ImporReferensi { berkas };
        let approval = change::new(&at, &who, "referensi", &change)?;
        change::record(tx, &at, &approval, &change.text())
    })?;
    Ok((Some(id), prepared.report))
}

fn bounded(files: &[Incoming]) -> Result<(), Error> {
    if files.len() > MOST_FILES || files.iter().map(|f| f.bytes.len()).sum::<usize>() > LARGEST {
        return Err(Error::Refused(Text::fixed(
            "Paling banyak 40 berkas dan 32 MB sekaligus.",
            "At most 40 files and 32 MB at once.",
        )));
    }
    Ok(())
}

/// What a request would change if it were carried out now; none when it is about something else.
pub fn effect(app: &App, actor: &Actor, id: &str) -> Result<Option<ImportReport>, Error> {
    actor.may(UseCase::ApproveChanges)?;
    match files(app, id)? {
        Some((_, files)) => Ok(Some(prepare(app, &files)?.report)),
        None => Ok(None),
    }
}

/// Who asked for an import, and its files.
fn files(app: &App, id: &str) -> Result<Option<(String, Vec<Incoming>)>, Error> {
    let id = id.to_owned();
    app.db().read(move |tx| {
        let approval = store::approvals::by_id(tx, &id)?.ok_or(Error::NotFound)?;
        let Change::ImporReferensi { berkas } = change::read(&approval)? else { return Ok(None) };
        let mut files = Vec::with_capacity(berkas.len());
        for (name, sha256) in berkas {
            let blob = blobs::get(tx, &sha256)?.ok_or_else(|| Error::Broken(format!("berkas {name} tidak ada")))?;
            files.push(Incoming { name, bytes: blob.bytes });
        }
        Ok(Some((approval.requested_by, files)))
    })
}

/// The key of the job of an approval.
pub(super) fn key(approval: &str) -> String {
    format!("impor:{approval}")
}

/// Enqueues the import in the transaction of its approval: one is not without the other.
pub(super) fn enqueue(tx: &mut dyn Tx, app: &App, approval: &str) -> Result<(), Error> {
    let payload = Payload { persetujuan: approval.to_owned() };
    let job = NewJob {
        id: app.id(),
        kind: Kind::Impor.word().to_owned(),
        key: Some(key(approval)),
        payload: serde_json::to_string(&payload).map_err(|e| Error::Broken(e.to_string()))?,
        run_at: app.now(),
        declaration_id: None,
    };
    jobs::enqueue(tx, &job, app.now())?;
    Ok(())
}

/// Imports what was approved; the new version and the end of the job are one commit. Files that do not fit any more,
/// since something else was imported meanwhile, are given up at once and shown to the operators.
pub(crate) fn run(app: &App, held: &Held) -> Result<Left, Error> {
    let Payload { persetujuan } = serde_json::from_str(&held.job.payload).map_err(|e| Error::Broken(e.to_string()))?;
    let (by, files) = files(app, &persetujuan)?.ok_or(Error::NotFound)?;
    let prepared = prepare(app, &files)?;
    let (at, job, owner) = (app.clone(), held.job.id.clone(), held.owner.clone());
    app.db().write(move |tx| {
        let now = at.now();
        if prepared.report.refused() {
            let why = "referensi berubah sejak permintaan dibuat dan berkasnya tidak lagi cocok; minta impor baru";
            Note::new("referensi.impor.gagal", &by, &persetujuan, None).write(tx, &at)?;
            return Ok(jobs::bury(tx, &job, &owner, why, now)?);
        }
        if prepared.changes() {
            prepared.write(tx, &at, &by)?;
        }
        Ok::<_, Error>(jobs::complete(tx, &job, &owner, now)?)
    })?;
    app.current().refresh();
    Ok(Left::Completed)
}
