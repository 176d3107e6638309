//! The house's ways out: the real clock and the partners over HTTP; letters are set on demand only, so none are needed.

use std::io::{BufReader, BufWriter, Read as _, Write as _};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

use ::sheet::{Book, Refused};
use app::h2h::H2h;
use app::ports::{Clock, Ids, LetterFault, Letters, Mail, Mailer, PartnerFault, Sheets};
use app::{App, Ports, Settings};
use jiff::Timestamp;
use partners::{Partners, PartnersConfig};
use rand::RngExt as _;
use store::Db;
use store::mails::StoredMail;
use uuid::{ContextV7, Uuid};

/// The application as `pabean demo` composes it, with nobody to set letters.
pub fn compose(db: Db, partners: &str) -> Result<App, String> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let partners = Partners::new(&PartnersConfig::all_at(partners), &clock);
    let partners = partners.map_err(|e| format!("{}: {}", e.partner, e.reason))?;
    let ports = Ports {
        clock,
        ids: Arc::new(SystemIds::default()),
        insw: partners.insw,
        mpn: partners.mpn,
        tps: partners.tps,
        registry: partners.registry,
        letters: Arc::new(NoLetters),
        mailer: Arc::new(Outbox(db.clone())),
        sheets: Arc::new(Elsewhere),
    };
    Ok(App::new(
        db,
        ports,
        Settings { demo: true, second_factor: false, h2h: H2h { rate: 0, ..H2h::default() }, ..Settings::default() },
    ))
}

/// The system's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        #[expect(clippy::disallowed_methods, reason = "this is the clock that everything else is given")]
        Timestamp::now()
    }
}

#[derive(Default)]
struct SystemIds(Mutex<ContextV7>);

impl Ids for SystemIds {
    fn id(&self, now: Timestamp) -> String {
        let context = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let seconds = u64::try_from(now.as_second()).unwrap_or_default();
        let nanos = u32::try_from(now.subsec_nanosecond()).unwrap_or_default();
        Uuid::new_v7(uuid::Timestamp::from_unix(&*context, seconds, nanos)).to_string()
    }

    fn secret(&self) -> [u8; 32] {
        rand::rng().random()
    }
}

struct NoLetters;

impl Letters for NoLetters {
    fn render(&self, kind: &str, _: &serde_json::Value) -> Result<Vec<u8>, LetterFault> {
        Err(LetterFault { kind: kind.into(), reason: "the bench sets no letters".into() })
    }
}

/// Mail into the database, as in the demo.
struct Outbox(Db);

impl Mailer for Outbox {
    fn send(&self, mail: &Mail) -> Result<(), PartnerFault> {
        let stored = StoredMail {
            id: mail.id.clone(),
            recipient: mail.to.clone(),
            subject: mail.subject.clone(),
            body: mail.body.clone(),
            at: SystemClock.now(),
        };
        let put = self.0.write(move |tx| store::mails::put(tx, &stored));
        put.map(drop).map_err(|e| PartnerFault::Down { partner: "SMTP", reason: e.to_string() })
    }
}

/// Workbooks are read by a child, as `pabean serve` has it, so that their memory is not the house's.
struct Elsewhere;

/// What makes this program that child.
pub const READER: &str = "--read-workbook";

impl Sheets for Elsewhere {
    fn read(&self, bytes: Vec<u8>) -> Result<Book, Refused> {
        let read = || -> Option<Result<Book, Refused>> {
            let program = std::env::current_exe().ok()?;
            let mut command = Command::new(program);
            let mut child = command.arg(READER).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
            child.stdin.take()?.write_all(&bytes).ok()?;
            let book = serde_json::from_reader(BufReader::new(child.stdout.take()?)).ok();
            child.wait().ok()?;
            book
        };
        read().unwrap_or(Err(Refused::TooHeavy))
    }
}

/// The child: a file in, cells out.
pub fn read_workbook() -> Result<(), String> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(|e| e.to_string())?;
    let mut output = BufWriter::new(std::io::stdout().lock());
    serde_json::to_writer(&mut output, &app::ports::OpenSheets.read(bytes)).map_err(|e| e.to_string())?;
    output.flush().map_err(|e| e.to_string())
}
