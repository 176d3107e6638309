//! The second pass: the cells, row by row, as text.

use std::io::Cursor;

use calamine::{CellErrorType, Data, DataRef, ExcelDateTime, Reader, Xlsx};

use crate::{Book, Cell, LONGEST_TEXT, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, Refused, Row, Sheet, address};

/// Digits of a number that a sheet keeps.
const DIGITS: usize = 15;

/// The cells of a workbook that was looked through.
pub(crate) fn read(bytes: &[u8]) -> Result<Book, Refused> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Refused::Broken)?;
    let names = book.sheet_names();
    if names.len() > MOST_SHEETS {
        return Err(Refused::TooManySheets);
    }
    let mut sheets = Vec::with_capacity(names.len());
    let mut left = MOST_CELLS;
    for name in names {
        // A sheet of charts has no cells.
        let rows = match book.worksheet_cells_reader(&name) {
            Ok(mut cells) => rows(&mut cells, &mut left)?,
            Err(calamine::XlsxError::NotAWorksheet(_)) => Vec::new(),
            Err(_) => return Err(Refused::Broken),
        };
        sheets.push(Sheet { name, rows });
    }
    Ok(Book { sheets })
}

type Cells<'a, 'b> = calamine::XlsxCellReader<'a, Cursor<&'b [u8]>>;

fn rows(cells: &mut Cells<'_, '_>, left: &mut u64) -> Result<Vec<Row>, Refused> {
    let mut rows: Vec<Row> = Vec::new();
    while let Some(found) = cells.next_cell_with_formula_metadata().map_err(|_| Refused::Broken)? {
        let (row, column) = found.pos;
        let Some(cell) = cell(column, &found.value, found.formula.is_some()) else { continue };
        let number = row + 1;
        let far = || Refused::FarCell(format!("R{number}C{}", column + 1));
        if number > MOST_ROWS || cell.column >= MOST_COLUMNS {
            return Err(far());
        }
        if cell.text.chars().count() > LONGEST_TEXT {
            return Err(Refused::LongText(address::name(cell.column, number)));
        }
        *left = left.checked_sub(1).ok_or(Refused::TooMuch)?;
        match rows.last_mut() {
            Some(last) if last.number == number => {
                if last.cells.last().is_some_and(|before| before.column >= cell.column) {
                    return Err(Refused::Broken);
                }
                last.cells.push(cell);
            }
            Some(last) if last.number > number => return Err(Refused::Broken),
            _ => rows.push(Row { number, cells: vec![cell] }),
        }
    }
    Ok(rows)
}

fn cell(column: u32, value: &DataRef<'_>, formula: bool) -> Option<Cell> {
    let column = u16::try_from(column).unwrap_or(u16::MAX);
    let (text, exact) = match value {
        DataRef::Empty => return None,
        DataRef::String(text) => (text.trim().to_owned(), false),
        DataRef::SharedString(text) => (text.trim().to_owned(), false),
        DataRef::Int(number) => (number.to_string(), true),
        DataRef::Float(number) => (decimal(*number), true),
        DataRef::Bool(yes) => (if *yes { "Y" } else { "T" }.to_owned(), true),
        DataRef::DateTime(moment) => (date(moment), true),
        DataRef::DateTimeIso(text) => (text.get(..10).unwrap_or(text).to_owned(), true),
        DataRef::DurationIso(text) => (text.clone(), false),
        DataRef::Error(kind) => (error(kind), false),
    };
    (!text.is_empty()).then_some(Cell { column, text, exact, formula })
}

fn error(kind: &CellErrorType) -> String {
    Data::Error(kind.clone()).to_string()
}

/// A number as the sheet shows it: binary dust behind the fifteenth digit is none of the typist's.
fn decimal(number: f64) -> String {
    if !number.is_finite() {
        return number.to_string();
    }
    let rounded: f64 = format!("{number:.*e}", DIGITS - 1).parse().unwrap_or(number);
    format!("{rounded}")
}

fn date(moment: &ExcelDateTime) -> String {
    if moment.is_duration() {
        return decimal(moment.as_f64());
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lose_binary_dust_and_nothing_else() {
        for (number, text) in [
            (0.1 + 0.2, "0.3"),
            (1250.5, "1250.5"),
            (12_000_000.0, "12000000"),
            (123_456_789_012.34, "123456789012.34"),
            (-0.0001, "-0.0001"),
            (2_402.7_f64.next_down(), "2402.7"),
        ] {
            assert_eq!(decimal(number), text);
        }
    }
}
