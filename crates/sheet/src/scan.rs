//! The first pass: nothing is kept, everything is counted.

use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::count::{Counted, Tally};
use crate::{
    LONGEST_TEXT, MOST_BYTES, MOST_CELLS, MOST_COLUMNS, MOST_ENTRIES, MOST_ROWS, MOST_STRINGS, Refused, address,
};

/// Deepest nesting of elements; a sheet has six.
const DEEPEST: usize = 32;
/// The beginning of an archive, and of an old or locked document.
const ZIP: [u8; 4] = *b"PK\x03\x04";
const COMPOUND: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];

/// Looks through the whole archive.
pub(crate) fn check(bytes: &[u8]) -> Result<(), Refused> {
    if bytes.len() > MOST_BYTES {
        return Err(Refused::TooLarge);
    }
    if bytes.starts_with(&COMPOUND) {
        return Err(Refused::OldOrLocked);
    }
    if !bytes.starts_with(&ZIP) {
        return Err(Refused::NotAWorkbook);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::Broken)?;
    if archive.len() > MOST_ENTRIES {
        return Err(Refused::TooManyEntries);
    }
    if archive.has_overlapping_entries().map_err(|_| Refused::Broken)? {
        return Err(Refused::Broken);
    }
    let tally = Tally::default();
    let mut scan = Scan { tally: &tally, strings: 0, cells: 0 };
    let mut workbook = false;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| Refused::Broken)?;
        let name = entry.name().map_err(|_| Refused::Broken)?.to_lowercase();
        workbook |= name == "xl/workbook.xml";
        by_name(&name)?;
        let sizes = (entry.compressed_size(), entry.size());
        let markup = is_markup(&name);
        let entry = Counted::new(entry, &tally, sizes, markup);
        if markup { scan.markup(&name, entry)? } else { scan.other(entry)? }
    }
    if workbook { Ok(()) } else { Err(Refused::NotAWorkbook) }
}

/// What an entry's name alone says.
fn by_name(name: &str) -> Result<(), Refused> {
    let active = ["vbaproject", "xl/macrosheets/", "xl/dialogsheets/", "xl/activex/", "xl/embeddings/", "customui/"];
    let linked = ["xl/externallinks/", "xl/connections", "xl/querytables/", "xl/webextensions/"];
    if name.contains("..") || name.starts_with('/') || name.contains('\\') {
        return Err(Refused::Broken);
    }
    if active.iter().any(|part| name.contains(part)) {
        return Err(Refused::Macro);
    }
    if linked.iter().any(|part| name.contains(part)) {
        return Err(Refused::ExternalLink);
    }
    Ok(())
}

fn is_markup(name: &str) -> bool {
    [".xml", ".rels", ".vml"].iter().any(|end| name.ends_with(end))
}

struct Scan<'t> {
    tally: &'t Tally,
    strings: u64,
    cells: u64,
}

/// Where the walk through a sheet stands: column and row from 0 and 1, and the text of the cell so far.
#[derive(Default)]
struct Place {
    column: u32,
    row: u32,
    text: usize,
    in_cell: bool,
    far: Option<String>,
}

impl Scan<'_> {
    /// Pictures and the like: counted, and looked at for an archive within.
    fn other(&self, mut entry: impl Read) -> Result<(), Refused> {
        let mut buffer = [0_u8; 8192];
        let mut first = true;
        loop {
            let count = entry.read(&mut buffer).map_err(|_| self.tally.reason())?;
            if count == 0 {
                return Ok(());
            }
            if std::mem::take(&mut first) && (buffer.starts_with(&ZIP) || buffer.starts_with(&COMPOUND)) {
                return Err(Refused::Nested);
            }
        }
    }

    fn markup(&mut self, name: &str, entry: impl Read) -> Result<(), Refused> {
        let sheet = name.starts_with("xl/worksheets/") && !name.contains("/_rels/");
        let mut xml = Reader::from_reader(BufReader::with_capacity(64 * 1024, entry));
        let (mut buffer, mut depth, mut place) = (Vec::new(), 0_usize, Place::default());
        loop {
            buffer.clear();
            let event = xml.read_event_into(&mut buffer).map_err(|_| self.tally.reason())?;
            match event {
                Event::Eof => return Ok(()),
                Event::DocType(_) => return Err(Refused::Dtd),
                Event::Start(e) => {
                    depth += 1;
                    if depth > DEEPEST {
                        return Err(Refused::Broken);
                    }
                    self.element(name, &e)?;
                    if sheet {
                        self.opened(&e, &mut place)?;
                    }
                }
                Event::Empty(e) => {
                    self.element(name, &e)?;
                    if sheet && e.local_name().as_ref() == "c" {
                        place.column += 1;
                    } else if sheet && e.local_name().as_ref() == "row" {
                        place.row += 1;
                    }
                }
                Event::End(e) => {
                    depth = depth.saturating_sub(1);
                    if sheet && e.local_name().as_ref() == "c" {
                        place.in_cell = false;
                        place.column += 1;
                    }
                }
                Event::Text(text) if place.in_cell => place.say(text.len())?,
                Event::CData(text) if place.in_cell => place.say(text.len())?,
                Event::GeneralRef(_) if place.in_cell => place.say(1)?,
                _ => {}
            }
        }
    }

    /// What any element may say against the file.
    fn element(&mut self, name: &str, e: &BytesStart<'_>) -> Result<(), Refused> {
        let attribute = |key: &str| {
            let found = e.try_get_attribute(key).map_err(|_| Refused::Broken)?;
            Ok::<_, Refused>(found.map(|found| found.value.to_lowercase()).unwrap_or_default())
        };
        match (name, e.local_name().as_ref()) {
            ("[content_types].xml", "Override" | "Default") => {
                let kind = attribute("ContentType")?;
                if kind.contains("macroenabled") || kind.contains("vbaproject") || kind.contains("activex") {
                    return Err(Refused::Macro);
                }
                if kind.contains("externallink") {
                    return Err(Refused::ExternalLink);
                }
            }
            (rels, "Relationship") if rels.ends_with(".rels") => {
                let (kind, mode) = (attribute("Type")?, attribute("TargetMode")?);
                // A link that somebody may click is text; everything else would be fetched.
                if mode == "external" && !kind.ends_with("/hyperlink") {
                    return Err(Refused::ExternalLink);
                }
            }
            ("xl/sharedstrings.xml", "sst") => {
                let said: u64 = attribute("uniqueCount")?.parse().unwrap_or(0);
                if said > MOST_STRINGS {
                    return Err(Refused::TooMuch);
                }
            }
            ("xl/sharedstrings.xml", "si") => {
                self.strings += 1;
                if self.strings > MOST_STRINGS {
                    return Err(Refused::TooMuch);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Follows rows and cells of a sheet; a cell far outside counts when something stands in it.
    fn opened(&mut self, e: &BytesStart<'_>, place: &mut Place) -> Result<(), Refused> {
        let at = |key: &str| e.try_get_attribute(key).ok().flatten().map(|found| found.value.into_owned());
        match e.local_name().as_ref() {
            "row" => {
                place.row = at("r").and_then(|r| r.parse().ok()).unwrap_or(place.row + 1);
                place.column = 0;
            }
            "c" => {
                if let Some(address) = at("r") {
                    let (column, row) = address::parse(&address).ok_or(Refused::Broken)?;
                    (place.column, place.row) = (column, row);
                }
                (place.in_cell, place.text, place.far) = (true, 0, None);
                if place.column >= u32::from(MOST_COLUMNS) || place.row > MOST_ROWS {
                    place.far = Some(at("r").unwrap_or_else(|| format!("R{}C{}", place.row, place.column)));
                }
                self.cells += 1;
                if self.cells > 2 * MOST_CELLS {
                    return Err(Refused::TooMuch);
                }
            }
            "v" | "f" | "is" if place.in_cell => {
                if let Some(address) = place.far.take() {
                    return Err(Refused::FarCell(address.chars().take(20).collect()));
                }
            }
            _ => {}
        }
        Ok(())
    }
}

impl Place {
    fn say(&mut self, count: usize) -> Result<(), Refused> {
        self.text += count;
        // Bytes, of which a character takes at most four; the cells' own pass counts characters.
        if self.text > LONGEST_TEXT * 4 + 8192 {
            let column = u16::try_from(self.column).unwrap_or(u16::MAX);
            return Err(Refused::LongText(address::name(column, self.row)));
        }
        Ok(())
    }
}
