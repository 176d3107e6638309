//! `cargo xtask test browser`: every page of a demo in a real browser, with and without script.

use crate::run::{Count, counted};
use crate::{install, ui};

/// Builds the program and lets `e2e/` look at it.
pub fn run() -> Result<Count, String> {
    install::browser()?;
    ui::install("e2e")?;
    crate::run::program()?;
    let mut command = ui::in_folder("e2e", "node", &["run.mjs"]);
    command.env("PABEAN_BINARY", crate::run::built("debug/pabean"));
    counted(command)
}
