//! `pabean backup` and `pabean restore`: every table, counted on both sides, in a file that either engine can be filled from.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use store::{Db, migrate_between, settle};

use crate::compose;
use crate::config::Config;

/// The database in a file.
fn open(file: &Path) -> Result<Db, String> {
    compose::database(&format!("sqlite:{}", file.display()))
}

/// The file with another ending beside it.
fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Removes a working copy and what the engine keeps beside it.
fn remove(file: &Path) {
    for ending in ["", "-wal", "-shm"] {
        // What was never made cannot be removed.
        let _ = fs::remove_file(beside(file, ending));
    }
}

fn rows(copied: &[(&str, i64)]) -> i64 {
    copied.iter().map(|(_, rows)| rows).sum()
}

/// Writes the backup. It has its name only when it is complete and on the disk.
pub fn backup(file: &Path, config: &Config) -> Result<ExitCode, String> {
    if file.exists() {
        return Err(format!("{} sudah ada; pilih nama lain", file.display()));
    }
    let from = compose::database(&config.database())?;
    let part = beside(file, ".bagian");
    remove(&part);
    let copied = open(&part).and_then(|to| migrate_between(&from, &to).map_err(|e| e.to_string()));
    // What would still stand in the journal beside the file would not be saved.
    let settled = copied.and_then(|copied| settle(&part).map(|()| copied).map_err(|e| e.to_string()));
    let copied = settled.inspect_err(|_| remove(&part))?;
    let failed = |e: std::io::Error| format!("{}: {e}", file.display());
    File::open(&part).and_then(|f| f.sync_all()).map_err(failed)?;
    fs::rename(&part, file).map_err(failed)?;
    remove(&part);
    println!("{}: {} tabel, {} baris.", file.display(), copied.len(), rows(&copied));
    Ok(ExitCode::SUCCESS)
}

/// Fills the configured database. The backup itself stays as it is: an older one is brought to this version in a copy.
pub fn restore(file: &Path, config: &Config) -> Result<ExitCode, String> {
    if !file.is_file() {
        return Err(format!("{} tidak ada", file.display()));
    }
    let to = compose::database(&config.database())?;
    let copy = beside(file, ".pulih");
    remove(&copy);
    fs::copy(file, &copy).map_err(|e| format!("{}: {e}", copy.display()))?;
    let copied = open(&copy).and_then(|from| migrate_between(&from, &to).map_err(|e| e.to_string()));
    remove(&copy);
    let copied = copied.map_err(|why| match why.contains("not empty") {
        true => "basis data tujuan tidak kosong; pulihkan ke basis data yang baru".to_owned(),
        false => why,
    })?;
    println!("Dipulihkan: {} tabel, {} baris.", copied.len(), rows(&copied));
    Ok(ExitCode::SUCCESS)
}
