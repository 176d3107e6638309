//! Events for the history, written in the transaction of what they tell.

use serde_json::{Value, json};
use store::audit::{self, AuditEvent};
use store::{Fault, Tx};

use crate::App;

/// One event that is about to be written.
pub(crate) struct Note<'a> {
    /// Kind, such as `akun.masuk`.
    pub kind: &'static str,
    /// Account that acts, or a word for the machinery.
    pub actor: &'a str,
    /// What it is about.
    pub subject: &'a str,
    /// Company whose history it belongs to.
    pub company: Option<&'a str>,
    /// Details; never secrets.
    pub body: Value,
}

impl<'a> Note<'a> {
    /// An event without details.
    pub fn new(kind: &'static str, actor: &'a str, subject: &'a str, company: Option<&'a str>) -> Self {
        Self { kind, actor, subject, company, body: json!({}) }
    }

    /// The same with details.
    pub fn with(self, body: Value) -> Self {
        Self { body, ..self }
    }

    /// Writes it.
    pub fn write(self, tx: &mut dyn Tx, app: &App) -> Result<(), Fault> {
        let event = AuditEvent {
            id: app.id(),
            at: app.now(),
            actor: self.actor.to_owned(),
            kind: self.kind.to_owned(),
            subject: self.subject.to_owned(),
            body: self.body.to_string(),
            company_id: self.company.map(str::to_owned),
        };
        audit::append(tx, &event)
    }
}
