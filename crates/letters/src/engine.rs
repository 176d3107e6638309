//! The typesetter and its closed world.

use std::fmt::Write;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::layout::{Frame, FrameItem};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, comemo};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::kinds::Kind;
use crate::prepare::{Letter, Stamp};

/// Intermediate results are dropped after each letter: keeping them brings no measurable speed, and would keep the data.
const CACHE_AGE: usize = 0;
/// Problems of the typesetter that a fault reports.
const REPORTED: usize = 3;

macro_rules! templates {
    ($($name:literal),* $(,)?) => { &[$(($name, include_str!(concat!("../templates/", $name)))),*] };
}

const TEMPLATES: &[(&str, &str)] = templates![
    "format.typ",
    "kop.typ",
    "bagian.typ",
    "bap.typ",
    "bc20-bagian.typ",
    "bc20-lanjutan.typ",
    "bc20.typ",
    "billing.typ",
    "bpn.typ",
    "dokap.typ",
    "ip.typ",
    "lhp.typ",
    "npd.typ",
    "npp.typ",
    "penerimaan.typ",
    "spbl.typ",
    "spjm.typ",
    "sppb.typ",
    "sptnp.typ",
    "umum.typ",
];

/// What all letters share: library, fonts and parsed templates.
pub struct Engine {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    templates: Vec<(&'static str, Source)>,
    data: FileId,
    archival: PdfStandards,
}

impl Engine {
    /// Loads the fonts that come with typst and parses the templates.
    pub fn new() -> Result<Self, String> {
        let fonts: Vec<Font> = typst_assets::fonts().flat_map(|bytes| Font::iter(Bytes::new(bytes))).collect();
        let mut book = FontBook::new();
        for font in &fonts {
            book.push(font.info().clone());
        }
        let templates = TEMPLATES
            .iter()
            .map(|(name, text)| Ok((*name, Source::new(file_id(name)?, (*text).to_owned()))))
            .collect::<Result<_, String>>()?;
        Ok(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(book),
            fonts,
            templates,
            data: file_id("data.json")?,
            archival: PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
                .map_err(|e| e.message().to_string())?,
        })
    }

    /// The letter as PDF.
    pub fn pdf(&self, kind: &Kind, letter: &Letter) -> Result<Vec<u8>, String> {
        let document = self.typeset(kind, letter)?;
        let options = PdfOptions {
            ident: Smart::Custom(format!("{} {}", kind.name, letter.stamp.ident)),
            creator: Smart::Custom(Some("Pabean".to_owned())),
            timestamp: timestamp(&letter.stamp),
            page_ranges: None,
            standards: self.archival.clone(),
            tagged: true,
            pretty: false,
        };
        // A text with characters that no font has cannot be archival; it still gets its letter.
        let bytes = typst_pdf::pdf(&document, &options).or_else(|_| {
            let plain = PdfOptions { standards: PdfStandards::default(), ..options };
            typst_pdf::pdf(&document, &plain).map_err(|problems| explain(&problems))
        });
        comemo::evict(CACHE_AGE);
        bytes
    }

    /// The text of each page.
    pub fn page_texts(&self, kind: &Kind, letter: &Letter) -> Result<Vec<String>, String> {
        let document = self.typeset(kind, letter)?;
        comemo::evict(CACHE_AGE);
        Ok(document.pages().iter().map(|page| frame_text(&page.frame)).collect())
    }

    /// The pages, as frames.
    pub fn typeset(&self, kind: &Kind, letter: &Letter) -> Result<PagedDocument, String> {
        let desk = Desk { engine: self, main: file_id(kind.template)?, data: Bytes::new(letter.json.clone()) };
        typst::compile::<PagedDocument>(&desk).output.map_err(|problems| explain(&problems))
    }
}

/// The world as one letter sees it.
struct Desk<'a> {
    engine: &'a Engine,
    main: FileId,
    data: Bytes,
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.engine.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.engine.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.engine.templates.iter().find(|(_, source)| source.id() == id);
        found.map(|(_, source)| source.clone()).ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.engine.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.engine.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn file_id(name: &str) -> Result<FileId, String> {
    let path = VirtualPath::new(name).map_err(|error| format!("{name}: {error:?}"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn timestamp(stamp: &Stamp) -> Option<Timestamp> {
    let at = stamp.issued;
    let small = |n: i8| u8::try_from(n).ok();
    let moment = Datetime::from_ymd_hms(
        i32::from(at.year()),
        small(at.month())?,
        small(at.day())?,
        small(at.hour())?,
        small(at.minute())?,
        small(at.second())?,
    )?;
    Timestamp::new_local(moment, stamp.offset)
}

fn frame_text(frame: &Frame) -> String {
    let mut out = String::new();
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => out.push_str(&frame_text(&group.frame)),
            FrameItem::Text(text) => {
                let line = text.text.trim();
                if !line.is_empty() {
                    out.push_str(line);
                    out.push('\n');
                }
            }
            _ => {}
        }
    }
    out
}

fn explain(problems: &[SourceDiagnostic]) -> String {
    let mut out = String::new();
    for problem in problems.iter().take(REPORTED) {
        let _ = write!(out, "{}; ", problem.message);
    }
    out
}
