//! The second factor.

use std::time::Duration;

use app::access::{Ready, Rights};
use app::account::session::{self, Step};
use app::account::{enter, factor, reset};
use app::company::users;
use app::{App, Error};
use testkit::{House, on_both};
use totp_rs::{Builder, Secret};

use crate::support::{PASSWORD, colleague, home, mail, mails, strict, token};

/// What an authenticator application shows now.
fn code(house: &House, key: &str) -> String {
    let secret = Secret::try_from_base32(key).unwrap();
    let seconds = u64::try_from(house.app.now().as_second()).unwrap();
    Builder::new().with_secret(secret).build().unwrap().generate(seconds).to_string()
}

fn open(app: &App, house: &House, username: &str) -> session::Opened {
    enter::login(app, username, &house.person(username).password, &home()).unwrap()
}

/// Sets an application up; the key and the recovery codes.
fn enrol(app: &App, house: &House, username: &str) -> (String, Vec<String>) {
    let first = open(app, house, username);
    let enrolment = factor::begin_totp(app, &first.secret).unwrap();
    let (opened, codes) = factor::confirm_totp(app, &first.secret, &code(house, &enrolment.key)).unwrap();
    assert_eq!(opened.step, Step::Done);
    assert!(session::resume(app, &first.secret).is_err(), "a new cookie");
    house.pass(Duration::from_mins(2));
    (enrolment.key, codes)
}

on_both! {
    fn officers_and_admins_must_have_one(house) {
        let app = strict(house);
        for username in ["ppd", "operator", "importir"] {
            let opened = open(&app, house, username);
            assert_eq!(opened.step, Step::Enrol);
            assert!(matches!(session::resume(&app, &opened.secret), Err(Error::Unauthenticated)), "no page but that one");
            assert_eq!(session::waiting(&app, &opened.secret).unwrap().step, Step::Enrol);
        }
        assert_eq!(open(&house.app, house, "ppd").step, Step::Done, "the demo's people are exempt");
        let (_, codes) = enrol(&app, house, "ppd");
        assert_eq!(codes.len(), 10);
        assert_eq!(open(&app, house, "ppd").step, Step::Factor);
        assert_eq!(mail(house, "ppd@contoh.example", 1).subject, "Faktor kedua dipasang");
    }

    fn whoever_becomes_admin_sets_one_up_first(house) {
        let app = strict(house);
        let id = colleague(house, "importir", "wayan", &Ready::Pembaca.rights());
        let opened = enter::login(&app, "wayan", PASSWORD, &home()).unwrap();
        assert_eq!(opened.step, Step::Done);
        session::resume(&app, &opened.secret).unwrap();
        users::set_rights(&app, &house.actor("importir"), &id, &Rights::admin()).unwrap();
        assert!(session::resume(&app, &opened.secret).is_err());
        assert_eq!(session::waiting(&app, &opened.secret).unwrap().step, Step::Enrol);
    }

    fn each_code_counts_once(house) {
        let (key, _) = enrol(&house.app, house, "importir");
        let opened = open(&house.app, house, "importir");
        assert!(session::resume(&house.app, &opened.secret).is_err());
        let pass = |secret: &str, code: &str| enter::factor(&house.app, secret, code, &home());
        assert!(matches!(pass(&opened.secret, "000000"), Err(Error::BadCredentials)));
        let now = code(house, &key);
        let done = pass(&opened.secret, &now).unwrap();
        assert!(session::resume(&house.app, &opened.secret).is_err());
        session::resume(&house.app, &done.secret).unwrap();
        let other = open(&house.app, house, "importir");
        assert!(matches!(pass(&other.secret, &now), Err(Error::BadCredentials)), "replayed");
        house.pass(Duration::from_mins(1));
        pass(&other.secret, &code(house, &key)).unwrap();
    }

    fn guessing_codes_is_limited(house) {
        let (key, _) = enrol(&house.app, house, "importir");
        let opened = open(&house.app, house, "importir");
        for n in 0..10 {
            let wrong = enter::factor(&house.app, &opened.secret, &format!("00000{n}"), &home());
            assert!(matches!(wrong, Err(Error::BadCredentials)), "{wrong:?}");
        }
        let over = enter::factor(&house.app, &opened.secret, &code(house, &key), &home());
        assert!(matches!(over, Err(Error::Throttled { .. })), "{over:?}");
        house.pass(Duration::from_mins(16));
        enter::factor(&house.app, &opened.secret, &code(house, &key), &home()).unwrap();
    }

    fn a_recovery_code_opens_once(house) {
        let (_, codes) = enrol(&house.app, house, "importir");
        let opened = open(&house.app, house, "importir");
        let done = enter::factor(&house.app, &opened.secret, &codes[0].to_lowercase(), &home()).unwrap();
        let signed = session::resume(&house.app, &done.secret).unwrap();
        assert_eq!(factor::status(&house.app, &signed).unwrap().recovery_left, 9);
        let second = open(&house.app, house, "importir");
        assert!(enter::factor(&house.app, &second.secret, &codes[0], &home()).is_err());
        let fresh = factor::new_recovery_codes(&house.app, &signed).unwrap();
        assert!(enter::factor(&house.app, &second.secret, &codes[1], &home()).is_err(), "the old ones are dead");
        enter::factor(&house.app, &second.secret, &fresh[1], &home()).unwrap();
        mail(house, "importir@contoh.example", 3);
        // Two workers send them, in whatever order.
        let all = mails(house, "importir@contoh.example");
        let used = all.iter().filter(|mail| mail.subject == "Kode pemulihan dipakai").count();
        assert_eq!(used, 2);
    }

    fn it_outlives_a_new_password(house) {
        let (key, _) = enrol(&house.app, house, "importir");
        // The notice of the new factor is there first, whichever worker sends it.
        mail(house, "importir@contoh.example", 1);
        reset::request(&house.app, "importir@contoh.example", &home()).unwrap();
        let link = token(&mail(house, "importir@contoh.example", 2));
        reset::consume(&house.app, &link, PASSWORD, PASSWORD).unwrap();
        let opened = enter::login(&house.app, "importir", PASSWORD, &home()).unwrap();
        assert_eq!(opened.step, Step::Factor);
        let done = enter::factor(&house.app, &opened.secret, &code(house, &key), &home()).unwrap();
        let app = strict(house);
        let signed = session::resume(&app, &done.secret).unwrap();
        assert!(matches!(factor::remove_totp(&app, &signed), Err(Error::Denied(_))));
        house.pass(Duration::from_mins(6));
        let signed = session::resume(&app, &done.secret).unwrap();
        assert!(matches!(factor::begin_totp(&app, &done.secret), Err(Error::Reauthenticate)));
        assert!(matches!(factor::remove_totp(&house.app, &signed), Err(Error::Reauthenticate)));
    }
}
