//! Many clients at once, repetitions and broken connections: each document once, whatever was acknowledged is there,
//! and registration numbers are complete.
//!
//! `PABEAN_FAULTS_SUBMITS` says how many documents; 2,000 when it is not set. The full figure of the requirement is
//! `PABEAN_FAULTS_SUBMITS=10000 cargo test -p pabean-server --test faults submits -- --nocapture`.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use store::Engine;

use crate::audit;
use crate::client::{Client, Cut};
use crate::server::Server;
use crate::world::{MOST_POSITIONS, World};

/// Clients that send at the same time, each on a connection of its own.
const CLIENTS: usize = 16;
/// Documents when nobody says otherwise.
const DOCUMENTS: u32 = 2_000;
/// Every tenth document is sent twice.
const REPEATED: u32 = 10;
/// One in so many is first sent over a connection that breaks.
const CUT: u32 = 25;
/// Longest wait for half of the registration numbers.
const PATIENCE: Duration = Duration::from_mins(15);
/// Seconds that a job stays with a killed server.
const LEASE: u32 = 5;

#[test]
fn a_crowd_submits_on_sqlite() {
    check(Engine::Sqlite);
}

#[test]
fn a_crowd_submits_on_postgres() {
    check(Engine::Postgres);
}

fn check(engine: Engine) {
    let count = std::env::var("PABEAN_FAULTS_SUBMITS").map_or(DOCUMENTS, |count| count.parse().unwrap());
    let world = World::new(engine, count);
    let server = Server::start(&world, LEASE, &["--no-jobs"]);
    let client = Client::login(&world, server.base_url());
    let begun = Instant::now();
    let acknowledged = crowd(&world, server.base_url(), &client, count);
    let (sent, took) = (count + count / REPEATED, begun.elapsed().as_secs_f64());
    println!("{engine:?}: {sent} submissions of {count} documents in {took:.1} s, {:.0}/s", f64::from(sent) / took);
    server.kill();
    stored_once(&world, &acknowledged, count);
    numbered(&world, engine, count);
}

/// Sends all documents; the ids under which each was acknowledged.
pub fn crowd(world: &World, base_url: &str, client: &Client, count: u32) -> BTreeMap<String, String> {
    // A repetition stands beside the first sending, so that two clients are at it at the same time.
    let twice = |n: u32| std::iter::repeat_n(n, if n.is_multiple_of(REPEATED) { 2 } else { 1 });
    let queue: Vec<u32> = (1..=count).flat_map(twice).collect();
    let (next, acknowledged) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    std::thread::scope(|scope| {
        for _ in 0..CLIENTS {
            let (client, queue, next, acknowledged) = (client.another(), &queue, &next, &acknowledged);
            scope.spawn(move || {
                while let Some(n) = queue.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let document = world.document(*n);
                    if n % CUT == 1 {
                        client.submit_and_hang_up(base_url, &document, cut(*n));
                    }
                    let id = client.submit(base_url, &document).unwrap();
                    let earlier = acknowledged.lock().unwrap().insert(world.aju(*n), id.clone());
                    assert!(earlier.is_none_or(|earlier| earlier == id), "document {n} was acknowledged as two");
                }
            });
        }
    });
    for n in count + 1..=count + CUT {
        // Nobody sends these whole: nothing of them may be there.
        client.submit_and_hang_up(base_url, &world.document(n), Cut::HalfSent);
    }
    acknowledged.into_inner().unwrap()
}

/// How the first connection of a document breaks: in the body, before the answer, or with the answer unread.
fn cut(n: u32) -> Cut {
    match n / CUT % 3 {
        0 => Cut::HalfSent,
        1 => Cut::Unread(Duration::ZERO),
        _ => Cut::Unread(Duration::from_millis(100)),
    }
}

/// Each aju once, under the id that was acknowledged, sent once, with the one job that follows.
pub fn stored_once(world: &World, acknowledged: &BTreeMap<String, String>, count: u32) {
    assert_eq!(acknowledged.len(), count as usize);
    assert_eq!(audit::documents(&world.app), *acknowledged);
    let count = i64::from(count);
    assert_eq!(audit::count(&world.app, "SELECT COUNT(*) FROM declaration_frozen"), count, "sent once each");
    assert_eq!(audit::count(&world.app, "SELECT COUNT(*) FROM job WHERE kind = 'insw'"), count, "asked once each");
    let sent = "SELECT COUNT(*) FROM declaration_event WHERE kode_proses = '100'";
    assert_eq!(audit::count(&world.app, sent), count, "received once each");
    audit::events_are_whole(&world.app);
}

/// Lets the jobs run until every document is registered; the server is killed half-way.
pub fn numbered(world: &World, engine: Engine, count: u32) {
    let count = count.min(MOST_POSITIONS);
    let begun = Instant::now();
    for target in [count / 2, count] {
        let server = Server::start(world, LEASE, &["--workers", "4"]);
        until_registered(world, target);
        server.kill();
        let given = audit::numbers_are_whole(&world.app);
        println!("{engine:?}: {given} registered after {:.1} s", begun.elapsed().as_secs_f64());
        assert!(given >= target as usize);
        audit::events_are_whole(&world.app);
    }
}

fn until_registered(world: &World, target: u32) {
    let registered = "SELECT COUNT(*) FROM declaration WHERE nomor_daftar IS NOT NULL";
    let begun = Instant::now();
    while audit::count(&world.app, registered) < i64::from(target) {
        assert!(begun.elapsed() < PATIENCE, "registration stands still");
        std::thread::sleep(Duration::from_millis(100));
    }
}
