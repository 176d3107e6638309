//! Two users, one version: exactly one wins. One key, many requests: one effect.

use std::sync::Barrier;

use store::idempotency::{self, Answer, Begin};
use store::{Engine, Fault, companies, declarations, parts};

use crate::support::{company, fresh, now, on_both, stored};

#[test]
fn of_two_savers_exactly_one_wins() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let db = fresh(engine);
        let (_, draft) = stored(&db, 1);
        for round in 1..=60_u32 {
            let gate = Barrier::new(4);
            let race = |name: &str| {
                let mut mine = draft.clone();
                (mine.version, mine.status) = (round, name.to_owned());
                gate.wait();
                db.write(move |tx| declarations::save(tx, &mut mine.clone()))
            };
            let outcomes: Vec<_> = std::thread::scope(|scope| {
                let racers = ["A", "B", "C", "D"].map(|name| scope.spawn(move || race(name)));
                racers.map(|racer| racer.join().unwrap()).into_iter().collect()
            });
            let wins = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
            let conflicts = outcomes.iter().filter(|outcome| matches!(outcome, Err(Fault::Conflict { .. }))).count();
            assert_eq!((wins, conflicts), (1, 3), "round {round}: {outcomes:?}");
        }
        let aju = draft.nomor_aju.clone();
        let found = db.read(move |tx| declarations::by_nomor_aju(tx, &aju)).unwrap().unwrap();
        assert_eq!(found.version, 61);
    }
}

#[test]
fn a_part_is_saved_only_over_the_version_that_was_seen() {
    on_both(|db| {
        let (_, draft) = stored(db, 1);
        let id = draft.id;
        let part = |body: &str| parts::Part { part: "header".to_owned(), seq: 0, body: body.to_owned(), version: 0 };
        let save = |body: &str, seen: u32| {
            let (id, part) = (id.clone(), part(body));
            db.write(move |tx| parts::save(tx, &id, &part, seen))
        };
        assert_eq!(save("{}", 0), Ok(()));
        assert!(matches!(save("[]", 0), Err(Fault::Conflict { .. })));
        assert_eq!(save("[1]", 1), Ok(()));
        assert!(matches!(save("[2]", 1), Err(Fault::Conflict { .. })));
        let id = id.clone();
        let found = db.read(move |tx| parts::one(tx, &id, "header", 0)).unwrap().unwrap();
        assert_eq!((found.body.as_str(), found.version), ("[1]", 2));
    });
}

#[test]
fn a_key_gives_one_effect_and_one_answer() {
    on_both(|db| {
        let gate = Barrier::new(16);
        let effects: Vec<(bool, String)> = std::thread::scope(|scope| {
            let clients: Vec<_> = (0..16_u32)
                .map(|client| {
                    let (gate, db) = (&gate, db.clone());
                    scope.spawn(move || {
                        gate.wait();
                        db.write(move |tx| match idempotency::begin(tx, "c1", "kunci", "hash", now())? {
                            Begin::New => {
                                assert!(companies::insert(tx, &company(client))?);
                                let answer = Answer { status: 200, body: format!("{{\"client\":{client}}}") };
                                idempotency::finish(tx, "c1", "kunci", &answer)?;
                                Ok((true, answer.body))
                            }
                            Begin::Replay(answer) => Ok((false, answer.body)),
                            Begin::Mismatch => Err(Fault::conflict("mismatch")),
                        })
                        .unwrap()
                    })
                })
                .collect();
            clients.into_iter().map(|client| client.join().unwrap()).collect()
        });
        assert_eq!(effects.iter().filter(|(new, _)| *new).count(), 1);
        assert!(effects.iter().all(|(_, body)| *body == effects[0].1), "{effects:?}");
        let stored = db.read(|tx| companies::list(tx, "", 100)).unwrap();
        assert_eq!(stored.len(), 1);
        let other = db.write(|tx| idempotency::begin(tx, "c1", "kunci", "other", now()));
        assert_eq!(other, Ok(Begin::Mismatch));
        let foreign = db.write(|tx| idempotency::find(tx, "c2", "kunci", "hash"));
        assert_eq!(foreign, Ok(Begin::New));
    });
}

#[test]
fn a_key_whose_work_failed_is_free_again() {
    on_both(|db| {
        let failed: Result<(), Fault> = db.write(|tx| {
            assert_eq!(idempotency::begin(tx, "c1", "kunci", "hash", now())?, Begin::New);
            Err(Fault::conflict("later"))
        });
        assert!(failed.is_err());
        assert_eq!(db.write(|tx| idempotency::find(tx, "c1", "kunci", "hash")), Ok(Begin::New));
    });
}
