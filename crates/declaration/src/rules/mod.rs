//! The acceptance rules of BC 2.0: each with a public code, weight, law, dates, and a message in both languages.
//!
//! Two families come from the field catalogue (`PIB-W.*` mandatory, `PIB-D.*` code list), one from the kinds of the
//! fields (`PIB-B.*`), and the rest, `PIB-nnn`, are written one by one. A finding list always names everything that is
//! wrong; only a repeated finding of one rule is cut after [`MOST_PER_RULE`].

mod barang;
mod catalog;
mod catalog_barang;
mod catalog_header;
mod catalog_lists;
mod dokumen;
mod entitas;
mod facts;
mod fields;
mod header;
mod help;
mod kemasan;
mod pengangkutan;
mod pihak;
mod pungutan;
mod registry;
mod transaksi;
mod words;

use std::borrow::Cow;

use kernel::{Date, Finding, Findings, Pointer, Severity, Text};
use reference::Snapshot;

use crate::document::Pib;
use crate::levy::Assessment;

pub use catalog::{Allowed, FieldSpec, Need, SECTIONS, spec};
pub use facts::{CompanyFacts, Facts, QuotaFact};
pub use registry::all;
pub use words::{describe, generated};

/// Most findings of one rule in one document; one more says how many were left out.
pub const MOST_PER_RULE: usize = 100;

/// What a rule may look at. Nothing else: no clock, no database.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The document as it stands.
    pub doc: &'a Pib,
    /// Reference data of one version.
    pub snapshot: &'a Snapshot,
    /// The day that decides which law, rate and list holds.
    pub today: Date,
    /// What the installation knows of the parties and earlier documents; unknown in a trial without a server.
    pub facts: &'a Facts,
    /// The levies, as far as the figures allowed to compute them.
    pub assessment: Option<&'a Assessment>,
}

/// One rule as the public list shows it.
pub struct Rule {
    /// `PIB-101`.
    pub code: &'static str,
    /// Weight of its findings.
    pub severity: Severity,
    /// What it demands, in one sentence.
    pub title: Text,
    /// Legal basis.
    pub law: &'static str,
    /// First day it holds, as `YYYY-MM-DD`; none when since ever.
    pub from: Option<&'static str>,
    /// Last day it holds.
    pub to: Option<&'static str>,
    /// The check.
    pub check: fn(&Subject<'_>, &mut Sink<'_>),
}

impl Rule {
    /// Whether the rule holds on `day`.
    pub fn holds_on(&self, day: Date) -> bool {
        if self.from.is_none() && self.to.is_none() {
            return true;
        }
        let day = day.to_string();
        self.from.is_none_or(|from| from <= day.as_str()) && self.to.is_none_or(|to| day.as_str() <= to)
    }
}

/// Takes the findings of one rule.
pub struct Sink<'a> {
    code: &'static str,
    severity: Severity,
    law: &'static str,
    count: usize,
    out: &'a mut Findings,
}

impl Sink<'_> {
    /// Reports one datum.
    pub fn hit(&mut self, pointer: impl Into<Pointer>, message: Text) {
        self.count += 1;
        if self.count <= MOST_PER_RULE {
            self.push(pointer.into(), message);
        }
    }

    fn push(&mut self, pointer: Pointer, message: Text) {
        self.out.push(Finding {
            code: Cow::Borrowed(self.code),
            severity: self.severity,
            pointer,
            message,
            law: Cow::Borrowed(self.law),
        });
    }

    fn close(mut self) {
        if let Some(message) = left_out(self.count) {
            self.push(Pointer::root(), message);
        }
    }
}

/// The last word of a rule with `count` findings, when it has more than are listed.
fn left_out(count: usize) -> Option<Text> {
    let more = count.checked_sub(MOST_PER_RULE).filter(|more| *more > 0)?;
    Some(Text::made(
        format!("… dan {more} temuan lain dari aturan ini."),
        format!("… and {more} more findings of this rule."),
    ))
}

/// Everything there is to say about a document, in the document's order.
pub fn examine(subject: &Subject<'_>) -> Findings {
    let mut findings = Findings::new();
    fields::check(subject, &mut findings);
    for rule in all().filter(|r| r.holds_on(subject.today)) {
        let mut sink = Sink { code: rule.code, severity: rule.severity, law: rule.law, count: 0, out: &mut findings };
        (rule.check)(subject, &mut sink);
        sink.close();
    }
    findings.sort_by_cached_key(|f| (f.severity, place(f.pointer.as_str()), f.code.clone()));
    findings
}

/// Sort key of a pointer: section in the document's order, row, then the rest.
fn place(pointer: &str) -> (usize, usize, String) {
    let section = |list: &str| SECTIONS.iter().position(|(name, _)| *name == list);
    match crate::document::split_list_step(pointer) {
        Some((list, row, rest)) => (section(list).unwrap_or(SECTIONS.len()), row, rest.to_owned()),
        None => section(pointer).map_or_else(|| (0, 0, pointer.to_owned()), |list| (list, 0, String::new())),
    }
}
