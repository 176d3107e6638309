//! Jobs: each done by one worker at a time, none lost.

use std::sync::Mutex;

use jiff::Timestamp;
use store::jobs::{self, Job, JobState, NewJob, TRIES};
use store::{Db, Fault};

use crate::support::{after, id, now, on_both};

fn enqueue(db: &Db, key: Option<&str>, run_at: Timestamp) -> Result<bool, Fault> {
    let (kind, payload) = ("KIRIM".to_owned(), "{}".to_owned());
    let job = NewJob { id: id(), kind, key: key.map(str::to_owned), payload, run_at, declaration_id: None };
    db.write(move |tx| jobs::enqueue(tx, &job, now()))
}

fn claim(db: &Db, owner: &'static str, at: Timestamp, limit: u32) -> Vec<Job> {
    let lease = at + jiff::SignedDuration::from_secs(30);
    db.write(move |tx| jobs::claim(tx, owner, at, lease, limit)).unwrap()
}

#[test]
fn eight_workers_take_each_job_once() {
    on_both(|db| {
        for _ in 0..200 {
            assert_eq!(enqueue(db, None, now()), Ok(true));
        }
        let taken = Mutex::new(Vec::new());
        std::thread::scope(|scope| {
            for owner in ["a", "b", "c", "d", "e", "f", "g", "h"] {
                let taken = &taken;
                scope.spawn(move || {
                    loop {
                        let jobs = claim(db, owner, after(1), 7);
                        if jobs.is_empty() {
                            break;
                        }
                        assert!(jobs.len() <= 7);
                        for job in jobs {
                            assert_eq!((job.lease_owner.as_deref(), job.attempts), (Some(owner), 1));
                            taken.lock().unwrap().push(job.id.clone());
                            db.write(move |tx| jobs::complete(tx, &job.id, owner, after(2))).unwrap();
                        }
                    }
                });
            }
        });
        let mut taken = taken.into_inner().unwrap();
        taken.sort_unstable();
        taken.dedup();
        assert_eq!(taken.len(), 200);
        let counts = db.read(jobs::counts).unwrap();
        assert_eq!(counts, [("KIRIM".to_owned(), JobState::Done, 200)]);
    });
}

#[test]
fn an_expired_lease_is_taken_over_and_the_first_worker_learns_of_it() {
    on_both(|db| {
        enqueue(db, Some("k"), now()).unwrap();
        let first = claim(db, "a", now(), 1).pop().unwrap();
        assert_eq!(claim(db, "b", after(29), 1), []);
        assert_eq!(db.read(jobs::next_due), Ok(Some(after(30))));
        let second = claim(db, "b", after(30), 1).pop().unwrap();
        assert_eq!((&second.id, second.attempts), (&first.id, 2));
        let late = db.write(move |tx| jobs::complete(tx, &first.id, "a", after(31)));
        assert!(matches!(late, Err(Fault::Conflict { .. })), "{late:?}");
        assert_eq!(db.write(move |tx| jobs::complete(tx, &second.id, "b", after(31))), Ok(()));
    });
}

#[test]
fn ten_tries_then_dead_then_revived() {
    on_both(|db| {
        enqueue(db, Some("k"), now()).unwrap();
        let mut at = now();
        let mut waits = Vec::new();
        for _ in 0..TRIES {
            let job = claim(db, "a", at, 1).pop().unwrap();
            let shown = job.clone();
            db.write(move |tx| jobs::fail(tx, &job, "a", "MPN tidak menjawab", at)).unwrap();
            let id = shown.id;
            let found = db.read(move |tx| jobs::by_id(tx, &id)).unwrap().unwrap();
            assert_eq!(found.last_error.as_deref(), Some("MPN tidak menjawab"));
            waits.push(found.run_at.duration_since(at).as_secs());
            at = found.run_at;
        }
        assert_eq!(waits, [1, 2, 5, 15, 60, 300, 1200, 3600, 10_800, 0]);
        let dead = db.read(|tx| jobs::in_state(tx, JobState::Dead, 10)).unwrap();
        assert_eq!(dead.len(), 1);
        assert_eq!(claim(db, "a", after(1_000_000), 1), []);
        let id = dead[0].id.clone();
        assert_eq!(db.write(move |tx| jobs::revive(tx, &id, after(1_000_000))), Ok(true));
        assert_eq!(claim(db, "a", after(1_000_000), 1).len(), 1);
    });
}

#[test]
fn the_same_effect_is_enqueued_once_and_polling_is_no_failure() {
    on_both(|db| {
        assert_eq!(enqueue(db, Some("billing/1"), now()), Ok(true));
        assert_eq!(enqueue(db, Some("billing/1"), now()), Ok(false));
        for round in 0..20 {
            let at = after(round * 60);
            let job = claim(db, "a", at, 9).pop().unwrap();
            assert_eq!(job.attempts, 1);
            db.write(move |tx| jobs::wait(tx, &job.id, "a", after((round + 1) * 60), Some("belum dibayar"), at))
                .unwrap();
        }
        let waiting = db.read(|tx| jobs::by_key(tx, "billing/1")).unwrap().unwrap();
        assert_eq!((waiting.state, waiting.run_at), (JobState::Ready, after(1200)));
        let id = waiting.id;
        assert_eq!(db.write(move |tx| jobs::hurry(tx, &id, after(1150))), Ok(true));
        assert_eq!(claim(db, "a", after(1150), 9).len(), 1);
        let rolled: Result<(), Fault> = db.write(|tx| {
            let (kind, payload) = ("KIRIM".to_owned(), "{}".to_owned());
            let job = NewJob { id: id_of(2), kind, key: None, payload, run_at: now(), declaration_id: None };
            jobs::enqueue(tx, &job, now())?;
            Err(Fault::conflict("rolled back"))
        });
        assert!(rolled.is_err());
        assert_eq!(db.read(jobs::counts).unwrap(), [("KIRIM".to_owned(), JobState::Ready, 1)]);
    });
}

fn id_of(number: u32) -> String {
    format!("job-{number}")
}
