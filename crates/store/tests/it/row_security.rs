//! The second line on PostgreSQL: a narrowed transaction does not see the rows of others even by a statement that asks.

use store::{Engine, Reach, declarations, events, frozen};

use crate::support::{company, declaration, fresh, now};

/// What a company or an office sees of two companies' documents by their ids: whether each is there.
#[track_caller]
fn sees(engine: Engine, reach: impl Fn(&str, &str) -> Option<(char, String)>, expect: [bool; 2]) {
    let db = fresh(engine);
    let (mine, other) = (company(1), company(2));
    let docs = [declaration(&mine, 1), declaration(&other, 2)];
    let rows = (mine.clone(), other.clone(), docs.clone());
    db.write(move |tx| {
        store::companies::insert(tx, &rows.0)?;
        store::companies::insert(tx, &rows.1)?;
        for doc in &rows.2 {
            assert!(declarations::insert(tx, doc)?);
            frozen::freeze(tx, &doc.id, b"{}", "kirim", now())?;
        }
        Ok::<_, store::Fault>(())
    })
    .unwrap();
    let narrow = reach(&mine.id, &docs[0].kode_kantor);
    let found = db
        .read(move |tx| {
            match &narrow {
                Some(('c', id)) => tx.narrow(Reach::Company(id))?,
                Some(('o', code)) => tx.narrow(Reach::Office(code))?,
                Some(_) => tx.narrow(Reach::Nothing)?,
                None => {}
            }
            let mut found = [false; 2];
            for (doc, there) in docs.iter().zip(&mut found) {
                let root = declarations::by_id(tx, &doc.id)?.is_some();
                assert_eq!(root, frozen::latest(tx, &doc.id)?.is_some(), "document and frozen copy go together");
                assert!(root || events::steps(tx, &doc.id)?.is_empty());
                *there = root;
            }
            Ok::<_, store::Fault>(found)
        })
        .unwrap();
    assert_eq!(found, expect);
}

#[test]
fn a_company_reaches_its_own_documents() {
    sees(Engine::Postgres, |mine, _| Some(('c', mine.to_owned())), [true, false]);
}

#[test]
fn an_office_reaches_what_is_filed_there() {
    sees(Engine::Postgres, |_, office| Some(('o', office.to_owned())), [true, true]);
    sees(Engine::Postgres, |_, _| Some(('o', "999999".to_owned())), [false, false]);
}

#[test]
fn who_belongs_nowhere_reaches_nothing() {
    sees(Engine::Postgres, |_, _| Some(('-', String::new())), [false, false]);
}

#[test]
fn the_systems_own_work_reaches_everything() {
    sees(Engine::Postgres, |_, _| None, [true, true]);
}

#[test]
fn a_narrowed_transaction_leaves_nothing_to_the_next_one() {
    let db = fresh(Engine::Postgres);
    let owner = company(1);
    let doc = declaration(&owner, 1);
    let rows = (owner, doc.clone());
    db.write(move |tx| {
        store::companies::insert(tx, &rows.0)?;
        declarations::insert(tx, &rows.1).map(|_| ())
    })
    .unwrap();
    for _ in 0..20 {
        db.read(|tx| tx.narrow(Reach::Nothing)).unwrap();
        let id = doc.id.clone();
        assert!(db.read(move |tx| declarations::by_id(tx, &id)).unwrap().is_some());
    }
}
