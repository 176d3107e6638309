//! `pabean demo --once`: the journey of the README, both lanes, with the letters on disk.

use std::path::PathBuf;
use std::process::Command;

fn walk(lane: &str) -> (String, PathBuf) {
    let folder = std::env::temp_dir().join(format!("pabean-demo-{}-{lane}", std::process::id()));
    let output = Command::new(env!("CARGO_BIN_EXE_pabean"))
        .args(["demo", "--once", "--lane", lane, "--dir"])
        .arg(&folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    (said, folder)
}

/// The process codes in the order they were printed.
fn codes(said: &str) -> Vec<&str> {
    said.lines()
        .filter_map(|l| l.split_whitespace().next())
        .filter(|w| w.len() == 3 && w.bytes().all(|b| b.is_ascii_digit()))
        .collect()
}

fn letters(folder: &PathBuf) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_green_declaration_is_released() {
    let (said, folder) = walk("hijau");
    let path = ["001", "100", "104", "105", "106", "107", "110", "111", "130", "210", "225", "230", "240", "250"];
    assert!(codes(&said).starts_with(&path), "{said}");
    assert_eq!(
        letters(&folder),
        ["2000-PENERIMAAN.pdf", "2003-SPPB.pdf", "2020-BILLING.pdf", "BPN-BPN.pdf", "formulir-BC20.pdf"]
    );
    let aju = said.lines().find_map(|l| l.strip_prefix("Nomor aju")).unwrap().trim().to_owned();
    if let Some(text) = pdf_text(&folder.join("2003-SPPB.pdf")) {
        for needle in [aju.as_str(), "000001", "PT Contoh Sejahtera Abadi"] {
            assert!(text.contains(needle), "SPPB lacks {needle}:\n{text}");
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_red_declaration_is_inspected_and_released() {
    let (said, folder) = walk("merah");
    let path = ["250", "300", "310", "311", "312", "314", "330", "331", "333", "400"];
    let codes = codes(&said);
    let from = codes.iter().position(|c| *c == "250").unwrap();
    assert_eq!(&codes[from..from + path.len()], &path, "{said}");
    for letter in ["2003-SPPB.pdf", "2005-SPJM.pdf", "2007-LHP.pdf", "2008-BAP.pdf", "2066-IP.pdf"] {
        assert!(letters(&folder).contains(&letter.to_owned()), "{letter}: {said}");
    }
    for (letter, needles) in
        [("2008-BAP.pdf", ["Rina Contoh", "CTH-", "/KBC."]), ("2007-LHP.pdf", ["Pemeriksa", "Sesuai", "/KBC."])]
    {
        let Some(text) = pdf_text(&folder.join(letter)) else { continue };
        assert!(needles.iter().all(|needle| text.contains(needle)), "{letter}: {text}");
        assert!(!text.contains(", tanggal –"), "a letter that is named has a number: {text}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

/// The text of a PDF, where pdftotext is installed.
fn pdf_text(file: &std::path::Path) -> Option<String> {
    let output = Command::new("pdftotext").args(["-layout"]).arg(file).arg("-").output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}
