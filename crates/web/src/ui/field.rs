//! Fields of one value: text and its kinds, passwords, long text. Label above, then hint, error, field.

use askama::Template;

use super::form::{Mistake, described_by};
use super::{Text, components, labelled};
use crate::lang::Lang;
use crate::messages_ui::UiMessages;

/// A field of one line. Its id is its name, so that errors lead to it.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/field.html")]
pub struct Field {
    name: Text,
    label: Text,
    kind: &'static str,
    value: Text,
    hint: Option<Text>,
    error: Option<Mistake>,
    class: &'static str,
    width: Option<u8>,
    autocomplete: Option<&'static str>,
    input_mode: Option<&'static str>,
    no_spellcheck: bool,
    max_length: Option<u32>,
    required: bool,
    read_only: bool,
    prefix: Option<Text>,
    suffix: Option<Text>,
}

impl Field {
    /// Any text.
    pub fn text(name: impl Into<Text>, label: impl Into<Text>) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            kind: "text",
            value: Text::Borrowed(""),
            hint: None,
            error: None,
            class: "",
            width: None,
            autocomplete: None,
            input_mode: None,
            no_spellcheck: false,
            max_length: None,
            required: false,
            read_only: false,
            prefix: None,
            suffix: None,
        }
    }

    /// An e-mail address.
    pub fn email(name: impl Into<Text>, label: impl Into<Text>) -> Self {
        let field = Self { kind: "email", no_spellcheck: true, ..Self::text(name, label) };
        field.autocomplete("email").width(30).max_length(254)
    }

    /// A telephone number.
    pub fn tel(name: impl Into<Text>, label: impl Into<Text>) -> Self {
        Self { kind: "tel", ..Self::text(name, label) }.autocomplete("tel").width(20).max_length(20)
    }

    /// A word to search for.
    pub fn search(name: impl Into<Text>, label: impl Into<Text>) -> Self {
        Self { kind: "search", ..Self::text(name, label) }.max_length(100)
    }

    /// Digits only that are a name, not an amount: NPWP, NIB, codes sent to a telephone.
    pub fn digits(name: impl Into<Text>, label: impl Into<Text>) -> Self {
        let field = Self { class: " pb-input--kode", no_spellcheck: true, ..Self::text(name, label) };
        field.input_mode("numeric")
    }

    /// An amount: right-aligned, both spellings of numbers are read by the server.
    pub fn number(name: impl Into<Text>, label: impl Into<Text>) -> Self {
        let field = Self { class: " pb-input--angka", no_spellcheck: true, ..Self::text(name, label) };
        field.input_mode("decimal").width(10)
    }

    /// A code with letters: compared sign by sign.
    pub fn code(name: impl Into<Text>, label: impl Into<Text>) -> Self {
        Self { class: " pb-input--kode", no_spellcheck: true, ..Self::text(name, label) }.autocomplete("off")
    }

    /// What is in the field.
    #[must_use]
    pub fn value(mut self, value: impl Into<Text>) -> Self {
        self.value = value.into();
        self
    }

    /// Characters that are expected: 2, 3, 4, 5, 10, 20 or 30.
    #[must_use]
    pub fn width(mut self, characters: u8) -> Self {
        self.width = Some(characters);
        self
    }

    /// What browsers may fill in, such as `username`, `organization`, `one-time-code`, `off`.
    #[must_use]
    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = Some(token);
        self
    }

    /// The keyboard of telephones: `numeric`, `decimal`, `text`.
    #[must_use]
    pub fn input_mode(mut self, mode: &'static str) -> Self {
        self.input_mode = Some(mode);
        self
    }

    /// Names and codes are no misspelt words.
    #[must_use]
    pub fn no_spellcheck(mut self) -> Self {
        self.no_spellcheck = true;
        self
    }

    /// Longest value, characters.
    #[must_use]
    pub fn max_length(mut self, characters: u32) -> Self {
        self.max_length = Some(characters);
        self
    }

    /// Must be filled; the server says so, the browser only knows.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Shown, sent, not changed.
    #[must_use]
    pub fn read_only(mut self) -> Self {
        self.read_only = true;
        self
    }

    /// Before the value, such as a currency.
    #[must_use]
    pub fn prefix(mut self, text: impl Into<Text>) -> Self {
        self.prefix = Some(text.into());
        self
    }

    /// After the value, such as a unit.
    #[must_use]
    pub fn suffix(mut self, text: impl Into<Text>) -> Self {
        self.suffix = Some(text.into());
        self
    }

    fn described(&self) -> String {
        described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }
}

/// A password, with a button to look at it where scripts run. Never sent back filled in.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/password.html")]
pub struct Password {
    t: &'static UiMessages,
    name: Text,
    label: Text,
    hint: Option<Text>,
    error: Option<Mistake>,
    autocomplete: &'static str,
}

impl Password {
    /// The password one has.
    pub fn current(lang: Lang, name: impl Into<Text>, label: impl Into<Text>) -> Self {
        Self {
            t: lang.ui(),
            name: name.into(),
            label: label.into(),
            hint: None,
            error: None,
            autocomplete: "current-password",
        }
    }

    /// A password one chooses, and its repetition.
    pub fn new(lang: Lang, name: impl Into<Text>, label: impl Into<Text>) -> Self {
        Self { autocomplete: "new-password", ..Self::current(lang, name, label) }
    }

    fn described(&self) -> String {
        described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }
}

/// A long text.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/textarea.html")]
pub struct Textarea {
    name: Text,
    label: Text,
    value: Text,
    hint: Option<Text>,
    error: Option<Mistake>,
    rows: u8,
    max_length: Option<u32>,
}

impl Textarea {
    /// Five rows.
    pub fn new(name: impl Into<Text>, label: impl Into<Text>) -> Self {
        let value = Text::Borrowed("");
        Self { name: name.into(), label: label.into(), value, hint: None, error: None, rows: 5, max_length: None }
    }

    /// What is in it.
    #[must_use]
    pub fn value(mut self, value: impl Into<Text>) -> Self {
        self.value = value.into();
        self
    }

    /// Height in rows.
    #[must_use]
    pub fn rows(mut self, rows: u8) -> Self {
        self.rows = rows;
        self
    }

    /// Longest value, characters.
    #[must_use]
    pub fn max_length(mut self, characters: u32) -> Self {
        self.max_length = Some(characters);
        self
    }

    fn described(&self) -> String {
        described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }
}

components!(Field, Password, Textarea);
labelled!(Field, Password, Textarea);
