//! Where a figure of an explanation comes from.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::input::ReferenceRate;
use super::lookup::Param;
use super::place::Place;

/// Where an operand comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Source {
    /// A member of the declaration.
    Declared {
        /// The member.
        pointer: Place,
    },
    /// Another figure of this assessment.
    Computed {
        /// The figure.
        pointer: Place,
    },
    /// A member of the declaration under a decree: exchange rate, facility.
    Decree {
        /// The member.
        pointer: Place,
        /// The decree, as the reference data or the declaration name it.
        #[serde(serialize_with = "shared_text")]
        decree: Arc<str>,
    },
    /// A dated parameter.
    Parameter {
        /// Its key.
        key: &'static str,
        /// Its legal basis.
        #[serde(serialize_with = "shared_text")]
        law: Arc<str>,
    },
    /// A tariff line of the reference data.
    TariffLine {
        /// Line, edition and law.
        #[serde(serialize_with = "shared_text")]
        line: Arc<str>,
        /// Version of the reference snapshot.
        snapshot: u64,
    },
}

fn shared_text<S: Serializer>(text: &Arc<str>, s: S) -> Result<S::Ok, S::Error> {
    s.serialize_str(text)
}

impl Source {
    /// Another figure of the assessment.
    pub(super) fn computed(pointer: Place) -> Self {
        Self::Computed { pointer }
    }

    /// A dated parameter.
    pub(super) fn parameter<T>(param: &Param<T>) -> Self {
        Self::Parameter { key: param.key, law: Arc::clone(&param.law) }
    }

    /// A tariff line.
    pub(super) fn tariff_line(reference: &ReferenceRate) -> Self {
        Self::TariffLine { line: Arc::clone(&reference.source), snapshot: reference.snapshot }
    }

    /// A declared member, under a decree when one is known.
    pub(super) fn decreed(pointer: Place, decree: Option<&Arc<str>>) -> Self {
        match decree {
            Some(decree) => Self::Decree { pointer, decree: Arc::clone(decree) },
            None => Self::Declared { pointer },
        }
    }
}
