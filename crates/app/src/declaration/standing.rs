//! What the tax office and OSS say of a company, remembered for some minutes.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use declaration::rules::{CompanyFacts, Facts};
use jiff::{SignedDuration, Timestamp};

use crate::App;
use crate::ports::{CompanyStanding, PartnerFault};

/// How long an answer is believed, minutes.
const TRUST: i64 = 10;
/// Most companies remembered; past it everything is asked anew.
const MOST: usize = 10_000;

/// Answers of the registry by NPWP; none when it does not know the company.
#[derive(Debug, Default)]
pub struct Standings(Mutex<BTreeMap<String, (Timestamp, Option<CompanyStanding>)>>);

impl Standings {
    fn ask(&self, app: &App, npwp: &str) -> Result<Option<CompanyStanding>, PartnerFault> {
        let now = app.now();
        let fresh = now.saturating_sub(SignedDuration::from_mins(TRUST)).unwrap_or(now);
        if let Some((at, known)) = self.lock().get(npwp)
            && *at > fresh
        {
            return Ok(known.clone());
        }
        let answer = match app.ports().registry.standing(npwp) {
            Ok(standing) => Some(standing),
            Err(PartnerFault::Refused { .. }) => None,
            Err(fault) => return Err(fault),
        };
        let mut all = self.lock();
        if all.len() >= MOST {
            all.clear();
        }
        all.insert(npwp.to_owned(), (now, answer.clone()));
        Ok(answer)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, (Timestamp, Option<CompanyStanding>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Adds what the registry says of importer and broker; an error when it does not answer.
pub(crate) fn ask(
    app: &App,
    facts: &mut Facts,
    importer: Option<&str>,
    broker: Option<&str>,
) -> Result<(), PartnerFault> {
    for (company, npwp) in [(&mut facts.importir, importer), (&mut facts.ppjk, broker)] {
        if let (Some(company), Some(npwp)) = (company.as_mut().filter(|c| c.terdaftar), npwp) {
            merge(company, app.standings().ask(app, npwp)?.as_ref());
        }
    }
    Ok(())
}

fn merge(company: &mut CompanyFacts, standing: Option<&CompanyStanding>) {
    company.npwp_aktif = standing.is_some_and(|s| s.npwp_aktif);
    company.akses_kepabeanan = standing.is_some_and(|s| s.akses_kepabeanan && s.nib.is_some());
}
