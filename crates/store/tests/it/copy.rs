//! Moving an installation.

use std::fs;
use std::path::{Path, PathBuf};

use store::{Db, Engine, Fault, migrate_between, settle};

use crate::areas;
use crate::support::{fresh, now, url};

fn check(from: &Db, to: &Db) {
    let copied = migrate_between(from, to).unwrap();
    let rows = |name: &str| copied.iter().find(|(table, _)| *table == name).map(|(_, rows)| *rows);
    assert_eq!(rows("declaration"), Some(3));
    assert!(copied.iter().all(|(_, rows)| *rows > 0), "a table without a row proves nothing: {copied:?}");
    assert_eq!(areas::read_all(from), areas::read_all(to));
    assert!(matches!(migrate_between(from, to), Err(Fault::Schema(why)) if why.contains("not empty")));
}

#[test]
fn everything_moves_there_and_back() {
    let (sqlite, postgres, back) = (fresh(Engine::Sqlite), fresh(Engine::Postgres), fresh(Engine::Sqlite));
    areas::write_all(&sqlite);
    let many: Vec<_> = (1..=450).map(|seq| ("barang".to_owned(), seq, format!("{{\"seri\":{seq}}}"))).collect();
    sqlite.write(move |tx| store::parts::put_all(tx, "d1", &many)).unwrap();
    check(&sqlite, &postgres);
    check(&postgres, &back);
    let lines = back.read(|tx| store::parts::lines(tx, "d1", "barang", 0, 1000)).unwrap();
    assert!(lines.iter().map(|line| line.seq).eq(1..=450));
}

#[test]
fn a_journal_that_was_left_beside_a_file_goes_into_it() {
    let address = url(Engine::Sqlite);
    let (db, file) = (Db::open(&address).unwrap(), PathBuf::from(address.strip_prefix("sqlite:").unwrap()));
    db.migrate(now()).unwrap();
    areas::write_all(&db);
    let beside = |file: &Path, ending: &str| PathBuf::from(format!("{}{ending}", file.display()));
    // Whoever had the copy open went away without closing it.
    let copy = beside(&file, ".salinan");
    fs::copy(&file, &copy).unwrap();
    fs::copy(beside(&file, "-wal"), beside(&copy, "-wal")).unwrap();

    settle(&copy).unwrap();
    assert!(!beside(&copy, "-wal").exists());
    let moved = beside(&file, ".pindah");
    fs::rename(&copy, &moved).unwrap();
    let found = Db::open(&format!("sqlite:{}", moved.display())).unwrap();
    assert_eq!(areas::read_all(&found), areas::read_all(&db));

    assert!(settle(&moved).is_err(), "somebody has it open");
    assert!(settle(&beside(&file, ".tidak-ada")).is_err());
}
