//! Components: template structs that pages put into their templates as `{{ name }}`.
//!
//! They are built in the handler (`Field::email("surel", t.mail).hint(…).errors(&errors)`) and hold no logic of the page.
//! `/komponen` shows all of them in a demo.

mod button;
mod choice;
mod date;
mod facts;
mod field;
mod form;
mod list;
mod list_query;
mod notice;
mod request;
mod steps;
mod upload;

use std::borrow::Cow;

use askama::Template;
use askama::filters::HtmlSafe;

pub use button::{Button, Buttons};
pub use choice::{Checkboxes, Choice, Radios, Select};
pub use date::DateField;
pub use facts::{CodeForm, Fact, Facts, Summary, SummaryRow};
pub use field::{Field, Password, Textarea};
pub use form::{Confirm, ErrorSummary, Form, FormErrors, Hidden};
pub use list::{BulkAction, Cell, Column, DaftarTabel, Pagination, Row};
pub use list_query::ListQuery;
pub use notice::{Details, Inset, NotificationBanner, Panel, Warning};
pub use request::{Attachment, RequestForm};
pub use steps::{Breadcrumbs, Section, SectionList, Task, TaskList, Timeline, TimelineEvent};
pub use upload::FileUpload;

/// A text of the table, or one made for the occasion.
pub type Text = Cow<'static, str>;

/// A component already rendered: what lists of different components hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Piece(String);

impl Piece {
    /// Renders a component. Rendering into memory cannot fail; a component never fails by itself.
    pub fn of<T: Template + HtmlSafe>(component: &T) -> Self {
        Self(component.render().unwrap_or_default())
    }

    /// Several, one after the other.
    pub fn join(pieces: &[Self]) -> Self {
        Self(pieces.iter().map(|piece| piece.0.as_str()).collect::<Vec<_>>().join("\n"))
    }
}

impl std::fmt::Display for Piece {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Piece {}

/// Marks components: they put themselves into templates unescaped, and turn into a [`Piece`].
macro_rules! components {
    ($($name:ty),+ $(,)?) => {$(
        impl askama::filters::HtmlSafe for $name {}

        impl From<$name> for $crate::ui::Piece {
            fn from(component: $name) -> Self {
                Self::of(&component)
            }
        }
    )+};
}

pub(crate) use components;

/// What every field with a name has: a hint, and the error that the form found for it.
macro_rules! labelled {
    ($($name:ty),+) => {$(
        impl $name {
            /// What to type or choose, below the label.
            #[must_use]
            pub fn hint(mut self, hint: impl Into<$crate::ui::Text>) -> Self {
                self.hint = Some(hint.into());
                self
            }

            /// Takes the error with this field's name, if there is one.
            #[must_use]
            pub fn errors(mut self, errors: &$crate::ui::FormErrors) -> Self {
                self.error = errors.of(&self.name);
                self
            }
        }
    )+};
}

use labelled;

components!(Badge);

/// A link's target and words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Address on this host.
    pub href: Text,
    /// Words.
    pub text: Text,
}

impl Link {
    /// A link.
    pub fn new(href: impl Into<Text>, text: impl Into<Text>) -> Self {
        Self { href: href.into(), text: text.into() }
    }
}

/// How a state feels; the word beside it always says the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// As it should be.
    Good,
    /// Look here.
    Warn,
    /// Wrong.
    Bad,
    /// News.
    Info,
    /// Nothing to feel.
    #[default]
    Neutral,
}

impl Tone {
    /// Name of the style.
    pub fn class(self) -> &'static str {
        match self {
            Self::Good => "baik",
            Self::Warn => "awas",
            Self::Bad => "buruk",
            Self::Info => "kabar",
            Self::Neutral => "netral",
        }
    }
}

/// A state in a word.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(source = "<span class=\"lencana {{ tone.class() }}\">{{ text }}</span>", ext = "html")]
pub struct Badge {
    /// Its colour.
    pub tone: Tone,
    /// The word.
    pub text: Text,
}

impl Badge {
    /// A state.
    pub fn new(tone: Tone, text: impl Into<Text>) -> Self {
        Self { tone, text: text.into() }
    }
}
