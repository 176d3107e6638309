//! Drafts that were opened lately. Whoever leafs through a long one, or saves in it, should not wait until all of it is
//! read and judged again: what was read holds for its version, what was computed for its day, what was judged for what
//! the installation knew. All three are looked at anew each time.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use declaration::Pib;
use declaration::layout::Bagian;
use declaration::levy::Assessment;
use declaration::rules::Facts;
use kernel::{Findings, NomorAju};
use store::parts::Part;

use super::open::{Line, complete, is_touched};
use super::parts::{LINES, assemble, mark, section_mark};
use crate::Error;
use crate::declaration::examine;
use crate::reference::Day;

/// Most drafts that are kept.
const MOST: usize = 64;
/// Most goods lines of all of them but the latest draft: what bounds the memory.
const MOST_LINES: usize = 5_000;

/// What the rules and the levies said.
#[derive(Debug, Clone)]
pub(super) struct Judgement {
    /// What the installation knew.
    pub facts: Facts,
    /// Findings.
    pub findings: Arc<Findings>,
    /// Levies.
    pub assessment: Arc<Assessment>,
}

/// What was read of one version of a draft, as far as it was looked at.
#[derive(Debug, Clone)]
pub(super) struct Read {
    /// Office, 6 digits; empty when none was typed.
    pub office: String,
    /// As typed.
    pub typed: Arc<Pib>,
    /// With computed figures, by the data of `day`.
    pub full: Arc<Pib>,
    /// Reference data of the figures.
    pub day: Option<Arc<Day>>,
    /// What they were found to be.
    pub judgement: Option<Judgement>,
    /// Keys of the goods lines.
    pub lines: Arc<[Line]>,
    /// Words of the sections.
    pub marks: Arc<BTreeMap<Bagian, String>>,
    /// Sections in which something was recorded.
    pub touched: Arc<BTreeSet<Bagian>>,
    /// Word of all of it.
    pub mark: String,
}

impl Read {
    /// From the stored parts.
    pub fn of(rows: &[Part]) -> Result<Self, Error> {
        let typed = Arc::new(assemble(rows)?);
        let line = |row: &Part| Line { key: row.seq, mark: mark(std::iter::once(row.body.as_str())) };
        Ok(Self {
            office: typed.kode_kantor.good().map(ToString::to_string).unwrap_or_default(),
            full: Arc::clone(&typed),
            typed,
            day: None,
            judgement: None,
            lines: rows.iter().filter(|row| row.part == LINES).map(line).collect(),
            marks: Arc::new(Bagian::ALL.into_iter().map(|bagian| (bagian, section_mark(rows, bagian))).collect()),
            touched: Arc::new(Bagian::ALL.into_iter().filter(|bagian| is_touched(rows, *bagian)).collect()),
            mark: mark(rows.iter().map(|row| row.body.as_str())),
        })
    }

    /// With the figures of a day.
    pub fn completed(&self, aju: NomorAju, day: &Arc<Day>) -> Self {
        let full = Arc::new(complete(&self.typed, aju, day));
        Self { full, day: Some(Arc::clone(day)), judgement: None, ..self.clone() }
    }

    /// With what the rules say of it.
    pub fn judged(&self, facts: Facts, day: &Day) -> Self {
        let (findings, assessment) = examine(&self.full, day, &facts);
        let judgement = Judgement { facts, findings: Arc::new(findings), assessment: Arc::new(assessment) };
        Self { judgement: Some(judgement), ..self.clone() }
    }
}

/// Newest last.
type Rows = VecDeque<(String, u32, Arc<Read>)>;

/// The drafts.
#[derive(Debug, Default)]
pub(crate) struct Kept(Mutex<Rows>);

impl Kept {
    /// What was read of a version.
    pub(super) fn get(&self, id: &str, version: u32) -> Option<Arc<Read>> {
        let rows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        rows.iter().find(|(known, at, _)| known == id && *at == version).map(|(_, _, read)| Arc::clone(read))
    }

    /// Keeps what was read, instead of older versions and of what nobody has looked at for longest.
    pub(super) fn keep(&self, id: &str, version: u32, read: &Arc<Read>) {
        let mut rows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        rows.retain(|(known, _, _)| known != id);
        rows.push_back((id.to_owned(), version, Arc::clone(read)));
        let lines = |rows: &Rows| rows.iter().map(|(_, _, read)| read.lines.len()).sum::<usize>();
        while rows.len() > MOST || (rows.len() > 1 && lines(&rows) > MOST_LINES) {
            rows.pop_front();
        }
    }
}
