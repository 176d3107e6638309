//! Customs validation: every rule, the levies, and the claim on the bill of lading.

use declaration::levy::{Assessment, Facility};
use declaration::workflow::{Action, Jaminan, Kewajiban};
use kernel::Findings;
use kernel::finding::rejects;
use serde::Deserialize;
use serde_json::json;
use store::{declarations, jobs};

use super::load::{Loaded, load, obstacle, payload};
use super::{Held, Left, claims};
use crate::declaration::{ask_registry, examine, gather, npwp_of};
use crate::h2h::sandbox;
use crate::process::{Env, Extras, advance, system};
use crate::{App, Error};

#[derive(Deserialize)]
struct Ask {
    kiriman: u32,
}

/// Validates one sending.
pub(super) fn run(app: &App, held: &Held) -> Result<Left, Error> {
    let Ask { kiriman } = payload(held)?;
    let loaded = load(app, held)?;
    if loaded.state.kiriman != kiriman {
        return Ok(Left::Nothing);
    }
    let env = Env::of(app, loaded.row.kode_kantor.parse().ok(), loaded.lodged.clone())?;
    let when = (env.day.today, app.settings().demo);
    let (doc, sender) =
        (loaded.doc.clone(), loaded.row.ppjk_id.clone().unwrap_or_else(|| loaded.row.company_id.clone()));
    let sender = app.db().read(move |tx| store::companies::by_id(tx, &sender))?.map(|c| c.npwp);
    let who = sender.clone();
    let mut facts = app.db().read(move |tx| gather(tx, &doc, who.as_deref(), when))?;
    let (importer, broker) = (npwp_of(&loaded.doc, "1"), npwp_of(&loaded.doc, "4"));
    if let Err(fault) = ask_registry(app, &mut facts, importer.as_deref(), broker.as_deref()) {
        obstacle(app, &loaded, "OSS/DJP", &fault.to_string())?;
        return Ok(Left::Later(fault.to_string()));
    }
    let (mut findings, assessment) = examine(&loaded.doc, &env.day, &facts);
    if app.settings().h2h.sandbox {
        let (at, row) = (app.clone(), loaded.row.clone());
        findings.extend(app.db().read(move |tx| sandbox::rejects(tx, &at, &row))?);
    }
    let kewajiban = dues(&loaded, &assessment);
    let (at, id, by, job) = (app.clone(), loaded.row.id.clone(), held.owner.clone(), held.job.id.clone());
    let doc = loaded.doc.clone();
    app.db().write(move |tx| {
        let mut row = declarations::for_update(tx, &id)?.ok_or(Error::NotFound)?;
        let mut findings = findings.clone();
        if !rejects(&findings) && !claims::take(tx, &row, &doc)? {
            // Somebody else was first since the facts were read: judge by what is true now.
            findings = examine(&doc, &env.day, &gather(tx, &doc, sender.as_deref(), when)?).0;
            if !rejects(&findings) {
                return Err(Error::Broken("B/L atau kuota tidak dapat diambil; dicoba lagi".into()));
            }
        }
        let (action, extras) = outcome(kiriman, &findings, &kewajiban);
        row.reference_version = env.reference_version();
        match advance(tx, &at, &env, &mut row, system().does(action), &extras) {
            Ok(()) | Err(Error::Refused(_)) => {}
            Err(error) => return Err(error),
        }
        Ok(jobs::complete(tx, &job, &by, env.now)?)
    })?;
    Ok(Left::Completed)
}

fn outcome(kiriman: u32, findings: &Findings, kewajiban: &Kewajiban) -> (Action, Extras) {
    let refusing = findings.iter().filter(|f| f.severity == kernel::Severity::Reject).count();
    if refusing == 0 {
        let action = Action::ValidationPassed { kiriman, kewajiban: kewajiban.clone() };
        return (action, Extras::default());
    }
    let temuan = u32::try_from(refusing).unwrap_or(u32::MAX);
    (Action::ValidationFailed { kiriman, temuan }, Extras::of("2001", json!({ "findings": findings })))
}

/// How the levies are settled (rules 1.14).
fn dues(loaded: &Loaded, assessment: &Assessment) -> Kewajiban {
    let under = |facility| assessment.sum(facility).unwrap_or_default();
    let paid_with = |code: &str| loaded.doc.kode_cara_bayar.good().is_some_and(|k| k.as_str() == code);
    let receipt = loaded.doc.jaminan.iter().find_map(|j| j.nomor_bpj.good()).map(ToString::to_string);
    let guaranteed = under(Facility::Dijaminkan).0 > 0 || paid_with("3");
    Kewajiban {
        bayar: assessment.dibayar,
        berkala: assessment.dibayar.0 == 0 && under(Facility::Berkala).0 > 0,
        jaminan: guaranteed.then_some(Jaminan { bpj: receipt }),
    }
}
