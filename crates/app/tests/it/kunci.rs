//! Passkeys as second factors.

use std::time::Duration;

use app::account::session::{self, Signed, Step};
use app::account::{enter, factor, passkey};
use app::{App, Error, Settings};
use testkit::{Authenticator, House, on_both};

use crate::support::{home, mail};

const SITE: &str = "https://portal.contoh.example";

/// The house under a name that authenticators accept, held to second factors.
fn named(house: &House) -> App {
    let settings = Settings { base_url: SITE.into(), second_factor: true, ..house.app.settings().clone() };
    App::new(house.app.db().clone(), house.app.ports().clone(), settings)
}

fn open(app: &App, house: &House, username: &str) -> session::Opened {
    enter::login(app, username, &house.person(username).password, &home()).unwrap()
}

/// Registers a key as the first factor; the authenticator, who is in, and the recovery codes.
fn enrol(app: &App, house: &House, username: &str) -> (Authenticator, Signed, Vec<String>) {
    let one = Authenticator::new(SITE);
    let opened = open(app, house, username);
    assert_eq!(opened.step, Step::Enrol);
    let options = passkey::begin(app, &opened.secret).unwrap();
    let (done, codes) = passkey::finish(app, &opened.secret, " Kunci kantor ", &one.create(&options)).unwrap();
    assert_eq!(done.step, Step::Done);
    assert!(session::resume(app, &opened.secret).is_err(), "a new cookie");
    (one, session::resume(app, &done.secret).unwrap(), codes)
}

fn try_key(app: &App, secret: &str, one: &mut Authenticator) -> Result<session::Opened, Error> {
    let options = enter::key_request(app, secret)?.ok_or(Error::NotFound)?;
    enter::key(app, secret, &one.get(&options), &home())
}

on_both! {
    fn a_key_is_a_second_factor(house) {
        let app = named(house);
        let (mut one, signed, codes) = enrol(&app, house, "ppd");
        assert_eq!(codes.len(), 10, "the first factor comes with recovery codes");
        assert_eq!(passkey::list(&app, &signed).unwrap()[0].name, "Kunci kantor");
        assert_eq!(mail(house, "ppd@contoh.example", 1).subject, "Kunci sandi dipasang");
        let opened = open(&app, house, "ppd");
        assert_eq!(opened.step, Step::Factor);
        assert!(session::resume(&app, &opened.secret).is_err());
        let options = enter::key_request(&app, &opened.secret).unwrap().unwrap();
        let answer = one.get(&options);
        let done = enter::key(&app, &opened.secret, &answer, &home()).unwrap();
        assert!(passkey::list(&app, &session::resume(&app, &done.secret).unwrap()).unwrap()[0].used.is_some());
        assert!(enter::key(&app, &opened.secret, &answer, &home()).is_err(), "the cookie is dead");
        let other = open(&app, house, "ppd");
        assert!(matches!(enter::key(&app, &other.secret, &answer, &home()), Err(Error::BadCredentials)), "replayed");
        enter::factor(&app, &other.secret, &codes[3], &home()).unwrap();
    }

    fn a_copied_key_is_refused_and_its_owner_told(house) {
        let app = named(house);
        let (mut one, _, _) = enrol(&app, house, "ppd");
        let mut copy = one.copy();
        try_key(&app, &open(&app, house, "ppd").secret, &mut one).unwrap();
        try_key(&app, &open(&app, house, "ppd").secret, &mut one).unwrap();
        let opened = open(&app, house, "ppd");
        assert!(matches!(try_key(&app, &opened.secret, &mut copy), Err(Error::BadCredentials)));
        mail(house, "ppd@contoh.example", 2);
        assert!(house.postbox.mails().iter().any(|mail| mail.subject == "Kunci sandi Anda mungkin disalin"));
        try_key(&app, &opened.secret, &mut one).unwrap();
    }

    fn what_does_not_belong_here_is_refused(house) {
        let app = named(house);
        let (mut one, _, _) = enrol(&app, house, "ppd");
        let opened = open(&app, house, "ppd");
        one.origin = "https://portal.palsu.example".into();
        assert!(matches!(try_key(&app, &opened.secret, &mut one), Err(Error::BadCredentials)));
        one.origin = SITE.into();
        let mut stranger = Authenticator::new(SITE);
        assert!(matches!(try_key(&app, &opened.secret, &mut stranger), Err(Error::BadCredentials)));
        for junk in ["", "{}", "null", &"[".repeat(100_000), "{\"id\":\"%\"}", &"\u{e9}".repeat(40_000)] {
            assert!(matches!(enter::key(&app, &opened.secret, junk, &home()), Err(Error::BadCredentials)));
        }
        assert!(matches!(passkey::begin(&app, &opened.secret), Err(Error::Unauthenticated)), "not before the factor");
        // Another person's key opens nothing here, even when it signs this very challenge.
        let (mut theirs, _, _) = enrol(&app, house, "operator");
        assert!(matches!(try_key(&app, &opened.secret, &mut theirs), Err(Error::BadCredentials)));
    }

    fn keys_are_named_and_removed_by_their_owner_alone(house) {
        let app = named(house);
        let (mut first, signed, _) = enrol(&app, house, "ppd");
        let id = passkey::list(&app, &signed).unwrap()[0].id.clone();
        assert!(matches!(passkey::remove(&app, &signed, &id), Err(Error::Denied(_))), "the only factor of an officer");
        let (_, stranger, _) = enrol(&app, house, "operator");
        assert!(matches!(passkey::rename(&app, &stranger, &id, "milik saya"), Err(Error::NotFound)));
        assert!(matches!(passkey::remove(&app, &stranger, &id), Err(Error::NotFound)));
        let entered = try_key(&app, &open(&app, house, "ppd").secret, &mut first).unwrap();
        let second = Authenticator::new(SITE);
        let options = passkey::begin(&app, &entered.secret).unwrap();
        let (done, codes) = passkey::finish(&app, &entered.secret, "Cadangan", &second.create(&options)).unwrap();
        assert!(codes.is_empty(), "the first ones still hold");
        let again = passkey::begin(&app, &done.secret).unwrap();
        assert!(passkey::finish(&app, &done.secret, "Sama", &second.create(&again)).is_err(), "known already");
        let signed = session::resume(&app, &done.secret).unwrap();
        passkey::rename(&app, &signed, &id, "Lama").unwrap();
        passkey::remove(&app, &signed, &id).unwrap();
        let names: Vec<String> = passkey::list(&app, &signed).unwrap().into_iter().map(|key| key.name).collect();
        assert_eq!(names, ["Cadangan"]);
        let opened = open(&app, house, "ppd");
        assert!(matches!(try_key(&app, &opened.secret, &mut first), Err(Error::BadCredentials)), "removed");
        house.pass(Duration::from_mins(6));
        assert!(matches!(passkey::begin(&app, &done.secret), Err(Error::Reauthenticate)));
        assert_eq!(factor::status(&app, &signed).unwrap().keys, 1);
    }
}
