//! Full journeys: documents go from submission to SPPB with the simulator as every partner, which pays at once.

use std::sync::Arc;
use std::time::{Duration, Instant};

use app::demo;
use partners::simulator::{Delay, Rule, Running, SimulatorConfig};

use crate::connection::Connection;
use crate::house::{House, Setting};
use crate::memory::Watch;
use crate::ports::SystemClock;
use crate::submit::CLIENTS;

/// Longest wait for the last document.
const PATIENCE: Duration = Duration::from_mins(10);
/// Pause between two looks.
const PAUSE: Duration = Duration::from_millis(50);

/// What was measured.
pub struct Journeys {
    /// Released documents a second, from the first submission to the last release.
    pub per_s: f64,
    /// Most resident memory of the house, KiB.
    pub memory_kib: u64,
}

/// Walks `documents` journeys; those drawn for inspection wait for officers and are not counted.
pub fn measure(database: &str, documents: u32) -> Result<Journeys, String> {
    let simulator = simulator()?;
    let partners = Some(simulator.base_url());
    let mut house = House::open(&Setting { database: database.to_owned(), partners, positions: documents })?;
    house.work()?;
    let watch = Watch::start(house.pid());
    let begun = Instant::now();
    send(&house, documents)?;
    let (released, stopped) = loop {
        let (released, inspected) = house.count()?;
        if released + inspected >= u64::from(documents) || begun.elapsed() > PATIENCE {
            break (released, released + inspected);
        }
        std::thread::sleep(PAUSE);
    };
    let per_s = released as f64 / begun.elapsed().as_secs_f64();
    let memory_kib = watch.end();
    if stopped < u64::from(documents) {
        return Err(format!("only {stopped} of {documents} journeys ended"));
    }
    Ok(Journeys { per_s, memory_kib })
}

/// Each client sends its share, one position of the manifest for each document.
fn send(house: &House, documents: u32) -> Result<(), String> {
    std::thread::scope(|scope| {
        let threads: Vec<_> = (1..=CLIENTS)
            .map(|client| {
                scope.spawn(move || -> Result<(), String> {
                    let mut connection = Connection::open(&house.address, &house.token)?;
                    for number in (client..=documents).step_by(CLIENTS as usize) {
                        connection.submit(&house.sheet.numbered(number, number))?;
                    }
                    Ok(())
                })
            })
            .collect();
        threads.into_iter().try_for_each(|t| t.join().unwrap_or_else(|_| Err("a client panicked".into())))
    })
}

fn simulator() -> Result<Running, String> {
    let mut config = SimulatorConfig::new(Arc::new(SystemClock));
    config.companies.extend(demo::standings());
    config.rules.push(Rule { cocok: "*".into(), bayar_otomatis: Some(Delay::Seconds(0)), ..Rule::default() });
    Running::start(config, ([127, 0, 0, 1], 0).into()).map_err(|e| e.to_string())
}
