//! The owner accepts: the rows become lines of the draft, with one way back.

use declaration::document::Barang;
use declaration::{Limits, Section};
use store::parts::Part;

use super::fill::{Filled, fill};
use super::judge::wrong_rows;
use super::upload::{Mode, goods_tabs, goods_view, kept, over};
use crate::access::{Actor, UseCase};
use crate::draft::bulk::{self, Changes};
use crate::draft::undo::Change;
use crate::{App, Error};

/// Which rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// All; drafts keep what is wrong as it was typed.
    All,
    /// Those without anything that rejects.
    Right,
}

/// Stores the goods of a workbook and forgets it; gives how many lines were written.
pub fn accept_goods(
    app: &App,
    actor: &Actor,
    nomor_aju: &str,
    id: &str,
    (mode, which): (Mode, Which),
) -> Result<usize, Error> {
    actor.may(UseCase::RecordDeclaration)?;
    let kept = kept(app, actor, nomor_aju, id)?;
    let filled = fill(&kept.book, &goods_tabs(), kept.marks());
    let lines = match which {
        Which::All => rows(&filled, |_| true),
        Which::Right => {
            let view = goods_view(app, actor, nomor_aju, id, Some(mode))?;
            let sheet = filled.maps.get("barang").map(|map| map.sheet.clone()).unwrap_or_default();
            let wrong = wrong_rows(&view.notes, &sheet);
            rows(&filled, |row| !wrong.contains(&row))
        }
    };
    let count = bulk::change(app, actor, nomor_aju, move |there| plan(there, &lines, mode))?;
    super::discard(app, actor, id)?;
    Ok(count)
}

type Lines = Vec<(Option<usize>, Barang)>;

fn rows(filled: &Filled, wanted: impl Fn(u32) -> bool) -> Lines {
    let row = |index: usize| filled.rows.get(&("barang", index, 0)).copied().unwrap_or(0);
    let all = filled.seri.iter().copied().zip(&filled.doc.barang).enumerate();
    all.filter(|(index, _)| wanted(row(*index))).map(|(_, (seri, line))| (seri, line.clone())).collect()
}

fn plan(there: &[&Part], lines: &Lines, mode: Mode) -> Result<(Change, Changes), Error> {
    if mode != Mode::Match {
        let new: Vec<Barang> = lines.iter().map(|(_, line)| line.clone()).collect();
        return Ok(bulk::addition(there, &new, mode == Mode::Replace));
    }
    let mut changes: Changes = Vec::new();
    let mut keys = bulk::next_key(there)..;
    let mut taken = std::collections::BTreeSet::new();
    for (seri, new) in lines {
        let part = seri.and_then(|n| n.checked_sub(1)).and_then(|index| there.get(index));
        let Some(part) = part else {
            changes.extend(keys.next().map(|key| (key, Some(new.to_raw().to_json()))));
            continue;
        };
        if !taken.insert(part.seq) {
            continue;
        }
        let mut line = Barang::parse(part.body.as_bytes(), &Limits::default())?;
        over(&mut line, new);
        changes.push((part.seq, Some(line.to_raw().to_json())));
    }
    Ok((Change::Changed, changes))
}
