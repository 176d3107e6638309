//! Does a server keep the host-to-host contract? Checks that ask any server over HTTP, as its clients would, and say
//! for each promise whether it is kept.
//!
//! A check is a small function on a [`World`]: what was logged in to, sent and received so far. The chapters hold the
//! checks, mostly as tables. Nothing here knows Pabean: another server can be asked just so.

mod chapters;
mod check;
mod client;
mod expect;
mod form;
mod report;
mod sample;
mod world;

use std::time::{Duration, Instant};

pub use check::{Check, Miss, Verdict};
pub use report::{Outcome, Report};
pub use world::World;

/// Whom to ask, and as whom.
#[derive(Debug, Clone)]
pub struct Options {
    /// Address without a path, such as `http://127.0.0.1:8080`.
    pub base_url: String,
    /// User of a company that may send documents.
    pub username: String,
    /// Its password.
    pub password: String,
    /// A user of another company and the password: then foreign documents are asked for.
    pub stranger: Option<(String, String)>,
    /// NPWP of the company, 15 or 16 digits; asked from the server when left out.
    pub npwp: Option<String>,
    /// Name of the company; asked from the server when left out.
    pub name: Option<String>,
    /// Sent as `Beacukai-Api-Key` where the server demands one.
    pub api_key: Option<String>,
    /// Address of the partner simulator: then the bill is paid and the journey followed to its receipt.
    pub simulator: Option<String>,
    /// A manifest position of the sandbox that fits the sample: then the journey with `simulator` ends in an SPPB.
    pub position: Option<u32>,
    /// The day the documents are dated, `YYYY-MM-DD`, at the office.
    pub today: String,
    /// The day before.
    pub yesterday: String,
    /// Makes the aju numbers of one run differ from those of every other.
    pub seed: u64,
    /// Only checks whose id begins with one of these; all when empty.
    pub only: Vec<String>,
    /// Longest wait for a document to move on.
    pub patience: Duration,
}

/// All checks, in the order in which they are asked.
pub fn checks() -> Vec<Check> {
    chapters::all()
}

/// Asks all of them, or the chosen ones; `seen` is told each outcome as it falls.
pub fn run(options: &Options, mut seen: impl FnMut(&Outcome)) -> Report {
    let world = World::new(options.clone());
    let chosen = |check: &Check| options.only.is_empty() || options.only.iter().any(|id| check.id.starts_with(id));
    let mut outcomes = Vec::new();
    for check in checks().into_iter().filter(chosen) {
        let begun = Instant::now();
        let verdict = (check.run)(&world);
        let outcome = Outcome { id: check.id, title: check.title, verdict, took: begun.elapsed() };
        seen(&outcome);
        outcomes.push(outcome);
    }
    Report { base_url: options.base_url.clone(), outcomes }
}
