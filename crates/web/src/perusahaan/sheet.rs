//! The shape of the pages of companies and operators: heading, lead, then parts one below the other.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use jiff::Timestamp;

use super::messages::CompanyTexts;
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::problem::Problem;
use crate::shell::{self, Place};
use crate::state::Web;
use crate::ui::{Cell, Confirm, DaftarTabel, FormErrors, Inset, Piece, Text, components};
use crate::visit::Visit;

/// A page made of parts.
#[derive(Template)]
#[template(path = "perusahaan/sheet.html")]
pub struct Sheet {
    title: Text,
    indonesian: bool,
    lead: Vec<Text>,
    own: Option<Inset>,
    parts: Vec<Piece>,
}

impl Sheet {
    /// A page with this heading.
    pub fn new(title: impl Into<Text>) -> Self {
        Self { title: title.into(), indonesian: false, lead: Vec::new(), own: None, parts: Vec::new() }
    }

    /// A page that is called like somebody or something.
    pub fn named(name: impl Into<Text>) -> Self {
        Self { indonesian: true, ..Self::new(name) }
    }

    /// A paragraph below the heading.
    #[must_use]
    pub fn lead(mut self, text: impl Into<Text>) -> Self {
        self.lead.push(text.into());
        self
    }

    /// One more part.
    #[must_use]
    pub fn with(mut self, part: impl Into<Piece>) -> Self {
        self.parts.push(part.into());
        self
    }

    /// The page with a list at its end; or the list as a file `name`, when the address asks for one.
    pub fn list(self, web: &Web, visit: &Visit, table: DaftarTabel, name: &'static str) -> Result<Response, Problem> {
        match table.file(visit, name) {
            Some(file) => file,
            None => Ok(self.with(table).page(&visit.place(web).wide())?.into_response()),
        }
    }

    /// The page.
    pub fn page(mut self, place: &Place) -> Result<Html<String>, Problem> {
        self.own = own(place);
        shell::render(place, &self.title, &self)
    }

    /// The page; with errors its status is 422.
    pub fn answer(self, place: Place, errors: &FormErrors) -> Result<Response, Problem> {
        let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        Ok((status, self.page(&place.errors(errors))?).into_response())
    }
}

/// Says to whoever acts for a client that these pages stay with his own company.
pub fn own(place: &Place) -> Option<Inset> {
    let who = place.who.as_ref()?;
    let (company, client) = (who.company.as_deref()?, who.acting_for.as_ref()?);
    let t = CompanyTexts::of(place.lang());
    Some(Inset { text: fill(t.own, &[("perusahaan", company), ("klien", &client.name)]).into() })
}

/// A titled part of a page.
#[derive(Template)]
#[template(
    source = "<section class=\"kartu\" aria-labelledby=\"{{ id }}\">\n<h2 id=\"{{ id }}\">{{ title }}</h2>\n{{ body }}\n</section>",
    ext = "html"
)]
pub struct Section {
    /// Unique on the page.
    pub id: &'static str,
    /// Heading.
    pub title: Text,
    /// Content.
    pub body: Piece,
}

impl Section {
    /// Parts under a heading.
    pub fn new(id: &'static str, title: impl Into<Text>, parts: &[Piece]) -> Self {
        Self { id, title: title.into(), body: Piece::join(parts) }
    }
}

/// A paragraph.
#[derive(Template)]
#[template(source = "<p>{{ text }}</p>", ext = "html")]
pub struct Words {
    text: Text,
}

impl Words {
    /// One paragraph.
    pub fn new(text: impl Into<Text>) -> Self {
        Self { text: text.into() }
    }
}

/// A frame around what belongs together, such as a form that is the whole page.
#[derive(Template)]
#[template(source = "<div class=\"kartu\">\n{{ body }}\n</div>", ext = "html")]
pub struct Card {
    body: Piece,
}

impl Card {
    /// Around this.
    pub fn new(body: impl Into<Piece>) -> Self {
        Self { body: body.into() }
    }
}

components!(Section, Words, Card);

/// A moment in a table.
pub fn moment(at: Option<Timestamp>, lang: Lang) -> Cell {
    at.map_or(Cell::Empty, |at| Cell::Moment(format::minute(at, lang), format::machine(at)))
}

/// The question as a page, for readers without script: `fields` are posted again together with the yes.
pub fn ask(
    place: &Place,
    question: Confirm,
    action: String,
    fields: &[(&str, &str)],
    back: String,
) -> Result<Response, Problem> {
    let body = question.page(action, &place.csrf, fields, back);
    Ok(shell::render(place, &body.title.clone(), &body)?.into_response())
}
