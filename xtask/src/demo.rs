//! `cargo xtask demo`: build the one binary and start its demo.

use crate::run::{built, shown};
use crate::ui;

/// Builds `pabean` and hands over the arguments.
pub fn run(args: &[String]) -> Result<bool, String> {
    ui::ensure()?;
    if !shown("cargo", &["build", "--quiet", "--package", "pabean-server"])? {
        return Err("The build failed; see above.".into());
    }
    let binary = built("debug/pabean");
    let mut all = vec!["demo"];
    all.extend(args.iter().map(String::as_str));
    shown(&binary.to_string_lossy(), &all)
}
