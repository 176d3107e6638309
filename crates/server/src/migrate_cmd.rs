//! `pabean migrate`.

use std::process::ExitCode;

use store::migrate_between;

use crate::compose;
use crate::config::Config;

/// Brings the database to this version, or copies one installation into an empty database.
pub fn run(from: Option<&str>, to: Option<&str>, config: &Config) -> Result<ExitCode, String> {
    let (Some(from), Some(to)) = (from, to) else {
        compose::database(&config.database())?;
        println!("Basis data mutakhir.");
        return Ok(ExitCode::SUCCESS);
    };
    let (from, to) = (compose::database(from)?, compose::database(to)?);
    let moved = migrate_between(&from, &to).map_err(|e| e.to_string())?;
    println!("{moved:?}");
    Ok(ExitCode::SUCCESS)
}
