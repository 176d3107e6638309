//! Update Profile dan Email.

use std::time::Duration;

use app::Error;
use app::account::profile::{self, ProfileForm};
use app::account::session;
use testkit::on_both;

use crate::support::{enter, fields, mail, mails, settle, token};

const OLD: &str = "importir@contoh.example";
const NEW: &str = "alamat.baru@contoh.example";

on_both! {
    fn a_profile_is_saved_or_refused_field_by_field(house) {
        let (_, signed) = enter(house, "importir");
        let form = ProfileForm {
            nama: "<script>alert(1)</script>".into(),
            jenis_identitas: "NIK".into(),
            nomor_identitas: "3171234505900001".into(),
            jabatan: "Manajer".into(),
            nomor_hp: "0812 3456 7890".into(),
            bahasa: "en".into(),
            kabar: "RINGKAS".into(),
        };
        profile::save(&house.app, &signed, &form).unwrap();
        let shown = profile::show(&house.app, &signed).unwrap();
        assert_eq!((shown.nama.as_str(), shown.nomor_hp.as_str()), ("<script>alert(1)</script>", "081234567890"));
        assert_eq!((shown.bahasa.as_str(), shown.kabar), ("en", profile::Kabar::Ringkas));
        let bad = ProfileForm { nama: "x".repeat(10_000), bahasa: "fr".into(), ..form };
        assert_eq!(fields(profile::save(&house.app, &signed, &bad)), ["nama", "bahasa"]);
    }

    fn a_new_address_counts_once_it_is_confirmed(house) {
        let (secret, signed) = enter(house, "importir");
        profile::change_email(&house.app, &signed, NEW).unwrap();
        let link = token(&mail(house, NEW, 1));
        assert_eq!(mail(house, OLD, 1).subject, "Permintaan penggantian alamat e-mail");
        let shown = profile::show(&house.app, &signed).unwrap();
        assert_eq!((shown.email.as_str(), shown.email_menunggu.as_deref()), (OLD, Some(NEW)));
        assert_eq!(profile::peek_email(&house.app, &link).unwrap(), NEW);
        profile::confirm_email(&house.app, &link).unwrap();
        assert!(matches!(profile::confirm_email(&house.app, &link), Err(Error::LinkDead)));
        assert_eq!(profile::show(&house.app, &signed).unwrap().email, NEW);
        assert_eq!(mail(house, OLD, 2).subject, "Alamat e-mail akun Anda diganti");
        house.pass(Duration::from_mins(6));
        let signed = session::resume(&house.app, &secret).unwrap();
        let stale = profile::change_email(&house.app, &signed, OLD);
        assert!(matches!(stale, Err(Error::Reauthenticate)));
    }

    fn an_address_in_use_is_told_there_only(house) {
        let (_, signed) = enter(house, "importir");
        profile::change_email(&house.app, &signed, "ppjk@contoh.example").unwrap();
        let letter = mail(house, "ppjk@contoh.example", 1);
        assert!(!letter.body.contains("token="));
        assert_eq!(fields(profile::change_email(&house.app, &signed, "a@b.id\r\nTo: c@d.id")), ["email"]);
        settle(house);
        assert_eq!(mails(house, "ppjk@contoh.example").len(), 1);
    }

    fn company_data_come_from_oss(house) {
        let (_, signed) = enter(house, "importir");
        let view = profile::refresh_company(&house.app, &signed).unwrap();
        assert_eq!(view.nama, "PT Contoh Sejahtera Abadi");
        assert!(view.diperbarui.is_some());
        house.switch("registri", "MATI");
        let silent = profile::refresh_company(&house.app, &signed);
        assert!(matches!(silent, Err(Error::Refused(_))), "{silent:?}");
        let (_, officer) = enter(house, "ppd");
        assert!(matches!(profile::refresh_company(&house.app, &officer), Err(Error::Denied(_))));
        assert_eq!(profile::show(&house.app, &officer).unwrap().perusahaan, None);
    }
}
