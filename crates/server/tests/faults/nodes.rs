//! Two servers on one PostgreSQL behind a balancer, each request at the next one: whatever was acknowledged is there once,
//! and every promise of the host-to-host contract is kept although no two requests meet the same server.
//!
//! `PABEAN_FAULTS_NODES` says how many documents; 600 when it is not set. The full figure of the requirement is
//! `PABEAN_FAULTS_NODES=10000 cargo test -p pabean-server --test faults nodes -- --nocapture`.

use std::time::{Duration, Instant};

use app::demo::sample;
use conformance::{Options, Outcome};
use store::Engine;

use crate::balancer::Balancer;
use crate::client::Client;
use crate::server::Server;
use crate::submits::{crowd, numbered, stored_once};
use crate::world::World;

/// Documents when nobody says otherwise.
const DOCUMENTS: u32 = 600;
/// How many promises must be kept at least.
const PROMISES: usize = 400;

#[test]
fn two_nodes_keep_every_document_and_every_promise() {
    let count = std::env::var("PABEAN_FAULTS_NODES").map_or(DOCUMENTS, |count| count.parse().unwrap());
    let world = World::new(Engine::Postgres, count);
    let start = |switches: &[&str]| [Server::start(&world, 120, switches), Server::start(&world, 120, switches)];
    let balancer = |servers: &[Server; 2]| Balancer::before(servers.iter().map(|s| s.base_url().to_owned()).collect());

    let servers = start(&["--no-jobs"]);
    let middle = balancer(&servers);
    let client = Client::login(&world, &middle.base_url());
    let begun = Instant::now();
    let acknowledged = crowd(&world, &middle.base_url(), &client, count);
    println!("{} requests through two nodes in {:.1} s", middle.passed(), begun.elapsed().as_secs_f64());
    drop(middle);
    servers.into_iter().for_each(Server::kill);
    stored_once(&world, &acknowledged, count);
    numbered(&world, Engine::Postgres, count);

    let servers = start(&[]);
    let middle = balancer(&servers);
    let report = conformance::run(&options(&world, &middle.base_url()), |_| {});
    let broken: Vec<String> =
        report.outcomes.iter().filter(|o| report.broken().contains(&o.id.as_str())).map(Outcome::line).collect();
    println!("kit through two nodes: {}, {} skipped", report.summary(), report.skipped());
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert!(report.passed() >= PROMISES, "{}", report.summary());
    drop(middle);
    servers.into_iter().for_each(Server::kill);
}

fn options(world: &World, base_url: &str) -> Options {
    let today = sample::today(&world.app);
    Options {
        base_url: base_url.to_owned(),
        username: world.importer.username.clone(),
        password: world.importer.password.clone(),
        stranger: None,
        npwp: Some(world.importer.npwp.clone()),
        name: Some("PT Contoh Sejahtera Abadi".into()),
        api_key: None,
        simulator: None,
        position: None,
        today: today.to_string(),
        yesterday: today.yesterday().unwrap().to_string(),
        seed: 7,
        only: Vec::new(),
        patience: Duration::from_mins(1),
    }
}
