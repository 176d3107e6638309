//! Letters and printed forms as PDF, set by typst inside the process.
//!
//! The typesetter sees a virtual folder only: the templates compiled into the binary and one `data.json`. It has no file
//! system, no network and no clock, and every date comes from the data, so the same data gives the same bytes. A user's
//! text reaches a template as a JSON string and is never parsed as markup.

mod clean;
mod engine;
mod fault;
#[cfg(test)]
mod fit;
mod form;
mod kinds;
mod prepare;
pub mod samples;
mod words;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, OnceLock};

use app::ports::{LetterFault, Letters};
use serde_json::Value;

use crate::engine::Engine;
use crate::fault::fault;
pub use crate::kinds::{KINDS, Kind, kind};
pub use crate::words::terbilang;

/// Longest data of one letter, in bytes of JSON after cleaning.
const LONGEST_DATA: usize = 32 << 20;

/// The letters, with fonts, library and templates loaded once; clones share them.
#[derive(Clone)]
pub struct Typst {
    engine: Arc<OnceLock<Engine>>,
}

impl Typst {
    /// Loads fonts and templates. Keep the value: this takes far longer than a letter.
    pub fn new() -> Result<Self, LetterFault> {
        let engine = Engine::new().map_err(|reason| fault("-", reason))?;
        Ok(Self { engine: Arc::new(OnceLock::from(engine)) })
    }

    /// Loads them with the first letter: a server that nobody asks for one does without their memory.
    pub fn lazy() -> Self {
        Self { engine: Arc::default() }
    }

    fn engine(&self) -> Result<&Engine, String> {
        if let Some(engine) = self.engine.get() {
            return Ok(engine);
        }
        // Two first letters at once load twice, and one result is kept.
        let engine = Engine::new()?;
        Ok(self.engine.get_or_init(|| engine))
    }

    /// The text of each page, in the order of setting: for search, comparison and tests.
    pub fn page_texts(&self, kind: &str, data: &Value) -> Result<Vec<String>, LetterFault> {
        self.with(kind, data, Engine::page_texts)
    }

    fn with<T>(
        &self,
        kind: &str,
        data: &Value,
        job: impl FnOnce(&Engine, &Kind, &prepare::Letter) -> Result<T, String>,
    ) -> Result<T, LetterFault> {
        let entry = kinds::kind(kind).ok_or_else(|| fault(kind, "jenis surat tidak dikenal"))?;
        let letter = (entry.prepare)(data).map_err(|reason| fault(kind, reason))?;
        if letter.json.len() > LONGEST_DATA {
            return Err(fault(kind, format!("data {} byte melewati batas {LONGEST_DATA}", letter.json.len())));
        }
        // The typesetter is foreign code: a defect in it must cost one letter, not the worker.
        catch_unwind(AssertUnwindSafe(|| job(self.engine()?, entry, &letter)))
            .unwrap_or_else(|_| Err("pengolah huruf berhenti mendadak".to_owned()))
            .map_err(|reason| fault(kind, reason))
    }
}

impl Letters for Typst {
    fn render(&self, kind: &str, data: &Value) -> Result<Vec<u8>, LetterFault> {
        self.with(kind, data, Engine::pdf)
    }
}
