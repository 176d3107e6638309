//! The command line, `--help` on everything.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::config::Config;
use crate::conformance_cmd::ConformanceArgs;
use crate::demo::DemoArgs;

/// Pabean: an open customs system. Portal, host-to-host API, officers' desk and the machinery between them.
#[derive(Debug, Parser)]
#[command(name = "pabean", version, propagate_version = true, args_override_self = true)]
pub struct Cli {
    /// Settings.
    #[command(flatten)]
    pub config: Config,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// A whole installation on this machine with a simulator for the partners; --once walks one declaration to SPPB.
    Demo(DemoArgs),
    /// Serve portal and API, and work on jobs.
    Serve {
        /// Leave the jobs to `pabean worker`.
        #[arg(long)]
        no_jobs: bool,
    },
    /// Work on jobs only.
    Worker,
    /// Play the partner systems: INSW, MPN, TPS, OSS/DJP (docs/sandbox.md).
    Simulator(SimulatorArgs),
    /// Bring the database to this version, or move an installation to another database.
    Migrate {
        /// Database to move from.
        #[arg(long, requires = "to")]
        from: Option<String>,
        /// Empty database to move to.
        #[arg(long, requires = "from")]
        to: Option<String>,
    },
    /// Copy the installation, as it stands at this moment, into one new file; also while it runs, on either database.
    Backup {
        /// The file, which must not exist yet.
        file: PathBuf,
    },
    /// Bring a backup back into the configured database, which must be empty.
    Restore {
        /// A file that `pabean backup` made.
        file: PathBuf,
    },
    /// Print an OpenAPI document.
    Openapi {
        /// Of the partner interface, or of the host-to-host API.
        #[arg(value_enum, default_value_t = Interface::Partners)]
        interface: Interface,
    },
    /// Ask a server whether it keeps the host-to-host contract (docs/conformance.md); ends with `N passed, N failed`.
    Conformance(ConformanceArgs),
    /// Try a BC 2.0 document against the reference data without a server: findings and levies.
    Check(CheckArgs),
    /// Print the public rule list of BC 2.0.
    Rules {
        /// As one JSON array.
        #[arg(long)]
        json: bool,
    },
    /// Print the portal's addresses as JSON, for scans.
    #[command(hide = true)]
    Routes,
    /// Read a workbook from standard input within bounds; the portal starts this by itself.
    #[command(hide = true)]
    BacaLembar,
    /// Accounts of the old portal: import.
    Accounts {
        /// What to do with them.
        #[command(subcommand)]
        command: AccountsCommand,
    },
    /// What the operator does before anybody can log in: create officers.
    Admin {
        /// What to do.
        #[command(subcommand)]
        command: AdminCommand,
    },
    /// Reference data: import, list.
    Reference {
        /// What to do with them.
        #[command(subcommand)]
        command: ReferenceCommand,
    },
}

/// What an OpenAPI document describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Interface {
    /// What is expected from INSW, MPN, TPS and OSS/DJP.
    Partners,
    /// What clients of CEISA 4.0 speak.
    H2h,
}

/// `pabean check`.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// The document, CEISA's JSON.
    pub file: PathBuf,
    /// The day whose law and rates hold, YYYY-MM-DD; today when left out.
    #[arg(long)]
    pub at: Option<String>,
    /// Print one JSON object.
    #[arg(long)]
    pub json: bool,
    /// Override a dated parameter, such as pembulatan=228 or ppn=10; may be repeated.
    #[arg(long = "param", value_name = "KEY=VALUE")]
    pub params: Vec<String>,
    /// Use the data of the installation's database instead of the starter pack.
    #[arg(long)]
    pub installed: bool,
}

/// `pabean accounts …`.
#[derive(Debug, Subcommand)]
pub enum AccountsCommand {
    /// Import a CSV file of old accounts: all or nothing; each waits for Aktivasi Akun Lama.
    ///
    /// Columns: username, nama, email, npwp, nama_perusahaan; optional nib, alamat, jabatan, nomor_hp, kata_sandi (an
    /// Argon2id string or empty) and admin (ya or tidak).
    Import {
        /// File.
        file: PathBuf,
        /// Only say what would happen.
        #[arg(long)]
        dry_run: bool,
    },
}

/// `pabean admin …`.
#[derive(Debug, Subcommand)]
pub enum AdminCommand {
    /// Create the account of an officer or operator; the invitation goes out by mail.
    CreateOfficer {
        /// Office, 6 digits; not for operators.
        #[arg(long)]
        office: Option<String>,
        /// PFPB, PPD, P2, HANGGAR, KEPALA, PERBENDAHARAAN or OPERATOR.
        #[arg(long)]
        role: String,
        /// Address of the invitation.
        #[arg(long)]
        email: String,
        /// Name; the address when left out.
        #[arg(long)]
        name: Option<String>,
    },
}

/// `pabean reference …`.
#[derive(Debug, Subcommand)]
pub enum ReferenceCommand {
    /// Import a CSV file or a folder of them: all or nothing, with a row diff.
    Import {
        /// File or folder.
        path: PathBuf,
        /// Only show what would change.
        #[arg(long)]
        dry_run: bool,
    },
    /// List the versions.
    List,
}

/// `pabean simulator`.
#[derive(Debug, clap::Args)]
pub struct SimulatorArgs {
    /// Address to listen on.
    #[arg(long, env = "PABEAN_SIMULATOR_LISTEN", default_value = "127.0.0.1:8090")]
    pub at: std::net::SocketAddr,
    /// Where hints of payments and arrivals go, such as http://127.0.0.1:8080/mitra/petunjuk.
    #[arg(long, env = "PABEAN_SIMULATOR_CALLBACK")]
    pub callback: Option<String>,
    /// File that keeps what happened across restarts.
    #[arg(long, env = "PABEAN_SIMULATOR_JOURNAL")]
    pub journal: Option<PathBuf>,
}
