//! Full submissions: concurrent clients send documents of ten goods lines, each to be read, examined, assessed and stored
//! durably before its answer. The job threads rest.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use crate::connection::Connection;
use crate::house::House;
use crate::memory::{Watch, processor};

/// Clients, each on a keep-alive connection of its own.
pub const CLIENTS: u32 = 16;
/// Not counted: connections are made and caches filled.
const WARM_UP: Duration = Duration::from_secs(1);

/// What was measured.
pub struct Submitted {
    /// Accepted documents a second.
    pub per_s: f64,
    /// Half of the answers came sooner.
    pub p50: Duration,
    /// All but one in a hundred came sooner.
    pub p99: Duration,
    /// Processor time of the house for each.
    pub cost: Duration,
    /// Most resident memory of the house, KiB.
    pub memory_kib: u64,
}

/// Sends for `time`; any refused document is an error.
pub fn measure(house: &House, time: Duration) -> Result<Submitted, String> {
    let sequence = AtomicU32::new(1);
    clients(house, &sequence, WARM_UP)?;
    let watch = Watch::start(house.pid());
    let (begun, used) = (Instant::now(), processor(house.pid())?);
    let mut waits = clients(house, &sequence, time)?;
    let per_s = waits.len() as f64 / begun.elapsed().as_secs_f64();
    let cost = processor(house.pid())?.saturating_sub(used) / u32::try_from(waits.len().max(1)).unwrap_or(u32::MAX);
    let memory_kib = watch.end();
    waits.sort_unstable();
    let at = |share: usize| waits.get(waits.len() * share / 100).copied().unwrap_or_default();
    Ok(Submitted { per_s, p50: at(50), p99: at(99), cost, memory_kib })
}

/// How long each answer took.
fn clients(house: &House, sequence: &AtomicU32, time: Duration) -> Result<Vec<Duration>, String> {
    let begun = Instant::now();
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..CLIENTS)
            .map(|_| {
                scope.spawn(move || -> Result<Vec<Duration>, String> {
                    let mut connection = Connection::open(&house.address, &house.token)?;
                    let mut waits = Vec::new();
                    while begun.elapsed() < time {
                        let document = house.sheet.numbered(sequence.fetch_add(1, Ordering::Relaxed), 1);
                        let sent = Instant::now();
                        connection.submit(&document)?;
                        waits.push(sent.elapsed());
                    }
                    Ok(waits)
                })
            })
            .collect();
        let joined =
            threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err("a client panicked".into())));
        Ok(joined.collect::<Result<Vec<_>, _>>()?.concat())
    })
}
