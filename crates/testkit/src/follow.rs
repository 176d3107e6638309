//! Following a document until something is there, with the officers' part played through the use cases.

use std::time::{Duration, Instant};

use app::act::act;
use app::declaration::{inspector_of, stage_of};
use declaration::workflow::{Action, Stage, Tingkat};
use serde_json::{Value, json};

use crate::{Client, House};

/// Longest wait of real time for anything; only a broken test waits so long.
const PATIENCE: Duration = Duration::from_mins(1);
/// Pause between two looks.
const PAUSE: Duration = Duration::from_millis(25);

/// Looks until `look` finds something; `what` says what was missing.
#[track_caller]
pub fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(begun.elapsed() < PATIENCE, "never came: {what}");
        std::thread::sleep(PAUSE);
    }
}

/// The rows of a status answer's list, oldest first.
pub fn oldest_first(status: &Value, list: &str) -> Vec<Value> {
    status[list].as_array().into_iter().flatten().rev().cloned().collect()
}

/// One member of the rows of a status answer's list, oldest first.
pub fn column(status: &Value, list: &str, member: &str) -> Vec<String> {
    oldest_first(status, list).iter().map(|row| row[member].as_str().unwrap_or_default().to_owned()).collect()
}

/// The newest letter of a kind in a status answer.
pub fn letter(status: &Value, code: &str) -> Option<Value> {
    status["dataRespon"].as_array()?.iter().find(|row| row["kodeRespon"] == code).cloned()
}

/// The billing code that can be paid now.
pub fn open_bill(status: &Value) -> Option<String> {
    let letters = status["dataRespon"].as_array()?.iter();
    let mut bills = letters.flat_map(|row| row["billingPungutans"].as_array().into_iter().flatten());
    let open = bills.find(|bill| bill["status"] == "AKTIF")?;
    Some(open["kodeBilling"].as_str()?.to_owned())
}

/// Why the document waits, Indonesian; empty when it waits for nothing.
pub fn reason(status: &Value) -> String {
    status["dataTunggu"][0]["alasan"].as_str().unwrap_or_default().to_owned()
}

/// Whether `look` found something in time.
fn try_until(mut look: impl FnMut() -> Option<()>) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        if look().is_some() {
            return true;
        }
        std::thread::sleep(PAUSE);
    }
    false
}

impl House {
    /// The status once a letter of this kind is there.
    #[track_caller]
    pub fn until_letter(&self, client: &Client, aju: &str, code: &str) -> Value {
        let mut last = Value::Null;
        let found = try_until(|| {
            last = client.status(aju);
            letter(&last, code).map(|_| ())
        });
        assert!(found, "letter {code} never came: {last:#}");
        last
    }

    /// The status once the document waits for something whose reason holds `text`.
    #[track_caller]
    pub fn until_waiting(&self, client: &Client, aju: &str, text: &str) -> Value {
        let mut last = Value::Null;
        let found = try_until(|| {
            last = client.status(aju);
            reason(&last).contains(text).then_some(())
        });
        assert!(found, "never waited for «{text}»: {last:#}");
        last
    }

    /// Waits for the bill, pays it; the billing code.
    #[track_caller]
    pub fn pay_bill(&self, client: &Client, aju: &str) -> String {
        let code = until("an open bill", || open_bill(&client.status(aju)));
        self.pay(&code);
        code
    }

    /// Where a document stands.
    pub fn stage(&self, aju: &str) -> Stage {
        stage_of(&self.app, aju).unwrap()
    }

    /// An act of a user; what the use case says is the caller's to judge.
    pub fn act(&self, username: &str, aju: &str, action: Action, letter: Value) -> Result<(), app::Error> {
        act(&self.app, &self.actor(username), aju, action, letter)
    }

    /// User name of the inspector who was appointed.
    pub fn inspector(&self, aju: &str) -> &'static str {
        let chosen = until("an inspector", || inspector_of(&self.app, aju).unwrap());
        if self.actor("pfpb").account_id == chosen { "pfpb" } else { "pfpb2" }
    }

    /// Waits until the document stands at `stage`.
    #[track_caller]
    pub fn until_stage(&self, aju: &str, stage: Stage) {
        let found = try_until(|| (self.stage(aju) == stage).then_some(()));
        assert!(found, "stands at {:?}, never at {stage:?}", self.stage(aju));
    }

    /// The red lane up to the examination of the documents: papers, readiness, instruction, minutes, report.
    pub fn inspect(&self, aju: &str) {
        let does = |user: &str, action: Action, letter: Value| self.act(user, aju, action, letter).unwrap();
        self.until_stage(aju, Stage::AwaitReadiness);
        does("importir", Action::DocumentsUploaded { jumlah: 3 }, Value::Null);
        if self.stage(aju) == Stage::AwaitReadiness {
            // The terminal may have said so already.
            drop(self.act("importir", aju, Action::GoodsReady, Value::Null));
        }
        self.until_stage(aju, Stage::AwaitInstruction);
        does("ppd", Action::IssueInstruction { tingkat: Tingkat::TigaPuluhPersen }, Value::Null);
        let inspector = self.inspector(aju);
        does(inspector, Action::StartInspection, Value::Null);
        let uraian = "Segel utuh, dua peti kemas dibuka, jumlah dan jenis sesuai.".to_owned();
        does(inspector, Action::RecordBap { uraian }, Value::Null);
        let uraian = "Barang sesuai pemberitahuan.".to_owned();
        does(inspector, Action::RecordLhp { sesuai: true, uraian }, json!({}));
        self.until_stage(aju, Stage::Examining);
    }
}
