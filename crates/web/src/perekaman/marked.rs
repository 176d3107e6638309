//! Somebody's workbook again, with what is wrong in its cells.

use std::collections::BTreeMap;

use app::draft::lembar::{Book, Note, Sheet};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kernel::Severity;

use super::goods_messages::GoodsTexts;
use crate::export::book::{Marked, marked};
use crate::lang::Lang;
use crate::problem::Problem;

/// A workbook as an answer.
pub(super) fn file(bytes: Vec<u8>, name: &str) -> Response {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned();
    let name = format!("attachment; filename=\"{name}.xlsx\"");
    ([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], bytes).into_response()
}

/// The marked copy.
pub(super) fn answer(book: &Book, notes: &[Note], lang: Lang) -> Result<Response, Problem> {
    // What the template keeps for itself is not the sender's.
    let own = |sheet: &&Sheet| !sheet.name.starts_with('_');
    let sheets: Vec<(String, Vec<Marked>)> =
        book.sheets.iter().filter(own).map(|sheet| (sheet.name.clone(), cells(sheet, notes, lang))).collect();
    let bytes = marked(&sheets).map_err(|error| Problem::fault(&error))?;
    Ok(file(bytes, "barang-ditandai"))
}

/// The cells of a sheet with their marks, and beside each row all there is to say about it.
fn cells(sheet: &Sheet, notes: &[Note], lang: Lang) -> Vec<Marked> {
    let mut wrong: BTreeMap<(u32, u16), String> = BTreeMap::new();
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for note in notes.iter().filter(|note| note.sheet == sheet.name) {
        let mut text = lang.say(&note.message);
        if let Some(suggestion) = &note.suggestion {
            text = format!("{text} → {suggestion}");
        }
        rows.entry(note.row).or_default().push(format!("{}: {text}", note.cell()));
        if note.weight == Severity::Reject {
            wrong.entry((note.row, note.column)).or_insert(text);
        }
    }
    let widest = sheet.rows.iter().flat_map(|row| row.cells.last()).map(|cell| cell.column).max().unwrap_or(0);
    let heading = rows.keys().next().map(|first| first.saturating_sub(1).max(1));
    let mut out = Vec::new();
    for row in &sheet.rows {
        for cell in &row.cells {
            out.push(Marked {
                column: cell.column,
                row: row.number - 1,
                text: cell.text.clone(),
                exact: cell.exact,
                wrong: wrong.remove(&(row.number, cell.column)),
            });
        }
    }
    // Cells that should hold something and do not.
    out.extend(wrong.into_iter().map(|((row, column), text)| Marked {
        column,
        row: row.saturating_sub(1),
        text: String::new(),
        exact: false,
        wrong: Some(text),
    }));
    let beside = widest + 1;
    let top = sheet.rows.first().map(|row| row.number).or(heading);
    if let (Some(top), false) = (top, rows.is_empty()) {
        out.push(plain(beside, top - 1, GoodsTexts::of(lang).notes_column.to_owned()));
    }
    let top = top.unwrap_or(1);
    out.extend(
        rows.into_iter().filter(|(row, _)| *row > top).map(|(row, texts)| plain(beside, row - 1, texts.join(" "))),
    );
    out
}

fn plain(column: u16, row: u32, text: String) -> Marked {
    Marked { column, row, text, exact: false, wrong: None }
}
