//! kill -9 in the middle: whatever was acknowledged is there afterwards, whole.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use store::{Db, Engine, Fault, Row, Sql, declarations, parts};

use crate::support::{company, declaration, fresh, now, url};

/// Set in the child: the database that it writes to.
const TARGET: &str = "PABEAN_STORE_KILL_TARGET";
/// Acknowledgements to wait for before the kill.
const ACKS: usize = 150;

/// The process that gets killed: four threads insert a declaration with four parts and print its number.
#[expect(clippy::print_stdout, reason = "the parent reads the acknowledgements there")]
fn write_until_killed(url: &str) {
    let db = Db::open(url).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..4_u32 {
            let db = &db;
            scope.spawn(move || {
                for round in 0..100_000 {
                    let draft = declaration(&company(1), thread * 200_000 + round);
                    let aju = draft.nomor_aju.clone();
                    let saved: Result<(), Fault> = db.write(move |tx| {
                        let owner = store::companies::by_code(tx, "000001")?.unwrap();
                        let draft = declarations::Declaration {
                            id: draft.nomor_aju.clone(),
                            company_id: owner.id,
                            ..draft.clone()
                        };
                        assert!(declarations::insert(tx, &draft)?);
                        let lines: Vec<_> = (1..=4).map(|seq| ("barang".to_owned(), seq, "{}".repeat(500))).collect();
                        parts::put_all(tx, &draft.id, &lines)
                    });
                    saved.unwrap();
                    println!("ack {aju}");
                }
            });
        }
    });
}

/// Starts the test below once more, as the child on `url`, kills it after `ACKS` acknowledgements, and returns all that it had printed.
fn acknowledged_before_the_kill(url: &str) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kill::acknowledged_rows_survive_a_kill", "--nocapture"])
        .env(TARGET, url)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut acks = Vec::new();
    let output = BufReader::new(child.stdout.take().unwrap());
    for line in output.lines() {
        let line = line.unwrap();
        // The harness may print on the same line before the first one.
        if let Some((_, aju)) = line.split_once("ack ") {
            acks.push(aju.to_owned());
        }
        if acks.len() == ACKS {
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    assert!(acks.len() >= ACKS, "the child ended early after {} rows", acks.len());
    acks
}

#[test]
fn acknowledged_rows_survive_a_kill() {
    if let Ok(url) = std::env::var(TARGET) {
        return write_until_killed(&url);
    }
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let url = url(engine);
        let db = Db::open(&url).unwrap();
        db.migrate(now()).unwrap();
        let owner = company(1);
        db.write(move |tx| store::companies::insert(tx, &owner)).unwrap();
        drop(db);
        for _ in 0..2 {
            let acks = acknowledged_before_the_kill(&url);
            let db = Db::open(&url).unwrap();
            for aju in acks {
                let found = db.read(move |tx| parts::load(tx, &aju)).unwrap();
                assert_eq!(found.len(), 4, "{engine:?}");
            }
            let halves = "SELECT COUNT(*) FROM declaration WHERE (SELECT COUNT(*) FROM declaration_part \
                          WHERE declaration_id = declaration.id) <> 4";
            let halves: i64 =
                db.read(move |tx| tx.query_opt(Sql::adhoc(halves), &[])?.map_or(Ok(0), Row::only)).unwrap();
            assert_eq!(halves, 0, "{engine:?}");
            let clear = "DELETE FROM declaration_part; DELETE FROM declaration";
            db.write(move |tx| tx.script(clear)).unwrap();
        }
    }
}

#[test]
fn a_server_crash_is_a_fault_and_then_over() {
    let cluster = pgtest::Cluster::start().unwrap();
    let url = pgtest::database_on(&cluster.url()).unwrap();
    let db = Db::open(&url).unwrap();
    db.migrate(now()).unwrap();
    let number = || db.write(|tx| store::counters::next_number(tx, "x"));
    assert_eq!(number(), Ok(1));
    cluster.crash().unwrap();
    let fault = number().unwrap_err();
    assert!(matches!(fault, Fault::Unavailable(_)), "{fault:?}");
    cluster.launch().unwrap();
    assert_eq!(number(), Ok(2));
    // Cut every connection while it is idle: the next call makes a new one without the caller noticing.
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() \
               AND application_name = 'pabean'";
    Db::open(&url).unwrap().write(move |tx| tx.script(cut)).unwrap();
    assert_eq!(number(), Ok(3));
}

#[test]
fn a_second_process_may_write_too() {
    let path = url(Engine::Sqlite);
    let (one, other) = (Db::open(&path).unwrap(), Db::open(&path).unwrap());
    one.migrate(now()).unwrap();
    let count = |db: &Db| {
        for _ in 0..50 {
            db.write(|tx| store::counters::next_number(tx, "x")).unwrap();
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(|| count(&one));
        scope.spawn(|| count(&other));
    });
    assert_eq!(one.read(|tx| store::counters::last_number(tx, "x")), Ok(100));
    assert_eq!(fresh(Engine::Sqlite).read(|tx| store::counters::last_number(tx, "x")), Ok(0));
}
