//! The way back from the last change of many lines: pasting, deleting, a spreadsheet.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use store::draft_files::{self, DraftUndo};
use store::parts::{self, Part};
use store::{Tx, declarations::Declaration};

use declaration::Pib;
use declaration::layout::Bagian;

use super::parts::{LINES, mark};
use super::save::{editable, touch};
use crate::access::{Actor, UseCase};
use crate::declaration::find;
use crate::process::Env;
use crate::{App, Error};

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// Lines were added at the end.
    Added,
    /// Lines were put in place of all there were.
    Replaced,
    /// Lines were changed in place.
    Changed,
    /// Lines were taken out.
    Deleted,
}

/// A change that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    /// What was done.
    pub change: Change,
    /// To how many lines.
    pub count: usize,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    change: Change,
    count: usize,
    lines: Vec<Was>,
}

/// One line before and after.
#[derive(Serialize, Deserialize)]
pub(super) struct Was {
    key: u32,
    before: Option<String>,
    /// Word of what it became; none when it was taken out.
    after: Option<String>,
}

impl Was {
    /// A line that `before` was and `after` is.
    pub(super) fn of(key: u32, before: Option<&str>, after: Option<&str>) -> Self {
        Self { key, before: before.map(str::to_owned), after: after.map(|body| mark(std::iter::once(body))) }
    }
}

/// Keeps the way back from a change, in its own transaction.
pub(super) fn keep(
    tx: &mut dyn Tx,
    app: &App,
    (actor, row): (&Actor, &Declaration),
    (change, count): (Change, usize),
    lines: Vec<Was>,
) -> Result<(), Error> {
    let body = serde_json::to_string(&Kept { change, count, lines }).map_err(|e| Error::Broken(e.to_string()))?;
    let account_id = actor.account_id.clone();
    let undo = DraftUndo { declaration_id: row.id.clone(), account_id, body, created: app.now() };
    Ok(draft_files::keep_undo(tx, &undo)?)
}

fn read(undo: &DraftUndo) -> Result<Kept, Error> {
    serde_json::from_str(&undo.body).map_err(|e| Error::Broken(e.to_string()))
}

/// Whether the lines are still as the change left them.
fn stands(kept: &Kept, rows: &[Part]) -> bool {
    let there: BTreeMap<u32, &str> =
        rows.iter().filter(|row| row.part == LINES).map(|row| (row.seq, row.body.as_str())).collect();
    kept.lines.iter().all(|was| there.get(&was.key).map(|body| mark(std::iter::once(*body))) == was.after)
}

/// The actor's last change of many lines, while nobody touched those lines since.
pub fn last_change(app: &App, actor: &Actor, nomor_aju: &str) -> Result<Option<Undo>, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let (who, aju) = (actor.clone(), nomor_aju.to_owned());
    app.db().read(move |tx| {
        let row = find(tx, &who, &aju)?.ok_or(Error::NotFound)?;
        let Some(undo) = draft_files::last_undo(tx, &row.id, &who.account_id)? else { return Ok(None) };
        let kept = read(&undo)?;
        let there = parts::load(tx, &row.id)?;
        Ok(stands(&kept, &there).then_some(Undo { change: kept.change, count: kept.count }))
    })
}

/// Takes it back; gives how many lines are as they were again.
pub fn undo_change(app: &App, actor: &Actor, nomor_aju: &str) -> Result<usize, Error> {
    actor.may(UseCase::RecordDeclaration)?;
    let env = Env::of(app, None, None)?;
    let (at, who, aju) = (app.clone(), actor.clone(), nomor_aju.to_owned());
    app.db().write(move |tx| {
        let (mut row, rows) = editable(tx, &at, &who, &env, &aju)?;
        let undo = draft_files::last_undo(tx, &row.id, &who.account_id)?.ok_or(Error::NotFound)?;
        let kept = read(&undo)?;
        if !stands(&kept, &rows) {
            return Err(Error::Refused(kernel::Text::fixed(
                "Baris-baris itu sudah diubah lagi, jadi perubahan tadi tidak dapat dibatalkan.",
                "Those lines were changed again, so the change cannot be taken back.",
            )));
        }
        let mut back = Vec::new();
        for was in kept.lines {
            match was.before {
                Some(body) => back.push((LINES.to_owned(), was.key, body)),
                None => parts::delete(tx, &row.id, LINES, was.key)?,
            }
        }
        parts::put_all(tx, &row.id, &back)?;
        draft_files::forget_undo(tx, &row.id, &who.account_id)?;
        touch(tx, &mut row, &Pib::default(), Bagian::Barang, &env)?;
        Ok(kept.count)
    })
}
