//! The project's own commands: `cargo xtask demo`, `cargo xtask test`, `cargo xtask bench`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line tool speaks on its streams")]

mod asvs;
mod bench;
mod browser;
mod demo;
mod fuzz;
mod install;
mod interop;
mod run;
mod test;
mod tidy;
mod ui;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Build, try, test and measure Pabean.
#[derive(Parser)]
#[command(name = "cargo xtask", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build and start everything on an embedded SQLite; further arguments go to `pabean demo`.
    Demo {
        /// For example `--once --lane merah --dir var/letters`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
    /// Run all checks and tests, or only the named groups.
    Test {
        /// Groups, such as check, unit, http, clients, schema, fuzz; all when none is named.
        groups: Vec<String>,
    },
    /// Measure speed and memory as ratios within one run.
    Bench {
        /// Print one JSON object.
        #[arg(long)]
        json: bool,
        /// Measure the portal's pages instead of the API.
        #[arg(long, conflicts_with = "json")]
        pages: bool,
        /// Further arguments for the bench program, such as `--seconds 20`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
    /// Build the pages' styles and scripts again; the other commands do it by themselves when it is needed.
    Ui,
    /// Check the house rules: dependency direction, file lengths, fixtures, words.
    Tidy,
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Demo { args } => demo::run(&args),
        Command::Test { groups } => test::run(&groups),
        Command::Bench { json, pages, args } => bench::run(json, pages, &args),
        Command::Ui => ui::run(),
        Command::Tidy => tidy::run(),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// The workspace's root, from where every command runs.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(|| PathBuf::from("."), PathBuf::from)
}
