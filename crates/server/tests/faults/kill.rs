//! `kill -9` of the server at any moment: after the restart every document goes on to its end, and nothing happens twice.

use std::time::{Duration, Instant};

use serde_json::json;
use store::Engine;

use crate::audit;
use crate::client::Client;
use crate::server::Server;
use crate::world::World;

/// Seconds that a job stays with the killed server; the next ones take it over then.
const LEASE: u32 = 1;
/// Longest wait for one step, and for all documents at the end.
const PATIENCE: Duration = Duration::from_mins(1);
/// The steps of a green journey.
const JOURNEY: [&str; 13] = ["001", "100", "104", "105", "106", "107", "110", "111", "130", "210", "230", "240", "250"];
/// The step at which 5 of 1000 documents leave the green journey and wait for people.
const RED: &str = "300";
/// Kill points at pseudo-random moments; every third counts from the sending, the others from the first step.
const RANDOM: u32 = 24;
/// Longest of these moments, milliseconds; a journey takes about so long.
const LONGEST: u64 = 250;

/// When the server is killed.
#[derive(Debug, Clone, Copy)]
enum Point {
    /// As soon as this process step of the round's document can be read.
    Step(&'static str),
    /// As soon as the document has this letter.
    Letter(&'static str),
    /// After this partner has acted, while the server has no answer.
    Unanswered(&'static str),
    /// So long after the sending began, whatever has happened by then.
    Sending(Duration),
    /// So long after the first step could be read.
    Working(Duration),
}

/// All kill points of a run, one a round.
fn points() -> Vec<Point> {
    let steps = ["001", "100", "104", "107", "110", "130", "210", "230", "240", "250", "501", "400"].map(Point::Step);
    let letters = ["2000", "2020", "2003"].map(Point::Letter);
    let partners = ["insw", "mpn", "tps"].map(Point::Unanswered);
    let mut state = 0x5eed_u64;
    let moments = (0..RANDOM).map(|n| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let moment = Duration::from_millis((state >> 33) % LONGEST);
        if n % 3 == 0 { Point::Sending(moment) } else { Point::Working(moment) }
    });
    [steps.as_slice(), &letters, &partners].concat().into_iter().chain(moments).collect()
}

#[test]
fn killed_anywhere_on_sqlite() {
    check(Engine::Sqlite);
}

#[test]
fn killed_anywhere_on_postgres() {
    check(Engine::Postgres);
}

fn check(engine: Engine) {
    let points = points();
    let world = World::new(engine, u32::try_from(points.len()).unwrap());
    let first = Server::start(&world, LEASE, &[]);
    let client = Client::login(&world, first.base_url());
    first.kill();
    let begun = Instant::now();
    let mut acknowledged = Vec::new();
    for (point, n) in points.iter().zip(1..) {
        let sent = round(&world, &client, *point, n);
        let reached = audit::steps(&world.app, &world.aju(n)).pop().unwrap_or_else(|| "-".into());
        println!("{engine:?} {n:2}: killed at {point:?}, reached step {reached}, acknowledged {}", sent.is_ok());
        acknowledged.push(sent.ok());
    }
    let last = Server::start(&world, LEASE, &[]);
    for (n, before) in (1..).zip(&acknowledged) {
        let id = client.submit(last.base_url(), &world.document(n)).unwrap();
        assert!(before.as_ref().is_none_or(|before| *before == id), "document {n} was acknowledged as another");
    }
    let red = points.len() - finish(&world, points.len());
    last.kill();
    once_each(&world, &client, points.len());
    assert_eq!(audit::numbers_are_whole(&world.app), points.len());
    audit::events_are_whole(&world.app);
    println!("{engine:?}: {} kills, {red} documents red, {:?}", points.len(), begun.elapsed());
    assert!(points.len() - red >= 20, "{red} of {} documents went red", points.len());
}

/// Starts a server, sends document `n`, kills the server at the point; the acknowledgement, if there was one.
fn round(world: &World, client: &Client, point: Point, n: u32) -> Result<String, String> {
    let server = Server::start(world, LEASE, &[]);
    if let Point::Unanswered(partner) = point {
        // The answer that is lost must be this document's.
        until(world, || audit::count(&world.app, audit::OPEN_JOBS) == 0);
        let silent = json!({ "mode": "BISU", "kali": 1 }).to_string();
        client.post(&world.simulator.base_url(), &format!("/kendali/v1/{partner}"), &silent).unwrap();
    }
    let (document, base_url) = (world.document(n), server.base_url().to_owned());
    let sender = client.another();
    let begun = Instant::now();
    let sending = std::thread::spawn(move || sender.submit(&base_url, &document));
    let aju = world.aju(n);
    let reached = |aju: &str, step: &str| audit::steps(&world.app, aju).iter().any(|s| s == step);
    match point {
        Point::Step(step) => until(world, || reached(&aju, step) || reached(&aju, RED)),
        Point::Letter(kind) => {
            until(world, || audit::letters(&world.app, &aju).contains_key(kind) || reached(&aju, RED));
        }
        Point::Unanswered(partner) => until(world, || mode(world, client, partner) == "NORMAL"),
        Point::Sending(moment) => std::thread::sleep(moment.saturating_sub(begun.elapsed())),
        Point::Working(moment) => {
            until(world, || !audit::steps(&world.app, &aju).is_empty());
            std::thread::sleep(moment);
        }
    }
    server.kill();
    sending.join().unwrap()
}

/// Position of a partner's switch: `NORMAL` again once it has swallowed an answer.
fn mode(world: &World, client: &Client, partner: &str) -> String {
    let gates = client.get(&format!("{}/kendali/v1", world.simulator.base_url()));
    gates["mitra"][partner]["mode"].as_str().unwrap().to_owned()
}

fn until(world: &World, mut happened: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !happened() {
        assert!(begun.elapsed() < PATIENCE, "never came; {}", standstill(world));
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// What is still to be done, and where its documents stand.
fn standstill(world: &World) -> String {
    let jobs: Vec<(String, String)> = audit::pairs(
        &world.app,
        "SELECT j.kind || ' ' || j.payload || ' ' || j.state, d.nomor_aju || ' ' || d.status || ': ' \
         || COALESCE(j.last_error, '') FROM job j JOIN declaration d ON d.id = j.declaration_id \
         WHERE j.state <> 'done' ORDER BY j.run_at LIMIT 20",
    );
    format!("open jobs: {jobs:#?}")
}

/// Waits until every document is released, or ordered to inspection as 5 of 1000 are; how many are released.
fn finish(world: &World, documents: usize) -> usize {
    let released = "SELECT COUNT(*) FROM respon WHERE kode_respon = '2003'";
    let ended = "SELECT COUNT(*) FROM respon WHERE kode_respon = '2003' OR kode_respon = '2005'";
    let begun = Instant::now();
    while usize::try_from(audit::count(&world.app, ended)).unwrap() < documents {
        assert!(begun.elapsed() < PATIENCE, "documents stand still; {}", standstill(world));
        std::thread::sleep(Duration::from_millis(50));
    }
    usize::try_from(audit::count(&world.app, released)).unwrap()
}

/// Each step, letter and bill of each document once.
fn once_each(world: &World, client: &Client, documents: usize) {
    for n in 1..=u32::try_from(documents).unwrap() {
        let aju = world.aju(n);
        let mut steps = audit::steps(&world.app, &aju);
        let unique = steps.iter().collect::<std::collections::BTreeSet<_>>().len();
        assert_eq!(unique, steps.len(), "document {n} took a step twice: {steps:?}");
        steps.retain(|step| JOURNEY.contains(&step.as_str()));
        assert_eq!(steps, JOURNEY, "document {n}");
        let letters = audit::letters(&world.app, &aju);
        assert!(letters.values().all(|count| *count == 1), "document {n} has a letter twice: {letters:?}");
        let bills = client.get(&format!("{}/kendali/v1/billing?nomorAju={aju}", world.simulator.base_url()));
        let bills = bills.as_array().unwrap();
        assert_eq!(bills.len(), 1, "document {n} was billed more or less than once: {bills:?}");
        assert_eq!(bills[0]["pembayaran"].as_array().unwrap().len(), 1, "document {n}: {bills:?}");
    }
}
