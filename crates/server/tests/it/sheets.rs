//! Files that hurt whoever reads them, given to the program's own reader: each is refused by a word of the reader itself,
//! in a process that has 200 MB and no more.

use std::io::{Cursor, Read, Write};
use std::process::{Command, Stdio};

use rustix::process::{Pid, Resource, Rlimit, prlimit};
use sheet::{Book, Refused};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const SPACE: u64 = 200 * 1024 * 1024;

fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).compression_level(Some(1));
    for (name, body) in entries {
        zip.start_file(*name, options).unwrap();
        zip.write_all(body).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn workbook(rows: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let space = "http://schemas.openxmlformats.org";
    let sheet =
        format!(r#"<worksheet xmlns="{space}/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#);
    let book = format!(
        r#"<workbook xmlns="{space}/spreadsheetml/2006/main" xmlns:r="{space}/officeDocument/2006/relationships"><sheets><sheet name="BARANG" sheetId="1" r:id="r1"/></sheets></workbook>"#
    );
    let relation = format!(
        r#"<Relationships xmlns="{space}/package/2006/relationships"><Relationship Id="r1" Type="{space}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
    );
    let root = format!(
        r#"<Relationships xmlns="{space}/package/2006/relationships"><Relationship Id="r1" Type="{space}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let own: [(&str, &[u8]); 5] = [
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relation.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    let all: Vec<(&str, &[u8])> = own.into_iter().chain(more.iter().copied()).collect();
    archive(&all)
}

/// The reader's answer; none when it ended without one.
fn read(bytes: &[u8]) -> Option<Result<Book, Refused>> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_pabean"))
        .arg("baca-lembar")
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let pid = Pid::from_raw(i32::try_from(child.id()).unwrap()).unwrap();
    prlimit(Some(pid), Resource::Data, Rlimit { current: Some(SPACE), maximum: Some(SPACE) }).unwrap();
    // A child that refuses early stops listening.
    let _ = child.stdin.take().unwrap().write_all(bytes);
    let mut answer = Vec::new();
    child.stdout.take().unwrap().read_to_end(&mut answer).unwrap();
    child.wait().unwrap();
    serde_json::from_slice(&answer).ok()
}

const ONE: &str = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;

fn bombs() -> Vec<(&'static str, Vec<u8>)> {
    let million: String = (0..1_000_000).map(|n| format!("<si><t>{n}</t></si>")).collect();
    let million = format!("<sst>{million}</sst>");
    let deep = format!("{}{}", "<a>".repeat(200_000), "</a>".repeat(200_000));
    let names: Vec<String> = (0..300).map(|n| format!("xl/media/{n}.png")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"x".as_slice())).collect();
    let inner = archive(&[("a", &vec![0; 5_000_000])]);
    let blanks = vec![b' '; 60_000_000];
    let link = br#"<Relationships><Relationship Id="r" Type="x/externalLinkPath" Target="http://x.example/" TargetMode="External"/></Relationships>"#;
    let entities = br#"<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>"#;
    let run = format!("<a b=\"{}\"/>", "x".repeat(4_000_000));
    let mut lying = workbook(&ONE.repeat(5_000), &[]);
    let size = u32::try_from(workbook_sheet_size()).unwrap().to_le_bytes();
    for at in 0..lying.len() - 4 {
        if lying[at..at + 4] == size {
            lying[at..at + 4].copy_from_slice(&64_u32.to_le_bytes());
        }
    }
    vec![
        ("an archive within", workbook(ONE, &[("xl/media/image1.png", &inner)])),
        ("a header that lies", lying),
        ("a far cell", workbook(r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#, &[])),
        ("a million texts", workbook(ONE, &[("xl/sharedStrings.xml", million.as_bytes())])),
        (
            "a count of texts",
            workbook(ONE, &[("xl/sharedStrings.xml", br#"<sst uniqueCount="9999999999"><si><t>a</t></si></sst>"#)]),
        ),
        ("entities", workbook(ONE, &[("xl/theme/theme1.xml", entities)])),
        ("macros", workbook(ONE, &[("xl/vbaProject.bin", b"x")])),
        ("a link", workbook(ONE, &[("xl/externalLinks/_rels/externalLink1.xml.rels", link)])),
        ("little that becomes much", workbook(ONE, &[("xl/theme/theme1.xml", &blanks)])),
        ("many entries", workbook(ONE, &many)),
        ("deep elements", workbook(ONE, &[("xl/theme/theme1.xml", deep.as_bytes())])),
        ("one endless tag", workbook(ONE, &[("xl/theme/theme1.xml", run.as_bytes())])),
    ]
}

/// The size that the sheet of the lying archive really has.
fn workbook_sheet_size() -> usize {
    let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    format!(r#"<worksheet xmlns="{space}"><sheetData>{}</sheetData></worksheet>"#, ONE.repeat(5_000)).len()
}

#[test]
fn twelve_of_twelve_are_refused_in_little_memory() {
    let bombs = bombs();
    assert_eq!(bombs.len(), 12);
    for (name, bytes) in bombs {
        let answer = read(&bytes);
        assert!(
            matches!(answer, Some(Err(_))),
            "{name}: {:?}",
            answer.map(|answer| answer.map(|book| book.sheets.len()))
        );
    }
}

#[test]
fn a_good_workbook_comes_back_as_its_cells() {
    let book = read(&workbook(ONE, &[])).unwrap().unwrap();
    assert_eq!(book.sheets[0].rows[0].cells[0].text, "1");
}
