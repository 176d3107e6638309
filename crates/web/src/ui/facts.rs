//! Names and values: plain facts, and answers that can be changed.

use askama::Template;

use super::{Piece, Text, components};
use crate::lang::Lang;

/// One pair of a list of facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Name.
    pub name: Text,
    /// Value.
    pub value: String,
    /// Set in the typeface for codes.
    pub code: bool,
    /// The value is Indonesian whatever the page's language is.
    pub indonesian: bool,
}

impl Fact {
    /// Plain text.
    pub fn text(name: impl Into<Text>, value: impl Into<String>) -> Self {
        Self { name: name.into(), value: value.into(), code: false, indonesian: false }
    }

    /// A name or title that stays Indonesian.
    pub fn indonesian(name: impl Into<Text>, value: impl Into<String>) -> Self {
        Self { indonesian: true, ..Self::text(name, value) }
    }

    /// A code, compared digit by digit.
    pub fn code(name: impl Into<Text>, value: impl Into<String>) -> Self {
        Self { code: true, ..Self::text(name, value) }
    }
}

/// A list of facts.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/facts.html")]
pub struct Facts {
    /// In order.
    pub facts: Vec<Fact>,
}

/// One answer, with the way to change it.
#[derive(Debug, Clone)]
pub struct SummaryRow {
    name: Text,
    lines: Vec<Text>,
    piece: Option<Piece>,
    change: Option<Text>,
    indonesian: bool,
}

impl SummaryRow {
    /// Name and value.
    pub fn new(name: impl Into<Text>, value: impl Into<Text>) -> Self {
        Self { name: name.into(), lines: vec![value.into()], piece: None, change: None, indonesian: false }
    }

    /// Name and a component, such as a badge.
    pub fn piece(name: impl Into<Text>, piece: impl Into<Piece>) -> Self {
        Self { name: name.into(), lines: Vec::new(), piece: Some(piece.into()), change: None, indonesian: false }
    }

    /// One more line of the value.
    #[must_use]
    pub fn line(mut self, line: impl Into<Text>) -> Self {
        self.lines.push(line.into());
        self
    }

    /// Where «Ubah» leads.
    #[must_use]
    pub fn change(mut self, href: impl Into<Text>) -> Self {
        self.change = Some(href.into());
        self
    }

    /// The value is Indonesian whatever the page's language is.
    #[must_use]
    pub fn indonesian(mut self) -> Self {
        self.indonesian = true;
        self
    }
}

/// Answers: a profile, a check before sending.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/summary.html")]
pub struct Summary {
    word: &'static str,
    rows: Vec<SummaryRow>,
}

impl Summary {
    /// Without rows yet.
    pub fn new(lang: Lang) -> Self {
        Self { word: lang.ui().change, rows: Vec::new() }
    }

    /// One more.
    #[must_use]
    pub fn row(mut self, row: SummaryRow) -> Self {
        self.rows.push(row);
        self
    }

    fn changes(&self) -> bool {
        self.rows.iter().any(|row| row.change.is_some())
    }
}

/// The form for a letter's code.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/code_form.html")]
pub struct CodeForm {
    /// Label of the field.
    pub label: &'static str,
    /// What to type.
    pub hint: &'static str,
    /// Label of the button.
    pub button: &'static str,
    /// What is in the field.
    pub value: String,
}

components!(Facts, Summary, CodeForm);
