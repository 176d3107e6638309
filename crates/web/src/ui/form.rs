//! Forms, what is wrong with them, and the question before they are sent.

use askama::Template;

use super::{Button, Piece, Text, components};
use crate::lang::Lang;
use crate::messages_ui::UiMessages;

/// An error at a field, with the word that tells those who hear it that it is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// `Kesalahan:`
    pub prefix: &'static str,
    /// What to do.
    pub text: Text,
}

/// What is wrong with a form: by field, in the order of the page. The same words stand in the summary and at the field.
#[derive(Debug, Clone)]
pub struct FormErrors {
    t: &'static UiMessages,
    list: Vec<(Text, Text)>,
}

impl FormErrors {
    /// Nothing yet.
    pub fn new(lang: Lang) -> Self {
        Self { t: lang.ui(), list: Vec::new() }
    }

    /// One more: the field's name (empty when the whole form is meant) and what to do.
    pub fn add(&mut self, field: impl Into<Text>, text: impl Into<Text>) {
        self.list.push((field.into(), text.into()));
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// All of them: field and text.
    pub fn pairs(&self) -> Vec<(Text, Text)> {
        self.list.clone()
    }

    /// The first error of a field.
    pub fn of(&self, field: &str) -> Option<Mistake> {
        let (_, text) = self.list.iter().find(|(name, _)| name == field)?;
        Some(Mistake { prefix: self.t.error_prefix, text: text.clone() })
    }

    /// The box above the heading; none when nothing is wrong.
    pub fn summary(&self) -> Option<ErrorSummary> {
        (!self.is_empty()).then(|| ErrorSummary { title: self.t.summary_title, list: self.list.clone() })
    }
}

/// All errors with links to their fields.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/error_summary.html")]
pub struct ErrorSummary {
    title: &'static str,
    list: Vec<(Text, Text)>,
}

/// Values that a form sends along unseen.
#[derive(Debug, Clone, Default, Template)]
#[template(
    source = "{% for (name, value) in fields %}<input type=\"hidden\" name=\"{{ name }}\" value=\"{{ value }}\">{% endfor %}",
    ext = "html"
)]
pub struct Hidden {
    fields: Vec<(Text, Text)>,
}

impl Hidden {
    /// The session's token; nothing when there is no session.
    pub fn csrf(token: &str) -> Self {
        if token.is_empty() { Self::default() } else { Self::default().with("csrf", token.to_owned()) }
    }

    /// One more.
    #[must_use]
    pub fn with(mut self, name: impl Into<Text>, value: impl Into<Text>) -> Self {
        self.fields.push((name.into(), value.into()));
        self
    }
}

/// A form that posts. Checks are the server's: the browser's own bubbles are off.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/form.html")]
pub struct Form {
    action: Text,
    id: Option<Text>,
    hidden: Hidden,
    parts: Vec<Piece>,
    multipart: bool,
    guarded: bool,
    confirm: Option<Confirm>,
}

impl Form {
    /// Posts to `action` with the session's token.
    pub fn post(action: impl Into<Text>, csrf: &str) -> Self {
        Self {
            action: action.into(),
            id: None,
            hidden: Hidden::csrf(csrf),
            parts: Vec::new(),
            multipart: false,
            guarded: false,
            confirm: None,
        }
    }

    /// A field, a button, or any other component; in the order of calls.
    #[must_use]
    pub fn with(mut self, part: impl Into<Piece>) -> Self {
        self.parts.push(part.into());
        self
    }

    /// A value sent along unseen.
    #[must_use]
    pub fn hidden(mut self, name: impl Into<Text>, value: impl Into<Text>) -> Self {
        self.hidden = self.hidden.with(name, value);
        self
    }

    /// Its id, for buttons elsewhere.
    #[must_use]
    pub fn id(mut self, id: impl Into<Text>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The button that Enter presses, whichever button of the form stands first; nobody sees or reaches it.
    pub fn default_button(name: &'static str, value: &'static str, text: &'static str) -> Piece {
        Piece::of(&DefaultButton { name, value, text })
    }

    /// Carries files.
    #[must_use]
    pub fn multipart(mut self) -> Self {
        self.multipart = true;
        self
    }

    /// Asks before the page is left with unsent changes.
    #[must_use]
    pub fn guarded(mut self) -> Self {
        self.guarded = true;
        self
    }

    /// Asks before it is sent: a pop-up where scripts run. Without, the handler sees no `yakin=ya` and answers
    /// [`Confirm`] as a page ([`Confirm::page`]).
    #[must_use]
    pub fn confirm(mut self, confirm: Confirm) -> Self {
        self.confirm = Some(confirm);
        self
    }
}

/// The question before something is done: dialog beside a form, or a page of its own.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/confirm.html")]
pub struct Confirm {
    /// Heading.
    pub title: Text,
    /// What will happen.
    pub text: Text,
    /// Button that does it.
    pub yes: Text,
    /// Way back.
    pub no: Text,
    warning: bool,
    id: Text,
}

impl Confirm {
    /// «Konfirmasi Data», «Iya, Yakin», «Batal».
    pub fn new(lang: Lang, text: impl Into<Text>) -> Self {
        let t = lang.ui();
        Self {
            title: t.confirm_title.into(),
            text: text.into(),
            yes: t.confirm_yes.into(),
            no: t.confirm_no.into(),
            warning: false,
            id: "konfirmasi".into(),
        }
    }

    /// Another heading.
    #[must_use]
    pub fn title(mut self, title: impl Into<Text>) -> Self {
        self.title = title.into();
        self
    }

    /// Other words on the buttons.
    #[must_use]
    pub fn buttons(mut self, yes: impl Into<Text>, no: impl Into<Text>) -> Self {
        self.yes = yes.into();
        self.no = no.into();
        self
    }

    /// It destroys or cannot be taken back: a red button.
    #[must_use]
    pub fn warning(mut self) -> Self {
        self.warning = true;
        self
    }

    /// Another id, where a page has several.
    #[must_use]
    pub fn id(mut self, id: impl Into<Text>) -> Self {
        self.id = id.into();
        self
    }

    /// The whole page for readers without script: `fields` are the values that were posted; they are posted again to
    /// `action` together with `yakin=ya`. `back` is where «Batal» leads.
    pub fn page(
        self,
        action: impl Into<Text>,
        csrf: &str,
        fields: &[(&str, &str)],
        back: impl Into<Text>,
    ) -> ConfirmPage {
        let mut form = Form::post(action, csrf);
        for (name, value) in fields {
            form = form.hidden((*name).to_owned(), (*value).to_owned());
        }
        let yes = if self.warning { Button::warning(self.yes) } else { Button::primary(self.yes) };
        let buttons = super::Buttons::new().with(yes).with(Button::secondary(self.no).href(back));
        ConfirmPage { title: self.title, text: self.text, form: form.hidden("yakin", "ya").with(buttons), level: 1 }
    }
}

/// The question as a page: render it as the body, with its title as the page's.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/confirm_page.html")]
pub struct ConfirmPage {
    /// Heading.
    pub title: Text,
    text: Text,
    form: Form,
    level: u8,
}

impl ConfirmPage {
    /// Below another heading, for samples.
    #[must_use]
    pub fn below_heading(mut self) -> Self {
        self.level = 3;
        self
    }
}

#[derive(Template)]
#[template(
    source = "<button class=\"tersembunyi\" type=\"submit\" name=\"{{ name }}\" value=\"{{ value }}\" tabindex=\"-1\" aria-hidden=\"true\">{{ text }}</button>",
    ext = "html"
)]
struct DefaultButton {
    name: &'static str,
    value: &'static str,
    text: &'static str,
}

components!(DefaultButton, ErrorSummary, Hidden, Form, Confirm, ConfirmPage);

/// Ids of hint and error of a field, for `aria-describedby`.
pub(super) fn described_by(name: &str, hint: bool, error: bool) -> String {
    let ids = [(hint, "petunjuk"), (error, "kesalahan")];
    let ids: Vec<String> = ids.iter().filter(|(there, _)| *there).map(|(_, part)| format!("{name}-{part}")).collect();
    ids.join(" ")
}
