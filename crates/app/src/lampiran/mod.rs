//! Files that go with a declaration (lampiran): taken in after a look at their content, given out to whoever sees the
//! document.

mod content;

pub use content::{LARGEST, Media, Refused as ContentRefused};

use jiff::Timestamp;
use kernel::Text;
use serde_json::json;
use store::attachments::{self, Attachment};
use store::declarations::Declaration;
use store::{Tx, accounts, blobs};

use crate::access::{Actor, UseCase};
use crate::account::Note;
use crate::declaration::find;
use crate::{App, Error};

/// Most files of one kind on one declaration.
pub const MOST_FILES: usize = 20;
/// Longest note, characters.
const LONGEST_NOTE: usize = 500;
/// Longest name, characters.
const LONGEST_NAME: usize = 150;
/// Most files read for a list.
const LISTED: u32 = 400;

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A supporting document, by its `seriDokumen`.
    Dokumen,
    /// A picture or paper of a goods line, by its `seriBarang`.
    Barang,
    /// Papers delivered after the document was sent (dokap).
    Dokap,
    /// Answer to a request for data or documents (NPD).
    Npd,
    /// Photo of an inspection; `seri` is the goods line.
    Foto,
    /// Paper of an officer.
    Petugas,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Dokumen, Self::Barang, Self::Dokap, Self::Npd, Self::Foto, Self::Petugas];

    /// The word in the database and in forms.
    pub fn word(self) -> &'static str {
        match self {
            Self::Dokumen => "DOKUMEN",
            Self::Barang => "BARANG",
            Self::Dokap => "DOKAP",
            Self::Npd => "NPD",
            Self::Foto => "FOTO",
            Self::Petugas => "PETUGAS",
        }
    }

    /// The kind of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    fn use_case(self) -> UseCase {
        match self {
            Self::Dokumen | Self::Barang => UseCase::RecordDeclaration,
            Self::Dokap | Self::Npd => UseCase::ActOnDeclaration,
            Self::Foto => UseCase::RecordInspection,
            Self::Petugas => UseCase::ExamineDocuments,
        }
    }

    fn media(self) -> &'static [Media] {
        match self {
            Self::Dokumen | Self::Dokap | Self::Npd | Self::Petugas | Self::Barang => {
                &[Media::Pdf, Media::Jpeg, Media::Png]
            }
            Self::Foto => &[Media::Jpeg, Media::Png],
        }
    }
}

/// A file to take in.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// What for.
    pub kind: Kind,
    /// Row of the document that it belongs to.
    pub seri: Option<u32>,
    /// What its sender says of it.
    pub note: String,
    /// Its name.
    pub name: String,
    /// The content.
    pub bytes: Vec<u8>,
}

/// A file, without its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRow {
    /// For addresses.
    pub id: String,
    /// What for.
    pub kind: Kind,
    /// Row of the document.
    pub seri: Option<u32>,
    /// What its sender said.
    pub note: String,
    /// Its name.
    pub name: String,
    /// For example `application/pdf`.
    pub media_type: String,
    /// Bytes.
    pub size: u32,
    /// SHA-256, hex.
    pub sha256: String,
    /// Who sent it.
    pub by: String,
    /// When.
    pub created: Timestamp,
}

/// Takes a file in: all of it, or a refusal that says why.
pub fn attach(app: &App, actor: &Actor, nomor_aju: &str, file: NewFile) -> Result<FileRow, Error> {
    actor.may(file.kind.use_case())?;
    let media = content::look(&file.bytes, file.kind.media()).map_err(|no| Error::Refused(no.text(&file.name)))?;
    let document = seen(app, actor, nomor_aju)?;
    let (at, who) = (app.clone(), actor.clone());
    app.db().write(move |tx| {
        room(tx, &document, file.kind)?;
        let now = at.now();
        let sha256 = blobs::put(tx, &file.bytes, media.media_type(), now)?;
        let row = Attachment {
            id: at.id(),
            declaration_id: document.id.clone(),
            kind: file.kind.word().to_owned(),
            seri: file.seri,
            note: line(&file.note, LONGEST_NOTE),
            name: named(&file.name, media),
            media_type: media.media_type().to_owned(),
            size: u32::try_from(file.bytes.len()).unwrap_or(u32::MAX),
            sha256,
            account_id: who.account_id.clone(),
            created: now,
            removed: None,
        };
        attachments::insert(tx, &row)?;
        let body =
            json!({ "nomorAju": document.nomor_aju, "jenis": row.kind, "berkas": row.name, "sha256": row.sha256 });
        let note = Note::new("lampiran.tambah", &who.account_id, &document.id, Some(&document.company_id));
        note.with(body).write(tx, &at)?;
        shown(tx, row)
    })
}

/// The document, if the actor may see it; read by itself, since a transaction narrowed to an office could not write the
/// company's history.
fn seen(app: &App, actor: &Actor, nomor_aju: &str) -> Result<Declaration, Error> {
    let (who, aju) = (actor.clone(), nomor_aju.to_owned());
    app.db().read(move |tx| find(tx, &who, &aju)?.ok_or(Error::NotFound))
}

fn room(tx: &mut dyn Tx, document: &Declaration, kind: Kind) -> Result<(), Error> {
    let known = attachments::of_declaration(tx, &document.id, LISTED)?;
    if known.iter().filter(|row| row.kind == kind.word()).count() < MOST_FILES {
        return Ok(());
    }
    Err(Error::Refused(Text::made(
        format!("Sudah ada {MOST_FILES} berkas jenis ini pada dokumen; gabungkan berkas atau hapus yang lama."),
        format!("The document has {MOST_FILES} files of this kind already; join files, or remove an old one."),
    )))
}

/// Files of a document, oldest first.
pub fn list(app: &App, actor: &Actor, nomor_aju: &str) -> Result<Vec<FileRow>, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let (who, aju) = (actor.clone(), nomor_aju.to_owned());
    app.db().read(move |tx| {
        let document = find(tx, &who, &aju)?.ok_or(Error::NotFound)?;
        let rows = attachments::of_declaration(tx, &document.id, LISTED)?;
        rows.into_iter().map(|row| shown(tx, row)).collect()
    })
}

/// One file with its content.
pub fn open(app: &App, actor: &Actor, nomor_aju: &str, id: &str) -> Result<(FileRow, Vec<u8>), Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let (who, aju, id) = (actor.clone(), nomor_aju.to_owned(), id.to_owned());
    app.db().read(move |tx| {
        let document = find(tx, &who, &aju)?.ok_or(Error::NotFound)?;
        let row = attachments::one(tx, &document.id, &id)?.ok_or(Error::NotFound)?;
        let blob = blobs::get(tx, &row.sha256)?.ok_or_else(|| Error::Broken(format!("blob {}", row.sha256)))?;
        Ok((shown(tx, row)?, blob.bytes))
    })
}

/// Takes a file back, by whoever may send one of its kind; what an officer has relied on stays in the history.
pub fn remove(app: &App, actor: &Actor, nomor_aju: &str, id: &str) -> Result<(), Error> {
    let document = seen(app, actor, nomor_aju)?;
    let (at, who, id) = (app.clone(), actor.clone(), id.to_owned());
    app.db().write(move |tx| {
        let row = attachments::one(tx, &document.id, &id)?.ok_or(Error::NotFound)?;
        who.may(Kind::parse(&row.kind).ok_or(Error::NotFound)?.use_case())?;
        if row.account_id != who.account_id && who.company_id.is_none() {
            return Err(Error::Denied("berkas petugas lain"));
        }
        attachments::remove(tx, &document.id, &id, at.now())?;
        let note = Note::new("lampiran.hapus", &who.account_id, &document.id, Some(&document.company_id));
        Ok(note.with(json!({ "nomorAju": document.nomor_aju, "berkas": row.name })).write(tx, &at)?)
    })
}

fn shown(tx: &mut dyn Tx, row: Attachment) -> Result<FileRow, Error> {
    let by = accounts::by_id(tx, &row.account_id)?.map(|account| account.display_name).unwrap_or_default();
    Ok(FileRow {
        id: row.id,
        kind: Kind::parse(&row.kind).ok_or_else(|| Error::Broken(format!("attachment kind {}", row.kind)))?,
        seri: row.seri,
        note: row.note,
        name: row.name,
        media_type: row.media_type,
        size: row.size,
        sha256: row.sha256,
        by,
        created: row.created,
    })
}

/// Without control characters, on one line, not longer than that.
fn line(text: &str, longest: usize) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(longest).collect::<String>().trim().to_owned()
}

/// The name with the ending of what it really is.
fn named(name: &str, media: Media) -> String {
    let name = line(name.rsplit(['/', '\\']).next().unwrap_or_default(), LONGEST_NAME);
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let stem = if stem.is_empty() { "berkas" } else { stem };
    format!("{stem}.{}", media.ending())
}
