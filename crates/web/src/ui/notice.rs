//! Things said aside: what just happened, what is important, what can be opened.

use askama::Template;

use super::{Piece, Text, Tone, components};
use crate::lang::Lang;

/// What just happened, above the page's heading; shown once.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/banner.html")]
pub struct NotificationBanner {
    title: &'static str,
    tone: Tone,
    text: Text,
    more: Vec<Piece>,
    id: Text,
}

impl NotificationBanner {
    /// It worked. Gets the focus where scripts run.
    pub fn success(lang: Lang, text: impl Into<Text>) -> Self {
        Self::new(lang.ui().notice_success, Tone::Good, text)
    }

    /// Good to know.
    pub fn info(lang: Lang, text: impl Into<Text>) -> Self {
        Self::new(lang.ui().notice_info, Tone::Info, text)
    }

    /// To be minded.
    pub fn warning(lang: Lang, text: impl Into<Text>) -> Self {
        Self::new(lang.ui().notice_warning, Tone::Warn, text)
    }

    fn new(title: &'static str, tone: Tone, text: impl Into<Text>) -> Self {
        Self { title, tone, text: text.into(), more: Vec::new(), id: "pemberitahuan".into() }
    }

    /// Another id, where a page shows several.
    #[must_use]
    pub fn id(mut self, id: impl Into<Text>) -> Self {
        self.id = id.into();
        self
    }

    /// More below: a list of links, a button.
    #[must_use]
    pub fn with(mut self, part: impl Into<Piece>) -> Self {
        self.more.push(part.into());
        self
    }
}

/// It is done: heading of a confirmation page, with the number that counts.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/panel.html")]
pub struct Panel {
    /// Heading of the page.
    pub title: Text,
    text: Option<Text>,
    number: Option<Text>,
    level: u8,
}

impl Panel {
    /// Its title is the page's h1.
    pub fn new(title: impl Into<Text>) -> Self {
        Self { title: title.into(), text: None, number: None, level: 1 }
    }

    /// A line below.
    #[must_use]
    pub fn text(mut self, text: impl Into<Text>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Below another heading, for samples.
    #[must_use]
    pub fn below_heading(mut self) -> Self {
        self.level = 3;
        self
    }

    /// The number to keep.
    #[must_use]
    pub fn number(mut self, number: impl Into<Text>) -> Self {
        self.number = Some(number.into());
        self
    }
}

/// A remark set off from the text.
#[derive(Debug, Clone, Template)]
#[template(source = "<div class=\"pb-inset-text\"><p>{{ text }}</p></div>", ext = "html")]
pub struct Inset {
    /// The remark.
    pub text: Text,
}

/// A warning with its sign.
#[derive(Debug, Clone, Template)]
#[template(
    source = "<p class=\"peringatan\"><span aria-hidden=\"true\">!</span><span><span class=\"tersembunyi\">{{ word }}: </span>{{ text }}</span></p>",
    ext = "html"
)]
pub struct Warning {
    word: &'static str,
    text: Text,
}

impl Warning {
    /// What can happen.
    pub fn new(lang: Lang, text: impl Into<Text>) -> Self {
        Self { word: lang.ui().warning, text: text.into() }
    }
}

/// What few readers need: opened on demand.
#[derive(Debug, Clone, Template)]
#[template(
    source = "<details class=\"pb-details\">\n<summary class=\"pb-details__summary\"><span class=\"pb-details__summary-text\">{{ title }}</span></summary>\n<div class=\"pb-details__text\">\n{{ body }}\n</div>\n</details>",
    ext = "html"
)]
pub struct Details {
    title: Text,
    body: Piece,
}

impl Details {
    /// Its words and what they open.
    pub fn new(title: impl Into<Text>, body: impl Into<Piece>) -> Self {
        Self { title: title.into(), body: body.into() }
    }
}

components!(NotificationBanner, Panel, Inset, Warning, Details);
