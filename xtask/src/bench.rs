//! `cargo xtask bench`: the optimised build measures itself on SQLite and on PostgreSQL.

use crate::install;
use crate::run::{built, command};
use crate::ui;

/// The bench program without the package's pages and letters, which it does not need and which take minutes to build.
const BUILD: &[&str] =
    &["build", "--release", "--quiet", "--package", "pabean-testkit", "--bin", "pabean-bench", "--no-default-features"];

/// Builds with optimisation and runs the bench program; nothing but its figures goes to the standard output.
pub fn run(json: bool, pages: bool, args: &[String]) -> Result<bool, String> {
    if !args.iter().any(|arg| arg == "sqlite") {
        install::ensure()?;
    }
    if pages {
        ui::ensure()?;
    }
    let features: &[&str] = if pages { &["--features", "pages"] } else { &[] };
    if !command("cargo", &[BUILD, features].concat()).status().map_err(|e| e.to_string())?.success() {
        return Err("The build failed; see above.".into());
    }
    let mut bench = command(&built("release/pabean-bench").to_string_lossy(), &[]);
    bench.args(args);
    if json {
        bench.arg("--json");
    }
    if pages {
        bench.arg("--pages");
    }
    Ok(bench.status().map_err(|e| e.to_string())?.success())
}
