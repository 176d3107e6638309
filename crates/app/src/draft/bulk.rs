//! Many lines at once: added, put in place of others, copied, taken out; each with a way back.

use std::collections::BTreeMap;

use declaration::document::Barang;
use declaration::layout::Bagian;
use declaration::{Pib, Section};
use store::Tx;
use store::declarations::Declaration;
use store::parts::{self, Part};

use super::lines::{MOST_LINES, too_many};
use super::parts::LINES;
use super::save::{editable, touch};
use super::undo::{Change, Was, keep};
use crate::access::{Actor, UseCase};
use crate::process::Env;
use crate::{App, Error};

/// A change of lines: `(key, new body)`, none to take the line out.
pub(super) type Changes = Vec<(u32, Option<String>)>;

/// Works out a change from the draft's lines and carries it out, with a way back.
pub(super) fn change(
    app: &App,
    actor: &Actor,
    nomor_aju: &str,
    plan: impl Fn(&[&Part]) -> Result<(Change, Changes), Error> + Send + Sync + 'static,
) -> Result<usize, Error> {
    actor.may(UseCase::RecordDeclaration)?;
    let env = Env::of(app, None, None)?;
    let (at, who, aju) = (app.clone(), actor.clone(), nomor_aju.to_owned());
    let count = app.db().write(move |tx| {
        let (mut row, rows) = editable(tx, &at, &who, &env, &aju)?;
        let lines: Vec<&Part> = rows.iter().filter(|row| row.part == LINES).collect();
        let (kind, changes) = plan(&lines)?;
        let count = carry_out(tx, &at, (&who, &row), &lines, (kind, changes))?;
        touch(tx, &mut row, &Pib::default(), Bagian::Barang, &env)?;
        Ok::<_, Error>(count)
    })?;
    app.bell().ring();
    Ok(count)
}

fn carry_out(
    tx: &mut dyn Tx,
    app: &App,
    (who, row): (&Actor, &Declaration),
    lines: &[&Part],
    (kind, changes): (Change, Changes),
) -> Result<usize, Error> {
    let there: BTreeMap<u32, &str> = lines.iter().map(|line| (line.seq, line.body.as_str())).collect();
    let known = |key: u32| there.get(&key).copied();
    let gone = changes.iter().filter(|(key, body)| body.is_none() && known(*key).is_some()).count();
    let fresh = changes.iter().filter(|(key, body)| body.is_some() && known(*key).is_none()).count();
    if lines.len() + fresh - gone > MOST_LINES {
        return Err(too_many());
    }
    let was = changes.iter().map(|(key, body)| Was::of(*key, known(*key), body.as_deref())).collect();
    let count = match kind {
        Change::Deleted => gone,
        _ => changes.iter().filter(|(_, body)| body.is_some()).count(),
    };
    let mut put = Vec::new();
    for (key, body) in changes {
        match body {
            Some(body) => put.push((LINES.to_owned(), key, body)),
            None => parts::delete(tx, &row.id, LINES, key)?,
        }
    }
    parts::put_all(tx, &row.id, &put)?;
    keep(tx, app, (who, row), (kind, count), was)?;
    Ok(count)
}

/// The key of the next line.
pub(super) fn next_key(lines: &[&Part]) -> u32 {
    lines.iter().map(|line| line.seq).max().unwrap_or(0) + 1
}

/// Lines at the end, or in place of all there are.
pub(super) fn addition(lines: &[&Part], new: &[Barang], replace: bool) -> (Change, Changes) {
    let mut changes: Changes = Vec::new();
    if replace {
        changes.extend(lines.iter().map(|line| (line.seq, None)));
    }
    let bodies = new.iter().map(|line| Some(line.to_raw().to_json()));
    changes.extend((next_key(lines)..).zip(bodies));
    (if replace { Change::Replaced } else { Change::Added }, changes)
}

/// Adds whole lines at the end, or in place of all there are; used by pasting.
pub fn add_lines(app: &App, actor: &Actor, nomor_aju: &str, lines: Vec<Barang>, replace: bool) -> Result<usize, Error> {
    change(app, actor, nomor_aju, move |there| Ok(addition(there, &lines, replace)))
}

/// Takes lines out; gives back how many there were.
pub fn delete_lines(app: &App, actor: &Actor, nomor_aju: &str, keys: &[u32]) -> Result<usize, Error> {
    let keys = keys.to_vec();
    change(app, actor, nomor_aju, move |there| {
        let gone = there.iter().filter(|line| keys.contains(&line.seq)).map(|line| (line.seq, None));
        Ok((Change::Deleted, gone.collect()))
    })
}

/// Copies lines to the end, in their order; gives back how many.
pub fn copy_lines(app: &App, actor: &Actor, nomor_aju: &str, keys: &[u32]) -> Result<usize, Error> {
    let keys = keys.to_vec();
    change(app, actor, nomor_aju, move |there| {
        let bodies = there.iter().filter(|line| keys.contains(&line.seq)).map(|line| Some(line.body.clone()));
        Ok((Change::Added, (next_key(there)..).zip(bodies).collect()))
    })
}
