//! `pabean`: one binary, its subcommands are the roles.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line tool speaks on its streams")]

mod accounts_cmd;
mod backup_cmd;
mod check;
mod cli;
mod clock;
mod compose;
mod config;
mod config_file;
mod conformance_cmd;
mod demo;
mod heaps;
mod mail;
mod migrate_cmd;
mod moved;
mod reference_cmd;
mod routes_cmd;
mod rules_cmd;
mod serve;
mod sheets;
mod simulator_cmd;
mod trial;

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser;
use tracing_subscriber::EnvFilter;

use crate::cli::{Cli, Command, Interface};

fn main() -> ExitCode {
    let args = match config_file::with_file(std::env::args_os().collect()) {
        Ok(args) => args,
        Err(problem) => {
            eprintln!("pabean: {problem}");
            return ExitCode::from(2);
        }
    };
    let cli = Cli::parse_from(args);
    let filter = EnvFilter::try_from_env("PABEAN_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    if matches!(cli.command, Command::Serve { .. } | Command::Worker | Command::Demo(_)) {
        heaps::few();
    }
    let outcome = match cli.command {
        Command::Check(args) => check::run(&args, &cli.config),
        Command::Demo(args) => demo::run(&args, &cli.config),
        Command::Serve { no_jobs } => serve::run(&cli.config, !no_jobs),
        Command::Worker => serve::work(&cli.config),
        Command::Simulator(args) => simulator_cmd::run(&args, &cli.config),
        Command::Migrate { from, to } => migrate_cmd::run(from.as_deref(), to.as_deref(), &cli.config),
        Command::Backup { file } => backup_cmd::backup(&file, &cli.config),
        Command::Restore { file } => backup_cmd::restore(&file, &cli.config),
        Command::Openapi { interface } => {
            say(&match interface {
                Interface::Partners => include_str!("../../../docs/partners.openapi.yaml").to_owned(),
                Interface::H2h => format!("{}\n", api::describe::pretty()),
            });
            Ok(ExitCode::SUCCESS)
        }
        Command::Conformance(args) => conformance_cmd::run(&args),
        Command::Rules { json } => Ok(rules_cmd::run(json)),
        Command::BacaLembar => sheets::serve(),
        Command::Routes => Ok(routes_cmd::run()),
        Command::Accounts { command } => accounts_cmd::accounts(&command, &cli.config),
        Command::Admin { command } => accounts_cmd::admin(&command, &cli.config),
        Command::Reference { command } => reference_cmd::run(&command, &cli.config),
    };
    outcome.unwrap_or_else(|problem| {
        eprintln!("pabean: {problem}");
        ExitCode::from(2)
    })
}

/// Writes a long text; a reader that closed the pipe has seen enough.
fn say(text: &str) {
    drop(std::io::stdout().write_all(text.as_bytes()));
}
