//! Two servers on one PostgreSQL share the work: whatever one does, the other does not do again.

use std::time::{Duration, Instant};

use store::Engine;

use crate::audit;
use crate::client::Client;
use crate::server::Server;
use crate::world::World;

/// Documents sent, to both servers in turn.
const DOCUMENTS: u32 = 40;
/// Clients that send at the same time.
const CLIENTS: u32 = 4;
/// Longest wait for all of them.
const PATIENCE: Duration = Duration::from_mins(2);

#[test]
fn two_servers_do_each_job_once() {
    let world = World::new(Engine::Postgres, DOCUMENTS);
    // The usual lease: a job that is taken over would be done twice, and that is what must not happen here.
    let servers = [Server::start(&world, 120, &[]), Server::start(&world, 120, &[])];
    let client = Client::login(&world, servers[0].base_url());
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for start in 1..=CLIENTS {
            let (client, world, servers) = (client.another(), &world, &servers);
            scope.spawn(move || {
                for n in (start..=DOCUMENTS).step_by(CLIENTS as usize) {
                    let document = world.document(n);
                    let turn = (n / CLIENTS + n) as usize % servers.len();
                    let first = client.submit(servers[turn].base_url(), &document).unwrap();
                    // The same again at the other server is the same document.
                    assert_eq!(client.submit(servers[1 - turn].base_url(), &document).unwrap(), first);
                }
            });
        }
    });
    let begun_waiting = Instant::now();
    while audit::count(&world.app, audit::OPEN_JOBS) > 0 {
        assert!(begun_waiting.elapsed() < PATIENCE, "jobs stand still");
        std::thread::sleep(Duration::from_millis(50));
    }
    println!("{DOCUMENTS} journeys on two servers: {:?}", begun.elapsed());
    servers.into_iter().for_each(Server::kill);
    done_once(&world, &client);
}

fn done_once(world: &World, client: &Client) {
    let repeated = "SELECT COUNT(*) FROM job WHERE attempts > 1";
    assert_eq!(audit::count(&world.app, repeated), 0, "a job was begun twice");
    let asked = client.get(&format!("{}/kendali/v1", world.simulator.base_url()));
    assert_eq!(asked["mitra"]["insw"]["panggilan"], DOCUMENTS, "INSW was asked once for each document");
    assert_eq!(asked["jumlahBilling"], DOCUMENTS, "one billing code for each document");
    let ended = "SELECT COUNT(*) FROM respon WHERE kode_respon = '2003' OR kode_respon = '2005'";
    assert_eq!(audit::count(&world.app, ended), i64::from(DOCUMENTS));
    for n in 1..=DOCUMENTS {
        let letters = audit::letters(&world.app, &world.aju(n));
        assert!(letters.values().all(|count| *count == 1), "document {n} has a letter twice: {letters:?}");
        let mut steps = audit::steps(&world.app, &world.aju(n));
        let all = steps.len();
        steps.sort();
        steps.dedup();
        assert_eq!(steps.len(), all, "document {n} took a step twice");
    }
    assert_eq!(audit::numbers_are_whole(&world.app), DOCUMENTS as usize);
    audit::events_are_whole(&world.app);
}
