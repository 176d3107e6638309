//! `cargo xtask ui`: styles and scripts of the pages, from `ui/` into `crates/web/dist/`.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::root;
use crate::run::{command, present, shown_in};

/// What the sources were when the files were built.
const STAMP: &str = "crates/web/dist/.stempel";
/// What the program is built of besides.
const MANIFEST: &str = "crates/web/dist/manifest.tsv";

/// Builds what is out of date; says nothing when all is up to date.
pub fn ensure() -> Result<(), String> {
    let sources = hash(&root().join("ui"))?;
    let stamp = root().join(STAMP);
    let built = fs::read_to_string(&stamp).unwrap_or_default();
    if built == sources && root().join(MANIFEST).is_file() {
        return Ok(());
    }
    build()?;
    fs::write(&stamp, sources).map_err(|e| format!("{}: {e}", stamp.display()))
}

/// Builds whatever was built before.
pub fn run() -> Result<bool, String> {
    let stamp = root().join(STAMP);
    if stamp.is_file() {
        fs::remove_file(&stamp).map_err(|e| format!("{}: {e}", stamp.display()))?;
    }
    ensure().map(|()| true)
}

fn build() -> Result<(), String> {
    install("ui")?;
    if shown_in("ui", "npm", &["run", "build", "--silent"])? {
        Ok(())
    } else {
        Err("The pages' styles and scripts could not be built; see above.".into())
    }
}

/// `npm ci` in a folder of the project, unless what the lock file names is there already.
pub fn install(folder: &str) -> Result<(), String> {
    if !present("npm", &["--version"]) {
        return Err(
            "npm is missing (Node.js 18 or newer). Install it, for example: sudo apt-get install nodejs npm".into()
        );
    }
    let lock = root().join(folder).join("package-lock.json");
    let done = root().join(folder).join("node_modules/.stempel");
    let wanted = fs::read_to_string(&lock).map_err(|e| format!("{}: {e}", lock.display()))?;
    if fs::read_to_string(&done).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    if !shown_in(folder, "npm", &["ci", "--no-audit", "--no-fund"])? {
        return Err(format!("npm ci failed in {folder}/; see above."));
    }
    fs::write(&done, wanted).map_err(|e| format!("{}: {e}", done.display()))
}

/// One number for all sources.
fn hash(folder: &Path) -> Result<String, String> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.strip_prefix(folder).unwrap_or(&file).hash(&mut hasher);
        fs::read(&file).map_err(|e| format!("{}: {e}", file.display()))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    for entry in fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))? {
        let path = entry.map_err(|e| e.to_string())?.path();
        if path.file_name().is_some_and(|name| name == "node_modules") {
            continue;
        }
        if path.is_dir() { collect(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

/// A command in a folder of the project.
pub fn in_folder(folder: &str, program: &str, args: &[&str]) -> std::process::Command {
    let mut command = command(program, args);
    command.current_dir(root().join(folder));
    command
}
