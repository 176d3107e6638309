//! What came out, for people and for machines.

use std::fmt::Write as _;
use std::time::Duration;

use crate::check::{Miss, Verdict};

/// How one check ended.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Id of the check.
    pub id: String,
    /// The promise.
    pub title: String,
    /// Whether it was kept.
    pub verdict: Verdict,
    /// How long it took to ask.
    pub took: Duration,
}

impl Outcome {
    /// One line of the table.
    pub fn line(&self) -> String {
        let (word, why) = match &self.verdict {
            Ok(()) => ("ok  ", String::new()),
            Err(Miss::Broken(why)) => ("FAIL", format!("\n                  {why}")),
            Err(Miss::Skipped(why)) => ("skip", format!(" ({why})")),
        };
        format!("{word}  {:<12} {}{why}", self.id, self.title)
    }
}

/// All outcomes of a run.
#[derive(Debug, Clone)]
pub struct Report {
    /// Who was asked.
    pub base_url: String,
    /// In the order of asking.
    pub outcomes: Vec<Outcome>,
}

impl Report {
    /// Promises kept.
    pub fn passed(&self) -> usize {
        self.outcomes.iter().filter(|o| o.verdict.is_ok()).count()
    }

    /// Promises broken.
    pub fn failed(&self) -> usize {
        self.broken().len()
    }

    /// What could not be asked.
    pub fn skipped(&self) -> usize {
        self.outcomes.len() - self.passed() - self.failed()
    }

    /// Ids of the promises broken.
    pub fn broken(&self) -> Vec<&str> {
        let broken = self.outcomes.iter().filter(|o| matches!(o.verdict, Err(Miss::Broken(_))));
        broken.map(|o| o.id.as_str()).collect()
    }

    /// The closing line.
    pub fn summary(&self) -> String {
        format!("{} passed, {} failed", self.passed(), self.failed())
    }

    /// As JUnit XML, one test suite a chapter.
    pub fn junit(&self) -> String {
        let mut chapters: Vec<&str> = Vec::new();
        for outcome in &self.outcomes {
            let chapter = chapter(&outcome.id);
            if !chapters.contains(&chapter) {
                chapters.push(chapter);
            }
        }
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        let totals = (self.outcomes.len(), self.failed(), self.skipped());
        // Writing to a text cannot fail.
        let _ = writeln!(
            out,
            "<testsuites name=\"{}\" tests=\"{}\" failures=\"{}\" skipped=\"{}\">",
            escaped(&self.base_url),
            totals.0,
            totals.1,
            totals.2
        );
        for name in chapters {
            suite(&mut out, name, self.outcomes.iter().filter(|o| chapter(&o.id) == name));
        }
        out.push_str("</testsuites>\n");
        out
    }
}

fn suite<'a>(out: &mut String, name: &str, outcomes: impl Iterator<Item = &'a Outcome> + Clone) {
    let broken = outcomes.clone().filter(|o| matches!(o.verdict, Err(Miss::Broken(_)))).count();
    let skipped = outcomes.clone().filter(|o| matches!(o.verdict, Err(Miss::Skipped(_)))).count();
    let count = outcomes.clone().count();
    let _ =
        writeln!(out, "  <testsuite name=\"{name}\" tests=\"{count}\" failures=\"{broken}\" skipped=\"{skipped}\">");
    for outcome in outcomes {
        let _ = write!(
            out,
            "    <testcase classname=\"{name}\" name=\"{} {}\" time=\"{:.3}\"",
            escaped(&outcome.id),
            escaped(&outcome.title),
            outcome.took.as_secs_f64()
        );
        let _ = match &outcome.verdict {
            Ok(()) => writeln!(out, "/>"),
            Err(Miss::Broken(why)) => writeln!(out, "><failure message=\"{}\"/></testcase>", escaped(why)),
            Err(Miss::Skipped(why)) => writeln!(out, "><skipped message=\"{}\"/></testcase>", escaped(why)),
        };
    }
    out.push_str("  </testsuite>\n");
}

/// The letters before the number.
fn chapter(id: &str) -> &str {
    id.split('-').next().unwrap_or(id)
}

/// Text that may stand in an attribute; what XML cannot hold becomes a blank.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
