//! The house rules that no compiler checks.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::root;
use crate::run::command;

/// Longest source file, in lines.
const LONGEST_FILE: usize = 500;

/// Which workspace crates a crate may name; the arrows of ARCHITECTURE.md.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("kernel", &[]),
    ("reference", &["kernel"]),
    ("declaration", &["kernel", "reference"]),
    ("manifest", &["kernel", "reference"]),
    ("store", &["kernel"]),
    ("sheet", &[]),
    ("forms", &[]),
    ("app", &["kernel", "reference", "declaration", "manifest", "store", "sheet"]),
    ("letters", &["kernel", "app"]),
    ("partners", &["kernel", "app"]),
    ("api", &["kernel", "declaration", "app", "forms"]),
    ("web", &["kernel", "reference", "declaration", "app", "forms"]),
    ("conformance", &[]),
    (
        "server",
        &[
            "kernel",
            "reference",
            "declaration",
            "manifest",
            "store",
            "app",
            "letters",
            "partners",
            "api",
            "web",
            "conformance",
            "sheet",
        ],
    ),
];

/// Crates that may never name these: the core neither awaits nor does I/O.
const PURE: &[&str] = &["kernel", "reference", "declaration", "manifest", "sheet", "forms"];
const FORBIDDEN_IN_PURE: &[&str] = &["tokio", "axum", "rusqlite", "postgres", "ureq", "uuid", "rand"];

/// Prints every breach; true when there is none.
pub fn run() -> Result<bool, String> {
    let mut breaches = dependencies()?;
    for file in sources(&root())? {
        breaches.extend(lines_and_words(&file));
    }
    breaches.extend(crate::asvs::breaches()?);
    for breach in &breaches {
        println!("tidy: {breach}");
    }
    Ok(breaches.is_empty())
}

fn dependencies() -> Result<Vec<String>, String> {
    let output = command("cargo", &["metadata", "--format-version", "1", "--no-deps"])
        .stderr(Stdio::inherit())
        .output()
        .map_err(|e| e.to_string())?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).map_err(|e| e.to_string())?;
    let may: BTreeMap<&str, &[&str]> = MAY_NAME.iter().copied().collect();
    let mut breaches = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        let Some(short) = name.strip_prefix("pabean-") else { continue };
        let normal = package["dependencies"].as_array().into_iter().flatten().filter(|d| d["kind"].is_null());
        for dependency in normal.filter_map(|d| d["name"].as_str()) {
            if PURE.contains(&short) && FORBIDDEN_IN_PURE.contains(&dependency) {
                breaches.push(format!("{name} is pure and may not depend on {dependency}"));
            }
            let Some(target) = dependency.strip_prefix("pabean-") else { continue };
            if may.get(short).is_some_and(|allowed| !allowed.contains(&target)) {
                breaches.push(format!("{name} may not depend on {dependency} (ARCHITECTURE.md, dependencies)"));
            }
        }
    }
    Ok(breaches)
}

fn sources(root: &Path) -> Result<Vec<PathBuf>, String> {
    let output = command("git", &["ls-files", "--cached", "--others", "--exclude-standard"])
        .output()
        .map_err(|e| e.to_string())?;
    let names = String::from_utf8_lossy(&output.stdout);
    Ok(names.lines().map(|name| root.join(name)).filter(|path| path.is_file()).collect())
}

fn lines_and_words(file: &Path) -> Vec<String> {
    let mut breaches = Vec::new();
    let Ok(text) = fs::read_to_string(file) else { return breaches };
    let name = file.strip_prefix(root()).unwrap_or(file).display().to_string();
    let code = ["rs", "html", "js", "ts", "scss", "typ"].iter().any(|ext| name.ends_with(&format!(".{ext}")));
    if code && text.lines().count() > LONGEST_FILE {
        breaches.push(format!("{name}: more than {LONGEST_FILE} lines"));
    }
    let home = root();
    if text.contains(&format!("{}/", home.display())) {
        breaches.push(format!("{name}: names a path of this machine"));
    }
    breaches
}
