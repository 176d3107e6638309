//! The kinds of documents that software can send: a further one is a further row.

use std::borrow::Cow;

use serde::Deserialize;

use super::{Checked, Receipt, Submission, check, submit};
use crate::access::Actor;
use crate::{App, Error};

/// One kind.
pub struct DocumentKind {
    /// `kodeDokumen`.
    pub kode: &'static str,
    /// Stores or sends.
    pub submit: fn(&App, &Actor, &[u8], &Submission) -> Result<Receipt, Error>,
    /// Judges without storing.
    pub check: fn(&App, &Actor, &[u8]) -> Result<Checked, Error>,
}

/// BC 2.0 first: a document that does not say what it is, is judged by its rules, which name what is missing.
pub static KINDS: &[DocumentKind] = &[DocumentKind { kode: "20", submit, check }];

#[derive(Deserialize)]
struct Peek<'a> {
    #[serde(borrow, default, rename = "kodeDokumen")]
    kode_dokumen: Option<Cow<'a, str>>,
}

impl DocumentKind {
    /// The kind that a body says it is.
    pub fn of(body: &[u8]) -> &'static Self {
        let first = &KINDS[0];
        if KINDS.len() == 1 {
            return first;
        }
        let said = serde_json::from_slice::<Peek<'_>>(body).ok().and_then(|peek| peek.kode_dokumen);
        KINDS.iter().find(|kind| said.as_deref() == Some(kind.kode)).unwrap_or(first)
    }
}
