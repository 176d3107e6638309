//! Sending: the document with all that follows from it, once every warning was read.

use std::sync::Arc;

use declaration::{Section, document::AnyField};
use kernel::{Finding, Findings, Severity, Text};

use super::open::open;
use crate::access::{Actor, UseCase};
use crate::declaration::{Receipt, Submission, submit};
use crate::{App, Error};

/// What the sender confirms.
#[derive(Debug, Clone, Default)]
pub struct Sending {
    /// The word of the draft as he read it.
    pub mark: String,
    /// Warnings that he ticked: code and pointer.
    pub ticked: Vec<String>,
    /// The statement that the data are true.
    pub statement: bool,
    /// So that pressing twice sends once.
    pub key: String,
}

impl Sending {
    /// The word of a warning.
    pub fn word(finding: &Finding) -> String {
        format!("{} {}", finding.code, finding.pointer)
    }
}

/// Sends a draft. Whatever still speaks against it comes back as findings, and nothing is sent.
pub fn send(app: &App, actor: &Actor, nomor_aju: &str, sending: &Sending) -> Result<Receipt, Error> {
    actor.may(UseCase::SubmitDeclaration)?;
    let draft = open(app, actor, nomor_aju)?;
    if sending.mark != draft.mark {
        return Err(Error::Refused(Text::fixed(
            "Dokumen ini berubah sejak halaman ini dibuka. Periksa lagi isinya, lalu kirim.",
            "This document changed since this page was opened. Read it again, then send.",
        )));
    }
    let mut against: Findings =
        Arc::unwrap_or_clone(draft.findings).into_iter().filter(|f| stands(f, sending)).collect();
    if !sending.statement {
        against.push(Finding {
            code: "DRAF-001".into(),
            severity: Severity::Reject,
            pointer: kernel::Pointer::root().member("disclaimer"),
            message: Text::fixed(
                "Centang pernyataan bahwa data ini benar sebelum mengirim.",
                "Tick the statement that the data are true before you send.",
            ),
            law: "UU 10/1995 jo. UU 17/2006".into(),
        });
    }
    if !against.is_empty() {
        return Err(Error::Findings(against));
    }
    let mut doc = Arc::unwrap_or_clone(draft.full);
    doc.disclaimer.set_text("1");
    let key = Some(sending.key.clone()).filter(|key| !key.is_empty());
    submit(app, actor, doc.to_raw().to_json().as_bytes(), &Submission { is_final: true, key, ..Submission::default() })
}

/// Whether a finding keeps the document from being sent: a reject, or a warning that nobody ticked.
fn stands(finding: &Finding, sending: &Sending) -> bool {
    match finding.severity {
        // The statement is ticked on the page that sends.
        Severity::Reject => finding.pointer.as_str() != "disclaimer",
        Severity::Warn => !sending.ticked.contains(&Sending::word(finding)),
        Severity::Note => false,
    }
}
