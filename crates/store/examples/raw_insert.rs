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
    // SQLite has one writer, which commits whatever is waiting in one go.
    let pools: &[usize] = if url.starts_with("sqlite:") { &[1] } else { &[8, 16] };
    for &writers in pools {
        let db = Db::open_with(&url, Options { writers, ..Options::default() })?;
        let many = measure(&db, 16, Duration::from_secs(seconds))?;
        println!("{many:>8} inserts/s  16 clients, {writers} writing connections");
    }
    Ok(())
}

/// Inserts per second of `clients` threads.
fn measure(db: &Db, clients: u32, time: Duration) -> Result<i64, Fault> {
    db.write(|tx| tx.script(TABLE))?;
    let body = document();
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

/// About 12 KB of JSON that compresses no better than a real document.
fn document() -> String {
    let (mut text, mut number) = (String::with_capacity(SIZE + 64), 12_345_u64);
    while text.len() < SIZE {
        number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let line =
            format!("{{\"posTarif\":\"{:08}\",\"nilai\":{}.{:02}}},", number % 99_999_999, number >> 40, number % 97);
        text.push_str(&line);
    }
    text
}
