//! Twelve files that hurt a reader who trusts them. What they cost is measured where they are read in earnest, in the
//! child process of the program.

use sheet::Refused;

use crate::support::{self, archive, workbook};

#[track_caller]
fn check(bytes: &[u8], expect: &Refused) {
    assert_eq!(sheet::read(bytes).err().as_ref(), Some(expect));
}

const ONE: &str = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;

#[test]
fn an_archive_within_the_archive() {
    let inner = archive(&[("a.xml", &[b' '; 100_000])]);
    check(&workbook(ONE, &[("xl/media/image1.png", &inner)]), &Refused::Nested);
}

#[test]
fn a_header_that_lies_about_the_size() {
    let mut bytes = workbook(&ONE.repeat(2000), &[]);
    let real = u32::try_from(support::sheet(&ONE.repeat(2000)).len()).unwrap().to_le_bytes();
    let mut found = 0;
    for at in 0..bytes.len() - 4 {
        if bytes[at..at + 4] == real {
            bytes[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
            found += 1;
        }
    }
    assert!(found >= 2, "the size stands before the entry and in the directory");
    // The archive's reader notices by itself, or the count does.
    assert!(matches!(sheet::read(&bytes), Err(Refused::Inflates | Refused::Broken)));
}

#[test]
fn a_cell_far_outside() {
    let row = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    check(&workbook(&format!("{ONE}{row}"), &[]), &Refused::FarCell("XFD1048576".into()));
}

#[test]
fn a_row_after_the_last_one() {
    let row = r#"<row r="20001"><c r="A20001"><v>1</v></c></row>"#;
    check(&workbook(&format!("{ONE}{row}"), &[]), &Refused::FarCell("A20001".into()));
}

#[test]
fn a_million_texts() {
    let mut strings = String::from(r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#);
    for n in 0..1_000_000 {
        use std::fmt::Write as _;
        write!(strings, "<si><t>{n}</t></si>").unwrap();
    }
    strings.push_str("</sst>");
    check(&workbook(ONE, &[("xl/sharedStrings.xml", strings.as_bytes())]), &Refused::TooMuch);
}

#[test]
fn a_count_of_texts_that_nobody_has_room_for() {
    let strings = br#"<sst uniqueCount="99999999999"><si><t>a</t></si></sst>"#;
    check(&workbook(ONE, &[("xl/sharedStrings.xml", strings)]), &Refused::TooMuch);
}

#[test]
fn entities_that_grow() {
    let body = format!(
        r#"<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>{}"#,
        support::sheet(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>"#)
    );
    check(&workbook("", &[("xl/worksheets/sheet1.xml", body.as_bytes())]), &Refused::Dtd);
}

#[test]
fn macros() {
    check(&workbook(ONE, &[("xl/vbaProject.bin", b"x")]), &Refused::Macro);
    let types = r#"<Types xmlns="x"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>"#;
    check(&workbook(ONE, &[("[Content_Types].xml", types.as_bytes())]), &Refused::Macro);
}

#[test]
fn links_to_other_files() {
    check(&workbook(ONE, &[("xl/externalLinks/externalLink1.xml", b"<a/>")]), &Refused::ExternalLink);
    let rels = br#"<Relationships><Relationship Id="r" Type="http://x/externalLinkPath" Target="http://x.example/a.xlsx" TargetMode="External"/></Relationships>"#;
    check(&workbook(ONE, &[("xl/worksheets/_rels/sheet1.xml.rels", rels)]), &Refused::ExternalLink);
}

#[test]
fn little_that_becomes_much() {
    let blank = vec![b' '; 30_000_000];
    check(&workbook(ONE, &[("xl/media/image1.png", &blank)]), &Refused::Ratio);
    // Markup without markup ends earlier: nothing so long has to be kept.
    check(&workbook(ONE, &[("xl/theme/theme1.xml", &blank)]), &Refused::Broken);
}

#[test]
fn more_entries_than_a_workbook_has() {
    let names: Vec<String> = (0..300).map(|n| format!("xl/media/{n}.png")).collect();
    let more: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"x".as_slice())).collect();
    check(&workbook(ONE, &more), &Refused::TooManyEntries);
}

#[test]
fn elements_within_elements() {
    let deep = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
    check(&workbook(ONE, &[("xl/theme/theme1.xml", deep.as_bytes())]), &Refused::Broken);
}

#[test]
fn what_is_no_workbook() {
    check(b"seri,barang\n1,2", &Refused::NotAWorkbook);
    check(&archive(&[("a.txt", b"x")]), &Refused::NotAWorkbook);
    check(&[0xD0, 0xCF, 0x11, 0xE0, 1, 2], &Refused::OldOrLocked);
    check(b"PK\x03\x04 and then nothing", &Refused::Broken);
    check(&vec![0; sheet::MOST_BYTES + 1], &Refused::TooLarge);
    let whole = workbook(ONE, &[]);
    check(&whole[..whole.len() / 2], &Refused::Broken);
}

#[test]
fn a_text_longer_than_any_datum() {
    let text = "a".repeat(50_000);
    let row = format!(r#"<row r="1"><c r="B1" t="inlineStr"><is><t>{text}</t></is></c></row>"#);
    check(&workbook(&row, &[]), &Refused::LongText("B1".into()));
    let row = format!(r#"<row r="1"><c r="B1" t="inlineStr"><is><t>{}</t></is></c></row>"#, &text[..5_000]);
    check(&workbook(&row, &[]), &Refused::LongText("B1".into()));
}
