//! `pabean reference …`.

use std::path::Path;
use std::process::ExitCode;

use app::reference::{ImportReport, Incoming};
use reference::Snapshot;
use store::Db;

use crate::cli::ReferenceCommand;
use crate::config::Config;

/// Largest file that is read, bytes.
const LARGEST: u64 = 64 * 1024 * 1024;
/// Most files of a folder.
const MOST_FILES: usize = 200;

/// Runs one of the reference commands.
pub fn run(command: &ReferenceCommand, config: &Config) -> Result<ExitCode, String> {
    match command {
        ReferenceCommand::Import { path, dry_run } => import(path, *dry_run, config),
        ReferenceCommand::List => list(config),
    }
}

fn import(path: &Path, dry_run: bool, config: &Config) -> Result<ExitCode, String> {
    let files = read(path)?;
    let app = crate::compose::offline(config)?;
    let report = app::reference::import(&app, &files, "operator", dry_run).map_err(|e| e.to_string())?;
    print_report(&report, dry_run);
    Ok(if report.refused() { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn read(path: &Path) -> Result<Vec<Incoming>, String> {
    let mut paths = vec![path.to_owned()];
    if path.is_dir() {
        let entries = std::fs::read_dir(path).map_err(|e| format!("{}: {e}", path.display()))?;
        paths = entries
            .filter_map(Result::ok)
            .map(|e| e.path())
            .filter(|p| p.extension().is_some_and(|e| e == "csv"))
            .collect();
        paths.sort();
    }
    if paths.is_empty() || paths.len() > MOST_FILES {
        return Err(format!("{}: expected 1 to {MOST_FILES} CSV files, found {}", path.display(), paths.len()));
    }
    let files = paths.iter().map(|path| {
        let size = std::fs::metadata(path).map_err(|e| format!("{}: {e}", path.display()))?.len();
        if size > LARGEST {
            return Err(format!("{}: larger than {LARGEST} bytes", path.display()));
        }
        let bytes = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Incoming { name, bytes })
    });
    files.collect()
}

fn print_report(report: &ImportReport, dry_run: bool) {
    for table in &report.tables {
        let name = table.table.map_or("?", reference::TableKind::name);
        let diff = &table.diff;
        println!(
            "{:<34} {name:<14} {:>6} baris  +{} -{} ~{}",
            table.file, table.rows, diff.added, diff.removed, diff.changed
        );
        for row in &diff.rows {
            println!("    {}", serde_json::to_string(row).unwrap_or_default());
        }
        if diff.unlisted() > 0 {
            println!("    … dan {} baris lain", diff.unlisted());
        }
        for error in &table.errors {
            println!("    SALAH {}", error.to_text().id);
        }
    }
    match report.version {
        Some(version) => println!("Versi referensi {version} berlaku."),
        None if report.refused() => println!("Tidak ada yang diimpor: perbaiki baris di atas dan ulangi."),
        None if dry_run => println!("Uji coba: tidak ada yang ditulis."),
        None => println!("Tidak ada perubahan."),
    }
}

fn list(config: &Config) -> Result<ExitCode, String> {
    let db = open(config)?;
    let versions = db.read(|tx| store::reference::list(tx, 100)).map_err(|e: store::Fault| e.to_string())?;
    for v in versions {
        println!("{:>4}  {}  {}  {}", v.version, v.created, v.actor, v.label);
    }
    Ok(ExitCode::SUCCESS)
}

/// The installation's database, migrated.
pub fn open(config: &Config) -> Result<Db, String> {
    crate::compose::database(&config.database())
}

/// The reference data in force in the installation's database.
pub fn installed(config: &Config) -> Result<Snapshot, String> {
    let app = crate::compose::offline(config)?;
    let now = app.now();
    let day = app.current().day(app.db(), now, app::reference::office_day(now, "WIB")).map_err(|e| e.to_string())?;
    Ok(day.snapshot.clone())
}
