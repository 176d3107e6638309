//! `pabean demo`: a whole installation on one machine, with a simulator for the partners; `--once` walks one
//! declaration from submission to release and ends.

mod client;
mod journey;
mod officers;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use app::App;
use app::demo::{self, Person};
use app::jobs::Workers;
use partners::simulator::{Running as Simulator, SimulatorConfig};

use crate::compose;
use crate::config::Config;
use crate::moved::MovedClock;
use crate::serve::{self, Running};

/// Where the demo keeps its files.
const HOME: &str = "var/demo";

/// `pabean demo`.
#[derive(Debug, clap::Args)]
pub struct DemoArgs {
    /// Walk one declaration from submission to SPPB, then end.
    #[arg(long)]
    pub once: bool,
    /// Folder for the letters of `--once`.
    #[arg(long, default_value = "var/demo/surat")]
    pub dir: PathBuf,
    /// Channel of `--once`.
    #[arg(long, value_enum, default_value_t = Lane::Hijau)]
    pub lane: Lane,
}

/// A channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Lane {
    /// Released at once.
    Hijau,
    /// Inspected.
    Merah,
}

/// A running installation; its parts end in the order of the fields.
pub struct House {
    /// HTTP.
    pub server: Running,
    /// Jobs.
    _workers: Workers,
    /// Partners.
    pub simulator: Simulator,
    /// Use cases.
    pub app: App,
    /// Who may log in.
    pub people: Vec<Person>,
}

/// Starts the demo, or walks it once.
pub fn run(args: &DemoArgs, config: &Config) -> Result<ExitCode, String> {
    if args.once {
        return once(args, config);
    }
    std::fs::create_dir_all(HOME).map_err(|e| e.to_string())?;
    let url = config.database_url.clone().unwrap_or_else(|| format!("sqlite:{HOME}/pabean.sqlite"));
    let simulator_at = config.partners_url.trim_start_matches("http://").to_owned();
    let house = open(config, &url, &config.listen, &simulator_at, Some(PathBuf::from(HOME)))?;
    if let Ok(example) = demo::sample::next(&house.app) {
        std::fs::write(format!("{HOME}/pib.json"), example).map_err(|e| e.to_string())?;
    }
    introduce(&house, config);
    house.server.until_interrupted()?;
    println!("Selesai.");
    Ok(ExitCode::SUCCESS)
}

fn introduce(house: &House, config: &Config) {
    println!("Pabean (demo)");
    println!("  Portal dan API     {}", house.server.base_url());
    println!("  Simulator mitra    {}", house.simulator.base_url());
    println!("  Basis data         {}", config.database_url.as_deref().unwrap_or("sqlite (var/demo/pabean.sqlite)"));
    println!("  Akun               {HOME}/accounts.json");
    for person in &house.people {
        println!("    {:<16} {:<22} {:<28} {}", person.role, person.username, person.company, person.password);
    }
    println!("Faktor kedua tidak diminta dalam demo; di luar demo wajib bagi petugas dan admin.");
    println!("Hentikan dengan Ctrl-C.");
}

/// What the start page shows of a login: no secrets.
fn shown(person: &Person) -> web::DemoAccount {
    web::DemoAccount { role: person.role.clone(), company: person.company.clone(), username: person.username.clone() }
}

/// Opens database, simulator, server and jobs; a fresh database gets the demo's people and reference data.
pub fn open(
    config: &Config,
    database: &str,
    listen: &str,
    simulator_at: &str,
    home: Option<PathBuf>,
) -> Result<House, String> {
    let db = compose::database(database)?;
    let secret = "petunjuk-demo".to_owned();
    let clock = Arc::new(MovedClock::default());
    let simulator =
        start_simulator((simulator_at, listen), config.base_url.as_deref(), &clock, &secret, home.as_deref())?;
    let config = Config {
        partners_url: simulator.base_url(),
        partners_secret: Some(secret.clone()),
        listen: listen.to_owned(),
        ..config.clone()
    };
    let (app, partners) = compose::online_at(&config, db, true, &clock)?;
    let people = demo::prepare(&app, home.as_deref())?;
    let shown = serve::Demo { simulator_url: Some(simulator.base_url()), accounts: people.iter().map(shown).collect() };
    let server = Running::start(serve::router(&app, &partners, Some(secret), shown), listen)?;
    let workers = Workers::start(&app).map_err(|e| e.to_string())?;
    Ok(House { server, _workers: workers, simulator, app, people })
}

/// The partners live by the same clock, or a payment would lie before its bill.
fn start_simulator(
    (at, listen): (&str, &str),
    portal: Option<&str>,
    clock: &Arc<MovedClock>,
    secret: &str,
    home: Option<&std::path::Path>,
) -> Result<Simulator, String> {
    let mut simulator = SimulatorConfig::new(clock.clone());
    secret.clone_into(&mut simulator.secret);
    if !listen.ends_with(":0") {
        simulator.callback_url = Some(format!("http://{listen}/mitra/petunjuk"));
        simulator.portal_url = Some(portal.map_or_else(|| format!("http://{listen}"), str::to_owned));
    }
    simulator.journal = home.map(|home| home.join("simulator.jsonl"));
    simulator.companies.extend(demo::standings());
    let address = at.parse().map_err(|e| format!("alamat simulator {at}: {e}"))?;
    Simulator::start(simulator, address).map_err(|e| e.to_string())
}

fn once(args: &DemoArgs, config: &Config) -> Result<ExitCode, String> {
    std::fs::create_dir_all(&args.dir).map_err(|e| format!("{}: {e}", args.dir.display()))?;
    let listen = free_address()?;
    let config = Config { base_url: None, ..config.clone() };
    let house = open(&config, "sqlite::memory:", &listen, "127.0.0.1:0", None)?;
    let released = journey::walk(&house, args)?;
    drop(house);
    Ok(if released { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// A loopback address that is free now: the simulator must know it before the server listens.
fn free_address() -> Result<String, String> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").map_err(|e| e.to_string())?;
    Ok(listener.local_addr().map_err(|e| e.to_string())?.to_string())
}
