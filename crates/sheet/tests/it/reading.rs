//! What good workbooks come to.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use sheet::{Book, Cell};

use crate::support::workbook;

fn cell(column: u16, text: &str) -> Cell {
    Cell { column, text: text.into(), exact: false, formula: false }
}

#[test]
fn texts_numbers_days_and_formulas_are_told_apart() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("BARANG").unwrap();
    let text = Format::new().set_num_format("@");
    sheet.write_string(0, 0, "Pos tarif").unwrap();
    sheet.write_string_with_format(2, 0, " 01012100 ", &text).unwrap();
    sheet.write_number(2, 1, 1250.5).unwrap();
    let day = ExcelDateTime::from_ymd(2026, 3, 6).unwrap();
    sheet.write_datetime_with_format(2, 2, &day, &Format::new().set_num_format("dd-mm-yyyy")).unwrap();
    sheet.write_formula(2, 3, Formula::new("=B3*2").set_result("2501")).unwrap();
    sheet.write_boolean(2, 4, true).unwrap();
    sheet.write_blank(2, 5, &text).unwrap();
    book.add_worksheet().set_name("DOKUMEN").unwrap();
    let bytes = book.save_to_buffer().unwrap();

    let book = sheet::read(&bytes).unwrap();
    assert_eq!(book.sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), ["BARANG", "DOKUMEN"]);
    let rows = &book.sheet("barang").unwrap().rows;
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(rows[0].cells, [cell(0, "Pos tarif")]);
    let exact = |column, text: &str| Cell { exact: true, ..cell(column, text) };
    let expect = [
        cell(0, "01012100"),
        exact(1, "1250.5"),
        exact(2, "2026-03-06"),
        Cell { formula: true, ..exact(3, "2501") },
        exact(4, "Y"),
    ];
    assert_eq!(rows[1].cells, expect);
    assert_eq!(rows[1].cell(2), Some(&expect[2]));
    assert!(book.sheet("DOKUMEN").unwrap().rows.is_empty());
}

#[test]
fn blank_cells_far_away_do_no_harm() {
    let rows = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="XFD1" s="0"/></row><row r="1048576"><c r="B1048576"></c></row>"#;
    let Book { sheets } = sheet::read(&workbook(rows, &[])).unwrap();
    assert_eq!(sheets[0].rows.len(), 1);
}

#[test]
fn a_link_to_click_is_text() {
    let rels = br#"<Relationships><Relationship Id="r" Type="http://x/hyperlink" Target="mailto:a@b.example" TargetMode="External"/></Relationships>"#;
    let rows = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>"#;
    assert!(sheet::read(&workbook(rows, &[("xl/worksheets/_rels/sheet1.xml.rels", rels)])).is_ok());
}

#[test]
fn what_is_read_comes_back_from_its_json() {
    let rows = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="C1"><v>2</v></c></row>"#;
    let book = sheet::read(&workbook(rows, &[])).unwrap();
    let text = serde_json::to_string(&book).unwrap();
    assert_eq!(
        text,
        r#"{"sheets":[{"name":"BARANG","rows":[{"n":1,"c":[{"c":0,"t":"a"},{"c":2,"t":"2","x":true}]}]}]}"#
    );
    assert_eq!(serde_json::from_str::<Book>(&text).unwrap(), book);
}
