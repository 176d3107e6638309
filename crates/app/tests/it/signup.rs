//! Pendaftaran Baru: one answer for everybody, and the mail that helps.

use std::time::Duration;

use app::Error;
use app::account::enter;
use app::account::signup::{self, SignupForm};
use testkit::{House, on_both};

use crate::support::{OTHER, PASSWORD, elsewhere, enter_with, fields, home, mail, mails, settle, signup_form, token};

const SITI: &str = "siti@baru.example";

fn register(house: &House, form: &SignupForm) -> Result<(), Error> {
    signup::register(&house.app, form, &home())
}

on_both! {
    fn the_first_user_administers_the_company(house) {
        register(house, &signup_form(house)).unwrap();
        let letter = mail(house, SITI, 1);
        assert_eq!(letter.subject, "Konfirmasi Pendaftaran Pengguna Jasa BeaCukai");
        let link = token(&letter);
        let page = signup::peek(&house.app, &link).unwrap();
        assert_eq!((page.npwp.as_str(), page.email.as_str(), page.username_bebas), ("0997777771999000", SITI, true));
        assert_eq!(page.nama_perusahaan, "PT Contoh 0997777771999000");
        let weak = signup::confirm(&house.app, &link, "siti.contoh", "siti.contoh12345", "siti.contoh12345");
        assert_eq!(fields(weak), ["kata_sandi"]);
        let taken = signup::confirm(&house.app, &link, "importir", PASSWORD, PASSWORD);
        assert_eq!(fields(taken), ["username"]);
        signup::confirm(&house.app, &link, "Siti.Contoh", PASSWORD, PASSWORD).unwrap();
        let again = signup::confirm(&house.app, &link, "siti.lain", PASSWORD, PASSWORD);
        assert!(matches!(again, Err(Error::LinkDead)));
        let (_, signed) = enter_with(house, "siti.contoh", PASSWORD);
        assert!(signed.actor.rights.admin);
        assert_eq!(signed.actor.npwp.as_deref(), Some("0997777771999000"));
    }

    fn strangers_get_one_answer_and_the_owner_the_right_mail(house) {
        let form = signup_form(house);
        let known_company = SignupForm { npwp: "0990000010999000".into(), nib: "9120001234567".into(), ..form.clone() };
        register(house, &known_company).unwrap();
        assert_eq!(mail(house, SITI, 1).subject, "Pendaftaran: perusahaan sudah terdaftar");
        let known_email = SignupForm { email: "ppjk@contoh.example".into(), ..form.clone() };
        register(house, &known_email).unwrap();
        let letter = mail(house, "ppjk@contoh.example", 1);
        assert_eq!(letter.subject, "Akun Anda sudah ada");
        assert!(letter.body.contains("/lupa-kata-sandi"));
        let unknown = SignupForm { npwp: "0997777771999404".into(), email: "a@baru.example".into(), ..form.clone() };
        register(house, &unknown).unwrap();
        assert!(mail(house, "a@baru.example", 1).body.contains("NPWP tidak dikenal DJP"));
        let inactive = SignupForm { npwp: "0997777771999403".into(), email: "b@baru.example".into(), ..form.clone() };
        register(house, &inactive).unwrap();
        assert!(mail(house, "b@baru.example", 1).body.contains("NPWP tidak aktif"));
        let other_nib = SignupForm { nib: "9120007654321".into(), email: "c@baru.example".into(), ..form.clone() };
        register(house, &other_nib).unwrap();
        assert!(mail(house, "c@baru.example", 1).body.contains("NIB tidak sama"));
        let branch = SignupForm { nitku: "0997777771999000000007".into(), email: "d@baru.example".into(), ..form };
        register(house, &branch).unwrap();
        assert!(mail(house, "d@baru.example", 1).body.contains("NITKU tidak tercatat"));
    }

    fn a_silent_registry_loses_nothing(house) {
        let form = signup_form(house);
        house.switch("registri", "MATI");
        register(house, &form).unwrap();
        assert_eq!(mail(house, SITI, 1).subject, "Pendaftaran Anda menunggu jawaban DJP/OSS");
        house.pass(Duration::from_mins(2));
        std::thread::sleep(Duration::from_millis(700));
        assert_eq!(mails(house, SITI).len(), 1, "told once");
        house.switch("registri", "NORMAL");
        for _ in 0..40 {
            if mails(house, SITI).len() > 1 {
                break;
            }
            house.pass(Duration::from_mins(2));
            std::thread::sleep(Duration::from_millis(200));
        }
        assert_eq!(mail(house, SITI, 2).subject, "Konfirmasi Pendaftaran Pengguna Jasa BeaCukai");
    }

    fn of_two_who_register_one_company_the_first_wins(house) {
        let form = signup_form(house);
        register(house, &form).unwrap();
        register(house, &SignupForm { email: "tono@baru.example".into(), username: "tono".into(), ..form }).unwrap();
        let (siti, tono) = (token(&mail(house, SITI, 1)), token(&mail(house, "tono@baru.example", 1)));
        signup::confirm(&house.app, &tono, "tono", PASSWORD, PASSWORD).unwrap();
        let late = signup::confirm(&house.app, &siti, "siti.contoh", OTHER, OTHER);
        assert!(matches!(late, Err(Error::Refused(_))), "{late:?}");
        assert!(enter::login(&house.app, "siti.contoh", OTHER, &home()).is_err());
    }

    fn programs_are_answered_and_not_served(house) {
        let form = signup_form(house);
        let trapped = SignupForm { umpan: "https://contoh.example".into(), ..form.clone() };
        register(house, &trapped).unwrap();
        let hasty = SignupForm { waktu: signup::form_token(&house.app), ..form.clone() };
        register(house, &hasty).unwrap();
        settle(house);
        assert!(mails(house, SITI).is_empty());
        house.pass(Duration::from_hours(5));
        assert_eq!(fields(register(house, &form)), ["waktu"]);
        let form = signup_form(house);
        for n in 0..25 {
            let form = SignupForm { email: format!("n{n}@baru.example"), ..form.clone() };
            signup::register(&house.app, &form, &elsewhere()).unwrap();
        }
        settle(house);
        assert_eq!(house.postbox.mails().len(), 20, "twenty an hour from one address");
    }

    fn hostile_forms_are_refused_field_by_field(house) {
        let long = "x".repeat(10_000);
        let form = SignupForm {
            jenis: "KERAJAAN".into(),
            npwp: long.clone(),
            nitku: long.clone(),
            nib: "1".into(),
            nama: long.clone(),
            jenis_identitas: "SIM".into(),
            nomor_identitas: long.clone(),
            jabatan: "a\r\nBcc: x@y.id".into(),
            nomor_hp: "nol".into(),
            email: "siti@b\u{430}ru.example".into(),
            username: "s\u{456}ti.contoh".into(),
            ..SignupForm::default()
        };
        let wrong = fields(register(house, &form));
        assert_eq!(wrong, [
            "npwp", "jenis_identitas", "jenis", "nitku", "nib", "nama", "jabatan", "nomor_hp", "email", "username", "setuju",
        ]);
    }
}
