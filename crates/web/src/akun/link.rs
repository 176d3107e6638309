//! Pages behind the links of mails where a password is set.

use app::Error;

use super::messages::AkunTexts;
use super::view::FormView;
use super::with_n;
use crate::lang::Lang;
use crate::problem::Problem;
use crate::ui::{Button, Fact, Facts, Form, FormErrors, Password, Piece, Text};
use crate::visit::{Posted, Visit, errors_of};

/// What every such form posts.
#[derive(Clone)]
pub struct Secret {
    /// Of the link.
    pub token: String,
    /// New password.
    pub password: String,
    /// The same again.
    pub again: String,
}

impl Secret {
    /// Out of the form.
    pub fn of(posted: &Posted) -> Self {
        Self {
            token: posted.text("token"),
            password: posted.raw("sandi").to_owned(),
            again: posted.raw("ulangi").to_owned(),
        }
    }
}

/// A page that shows whose link it is and asks for a password.
pub struct Linked {
    /// Where it posts.
    pub action: &'static str,
    /// Heading.
    pub title: &'static str,
    /// Below it.
    pub lead: Text,
    /// The button.
    pub button: &'static str,
    /// Shortest password.
    pub minimal: usize,
}

impl Linked {
    /// The page.
    pub fn page(
        self,
        visit: &Visit,
        token: &str,
        facts: &[(&'static str, &str)],
        fields: Vec<Piece>,
        errors: &FormErrors,
    ) -> FormView {
        let (lang, t) = (visit.lang(), AkunTexts::of(visit.lang()));
        let facts = facts.iter().map(|(name, value)| Fact::indonesian(*name, (*value).to_owned())).collect();
        let form = Form::post(self.action, visit.csrf()).hidden("token", token.to_owned());
        let form = fields.into_iter().fold(form, Form::with);
        let form = form
            .with(Password::new(lang, "sandi", t.reset_new).hint(with_n(t.reset_lead, self.minimal)).errors(errors))
            .with(Password::new(lang, "ulangi", t.reset_again).errors(errors))
            .with(Button::primary(self.button));
        FormView::new(self.title).lead(self.lead).before(Facts { facts }).form(form)
    }
}

/// What the visitor can mend, as errors of the form; anything else has its own page.
pub fn mendable(error: Error, lang: Lang) -> Result<FormErrors, Problem> {
    match error {
        error @ (Error::Findings(_) | Error::Refused(_) | Error::BadCredentials) => Ok(errors_of(&error, lang)),
        error => Err(Problem::from(error)),
    }
}
