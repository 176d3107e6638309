//! A second opinion from outside tools, where they are installed: qpdf on the structure, poppler on the text.

use std::path::Path;
use std::process::{Command, Output};

use letters::KINDS;

use crate::support::{joined, pages, pdf, sample};

/// Runs a tool; none when it is not installed.
fn run(tool: &str, file: &Path, rest: &[&str]) -> Option<Output> {
    let mut command = Command::new(tool);
    if tool == "qpdf" {
        command.arg("--check").arg(file)
    } else {
        command.arg(file).args(rest)
    };
    command.output().ok()
}

#[test]
fn other_readers_find_the_same_text_and_a_sound_file() {
    let folder = std::env::temp_dir().join(format!("pabean-letters-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for kind in KINDS {
        let file = folder.join(format!("{}.pdf", kind.name));
        std::fs::write(&file, pdf(kind.name, &sample(kind.name))).unwrap();
        if let Some(checked) = run("qpdf", &file, &[]) {
            assert!(checked.status.success(), "{} {}", kind.name, String::from_utf8_lossy(&checked.stderr));
        }
        if let Some(read) = run("pdftotext", &file, &["-"]) {
            let theirs = sorted(&String::from_utf8(read.stdout).unwrap());
            assert_eq!(theirs, sorted(&pages(kind.name, &sample(kind.name)).concat()), "{}", kind.name);
        }
    }
    std::fs::remove_dir_all(folder).unwrap();
}

/// The characters in order of their value: readers differ in how they walk columns.
fn sorted(text: &str) -> String {
    let mut characters: Vec<char> = joined(text).chars().collect();
    characters.sort_unstable();
    characters.into_iter().collect()
}
