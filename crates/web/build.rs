//! Makes the files of `dist/`, built from `ui/`, part of the crate: one static for each line of its manifest.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let dist = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("dist");
    let manifest = dist.join("manifest.tsv");
    println!("cargo::rerun-if-changed={}", manifest.display());
    let Ok(lines) = fs::read_to_string(&manifest) else {
        // One message; without a manifest nothing else of the crate is compiled.
        println!("cargo::error=The pages' styles and scripts are not built yet. Run: cargo xtask ui");
        return Ok(());
    };
    let mut code = String::new();
    for line in lines.lines() {
        let [name, file, media_type] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(format!("{}: «{line}»", manifest.display()).into());
        };
        let path = |end: &str| dist.join(format!("{file}{end}")).to_string_lossy().into_owned();
        writeln!(
            code,
            "/// `{name}`.\npub static {}: Asset = Asset {{ file: {file:?}, media_type: {media_type:?}, \
             bytes: include_bytes!({:?}), brotli: include_bytes!({:?}), gzip: include_bytes!({:?}) }};",
            name.replace('.', "_").to_uppercase(),
            path(""),
            path(".br"),
            path(".gz"),
        )?;
    }
    let names: Vec<String> = lines
        .lines()
        .filter_map(|l| l.split('\t').next())
        .map(|n| format!("&{}", n.replace('.', "_").to_uppercase()))
        .collect();
    writeln!(code, "/// All of them.\npub static ALL: &[&Asset] = &[{}];", names.join(", "))?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("dist.rs"), code)?;
    Ok(())
}
