//! Dry run: findings and levies of a document, nothing stored.

use std::borrow::Cow;
use std::sync::Arc;

use declaration::levy::Assessment;
use declaration::rules::{self, Facts, Subject};
use declaration::workflow::{Stage, State};
use declaration::{Limits, Pib, Section, figures};
use kernel::{Finding, Findings, Pointer, Severity, Text};
use sha2::{Digest, Sha256};
use store::{Tx, declarations, frozen};

use crate::access::{Actor, UseCase};
use crate::reference::{Day, office_day};
use crate::{App, Error};

/// What a dry run says.
#[derive(Debug)]
pub struct Checked {
    /// The document as read.
    pub doc: Pib,
    /// Everything found.
    pub findings: Findings,
    /// The levies, as far as the figures allow.
    pub assessment: Assessment,
    /// Reference data and day of the judgement.
    pub day: Arc<Day>,
}

/// Judges a document as it would be judged when sent now.
pub fn check(app: &App, actor: &Actor, body: &[u8]) -> Result<Checked, Error> {
    actor.may(UseCase::CheckDeclaration)?;
    let doc = read(body)?;
    let day = day_of(app, &doc)?;
    let (for_facts, sender, when) = (doc.clone(), actor.npwp.clone(), (day.today, app.settings().demo));
    let mut facts = app.db().read(move |tx| super::gather(tx, &for_facts, sender.as_deref(), when))?;
    // A registry that does not answer keeps nobody from trying; when the document is sent, the validation waits for it.
    if let Err(fault) =
        super::ask_registry(app, &mut facts, super::npwp_of(&doc, "1").as_deref(), super::npwp_of(&doc, "4").as_deref())
    {
        tracing::info!(%fault, "registry not asked in a dry run");
    }
    let (mut findings, assessment) = examine(&doc, &day, &facts);
    super::submit::contract(app, body, &doc, &mut findings)?;
    if let (Some(aju), Some(company)) = (doc.nomor_aju.value(), actor.company_id.clone()) {
        let sha256 = hex::encode(Sha256::digest(doc.to_json()));
        if app.db().read(move |tx| is_taken(tx, &company, aju.as_ref(), &sha256))? {
            findings.push(aju_taken());
        }
    }
    Ok(Checked { doc, findings, assessment, day })
}

/// What is said of an aju that belongs to another document, when it is sent and when it is only tried.
pub fn aju_taken() -> Finding {
    Finding {
        code: Cow::Borrowed("H2H-AJU"),
        severity: Severity::Reject,
        pointer: Pointer::new("nomorAju"),
        message: Text::fixed(
            "Gagal, nomor aju sudah ada. Pakai nomor aju yang belum dipakai.",
            "The aju is used already. Use one that is not.",
        ),
        law: Cow::Borrowed("PER-22/BC/2009 jo. PER-20/BC/2016"),
    }
}

/// Whether a document of this company and content would be refused for its aju: it is another company's, or its own
/// document is under way with other content. A draft goes on, and what was refused or recalled is sent again.
fn is_taken(tx: &mut dyn Tx, company: &str, aju: &str, sha256: &str) -> Result<bool, Error> {
    let Some(known) = declarations::by_nomor_aju(tx, aju)? else { return Ok(false) };
    if known.company_id != company && known.ppjk_id.as_deref() != Some(company) {
        return Ok(true);
    }
    let state: State = serde_json::from_str(&known.state).map_err(|e| Error::Broken(e.to_string()))?;
    if state.tahap == Stage::Recording || is_correctable(state.tahap) {
        return Ok(false);
    }
    Ok(frozen::latest(tx, &known.id)?.is_none_or(|sent| sent.sha256 != sha256))
}

/// Whether a document at this stage may be sent again on its aju.
pub(super) fn is_correctable(stage: Stage) -> bool {
    matches!(stage, Stage::Rejected | Stage::ReturnedByInsw | Stage::Correcting)
}

/// Bytes to document.
pub(crate) fn read(body: &[u8]) -> Result<Pib, Error> {
    Ok(Pib::parse(body, &Limits::default())?)
}

/// The day at the document's office, with the reference data in force.
pub(crate) fn day_of(app: &App, doc: &Pib) -> Result<Arc<Day>, Error> {
    let now = app.now();
    let day = app.current().day(app.db(), now, office_day(now, "WIB"))?;
    let zone = doc.kode_kantor.good().and_then(|k| day.snapshot.kantor(k.as_str())).map_or("WIB", |k| k.zona_waktu());
    let today = office_day(now, zone);
    if today == day.today { Ok(day) } else { app.current().day(app.db(), now, today) }
}

/// Rules and levies on one day with the facts given; pure.
pub(crate) fn examine(doc: &Pib, day: &Day, facts: &Facts) -> (Findings, Assessment) {
    let assessment = figures::assess(doc, &day.snapshot, &day.params, day.today);
    let subject = Subject { doc, snapshot: &day.snapshot, today: day.today, facts, assessment: Some(&assessment) };
    (rules::examine(&subject), assessment)
}
