//! Notices by mail as each user wants them: one for every letter, one a day, none; in his language.

use std::time::Duration;

use app::account::profile::{self, Kabar};
use testkit::{House, on_both, open_bill, until};

use crate::support::{enter, mails};

/// Chooses the notices and the language of one of the demo's people.
fn choose(house: &House, username: &str, kabar: Kabar, bahasa: &str) {
    let (_, signed) = enter(house, username);
    let now = profile::show(&house.app, &signed).unwrap();
    let form = profile::ProfileForm {
        nama: now.nama,
        jenis_identitas: "NIK".into(),
        nomor_identitas: "3171234505900001".into(),
        jabatan: "Staf".into(),
        nomor_hp: "081200000000".into(),
        bahasa: bahasa.into(),
        kabar: kabar.word().into(),
    };
    profile::save(&house.app, &signed, &form).unwrap();
}

/// Sends a document and waits for its bill, about which there is a notice.
fn billed(house: &House, sequence: u32, position: u32) -> String {
    let (client, aju) = (house.importer(), house.aju(sequence));
    client.submit(house.document(sequence, position)).expect(200);
    until("a bill", || open_bill(&client.status(&aju)));
    aju
}

on_both! {
    fn each_user_gets_what_he_asked_for(house) {
        const TO: &str = "importir@contoh.example";
        let mail = |aju: &str| until("a mail", || mails(house, TO).into_iter().find(|m| m.body.contains(aju)));
        choose(house, "importir", Kabar::Surat, "id");
        let first = mail(&billed(house, 990_302, 1));
        assert!(first.body.find("dokumen").unwrap() < first.body.find("document").unwrap(), "{}", first.body);

        choose(house, "importir", Kabar::Surat, "en");
        let second = mail(&billed(house, 990_304, 2));
        assert!(second.body.find("document").unwrap() < second.body.find("dokumen").unwrap(), "{}", second.body);

        choose(house, "importir", Kabar::Ringkas, "id");
        let third = billed(house, 990_306, 3);
        std::thread::sleep(Duration::from_millis(500));
        assert!(!mails(house, TO).iter().any(|m| m.body.contains(&third)), "not at once");
        house.pass(Duration::from_hours(24));
        assert!(mail(&third).subject.starts_with("Ringkasan harian: "), "{}", mail(&third).subject);

        choose(house, "importir", Kabar::Tidak, "id");
        let fourth = billed(house, 990_308, 4);
        house.pass(Duration::from_hours(24));
        std::thread::sleep(Duration::from_secs(1));
        assert!(!mails(house, TO).iter().any(|m| m.body.contains(&fourth)), "none");
    }
}
