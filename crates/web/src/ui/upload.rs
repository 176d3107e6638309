//! A file to send.

use askama::Template;

use super::form::{Mistake, described_by};
use super::{Text, components, labelled};

/// A file field; its form must be [`super::Form::multipart`].
#[derive(Debug, Clone, Template)]
#[template(path = "ui/upload.html")]
pub struct FileUpload {
    name: Text,
    label: Text,
    hint: Option<Text>,
    error: Option<Mistake>,
    accept: &'static str,
    multiple: bool,
}

impl FileUpload {
    /// `accept` as in HTML, such as `.pdf,application/pdf`; the server checks the content itself.
    pub fn new(name: impl Into<Text>, label: impl Into<Text>, accept: &'static str) -> Self {
        Self { name: name.into(), label: label.into(), hint: None, error: None, accept, multiple: false }
    }

    /// Several files at once.
    #[must_use]
    pub fn multiple(mut self) -> Self {
        self.multiple = true;
        self
    }

    fn described(&self) -> String {
        described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }
}

components!(FileUpload);
labelled!(FileUpload);
