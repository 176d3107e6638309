//! A workbook with goods for a draft: kept until it is accepted, judged whenever it is looked at.

use std::collections::BTreeMap;
use std::sync::Arc;

use declaration::Pib;
use declaration::document::Barang;
use kernel::{Marks, Severity, Text};
use serde::{Deserialize, Serialize};
use sheet::Book;
use store::draft_files::{self, DraftFile};

use super::columns::{SHEETS, Tab};
use super::fill::{Filled, fill};
use super::judge::{Note, goods_index, notes, wrong_rows};
use super::refusal;
use super::text::{Start, block};
use crate::access::{Actor, UseCase};
use crate::declaration::{examine, gather};
use crate::draft::open::{Draft, complete, open};
use crate::{App, Error};

/// Seconds that a workbook waits for its owner.
const PATIENCE: i64 = 24 * 60 * 60;
/// Longest file name that is kept, characters.
const LONGEST_NAME: usize = 120;

/// What becomes of the lines that are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// They stay; the sheet's come after them.
    Append,
    /// They go.
    Replace,
    /// The sheet's rows change the lines of the same number, blank cells changing nothing; the others come after them.
    Match,
}

impl Mode {
    /// All, as they are offered.
    pub const ALL: [Self; 3] = [Self::Append, Self::Replace, Self::Match];

    /// In addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Append => "tambah",
            Self::Replace => "ganti",
            Self::Match => "cocokkan",
        }
    }

    /// The mode of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.word() == word)
    }
}

/// A workbook as it is kept.
#[derive(Serialize, Deserialize)]
pub(super) struct Kept {
    /// File name.
    pub name: String,
    /// Whether figures were typed with a comma.
    pub comma: bool,
    /// Cells.
    pub book: Book,
}

impl Kept {
    pub(super) fn marks(&self) -> Marks {
        if self.comma { Marks::Comma } else { Marks::Point }
    }
}

/// A workbook and what there is to say about it.
#[derive(Debug)]
pub struct GoodsView {
    /// Its id.
    pub id: String,
    /// File name.
    pub name: String,
    /// What was judged.
    pub mode: Mode,
    /// Whether there are lines that could be replaced or matched.
    pub draft_lines: usize,
    /// Rows with goods.
    pub rows: usize,
    /// Of them, those that change a line that is there.
    pub changed: usize,
    /// Of them, those with something that rejects.
    pub wrong: usize,
    /// Name of the goods' sheet.
    pub sheet: String,
    /// Row of its headings.
    pub heading: u32,
    /// What there is to say, by cell.
    pub notes: Vec<Note>,
    /// The cells, for the marked copy.
    pub book: Book,
    /// The draft it is for.
    pub draft: Draft,
}

/// Reads a workbook and keeps it for a draft; nothing of the draft changes.
pub fn upload_goods(
    app: &App,
    actor: &Actor,
    nomor_aju: &str,
    (name, bytes): (&str, Vec<u8>),
    marks: Marks,
) -> Result<String, Error> {
    actor.may(UseCase::RecordDeclaration)?;
    let draft = open(app, actor, nomor_aju)?;
    if !draft.editable {
        return Err(closed());
    }
    let book = read(app, bytes)?;
    if fill(&book, &goods_tabs(), marks).doc.barang.is_empty() {
        return Err(Error::Refused(Text::fixed(
            "Tidak ada baris barang di berkas ini. Judul kolom harus seperti di templat, misalnya Pos tarif/HS dan Uraian jenis barang.",
            "There is no goods line in this file. Headings must be as in the template, such as Tariff heading (HS) and Description.",
        )));
    }
    keep(app, actor, nomor_aju, (name, book), marks)
}

/// Takes pasted cells the same way; gives the way they go into the draft.
pub fn upload_text(
    app: &App,
    actor: &Actor,
    nomor_aju: &str,
    (name, text): (&str, &str),
    (start, marks): (&Start, Marks),
) -> Result<(String, Mode), Error> {
    actor.may(UseCase::RecordDeclaration)?;
    let draft = open(app, actor, nomor_aju)?;
    if !draft.editable {
        return Err(closed());
    }
    let line = draft.lines.iter().position(|line| line.key == start.line);
    let book = block(text, start, line)?;
    let mode = match (line, start.appended) {
        (Some(_), _) => Mode::Match,
        (None, true) => Mode::Append,
        (None, false) => Mode::Replace,
    };
    Ok((keep(app, actor, nomor_aju, (name, book), marks)?, mode))
}

pub(super) fn read(app: &App, bytes: Vec<u8>) -> Result<Book, Error> {
    app.ports().sheets.read(bytes).map_err(|why| Error::Refused(refusal::words(&why)))
}

pub(super) fn closed() -> Error {
    Error::Refused(Text::fixed(
        "Dokumen ini sudah dikirim dan tidak dapat diubah lagi; lihat statusnya.",
        "This document was sent and cannot be changed any more; see its status.",
    ))
}

/// Keeps a workbook and forgets the one before it.
pub(super) fn keep(
    app: &App,
    actor: &Actor,
    nomor_aju: &str,
    (name, book): (&str, Book),
    marks: Marks,
) -> Result<String, Error> {
    let name = name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    let kept = Kept { name, comma: marks == Marks::Comma, book };
    let body = serde_json::to_string(&kept).map_err(|e| Error::Broken(e.to_string()))?;
    let now = app.now();
    let file = DraftFile {
        id: app.id(),
        company_id: actor.subject_company()?.to_owned(),
        account_id: actor.account_id.clone(),
        nomor_aju: nomor_aju.to_owned(),
        body,
        created: now,
    };
    let before = now - jiff::SignedDuration::from_secs(PATIENCE);
    let id = file.id.clone();
    app.db().write(move |tx| {
        draft_files::clear(tx, &file.account_id, &file.nomor_aju, before)?;
        draft_files::insert(tx, &file)?;
        Ok::<_, Error>(())
    })?;
    Ok(id)
}

/// A workbook of the actor's, for a draft or, with an empty number, for a new one.
pub(super) fn kept(app: &App, actor: &Actor, nomor_aju: &str, id: &str) -> Result<Kept, Error> {
    let (account, aju, id) = (actor.account_id.clone(), nomor_aju.to_owned(), id.to_owned());
    let company = actor.subject_company()?.to_owned();
    let oldest = app.now() - jiff::SignedDuration::from_secs(PATIENCE);
    let file = app.db().read(move |tx| {
        let file = draft_files::by_id(tx, &id, &account)?.filter(|file| file.company_id == company);
        file.filter(|file| file.nomor_aju == aju && file.created >= oldest).ok_or(Error::NotFound)
    })?;
    serde_json::from_str(&file.body).map_err(|e| Error::Broken(e.to_string()))
}

/// The sheets of goods.
pub(super) fn goods_tabs() -> Vec<Tab> {
    SHEETS.iter().filter(|tab| tab.list.starts_with("barang")).copied().collect()
}

/// What a workbook would come to; without a mode, the likeliest one.
pub fn goods_view(app: &App, actor: &Actor, nomor_aju: &str, id: &str, mode: Option<Mode>) -> Result<GoodsView, Error> {
    actor.may(UseCase::RecordDeclaration)?;
    let draft = open(app, actor, nomor_aju)?;
    let kept = kept(app, actor, nomor_aju, id)?;
    let mut filled = fill(&kept.book, &goods_tabs(), kept.marks());
    let there = draft.typed.barang.len();
    let numbered = |seri: &Option<usize>| seri.is_some_and(|n| n <= there);
    let likely = if there > 0 && filled.seri.iter().all(numbered) { Mode::Match } else { Mode::Append };
    let mode = mode.unwrap_or(likely);
    let sheet = filled.maps.get("barang").map(|map| map.sheet.clone()).unwrap_or_default();
    let (doc, places) = merged(&draft.typed, &mut filled, mode);
    let full = Arc::new(complete(&doc, draft.nomor_aju, &draft.day));
    let (look, sender, when) = (Arc::clone(&full), actor.npwp.clone(), (draft.day.today, app.settings().demo));
    let facts = app.db().read(move |tx| gather(tx, &look, sender.as_deref(), when))?;
    let (findings, _) = examine(&full, &draft.day, &facts);
    let local = |pointer: &str| {
        let (index, rest) = goods_index(pointer)?;
        places.get(&index).map(|row| format!("barang[{row}].{rest}"))
    };
    let notes = notes(&mut filled, &findings, &draft.day, local);
    Ok(GoodsView {
        id: id.to_owned(),
        name: kept.name,
        mode,
        draft_lines: there,
        rows: filled.doc.barang.len(),
        changed: places.keys().filter(|index| mode == Mode::Match && **index < there).count(),
        wrong: wrong_rows(&notes, &sheet).len(),
        heading: filled.maps.get("barang").map_or(1, |map| map.heading),
        sheet,
        notes,
        book: kept.book,
        draft,
    })
}

/// The draft with the workbook's goods, and for each line of it the row of the workbook that made it.
pub(super) fn merged(typed: &Pib, filled: &mut Filled, mode: Mode) -> (Pib, BTreeMap<usize, usize>) {
    let mut doc = typed.clone();
    let (mut places, mut twice) = (BTreeMap::new(), Vec::new());
    if mode == Mode::Replace {
        doc.barang.clear();
    }
    for (row, line) in filled.doc.barang.iter().enumerate() {
        if mode != Mode::Match {
            places.insert(doc.barang.len(), row);
            doc.barang.push(line.clone());
            continue;
        }
        let index = filled.seri.get(row).copied().flatten().and_then(|n| n.checked_sub(1));
        match index.filter(|index| *index < typed.barang.len()) {
            Some(index) if places.contains_key(&index) => twice.push(row),
            Some(index) => {
                if let Some(old) = doc.barang.get_mut(index) {
                    over(old, line);
                }
                places.insert(index, row);
            }
            None => {
                places.insert(doc.barang.len(), row);
                doc.barang.push(line.clone());
            }
        }
    }
    for row in twice {
        filled.notes.push(doubled(&filled.maps, &filled.rows, row));
    }
    (doc, places)
}

fn doubled(
    maps: &BTreeMap<&'static str, super::fill::Map>,
    rows: &BTreeMap<(&'static str, usize, usize), u32>,
    row: usize,
) -> Note {
    let message = Text::fixed(
        "Seri barang ini ada dua kali; baris ini tidak dipakai.",
        "This line number is there twice; this row is not used.",
    );
    let (sheet, column) = maps
        .get("barang")
        .map_or(("", 0), |map| (map.sheet.as_str(), map.columns.get("seriBarang").copied().unwrap_or(0)));
    let at = rows.get(&("barang", row, 0)).copied().unwrap_or(1);
    Note::of(sheet, column, at, "", (Severity::Reject, message))
}

/// Writes what a row says over a line; lists that have rows take the place of the line's.
pub(super) fn over(old: &mut Barang, new: &Barang) {
    use declaration::Section;
    let mut new = new.clone();
    for name in Barang::FIELDS {
        let text = new.field_mut(name).map(|field| declaration::document::AnyField::text(field)).unwrap_or_default();
        if let Some(field) = old.field_mut(name).filter(|_| !text.is_empty()) {
            field.set_text(&text);
        }
    }
    macro_rules! lists {
        ($($list:ident),*) => { $( if !new.$list.is_empty() { old.$list = new.$list; } )* };
    }
    lists!(barang_tarif, barang_vd, barang_dokumen, barang_spek_khusus, barang_pemilik);
}

/// Forgets a workbook.
pub fn discard(app: &App, actor: &Actor, id: &str) -> Result<(), Error> {
    actor.may(UseCase::RecordDeclaration)?;
    let (account, id) = (actor.account_id.clone(), id.to_owned());
    app.db().write(move |tx| {
        draft_files::by_id(tx, &id, &account)?.ok_or(Error::NotFound)?;
        Ok::<_, Error>(draft_files::delete(tx, &id, &account)?)
    })
}
