//! `pabean check` against every example that carries its expected output. `PABEAN_UPDATE=1` writes them anew.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

fn pabean(args: &[String]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_pabean")).args(args).output().unwrap()
}

/// Documents of a folder, sorted.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.to_string_lossy().ends_with(".json") && !p.to_string_lossy().ends_with(".expected.json"))
        .collect();
    files.sort();
    files
}

fn check(file: &Path) {
    let args = std::fs::read_to_string(file.with_extension("args")).unwrap_or_default();
    let mut all = vec!["check".to_owned(), file.to_string_lossy().into_owned(), "--json".to_owned()];
    all.extend(args.lines().map(str::to_owned));
    let output = pabean(&all);
    let got: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(i32::from(got["ok"] != true)), "{}", file.display());
    let expected = file.with_extension("expected.json");
    if std::env::var_os("PABEAN_UPDATE").is_some() {
        std::fs::write(&expected, serde_json::to_string_pretty(&got).unwrap() + "\n").unwrap();
    }
    let want: Value = serde_json::from_slice(&std::fs::read(&expected).unwrap()).unwrap();
    assert_eq!(got, want, "{} differs from its expected output", file.display());
}

#[test]
fn every_levy_vector_gives_its_expected_output() {
    let files = documents(&examples().join("levy"));
    assert_eq!(files.len(), 12, "E1 to E10, E11a and E11b");
    files.iter().for_each(|file| check(file));
}

#[test]
fn every_example_gives_its_expected_output() {
    let files = documents(&examples());
    assert!(files.len() >= 10, "{files:?}");
    files.iter().for_each(|file| check(file));
}

#[test]
fn unusable_input_names_line_and_column() {
    let folder = std::env::temp_dir().join(format!("pabean-check-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (name, text, place) in [
        ("bentuk.json", "{\n \"nomorAju\": }", "2:14"),
        ("ganda.json", "{\"cif\": 1,\n \"cif\": 2}", "2:7"),
        ("kosong.json", "", "1:1"),
    ] {
        let file = folder.join(name);
        std::fs::write(&file, text).unwrap();
        let output = pabean(&["check".into(), file.to_string_lossy().into_owned()]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(&format!("{name}:{place}: JSON-")), "{said}");
    }
    let missing = pabean(&["check".into(), folder.join("tidak-ada.json").to_string_lossy().into_owned()]);
    assert_eq!(missing.status.code(), Some(2));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn an_override_changes_the_regime() {
    let file = examples().join("levy/e01.json").to_string_lossy().into_owned();
    let args = |more: &[&str]| {
        let base = ["check", file.as_str(), "--json", "--at=2025-01-10"];
        base.into_iter().chain(more.iter().copied()).map(str::to_owned).collect::<Vec<_>>()
    };
    let total = |more: &[&str]| {
        let got: Value = serde_json::from_slice(&pabean(&args(more)).stdout).unwrap();
        got["total"].as_str().unwrap().to_owned()
    };
    assert_eq!(total(&["--param", "pembulatan=190", "--param", "ppn=10"]), "21267506");
    assert_eq!(total(&["--param", "pembulatan=228", "--param", "ppn=10"]), "21269000");
}
