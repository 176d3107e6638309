//! Operators: officers under four eyes, and dead jobs.

use app::account::{invite, session};
use app::operate::approvals::{self, Standing};
use app::operate::calendar::{self, ClosedForm, HoursForm};
use app::operate::import;
use app::operate::jobs;
use app::operate::officers::{self, OfficerChange, OfficerForm};
use app::reference::Incoming;
use app::{Actor, App, Error, Role};
use store::jobs::NewJob;
use testkit::{House, on_both};

use crate::support::{PASSWORD, accept_form, enter, enter_with, fields, mail, mails, settle, token};

fn officer(email: &str, role: &str) -> OfficerForm {
    OfficerForm { email: email.into(), nama: "Ketut Contoh".into(), role: role.into(), office: "040300".into() }
}

/// A second operator, as the command line makes one.
fn second(house: &House) -> Actor {
    officers::create_now(&house.app, "uji", &officer("operator.dua@contoh.example", "OPERATOR")).unwrap();
    let link = token(&mail(house, "operator.dua@contoh.example", 1));
    assert!(invite::peek(&house.app, &link).unwrap().officer);
    invite::accept(&house.app, &link, &accept_form("operator.dua")).unwrap();
    enter_with(house, "operator.dua", PASSWORD).1.actor
}

on_both! {
    fn an_officers_rights_need_two_operators(house) {
        let (first, other) = (house.actor("operator"), second(house));
        let asked = officers::request_create(&house.app, &first, &officer("ketut@contoh.example", "PPD")).unwrap();
        settle(house);
        assert!(mails(house, "ketut@contoh.example").is_empty(), "nothing before the approval");
        let own = approvals::approve(&house.app, &first, &asked);
        assert!(matches!(own, Err(Error::Denied(_))));
        assert!(approvals::pending(&house.app, &first).unwrap()[0].mine);
        assert!(!approvals::pending(&house.app, &other).unwrap()[0].mine);
        approvals::approve(&house.app, &other, &asked).unwrap();
        assert!(matches!(approvals::approve(&house.app, &other, &asked), Err(Error::NotFound)), "once");
        let link = token(&mail(house, "ketut@contoh.example", 1));
        let page = invite::peek(&house.app, &link).unwrap();
        assert_eq!((page.pengundang.as_str(), page.minimal), ("Kantor 040300", 15));
        invite::accept(&house.app, &link, &accept_form("ketut")).unwrap();
        let (secret, signed) = enter_with(house, "ketut", PASSWORD);
        assert_eq!((signed.actor.role, signed.actor.office.as_deref()), (Role::Ppd, Some("040300")));

        let id = signed.actor.account_id.clone();
        let change = OfficerChange { role: Some("HANGGAR".into()), ..OfficerChange::default() };
        let asked = officers::request_change(&house.app, &other, &id, &change).unwrap();
        assert_eq!(session::resume(&house.app, &secret).unwrap().actor.role, Role::Ppd);
        approvals::approve(&house.app, &first, &asked).unwrap();
        assert!(session::resume(&house.app, &secret).is_err(), "nobody goes on with what he was");
        assert_eq!(enter_with(house, "ketut", PASSWORD).1.actor.role, Role::Hanggar);
        let change = OfficerChange { active: Some(false), ..OfficerChange::default() };
        let asked = officers::request_change(&house.app, &first, &id, &change).unwrap();
        approvals::reject(&house.app, &other, &asked, "belum perlu").unwrap();
        enter_with(house, "ketut", PASSWORD);
        assert!(approvals::pending(&house.app, &first).unwrap().is_empty());
    }

    fn only_operators_and_only_officers(house) {
        let operator = house.actor("operator");
        for username in ["ppd", "kepala", "importir"] {
            let denied = officers::request_create(&house.app, &house.actor(username), &officer("a@b.example", "PPD"));
            assert!(matches!(denied, Err(Error::Denied(_))));
            assert!(matches!(approvals::pending(&house.app, &house.actor(username)), Err(Error::Denied(_))));
        }
        let trader = house.actor("importir").account_id;
        let change = OfficerChange { role: Some("PPD".into()), ..OfficerChange::default() };
        let foreign = officers::request_change(&house.app, &operator, &trader, &change);
        assert!(matches!(foreign, Err(Error::NotFound)));
        for role in ["PENGGUNA_JASA", "RAJA", ""] {
            assert_eq!(fields(officers::create_now(&house.app, "uji", &officer("a@b.example", role))), ["role"]);
        }
        let nowhere = OfficerForm { office: "x".into(), ..officer("a@b.example", "PPD") };
        assert_eq!(fields(officers::create_now(&house.app, "uji", &nowhere)), ["office"]);
        assert_eq!(officers::list(&house.app, &operator).unwrap().len(), 9);
    }

    fn reference_data_need_two_operators(house) {
        let (first, other) = (house.actor("operator"), second(house));
        let bad = Incoming { name: "kurs.csv".into(), bytes: b"bukan,referensi\n1,2\n".to_vec() };
        let (none, report) = import::request(&house.app, &first, &[bad]).unwrap();
        assert!(none.is_none() && report.refused());
        let (none, report) = import::request(&house.app, &first, &app::reference::starter()).unwrap();
        assert!(none.is_none() && !report.refused(), "what holds already needs no approval");
        let before = app::publik::service_status(&house.app).unwrap().reference.unwrap().version;
        let (asked, _) = import::request(&house.app, &first, &[holiday("2027-03-01")]).unwrap();
        let asked = asked.unwrap();
        let effect = import::effect(&house.app, &other, &asked).unwrap().unwrap();
        assert_eq!(effect.tables[0].diff.added, 1);
        assert!(matches!(approvals::approve(&house.app, &first, &asked), Err(Error::Denied(_))));
        approvals::approve(&house.app, &other, &asked).unwrap();
        settle(house);
        assert_eq!(approvals::one(&house.app, &first, &asked).unwrap().standing, Standing::Done);
        assert_eq!(app::publik::service_status(&house.app).unwrap().reference.unwrap().version, before + 1);
        let (withdrawn, _) = import::request(&house.app, &first, &[holiday("2027-03-02")]).unwrap();
        let withdrawn = withdrawn.unwrap();
        assert!(matches!(approvals::withdraw(&house.app, &other, &withdrawn), Err(Error::NotFound)));
        approvals::withdraw(&house.app, &first, &withdrawn).unwrap();
        assert!(matches!(approvals::approve(&house.app, &other, &withdrawn), Err(Error::NotFound)));
        assert_eq!(approvals::decided(&house.app, &first).unwrap().len(), 2);
    }

    fn office_days_and_hours_are_dated_and_need_two_operators(house) {
        let (first, other) = (house.actor("operator"), second(house));
        let before = calendar::calendar(&house.app, &first, "050100").unwrap();
        assert_eq!((before.open.as_str(), before.close.as_str()), ("08:00", "17:00"));
        let closed = ClosedForm {
            kantor: "050100".into(),
            dari: "2026-12-01".into(),
            sampai: "2026-12-02".into(),
            nama: "Pindah gedung".into(),
            dasar: "ND-1/2026".into(),
        };
        let asked = calendar::request_closed(&house.app, &first, &closed).unwrap();
        approvals::approve(&house.app, &other, &asked).unwrap();
        let hours = |from: &str, open: &str| HoursForm {
            kantor: "050100".into(),
            buka: open.into(),
            tutup: "15:30".into(),
            mulai: from.into(),
            dasar: "ND-2/2026".into(),
        };
        let asked = calendar::request_hours(&house.app, &first, &hours("2026-11-02", "07:30")).unwrap();
        settle(house);
        approvals::approve(&house.app, &other, &asked).unwrap();
        settle(house);
        let after = calendar::calendar(&house.app, &first, "050100").unwrap();
        assert_eq!(after.open, "08:00", "not before its day");
        let own: Vec<String> = after.closed.iter().filter(|d| d.own).map(|d| d.date.to_string()).collect();
        assert_eq!(own, ["2026-12-01", "2026-12-02"]);
        assert!(calendar::calendar(&house.app, &first, "").unwrap().closed.iter().all(|d| !d.own));
        assert!(matches!(calendar::calendar(&house.app, &first, "999999"), Err(Error::NotFound)));
        let asked = calendar::request_hours(&house.app, &first, &hours("2026-11-16", "07:00")).unwrap();
        approvals::approve(&house.app, &other, &asked).unwrap();
        settle(house);
        let rows = calendar::calendar(&house.app, &first, "050100").unwrap().changes;
        let opens: Vec<_> = rows.iter().filter(|c| c.own && !c.closes).map(|c| (c.from.as_str(), c.until.as_str())).collect();
        assert_eq!(opens, [("2026-11-02", "2026-11-15"), ("2026-11-16", "")]);
        assert_eq!(fields(calendar::request_hours(&house.app, &first, &hours("2026-11-16", "16:00"))), ["tutup"]);
        assert_eq!(fields(calendar::request_hours(&house.app, &first, &hours("2020-01-01", "x"))), ["mulai", "buka"]);
        let none = ClosedForm { kantor: "1".into(), ..ClosedForm::default() };
        assert_eq!(fields(calendar::request_closed(&house.app, &first, &none)), ["kantor", "nama", "dasar", "dari"]);
        let denied = calendar::request_closed(&house.app, &house.actor("ppd"), &closed);
        assert!(matches!(denied, Err(Error::Denied(_))));
    }

    fn dead_jobs_are_revived(house) {
        let operator = house.actor("operator");
        let now = house.app.now();
        let job = NewJob {
            id: "j1".into(),
            kind: "tidak-ada".into(),
            key: None,
            payload: "{}".into(),
            run_at: now + jiff::SignedDuration::from_hours(100),
            declaration_id: None,
        };
        house.app.db().write(move |tx| {
            store::jobs::enqueue(tx, &job, now)?;
            tx.execute(store::Sql::adhoc("UPDATE job SET state = 'dead' WHERE id = 'j1'"), &[]).map(drop)
        }).unwrap();
        assert_eq!(jobs::dead(&house.app, &operator).unwrap()[0].kind, "tidak-ada");
        assert!(matches!(jobs::dead(&house.app, &house.actor("ppd")), Err(Error::Denied(_))));
        jobs::revive(&house.app, &operator, "j1").unwrap();
        assert!(matches!(jobs::revive(&house.app, &operator, "j1"), Err(Error::NotFound)));
        let (_, signed) = enter(house, "operator");
        assert_eq!(signed.actor.role, Role::Operator);
    }
}

fn holiday(day: &str) -> Incoming {
    let bytes = format!("tanggal,nama,jenis,catatan\n{day},Libur contoh,libur nasional,\n").into_bytes();
    Incoming { name: "libur.csv".into(), bytes }
}

#[test]
fn an_approved_import_outlives_the_process() {
    // Ports of a house, a database of its own, and nobody who works on jobs.
    let house = House::sqlite();
    let db = store::Db::open("sqlite::memory:").unwrap();
    db.migrate(house.app.now()).unwrap();
    let start = || App::new(db.clone(), house.app.ports().clone(), house.app.settings().clone());
    let app = start();
    let people = app::demo::prepare(&app, None).unwrap();
    let actor = |name: &str| {
        let person = people.iter().find(|person| person.username == name).unwrap();
        let session = app::account::login(&app, name, &person.password).unwrap();
        app::account::authenticate(&app, &session.access_token).unwrap()
    };
    let first = actor("operator");
    let other = Actor { account_id: actor("ppd").account_id, ..first.clone() };
    let version = |app: &App| app::publik::service_status(app).unwrap().reference.unwrap().version;
    while app::jobs::run_due(&app, "dahulu").unwrap() > 0 {}
    let before = version(&app);
    let ask = |day: &str| import::request(&app, &first, &[holiday(day)]).unwrap().0.unwrap();
    let standing = |app: &App, id: &str| approvals::one(app, &first, id).unwrap().standing;

    // The process ends right after the approval.
    let asked = ask("2027-03-03");
    approvals::approve(&app, &other, &asked).unwrap();
    assert_eq!((version(&app), standing(&app, &asked)), (before, Standing::Running));
    let again = start();
    assert_eq!(app::jobs::run_due(&again, "kemudian").unwrap(), 1);
    assert_eq!((version(&again), standing(&again, &asked)), (before + 1, Standing::Done));
    assert_eq!(app::jobs::run_due(&again, "kemudian").unwrap(), 0, "once");

    // The worker ends while it imports: its lease runs out, and another one begins anew.
    let asked = ask("2027-03-04");
    approvals::approve(&app, &other, &asked).unwrap();
    let (now, lease) = (app.now(), app.now() + jiff::SignedDuration::from_secs(120));
    let held = db.write(move |tx| store::jobs::claim(tx, "mati", now, lease, 4)).unwrap();
    assert_eq!(held.len(), 1);
    assert_eq!(app::jobs::run_due(&again, "kemudian").unwrap(), 0);
    house.clock.pass(std::time::Duration::from_secs(121));
    assert_eq!(app::jobs::run_due(&again, "kemudian").unwrap(), 1);
    assert_eq!(version(&again), before + 2);

    // What no longer fits when its turn comes is shown, not lost.
    let closed = |nama: &str| ClosedForm {
        kantor: "050100".into(),
        dari: "2026-12-01".into(),
        sampai: "2026-12-03".into(),
        nama: nama.into(),
        dasar: "ND-1/2026".into(),
    };
    let one = calendar::request_closed(&app, &first, &closed("Banjir")).unwrap();
    let two =
        calendar::request_closed(&app, &first, &ClosedForm { dari: "2026-12-02".into(), ..closed("Pindah") }).unwrap();
    for id in [&one, &two] {
        approvals::approve(&app, &other, id).unwrap();
    }
    while app::jobs::run_due(&again, "kemudian").unwrap() > 0 {}
    assert_eq!(standing(&again, &one), Standing::Done);
    assert!(matches!(standing(&again, &two), Standing::Failed(why) if why.contains("minta impor baru")));
    assert_eq!(jobs::dead(&again, &first).unwrap().len(), 1);
}
