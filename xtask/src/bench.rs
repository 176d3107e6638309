//! `cargo xtask bench`: the optimised build measures itself on SQLite and on PostgreSQL.

use crate::install;
use crate::run::{command, shown};

/// Builds with optimisation and runs the bench program on both engines.
pub fn run(json: bool, args: &[String]) -> Result<bool, String> {
    install::ensure()?;
    let build = ["build", "--release", "--quiet", "--package", "pabean-testkit", "--bin", "pabean-bench"];
    if !shown("cargo", &build)? {
        return Err("The build failed; see above.".into());
    }
    let cluster = pgtest::Cluster::start().map_err(|e| e.to_string())?;
    let binary = crate::root().join("target/release/pabean-bench");
    let mut bench = command(&binary.to_string_lossy(), &[]);
    bench.args(args).env("PABEAN_TEST_PG", cluster.url());
    if json {
        bench.arg("--json");
    }
    Ok(bench.status().map_err(|e| e.to_string())?.success())
}
