//! The two shapes of account pages: a form with a little text, and "it is done, here is what comes next".

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

use crate::problem::Problem;
use crate::shell::{self, Place};
use crate::ui::{Form, FormErrors, Link, Panel, Piece, Text};

/// A form with a heading and a little text.
#[derive(Template, Default)]
#[template(path = "akun/form.html")]
pub struct FormView {
    title: Text,
    lead: Vec<Text>,
    before: Vec<Piece>,
    form: Option<Form>,
    links: Vec<Link>,
    links_title: Option<Text>,
}

impl FormView {
    /// A page with this heading.
    pub fn new(title: impl Into<Text>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// A paragraph below the heading.
    pub fn lead(mut self, text: impl Into<Text>) -> Self {
        self.lead.push(text.into());
        self
    }

    /// Something before the form.
    pub fn before(mut self, piece: impl Into<Piece>) -> Self {
        self.before.push(piece.into());
        self
    }

    /// The form.
    pub fn form(mut self, form: Form) -> Self {
        self.form = Some(form);
        self
    }

    /// Links below the form.
    pub fn links(mut self, title: impl Into<Text>, links: Vec<Link>) -> Self {
        (self.links_title, self.links) = (Some(title.into()), links);
        self
    }

    /// The page.
    pub fn page(self, place: &Place) -> Result<Html<String>, Problem> {
        shell::render(place, &self.title.clone(), &self)
    }

    /// The page; with errors in the form its status is 422.
    pub fn answer(self, place: Place, errors: &FormErrors) -> Result<Response, Problem> {
        let wrong = !errors.is_empty();
        let html = self.page(&place.errors(errors))?;
        Ok(if wrong { (StatusCode::UNPROCESSABLE_ENTITY, html).into_response() } else { html.into_response() })
    }
}

/// It is done, and what comes next.
#[derive(Template)]
#[template(path = "akun/done.html")]
pub struct DoneView {
    panel: Panel,
    next: Vec<Text>,
    link: Option<Link>,
}

impl DoneView {
    /// A page with this heading.
    pub fn new(panel: Panel) -> Self {
        Self { panel, next: Vec::new(), link: None }
    }

    /// A paragraph on what comes next.
    pub fn next(mut self, text: impl Into<Text>) -> Self {
        self.next.push(text.into());
        self
    }

    /// Where to go.
    pub fn link(mut self, href: impl Into<Text>, text: impl Into<Text>) -> Self {
        self.link = Some(Link::new(href, text));
        self
    }

    /// The page.
    pub fn page(self, place: &Place) -> Result<Html<String>, Problem> {
        shell::render(place, &self.panel.title.clone(), &self)
    }
}
