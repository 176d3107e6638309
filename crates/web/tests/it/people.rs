//! A portal with two companies and the operators, and visitors who log in by its own pages.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use app::access::{Ready, Rights};
use app::account::session;
use app::ports::{Clock, Ids, Mail, Mailer, PartnerFault};
use app::{App, Ports, Role, Settings};
use jiff::{SignedDuration, Timestamp};
use store::Db;
use store::accounts::{self, Account, AccountState};
use store::companies::{self, Company, CompanyClass};

use crate::support::{Answer, Portal, now, ports};

const PASSWORD: &str = "kalimat uji yang panjang";
/// NPWP of the company `b`.
pub const NPWP_B: &str = "0991234568999000";

/// Who lives here: user name, company, rights. Names are user names with a capital.
const TRADERS: [(&str, &str, Ready); 4] = [
    ("admin-a", "a", Ready::Admin),
    ("rekam-a", "a", Ready::Perekam),
    ("admin-b", "b", Ready::Admin),
    ("baca-b", "b", Ready::Pembaca),
];

/// The portal and its mail.
pub struct Town {
    pub portal: Portal,
    mails: Arc<Mails>,
    clock: Arc<Watch>,
}

/// Minutes after the usual moment.
#[derive(Default)]
struct Watch(AtomicU64);

impl Clock for Watch {
    fn now(&self) -> Timestamp {
        now() + SignedDuration::from_mins(self.0.load(Ordering::Relaxed).try_into().unwrap())
    }
}

/// Every id and secret is another one.
struct Counter(AtomicU64);

impl Ids for Counter {
    fn id(&self, _: Timestamp) -> String {
        format!("01900000-0000-7000-8000-{:012x}", self.0.fetch_add(1, Ordering::Relaxed))
    }

    fn secret(&self) -> [u8; 32] {
        let mut secret = [7; 32];
        secret[..8].copy_from_slice(&self.0.fetch_add(1, Ordering::Relaxed).to_be_bytes());
        secret
    }
}

#[derive(Default)]
struct Mails(Mutex<Vec<Mail>>);

impl Mailer for Mails {
    fn send(&self, mail: &Mail) -> Result<(), PartnerFault> {
        self.0.lock().unwrap().push(mail.clone());
        Ok(())
    }
}

impl Town {
    /// On SQLite in memory; nobody needs a second factor.
    pub fn new() -> Self {
        let db = Db::open("sqlite::memory:").unwrap();
        db.migrate(now()).unwrap();
        let (mails, clock) = (Arc::new(Mails::default()), Arc::new(Watch::default()));
        let ids = Arc::new(Counter(AtomicU64::new(1)));
        let settings = Settings { demo: true, second_factor: false, ..Settings::default() };
        let app = App::new(db, Ports { ids, clock: clock.clone(), mailer: mails.clone(), ..ports() }, settings);
        let hash = app.passwords().hash(PASSWORD, &[1; 32]).unwrap();
        for (company, npwp) in [("a", "0990000010999000"), ("b", NPWP_B)] {
            settle(&app, company, npwp);
        }
        for (name, company, ready) in TRADERS {
            person(&app, name, Role::PenggunaJasa, &hash, |account| {
                account.company_id = Some(company.into());
                account.admin = ready == Ready::Admin;
                account.rights = ready.rights().words();
            });
        }
        for (name, role, office) in [
            ("operator-1", Role::Operator, None),
            ("operator-2", Role::Operator, None),
            ("ppd", Role::Ppd, Some("040300")),
        ] {
            person(&app, name, role, &hash, |account| account.office = office.map(str::to_owned));
        }
        Self { portal: Portal::serve(app), mails, clock }
    }

    /// Somebody who is not logged in.
    pub fn stranger(&self) -> Visitor<'_> {
        let cookies = BTreeMap::from([("pabean-tamu".to_owned(), "tamu-uji".to_owned())]);
        Visitor { portal: &self.portal, cookies: RefCell::new(cookies) }
    }

    /// Somebody who has logged in on the login page.
    pub fn login(&self, username: &str) -> Visitor<'_> {
        let visitor = self.stranger();
        let answer = visitor.post("/masuk", &[("username", username), ("password", PASSWORD)]);
        assert_eq!(answer.status, 303, "{username}: {}", answer.body);
        visitor
    }

    /// Lets time pass.
    pub fn pass(&self, minutes: u64) {
        self.clock.0.fetch_add(minutes, Ordering::Relaxed);
    }

    /// Mail that was sent, jobs done first: recipient and body.
    pub fn mails(&self) -> Vec<(String, String)> {
        while app::jobs::run_due(&self.portal.app, "uji").unwrap() > 0 {}
        self.mails.0.lock().unwrap().iter().map(|mail| (mail.to.clone(), mail.body.clone())).collect()
    }

    /// The stored account.
    pub fn account(&self, username: &str) -> Account {
        let name = username.to_owned();
        self.portal.app.db().read(move |tx| accounts::by_username(tx, &name)).unwrap().unwrap()
    }

    /// Its rights.
    pub fn rights(&self, username: &str) -> Rights {
        let account = self.account(username);
        Rights::parse(account.admin, &account.rights)
    }
}

fn settle(app: &App, id: &str, npwp: &str) {
    let company = Company {
        id: id.into(),
        npwp: npwp.into(),
        nib: None,
        name: format!("PT Contoh {}", id.to_uppercase()),
        address: "Jl. Contoh No. 1".into(),
        class: CompanyClass::Reguler,
        api_kind: None,
        blocked: "[]".into(),
        code: format!("CTH00{id}"),
        created: now(),
        version: 1,
        kind: "BADAN_USAHA".into(),
        nitku: None,
        refreshed: None,
    };
    app.db().write(move |tx| companies::insert(tx, &company)).map(drop).unwrap();
}

fn person(app: &App, name: &str, role: Role, hash: &str, change: impl FnOnce(&mut Account)) {
    let mut account = Account::blank(format!("akun-{name}"), role.word(), AccountState::Aktif, now());
    account.username = name.into();
    account.email = format!("{name}@contoh.example");
    account.display_name = format!("Nama {name}");
    account.password_hash = hash.into();
    change(&mut account);
    assert!(app.db().write(move |tx| accounts::insert(tx, &account)).unwrap());
}

/// A browser without script.
pub struct Visitor<'a> {
    portal: &'a Portal,
    cookies: RefCell<BTreeMap<String, String>>,
}

impl Visitor<'_> {
    /// Opens a page.
    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, None)
    }

    /// Sends a form of ours.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let csrf = session::csrf(&self.secret());
        let all = fields.iter().copied().chain([("csrf", csrf.as_str())]);
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(all).finish();
        self.send("POST", path, Some(body))
    }

    /// The same without the token.
    pub fn post_foreign(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send("POST", path, Some(body))
    }

    /// Sends a form, then answers the question with yes; the question must come.
    pub fn post_sure(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let question = self.post(path, fields);
        assert_eq!(question.status, 200, "{path}: {}", question.body);
        assert!(question.body.contains(r#"name="yakin" value="ya""#), "{path} does not ask: {}", question.body);
        self.post(path, &[fields, &[("yakin", "ya")]].concat())
    }

    /// The page after a redirect.
    pub fn follow(&self, answer: &Answer) -> Answer {
        assert_eq!(answer.status, 303, "{}", answer.body);
        self.get(answer.header("location"))
    }

    fn secret(&self) -> String {
        let cookies = self.cookies.borrow();
        cookies.get("pabean-sesi").or_else(|| cookies.get("pabean-tamu")).cloned().unwrap()
    }

    fn send(&self, method: &str, path: &str, form: Option<String>) -> Answer {
        let config = ureq::Agent::config_builder().max_redirects(0).http_status_as_error(false).build();
        let cookies: Vec<String> =
            self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = ureq::http::Request::builder().method(method).uri(format!("{}{path}", self.portal.base));
        let request = request.header("cookie", cookies.join("; "));
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let agent = ureq::Agent::new_with_config(config);
        let response = match form {
            Some(form) => agent.run(request.body(form).unwrap()),
            None => agent.run(request.body(()).unwrap()),
        }
        .unwrap();
        for cookie in response.headers().get_all("set-cookie") {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
        }
        Answer::read(response)
    }
}

/// The answer has this status and says this; the failing test shows the page.
#[track_caller]
pub fn check(answer: &Answer, status: u16, words: &str) {
    assert_eq!(answer.status, status, "{}", answer.body);
    assert!(answer.body.contains(words), "no «{words}» in {}", answer.body);
}
