//! What a simulator is started with.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use app::ports::{Clock, CompanyStanding};
use serde::{Deserialize, Serialize};

use super::rule::{LartasOutcome, Rule, builtin_rules};

/// A tariff prefix that INSW restricts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LartasRule {
    /// First digits of the HS code, 2 to 8.
    pub awalan: String,
    /// Any one of these document codes satisfies it.
    pub dokumen: Vec<String>,
    /// Outcome without such a document.
    pub hasil: LartasOutcome,
}

/// Everything a simulator needs.
#[derive(Clone)]
pub struct SimulatorConfig {
    /// Its time; expiry and delays follow it.
    pub clock: Arc<dyn Clock>,
    /// Signs hints, and seeds billing codes and receipt numbers.
    pub secret: String,
    /// Where hints go; none sends none.
    pub callback_url: Option<String>,
    /// Address of the portal for people, without a slash at the end; bills lead back there. None shows no way back.
    pub portal_url: Option<String>,
    /// JSON-lines file that outlives the process; none keeps all in memory.
    pub journal: Option<PathBuf>,
    /// Outcomes by suffix; the built-in ones by default.
    pub rules: Vec<Rule>,
    /// Restricted tariff prefixes.
    pub lartas: Vec<LartasRule>,
    /// Companies with a standing of their own, by NPWP as it is asked for.
    pub companies: BTreeMap<String, CompanyStanding>,
    /// How often delays are looked at when nobody asks, in real time.
    pub tick: Duration,
}

impl SimulatorConfig {
    /// The defaults: no journal, no hints, the built-in outcomes, everything at once.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            secret: "rahasia-sandbox".to_owned(),
            callback_url: None,
            portal_url: None,
            journal: None,
            rules: builtin_rules(),
            lartas: default_lartas(),
            companies: BTreeMap::new(),
            tick: Duration::from_millis(250),
        }
    }
}

/// A small invented table: meat, rice and sugar need an import approval, weapons need a human.
fn default_lartas() -> Vec<LartasRule> {
    let row = |awalan: &str, dokumen: &[&str], hasil| LartasRule {
        awalan: awalan.to_owned(),
        dokumen: dokumen.iter().map(|&code| code.to_owned()).collect(),
        hasil,
    };
    vec![
        row("0201", &["959"], LartasOutcome::Dikembalikan),
        row("0202", &["959"], LartasOutcome::Dikembalikan),
        row("1006", &["959"], LartasOutcome::Dikembalikan),
        row("1701", &["959"], LartasOutcome::Dikembalikan),
        row("93", &[], LartasOutcome::PerluPenelitian),
    ]
}

/// Why a simulator does not start or stopped.
#[derive(Debug, thiserror::Error)]
pub enum SimulatorFault {
    /// The journal cannot be opened, or another simulator holds it.
    #[error("jurnal {path}: {reason}")]
    Journal {
        /// The file.
        path: PathBuf,
        /// What happened, with the line where there is one.
        reason: String,
    },
    /// A setting that cannot work.
    #[error("pengaturan simulator: {0}")]
    Config(String),
    /// The network.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}
