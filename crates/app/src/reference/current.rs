//! The reference data in force, kept in memory; the database says which version that is.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use declaration::figures;
use declaration::levy::LevyParams;
use declaration::workflow::WorkflowParams;
use jiff::Timestamp;
use jiff::ToSpan;
use jiff::tz::Offset;
use kernel::Date;
use reference::{Snapshot, TableKind};
use store::{Db, Fault};

use super::hours::{self, Closed, Hours};
use crate::Error;

/// How long a process trusts that no other process imported anything, in microseconds.
const TRUST: i64 = 1_000_000;
/// Older versions kept at hand for recomputing.
const OLDER: usize = 2;
/// Days kept at hand: today in each time zone, and one of an older version.
const DAYS: usize = 4;

/// Reference data as they hold on one day.
#[derive(Debug)]
pub struct Day {
    /// The day.
    pub today: Date,
    /// The data, sample rates rolled when the installation is a demo.
    pub snapshot: Snapshot,
    /// The levies' parameters of the day.
    pub params: LevyParams,
    /// The workflow's parameters of the day.
    pub workflow: WorkflowParams,
    /// Holidays from a year back to two years ahead, as far as the data know them.
    pub holidays: Vec<Date>,
    /// Days on which single offices are closed besides.
    pub(super) closed: Closed,
}

impl Day {
    fn of(today: Date, snapshot: Snapshot) -> Result<Self, Error> {
        let params = figures::params(&snapshot, today).map_err(|e| Error::Broken(e.to_string()))?;
        let workflow = WorkflowParams::from_lookup(&|key| snapshot.parameter(key, today).map(|p| p.nilai.clone()))
            .map_err(|e| Error::Broken(e.to_string()))?;
        let first = today.saturating_sub(366.days());
        let days = (0..3 * 366).map(|n: i64| first.saturating_add(n.days()));
        let holidays = days.filter(|d| snapshot.is_holiday(*d)).collect();
        let closed = hours::closed(&snapshot);
        Ok(Self { today, snapshot, params, workflow, holidays, closed })
    }
}

impl Day {
    /// When an office works.
    pub fn hours(&self, office: &str) -> Hours {
        hours::of(&self.snapshot, self.today, &self.closed, office)
    }
}

/// Loads and keeps reference data.
#[derive(Debug)]
pub struct Current {
    demo: bool,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    latest: u32,
    looked: Option<Timestamp>,
    snapshots: BTreeMap<u32, Snapshot>,
    days: Vec<(u32, Arc<Day>)>,
}

impl Current {
    /// Nothing loaded yet.
    pub fn new(demo: bool) -> Self {
        Self { demo, state: Mutex::default() }
    }

    /// The day `today` in the version in force.
    pub fn day(&self, db: &Db, now: Timestamp, today: Date) -> Result<Arc<Day>, Error> {
        let version = self.latest(db, now)?;
        self.day_of(db, version, today)
    }

    /// The day `today` in a given version: the same answer for ever.
    pub fn day_of(&self, db: &Db, version: u32, today: Date) -> Result<Arc<Day>, Error> {
        let known = |(kept, day): &&(u32, Arc<Day>)| *kept == version && day.today == today;
        if let Some((_, day)) = self.lock().days.iter().find(known) {
            return Ok(Arc::clone(day));
        }
        let snapshot = self.snapshot(db, version)?;
        let snapshot = if self.demo { snapshot.roll_samples(today) } else { snapshot };
        let day = Arc::new(Day::of(today, snapshot)?);
        let mut state = self.lock();
        if state.days.len() >= DAYS {
            state.days.remove(0);
        }
        state.days.push((version, Arc::clone(&day)));
        Ok(day)
    }

    /// The version in force; 0 when nothing was ever imported.
    pub fn latest(&self, db: &Db, now: Timestamp) -> Result<u32, Error> {
        {
            let state = self.lock();
            let fresh = state.looked.is_some_and(|at| (now.as_microsecond() - at.as_microsecond()).abs() < TRUST);
            if fresh {
                return Ok(state.latest);
            }
        }
        let version = db.read(|tx| store::reference::latest(tx))?.map_or(0, |snapshot| snapshot.version);
        let mut state = self.lock();
        state.latest = version;
        state.looked = Some(now);
        Ok(version)
    }

    /// Forgets what was looked up, after an import here.
    pub fn refresh(&self) {
        self.lock().looked = None;
    }

    fn snapshot(&self, db: &Db, version: u32) -> Result<Snapshot, Error> {
        if let Some(snapshot) = self.lock().snapshots.get(&version) {
            return Ok(snapshot.clone());
        }
        let snapshot = load(db, version)?;
        let mut state = self.lock();
        state.snapshots.insert(version, snapshot.clone());
        while state.snapshots.len() > OLDER + 1 {
            state.snapshots.pop_first();
        }
        Ok(snapshot)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads one version from the database.
fn load(db: &Db, version: u32) -> Result<Snapshot, Error> {
    let tables = db.read(move |tx| {
        let mut tables = Vec::new();
        for table in store::reference::tables(tx, version)? {
            let bytes = store::reference::bytes(tx, &table.sha256)?
                .ok_or_else(|| Fault::Value(format!("reference table {} is missing", table.name)))?;
            tables.push((table.name, bytes));
        }
        Ok::<_, Error>(tables)
    })?;
    let blobs: BTreeMap<TableKind, Vec<u8>> =
        tables.into_iter().filter_map(|(name, bytes)| Some((name.parse::<TableKind>().ok()?, bytes))).collect();
    Snapshot::build(u64::from(version), &blobs).map_err(|e| Error::Broken(e.to_string()))
}

/// The calendar day at an office of the given zone (WIB, WITA, WIT).
pub fn office_day(now: Timestamp, zone: &str) -> Date {
    let hours = match zone {
        "WITA" => 8,
        "WIT" => 9,
        _ => 7,
    };
    Offset::constant(hours).to_datetime(now).date()
}
