//! What the engine alone can do: one row with the document's bytes in each durable transaction, one connection, none of
//! our code between.

use std::time::{Duration, Instant};

use postgres::{Client, NoTls};
use rusqlite::Connection;

const TABLE: &str = "CREATE TABLE IF NOT EXISTS raw_insert (id BIGINT NOT NULL PRIMARY KEY, body ";

/// Inserts per second.
pub fn measure(url: &str, body: &[u8], time: Duration) -> Result<f64, String> {
    match url.strip_prefix("sqlite:") {
        Some(path) => sqlite(path, body, time).map_err(|e| e.to_string()),
        None => postgres(url, body, time).map_err(|e| e.to_string()),
    }
}

fn sqlite(path: &str, body: &[u8], time: Duration) -> rusqlite::Result<f64> {
    let connection = Connection::open(path)?;
    connection
        .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;")?;
    connection.execute_batch(&format!("{TABLE}BLOB NOT NULL)"))?;
    let first: i64 = connection.query_row("SELECT COUNT(*) FROM raw_insert", [], |row| row.get(0))?;
    let mut insert = connection.prepare("INSERT INTO raw_insert (id, body) VALUES (?1, ?2)")?;
    repeat(time, |n| insert.execute((first + n, body)).map(drop))
}

fn postgres(url: &str, body: &[u8], time: Duration) -> Result<f64, postgres::Error> {
    let mut client = Client::connect(url, NoTls)?;
    client.batch_execute(&format!(
        "SET synchronous_commit = on; SET client_min_messages = warning; {TABLE}BYTEA NOT NULL)"
    ))?;
    let first: i64 = client.query_one("SELECT COUNT(*) FROM raw_insert", &[])?.get(0);
    let insert = client.prepare("INSERT INTO raw_insert (id, body) VALUES ($1, $2)")?;
    repeat(time, |n| client.execute(&insert, &[&(first + n), &body]).map(drop))
}

/// How often a second `act` succeeds, over `time`.
fn repeat<E>(time: Duration, mut act: impl FnMut(i64) -> Result<(), E>) -> Result<f64, E> {
    let (begun, mut done) = (Instant::now(), 0_u32);
    while begun.elapsed() < time {
        act(done.into())?;
        done += 1;
    }
    Ok(f64::from(done) / begun.elapsed().as_secs_f64())
}
