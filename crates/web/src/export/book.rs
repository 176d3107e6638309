//! Workbooks that people fill in and send back: codes as text, lists to choose from, the version out of sight.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatPattern, Formula,
    Note, Workbook, Worksheet, XlsxError,
};

/// The sheet that says which template this is.
pub(crate) const SECRET: &str = "_pabean";
/// Rows below the headings that offer lists to choose from.
const OFFERED: u32 = 20_000;
/// Longest text of a cell, characters.
const LONGEST: usize = 32_000;

/// How a column's cells are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Codes and words: zeros in front stay.
    Text,
    /// Figures.
    Number,
    /// Days.
    Date,
}

/// A column.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    /// Heading.
    pub text: String,
    /// What its cells are.
    pub kind: Kind,
    /// The list whose codes it takes.
    pub list: Option<String>,
    /// Whether it must be filled.
    pub must: bool,
    /// Width, characters.
    pub width: u16,
}

/// A sheet: headings in row 1, cells in the document's own writing below.
#[derive(Debug, Clone)]
pub(crate) struct Tab {
    /// Name.
    pub name: String,
    /// Columns.
    pub heads: Vec<Head>,
    /// Rows.
    pub rows: Vec<Vec<String>>,
}

/// A list of codes: name, and code with description.
pub(crate) type Codes = (String, Vec<(String, String)>);

/// A whole workbook.
#[derive(Debug, Clone)]
pub(crate) struct Filled {
    /// Which template.
    pub version: &'static str,
    /// Sheets for people.
    pub tabs: Vec<Tab>,
    /// Lists of codes, beside each other in one sheet.
    pub codes: Vec<Codes>,
    /// Name of that sheet.
    pub codes_name: &'static str,
}

/// A cell of a marked copy: column and row from 0, what it shows, and what is wrong with it.
#[derive(Debug, Clone)]
pub(crate) struct Marked {
    /// Column.
    pub column: u16,
    /// Row.
    pub row: u32,
    /// Text.
    pub text: String,
    /// It was a figure or a day.
    pub exact: bool,
    /// What is wrong.
    pub wrong: Option<String>,
}

fn new_book() -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2020, 1, 1)?));
    Ok(book)
}

impl Filled {
    /// The file; the same content gives the same bytes.
    pub(crate) fn write(&self) -> Result<Vec<u8>, XlsxError> {
        let mut book = new_book()?;
        for tab in &self.tabs {
            let sheet = book.add_worksheet();
            sheet.set_name(&tab.name)?;
            self.tab(sheet, tab)?;
        }
        if !self.codes.is_empty() {
            let sheet = book.add_worksheet();
            sheet.set_name(self.codes_name)?;
            codes(sheet, &self.codes)?;
        }
        let sheet = book.add_worksheet();
        sheet.set_name(SECRET)?.write_string(0, 0, self.version)?;
        sheet.set_very_hidden(true);
        book.define_name("PABEAN_TEMPLAT", &format!("={SECRET}!$A$1"))?;
        book.save_to_buffer()
    }

    fn tab(&self, sheet: &mut Worksheet, tab: &Tab) -> Result<(), XlsxError> {
        let text = Format::new().set_num_format("@");
        let figure = Format::new().set_num_format("General");
        let day = Format::new().set_num_format("dd-mm-yyyy");
        let (must, may) = (heading(true), heading(false));
        sheet.set_freeze_panes(1, 1)?;
        for (column, head) in (0_u16..).zip(&tab.heads) {
            let format = match head.kind {
                Kind::Text => &text,
                Kind::Number => &figure,
                Kind::Date => &day,
            };
            sheet.set_column_format(column, format)?;
            sheet.set_column_width(column, f64::from(head.width))?;
            sheet.write_string_with_format(0, column, &head.text, if head.must { &must } else { &may })?;
            if let Some(range) = head.list.as_ref().and_then(|list| self.range(list)) {
                let choice = DataValidation::new()
                    .allow_list_formula(Formula::new(range))
                    .set_error_style(DataValidationErrorStyle::Information);
                sheet.add_data_validation(1, column, OFFERED - 1, column, &choice)?;
            }
        }
        for (row, cells) in (1_u32..).zip(&tab.rows) {
            for ((column, head), cell) in (0_u16..).zip(&tab.heads).zip(cells) {
                let numeric = number(cell).filter(|_| head.kind == Kind::Number);
                let moment = date(cell).filter(|_| head.kind == Kind::Date);
                if cell.is_empty() {
                    continue;
                }
                match (numeric, moment) {
                    (Some(number), _) => sheet.write_number_with_format(row, column, number, &figure)?,
                    (_, Some(moment)) => sheet.write_datetime_with_format(row, column, &moment, &day)?,
                    _ => {
                        let cut: String = cell.chars().take(LONGEST).collect();
                        sheet.write_string_with_format(row, column, cut, &text)?
                    }
                };
            }
        }
        Ok(())
    }

    /// Where the codes of a list stand.
    fn range(&self, list: &str) -> Option<String> {
        let at = self.codes.iter().position(|(name, codes)| name == list && !codes.is_empty())?;
        let column = app::draft::lembar::column_name(u16::try_from(at * 2).ok()?);
        let last = self.codes.get(at)?.1.len() + 1;
        Some(format!("={}!${column}$2:${column}${last}", self.codes_name))
    }
}

fn heading(must: bool) -> Format {
    let format = Format::new().set_bold().set_num_format("@").set_text_wrap();
    let (ground, words) = if must { (0x0012_2B54, Color::White) } else { (0x00E6_ECF5, Color::Black) };
    format.set_pattern(FormatPattern::Solid).set_background_color(Color::RGB(ground)).set_font_color(words)
}

fn codes(sheet: &mut Worksheet, lists: &[Codes]) -> Result<(), XlsxError> {
    let (head, text) = (heading(false), Format::new().set_num_format("@"));
    sheet.set_freeze_panes(1, 0)?;
    for (column, (name, codes)) in (0_u16..).step_by(2).zip(lists) {
        sheet.write_string_with_format(0, column, name, &head)?;
        sheet.set_column_width(column, 10.0)?.set_column_width(column + 1, 32.0)?;
        for (row, (code, label)) in (1_u32..).zip(codes) {
            sheet.write_string_with_format(row, column, code, &text)?;
            sheet.write_string_with_format(row, column + 1, label, &text)?;
        }
    }
    Ok(())
}

/// The number of a plain figure that a sheet keeps to its last digit.
fn number(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let exact = text.bytes().filter(u8::is_ascii_digit).count() <= 15;
    text.parse().ok().filter(|n: &f64| plain && exact && n.is_finite())
}

fn date(text: &str) -> Option<ExcelDateTime> {
    let mut parts = text.split('-').map(|part| part.parse::<u16>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    ExcelDateTime::from_ymd(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok().filter(|_| year >= 1901)
}

/// A copy of somebody's sheets in which wrong cells stand out and say why.
pub(crate) fn marked(sheets: &[(String, Vec<Marked>)]) -> Result<Vec<u8>, XlsxError> {
    let mut book = new_book()?;
    let text = Format::new().set_num_format("@");
    let day = Format::new().set_num_format("dd-mm-yyyy");
    let red = |format: &Format| {
        let format = format.clone().set_pattern(FormatPattern::Solid);
        format.set_background_color(Color::RGB(0x00FF_C7CE)).set_font_color(Color::RGB(0x009C_0006))
    };
    for (name, cells) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        for cell in cells {
            let (row, column) = (cell.row, cell.column);
            let plain = if cell.exact && date(&cell.text).is_some() { &day } else { &text };
            let format = if cell.wrong.is_some() { &red(plain) } else { plain };
            let general = if cell.wrong.is_some() { red(&Format::new()) } else { Format::new() };
            match (number(&cell.text).filter(|_| cell.exact), date(&cell.text).filter(|_| cell.exact)) {
                (Some(number), _) => sheet.write_number_with_format(row, column, number, &general)?,
                (_, Some(moment)) => sheet.write_datetime_with_format(row, column, &moment, format)?,
                _ if cell.text.is_empty() => sheet.write_blank(row, column, format)?,
                _ => {
                    let cut: String = cell.text.chars().take(LONGEST).collect();
                    sheet.write_string_with_format(row, column, cut, format)?
                }
            };
            if let Some(why) = &cell.wrong {
                let short: String = why.chars().take(500).collect();
                sheet.insert_note(row, column, &Note::new(short).set_author("Pabean"))?;
            }
        }
    }
    book.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};

    fn read(bytes: Vec<u8>, name: &str) -> Vec<Vec<Data>> {
        let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        let range = book.worksheet_range(name).unwrap();
        range.rows().map(<[Data]>::to_vec).collect()
    }

    #[test]
    fn codes_stay_text_and_nothing_becomes_a_formula() {
        let head = |text: &str, kind, list: Option<&str>| Head {
            text: text.into(),
            kind,
            list: list.map(Into::into),
            must: true,
            width: 10,
        };
        let filled = Filled {
            version: "BC20-1",
            tabs: vec![Tab {
                name: "BARANG".into(),
                heads: vec![
                    head("Pos tarif", Kind::Text, None),
                    head("Negara", Kind::Text, Some("negara")),
                    head("Jumlah", Kind::Number, None),
                    head("Tanggal", Kind::Date, None),
                ],
                rows: vec![
                    vec!["01012100".into(), "=1+1".into(), "1250.5".into(), "2026-03-06".into()],
                    vec!["@x".into(), "+62".into(), "dua".into(), "besok".into()],
                ],
            }],
            codes: vec![("negara".into(), vec![("CN".into(), "Tiongkok".into())])],
            codes_name: "Kode",
        };
        let bytes = filled.write().unwrap();
        assert_eq!(bytes, filled.write().unwrap());
        let rows = read(bytes.clone(), "BARANG");
        assert_eq!(rows[1][0], Data::String("01012100".into()));
        assert_eq!(rows[1][1], Data::String("=1+1".into()));
        assert_eq!(rows[1][2], Data::Float(1250.5));
        assert!(matches!(rows[1][3], Data::DateTime(_)), "{:?}", rows[1][3]);
        assert_eq!(rows[2][2], Data::String("dua".into()));
        assert_eq!(read(bytes.clone(), SECRET)[0][0], Data::String("BC20-1".into()));
        let book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        assert!(book.defined_names().iter().any(|(name, _)| name == "PABEAN_TEMPLAT"));
    }

    #[test]
    fn a_marked_copy_keeps_every_cell_in_its_place() {
        let cell = |row, column, text: &str, wrong: Option<&str>| Marked {
            row,
            column,
            text: text.into(),
            exact: false,
            wrong: wrong.map(Into::into),
        };
        let cells = vec![cell(0, 0, "Pos tarif", None), cell(3, 1, "=KATUP()", Some("Tidak dikenal."))];
        let rows = read(marked(&[("BARANG".into(), cells)]).unwrap(), "BARANG");
        assert_eq!(rows[3][1], Data::String("=KATUP()".into()));
        assert_eq!(rows[0][0], Data::String("Pos tarif".into()));
    }
}
