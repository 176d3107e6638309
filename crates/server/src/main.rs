//! `pabean`: one binary, its subcommands are the roles.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line tool speaks on its streams")]

mod check;
mod cli;
mod clock;
mod compose;
mod config;
mod mail;
mod reference_cmd;
mod starter;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Cli, Command};

fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match cli.command {
        Command::Check(args) => check::run(&args, &cli.config),
        Command::Reference { command } => reference_cmd::run(&command, &cli.config),
    };
    outcome.unwrap_or_else(|problem| {
        eprintln!("pabean: {problem}");
        ExitCode::from(2)
    })
}
