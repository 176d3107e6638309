//! `pabean-bench`: how fast an installation is and how much memory it takes, on SQLite and on PostgreSQL, as ratios within
//! one run. `cargo xtask bench` builds and runs it; `docs/performance.md` says what the figures mean.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a measuring tool speaks on its streams")]

mod assess;
#[cfg(feature = "pages")]
mod browser;
mod connection;
mod house;
mod journey;
mod memory;
#[cfg(feature = "pages")]
mod pages;
mod ports;
mod raw;
mod report;
mod sheet;
mod submit;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use crate::house::{House, Setting};
use crate::report::Figures;

/// Where the measured databases live while they are measured: on the disk of the workspace.
const DIR: &str = "target/bench";

/// What is asked for.
struct Args {
    json: bool,
    pages: bool,
    seconds: u64,
    journeys: u32,
    engines: Vec<&'static str>,
}

const HELP: &str = "pabean-bench [--json | --pages] [--seconds N] [--journeys N] [--engine sqlite|postgres]

PostgreSQL is measured on the server in PABEAN_TEST_PG, or on one that is started for it.";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match args.first().map(String::as_str) {
        Some("--house") => house::live(&args[1..]),
        Some(ports::READER) => ports::read_workbook(),
        Some("--furnish") => house::furnish(&args[1..]),
        Some("--help" | "-h") => {
            println!("{HELP}");
            Ok(())
        }
        _ => read(&args).and_then(|args| run(&args)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("pabean-bench: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn read(words: &[String]) -> Result<Args, String> {
    let mut args = Args { json: false, pages: false, seconds: 10, journeys: 300, engines: vec!["sqlite", "postgres"] };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} needs a value\n{HELP}"));
        let number = |text: &String| text.parse::<u64>().map_err(|_| format!("{text}: not a number\n{HELP}"));
        match word.as_str() {
            "--json" => args.json = true,
            "--pages" => args.pages = true,
            "--seconds" => args.seconds = number(value()?)?.clamp(1, 600),
            "--journeys" => args.journeys = u32::try_from(number(value()?)?.clamp(1, 9_000)).unwrap_or(300),
            "--engine" => {
                args.engines = match value()?.as_str() {
                    "sqlite" => vec!["sqlite"],
                    "postgres" => vec!["postgres"],
                    other => return Err(format!("{other}: neither sqlite nor postgres\n{HELP}")),
                }
            }
            other => return Err(format!("{other}: not known\n{HELP}")),
        }
    }
    Ok(args)
}

fn run(args: &Args) -> Result<(), String> {
    let dir = PathBuf::from(DIR);
    std::fs::create_dir_all(&dir).map_err(|e| format!("{DIR}: {e}"))?;
    if args.pages {
        return pages(args, &dir);
    }
    let assessed = assess::measure()?;
    let mut measured = Vec::new();
    for engine in &args.engines {
        let figures = engine_figures(engine, args, &dir);
        // Whatever was measured is thrown away, also after a failure.
        let swept = sweep(&dir);
        measured.push(figures?);
        swept?;
    }
    if args.json {
        println!("{}", report::json(&measured, &assessed));
    } else {
        print!("{}", report::text(&measured, &assessed));
    }
    Ok(())
}

/// Pages instead of the API.
#[cfg(feature = "pages")]
fn pages(args: &Args, dir: &std::path::Path) -> Result<(), String> {
    for engine in &args.engines {
        let measured = pages::measure(engine, database(engine, dir, "halaman")?, Duration::from_secs(args.seconds));
        sweep(dir)?;
        let measured = measured?;
        println!("{}", measured.engine);
        for (what, value, aim) in measured.rows() {
            println!("  {what:<50}{value:>12}  {aim}");
        }
    }
    Ok(())
}

#[cfg(not(feature = "pages"))]
fn pages(_: &Args, _: &std::path::Path) -> Result<(), String> {
    Err("this program was built without the portal: cargo xtask bench --pages".into())
}

/// Everything about one engine: the raw inserts before and after the submissions, so that both see the same disk.
fn engine_figures(engine: &'static str, args: &Args, dir: &std::path::Path) -> Result<Figures, String> {
    let time = Duration::from_secs(args.seconds);
    let sent = House::open(&Setting { database: database(engine, dir, "kirim")?, partners: None, positions: 0 })?;
    let idle = sent.idle_memory()?;
    let url = database(engine, dir, "baris")?;
    let before = raw::measure(&url, sent.sheet.bytes(), time / 2)?;
    let submitted = submit::measure(&sent, time)?;
    let after = raw::measure(&url, sent.sheet.bytes(), time / 2)?;
    drop(sent);
    let journeys = journey::measure(&database(engine, dir, "jalan")?, args.journeys)?;
    Ok(Figures {
        engine,
        raw_per_s: f64::midpoint(before, after),
        submit_per_s: submitted.per_s,
        submit_p50: submitted.p50,
        submit_p99: submitted.p99,
        submit_cost: submitted.cost,
        journey_per_s: journeys.per_s,
        idle_kib: idle,
        submitting_kib: submitted.memory_kib,
        working_kib: journeys.memory_kib,
    })
}

/// A fresh database of the engine.
fn database(engine: &str, dir: &std::path::Path, name: &str) -> Result<String, String> {
    if engine == "postgres" {
        return pgtest::database().map_err(|e| e.to_string());
    }
    Ok(format!("sqlite:{}", dir.join(format!("{name}-{}.sqlite", std::process::id())).display()))
}

/// Removes the SQLite files of this run.
fn sweep(dir: &std::path::Path) -> Result<(), String> {
    let ours = format!("-{}.sqlite", std::process::id());
    for entry in std::fs::read_dir(dir).map_err(|e| e.to_string())? {
        let path = entry.map_err(|e| e.to_string())?.path();
        if path.to_string_lossy().contains(&ours) {
            std::fs::remove_file(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        }
    }
    Ok(())
}
