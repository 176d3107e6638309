//! One section is saved: also when it is wrong, never over what somebody else saved meanwhile.

use declaration::document::split_list_step;
use declaration::layout::Bagian;
use declaration::workflow::{Action, Stage};
use declaration::{Limits, Pib, Section};
use store::Tx;
use store::declarations::{self, Declaration};
use store::parts::{self, Part};

use super::open::{is_open, load, state_of};
use super::parts::{LINES, assemble, header_part, parts_of, section_mark, split};
use crate::access::{Actor, UseCase};
use crate::declaration::find;
use crate::process::{Env, Extras, advance, trader};
use crate::{App, Error};

/// Most rows of a list that forms add.
const MOST_ROWS: usize = 500;

/// What was typed in one section.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// The word of the section as the typist saw it; none saves over everything.
    pub mark: Option<String>,
    /// Pointer and text in the document's own form, such as `entitas[0].namaEntitas`.
    pub values: Vec<(String, String)>,
    /// Rows to take out: list and position, as typed.
    pub remove: Vec<(String, usize)>,
    /// Rows of which everything is blank go away; in the lists named here only those at the end, so that the others keep
    /// their places.
    pub keep_blank: Vec<String>,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// Stored; the section's new word.
    Done(String),
    /// Somebody else saved the section meanwhile: pointer and stored text of what differs, and the word of his version.
    Conflict(Vec<(String, String)>, String),
}

/// Saves a section of a draft.
pub fn save(app: &App, actor: &Actor, nomor_aju: &str, bagian: Bagian, edit: Edit) -> Result<Saved, Error> {
    actor.may(UseCase::RecordDeclaration)?;
    let env = Env::of(app, None, None)?;
    let (at, who, aju) = (app.clone(), actor.clone(), nomor_aju.to_owned());
    let saved = app.db().write(move |tx| {
        let (mut row, rows) = editable(tx, &at, &who, &env, &aju)?;
        let theirs = section_mark(&rows, bagian);
        if edit.mark.as_ref().is_some_and(|seen| *seen != theirs) {
            let differing = differences(&rows, bagian, &edit.values)?;
            // Everything typed is stored already: the answer to an earlier try was lost on its way.
            if !differing.is_empty() || !edit.remove.is_empty() {
                return Ok(Saved::Conflict(differing, theirs));
            }
        }
        let doc = changed(&rows, bagian, &edit)?;
        let mut fresh = split(&doc);
        fresh.retain(|(part, _, _)| parts_of(bagian).any(|name| name == part));
        for name in bagian.lists().iter().filter(|name| fresh.iter().all(|(part, _, _)| part != *name)) {
            parts::delete(tx, &row.id, name, 0)?;
        }
        if let Some(part) = header_part(bagian).filter(|name| fresh.iter().all(|(part, _, _)| part != name)) {
            parts::delete(tx, &row.id, part, 0)?;
        }
        parts::put_all(tx, &row.id, &fresh)?;
        touch(tx, &mut row, &doc, bagian, &env)?;
        let rows: Vec<Part> = fresh.into_iter().map(|(part, seq, body)| Part { part, seq, body, version: 0 }).collect();
        Ok::<_, Error>(Saved::Done(section_mark(&rows, bagian)))
    })?;
    app.bell().ring();
    Ok(saved)
}

/// The draft, locked, with its parts; a rejected document becomes one that is being corrected.
pub(super) fn editable(
    tx: &mut dyn Tx,
    app: &App,
    actor: &Actor,
    env: &Env,
    aju: &str,
) -> Result<(Declaration, Vec<Part>), Error> {
    let known = find(tx, actor, aju)?.ok_or(Error::NotFound)?;
    let mut row = declarations::for_update(tx, &known.id)?.ok_or(Error::NotFound)?;
    let stage = state_of(&row)?.tahap;
    if !is_open(stage) {
        return Err(Error::Refused(kernel::Text::fixed(
            "Dokumen ini sudah dikirim dan tidak dapat diubah lagi; lihat statusnya.",
            "This document was sent and cannot be changed any more; see its status.",
        )));
    }
    let rows = load(tx, &row)?;
    if matches!(stage, Stage::Rejected | Stage::ReturnedByInsw) {
        let who = trader(actor, &row);
        advance(tx, app, env, &mut row, who.does(Action::BeginCorrection), &Extras::default())?;
    }
    if parts::load(tx, &row.id)?.is_empty() {
        let all: Vec<_> = rows.iter().map(|row| (row.part.clone(), row.seq, row.body.clone())).collect();
        parts::put_all(tx, &row.id, &all)?;
    }
    Ok((row, rows))
}

/// The root row follows: name and office for lists, version and time for readers.
pub(super) fn touch(tx: &mut dyn Tx, row: &mut Declaration, doc: &Pib, bagian: Bagian, env: &Env) -> Result<(), Error> {
    if bagian == Bagian::Entitas {
        row.nama_importir = crate::declaration::importer_name(doc);
    }
    if bagian == Bagian::Header {
        row.kode_kantor = doc.kode_kantor.good().map(ToString::to_string).unwrap_or_default();
    }
    row.updated = env.now;
    Ok(declarations::save(tx, row)?)
}

/// The section's parts of the draft, without the rest.
fn section(rows: &[Part], bagian: Bagian) -> Result<Pib, Error> {
    let mine: Vec<Part> =
        rows.iter().filter(|row| row.part != LINES && parts_of(bagian).any(|name| name == row.part)).cloned().collect();
    assemble(&mine)
}

macro_rules! lists {
    ($doc:expr, $list:expr, $rows:ident => $do:expr) => {
        match $list {
            "entitas" => {
                let $rows = &mut $doc.entitas;
                $do
            }
            "dokumen" => {
                let $rows = &mut $doc.dokumen;
                $do
            }
            "pengangkut" => {
                let $rows = &mut $doc.pengangkut;
                $do
            }
            "kemasan" => {
                let $rows = &mut $doc.kemasan;
                $do
            }
            "kontainer" => {
                let $rows = &mut $doc.kontainer;
                $do
            }
            "informasiKomponenBiaya" => {
                let $rows = &mut $doc.informasi_komponen_biaya;
                $do
            }
            "jaminan" => {
                let $rows = &mut $doc.jaminan;
                $do
            }
            "pungutan" => {
                let $rows = &mut $doc.pungutan;
                $do
            }
            _ => {}
        }
    };
}

fn changed(rows: &[Part], bagian: Bagian, edit: &Edit) -> Result<Pib, Error> {
    let mut doc = section(rows, bagian)?;
    for (pointer, text) in &edit.values {
        if Bagian::of_pointer(pointer) != bagian {
            continue;
        }
        if let Some((list, index, _)) = split_list_step(pointer) {
            grow(&mut doc, list, index);
        }
        let longest = Limits::default().text;
        if let Some(field) = doc.find_mut(pointer) {
            field.set_text(text.get(..text.len().min(longest)).unwrap_or(text));
        }
    }
    let mut remove = edit.remove.clone();
    remove.sort_by(|a, b| b.cmp(a));
    for (list, index) in remove {
        drop_row(&mut doc, &list, Some(index));
    }
    for list in bagian.lists() {
        if edit.keep_blank.iter().any(|kept| kept == list) {
            lists!(doc, *list, rows => while rows.last().is_some_and(is_blank) { rows.pop(); });
        } else {
            drop_row(&mut doc, list, None);
        }
    }
    Ok(doc)
}

/// Makes room for a row.
pub(super) fn grow(doc: &mut Pib, list: &str, index: usize) {
    if index < MOST_ROWS {
        lists!(doc, list, rows => if rows.len() <= index { rows.resize_with(index + 1, Default::default) });
    }
}

/// Takes out one row, or all that are blank but for what says which row it is.
fn drop_row(doc: &mut Pib, list: &str, index: Option<usize>) {
    lists!(doc, list, rows => match index {
        Some(index) if index < rows.len() => drop(rows.remove(index)),
        Some(_) => {}
        None => rows.retain(|row| !is_blank(row)),
    });
}

/// Members that the portal fills in by itself.
const OWN: [&str; 6] = ["kodeEntitas", "seriEntitas", "seriDokumen", "seriPengangkut", "seriKemasan", "seriKontainer"];

fn is_blank<T: Section>(row: &T) -> bool {
    match row.to_raw() {
        declaration::Raw::Object(members) => members.iter().all(|(name, _)| OWN.contains(&name.as_str())),
        _ => true,
    }
}

/// What stands in the store where something else was typed.
fn differences(rows: &[Part], bagian: Bagian, values: &[(String, String)]) -> Result<Vec<(String, String)>, Error> {
    let mut doc = section(rows, bagian)?;
    let mut out = Vec::new();
    for (pointer, typed) in values {
        let stored = doc.find_mut(pointer).map(|field| field.text()).unwrap_or_default();
        // Compared in the field's own writing, so that `1250.50` and `1250.5` are the same.
        let mut probe = Pib::default();
        if let Some((list, index, _)) = split_list_step(pointer) {
            grow(&mut probe, list, index);
        }
        let canonical = probe.find_mut(pointer).map_or_else(String::new, |field| {
            field.set_text(typed);
            field.text()
        });
        if stored != canonical {
            out.push((pointer.clone(), stored));
        }
    }
    Ok(out)
}
