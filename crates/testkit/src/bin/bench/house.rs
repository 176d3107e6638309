//! The measured installation: a child process with the API and the job threads, so that neither its memory nor its
//! threads mix with those of the clients.

use std::future::IntoFuture as _;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

use app::demo::{Person, sample};
use app::jobs::Workers;
use app::ports::Clock as _;
use app::{App, demo};
use serde_json::{Value, json};
use store::{Db, Sql};
use tokio::net::TcpListener;

use crate::memory::resident;
use crate::ports::{self, SystemClock};
use crate::sheet::Sheet;

/// The document that is sent again and again.
const EXAMPLE: &[u8] = include_bytes!("../../../../../examples/pib-10-barang.json");
/// Where nobody listens.
const NOWHERE: &str = "http://127.0.0.1:9";
/// Until the memory of an idle house is read.
const REST: Duration = Duration::from_secs(2);
/// Released, and drawn for inspection.
const COUNTS: [Sql<'static>; 2] = [
    Sql::adhoc("SELECT COUNT(*) FROM respon WHERE kode_respon = '2003'"),
    Sql::adhoc("SELECT COUNT(*) FROM declaration WHERE jalur IN ('M', 'K')"),
];

/// What a house is opened with.
pub struct Setting {
    /// Its database, fresh.
    pub database: String,
    /// The simulator; none when nobody will ask it.
    pub partners: Option<String>,
    /// Manifest positions for the documents.
    pub positions: u32,
}

/// A running house, seen from outside.
pub struct House {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    /// Where its API listens.
    pub address: String,
    /// Access token of an importer.
    pub token: String,
    /// User name and password of the same importer.
    pub importer: (String, String),
    /// A declaration that is right today.
    pub sheet: Sheet,
}

impl House {
    /// Furnishes the database, starts a house on it as if it were another day, and waits until it answers.
    pub fn open(setting: &Setting) -> Result<Self, String> {
        let program = std::env::current_exe().map_err(|e| e.to_string())?;
        let furnished = Command::new(&program)
            .args(["--furnish", &setting.database, &setting.positions.to_string()])
            .stderr(Stdio::inherit())
            .output();
        let furnished = hear(&mut BufReader::new(furnished.map_err(|e| e.to_string())?.stdout.as_slice()))?;
        let partners = setting.partners.as_deref().unwrap_or(NOWHERE);
        let mut command = Command::new(program);
        // As `pabean serve` begins (ADR 21).
        let heaps = std::thread::available_parallelism().map_or(2, usize::from);
        command.args(["--house", &setting.database, partners]).env("MALLOC_ARENA_MAX", heaps.to_string());
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(|e| e.to_string())?;
        let input = child.stdin.take();
        let mut output = BufReader::new(child.stdout.take().ok_or("the house has no voice")?);
        let ready = hear(&mut output)?;
        let text = |from: &Value, name: &str| from[name].as_str().unwrap_or_default().to_owned();
        let (address, token) = (text(&ready, "address"), text(&furnished, "token"));
        let importer = (text(&furnished, "username"), text(&furnished, "password"));
        Ok(Self { child, input, output, address, token, importer, sheet: Sheet::new(&text(&furnished, "document"))? })
    }

    /// Its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Its resident memory after a rest, KiB.
    pub fn idle_memory(&self) -> Result<u64, String> {
        std::thread::sleep(REST);
        resident(self.pid())
    }

    /// Lets its job threads begin.
    pub fn work(&mut self) -> Result<(), String> {
        self.ask("work").map(drop)
    }

    /// How many documents were released, and how many were drawn for inspection.
    pub fn count(&mut self) -> Result<(u64, u64), String> {
        let answer = self.ask("count")?;
        Ok((answer[0].as_u64().unwrap_or_default(), answer[1].as_u64().unwrap_or_default()))
    }

    fn ask(&mut self, word: &str) -> Result<Value, String> {
        let input = self.input.as_mut().ok_or("the house does not listen")?;
        writeln!(input, "{word}").and_then(|()| input.flush()).map_err(|e| e.to_string())?;
        hear(&mut self.output)
    }
}

fn hear(output: &mut impl BufRead) -> Result<Value, String> {
    let mut line = String::new();
    output.read_line(&mut line).map_err(|e| e.to_string())?;
    serde_json::from_str(&line).map_err(|e| format!("the house said {line:?}: {e}"))
}

impl Drop for House {
    fn drop(&mut self) {
        // Closing its ear is the signal to end.
        drop(self.input.take());
        let _ = self.child.wait();
    }
}

/// A child that fills a fresh database: `DATABASE POSITIONS`.
pub fn furnish(args: &[String]) -> Result<(), String> {
    let [database, positions] = args else { return Err("--furnish DATABASE POSITIONS".into()) };
    let positions: u32 = positions.parse().map_err(|_| "positions: not a number")?;
    let app = open(database, NOWHERE)?;
    let people = demo::prepare(&app, None)?;
    sample::positions(&app, EXAMPLE, positions)?;
    let importer = people.iter().find(|p| p.username == "importir").ok_or("no importer")?;
    let session = app::account::login(&app, &importer.username, &importer.password).map_err(|e| e.to_string())?;
    let document = sample::dated(&app, EXAMPLE, 1, 1)?;
    let Person { username, password, .. } = importer;
    say(&json!({ "token": session.access_token, "document": document, "username": username, "password": password }))
}

fn open(database: &str, partners: &str) -> Result<App, String> {
    let db = Db::open(database).map_err(|e| e.to_string())?;
    db.migrate(SystemClock.now()).map_err(|e| e.to_string())?;
    ports::compose(db, partners)
}

/// The child that is measured: `DATABASE PARTNERS`.
pub fn live(args: &[String]) -> Result<(), String> {
    let [database, partners] = args else { return Err("--house DATABASE PARTNERS".into()) };
    let app = open(database, partners)?;
    // An idle house is one that has served somebody: the reference data are in memory.
    sample::dated(&app, EXAMPLE, 1, 1)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.map_err(|e| e.to_string())?;
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).map_err(|e| e.to_string())?;
    let address = listener.local_addr().map_err(|e| e.to_string())?.to_string();
    let serving = runtime.spawn(axum::serve(listener, router(&app)).into_future());
    say(&json!({ "address": address }))?;
    let mut workers = None;
    for line in std::io::stdin().lines() {
        match line.map_err(|e| e.to_string())?.as_str() {
            "work" => {
                workers = Some(Workers::start(&app).map_err(|e| e.to_string())?);
                say(&json!("ok"))?;
            }
            _ => say(&counts(&app)?)?,
        }
    }
    serving.abort();
    drop(workers);
    Ok(())
}

#[cfg(not(feature = "pages"))]
fn router(app: &App) -> axum::Router {
    api::router(app.clone())
}

/// The API and the portal.
#[cfg(feature = "pages")]
fn router(app: &App) -> axum::Router {
    let states = std::sync::Arc::new(Vec::new);
    let extras = web::Extras { simulator_url: None, accounts: Vec::new(), partner_states: states };
    api::router(app.clone()).merge(web::router(app.clone(), extras))
}

/// Gives the importer so many documents more, as copies of one of his.
#[cfg(feature = "pages")]
pub fn stock(database: &str, documents: u32) -> Result<(), String> {
    let db = Db::open(database).map_err(|e| e.to_string())?;
    let copied = db.write(move |tx| {
        let company = store::companies::by_npwp(tx, "0990000010999000")?.map(|company| company.id).unwrap_or_default();
        let scope = store::declaration_lists::Scope::Company(company);
        let page = store::declaration_lists::Page { limit: 1, ..store::declaration_lists::Page::default() };
        let Some(model) = store::declaration_lists::list(tx, &scope, &page)?.pop() else { return Ok(false) };
        for n in 0..documents {
            let stem = model.nomor_aju.get(..19).unwrap_or_default();
            let copy = store::declarations::Declaration {
                id: format!("salinan-{n}"),
                nomor_aju: format!("{stem}8{n:06}"),
                ..model.clone()
            };
            store::declarations::insert(tx, &copy)?;
        }
        Ok::<_, store::Fault>(true)
    });
    if copied.map_err(|e| e.to_string())? { Ok(()) } else { Err("no document to copy".into()) }
}

fn counts(app: &App) -> Result<Value, String> {
    let counted = app.db().read(|tx| {
        let mut counted = Vec::new();
        for sql in COUNTS {
            let row = tx.query_opt(sql, &[])?;
            counted.push(row.map_or(Ok(0), |row| row.only::<i64>())?);
        }
        Ok::<_, store::Fault>(counted)
    });
    Ok(json!(counted.map_err(|e| e.to_string())?))
}

fn say(value: &Value) -> Result<(), String> {
    let mut out = std::io::stdout();
    writeln!(out, "{value}").and_then(|()| out.flush()).map_err(|e| e.to_string())
}
