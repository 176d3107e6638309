//! Two servers on one PostgreSQL behind a round-robin: a company has one rate at both together.

use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use store::Engine;

use crate::client::Client;
use crate::server::Server;
use crate::world::World;

/// Calls a second, and calls at once.
const RATE: u32 = 40;
const BURST: u32 = 40;
/// How long the clients push.
const PUSH: Duration = Duration::from_secs(4);
/// Clients that push at the same time.
const CLIENTS: usize = 8;

#[test]
fn two_servers_share_one_rate() {
    let world = World::new(Engine::Postgres, 1);
    let (rate, burst) = (format!("--h2h-rate={RATE}"), format!("--h2h-burst={BURST}"));
    let switches = ["--no-jobs", rate.as_str(), burst.as_str()];
    let servers = [Server::start(&world, 120, &switches), Server::start(&world, 120, &switches)];
    let client = Client::login(&world, servers[0].base_url());
    let (turn, granted, refused) = (AtomicUsize::new(0), AtomicU32::new(0), AtomicU32::new(0));
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..CLIENTS {
            let (client, servers) = (client.another(), &servers);
            let (turn, granted, refused) = (&turn, &granted, &refused);
            scope.spawn(move || {
                while begun.elapsed() < PUSH {
                    let server = &servers[turn.fetch_add(1, Ordering::Relaxed) % servers.len()];
                    match client.look(server.base_url(), "/openapi/kurs/USD") {
                        (200, _) => granted.fetch_add(1, Ordering::Relaxed),
                        (429, wait) => {
                            assert!(wait >= 1, "a refusal says how long to wait");
                            std::thread::sleep(Duration::from_millis(5));
                            refused.fetch_add(1, Ordering::Relaxed)
                        }
                        (status, _) => panic!("{status}"),
                    };
                }
            });
        }
    });
    let (granted, refused, seconds) = (granted.into_inner(), refused.into_inner(), begun.elapsed().as_secs_f64());
    println!("two servers: {granted} granted, {refused} refused in {seconds:.1} s");
    // What leaves the bucket is bounded by it; calls before the token is known count for the address, one bucket more.
    let most = f64::from(BURST) * 2.0 + f64::from(RATE) * (seconds + 1.0);
    assert!(f64::from(granted) <= most, "{granted} > {most}");
    assert!(granted >= RATE * 2, "the limit must leave the company what is its: {granted}");
    assert!(refused > 0, "the clients push harder than the rate");
    servers.into_iter().for_each(Server::kill);
}
