//! `pabean simulator`.

use std::process::ExitCode;
use std::sync::Arc;

use partners::simulator::{Running, SimulatorConfig};

use crate::cli::SimulatorArgs;
use crate::clock::SystemClock;
use crate::config::Config;

/// Plays the partners until it is told to end.
pub fn run(args: &SimulatorArgs, config: &Config) -> Result<ExitCode, String> {
    let mut simulator = SimulatorConfig::new(Arc::new(SystemClock));
    if let Some(secret) = &config.partners_secret {
        secret.clone_into(&mut simulator.secret);
    }
    simulator.callback_url.clone_from(&args.callback);
    simulator.portal_url.clone_from(&config.base_url);
    simulator.journal.clone_from(&args.journal);
    let running = Running::start(simulator, args.at).map_err(|e| e.to_string())?;
    println!("Simulator: {}", running.base_url());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|e| e.to_string())?;
    runtime.block_on(tokio::signal::ctrl_c()).map_err(|e| e.to_string())?;
    Ok(ExitCode::SUCCESS)
}
