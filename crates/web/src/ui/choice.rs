//! Choosing from a few: drop-down, radios, check boxes.

use askama::Template;

use super::form::{Mistake, described_by};
use super::{Piece, Text, components, labelled};

/// One of several.
#[derive(Debug, Clone)]
pub struct Choice {
    value: Text,
    text: Text,
    hint: Option<Text>,
    chosen: bool,
    name: Option<Text>,
    inside: Option<Piece>,
}

impl Choice {
    /// Its value and its words.
    pub fn new(value: impl Into<Text>, text: impl Into<Text>) -> Self {
        Self { value: value.into(), text: text.into(), hint: None, chosen: false, name: None, inside: None }
    }

    /// A line below.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Text>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Whether it is chosen.
    #[must_use]
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = chosen;
        self
    }

    /// A name of its own, for check boxes that are separate answers.
    #[must_use]
    pub fn name(mut self, name: impl Into<Text>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Fields that belong to this choice only.
    #[must_use]
    pub fn inside(mut self, part: impl Into<Piece>) -> Self {
        self.inside = Some(part.into());
        self
    }
}

/// A drop-down.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/select.html")]
pub struct Select {
    name: Text,
    label: Text,
    hint: Option<Text>,
    error: Option<Mistake>,
    options: Vec<(Text, Text)>,
    value: Text,
    form: Option<Text>,
}

impl Select {
    /// Without options yet; the first one is chosen unless [`Self::value`] says otherwise.
    pub fn new(name: impl Into<Text>, label: impl Into<Text>) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            hint: None,
            error: None,
            options: Vec::new(),
            value: "".into(),
            form: None,
        }
    }

    /// One more option: value and words (`code - description` for codes).
    #[must_use]
    pub fn option(mut self, value: impl Into<Text>, text: impl Into<Text>) -> Self {
        self.options.push((value.into(), text.into()));
        self
    }

    /// The chosen value.
    #[must_use]
    pub fn value(mut self, value: &str) -> Self {
        self.value = value.to_owned().into();
        self
    }

    /// Belongs to the form with this id, wherever it stands.
    #[must_use]
    pub fn form(mut self, id: impl Into<Text>) -> Self {
        self.form = Some(id.into());
        self
    }

    fn described(&self) -> String {
        described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }
}

/// One of a few, all visible.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/radios.html")]
pub struct Radios {
    name: Text,
    legend: Text,
    hint: Option<Text>,
    error: Option<Mistake>,
    choices: Vec<Choice>,
    inline: bool,
}

impl Radios {
    /// Without choices yet.
    pub fn new(name: impl Into<Text>, legend: impl Into<Text>) -> Self {
        Self { name: name.into(), legend: legend.into(), hint: None, error: None, choices: Vec::new(), inline: false }
    }

    /// One more.
    #[must_use]
    pub fn choice(mut self, choice: Choice) -> Self {
        self.choices.push(choice);
        self
    }

    /// The chosen value.
    #[must_use]
    pub fn value(mut self, value: &str) -> Self {
        for choice in &mut self.choices {
            choice.chosen = choice.value == value;
        }
        self
    }

    /// Side by side on wide screens: for two short choices.
    #[must_use]
    pub fn inline(mut self) -> Self {
        self.inline = true;
        self
    }

    fn described(&self) -> String {
        described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }

    fn id(&self, at: &usize) -> String {
        numbered(&self.name, *at)
    }
}

/// Any of a few.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/checkboxes.html")]
pub struct Checkboxes {
    name: Text,
    legend: Option<Text>,
    hint: Option<Text>,
    error: Option<Mistake>,
    choices: Vec<Choice>,
    small: bool,
}

impl Checkboxes {
    /// Several under one legend, posted under one name.
    pub fn new(name: impl Into<Text>, legend: impl Into<Text>) -> Self {
        Self { legend: Some(legend.into()), ..Self::bare(name) }
    }

    /// A single box, such as an agreement: posts `name=ya`.
    pub fn single(name: impl Into<Text>, text: impl Into<Text>, ticked: bool) -> Self {
        Self::bare(name).choice(Choice::new("ya", text).chosen(ticked))
    }

    fn bare(name: impl Into<Text>) -> Self {
        Self { name: name.into(), legend: None, hint: None, error: None, choices: Vec::new(), small: false }
    }

    /// One more.
    #[must_use]
    pub fn choice(mut self, choice: Choice) -> Self {
        self.choices.push(choice);
        self
    }

    /// The ticked values.
    #[must_use]
    pub fn values(mut self, values: &[&str]) -> Self {
        for choice in &mut self.choices {
            choice.chosen = values.contains(&&*choice.value);
        }
        self
    }

    /// Smaller boxes, for long lists.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    fn described(&self) -> String {
        described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }

    fn id(&self, at: &usize) -> String {
        numbered(&self.name, *at)
    }
}

/// The first one has the plain name as its id, so that errors lead to it.
fn numbered(name: &str, at: usize) -> String {
    if at == 0 { name.to_owned() } else { format!("{name}-{}", at + 1) }
}

components!(Select, Radios, Checkboxes);
labelled!(Select, Radios, Checkboxes);
