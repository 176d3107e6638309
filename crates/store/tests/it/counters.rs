//! Official numbers: 1..n, whoever fails in between.

use std::sync::Mutex;

use store::{Db, Fault, counters, declarations};

use crate::support::{company, declaration, on_both};

const SERIES: &str = "daftar/040300/20/2026";

/// A cheap repeatable coin: about a third of all transactions roll back after taking their number.
fn fails(thread: u32, round: u32) -> bool {
    (thread.wrapping_mul(2_654_435_761) ^ round.wrapping_mul(40_503)).is_multiple_of(3)
}

fn register(db: &Db, draft: &store::declarations::Declaration, fail: bool) -> Result<i64, Fault> {
    let draft = draft.clone();
    db.write(move |tx| {
        assert!(declarations::insert(tx, &draft)?);
        let mut root = draft.clone();
        let number = counters::next_number(tx, SERIES)?;
        root.seri_daftar = Some(SERIES.to_owned());
        root.nomor_daftar = Some(format!("{number:06}"));
        declarations::save(tx, &mut root)?;
        if fail { Err(Fault::conflict("coin")) } else { Ok(number) }
    })
}

#[test]
fn sixteen_threads_with_rollbacks_leave_no_gap() {
    on_both(|db| {
        let owner = company(1);
        let row = owner.clone();
        db.write(move |tx| store::companies::insert(tx, &row)).unwrap();
        let given = Mutex::new(Vec::new());
        std::thread::scope(|scope| {
            for thread in 0..16 {
                let (given, owner) = (&given, &owner);
                scope.spawn(move || {
                    for round in 0..20 {
                        let draft = declaration(owner, thread * 100 + round);
                        match register(db, &draft, fails(thread, round)) {
                            Ok(number) => given.lock().unwrap().push(number),
                            Err(fault) => assert_eq!(fault, Fault::conflict("coin")),
                        }
                    }
                });
            }
        });
        let mut given = given.into_inner().unwrap();
        given.sort_unstable();
        assert!(given.len() > 100 && given.len() < 320, "{} numbers", given.len());
        assert!(given.iter().copied().eq(1..=i64::try_from(given.len()).unwrap()), "{given:?}");
        let last = db.read(|tx| counters::last_number(tx, SERIES)).unwrap();
        assert_eq!(Some(&last), given.last());
    });
}
