//! Components: template structs that pages put into their templates as `{{ name }}`.

use askama::Template;
use askama::filters::HtmlSafe;

/// How a state feels; the word beside it always says the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As it should be.
    Good,
    /// Look here.
    Warn,
    /// Wrong.
    Bad,
}

impl Tone {
    /// Name of the style.
    pub fn class(self) -> &'static str {
        match self {
            Self::Good => "baik",
            Self::Warn => "awas",
            Self::Bad => "buruk",
        }
    }
}

/// A state in a word.
#[derive(Template)]
#[template(source = "<span class=\"lencana {{ tone.class() }}\">{{ text }}</span>", ext = "html")]
pub struct Badge {
    /// Its colour.
    pub tone: Tone,
    /// The word.
    pub text: String,
}

impl HtmlSafe for Badge {}

/// One pair of a list of facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Name.
    pub name: &'static str,
    /// Value.
    pub value: String,
    /// Set in the typeface for codes.
    pub code: bool,
    /// The value is Indonesian whatever the page's language is.
    pub indonesian: bool,
}

impl Fact {
    /// Plain text.
    pub fn text(name: &'static str, value: impl Into<String>) -> Self {
        Self { name, value: value.into(), code: false, indonesian: false }
    }

    /// A name or title that stays Indonesian.
    pub fn indonesian(name: &'static str, value: impl Into<String>) -> Self {
        Self { indonesian: true, ..Self::text(name, value) }
    }

    /// A code, compared digit by digit.
    pub fn code(name: &'static str, value: impl Into<String>) -> Self {
        Self { code: true, ..Self::text(name, value) }
    }
}

/// A list of facts.
#[derive(Template)]
#[template(path = "ui/facts.html")]
pub struct Facts {
    /// In order.
    pub facts: Vec<Fact>,
}

impl HtmlSafe for Facts {}

/// The form for a letter's code.
#[derive(Template)]
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

impl HtmlSafe for CodeForm {}
