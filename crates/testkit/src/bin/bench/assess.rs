//! One document of twenty goods lines in memory: no server, no database, one thread.

use std::hint::black_box;
use std::time::{Duration, Instant};

use declaration::levy::LevyParams;
use declaration::rules::{Facts, Subject};
use declaration::{Limits, Lodged, Pib, Section, figures};
use kernel::Date;
use reference::Snapshot;

/// The document, right on its own day.
const EXAMPLE: &[u8] = include_bytes!("../../../../../examples/pib-20-barang.json");
/// That day.
const DAY: &str = "2026-03-06";
/// Repetitions; the median counts.
const TIMES: usize = 3_000;

/// Medians.
pub struct Assessed {
    /// From the bytes to the document.
    pub parse: Duration,
    /// From the document to its levies, findings and lodged form.
    pub lodge: Duration,
    /// Size of the document.
    pub bytes: usize,
}

/// Measures.
pub fn measure() -> Result<Assessed, String> {
    let day: Date = DAY.parse().map_err(|_| "the example's day is no date")?;
    let snapshot = reference::starter::snapshot()?.roll_samples(day);
    let params = figures::params(&snapshot, day).map_err(|e| e.to_string())?;
    let doc = read()?;
    lodge(&doc, &snapshot, &params, day)?;
    let parse = median(|| read().map(drop))?;
    let lodge = median(|| lodge(&doc, &snapshot, &params, day).map(drop))?;
    Ok(Assessed { parse, lodge, bytes: EXAMPLE.len() })
}

fn read() -> Result<Pib, String> {
    Pib::parse(black_box(EXAMPLE), &Limits::default()).map_err(|e| e.to_string())
}

fn lodge(doc: &Pib, snapshot: &Snapshot, params: &LevyParams, today: Date) -> Result<Lodged, String> {
    let assessment = figures::assess(black_box(doc), snapshot, params, today);
    let facts = Facts::default();
    let subject = Subject { doc, snapshot, today, facts: &facts, assessment: Some(&assessment) };
    doc.lodge(&subject).map_err(|findings| format!("the example has {} findings", findings.len()))
}

fn median(mut act: impl FnMut() -> Result<(), String>) -> Result<Duration, String> {
    let mut times = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let begun = Instant::now();
        act()?;
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    Ok(times[TIMES / 2])
}
