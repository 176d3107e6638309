//! Dry run: findings and levies of a document, nothing stored.

use std::sync::Arc;

use declaration::levy::Assessment;
use declaration::rules::{self, Facts, Subject};
use declaration::{Limits, Pib, Section, figures};
use kernel::Findings;

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
    Ok(Checked { doc, findings, assessment, day })
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
