//! The list of documents with twenty thousand of them: right, and by its indexes, on both engines.

use jiff::SignedDuration;
use jiff::civil::Date;
use store::declarations::Declaration;
use store::trader_list::{self, Order, Wanted, pattern};
use store::{Db, Engine, Fault, Sql, Value};

use crate::support::{company, declaration, fresh, id, now};

/// Documents of one company.
const MANY: u32 = 20_000;

fn today() -> Date {
    Date::constant(2026, 3, 2)
}

/// Twenty thousand documents of one company, a few of another one; the two ids.
fn filled(db: &Db) -> (String, String) {
    let (mine, other) = (company(1), company(2));
    let ids = (mine.id.clone(), other.id.clone());
    db.write(move |tx| {
        store::companies::insert(tx, &mine)?;
        store::companies::insert(tx, &other)?;
        for n in 0..MANY {
            let owner = if n % 1_000 == 999 { &other } else { &mine };
            let status = ["finished", "await_payment", "released", "recording"][n as usize % 4];
            let row = Declaration {
                id: id(),
                status: status.to_owned(),
                updated: now() + SignedDuration::from_secs(i64::from(n)),
                ..declaration(owner, n + 1)
            };
            assert!(store::declarations::insert(tx, &row)?);
            let due = (n % 4 == 1).then(|| now() + SignedDuration::from_mins(i64::from(n)));
            trader_list::note_turn(tx, &row.id, if n % 4 == 1 { "importir" } else { "sistem" }, due)?;
        }
        Ok::<_, Fault>(())
    })
    .unwrap();
    if db.engine() == Engine::Postgres {
        db.write(|tx| tx.script("ANALYZE declaration")).unwrap();
    }
    ids
}

fn check(engine: Engine) {
    let db = fresh(engine);
    let (mine, other) = filled(&db);
    let all = Wanted::all(&mine, today());
    let page = |wanted: Wanted, order: (Order, bool), offset: u32| {
        db.read(move |tx| trader_list::page(tx, &wanted, order, (offset, 50))).unwrap()
    };
    let total = MANY - MANY / 1_000;
    let newest = page(all.clone(), (Order::Changed, true), 0);
    assert_eq!(newest.len(), 50);
    assert!(newest.windows(2).all(|pair| pair[0].updated > pair[1].updated));
    assert!(newest.iter().all(|row| row.company_id == mine));
    let last = page(all.clone(), (Order::Changed, true), total - 3);
    assert_eq!(last.len(), 3);
    for order in [(Order::Due, false), (Order::Aju, true), (Order::Registered, true)] {
        assert_eq!(page(all.clone(), order, 0).len(), 50);
    }
    let due = page(Wanted { turn: Some(",importir,ppjk,".into()), ..all.clone() }, (Order::Due, false), 0);
    assert!(due.iter().all(|row| row.status == "await_payment"));
    let found = page(Wanted { words: Some(pattern("02012345")), ..all.clone() }, (Order::Changed, true), 0);
    assert_eq!(found.len(), 1);
    let nothing = page(Wanted { words: Some(pattern("100%_")), ..all.clone() }, (Order::Changed, true), 0);
    assert!(nothing.is_empty());
    let wanted = all.clone();
    assert_eq!(db.read(move |tx| trader_list::count(tx, &wanted)).unwrap(), i64::from(total));
    let wanted = Wanted::all(&other, today());
    assert_eq!(db.read(move |tx| trader_list::count(tx, &wanted)).unwrap(), i64::from(MANY / 1_000));
    let wanted = all.clone();
    let states = db.read(move |tx| trader_list::by_state(tx, &wanted)).unwrap();
    assert_eq!(states.iter().map(|(_, n)| n).sum::<i64>(), i64::from(total));
    let mine = db.read(move |tx| trader_list::mine(tx, &all, 10)).unwrap();
    assert_eq!(mine.len(), 10);
}

#[test]
fn twenty_thousand_documents_on_sqlite() {
    check(Engine::Sqlite);
}

#[test]
fn twenty_thousand_documents_on_postgres() {
    check(Engine::Postgres);
}

/// How an engine would run the first page of the list.
fn plan(db: &Db, company: &str) -> String {
    let sql = store::statements()
        .into_iter()
        .filter(|(area, _)| *area == "trader_list")
        .map(|(_, sql)| sql.text())
        .find(|text| text.contains("updated AS k") && text.contains("updated DESC"))
        .unwrap();
    let explain = match db.engine() {
        Engine::Sqlite => format!("EXPLAIN QUERY PLAN {sql}"),
        Engine::Postgres => format!("EXPLAIN {sql}"),
    };
    let mut values = vec![Value::Text(company.to_owned()), Value::Text(today().to_string())];
    values.extend(std::iter::repeat_n(Value::Null, 9));
    values.extend([Value::Int(50), Value::Int(50), Value::Int(0)]);
    let rows = db.read(move |tx| tx.query(Sql::adhoc(&explain), &values)).unwrap();
    rows.iter().map(|row| format!("{:?}\n", row.values())).collect()
}

#[test]
fn a_page_comes_from_the_index_and_not_from_a_scan() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let db = fresh(engine);
        let (mine, other) = filled(&db);
        let few = plan(&db, &other);
        assert!(few.contains("declaration_company"), "{engine:?}: {few}");
        // Where nearly all rows are one company's, PostgreSQL may take the index of the order alone.
        let most = plan(&db, &mine);
        assert!(most.contains("declaration_company") || most.contains("declaration_updated"), "{engine:?}: {most}");
        for plan in [few, most] {
            let scans = ["Seq Scan on declaration", "SCAN declaration"];
            assert!(scans.iter().all(|scan| !plan.contains(scan)), "{engine:?}: {plan}");
        }
    }
}
