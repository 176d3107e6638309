//! Browser sessions: who gets one, who loses one, and whom strangers cannot lock out.

use std::time::Duration;

use app::Error;
use app::account::{self, enter, profile, session};
use testkit::{House, on_both};

use crate::support::{PASSWORD, elsewhere, enter, enter_with, home, mail};

fn try_in(house: &House, name: &str, password: &str, origin: &account::Origin) -> Result<session::Opened, Error> {
    enter::login(&house.app, name, password, origin)
}

fn is_dead(house: &House, secret: &str) -> bool {
    matches!(session::resume(&house.app, secret), Err(Error::Unauthenticated))
}

on_both! {
    fn strangers_cannot_lock_the_owner_out(house) {
        let right = house.person("importir").password.clone();
        for _ in 0..10 {
            house.pass(Duration::from_secs(35));
            assert!(matches!(try_in(house, "importir", "salah", &elsewhere()), Err(Error::BadCredentials)));
        }
        let guessed = try_in(house, "importir", &right, &elsewhere());
        assert!(matches!(guessed, Err(Error::BadCredentials)), "whoever fails has to wait: {guessed:?}");
        try_in(house, "Importir ", &right, &home()).unwrap();
        house.pass(Duration::from_mins(15));
        try_in(house, "importir", &right, &elsewhere()).unwrap();
    }

    fn one_address_tries_thirty_times_a_minute(house) {
        for n in 0..30 {
            assert!(matches!(try_in(house, &format!("nama{n}"), "salah", &elsewhere()), Err(Error::BadCredentials)));
        }
        assert!(matches!(try_in(house, "nama", "salah", &elsewhere()), Err(Error::Throttled { .. })));
        assert!(matches!(try_in(house, "nama", "salah", &home()), Err(Error::BadCredentials)));
        house.pass(Duration::from_mins(1));
        assert!(matches!(try_in(house, "nama", "salah", &elsewhere()), Err(Error::BadCredentials)));
    }

    fn hostile_names_are_nobody(house) {
        for name in ["", "importir\0", "' OR 1=1 --", "imp\u{43e}rtir", &"x".repeat(10_000), "<script>"] {
            assert!(matches!(try_in(house, name, "salah", &home()), Err(Error::BadCredentials)), "{name:?}");
        }
        assert!(matches!(try_in(house, "importir", &"x".repeat(10_000), &home()), Err(Error::BadCredentials)));
    }

    fn a_session_ends_idle_and_at_last_by_itself(house) {
        let (trader, _) = enter(house, "importir");
        let (officer, _) = enter(house, "ppd");
        house.pass(Duration::from_mins(14));
        session::resume(&house.app, &officer).unwrap();
        session::resume(&house.app, &trader).unwrap();
        house.pass(Duration::from_mins(16));
        assert!(is_dead(house, &officer));
        for _ in 0..17 {
            session::resume(&house.app, &trader).unwrap();
            house.pass(Duration::from_mins(27));
        }
        assert!(is_dead(house, &trader), "eight hours");
    }

    fn a_stolen_session_dies_with_the_password(house) {
        let old = house.person("importir").password.clone();
        let (stolen, _) = enter(house, "importir");
        let (own, signed) = enter(house, "importir");
        let token = account::login(&house.app, "importir", &old).unwrap();
        let wrong = profile::change_password(&house.app, &signed, "salah", PASSWORD, PASSWORD);
        assert!(matches!(wrong, Err(Error::BadCredentials)));
        profile::change_password(&house.app, &signed, &old, PASSWORD, PASSWORD).unwrap();
        assert!(is_dead(house, &stolen));
        session::resume(&house.app, &own).unwrap();
        assert!(account::authenticate(&house.app, &token.access_token).is_err(), "tokens end too");
        assert!(account::refresh(&house.app, &token.refresh_token).is_err());
        assert!(try_in(house, "importir", &old, &home()).is_err());
        enter_with(house, "importir", PASSWORD);
        assert_eq!(mail(house, "importir@contoh.example", 1).subject, "Kata sandi akun Anda diganti");
    }

    fn sessions_are_listed_and_ended(house) {
        let (first, _) = enter(house, "importir");
        let (second, signed) = enter(house, "importir");
        let (foreign, _) = enter(house, "ppjk");
        let list = session::sessions(&house.app, &signed).unwrap();
        assert_eq!(list.len(), 2);
        assert_eq!(list.iter().filter(|s| s.current).count(), 1);
        let other = session::sessions(&house.app, &session::resume(&house.app, &foreign).unwrap()).unwrap();
        let theirs = session::end_session(&house.app, &signed, &other[0].id);
        assert!(matches!(theirs, Err(Error::NotFound)));
        let id = list.iter().find(|s| !s.current).unwrap().id.clone();
        session::end_session(&house.app, &signed, &id).unwrap();
        assert!(is_dead(house, &first));
        let (third, _) = enter(house, "importir");
        assert_eq!(session::end_others(&house.app, &signed).unwrap(), 1);
        assert!(is_dead(house, &third));
        session::logout(&house.app, &second).unwrap();
        assert!(is_dead(house, &second));
        session::resume(&house.app, &foreign).unwrap();
    }

    fn proving_oneself_renews_the_cookie(house) {
        let password = house.person("importir").password.clone();
        let (secret, signed) = enter(house, "importir");
        session::require_fresh(&house.app, &signed).unwrap();
        house.pass(Duration::from_mins(6));
        let signed = session::resume(&house.app, &secret).unwrap();
        assert!(matches!(session::require_fresh(&house.app, &signed), Err(Error::Reauthenticate)));
        let wrong = enter::reauthenticate(&house.app, &secret, "salah", &home());
        assert!(matches!(wrong, Err(Error::BadCredentials)));
        let renewed = enter::reauthenticate(&house.app, &secret, &password, &home()).unwrap();
        assert!(is_dead(house, &secret), "the old cookie");
        let signed = session::resume(&house.app, &renewed.secret).unwrap();
        session::require_fresh(&house.app, &signed).unwrap();
    }
}
