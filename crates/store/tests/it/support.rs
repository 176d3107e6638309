//! Databases and rows to test with.

use std::sync::atomic::{AtomicU64, Ordering};

use jiff::{SignedDuration, Timestamp};
use store::companies::{Company, CompanyClass};
use store::declarations::Declaration;
use store::{Db, Engine, Fault};

/// 2026-03-02 08:00 in Jakarta.
pub fn now() -> Timestamp {
    "2026-03-02T01:00:00Z".parse().unwrap()
}

/// `now` and some seconds.
pub fn after(seconds: i64) -> Timestamp {
    now() + SignedDuration::from_secs(seconds)
}

/// Ids that sort by age, as UUIDv7 does.
pub fn id() -> String {
    static IDS: AtomicU64 = AtomicU64::new(1);
    format!("01900000-0000-7000-8000-{:012x}", IDS.fetch_add(1, Ordering::Relaxed))
}

/// Address of a new database on an engine; the SQLite one is a real file with real syncs.
pub fn url(engine: Engine) -> String {
    match engine {
        Engine::Sqlite => format!("sqlite:{}/{}.sqlite", scratch(), id()),
        Engine::Postgres => pgtest::database().unwrap(),
    }
}

fn scratch() -> String {
    let dir = format!("{}/store-{}", env!("CARGO_TARGET_TMPDIR"), std::process::id());
    std::fs::create_dir_all(&dir).unwrap();
    dir
}

/// A new database with the schema.
pub fn fresh(engine: Engine) -> Db {
    let db = Db::open(&url(engine)).unwrap();
    db.migrate(now()).unwrap();
    db
}

/// Runs a test on SQLite in memory, SQLite in a file and PostgreSQL.
pub fn on_both(test: impl Fn(&Db)) {
    let memory = Db::open("sqlite::memory:").unwrap();
    memory.migrate(now()).unwrap();
    for db in [memory, fresh(Engine::Sqlite), fresh(Engine::Postgres)] {
        test(&db);
    }
}

/// A company; `number` makes it another one.
pub fn company(number: u32) -> Company {
    Company {
        id: id(),
        npwp: format!("0990000{number:03}999000"),
        nib: Some("9120000000001".to_owned()),
        name: "PT Contoh Sejahtera Abadi".to_owned(),
        address: "Jl. Contoh 1, Jakarta".to_owned(),
        class: CompanyClass::Reguler,
        api_kind: Some("01".to_owned()),
        blocked: "[]".to_owned(),
        code: format!("{number:06}"),
        created: now(),
        version: 1,
        kind: "BADAN_USAHA".into(),
        nitku: None,
        refreshed: None,
    }
}

/// A draft of a company; `number` is part of its nomor aju.
pub fn declaration(company: &Company, number: u32) -> Declaration {
    Declaration {
        id: id(),
        company_id: company.id.clone(),
        ppjk_id: None,
        nomor_aju: format!("000020{}20260302{number:06}", company.code),
        kode_dokumen: "20".to_owned(),
        kode_kantor: "040300".to_owned(),
        seri_daftar: None,
        nomor_daftar: None,
        tanggal_daftar: None,
        jalur: None,
        status: "DRAFT".to_owned(),
        kode_proses: "001".to_owned(),
        waktu_status: now(),
        nama_importir: company.name.clone(),
        state: "{}".to_owned(),
        version: 1,
        reference_version: 1,
        waiting_until: None,
        created: now(),
        updated: now(),
    }
}

/// A stored company and a stored draft of it.
pub fn stored(db: &Db, number: u32) -> (Company, Declaration) {
    let company = company(number);
    let draft = declaration(&company, 1);
    let pair = (company, draft);
    let rows = pair.clone();
    db.write(move |tx| -> Result<(), Fault> {
        assert!(store::companies::insert(tx, &rows.0)?);
        assert!(store::declarations::insert(tx, &rows.1)?);
        Ok(())
    })
    .unwrap();
    pair
}
