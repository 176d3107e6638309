//! Lupa Password: the link, and everything that must not work.

use std::time::Duration;

use app::account::{self, Origin, enter, reset, session};
use app::company::users;
use app::{Error, access::Ready};
use testkit::{House, on_both};

use crate::support::{OTHER, PASSWORD, colleague, elsewhere, enter, fields, home, mail, mails, settle, token};

const OWNER: &str = "importir@contoh.example";

fn ask(house: &House) -> Result<(), Error> {
    reset::request(&house.app, OWNER, &home())
}

fn set(house: &House, link: &str, password: &str) -> Result<(), Error> {
    reset::consume(&house.app, link, password, password)
}

on_both! {
    fn a_link_sets_a_new_password_once(house) {
        let (stolen, _) = enter(house, "importir");
        let api = account::login(&house.app, "importir", &house.person("importir").password).unwrap();
        reset::request(&house.app, " Importir@Contoh.Example ", &home()).unwrap();
        let letter = mail(house, OWNER, 1);
        assert_eq!(letter.subject, "Reset Password akun Pengguna Jasa BeaCukai");
        assert!(letter.body.contains("Konfirmasi Email") && letter.html.as_ref().unwrap().contains(">Konfirmasi Email</a>"));
        assert!(letter.body.contains(&format!("{}/akun/reset?token=", house.base_url())));
        assert!(!letter.body.contains("importir\n") && !letter.body.contains("Contoh Sejahtera"));
        let link = token(&letter);
        assert_eq!(link.len(), 43, "256 bits");
        for _ in 0..2 {
            assert_eq!(reset::peek(&house.app, &link).unwrap().minimal, 12);
        }
        assert_eq!(fields(reset::consume(&house.app, &link, "pendek", "pendek")), ["kata_sandi"]);
        assert_eq!(fields(reset::consume(&house.app, &link, PASSWORD, OTHER)), ["konfirmasi"]);
        set(house, &link, PASSWORD).unwrap();
        assert!(matches!(set(house, &link, OTHER), Err(Error::LinkDead)), "used twice");
        assert!(matches!(reset::peek(&house.app, &link), Err(Error::LinkDead)));
        assert!(session::resume(&house.app, &stolen).is_err());
        assert!(account::authenticate(&house.app, &api.access_token).is_err());
        enter::login(&house.app, "importir", PASSWORD, &home()).unwrap();
        assert_eq!(mail(house, OWNER, 2).subject, "Kata sandi akun Anda diganti");
    }

    fn a_link_ends_after_thirty_minutes(house) {
        ask(house).unwrap();
        let link = token(&mail(house, OWNER, 1));
        house.pass(Duration::from_mins(29));
        reset::peek(&house.app, &link).unwrap();
        house.pass(Duration::from_mins(1));
        assert!(matches!(reset::peek(&house.app, &link), Err(Error::LinkDead)));
        assert!(matches!(set(house, &link, PASSWORD), Err(Error::LinkDead)));
    }

    fn a_newer_link_replaces_an_older_one(house) {
        ask(house).unwrap();
        let older = token(&mail(house, OWNER, 1));
        ask(house).unwrap();
        let newer = token(&mail(house, OWNER, 2));
        assert!(matches!(set(house, &older, PASSWORD), Err(Error::LinkDead)));
        set(house, &newer, PASSWORD).unwrap();
    }

    fn three_mails_an_hour_and_no_word_about_more(house) {
        for _ in 0..5 {
            ask(house).unwrap();
        }
        settle(house);
        assert_eq!(mails(house, OWNER).len(), 3);
        house.pass(Duration::from_hours(1));
        ask(house).unwrap();
        mail(house, OWNER, 4);
    }

    fn twenty_requests_an_hour_from_one_address(house) {
        for n in 0..20 {
            reset::request(&house.app, &format!("orang{n}@tidak-ada.example"), &elsewhere()).unwrap();
        }
        reset::request(&house.app, OWNER, &elsewhere()).unwrap();
        settle(house);
        assert!(mails(house, OWNER).is_empty());
        reset::request(&house.app, OWNER, &home()).unwrap();
        mail(house, OWNER, 1);
    }

    fn nobody_else_hears_anything(house) {
        let id = colleague(house, "importir", "bekas.staf", &Ready::Pembaca.rights());
        users::deactivate(&house.app, &house.actor("importir"), &id).unwrap();
        settle(house);
        let before = house.postbox.mails().len();
        for email in ["tidak.ada@contoh.example", "bekas.staf@contoh.example"] {
            reset::request(&house.app, email, &home()).unwrap();
        }
        settle(house);
        assert_eq!(house.postbox.mails().len(), before);
        for bad in ["", "bukan alamat", "a@b.id\r\nBcc: c@d.id", "importir@c\u{43e}ntoh.example"] {
            assert_eq!(fields(reset::request(&house.app, bad, &Origin::default())), ["email"], "{bad:?}");
        }
        for bad in ["", "x", &"x".repeat(10_000)] {
            assert!(matches!(reset::peek(&house.app, bad), Err(Error::LinkDead)));
        }
    }
}
