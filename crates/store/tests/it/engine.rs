//! The seam itself: statements, transactions, faults.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, Barrier};
use std::time::Duration;

use store::{Db, Engine, Fault, Options, Row, Sql, ToValue, Value, counters};

use crate::support::{fresh, on_both, url};

const TABLE: &str = "CREATE TABLE trial (id BIGINT NOT NULL PRIMARY KEY, note TEXT, raw BYTEA)";
const INSERT: Sql<'_> = Sql::adhoc("INSERT INTO trial (id, note, raw) VALUES ($1, $2, $3)");
const COUNT: Sql<'_> = Sql::adhoc("SELECT COUNT(*) FROM trial");

fn with_table(db: &Db) {
    db.write(|tx| tx.script(TABLE)).unwrap();
}

fn insert(db: &Db, id: i64) -> Result<u64, Fault> {
    db.write(move |tx| tx.execute(INSERT, &[Value::Int(id), Value::Null, Value::Null]))
}

fn count(db: &Db) -> i64 {
    db.read(|tx| tx.query_opt(COUNT, &[])?.map_or(Ok(0), Row::only)).unwrap()
}

#[test]
fn every_statement_is_understood() {
    on_both(|db| {
        for (area, sql) in store::statements() {
            let prepared = db.write(move |tx| tx.prepare(sql));
            assert_eq!(prepared, Ok(()), "{:?} {area}: {}", db.engine(), sql.text());
        }
    });
}

#[test]
fn values_come_back_as_they_went_in() {
    on_both(|db| {
        with_table(db);
        let long = "é漢字 'quoted' $1 ?2".repeat(1000);
        let bytes: Vec<u8> = (0..=255).collect();
        let row = vec![Value::Int(i64::MIN), long.to_value(), bytes.to_value()];
        let given = row.clone();
        let found = db.write(move |tx| {
            tx.execute(INSERT, &given)?;
            // Placeholders out of order and used twice.
            tx.query(
                Sql::adhoc("SELECT id, note, raw FROM trial WHERE note = $2 AND id = $1 AND note = $2"),
                given.get(..2).unwrap(),
            )
        });
        let found: Vec<Vec<Value>> = found.unwrap().into_iter().map(Row::into_values).collect();
        assert_eq!(found, [row]);
    });
}

#[test]
fn values_that_only_one_engine_would_take_are_refused_by_both() {
    on_both(|db| {
        with_table(db);
        let nul = db.write(|tx| tx.execute(INSERT, &[Value::Int(1), "a\0b".to_value(), Value::Null]));
        assert!(matches!(nul, Err(Fault::Value(_))), "{nul:?}");
        let few = db.write(|tx| tx.execute(INSERT, &[Value::Int(1)]));
        assert!(matches!(few, Err(Fault::Statement(_))), "{few:?}");
        assert_eq!(count(db), 0);
    });
}

#[test]
fn an_error_rolls_back_and_a_swallowed_fault_does_too() {
    on_both(|db| {
        with_table(db);
        insert(db, 1).unwrap();
        let own: Result<(), Fault> = db.write(|tx| {
            tx.execute(INSERT, &[Value::Int(2), Value::Null, Value::Null])?;
            Err(Fault::conflict("mine"))
        });
        assert_eq!(own, Err(Fault::conflict("mine")));
        let swallowed: Result<(), Fault> = db.write(|tx| {
            tx.execute(INSERT, &[Value::Int(3), Value::Null, Value::Null])?;
            let clash = tx.execute(INSERT, &[Value::Int(1), Value::Null, Value::Null]);
            assert!(clash.is_err());
            Ok(())
        });
        assert!(matches!(&swallowed, Err(Fault::Unique { table, .. }) if table == "trial"), "{swallowed:?}");
        let panicked: Result<(), Fault> = db.write(|tx| {
            tx.execute(INSERT, &[Value::Int(4), Value::Null, Value::Null])?;
            panic!("on purpose");
        });
        assert_eq!(panicked, Err(Fault::Panicked));
        assert_eq!(count(db), 1);
        insert(db, 5).unwrap();
        assert_eq!(count(db), 2);
    });
}

#[test]
fn one_failing_closure_does_not_harm_the_others_of_its_batch() {
    on_both(|db| {
        with_table(db);
        insert(db, 0).unwrap();
        // The first closure holds the writer until the others are waiting behind it, so that they share its commit.
        let gate = Arc::new(Barrier::new(2));
        let (sender, answers) = channel();
        let (first, reply) = (Arc::clone(&gate), sender.clone());
        let held = AtomicU32::new(0);
        db.submit_write(
            move |tx| {
                if held.fetch_add(1, Ordering::SeqCst) == 0 {
                    first.wait();
                    first.wait();
                }
                tx.execute(INSERT, &[Value::Int(1), Value::Null, Value::Null])
            },
            move |answer| reply.send((1, answer)).unwrap(),
        );
        gate.wait();
        for id in [2, 3, 0, 4] {
            let reply = sender.clone();
            db.submit_write(
                move |tx| {
                    tx.execute(INSERT, &[Value::Int(id + 100), Value::Null, Value::Null])?;
                    tx.execute(INSERT, &[Value::Int(id), Value::Null, Value::Null])
                },
                move |answer| reply.send((id, answer)).unwrap(),
            );
        }
        gate.wait();
        drop(sender);
        let mut answers: Vec<(i64, bool)> = answers.iter().map(|(id, answer)| (id, answer.is_ok())).collect();
        answers.sort_unstable();
        assert_eq!(answers, [(0, false), (1, true), (2, true), (3, true), (4, true)]);
        assert_eq!(count(db), 8);
    });
}

#[test]
fn a_reader_sees_one_moment_and_cannot_write() {
    on_both(|db| {
        with_table(db);
        insert(db, 1).unwrap();
        let writer = db.clone();
        let counts: Result<(i64, i64), Fault> = db.read(move |tx| {
            let first = tx.query_opt(COUNT, &[])?.map_or(Ok(0), Row::only)?;
            let (sender, done) = channel();
            writer.submit_write(
                |tx| tx.execute(INSERT, &[Value::Int(2), Value::Null, Value::Null]),
                move |answer| sender.send(answer).unwrap(),
            );
            done.recv().unwrap()?;
            Ok((first, tx.query_opt(COUNT, &[])?.map_or(Ok(0), Row::only)?))
        });
        assert_eq!(counts, Ok((1, 1)));
        assert_eq!(count(db), 2);
        let written = db.read(|tx| tx.execute(INSERT, &[Value::Int(3), Value::Null, Value::Null]));
        assert!(matches!(written, Err(Fault::Statement(_))), "{written:?}");
    });
}

#[test]
fn a_closure_that_calls_its_own_store_is_told_so() {
    on_both(|db| {
        let inner = db.clone();
        let nested: Result<i64, Fault> = db.write(move |_| inner.read(|tx| counters::last_number(tx, "x")));
        assert_eq!(nested, Err(Fault::Nested));
    });
}

#[test]
fn a_closure_is_gone_when_its_caller_goes_on() {
    on_both(|db| {
        // It may hold the last handle of another store, which whoever goes on takes for closed.
        for _ in 0..300 {
            let held = Arc::new(());
            let (read, written) = (Arc::clone(&held), Arc::clone(&held));
            db.read(move |_| Ok::<_, Fault>(Arc::strong_count(&read))).unwrap();
            db.write(move |_| Ok::<_, Fault>(Arc::strong_count(&written))).unwrap();
            assert_eq!(Arc::strong_count(&held), 1);
        }
    });
}

#[test]
fn a_full_queue_says_so_and_does_nothing() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let db = Db::open_with(&url(engine), Options { readers: 1, writers: 1, queue: 2, batch: 8 }).unwrap();
        with_table(&db);
        let gate = Arc::new(Barrier::new(2));
        let (sender, answers) = channel();
        let (held, reply) = (Arc::clone(&gate), sender.clone());
        db.submit_write(
            move |_| -> Result<u64, Fault> {
                held.wait();
                held.wait();
                Ok(0)
            },
            move |answer| reply.send(answer).unwrap(),
        );
        gate.wait();
        for id in 0..5 {
            let reply = sender.clone();
            db.submit_write(
                move |tx| tx.execute(INSERT, &[Value::Int(id), Value::Null, Value::Null]),
                move |answer| reply.send(answer).unwrap(),
            );
        }
        gate.wait();
        drop(sender);
        let overloaded = answers.iter().filter(|answer| *answer == Err(Fault::Overloaded)).count();
        assert_eq!((overloaded, count(&db)), (3, 2));
    }
}

#[test]
fn a_caller_that_goes_away_does_not_cut_the_transaction() {
    on_both(|db| {
        with_table(db);
        let last = db.clone();
        let (sender, started) = channel();
        let caller = std::thread::spawn(move || {
            last.submit_write(
                move |tx| {
                    tx.execute(INSERT, &[Value::Int(1), Value::Null, Value::Null])?;
                    sender.send(()).unwrap();
                    std::thread::sleep(Duration::from_millis(30));
                    tx.execute(INSERT, &[Value::Int(2), Value::Null, Value::Null])
                },
                |_| panic!("nobody listens, and the store does not care"),
            );
        });
        started.recv().unwrap();
        caller.join().unwrap();
        // Behind it in the queue on SQLite; on PostgreSQL on another connection, so wait for both rows.
        for _ in 0..100 {
            if count(db) == 2 {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        assert_eq!(count(db), 2);
    });
}

#[test]
fn transactions_that_cross_are_tried_again() {
    let db = fresh(Engine::Postgres);
    db.write(|tx| {
        counters::next_number(tx, "a")?;
        counters::next_number(tx, "b")
    })
    .unwrap();
    let runs = Arc::new(AtomicU32::new(0));
    let both = Arc::new(Barrier::new(2));
    let threads = [("a", "b"), ("b", "a")].map(|(first, second)| {
        let (db, runs, both) = (db.clone(), Arc::clone(&runs), Arc::clone(&both));
        std::thread::spawn(move || {
            let once = AtomicU32::new(0);
            db.write(move |tx| {
                runs.fetch_add(1, Ordering::SeqCst);
                counters::next_number(tx, first)?;
                if once.fetch_add(1, Ordering::SeqCst) == 0 {
                    both.wait();
                }
                counters::next_number(tx, second)
            })
        })
    });
    let numbers = threads.map(|thread| thread.join().unwrap().unwrap());
    assert_eq!(numbers.iter().max(), Some(&3));
    assert!(runs.load(Ordering::SeqCst) > 2, "no deadlock happened");
}

#[test]
fn a_full_disk_acknowledges_nothing_and_ends_when_there_is_room() {
    let db = fresh(Engine::Sqlite);
    with_table(&db);
    insert(&db, 1).unwrap();
    let limit = |text: &'static str| db.write(move |tx| tx.query(Sql::adhoc(text), &[])).unwrap();
    limit("PRAGMA max_page_count = 1");
    let large = || db.write(|tx| tx.execute(INSERT, &[Value::Int(2), "x".repeat(500_000).to_value(), Value::Null]));
    for _ in 0..3 {
        let full = large();
        assert!(matches!(full, Err(Fault::Unavailable(_))), "{full:?}");
    }
    assert_eq!(count(&db), 1);
    limit("PRAGMA max_page_count = 4294967294");
    assert_eq!(large(), Ok(1));
    assert_eq!(count(&db), 2);
}

#[test]
fn a_prepared_statement_survives_a_new_column() {
    on_both(|db| {
        with_table(db);
        insert(db, 1).unwrap();
        let all = || {
            let rows = db.write(|tx| tx.query(Sql::adhoc("SELECT * FROM trial"), &[])).unwrap();
            rows.into_iter().map(|row| row.into_values().len()).collect::<Vec<_>>()
        };
        assert_eq!(all(), [3]);
        let other = db.clone();
        // On PostgreSQL the statement is known to several connections of the pool.
        (0..16).for_each(|_| drop(all()));
        other.write(|tx| tx.script("ALTER TABLE trial ADD COLUMN more BIGINT")).unwrap();
        (0..16).for_each(|_| assert_eq!(all(), [4]));
    });
}

#[test]
fn addresses_that_cannot_work_are_refused() {
    for (address, expected) in [
        ("mysql://localhost/pabean", "database address"),
        ("sqlite:", "database address"),
        ("sqlite:/nowhere/at/all.sqlite", "the database is not available"),
        ("postgres://pabean@127.0.0.1:1/pabean", "the database is not available"),
        ("postgres://pabean@db.example/pabean", "database address"),
    ] {
        let fault = Db::open(address).unwrap_err().to_string();
        assert!(fault.starts_with(expected), "{address}: {fault}");
    }
}
