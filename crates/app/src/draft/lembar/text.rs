//! A block of cells that was copied in a spreadsheet, as the sheet it would make.

use kernel::Text;
use sheet::{Book, Cell, Row, Sheet};

use super::columns::by_heading;
use crate::Error;

/// Most rows of one paste.
const MOST: usize = 2_000;

/// Where pasted cells begin.
#[derive(Debug, Clone)]
pub struct Start {
    /// Members of the columns, from the first cell to the right.
    pub columns: Vec<&'static str>,
    /// Key of the line of the first row; 0 for below all lines.
    pub line: u32,
    /// Whether the lines that are there stay; only asked below all of them.
    pub appended: bool,
}

/// The sheet of a pasted text; `line` is the position of the line that the first row falls on.
///
/// Cells are divided by tabs, or by semicolons where there is no tab. A first row of headings says what the columns are.
pub(super) fn block(text: &str, start: &Start, line: Option<usize>) -> Result<Book, Error> {
    let divider = if text.contains('\t') { '\t' } else { ';' };
    let mut rows: Vec<Vec<String>> = split(text, divider);
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    let named =
        rows.first().is_some_and(|row| row.iter().filter(|cell| by_heading("barang", cell).is_some()).count() > 1);
    let count = rows.len() - usize::from(named);
    if count == 0 {
        return Err(Error::Refused(Text::fixed(
            "Tidak ada baris yang dapat dibaca. Salin sel dari lembar kerja, lalu tempel di sini.",
            "No row can be read. Copy cells from a spreadsheet and paste them here.",
        )));
    }
    if count > MOST {
        return Err(Error::Refused(Text::made(
            format!("Paling banyak {MOST} baris sekali tempel; pakai unggah XLSX untuk yang lebih banyak."),
            format!("At most {MOST} rows in one paste; use the XLSX upload for more."),
        )));
    }
    if !named {
        rows.insert(0, start.columns.iter().map(|name| (*name).to_owned()).collect());
    }
    let sheet_row = |(index, cells): (usize, Vec<String>)| {
        let number = u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1);
        let seri = match (index, line) {
            (0, _) => Some("seriBarang".to_owned()),
            (below, Some(line)) => Some((line + below).to_string()),
            (_, None) => None,
        };
        let own = seri.into_iter().map(|text| cell(0, text));
        let cells =
            (1_u16..=99).zip(cells).filter(|(_, text)| !text.is_empty()).map(|(column, text)| cell(column, text));
        Row { number, cells: own.chain(cells).collect() }
    };
    let rows = rows.into_iter().enumerate().map(sheet_row).collect();
    Ok(Book { sheets: vec![Sheet { name: "BARANG".into(), rows }] })
}

fn cell(column: u16, text: String) -> Cell {
    Cell { column, text, exact: false, formula: false }
}

/// Rows and cells; a cell in quotation marks may hold line breaks and doubled marks.
fn split(text: &str, divider: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    let finish = |cell: &mut String| {
        let text: String = cell.trim().chars().take(sheet::LONGEST_TEXT).collect();
        cell.clear();
        text
    };
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\n' | '\r' if quoted => cell.push(' '),
            '\n' => {
                row.push(finish(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' => {}
            letter if letter == divider && !quoted => row.push(finish(&mut cell)),
            letter => cell.push(letter),
        }
        if rows.len() > MOST + 2 {
            return rows;
        }
    }
    row.push(finish(&mut cell));
    rows.push(row);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(line: u32) -> Start {
        Start { columns: vec!["posTarif", "uraian", "merk"], line, appended: true }
    }

    fn texts(book: &Book) -> Vec<Vec<String>> {
        book.sheets[0].rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.clone()).collect()).collect()
    }

    #[test]
    fn a_block_becomes_a_sheet() {
        let book =
            block("84818099\tKatup \"besar\"\tA\n\n84821000\t\"dua\nbaris \"\"x\"\"\"\tB\n", &start(0), None).unwrap();
        assert_eq!(
            texts(&book),
            [
                vec!["seriBarang", "posTarif", "uraian", "merk"],
                vec!["84818099", "Katup \"besar\"", "A"],
                vec!["84821000", "dua baris \"x\"", "B"],
            ]
        );
    }

    #[test]
    fn headings_say_what_the_columns_are_and_rows_know_their_lines() {
        let book = block("Merek;Pos tarif/HS\nA;84818099", &start(7), Some(2)).unwrap();
        assert_eq!(texts(&book), [vec!["seriBarang", "Merek", "Pos tarif/HS"], vec!["3", "A", "84818099"]]);
        assert!(block(" \n\t\n", &start(0), None).is_err());
        assert!(block(&"a\tb\n".repeat(MOST + 1), &start(0), None).is_err());
    }
}
