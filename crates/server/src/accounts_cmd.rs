//! `pabean accounts …` and `pabean admin …`.

use std::path::Path;
use std::process::ExitCode;

use app::Error;
use app::account::import::{self, LARGEST};
use app::operate::officers::{self, OfficerForm};

use crate::cli::{AccountsCommand, AdminCommand};
use crate::compose;
use crate::config::Config;

/// Who acts, in the history.
const ACTOR: &str = "baris perintah";

/// `pabean accounts …`.
pub fn accounts(command: &AccountsCommand, config: &Config) -> Result<ExitCode, String> {
    match command {
        AccountsCommand::Import { file, dry_run } => import(file, *dry_run, config),
    }
}

fn import(file: &Path, dry_run: bool, config: &Config) -> Result<ExitCode, String> {
    let named = |e: std::io::Error| format!("{}: {e}", file.display());
    if std::fs::metadata(file).map_err(named)?.len() > LARGEST as u64 {
        return Err(format!("{}: lebih besar dari 20 MB", file.display()));
    }
    let bytes = std::fs::read(file).map_err(named)?;
    let app = compose::offline(config)?;
    let report = import::import(&app, &bytes, ACTOR, dry_run).map_err(|e| e.to_string())?;
    for error in &report.errors {
        println!("{}:{}:{}: {}", file.display(), error.line, error.column, error.message);
    }
    if !report.errors.is_empty() {
        println!("{} kesalahan; tidak ada yang diimpor.", report.errors.len());
        return Ok(ExitCode::from(1));
    }
    let verb = if dry_run { "akan diimpor" } else { "diimpor" };
    println!("{} akun {verb}, {} perusahaan baru.", report.accounts, report.companies);
    Ok(ExitCode::SUCCESS)
}

/// `pabean admin …`.
pub fn admin(command: &AdminCommand, config: &Config) -> Result<ExitCode, String> {
    let AdminCommand::CreateOfficer { office, role, email, name } = command;
    let app = compose::offline(config)?;
    let form = OfficerForm {
        email: email.clone(),
        nama: name.clone().unwrap_or_else(|| email.clone()),
        role: role.to_uppercase(),
        office: office.clone().unwrap_or_default(),
    };
    match officers::create_now(&app, ACTOR, &form) {
        Ok(()) => {
            println!("Akun dibuat; undangan dikirim ke {email} begitu `pabean serve` atau `pabean worker` berjalan.");
            Ok(ExitCode::SUCCESS)
        }
        Err(Error::Findings(findings)) => {
            for finding in findings {
                println!("--{}: {}", finding.pointer, finding.message.id);
            }
            Ok(ExitCode::from(1))
        }
        Err(error) => Err(error.to_string()),
    }
}
