//! Buttons. One primary button a page.

use askama::Template;

use super::{Piece, Text, components};

/// A button, or a link that looks like one.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "ui/button.html")]
pub struct Button {
    text: Text,
    class: &'static str,
    small: bool,
    href: Option<Text>,
    value: Option<(Text, Text)>,
    form: Option<Text>,
    action: Option<Text>,
    about: Option<Text>,
}

impl Button {
    /// The one primary button of a page; submits its form.
    pub fn primary(text: impl Into<Text>) -> Self {
        Self::new("tombol", text)
    }

    /// Another way to submit.
    pub fn secondary(text: impl Into<Text>) -> Self {
        Self::new("tombol tombol--kedua", text)
    }

    /// Destroys or cannot be taken back.
    pub fn warning(text: impl Into<Text>) -> Self {
        Self::new("tombol tombol--bahaya", text)
    }

    /// Looks like a link, submits like a button: for rows of tables.
    pub fn link_like(text: impl Into<Text>) -> Self {
        Self::new("tombol tombol--tautan", text)
    }

    fn new(class: &'static str, text: impl Into<Text>) -> Self {
        Self { text: text.into(), class, small: false, href: None, value: None, form: None, action: None, about: None }
    }

    /// Leads to `href` instead of submitting.
    #[must_use]
    pub fn href(mut self, href: impl Into<Text>) -> Self {
        self.href = Some(href.into());
        self
    }

    /// Sends `name=value` when it is the one that is pressed.
    #[must_use]
    pub fn value(mut self, name: impl Into<Text>, value: impl Into<Text>) -> Self {
        self.value = Some((name.into(), value.into()));
        self
    }

    /// Submits the form with this id, wherever the button stands.
    #[must_use]
    pub fn form(mut self, id: impl Into<Text>) -> Self {
        self.form = Some(id.into());
        self
    }

    /// Submits its form to another address.
    #[must_use]
    pub fn action(mut self, path: impl Into<Text>) -> Self {
        self.action = Some(path.into());
        self
    }

    /// Which of several equal buttons it is, for those who hear it: `Ubah` + `PT Contoh`.
    #[must_use]
    pub fn about(mut self, what: impl Into<Text>) -> Self {
        self.about = Some(what.into());
        self
    }

    /// 32 px high, for tables.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }
}

/// Buttons and links side by side.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "ui/buttons.html")]
pub struct Buttons {
    pieces: Vec<Piece>,
}

impl Buttons {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// One more.
    #[must_use]
    pub fn with(mut self, piece: impl Into<Piece>) -> Self {
        self.pieces.push(piece.into());
        self
    }
}

components!(Button, Buttons);
