//! A whole document in a workbook: a sheet for each section, and a new draft once it is accepted.

use std::sync::Arc;

use declaration::{Pib, Section};
use kernel::{Marks, NomorAju, Severity, Text};
use sheet::Book;

use super::columns::SHEETS;
use super::fill::{Filled, fill};
use super::judge::{Note, notes, number};
use super::upload::{keep, kept, read};
use crate::access::{Actor, UseCase};
use crate::declaration::{examine, gather};
use crate::draft::create::{Source, create};
use crate::draft::open::day;
use crate::{App, Error};

/// A workbook and the document it would make.
#[derive(Debug)]
pub struct DocumentView {
    /// Its id.
    pub id: String,
    /// File name.
    pub name: String,
    /// Sheets that were found, with their rows.
    pub sheets: Vec<(&'static str, usize)>,
    /// Rules that the document would break.
    pub wrong: usize,
    /// What there is to say, by cell.
    pub notes: Vec<Note>,
    /// The cells, for the marked copy.
    pub book: Book,
}

/// Reads a workbook and keeps it; no draft is made yet.
pub fn upload_document(
    app: &App,
    actor: &Actor,
    (name, bytes): (&str, Vec<u8>),
    marks: Marks,
) -> Result<String, Error> {
    actor.may(UseCase::RecordDeclaration)?;
    let book = read(app, bytes)?;
    let filled = fill(&book, &SHEETS, marks);
    if !filled.maps.contains_key("") || filled.rows.is_empty() {
        return Err(Error::Refused(Text::fixed(
            "Tidak ada lembar HEADER yang terisi. Unduh templat dokumen dan isi lembar-lembarnya.",
            "There is no filled sheet HEADER. Download the document template and fill its sheets.",
        )));
    }
    keep(app, actor, "", (name, book), marks)
}

/// The document of a workbook, without the number of the one it may have come from.
fn document(filled: &Filled) -> Pib {
    let mut doc = filled.doc.clone();
    doc.nomor_aju = declaration::Field::Blank;
    doc
}

/// What a workbook would come to.
pub fn document_view(app: &App, actor: &Actor, id: &str) -> Result<DocumentView, Error> {
    actor.may(UseCase::RecordDeclaration)?;
    let kept = kept(app, actor, "", id)?;
    let mut filled = fill(&kept.book, &SHEETS, kept.marks());
    let doc = document(&filled);
    let office = doc.kode_kantor.good().map(ToString::to_string).unwrap_or_default();
    let day = day(app, &office)?;
    // Any number will do to look at the rest: the draft gets its own.
    let aju = NomorAju::generate(None, "20", "000000", day.today, 1).map_err(|p| Error::Broken(p.message.id.into()))?;
    let full = Arc::new(crate::draft::open::complete(&doc, aju, &day));
    let (look, sender, when) = (Arc::clone(&full), actor.npwp.clone(), (day.today, app.settings().demo));
    let facts = app.db().read(move |tx| gather(tx, &look, sender.as_deref(), when))?;
    let (findings, _) = examine(&full, &day, &facts);
    let own = |pointer: &str| pointer.starts_with("nomorAju") || pointer == "disclaimer";
    let findings: Vec<_> = findings.into_iter().filter(|f| !own(f.pointer.as_str())).collect();
    let wrong = findings.iter().filter(|f| f.severity == Severity::Reject).count();
    let notes = notes(&mut filled, &findings, &day, |pointer| Some(pointer.to_owned()));
    let rows = |list: &str| filled.rows.keys().filter(|(name, ..)| *name == list).count();
    let sheets = SHEETS.iter().filter(|tab| filled.maps.contains_key(tab.list)).map(|tab| (tab.name, rows(tab.list)));
    Ok(DocumentView { id: id.to_owned(), name: kept.name, sheets: sheets.collect(), wrong, notes, book: kept.book })
}

/// Makes a draft of a workbook and forgets it.
pub fn accept_document(app: &App, actor: &Actor, id: &str) -> Result<NomorAju, Error> {
    actor.may(UseCase::RecordDeclaration)?;
    let kept = kept(app, actor, "", id)?;
    let mut doc = document(&fill(&kept.book, &SHEETS, kept.marks()));
    number(&mut doc);
    let aju = create(app, actor, &Source::Json(doc.to_raw().to_json().into_bytes()))?;
    super::discard(app, actor, id)?;
    Ok(aju)
}
