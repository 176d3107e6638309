//! Setting Role Akses Menu, API keys, and the company's history.

use app::Error;
use app::access::{Menu, Ready, Right, Rights, UseCase};
use app::account::session::Origin;
use app::account::{self, AccountState, enter, invite, session};
use app::company::{audit, keys, users};
use testkit::{House, on_both};

use crate::support::{PASSWORD, accept_form, colleague, enter, enter_with, fields, mail, mails, settle, token};

fn rights_of(house: &House, secret: &str) -> Rights {
    session::resume(&house.app, secret).unwrap().actor.rights
}

on_both! {
    fn rights_change_on_the_very_next_request(house) {
        let admin = house.actor("importir");
        let id = colleague(house, "importir", "wayan", &Ready::Perekam.rights());
        let (secret, signed) = enter_with(house, "wayan", PASSWORD);
        let api = account::login(&house.app, "wayan", PASSWORD).unwrap();
        let may = |case| account::authenticate(&house.app, &api.access_token).unwrap().may(case);
        assert!(signed.actor.may(UseCase::RecordDeclaration).is_ok() && may(UseCase::RecordDeclaration).is_ok());
        assert!(may(UseCase::SubmitDeclaration).is_err() && may(UseCase::ManageUsers).is_err());
        assert!(matches!(users::list(&house.app, &signed.actor), Err(Error::Denied(_))));
        let mut rights = Ready::Pembaca.rights();
        rights.set(Menu::Dokumen, Right::Kirim, true);
        users::set_rights(&house.app, &admin, &id, &rights).unwrap();
        assert_eq!(rights_of(house, &secret), rights);
        assert!(may(UseCase::SubmitDeclaration).is_ok() && may(UseCase::RecordDeclaration).is_err());
        users::deactivate(&house.app, &admin, &id).unwrap();
        assert!(matches!(session::resume(&house.app, &secret), Err(Error::Unauthenticated)));
        assert!(account::authenticate(&house.app, &api.access_token).is_err());
        users::reactivate(&house.app, &admin, &id).unwrap();
        assert!(session::resume(&house.app, &secret).is_err(), "old sessions stay dead");
        enter_with(house, "wayan", PASSWORD);
    }

    fn the_last_admin_stays(house) {
        let admin = house.actor("importir");
        let me = admin.account_id.clone();
        let refused = |outcome: Result<(), Error>| assert!(matches!(outcome, Err(Error::Refused(_))), "{outcome:?}");
        refused(users::deactivate(&house.app, &admin, &me));
        refused(users::set_rights(&house.app, &admin, &me, &Rights::none()));
        let other = colleague(house, "importir", "admin.dua", &Rights::admin());
        users::deactivate(&house.app, &admin, &other).unwrap();
        refused(users::deactivate(&house.app, &admin, &me));
        users::reactivate(&house.app, &admin, &other).unwrap();
        users::set_rights(&house.app, &admin, &me, &Ready::Pembaca.rights()).unwrap();
        let (_, second) = enter_with(house, "admin.dua", PASSWORD);
        refused(users::deactivate(&house.app, &second.actor, &other));
    }

    fn another_company_is_not_found(house) {
        let (admin, stranger) = (house.actor("importir"), house.actor("importir-mita"));
        let theirs = stranger.account_id.clone();
        let missing = |outcome: Result<(), Error>| assert!(matches!(outcome, Err(Error::NotFound)), "{outcome:?}");
        missing(users::show(&house.app, &admin, &theirs).map(drop));
        missing(users::set_rights(&house.app, &admin, &theirs, &Rights::admin()));
        missing(users::deactivate(&house.app, &admin, &theirs));
        missing(users::reactivate(&house.app, &admin, &theirs));
        missing(users::resend(&house.app, &admin, &theirs));
        missing(users::deactivate(&house.app, &admin, &house.actor("ppd").account_id));
        assert_eq!(users::list(&house.app, &admin).unwrap().len(), 1);
    }

    fn invitations_go_to_free_addresses_only(house) {
        let admin = house.actor("importir");
        let invite_to = |email: &str| users::invite(&house.app, &admin, email, "Wayan", &Ready::Pembaca.rights());
        invite_to("ppjk@contoh.example").unwrap();
        let letter = mail(house, "ppjk@contoh.example", 1);
        assert!(letter.body.contains("sudah dipakai akun lain") && !letter.body.contains("token="));
        invite_to("wayan@contoh.example").unwrap();
        let older = token(&mail(house, "wayan@contoh.example", 1));
        invite_to("Wayan@contoh.example").unwrap();
        let link = token(&mail(house, "wayan@contoh.example", 2));
        assert!(matches!(invite::peek(&house.app, &older), Err(Error::LinkDead)));
        let page = invite::peek(&house.app, &link).unwrap();
        assert_eq!((page.pengundang.as_str(), page.minimal, page.officer), ("PT Contoh Sejahtera Abadi", 12, false));
        assert_eq!(fields(invite::accept(&house.app, &link, &accept_form("importir"))), ["username"]);
        let rows = users::list(&house.app, &admin).unwrap();
        let open: Vec<_> = rows.iter().filter(|r| r.state == AccountState::Baru).collect();
        assert_eq!(open.len(), 2);
        let id = open.iter().find(|r| r.email == "wayan@contoh.example").unwrap().id.clone();
        users::deactivate(&house.app, &admin, &id).unwrap();
        let late = invite::accept(&house.app, &link, &accept_form("wayan"));
        assert!(matches!(late, Err(Error::LinkDead)), "a withdrawn invitation: {late:?}");
        assert_eq!(fields(users::invite(&house.app, &admin, "x", "", &Rights::none())), ["email", "nama"]);
        settle(house);
        assert_eq!(mails(house, "wayan@contoh.example").len(), 2, "somebody who never came is not told");
    }

    fn keys_are_shown_once_and_die_at_once(house) {
        let (admin, stranger) = (house.actor("importir"), house.actor("importir-mita"));
        let (secret, row) = keys::create(&house.app, &admin, "ERP <gudang>").unwrap();
        assert_eq!(secret.len(), 43);
        assert_ne!(row.id, secret);
        assert_eq!(keys::company_of(&house.app, &secret).unwrap(), admin.company_id);
        let listed = keys::list(&house.app, &admin).unwrap();
        let row = listed.iter().find(|k| k.id == row.id).unwrap().clone();
        assert_eq!((row.label.as_str(), row.created_by.as_deref()), ("ERP <gudang>", Some(admin.name.as_str())));
        assert!(row.last_used.is_some());
        assert!(matches!(keys::revoke(&house.app, &stranger, &row.id), Err(Error::NotFound)));
        keys::revoke(&house.app, &admin, &row.id).unwrap();
        assert_eq!(keys::company_of(&house.app, &secret).unwrap(), None);
        assert_eq!(keys::company_of(&house.app, &house.person("importir").api_key).unwrap(), admin.company_id);
        for bad in ["", "x", &"x".repeat(10_000)] {
            assert_eq!(keys::company_of(&house.app, bad).unwrap(), None);
        }
    }

    fn the_history_is_the_companys_own(house) {
        let (_, signed) = enter(house, "importir");
        enter(house, "importir-mita");
        keys::create(&house.app, &signed.actor, "satu").unwrap();
        users::invite(&house.app, &signed.actor, "wayan@contoh.example", "Wayan", &Rights::none()).unwrap();
        let filter = |kind: Option<&str>, below: Option<String>, limit| audit::Filter {
            kind: kind.map(str::to_owned),
            below,
            limit,
            ..audit::Filter::default()
        };
        let page = audit::list(&house.app, &signed.actor, &filter(None, None, 2)).unwrap();
        let kinds = |page: &audit::AuditPage| page.rows.iter().map(|r| r.kind.clone()).collect::<Vec<_>>();
        assert_eq!(kinds(&page), ["pengguna.undang", "kunci.buat"]);
        assert_eq!(page.rows[0].subject, "Wayan");
        let rest = audit::list(&house.app, &signed.actor, &filter(None, page.next, 50)).unwrap();
        assert_eq!(kinds(&rest), ["akun.masuk"], "the other company's log-in is not there");
        assert_eq!((rest.rows[0].address.as_deref(), rest.next), (Some("192.0.2.1"), None));
        let logins = audit::list(&house.app, &signed.actor, &filter(Some("akun.masuk"), None, 50)).unwrap();
        assert_eq!(logins.rows.len(), 1);
        assert_eq!(logins.rows[0].what.id, "Masuk ke portal");

        let origin = Origin { address: "192.0.2.9".into(), ..Origin::default() };
        enter::login(&house.app, "importir", "bukan kata sandinya", &origin).unwrap_err();
        enter::login(&house.app, "importir-mita", "bukan kata sandinya", &origin).unwrap_err();
        enter::login(&house.app, "tidak-ada", "bukan kata sandinya", &origin).unwrap_err();
        let failed = audit::list(&house.app, &signed.actor, &filter(Some("akun.masuk.gagal"), None, 50)).unwrap();
        let told: Vec<_> = failed.rows.iter().map(|r| (r.subject.as_str(), r.address.as_deref())).collect();
        assert_eq!(told, [(signed.actor.name.as_str(), Some("192.0.2.9"))], "its own, and nobody else's");
    }
}
