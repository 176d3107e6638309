//! Durable inserts per second: `raw_insert [URL] [SECONDS]`, by default a SQLite file in the working directory for 5 s.
//!
//! One 12 KB row per transaction, first from one client on one connection, then from 16 clients at once. Run with `--release`.

#![expect(clippy::print_stdout, reason = "a measuring tool")]

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use store::{Db, Fault, Options, Sql, ToValue};

const TABLE: &str = "DROP TABLE IF EXISTS raw_insert; \
                     CREATE TABLE raw_insert (id TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL, at BIGINT NOT NULL)";
const INSERT: Sql<'_> = Sql::adhoc("INSERT INTO raw_insert (id, body, at) VALUES ($1, $2, $3)");
/// Bytes of a document of ten goods lines.
const SIZE: usize = 12 * 1024;

fn main() -> Result<(), Fault> {
    let mut arguments = std::env::args().skip(1);
    let url = arguments.next().unwrap_or_else(|| "sqlite:raw_insert.sqlite".to_owned());
    let seconds = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(5);
    let db = Db::open_with(&url, Options { writers: 1, ..Options::default() })?;
    let one = measure(&db, 1, Duration::from_secs(seconds))?;
    drop(db);
    println!("{one:>8} inserts/s  1 client, 1 connection");
    for writers in [8, 16] {
        let db = Db::open_with(&url, Options { writers, ..Options::default() })?;
        let many = measure(&db, 16, Duration::from_secs(seconds))?;
        println!("{many:>8} inserts/s  16 clients, {writers} connections (SQLite: one writer, group commit)");
    }
    Ok(())
}

/// Inserts per second of `clients` threads.
fn measure(db: &Db, clients: u32, time: Duration) -> Result<i64, Fault> {
    db.write(|tx| tx.script(TABLE))?;
    let body = "{\"seriBarang\":1,\"posTarif\":\"84713020\"}".repeat(SIZE / 37);
    let (done, start) = (AtomicI64::new(0), Instant::now());
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..clients)
            .map(|client| {
                let (body, done) = (body.clone(), &done);
                scope.spawn(move || -> Result<(), Fault> {
                    while start.elapsed() < time {
                        let number = done.fetch_add(1, Ordering::Relaxed);
                        let row = [
                            format!("01900000-{number:012}-{client:04}").to_value(),
                            body.to_value(),
                            Timestamp::UNIX_EPOCH.to_value(),
                        ];
                        db.write(move |tx| tx.execute(INSERT, &row))?;
                    }
                    Ok(())
                })
            })
            .collect();
        threads.into_iter().try_for_each(|thread| thread.join().unwrap_or(Err(Fault::Panicked)))
    })?;
    let micros = i64::try_from(start.elapsed().as_micros()).unwrap_or(i64::MAX).max(1);
    Ok(done.into_inner() * 1_000_000 / micros)
}
