//! Aktivasi Akun Lama.

use app::Error;
use app::account::activate::{self, ActivationForm};
use app::account::{AccountState, enter, reset};
use app::company::users;
use testkit::{House, on_both};

use crate::import;
use crate::support::{OTHER, PASSWORD, enter_with, home, mail, mails, settle, token};

const ANI: &str = "ani@lama.example";

fn world(house: &House) -> ActivationForm {
    let hash = house.app.passwords().hash(OTHER, &[1; 32]).unwrap();
    let ani = format!("Ani_Lama,Ani,{ANI},99.555.555.1-999.000,PT Lama Contoh,,\"{hash}\",ya");
    let report = import::run(house, &[&ani, "ivan,Ivan,ivan@lama.example,0995555551999000,PT Lama Contoh,,,"], false);
    assert_eq!(report.errors, []);
    ActivationForm {
        username: "ani_lama".into(),
        npwp: "995555551999000".into(),
        email: ANI.into(),
        ..ActivationForm::default()
    }
}

fn ask(house: &House, form: &ActivationForm) {
    activate::request(&house.app, form, &home()).unwrap();
}

on_both! {
    fn whoever_proves_it_activates_his_account(house) {
        let form = world(house);
        ask(house, &form);
        let link = token(&mail(house, ANI, 1));
        let page = activate::peek(&house.app, &link).unwrap();
        assert_eq!((page.username.as_str(), page.nama_perusahaan.as_str()), ("ani_lama", "PT Lama Contoh"));
        activate::consume(&house.app, &link, PASSWORD, PASSWORD).unwrap();
        assert!(matches!(activate::consume(&house.app, &link, PASSWORD, PASSWORD), Err(Error::LinkDead)));
        assert!(enter::login(&house.app, "ani_lama", OTHER, &home()).is_err(), "the old password is gone");
        let (_, signed) = enter_with(house, "ANI_LAMA", PASSWORD);
        assert!(signed.actor.rights.admin);
        let migrated = house.app.db().read(|tx| store::accounts::by_username(tx, "ani_lama")).unwrap().unwrap().migrated;
        assert!(migrated.is_some());
        ask(house, &form);
        assert_eq!(mail(house, ANI, 2).subject, "Akun Anda sudah ada", "already activated");
    }

    fn data_that_do_not_fit_get_no_link(house) {
        let form = world(house);
        for wrong in [
            ActivationForm { npwp: "0990000010999000".into(), ..form.clone() },
            ActivationForm { username: "ivan".into(), ..form.clone() },
            ActivationForm { username: "tidak.ada".into(), ..form.clone() },
        ] {
            ask(house, &wrong);
        }
        settle(house);
        let letters = mails(house, ANI);
        assert_eq!(letters.len(), 3);
        assert!(letters.iter().all(|m| !m.body.contains("token=") && m.body.contains("tidak cocok")));
        ask(house, &ActivationForm { email: "orang@lain.example".into(), ..form });
        settle(house);
        assert!(mails(house, "orang@lain.example").is_empty());
        assert_eq!(house.postbox.mails().len(), 3, "no such account: nobody hears anything");
    }

    fn a_new_address_needs_the_old_password(house) {
        let form = ActivationForm { email_baru: "ani@baru.example".into(), ..world(house) };
        ask(house, &form);
        assert!(mail(house, ANI, 1).body.contains("tidak cocok"));
        assert!(mails(house, "ani@baru.example").is_empty());
        ask(house, &ActivationForm { sandi_lama: OTHER.into(), ..form });
        let link = token(&mail(house, "ani@baru.example", 1));
        assert_eq!(mail(house, ANI, 2).subject, "Alamat e-mail akun Anda akan diganti");
        activate::consume(&house.app, &link, PASSWORD, PASSWORD).unwrap();
        reset::request(&house.app, "ani@baru.example", &home()).unwrap();
        assert_eq!(mail(house, "ani@baru.example", 2).subject, "Reset Password akun Pengguna Jasa BeaCukai");
        reset::request(&house.app, ANI, &home()).unwrap();
        settle(house);
        assert_eq!(mails(house, ANI).len(), 2);
    }

    fn a_closed_old_account_comes_back_by_invitation(house) {
        let form = world(house);
        ask(house, &form);
        activate::consume(&house.app, &token(&mail(house, ANI, 1)), PASSWORD, PASSWORD).unwrap();
        let admin = enter_with(house, "ani_lama", PASSWORD).1.actor;
        let ivan = users::list(&house.app, &admin).unwrap().into_iter().find(|u| u.username == "ivan").unwrap();
        assert_eq!(ivan.state, AccountState::Lama);
        users::deactivate(&house.app, &admin, &ivan.id).unwrap();
        users::reactivate(&house.app, &admin, &ivan.id).unwrap();
        assert_eq!(mail(house, "ivan@lama.example", 1).subject, "Undangan akun BeaCukai");
        assert_eq!(users::show(&house.app, &admin, &ivan.id).unwrap().state, AccountState::Baru);
    }

    fn forgetting_the_password_of_an_old_account_explains_the_activation(house) {
        world(house);
        reset::request(&house.app, ANI, &home()).unwrap();
        let letter = mail(house, ANI, 1);
        assert_eq!(letter.subject, "Aktivasi Akun Lama Pengguna Jasa BeaCukai");
        assert!(letter.body.contains("/aktivasi-akun-lama") && !letter.body.contains("token="));
    }
}
