//! A workbook of one sheet: codes stay text, figures are numbers that can be summed, the heading stays in sight.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::{Export, Value};
use crate::lang::Lang;

/// Longest text of a cell, characters; the format takes no more.
const LONGEST: usize = 32_000;
/// Widest column, characters.
const WIDEST: usize = 60;

/// The whole file; the same rows give the same bytes.
pub(super) fn write(export: &Export, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2020, 1, 1)?));
    let sheet = book.add_worksheet();
    sheet.set_freeze_panes(1, 0)?;
    let heading = Format::new().set_bold();
    for (column, name) in (0_u16..).zip(&export.columns) {
        sheet.write_string_with_format(0, column, name, &heading)?;
        sheet.set_column_width(column, width(export, usize::from(column)))?;
    }
    let (words, figures) = (Format::new().set_num_format("@"), Format::new().set_num_format("#,##0.####"));
    for (row, cells) in (1_u32..).zip(&export.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match number(cell, lang) {
                Some(number) => sheet.write_number_with_format(row, column, number, &figures)?,
                None if cell.text().is_empty() => sheet.write_blank(row, column, &words)?,
                None => {
                    let text: String = cell.text().chars().take(LONGEST).collect();
                    sheet.write_string_with_format(row, column, text, &words)?
                }
            };
        }
    }
    let (last_row, last_column) = (export.rows.len(), export.columns.len().saturating_sub(1));
    if let (Ok(row), Ok(column)) = (u32::try_from(last_row), u16::try_from(last_column)) {
        sheet.autofilter(0, 0, row, column)?;
    }
    book.save_to_buffer()
}

fn width(export: &Export, column: usize) -> f64 {
    let cells = export.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.text().chars().count());
    let heading = export.columns.get(column).map_or(0, |name| name.chars().count());
    let widest = cells.max().unwrap_or(0).max(heading).clamp(6, WIDEST) + 2;
    u32::try_from(widest).map_or(10.0, f64::from)
}

/// The number that a figure in the language's own writing is; none when a workbook would round it.
fn number(cell: &Value, lang: Lang) -> Option<f64> {
    let Value::Figure(text) = cell else { return None };
    let (group, point) = match lang {
        Lang::Id => ('.', ','),
        Lang::En => (',', '.'),
    };
    let plain: String = text.chars().filter(|c| *c != group).map(|c| if c == point { '.' } else { c }).collect();
    let exact = plain.bytes().filter(u8::is_ascii_digit).count() <= 15;
    plain.parse().ok().filter(|number: &f64| exact && number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_numbers_in_either_language() {
        let figure = |text: &str| Value::Figure(text.into());
        assert_eq!(number(&figure("1.234.567,89"), Lang::Id), Some(1_234_567.89));
        assert_eq!(number(&figure("1,234,567.89"), Lang::En), Some(1_234_567.89));
        assert_eq!(number(&figure("9.999.999.999.999.999,99"), Lang::Id), None);
        assert_eq!(number(&figure("inf"), Lang::Id), None);
        assert_eq!(number(&Value::from("0012"), Lang::Id), None);
    }

    #[test]
    fn the_same_rows_give_the_same_bytes() {
        let export = Export {
            name: "contoh",
            columns: vec!["Nomor".into(), "Nilai".into()],
            rows: vec![vec!["=1+1".into(), Value::Figure("1.000".into())]],
        };
        let first = write(&export, Lang::Id).unwrap();
        assert_eq!(first, write(&export, Lang::Id).unwrap());
        assert!(first.starts_with(b"PK"));
    }
}
