//! `cargo xtask test clients` and `… schema`: software that is not ours speaks to a demo.

use std::fs;
use std::path::PathBuf;

use crate::run::{Count, built, command, counted, shown};
use crate::{install, root, ui};

/// What pip installs, pinned.
const REQUIREMENTS: &str = "interop/requirements.txt";

/// Small and generated clients send a document.
pub fn clients() -> Result<Count, String> {
    ui::install("interop")?;
    python("clients.py")
}

/// schemathesis asks everything that is described.
pub fn schema() -> Result<Count, String> {
    python("schema.py")
}

fn python(script: &str) -> Result<Count, String> {
    install::interop()?;
    let environment = environment()?;
    crate::run::program()?;
    let mut run = command(&environment.join("bin/python").to_string_lossy(), &[&format!("interop/{script}")]);
    run.env("PABEAN_BINARY", built("debug/pabean")).env("PYTHONDONTWRITEBYTECODE", "1");
    counted(run)
}

/// A virtual environment under `target/` with exactly what the requirements name.
fn environment() -> Result<PathBuf, String> {
    let folder = built("interop");
    let stamp = folder.join("stempel");
    let file = root().join(REQUIREMENTS);
    let wanted = fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
    if fs::read_to_string(&stamp).is_ok_and(|done| done == wanted) {
        return Ok(folder);
    }
    let at = folder.to_string_lossy().into_owned();
    if !shown("python3", &["-m", "venv", "--clear", &at])? {
        return Err("python3 -m venv failed; see above.".into());
    }
    let pip = folder.join("bin/pip").to_string_lossy().into_owned();
    if !shown(&pip, &["install", "--quiet", "--no-deps", "--disable-pip-version-check", "-r", REQUIREMENTS])? {
        return Err(format!("pip could not install {REQUIREMENTS}; see above."));
    }
    fs::write(&stamp, wanted).map_err(|e| format!("{}: {e}", stamp.display()))?;
    Ok(folder)
}
