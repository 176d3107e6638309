//! What the examples share.

use std::time::{Duration, Instant};

use app::account::Origin;
use app::account::session::{self, Signed};
use app::account::{enter, invite, signup};
use app::company::users;
use app::ports::Mail;
use app::{App, Error, Settings, access};
use testkit::House;

/// A password that nobody guesses.
pub const PASSWORD: &str = "kapal tua berlayar pelan 7";
/// Another one.
pub const OTHER: &str = "gudang hijau menyimpan kopi";

pub fn home() -> Origin {
    Origin { address: "192.0.2.1".into(), agent: "peramban".into() }
}

pub fn elsewhere() -> Origin {
    Origin { address: "198.51.100.7".into(), agent: "lain".into() }
}

/// The mails to an address so far, each once: a worker that was too slow to say so sends a second copy with the same id.
pub fn mails(house: &House, to: &str) -> Vec<Mail> {
    let mut known = std::collections::BTreeSet::new();
    let all = house.postbox.mails().into_iter().filter(|mail| mail.to == to);
    all.filter(|mail| known.insert(mail.id.clone())).collect()
}

/// Waits until `count` mails have come to an address, and gives the last one.
#[track_caller]
pub fn mail(house: &House, to: &str, count: usize) -> Mail {
    let begun = Instant::now();
    loop {
        let all = mails(house, to);
        assert!(all.len() <= count, "{} mails to {to}: {:?}", all.len(), all.last());
        if all.len() == count
            && let Some(last) = all.last()
        {
            return last.clone();
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "{} of {count} mails to {to}", all.len());
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Waits until no job is left, so that a mail that must not come would have come.
pub fn settle(house: &House) {
    let begun = Instant::now();
    let ready = || {
        let counts = house.app.db().read(|tx| store::jobs::counts(tx)).unwrap();
        counts.iter().filter(|(_, state, _)| *state == store::jobs::JobState::Ready).map(|(_, _, n)| *n).sum::<i64>()
    };
    while ready() > 0 {
        assert!(begun.elapsed() < Duration::from_secs(20), "jobs are left");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The secret of the link in a mail.
#[track_caller]
pub fn token(mail: &Mail) -> String {
    let (_, rest) = mail.body.split_once("?token=").unwrap_or_else(|| panic!("no link: {}", mail.body));
    rest.split_whitespace().next().unwrap().to_owned()
}

/// One of the demo's people, logged in: the cookie and who it is.
#[track_caller]
pub fn enter(house: &House, username: &str) -> (String, Signed) {
    enter_with(house, username, &house.person(username).password)
}

#[track_caller]
pub fn enter_with(house: &House, username: &str, password: &str) -> (String, Signed) {
    let opened = enter::login(&house.app, username, password, &home()).unwrap();
    assert_eq!(opened.step, session::Step::Done);
    let signed = session::resume(&house.app, &opened.secret).unwrap();
    (opened.secret, signed)
}

/// The house's application, held to second factors as everywhere but in the demo.
pub fn strict(house: &House) -> App {
    let settings = Settings { second_factor: true, ..house.app.settings().clone() };
    App::new(house.app.db().clone(), house.app.ports().clone(), settings)
}

pub fn signup_form(house: &House) -> signup::SignupForm {
    let waktu = signup::form_token(&house.app);
    house.pass(Duration::from_secs(10));
    signup::SignupForm {
        jenis: "BADAN_USAHA".into(),
        npwp: "99.777.777.1-999.000".into(),
        nib: nib(house, "0997777771999000"),
        nama: "Siti Contoh".into(),
        jenis_identitas: "NIK".into(),
        nomor_identitas: "3171234505900001".into(),
        jabatan: "Direktur".into(),
        nomor_hp: "0812-3456-7890".into(),
        email: "siti@baru.example".into(),
        username: "siti.contoh".into(),
        setuju: true,
        bahasa: "id".into(),
        waktu,
        ..signup::SignupForm::default()
    }
}

/// The NIB that the simulated OSS knows of a company.
pub fn nib(house: &House, npwp: &str) -> String {
    house.app.ports().registry.standing(npwp).unwrap().nib.unwrap()
}

pub fn accept_form(username: &str) -> invite::AcceptForm {
    invite::AcceptForm {
        username: username.into(),
        nama: "Wayan Contoh".into(),
        jenis_identitas: "PASPOR".into(),
        nomor_identitas: "x 123456".into(),
        jabatan: "Staf".into(),
        nomor_hp: "+6281234567".into(),
        password: PASSWORD.into(),
        again: PASSWORD.into(),
    }
}

/// Invites somebody into the company of `admin` and accepts for him.
pub fn colleague(house: &House, admin: &str, username: &str, rights: &access::Rights) -> String {
    let email = format!("{username}@contoh.example");
    let actor = house.actor(admin);
    users::invite(&house.app, &actor, &email, "Wayan", rights).unwrap();
    let link = token(&mail(house, &email, 1));
    invite::accept(&house.app, &link, &accept_form(username)).unwrap();
    let rows = users::list(&house.app, &actor).unwrap();
    rows.into_iter().find(|row| row.username == username).unwrap().id
}

/// The fields that were refused.
#[track_caller]
pub fn fields<T: std::fmt::Debug>(outcome: Result<T, Error>) -> Vec<String> {
    match outcome {
        Err(Error::Findings(findings)) => findings.iter().map(|f| f.pointer.to_string()).collect(),
        other => panic!("{other:?}"),
    }
}
