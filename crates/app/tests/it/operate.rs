//! Operators: officers under four eyes, and dead jobs.

use app::account::{invite, session};
use app::operate::approvals;
use app::operate::jobs;
use app::operate::officers::{self, OfficerChange, OfficerForm};
use app::reference::Incoming;
use app::{Actor, Error, Role};
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
        let (none, report) = approvals::request_import(&house.app, &first, &[bad]).unwrap();
        assert!(none.is_none() && report.refused());
        let good = app::reference::starter();
        let (asked, report) = approvals::request_import(&house.app, &first, &good).unwrap();
        assert!(!report.refused());
        let asked = asked.unwrap();
        assert!(matches!(approvals::approve(&house.app, &first, &asked), Err(Error::Denied(_))));
        approvals::approve(&house.app, &other, &asked).unwrap();
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
