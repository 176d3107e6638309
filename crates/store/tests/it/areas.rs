//! Every area once, with fixed rows: both engines must say the same, word for word.

use std::fmt::Debug;

use kernel::Rupiah;
use store::accounts::{self, Account, AccountState};
use store::approvals::{self, ApprovalState};
use store::billing::{self, Bill, BillState, BillingKind};
use store::companies::{self, Company};
use store::declaration_lists::{self, Page, Scope};
use store::declarations::{self, Declaration};
use store::jobs::{self, JobState, NewJob};
use store::kuasa::{self, Kuasa};
use store::links;
use store::mails::{self, StoredMail};
use store::manifest::{self, ManifestPos};
use store::quotas::{self, Quota};
use store::reference;
use store::registrations;
use store::respon::{self, Respon};
use store::sessions::{self, Session, SessionStep};
use store::tasks::{self, OfficerTask};
use store::tokens::{self, ApiKey, Token, TokenKind};
use store::{
    Db, Engine, Fault, Tx, attachments, audit, blobs, counters, events, factors, frozen, idempotency, parts, passkeys,
    throttle,
};

use crate::area_rows::{approval, attachment, bc11, link, passkey, power, registration, some, text};
use crate::area_work;
use crate::support::{after, company, declaration, fresh, now};

#[expect(clippy::unnecessary_wraps, reason = "a word for a present text")]
fn owner() -> Company {
    Company { id: text("c1"), ..company(1) }
}

fn draft(number: u32) -> Declaration {
    let ppjk_id = (number == 2).then(|| text("c2"));
    let waiting_until = (number == 3).then(|| after(3600));
    let updated = after(number.into());
    Declaration { id: format!("d{number}"), ppjk_id, waiting_until, updated, ..declaration(&owner(), number) }
}

fn account(number: u32) -> Account {
    let blank = Account::blank(format!("a{number}"), "IMPORTIR", AccountState::Aktif, now());
    Account {
        company_id: (number == 1).then(|| text("c1")),
        office: (number == 2).then(|| text("040300")),
        username: format!("Budi{number}@Contoh.id"),
        email: format!("Budi{number}@contoh.id"),
        display_name: text("Budi Contoh"),
        password_hash: text("$argon2id$…"),
        totp_secret: Some(vec![0, 255, 7]),
        ..blank
    }
}

/// Collects what the calls answered, to be compared between the engines.
#[derive(Default)]
pub struct Log(Vec<String>);

impl Log {
    /// Notes what a call answered.
    pub fn note(&mut self, what: &str, answer: &(impl Debug + ?Sized)) {
        self.0.push(format!("{what}: {answer:?}"));
    }
}

fn people(tx: &mut dyn Tx, log: &mut Log) -> Result<(), Fault> {
    log.note("company", &companies::insert(tx, &owner())?);
    log.note("taken", &companies::insert(tx, &Company { id: text("c9"), ..owner() })?);
    companies::insert(tx, &Company { id: text("c2"), ..company(2) })?;
    let mut blocked = companies::by_npwp(tx, "0990000001999000")?.unwrap();
    blocked.blocked = text("[\"NIB\"]");
    companies::save(tx, &mut blocked)?;
    log.note("account", &accounts::insert(tx, &account(1))?);
    log.note("user name taken", &accounts::insert(tx, &Account { id: text("a9"), ..account(1) })?);
    accounts::insert(tx, &account(2))?;
    accounts::note_failure(tx, "a1", Some(after(60)))?;
    log.note("locked", &accounts::by_username(tx, "BUDI1@contoh.id")?);
    accounts::note_success(tx, "a1")?;
    accounts::set_password(tx, "a1", "$baru")?;
    log.note("step", &(accounts::use_totp_step(tx, "a1", 7)?, accounts::use_totp_step(tx, "a1", 7)?));
    accounts::set_totp(tx, "a2", None)?;
    accounts::set_state(tx, "a2", AccountState::Nonaktif)?;
    for (hash, kind) in [("t1", TokenKind::Access), ("t2", TokenKind::Refresh)] {
        let (hash, account_id) = (text(hash), text("a1"));
        tokens::insert(tx, &Token { hash, account_id, kind, expires: after(300), created: now(), revoked: None })?;
    }
    log.note("expired", &tokens::live(tx, "t1", TokenKind::Access, after(300))?);
    log.note("other kind", &tokens::live(tx, "t1", TokenKind::Refresh, now())?);
    log.note("revoke", &(tokens::revoke(tx, "t2", after(1))?, tokens::revoke(tx, "t2", after(1))?));
    let (hash, company_id, label) = (text("k1"), text("c1"), text("ERP"));
    tokens::insert_key(
        tx,
        &ApiKey { hash, company_id, label, created: now(), revoked: None, created_by: some("a1"), last_used: None },
    )?;
    log.note("foreign key", &tokens::revoke_key(tx, "k1", "c2", now())?);
    let (actor, kind, subject, body) = (text("a1"), text("MASUK"), text("a1"), text("{}"));
    let company_id = some("c1");
    audit::append(tx, &audit::AuditEvent { id: text("e1"), at: now(), actor, kind, subject, body, company_id })?;
    identity(tx, log)
}

fn identity(tx: &mut dyn Tx, log: &mut Log) -> Result<(), Fault> {
    let session = Session {
        hash: text("s1"),
        id: text("i1"),
        account_id: text("a1"),
        step: SessionStep::Faktor,
        address: text("192.0.2.1"),
        agent: text("peramban"),
        client_id: None,
        pending: None,
        fresh: None,
        created: now(),
        seen: now(),
        expires: after(60),
        ended: None,
    };
    sessions::insert(tx, &session)?;
    sessions::set_pending(tx, "s1", &[1, 2])?;
    log.note("pending", &sessions::live(tx, "s1", now())?);
    let renewed = Session { hash: text("s2"), step: SessionStep::Selesai, fresh: Some(after(1)), ..session };
    log.note("renew", &(sessions::renew(tx, "s1", &renewed)?, sessions::renew(tx, "s1", &renewed)?));
    log.note("over", &sessions::live(tx, "s2", after(60))?);
    log.note("end", &(sessions::end_one(tx, "i1", "a2", now())?, sessions::end_all(tx, "a1", "", after(2))?));
    factors::replace(tx, "a1", &[text("h1"), text("h2")])?;
    log.note("code", &(factors::take(tx, "a1", "h1", now())?, factors::take(tx, "a1", "h1", now())?));
    log.note("codes", &factors::left(tx, "a1")?);
    log.note("passkey", &(passkeys::insert(tx, &passkey())?, passkeys::insert(tx, &passkey())?));
    log.note("counter", &(passkeys::note_used(tx, "p1", 5, now())?, passkeys::note_used(tx, "p1", 5, now())?));
    log.note("renamed", &(passkeys::rename(tx, "p1", "a1", "biru")?, passkeys::rename(tx, "p1", "a2", "merah")?));
    log.note("removed", &(passkeys::remove(tx, "p1", "a2")?, passkeys::count(tx, "a1")?));
    log.note("passkeys", &(passkeys::of_account(tx, "a1", 9)?, passkeys::by_credential(tx, "a1", "kredensial")?));
    registrations::insert(tx, &registration())?;
    registrations::decide(tx, "r1", "DIKIRIM", Some("{}"), after(1))?;
    log.note("registration", &registrations::for_update(tx, "r1")?);
    for hash in ["l1", "l2"] {
        links::issue(tx, &link(hash))?;
    }
    log.note("older link", &links::live(tx, "l1", "RESET", now())?);
    log.note("link", &(links::take(tx, "l2", after(1))?, links::take(tx, "l2", after(1))?));
    let hits = [0, 1, 70].map(|second| throttle::hit(tx, "masuk", after(second), after(second - 60)).unwrap());
    log.note("hits", &hits);
    throttle::wait(tx, "masuk", after(90))?;
    log.note("kuasa", &(kuasa::insert(tx, &power())?, kuasa::insert(tx, &Kuasa { id: text("p2"), ..power() })?));
    log.note("in force", &kuasa::live(tx, "c2", "c1", bc11())?);
    log.note("too early", &kuasa::live(tx, "c2", "c1", bc11().yesterday().unwrap())?);
    log.note("revoke", &kuasa::revoke(tx, ("p1", "c2"), "a1", "bukan miliknya", now())?);
    approvals::insert(tx, &approval())?;
    log.note("decide", &approvals::decide(tx, "v1", ApprovalState::Disetujui, "a2", None, after(1))?);
    log.note("history", &audit::of_company(tx, "c1", &audit::Page { limit: 9, ..audit::Page::default() })?);
    Ok(())
}

fn documents(tx: &mut dyn Tx, log: &mut Log) -> Result<(), Fault> {
    for number in 1..=3 {
        log.note("declaration", &declarations::insert(tx, &draft(number))?);
    }
    log.note("aju taken", &declarations::insert(tx, &Declaration { id: text("d9"), ..draft(1) })?);
    let mut root = declarations::for_update(tx, "d1")?.unwrap();
    (root.status, root.tanggal_daftar, root.updated) = (text("TERDAFTAR"), Some(bc11()), after(9));
    declarations::save(tx, &mut root)?;
    let lines: Vec<_> = (1..=9).map(|seq| (text("barang"), seq, format!("{{\"seri\":{seq}}}"))).collect();
    parts::put_all(tx, "d1", &lines)?;
    parts::put_all(tx, "d1", &lines[..2])?;
    parts::delete(tx, "d1", "barang", 9)?;
    let event = events::Event {
        declaration_id: text("d1"),
        seq: 0,
        id: text("ev1"),
        jenis: text("DIREKAM"),
        kode_proses: None,
        keterangan: None,
        body: text("{}"),
        actor: text("a1"),
        at: now(),
    };
    log.note("event", &events::append(tx, &event)?);
    log.note("frozen", &frozen::freeze(tx, "d1", b"{}", "lodged", now())?);
    let issued = Respon {
        id: text("r1"),
        declaration_id: text("d1"),
        seri: some("respon/040300/2026"),
        kode_respon: text("2003"),
        nomor_respon: some("000001/KBC.0403/2026"),
        at: now(),
        title: text("SPPB"),
        data: text("{}"),
        pesan: text("[]"),
        superseded_by: None,
        verify_code: text("V1"),
    };
    respon::insert(tx, &issued)?;
    let sha256 = blobs::put(tx, b"%PDF-0", "application/pdf", now())?;
    attachments::insert(tx, &attachment(sha256))?;
    log.note("attachments", &attachments::of_declaration(tx, "d1", 9)?);
    log.note("attachment", &(attachments::one(tx, "d1", "f1")?, attachments::one(tx, "d2", "f1")?));
    blobs::put_letter(tx, "r1", b"%PDF-1", now())?;
    blobs::put_letter(tx, "r1", b"%PDF-2", now())?;
    log.note("bl", &manifest::take_bl(tx, "c1", "BL-1", bc11(), "d1")?);
    log.note("bl again", &manifest::take_bl(tx, "c1", "BL-1", bc11(), "d2")?);
    let task = OfficerTask {
        id: text("o1"),
        declaration_id: text("d1"),
        function: text("PFPB"),
        office: text("040300"),
        since: now(),
        due: None,
        taken_by: None,
        taken_at: None,
        done_by: None,
        done_at: None,
    };
    log.note("task", &(tasks::open(tx, &task)?, tasks::open(tx, &OfficerTask { id: text("o2"), ..task.clone() })?));
    log.note("take", &(tasks::take(tx, "o1", "a2", now())?, tasks::take(tx, "o1", "a1", now())?));
    log.note(
        "done",
        &(tasks::done(tx, "d1", "PFPB", Some("a2"), after(5))?, tasks::done(tx, "d1", "PFPB", None, now())?),
    );
    log.note("open again", &tasks::open(tx, &OfficerTask { id: text("o3"), ..task })?);
    Ok(())
}

fn treasury(tx: &mut dyn Tx, log: &mut Log) -> Result<(), Fault> {
    let bill = Bill {
        id: text("b1"),
        declaration_id: text("d1"),
        kind: BillingKind::Pib,
        request_id: text("q1"),
        kode_billing: None,
        amount: Rupiah(12_345_000),
        lines: text("[]"),
        status: BillState::Requested,
        expires: after(86_400),
        ntpn: None,
        paid_at: None,
        payments: text("[]"),
        created: now(),
        version: 1,
    };
    log.note("bill", &(billing::insert(tx, &bill)?, billing::insert(tx, &Bill { id: text("b2"), ..bill.clone() })?));
    let mut open = bill;
    (open.kode_billing, open.status) = (some("820260302000001"), BillState::Open);
    billing::save(tx, &mut open)?;
    log.note("due", &billing::in_state(tx, BillState::Open, after(86_400), 9)?);
    let quota = Quota {
        id: text("u1"),
        company_id: text("c1"),
        kind: text("911"),
        number: text("SKEP-1"),
        item: text(""),
        unit: text("KGM"),
        granted: 1000,
        used: 0,
        valid_from: Some(bc11()),
        valid_to: None,
    };
    log.note("quota", &(quotas::insert(tx, &quota)?, quotas::insert(tx, &Quota { id: text("u2"), ..quota })?));
    log.note("take", &(quotas::take(tx, "u1", "d1", 600)?, quotas::take(tx, "u1", "d1", 600)?));
    log.note("too much", &quotas::take(tx, "u1", "d2", 401)?);
    log.note("rest", &quotas::take(tx, "u1", "d2", 400)?);
    quotas::give_back(tx, "d1")?;
    log.note("balance", &quotas::of_company(tx, "c1", 9)?);
    log.note("number", &(counters::next_number(tx, "s")?, counters::next_number(tx, "s")?));
    idempotency::begin(tx, "c1", "k", "h", now())?;
    idempotency::finish(tx, "c1", "k", &idempotency::Answer { status: 200, body: text("{}") })
}

fn machinery(tx: &mut dyn Tx, log: &mut Log) -> Result<(), Fault> {
    for (id, seconds) in [("j1", 0), ("j2", -5), ("j3", 60)] {
        let (kind, payload, declaration_id) = (text("INSW"), text("{}"), some("d1"));
        let job = NewJob { id: text(id), kind, key: some(id), payload, run_at: after(seconds), declaration_id };
        jobs::enqueue(tx, &job, now())?;
    }
    log.note("claim", &jobs::claim(tx, "w", now(), after(30), 9)?);
    jobs::complete(tx, "j2", "w", after(1))?;
    jobs::bury(tx, "j1", "w", "ditolak", after(1))?;
    let (recipient, subject, body) = (text("budi@contoh.id"), text("000020"), text("Ada respon."));
    mails::put(tx, &StoredMail { id: text("m1"), recipient, subject, body, at: now() })?;
    let mut pos = ManifestPos {
        office: text("040300"),
        number: text("000123"),
        date: bc11(),
        pos: text("000100000000"),
        body: text("{}"),
        status: text("TERBUKA"),
        matched_declaration: None,
        version: 1,
    };
    log.note("pos", &(manifest::put(tx, &pos)?, manifest::put(tx, &pos)?));
    area_work::paper(tx, &pos)?;
    (pos.version, pos.status, pos.matched_declaration) = (2, text("COCOK"), some("d1"));
    manifest::save(tx, &mut pos)?;
    log.note("matched", &manifest::put(tx, &pos)?);
    let tables = |rate: &str| [(text("kurs"), rate.as_bytes().to_vec()), (text("tarif"), b"hs8".to_vec())];
    log.note("snapshot", &reference::add(tx, &tables("1"), "awal", "a1", now())?);
    log.note("snapshot", &reference::add(tx, &tables("2"), "minggu 2", "a1", after(1))?);
    Ok(())
}

/// Fills every table and returns what the calls answered.
pub fn write_all(db: &Db) -> Vec<String> {
    db.write(|tx| -> Result<Vec<String>, Fault> {
        let mut log = Log::default();
        people(tx, &mut log)?;
        documents(tx, &mut log)?;
        treasury(tx, &mut log)?;
        machinery(tx, &mut log)?;
        area_work::write(tx, &mut log)?;
        Ok(log.0)
    })
    .unwrap()
}

fn lists(tx: &mut dyn Tx, log: &mut Log) -> Result<(), Fault> {
    let ids = |rows: Vec<Declaration>| rows.into_iter().map(|row| row.id).collect::<Vec<_>>().join(" ");
    let page = Page { limit: 2, ..Page::default() };
    let below = Some((after(3), text("d3")));
    for scope in [Scope::Company(text("c1")), Scope::Company(text("c2")), Scope::Office(text("040300")), Scope::All] {
        log.note("page 1", &ids(declaration_lists::list(tx, &scope, &page)?));
        log.note("page 2", &ids(declaration_lists::list(tx, &scope, &Page { below: below.clone(), ..page.clone() })?));
        let drafts = Page { status: some("DRAFT"), ..page.clone() };
        log.note("drafts", &ids(declaration_lists::list(tx, &scope, &drafts)?));
        let found = Page { nomor_aju: some(&draft(2).nomor_aju[..26]), ..page.clone() };
        log.note("found", &ids(declaration_lists::list(tx, &scope, &found)?));
        log.note("counts", &declaration_lists::count_by_status(tx, &scope)?);
    }
    log.note("overdue", &ids(declaration_lists::overdue(tx, after(3600), 9)?));
    log.note("deadline", &declaration_lists::next_deadline(tx)?);
    Ok(())
}

/// Reads everything back.
pub fn read_all(db: &Db) -> Vec<String> {
    db.read(|tx| -> Result<Vec<String>, Fault> {
        let mut log = Log::default();
        lists(tx, &mut log)?;
        log.note("companies", &companies::list(tx, "", 9)?);
        log.note("company", &(companies::by_id(tx, "c1")?, companies::by_code(tx, "000002")?));
        log.note("accounts", &(accounts::of_company(tx, "c1", 9)?, accounts::of_office(tx, "040300", 9)?));
        log.note("account", &accounts::by_id(tx, "a2")?);
        log.note("token", &tokens::live(tx, "t1", TokenKind::Access, after(299))?);
        log.note("keys", &(tokens::keys_of_company(tx, "c1", 9)?, tokens::live_key(tx, "k1")?));
        log.note("audit", &(audit::latest(tx, 9)?, audit::of_subject(tx, "a1", 9)?));
        log.note("declaration", &declarations::by_id(tx, "d1")?);
        log.note("lines", &(parts::lines(tx, "d1", "barang", 2, 3)?, parts::one(tx, "d1", "barang", 1)?));
        log.note("events", &events::load(tx, "d1", 0, 9)?);
        log.note("frozen", &(frozen::latest(tx, "d1")?, frozen::one(tx, "d1", 1)?));
        log.note("respon", &(respon::of_declaration(tx, "d1")?, respon::latest(tx, "d1", "2003")?));
        log.note("verified", &respon::by_verify_code(tx, "V1")?);
        log.note("letter", &blobs::letter(tx, "r1")?);
        log.note("bills", &(billing::of_declaration(tx, "d1")?, billing::by_code(tx, "820260302000001")?));
        log.note("bl", &manifest::find_bl(tx, "c1", "BL-1", bc11())?);
        log.note("pos", &manifest::find(tx, "040300", "000123", bc11(), "000100000000")?);
        log.note("manifest", &manifest::of_manifest(tx, ("040300", "000123", bc11()), "", 9)?);
        log.note("tasks", &(tasks::of_declaration(tx, "d1")?, tasks::queue(tx, "040300", "PFPB", 9)?));
        log.note("jobs", &(jobs::of_declaration(tx, "d1", 9)?, jobs::in_state(tx, JobState::Dead, 9)?));
        log.note("mails", &mails::latest(tx, 9)?);
        let latest = reference::latest(tx)?.unwrap();
        let tables = reference::tables(tx, latest.version)?;
        log.note("reference", &(reference::list(tx, 9)?, reference::bytes(tx, &tables[0].sha256)?, tables));
        area_work::read(tx, &mut log)?;
        Ok(log.0)
    })
    .unwrap()
}

#[test]
fn both_engines_say_the_same() {
    let (sqlite, postgres) = (fresh(Engine::Sqlite), fresh(Engine::Postgres));
    let (written, found) = (write_all(&sqlite), read_all_and_check(&sqlite));
    assert_eq!(written, write_all(&postgres));
    assert_eq!(found, read_all_and_check(&postgres));
    let expect = |line: &str| assert!(written.iter().any(|found| found == line), "{line} not in {written:#?}");
    for line in [
        "taken: false",
        "user name taken: false",
        "expired: None",
        "other kind: None",
        "revoke: (true, false)",
        "foreign key: false",
        "aju taken: false",
        "bl: \"d1\"",
        "bl again: \"d1\"",
        "task: (true, false)",
        "take: (true, false)",
        "done: (true, false)",
        "open again: true",
        "bill: (true, false)",
        "too much: false",
        "rest: true",
        "number: (1, 2)",
        "pos: (true, true)",
        "matched: false",
        "snapshot: 2",
        "foreign view: false",
        "amendment: (true, false)",
        "unread: 1",
        "desk saves: [true, true, false]",
        "asked: (true, false)",
        "foreign office: None",
        "decided: (true, false)",
        "last: (3, 0)",
        "delivered: (true, false)",
        "given up: true",
        "tokens: [true, false, true, false]",
    ] {
        expect(line);
    }
}

fn read_all_and_check(db: &Db) -> Vec<String> {
    let found = read_all(db);
    let lists: Vec<&str> = found.iter().take(10).map(String::as_str).collect();
    assert_eq!(
        lists,
        [
            "page 1: \"d1 d3\"",
            "page 2: \"d2\"",
            "drafts: \"d3 d2\"",
            "found: \"d2\"",
            "counts: [(\"DRAFT\", 2), (\"TERDAFTAR\", 1)]",
            "page 1: \"d2\"",
            "page 2: \"d2\"",
            "drafts: \"d2\"",
            "found: \"d2\"",
            "counts: [(\"DRAFT\", 1)]",
        ]
    );
    found
}
