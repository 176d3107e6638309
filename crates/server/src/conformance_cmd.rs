//! `pabean conformance`: does a server keep the host-to-host contract?

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use app::ports::Clock as _;
use conformance::{Miss, Options};
use jiff::tz::Offset;

use crate::clock::SystemClock;

/// `pabean conformance`.
#[derive(Debug, clap::Args)]
pub struct ConformanceArgs {
    /// Address of the server, without a path.
    #[arg(long)]
    pub base_url: String,
    /// User of a company that may send documents.
    #[arg(long)]
    pub user: String,
    /// Its password.
    #[arg(long, env = "PABEAN_CONFORMANCE_PASSWORD", hide_env_values = true)]
    pub password: String,
    /// A user of another company: then foreign documents are asked for.
    #[arg(long, requires = "other_password")]
    pub other_user: Option<String>,
    /// Its password.
    #[arg(long, env = "PABEAN_CONFORMANCE_OTHER_PASSWORD", hide_env_values = true)]
    pub other_password: Option<String>,
    /// NPWP of the company; asked from the server when left out.
    #[arg(long)]
    pub npwp: Option<String>,
    /// Name of the company; asked from the server when left out.
    #[arg(long)]
    pub name: Option<String>,
    /// Sent as Beacukai-Api-Key.
    #[arg(long)]
    pub api_key: Option<String>,
    /// The sandbox of the partners: then the bill is paid.
    #[arg(long)]
    pub simulator: Option<String>,
    /// A free manifest position of the demo's vessel (1 to 60): then the journey is followed to its SPPB.
    #[arg(long, requires = "simulator")]
    pub position: Option<u32>,
    /// Day of the documents, YYYY-MM-DD; today in Jakarta when left out.
    #[arg(long)]
    pub today: Option<jiff::civil::Date>,
    /// Also write the outcomes as JUnit XML.
    #[arg(long)]
    pub junit: Option<PathBuf>,
    /// Only checks whose id begins so, such as STS or DOC-1; may be repeated.
    #[arg(long)]
    pub only: Vec<String>,
    /// Show broken promises only.
    #[arg(long)]
    pub quiet: bool,
    /// Longest wait for a document to move on, seconds.
    #[arg(long, default_value_t = 60)]
    pub patience: u64,
}

/// Asks, prints the table and the closing line.
pub fn run(args: &ConformanceArgs) -> Result<ExitCode, String> {
    let now = SystemClock.now();
    let today = args.today.unwrap_or_else(|| Offset::constant(7).to_datetime(now).date());
    let yesterday = today.yesterday().map_err(|e| e.to_string())?;
    let options = Options {
        base_url: args.base_url.trim_end_matches('/').to_owned(),
        username: args.user.clone(),
        password: args.password.clone(),
        stranger: args.other_user.clone().zip(args.other_password.clone()),
        npwp: args.npwp.clone(),
        name: args.name.clone(),
        api_key: args.api_key.clone(),
        simulator: args.simulator.clone(),
        position: args.position,
        today: today.to_string(),
        yesterday: yesterday.to_string(),
        seed: now.as_microsecond().unsigned_abs() / 100_000,
        only: args.only.clone(),
        patience: Duration::from_secs(args.patience),
    };
    let report = conformance::run(&options, |outcome| {
        if !args.quiet || matches!(outcome.verdict, Err(Miss::Broken(_))) {
            println!("{}", outcome.line());
        }
    });
    if let Some(file) = &args.junit {
        std::fs::write(file, report.junit()).map_err(|e| format!("{}: {e}", file.display()))?;
    }
    if report.skipped() > 0 {
        println!("{} skipped", report.skipped());
    }
    println!("{}", report.summary());
    Ok(if report.failed() == 0 && report.passed() > 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
