//! Cells become fields, and each field remembers its cell.

use std::collections::BTreeMap;

use declaration::document::{AnyField, Barang, split_list_step};
use declaration::rules::Allowed;
use declaration::{Pib, Section};
use kernel::{Marks, Severity, Shape, Text};
use sheet::{Book, Cell, Row, Sheet};

use super::columns::{Column, Tab, by_heading, normal};
use super::judge::{Note, short};
use crate::draft::lines::MOST_LINES;

/// Rows in which the headings are looked for.
const HEADING_WITHIN: usize = 30;
/// Most rows of a sheet other than the goods'.
const MOST_ROWS: usize = 500;
/// Headings that are there for people.
const SILENT: [&str; 8] = ["catatan", "notes", "nomoraju", "no", "nomor", "status", "catatanpabean", "pabeannotes"];

/// Which column of a sheet holds which member.
#[derive(Debug, Default)]
pub(super) struct Map {
    /// The sheet's name.
    pub sheet: String,
    /// Row of the headings.
    pub heading: u32,
    /// Member and column.
    pub columns: BTreeMap<&'static str, u16>,
}

/// What a workbook says.
#[derive(Debug, Default)]
pub(super) struct Filled {
    /// The document; goods in the order of the sheet.
    pub doc: Pib,
    /// By list.
    pub maps: BTreeMap<&'static str, Map>,
    /// Row of each element: list and position, or list, goods line and position.
    pub rows: BTreeMap<(&'static str, usize, usize), u32>,
    /// The number that each goods row says it has.
    pub seri: Vec<Option<usize>>,
    /// What the cells themselves have against them.
    pub notes: Vec<Note>,
}

/// Reads sheets: those of `tabs` that are there. The goods may stand in a sheet of any name.
pub(super) fn fill(book: &Book, tabs: &[Tab], marks: Marks) -> Filled {
    let mut filled = Filled::default();
    for tab in tabs {
        let named = book.sheet(tab.name);
        let goods = tab.list == "barang";
        let found = named.and_then(|sheet| headings(sheet, tab.list).map(|map| (sheet, map))).or_else(|| {
            let any = |sheet: &'_ Sheet| headings(sheet, tab.list).filter(|map| map.columns.len() > 2);
            book.sheets.iter().filter(|_| goods).find_map(|sheet| any(sheet).map(|map| (sheet, map)))
        });
        let Some((sheet, map)) = found else { continue };
        filled.unknown_headings(sheet, tab, &map);
        let rows = sheet.rows.iter().filter(|row| row.number > map.heading);
        let rows: Vec<&Row> =
            rows.filter(|row| map.columns.values().any(|column| row.cell(*column).is_some())).collect();
        let most = if goods || tab.of_goods { MOST_LINES } else { MOST_ROWS };
        if rows.len() > most {
            let message = Text::made(
                format!("Lembar {} memuat lebih dari {most} baris; sisanya tidak dibaca.", sheet.name),
                format!("Sheet {} holds more than {most} rows; the rest is not read.", sheet.name),
            );
            filled.notes.push(Note::of(&sheet.name, 0, map.heading, "", (Severity::Reject, message)));
        }
        filled.maps.insert(tab.list, map);
        for row in rows.into_iter().take(most) {
            filled.row(tab, row, marks);
        }
    }
    filled
}

/// The row of headings, and which column is what.
fn headings(sheet: &Sheet, list: &str) -> Option<Map> {
    let candidates = sheet.rows.iter().take(HEADING_WITHIN).map(|row| {
        let mut map = Map { sheet: sheet.name.clone(), heading: row.number, columns: BTreeMap::new() };
        for cell in &row.cells {
            let link = normal(&cell.text) == "seribarang" && list.starts_with("barang");
            let name = if link { Some("seriBarang") } else { by_heading(list, &cell.text).map(|field| field.name) };
            if let Some(name) = name {
                map.columns.entry(name).or_insert(cell.column);
            }
        }
        map
    });
    candidates.max_by_key(|map| (map.columns.len(), u32::MAX - map.heading)).filter(|map| !map.columns.is_empty())
}

impl Filled {
    fn unknown_headings(&mut self, sheet: &Sheet, tab: &Tab, map: &Map) {
        let Some(row) = sheet.rows.iter().find(|row| row.number == map.heading) else { return };
        for cell in &row.cells {
            let known = map.columns.values().any(|column| *column == cell.column);
            if known || SILENT.contains(&normal(&cell.text).as_str()) {
                continue;
            }
            let twice = by_heading(tab.list, &cell.text).is_some();
            let message = if twice {
                Text::fixed(
                    "Kolom ini ada dua kali; yang pertama dipakai.",
                    "This column is there twice; the first counts.",
                )
            } else {
                Text::fixed(
                    "Judul kolom ini tidak dikenal; isinya tidak dibaca. Pakai judul dari templat.",
                    "This heading is not known; its column is not read. Use the template's headings.",
                )
            };
            self.notes.push(Note::of(&sheet.name, cell.column, row.number, &cell.text, (Severity::Warn, message)));
        }
    }

    /// One row below the headings.
    fn row(&mut self, tab: &Tab, row: &Row, marks: Marks) {
        let Some(map) = self.maps.get(tab.list) else { return };
        let (sheet, columns) = (map.sheet.clone(), map.columns.clone());
        let Some(place) = self.place(tab, row, &sheet, &columns) else { return };
        for (name, column) in columns {
            let Some(cell) = row.cell(column) else { continue };
            let link = name == "seriBarang" && tab.of_goods && tab.list != "barangPemilik";
            let number = name == "seriBarang" && tab.list == "barang";
            let Some(spec) = declaration::rules::spec(tab.list, name).filter(|_| !link && !number) else { continue };
            let pointer = if place.is_empty() { name.to_owned() } else { format!("{place}.{name}") };
            let Some(field) = self.doc.find_mut(&pointer) else { continue };
            field.set_text(&typed(cell, spec, field.shape(), marks));
            let mut note = |weight, id: &'static str, en: &'static str| {
                self.notes.push(Note::of(&sheet, column, row.number, &cell.text, (weight, Text::fixed(id, en))));
            };
            if cell.formula && cell.text.starts_with('#') {
                note(Severity::Reject, "Rumus ini berakhir dengan kesalahan.", "This formula ends in an error.");
            } else if cell.formula {
                note(
                    Severity::Note,
                    "Hasil rumus yang terakhir disimpan dipakai.",
                    "The formula's last stored result is used.",
                );
            } else if cell.exact && cell.text.len() > 15 && field.shape() == Shape::Text {
                note(
                    Severity::Reject,
                    "Nomor sepanjang ini disimpan lembar kerja sebagai angka dan digit akhirnya hilang. Format sel sebagai teks.",
                    "A number this long is kept as a figure by the sheet and loses its last digits. Format the cell as text.",
                );
            }
        }
    }

    /// Makes room for a row and says where it goes; none when it hangs on no goods line.
    fn place(&mut self, tab: &Tab, row: &Row, sheet: &str, columns: &BTreeMap<&'static str, u16>) -> Option<String> {
        let seri_cell = columns.get("seriBarang").and_then(|column| row.cell(*column));
        let seri: Option<usize> = seri_cell.and_then(|cell| cell.text.parse().ok()).filter(|n| *n > 0);
        let index = if tab.list == "barang" {
            self.doc.barang.push(Barang::default());
            self.seri.push(seri);
            self.doc.barang.len() - 1
        } else if tab.of_goods {
            let at = self.seri.iter().position(|known| known.is_some() && *known == seri).or_else(|| {
                // Without numbers among the goods, a number means the row.
                let unnumbered = self.seri.iter().all(Option::is_none);
                seri.map(|n| n - 1).filter(|n| unnumbered && *n < self.seri.len())
            });
            let Some(at) = at else {
                let message = Text::fixed(
                    "Seri barang ini tidak ada di lembar BARANG; barisnya tidak dibaca.",
                    "There is no goods line of this number in sheet BARANG; the row is not read.",
                );
                let (column, text) =
                    seri_cell.map_or((columns.get("seriBarang").copied().unwrap_or(0), ""), |c| (c.column, &c.text));
                self.notes.push(Note::of(sheet, column, row.number, text, (Severity::Reject, message)));
                return None;
            };
            let next = (0..).find(|n| !self.rows.contains_key(&(tab.list, at, *n)))?;
            crate::draft::lines::grow(self.doc.barang.get_mut(at)?, tab.list, next);
            self.rows.insert((tab.list, at, next), row.number);
            return Some(format!("barang[{at}].{}[{next}]", tab.list));
        } else if tab.list.is_empty() {
            if self.rows.contains_key(&("", 0, 0)) {
                let message = Text::fixed(
                    "Lembar HEADER memuat satu dokumen; baris berikutnya tidak dibaca.",
                    "Sheet HEADER holds one document; further rows are not read.",
                );
                self.notes.push(Note::of(sheet, 0, row.number, "", (Severity::Warn, message)));
                return None;
            }
            0
        } else {
            let next = (0..).find(|n| !self.rows.contains_key(&(tab.list, *n, 0)))?;
            crate::draft::save::grow(&mut self.doc, tab.list, next);
            next
        };
        self.rows.insert((tab.list, index, 0), row.number);
        Some(if tab.list.is_empty() { String::new() } else { format!("{}[{index}]", tab.list) })
    }

    /// Sheet, column and row of a pointer; a member without a column stands at the row's beginning.
    pub(super) fn cell_of(&self, pointer: &str) -> Option<(&str, u16, u32)> {
        let (list, key, member) = match split_list_step(pointer) {
            None => ("", (0, 0), pointer),
            Some((list, index, rest)) => match split_list_step(rest) {
                Some((below, row, member)) if list == "barang" => (below, (index, row), member),
                _ => (list, (index, 0), rest),
            },
        };
        let (list, map) = self.maps.get_key_value(list)?;
        let row = self.rows.get(&(*list, key.0, key.1))?;
        Some((&map.sheet, map.columns.get(member).copied().unwrap_or(0), *row))
    }
}

/// The text of a cell as the document writes it.
fn typed(cell: &Cell, spec: Column, shape: Shape, marks: Marks) -> String {
    if cell.exact {
        return cell.text.clone();
    }
    let text = cell.text.as_str();
    match shape {
        Shape::YesNo => match text.to_lowercase().as_str() {
            "ya" | "yes" | "true" | "benar" => "Y".to_owned(),
            "tidak" | "no" | "false" | "salah" => "T".to_owned(),
            _ => text.to_owned(),
        },
        Shape::Text if spec.allowed != Allowed::Any => code_of(text).to_owned(),
        shape => shape.read(text, marks),
    }
}

/// The code of a cell that says code and name, as lists show them.
fn code_of(text: &str) -> &str {
    [" - ", " – "].iter().find_map(|mark| text.split_once(mark)).map_or(text, |(code, _)| code.trim())
}

/// The text that a field of a filled document holds, for people.
pub(super) fn value(doc: &mut Pib, pointer: &str) -> String {
    doc.find_mut(pointer).map(|field: &mut dyn AnyField| short(&field.text())).unwrap_or_default()
}
