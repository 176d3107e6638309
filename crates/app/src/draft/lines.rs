//! Goods lines of a draft: added, changed, taken out, each by its own key.

use declaration::document::Barang;
use declaration::document::split_list_step;
use declaration::layout::Bagian;
use declaration::{Limits, Pib, Section};
use store::parts::{self, Part};

use super::parts::{LINES, mark};
use super::save::{Saved, editable, touch};
use crate::access::{Actor, UseCase};
use crate::process::Env;
use crate::{App, Error};

/// Most goods lines of a document.
pub const MOST_LINES: usize = 10_000;

/// What was typed in one line.
#[derive(Debug, Clone, Default)]
pub struct LineEdit {
    /// The line; 0 for a new one at the end.
    pub key: u32,
    /// Its word as the typist saw it; none saves over everything.
    pub mark: Option<String>,
    /// Member and text in the document's own form, such as `posTarif` or `barangTarif[0].tarif`.
    pub values: Vec<(String, String)>,
    /// Rows of the line's own lists to take out.
    pub remove: Vec<(String, usize)>,
}

/// Saves lines, all or none. A line that somebody else changed meanwhile is a conflict; new blank ones are not stored.
pub fn save_lines(app: &App, actor: &Actor, nomor_aju: &str, edits: Vec<LineEdit>) -> Result<Saved, Error> {
    Ok(put_lines(app, actor, nomor_aju, edits)?.0)
}

/// The same, with the key that each edit's line has now; 0 where nothing was stored.
pub fn put_lines(app: &App, actor: &Actor, nomor_aju: &str, edits: Vec<LineEdit>) -> Result<(Saved, Vec<u32>), Error> {
    actor.may(UseCase::RecordDeclaration)?;
    let env = Env::of(app, None, None)?;
    let (at, who, aju) = (app.clone(), actor.clone(), nomor_aju.to_owned());
    let saved = app.db().write(move |tx| {
        let (mut row, rows) = editable(tx, &at, &who, &env, &aju)?;
        let mut next = rows.iter().filter(|row| row.part == LINES).map(|row| row.seq).max().unwrap_or(0);
        let count = rows.iter().filter(|row| row.part == LINES).count();
        let mut fresh = Vec::new();
        let mut keys = Vec::new();
        let mut conflict = Vec::new();
        for edit in &edits {
            let stored = rows.iter().find(|row| row.part == LINES && row.seq == edit.key);
            let (key, line) = match stored {
                Some(part) => {
                    if edit.mark.as_ref().is_some_and(|seen| *seen != line_mark(part)) {
                        conflict.extend(differences(part, edit)?);
                    }
                    (part.seq, changed(Some(part), edit)?)
                }
                None if edit.key == 0 => (next + 1, changed(None, edit)?),
                None => {
                    keys.push(0);
                    continue;
                }
            };
            if stored.is_none() {
                if line == Barang::default() {
                    keys.push(0);
                    continue;
                }
                next += 1;
            }
            keys.push(key);
            fresh.push((LINES.to_owned(), key, line.to_raw().to_json()));
        }
        if !conflict.is_empty() {
            return Ok((Saved::Conflict(conflict, String::new()), keys));
        }
        let added = fresh.iter().filter(|(_, key, _)| rows.iter().all(|row| row.part != LINES || row.seq != *key));
        if count + added.count() > MOST_LINES {
            return Err(too_many());
        }
        parts::put_all(tx, &row.id, &fresh)?;
        touch(tx, &mut row, &Pib::default(), Bagian::Barang, &env)?;
        Ok::<_, Error>((Saved::Done(String::new()), keys))
    })?;
    Ok(saved)
}

pub(super) fn too_many() -> Error {
    Error::Refused(kernel::Text::made(
        format!("Satu dokumen memuat paling banyak {MOST_LINES} baris barang; bagi menjadi beberapa dokumen."),
        format!("A document holds at most {MOST_LINES} goods lines; divide it into several."),
    ))
}

fn line_mark(part: &Part) -> String {
    mark(std::iter::once(part.body.as_str()))
}

fn read(part: &Part) -> Result<Barang, Error> {
    Ok(Barang::parse(part.body.as_bytes(), &Limits::default())?)
}

fn changed(part: Option<&Part>, edit: &LineEdit) -> Result<Barang, Error> {
    let mut line = part.map(read).transpose()?.unwrap_or_default();
    for (member, text) in &edit.values {
        if let Some((list, index, _)) = split_list_step(member) {
            grow(&mut line, list, index);
        }
        if let Some(field) = line.find_mut(member) {
            field.set_text(text);
        }
    }
    let mut remove = edit.remove.clone();
    remove.sort_by(|a, b| b.cmp(a));
    for (list, index) in remove {
        take_out(&mut line, &list, index);
    }
    blank_rows(&mut line);
    Ok(line)
}

/// Most rows of a list that hangs on a line.
const MOST_ROWS: usize = 100;

pub(super) fn grow(line: &mut Barang, list: &str, index: usize) {
    if index >= MOST_ROWS {
        return;
    }
    match list {
        "barangTarif" if line.barang_tarif.len() <= index => line.barang_tarif.resize_with(index + 1, Default::default),
        "barangVd" if line.barang_vd.len() <= index => line.barang_vd.resize_with(index + 1, Default::default),
        "barangDokumen" if line.barang_dokumen.len() <= index => {
            line.barang_dokumen.resize_with(index + 1, Default::default);
        }
        "barangSpekKhusus" if line.barang_spek_khusus.len() <= index => {
            line.barang_spek_khusus.resize_with(index + 1, Default::default);
        }
        "barangPemilik" if line.barang_pemilik.len() <= index => {
            line.barang_pemilik.resize_with(index + 1, Default::default);
        }
        _ => {}
    }
}

fn take_out(line: &mut Barang, list: &str, index: usize) {
    match list {
        "barangTarif" if index < line.barang_tarif.len() => drop(line.barang_tarif.remove(index)),
        "barangVd" if index < line.barang_vd.len() => drop(line.barang_vd.remove(index)),
        "barangDokumen" if index < line.barang_dokumen.len() => drop(line.barang_dokumen.remove(index)),
        "barangSpekKhusus" if index < line.barang_spek_khusus.len() => drop(line.barang_spek_khusus.remove(index)),
        "barangPemilik" if index < line.barang_pemilik.len() => drop(line.barang_pemilik.remove(index)),
        _ => {}
    }
}

fn blank_rows(line: &mut Barang) {
    line.barang_tarif.retain(|row| *row != Default::default());
    line.barang_vd.retain(|row| *row != Default::default());
    line.barang_dokumen.retain(|row| *row != Default::default());
    line.barang_spek_khusus.retain(|row| *row != Default::default());
    line.barang_pemilik.retain(|row| *row != Default::default());
}

fn differences(part: &Part, edit: &LineEdit) -> Result<Vec<(String, String)>, Error> {
    let (mut stored, mut mine) = (read(part)?, changed(Some(part), edit)?);
    let mut out = Vec::new();
    for (member, _) in &edit.values {
        let text = |line: &mut Barang| line.find_mut(member).map(|field| field.text()).unwrap_or_default();
        let (theirs, typed) = (text(&mut stored), text(&mut mine));
        if theirs != typed {
            out.push((format!("b{}.{member}", part.seq), theirs));
        }
    }
    Ok(out)
}
