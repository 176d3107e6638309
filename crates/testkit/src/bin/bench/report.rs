//! The figures as a table and as JSON.

use std::fmt::Write as _;
use std::time::Duration;

use serde_json::{Value, json};

use crate::assess::Assessed;

/// What was measured on one engine.
pub struct Figures {
    /// `sqlite` or `postgres`.
    pub engine: &'static str,
    /// (a) Durable inserts of the document's bytes a second.
    pub raw_per_s: f64,
    /// (b) Submissions a second.
    pub submit_per_s: f64,
    /// Half of them were answered sooner.
    pub submit_p50: Duration,
    /// All but one in a hundred were answered sooner.
    pub submit_p99: Duration,
    /// Processor time of the house for each.
    pub submit_cost: Duration,
    /// (c) Journeys to SPPB a second.
    pub journey_per_s: f64,
    /// (e) Resident memory after the start, KiB.
    pub idle_kib: u64,
    /// The most during (b).
    pub submitting_kib: u64,
    /// The most during (c).
    pub working_kib: u64,
}

impl Figures {
    fn ratio(&self) -> f64 {
        self.submit_per_s / self.raw_per_s
    }

    fn loaded_kib(&self) -> u64 {
        self.submitting_kib.max(self.working_kib)
    }

    fn json(&self, assessed: &Assessed) -> Value {
        json!({
            "engine": self.engine,
            "rawInsertPerS": tenth(self.raw_per_s),
            "submitPerS": tenth(self.submit_per_s),
            "submitToRaw": (self.ratio() * 1_000.0).round() / 1_000.0,
            "submitP50Ms": millis(self.submit_p50),
            "submitP99Ms": millis(self.submit_p99),
            "submitCpuUs": micros(self.submit_cost),
            "journeyPerS": tenth(self.journey_per_s),
            "assessUs": micros(assessed.lodge),
            "parseUs": micros(assessed.parse),
            "assessWithParseUs": micros(assessed.lodge + assessed.parse),
            "rssIdleMb": mebi(self.idle_kib),
            "rssSubmitMb": mebi(self.submitting_kib),
            "rssJourneyMb": mebi(self.working_kib),
            "rssLoadMb": mebi(self.loaded_kib()),
        })
    }
}

/// One object: the first engine's members, and one member for each engine.
pub fn json(measured: &[Figures], assessed: &Assessed) -> Value {
    let mut object = measured.first().map_or_else(|| json!({}), |first| first.json(assessed));
    for figures in measured {
        object[figures.engine] = figures.json(assessed);
    }
    object
}

/// A table, one column for each engine.
pub fn text(measured: &[Figures], assessed: &Assessed) -> String {
    let mut out = String::new();
    let mut row = |what: &str, cell: &dyn Fn(&Figures) -> String| {
        let _ = write!(out, "{what:<52}");
        for figures in measured {
            let _ = write!(out, "{:>12}", cell(figures));
        }
        out.push('\n');
    };
    row("", &|f| f.engine.to_owned());
    row("(a) raw durable inserts of the document, per s", &|f| format!("{:.0}", f.raw_per_s));
    row("(b) submissions, 16 clients, 10 goods lines, per s", &|f| format!("{:.0}", f.submit_per_s));
    row("    ratio (b)/(a)                  aim at least 0.5", &|f| format!("{:.2}", f.ratio()));
    row("    half answered within, ms", &|f| format!("{:.1}", millis(f.submit_p50)));
    row("    99 of 100 answered within, ms", &|f| format!("{:.1}", millis(f.submit_p99)));
    row("    processor time of the house for each, µs", &|f| format!("{:.0}", micros(f.submit_cost)));
    row("(c) journeys to SPPB, per s", &|f| format!("{:.1}", f.journey_per_s));
    row("(d) lodge and assess 20 goods lines, µs  aim ≤ 100", &|_| format!("{:.0}", micros(assessed.lodge)));
    row(&format!("    reading its {} bytes, µs", assessed.bytes), &|_| format!("{:.0}", micros(assessed.parse)));
    row("(e) resident memory idle, MB              aim ≤ 80", &|f| format!("{:.0}", mebi(f.idle_kib)));
    row("    under submissions, MB                aim ≤ 300", &|f| format!("{:.0}", mebi(f.submitting_kib)));
    row("    under journeys, MB                   aim ≤ 300", &|f| format!("{:.0}", mebi(f.working_kib)));
    out
}

fn tenth(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

fn millis(time: Duration) -> f64 {
    tenth(time.as_secs_f64() * 1e3)
}

fn micros(time: Duration) -> f64 {
    tenth(time.as_secs_f64() * 1e6)
}

fn mebi(kib: u64) -> f64 {
    tenth(kib as f64 / 1_024.0)
}
