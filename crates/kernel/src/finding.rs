//! What is wrong, or worth saying, about one datum of a user's document.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{Pointer, Text};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The document cannot be accepted with it.
    Reject,
    /// It can be accepted; the declarant confirms it.
    Warn,
    /// For information.
    Note,
}

/// One thing found, with where, why by which law, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Public rule code, for example `PIB-H-012`.
    pub code: Cow<'static, str>,
    /// Weight.
    pub severity: Severity,
    /// The datum.
    pub pointer: Pointer,
    /// What is wrong and what to do, in both languages.
    pub message: Text,
    /// Legal basis, as cited in the public rule list.
    pub law: Cow<'static, str>,
}

/// All that was found, in the order of the document.
pub type Findings = Vec<Finding>;

/// Whether any finding refuses acceptance.
pub fn rejects(findings: &[Finding]) -> bool {
    findings.iter().any(|f| f.severity == Severity::Reject)
}
