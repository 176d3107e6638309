//! The name of one datum of a document, the same in a finding, an API error, a form field and an amendment.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A path such as `barang[3].posTarif`: CEISA's member names, list positions from 0 as in the JSON; empty for the
/// whole document.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pointer(String);

impl Pointer {
    /// The whole document.
    pub fn root() -> Self {
        Self::default()
    }

    /// A path that is already written out.
    pub fn new(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// The member `name` of what this points at.
    #[must_use]
    pub fn member(&self, name: &str) -> Self {
        if self.0.is_empty() { Self(name.to_owned()) } else { Self(format!("{}.{name}", self.0)) }
    }

    /// The element at `index`, counted from 0.
    #[must_use]
    pub fn at(&self, index: usize) -> Self {
        Self(format!("{}[{index}]", self.0))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Pointer {
    fn from(path: &str) -> Self {
        Self(path.to_owned())
    }
}

impl From<String> for Pointer {
    fn from(path: String) -> Self {
        Self(path)
    }
}
