//! Fairness: who floods is told to wait, and nobody else notices.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use app::h2h::H2h;
use testkit::{Client, House};

fn p99(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() * 99 / 100]
}

fn looks(client: &Client, count: usize) -> Vec<Duration> {
    let path = "/openapi/status/00000000000000000000000000";
    let look = |_| {
        let begun = Instant::now();
        client.on("").get(path).expect(200);
        let took = begun.elapsed();
        // Well within its own rate.
        std::thread::sleep(Duration::from_millis(50));
        took
    };
    (0..count).map(look).collect()
}

#[expect(clippy::print_stdout, reason = "figures of the run, shown with --nocapture")]
fn flooded(house: &House) {
    let (quiet, loud) = (house.other_company(), house.importer());
    looks(&quiet, 20);
    let alone = p99(looks(&quiet, 200));
    let (stop, refused, served) = (AtomicBool::new(false), AtomicUsize::new(0), AtomicUsize::new(0));
    let crowded = std::thread::scope(|scope| {
        for _ in 0..12 {
            let (loud, stop, refused, served) = (loud.clone(), &stop, &refused, &served);
            scope.spawn(move || {
                while !stop.load(Ordering::Relaxed) {
                    let answer = loud.get("/status/00000000000000000000000000");
                    match answer.status {
                        429 => {
                            assert_eq!(answer.header("retry-after"), "1");
                            refused.fetch_add(1, Ordering::Relaxed);
                            std::thread::sleep(Duration::from_millis(20));
                        }
                        200 => drop(served.fetch_add(1, Ordering::Relaxed)),
                        other => panic!("{other}: {}", answer.text()),
                    }
                }
            });
        }
        std::thread::sleep(Duration::from_millis(200));
        let times = looks(&quiet, 200);
        stop.store(true, Ordering::Relaxed);
        p99(times)
    });
    println!("p99 alone {alone:?}, beside a flood {crowded:?}; {served:?} served, {refused:?} told to wait");
    assert!(refused.into_inner() > 0, "the flood is told to wait");
    // Beside what the scheduler of a busy machine adds, at most twice as slow.
    assert!(crowded < alone * 2 + Duration::from_millis(100), "{alone:?} became {crowded:?}");
}

#[test]
fn a_flood_slows_nobody_else_on_sqlite() {
    flooded(&House::sqlite_with(H2h { rate: 30, burst: 60, ..H2h::default() }));
}

#[test]
fn a_flood_slows_nobody_else_on_postgres() {
    flooded(&House::postgres_with(H2h { rate: 30, burst: 60, ..H2h::default() }));
}

#[test]
fn a_rate_is_what_it_says() {
    for house in [House::sqlite_with, House::postgres_with] {
        let house = house(H2h { rate: 20, burst: 10, ..H2h::default() });
        let client = house.importer();
        let (begun, mut granted) = (Instant::now(), 0_u32);
        while begun.elapsed() < Duration::from_secs(3) {
            granted += u32::from(client.get("/kurs/USD").status == 200);
        }
        let most = 10 + 10 + 20 * 4;
        assert!(granted <= most && granted >= 30, "{granted}");
    }
}

#[test]
fn no_rate_is_no_limit() {
    let house = House::sqlite_with(H2h { rate: 0, ..H2h::default() });
    let client = house.importer();
    (0..400).for_each(|_| drop(client.get("/kurs/USD").expect(200)));
}
