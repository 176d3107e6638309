//! The whole installation in one process: database, partners, HTTP, job threads, the demo's people.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Duration;

use app::demo::{self, Person, sample};
use app::h2h::H2h;
use app::jobs::Workers;
use app::outward::Outward;
use app::ports::{Clock, Letters};
use app::{Actor, App, Ports, Settings, account};
use letters::Typst;
use partners::simulator::{Running as Simulator, SimulatorConfig};
use partners::{HooksHttp, PartnerConfig, Partners, PartnersConfig};
use store::Db;

use crate::clock::START;
use crate::ids::RealIds;
use crate::sandbox::Trial;
use crate::server::{SECRET, Server, listener, router};
use crate::{Client, Postbox, VirtualClock};

/// Fonts and templates are read once a process.
static LETTERS: LazyLock<Arc<Typst>> = LazyLock::new(|| Arc::new(Typst::new().unwrap()));

/// An installation; its parts end in the order of the fields.
pub struct House {
    server: Server,
    _workers: Workers,
    /// The partners.
    pub simulator: Simulator,
    /// Use cases, for what has no address yet.
    pub app: App,
    /// Its clock.
    pub clock: Arc<VirtualClock>,
    /// Mail that was sent.
    pub postbox: Arc<Postbox>,
    /// Who may log in.
    pub people: Vec<Person>,
    actors: Mutex<BTreeMap<String, Actor>>,
    _folder: Option<Folder>,
}

impl House {
    /// On a fresh SQLite file.
    pub fn sqlite() -> Self {
        Self::sqlite_with(open_api())
    }

    /// On a fresh SQLite file, with other choices about the API.
    pub fn sqlite_with(h2h: H2h) -> Self {
        let folder = Folder::new();
        let url = format!("sqlite:{}", folder.0.join("pabean.sqlite").display());
        Self::open(&url, Some(folder), h2h)
    }

    /// On a fresh PostgreSQL database.
    pub fn postgres() -> Self {
        Self::postgres_with(open_api())
    }

    /// On a fresh PostgreSQL database, with other choices about the API.
    pub fn postgres_with(h2h: H2h) -> Self {
        Self::open(&pgtest::database().unwrap(), None, h2h)
    }

    fn open(url: &str, folder: Option<Folder>, h2h: H2h) -> Self {
        let clock = Arc::new(VirtualClock::at(START));
        let db = Db::open(url).unwrap();
        db.migrate(clock.now()).unwrap();
        let listener = listener();
        let base_url = format!("http://{}", listener.local_addr().unwrap());
        let simulator = simulator(&clock, &base_url);
        let partners = partners(&clock, &simulator);
        let postbox = Arc::new(Postbox::default());
        let ports = Ports {
            clock: clock.clone(),
            ids: Arc::new(RealIds::default()),
            insw: partners.insw.clone(),
            mpn: partners.mpn.clone(),
            tps: partners.tps.clone(),
            registry: partners.registry.clone(),
            letters: LETTERS.clone() as Arc<dyn Letters>,
            mailer: postbox.clone(),
            sheets: Arc::new(app::ports::OpenSheets),
        };
        let networks = ["127.0.0.0/8".parse().unwrap()];
        let h2h = H2h { webhook_networks: networks.to_vec(), ..h2h };
        let outward = Outward {
            hooks: Arc::new(HooksHttp::new(&networks)),
            sandbox: Arc::new(Trial { clock: clock.clone(), simulator: Client::new(&simulator.base_url()).on("") }),
        };
        let settings = Settings { base_url, demo: true, second_factor: false, h2h, ..Settings::default() };
        let app = App::assemble(db, ports, settings, outward);
        let people = demo::prepare(&app, None).unwrap();
        let server = Server::start(router(&app, &partners, simulator.base_url()), listener);
        let (workers, actors) = (Workers::start(&app).unwrap(), Mutex::default());
        Self { server, _workers: workers, simulator, app, clock, postbox, people, actors, _folder: folder }
    }

    /// Its address.
    pub fn base_url(&self) -> String {
        self.server.base_url()
    }

    /// A client that is not logged in.
    pub fn stranger(&self) -> Client {
        Client::new(&self.base_url())
    }

    /// One of the demo's people.
    pub fn person(&self, username: &str) -> &Person {
        let person = self.people.iter().find(|person| person.username == username);
        person.unwrap_or_else(|| panic!("nobody is called {username}"))
    }

    /// A logged-in client.
    pub fn login(&self, username: &str) -> Client {
        let body = serde_json::json!({ "username": username, "password": self.person(username).password });
        let answer = self.stranger().on("").post("/nle-oauth/v1/user/login", body.to_string()).expect(200).json();
        self.stranger().with_token(answer["item"]["access_token"].as_str().unwrap())
    }

    /// The importer of the example documents.
    pub fn importer(&self) -> Client {
        self.login("importir")
    }

    /// A broker.
    pub fn broker(&self) -> Client {
        self.login("ppjk")
    }

    /// A company that has nothing to do with the others.
    pub fn other_company(&self) -> Client {
        self.login("importir-mita")
    }

    /// The example document, right today, with an aju sequence (990301 red, 990302 green) for a manifest position
    /// (1 … 60; one for each document).
    pub fn document(&self, sequence: u32, position: u32) -> String {
        sample::document(&self.app, sequence, position).unwrap()
    }

    /// The aju of [`Self::document`].
    pub fn aju(&self, sequence: u32) -> String {
        sample::aju(&self.app, sequence).unwrap().to_string()
    }

    /// The actor behind a user name, for use cases without an address.
    pub fn actor(&self, username: &str) -> Actor {
        let mut actors = self.actors.lock().unwrap_or_else(PoisonError::into_inner);
        let log_in = || {
            let session = account::login(&self.app, username, &self.person(username).password).unwrap();
            account::authenticate(&self.app, &session.access_token).unwrap()
        };
        actors.entry(username.to_owned()).or_insert_with(log_in).clone()
    }

    /// Lets time pass and wakes whoever waited for it.
    pub fn pass(&self, time: Duration) {
        self.clock.pass(time);
        self.app.bell().ring();
    }
}

/// What most examples live in: a sandbox whose clients may ask as often as they like.
fn open_api() -> H2h {
    H2h { sandbox: true, rate: 0, ..H2h::default() }
}

/// The partners, on the clock of the house, telling it what happens.
fn simulator(clock: &Arc<VirtualClock>, base_url: &str) -> Simulator {
    let mut config = SimulatorConfig::new(clock.clone());
    SECRET.clone_into(&mut config.secret);
    config.callback_url = Some(format!("{base_url}/mitra/petunjuk"));
    config.companies.extend(demo::standings());
    Simulator::start(config, SocketAddr::from(([127, 0, 0, 1], 0))).unwrap()
}

/// The adapters, less patient than in earnest: an answer after a second is no answer.
fn partners(clock: &Arc<VirtualClock>, simulator: &Simulator) -> Arc<Partners> {
    let second = Duration::from_secs(1);
    let one = PartnerConfig { answer: second, total: second, ..PartnerConfig::new(simulator.base_url()) };
    let all = PartnersConfig { insw: one.clone(), mpn: one.clone(), tps: one.clone(), registry: one };
    let clock: Arc<dyn Clock> = clock.clone();
    Arc::new(Partners::new(&all, &clock).unwrap())
}

/// A folder that is gone with its house.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("pabean-uji-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left behind lies in the system's own folder for such things.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
