//! A sentence that a person reads, in both languages of the portal.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// The same sentence in Indonesian and in English. Neither may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Text {
    /// Indonesian, the language of the law and the default of every screen.
    pub id: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Text {
    /// A sentence known at compile time.
    pub const fn fixed(id: &'static str, en: &'static str) -> Self {
        Self { id: Cow::Borrowed(id), en: Cow::Borrowed(en) }
    }

    /// A sentence that carries data.
    pub fn made(id: String, en: String) -> Self {
        Self { id: Cow::Owned(id), en: Cow::Owned(en) }
    }
}
