//! An invented world in a fresh database with published rates, and the partners that the server under test talks to.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use app::demo::{self, Person, sample};
use app::ports::{Clock, Ids, LetterFault, Letters, Mail, Mailer, PartnerFault};
use app::reference::{Incoming, import};
use app::{App, Ports, Settings};
use jiff::ToSpan as _;
use partners::simulator::{Running as Simulator, SimulatorConfig};
use partners::{Partners, PartnersConfig};
use store::companies::CompanyClass;
use store::{Db, Engine};

use crate::clock::{SystemClock, SystemIds};

/// The example that every document of a run is made from.
const EXAMPLE: &[u8] = include_bytes!("../../../../examples/pib-hijau.json");
/// The member of the first document that names its manifest position.
const FIRST_POSITION: &str = r#""posBc11":"0001""#;
/// Importer of the example.
const IMPORTER: &str = "0990000010999000";
/// Positions that a manifest can number; later documents wait for theirs.
pub const MOST_POSITIONS: u32 = 9_999;

/// A database, its partners and its importer; the servers are the test's.
pub struct World {
    /// Address of the database.
    pub url: String,
    /// The partners; in this process, so that they survive the server.
    pub simulator: Simulator,
    /// Use cases on the same database, to prepare and to look.
    pub app: App,
    /// The importer of all documents.
    pub importer: Person,
    template: String,
    _folder: Option<Folder>,
}

impl World {
    /// A fresh one whose manifest has positions for the documents 1 to `positions`.
    pub fn new(engine: Engine, positions: u32) -> Self {
        let (url, folder) = match engine {
            Engine::Sqlite => {
                let folder = Folder::new();
                (format!("sqlite:{}", folder.0.join("pabean.sqlite").display()), Some(folder))
            }
            Engine::Postgres => (pgtest::database().unwrap(), None),
        };
        let simulator = simulator();
        let app = application(&url, &simulator);
        let people = demo::prepare(&app, None).unwrap();
        publish_rate(&app);
        prefer(&app);
        sample::positions(&app, EXAMPLE, positions.min(MOST_POSITIONS)).unwrap();
        let importer = people.into_iter().find(|person| person.username == "importir").unwrap();
        let template = sample::document(&app, 1, 1).unwrap();
        assert!(template.contains(FIRST_POSITION));
        Self { url, simulator, app, importer, template, _folder: folder }
    }

    /// Document `n` (1 …): its own aju, bill of lading and manifest position.
    pub fn document(&self, n: u32) -> String {
        let position = (n - 1) % MOST_POSITIONS + 1;
        let document = self.template.replace(&self.aju(1), &self.aju(n));
        let document = document.replace("CTHSHA0000001", &format!("CTHSHA{n:07}"));
        document.replace(FIRST_POSITION, &format!("\"posBc11\":\"{position:04}\""))
    }

    /// The aju of document `n`.
    pub fn aju(&self, n: u32) -> String {
        sample::aju(&self.app, n).unwrap().to_string()
    }
}

/// The partners, who find every bill paid at once.
fn simulator() -> Simulator {
    let mut config = SimulatorConfig::new(Arc::new(SystemClock));
    config.companies.extend(demo::standings());
    let at_once = serde_json::json!([{ "cocok": "*", "bayarOtomatis": 0 }]);
    // The built-in outcomes go: a document here is told by its number, and must not choose one by it.
    config.rules = serde_json::from_value(at_once).unwrap();
    Simulator::start(config, "127.0.0.1:0".parse().unwrap()).unwrap()
}

fn application(url: &str, simulator: &Simulator) -> App {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let db = Db::open(url).unwrap();
    db.migrate(clock.now()).unwrap();
    let partners = Partners::new(&PartnersConfig::all_at(&simulator.base_url()), &clock).unwrap();
    let ports = Ports {
        clock,
        ids: Arc::new(SystemIds::default()) as Arc<dyn Ids>,
        insw: partners.insw,
        mpn: partners.mpn,
        tps: partners.tps,
        registry: partners.registry,
        letters: Arc::new(Absent),
        mailer: Arc::new(Absent),
        sheets: Arc::new(app::ports::OpenSheets),
    };
    App::new(db, ports, Settings::default())
}

/// An installation that is no demo refuses sample rates, so the running weeks get published ones.
fn publish_rate(app: &App) {
    let today = sample::today(app);
    let (from, to) = (today.saturating_sub(7.days()), today.saturating_add(7.days()));
    let rows =
        format!("berlaku_dari,berlaku_sampai,valuta,nilai_idr,satuan,kmk,contoh\n{from},{to},USD,16300.00,1,,\n");
    let file = Incoming { name: "kurs.csv".into(), bytes: rows.into_bytes() };
    let report = import(app, &[file], "uji", false).unwrap();
    assert!(report.version.is_some(), "{report:?}");
}

/// The importer becomes MITA: all but 5 of 1000 of its documents are released without inspection.
fn prefer(app: &App) {
    let done = app.db().write(|tx| {
        let mut company = store::companies::by_npwp(tx, IMPORTER)?.unwrap();
        company.class = CompanyClass::Mita;
        store::companies::save(tx, &mut company)
    });
    done.unwrap();
}

/// The test itself writes no letters and no mail.
struct Absent;

impl Letters for Absent {
    fn render(&self, kind: &str, _: &serde_json::Value) -> Result<Vec<u8>, LetterFault> {
        Err(LetterFault { kind: kind.into(), reason: "tidak ada".into() })
    }
}

impl Mailer for Absent {
    fn send(&self, _: &Mail) -> Result<(), PartnerFault> {
        Err(PartnerFault::Down { partner: "-", reason: "tidak ada".into() })
    }
}

/// A folder that goes with the world.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static FOLDERS: AtomicU32 = AtomicU32::new(0);
        let name = format!("pabean-faults-{}-{}", std::process::id(), FOLDERS.fetch_add(1, Ordering::Relaxed));
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left behind lies under target/.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
