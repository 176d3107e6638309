//! What went wrong, as a page. A handler only names it; the outermost layer writes it in the reader's language.

use std::any::Any;
use std::hash::{BuildHasher, RandomState};

use app::Error;
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::lang::Lang;
use crate::messages::Messages;
use crate::shell::{self, Tab};
use crate::state::Web;

/// Why there is no page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// No such page, or not for this installation.
    NotFound,
    /// The page exists and does not take this method.
    Method,
    /// Too busy, or the database is away: nothing was changed, try again.
    Busy,
    /// Our fault, logged under this reference.
    Fault(String),
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound => Self::NotFound,
            error if error.is_transient() => Self::Busy,
            error => Self::fault(&error),
        }
    }
}

impl Problem {
    /// Our fault: logged once, here.
    pub fn fault(error: &dyn std::fmt::Display) -> Self {
        let reference = format!("{:016x}", RandomState::new().hash_one(0_u8));
        tracing::error!(%reference, %error, "page failed");
        Self::Fault(reference)
    }

    /// HTTP status.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The page.
    pub fn page(&self, web: &Web, lang: Lang) -> Response {
        let body = self.view(lang);
        let html = shell::render(&shell::Place::of(web, lang, "/", Tab::None), body.title, &body);
        let mut response = match html {
            Ok(html) => (self.status(), html).into_response(),
            Err(_) => (self.status(), "500").into_response(),
        };
        if *self == Self::Busy {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        response
    }

    /// What the page says.
    pub fn view(&self, lang: Lang) -> ProblemView<'_> {
        let t = lang.texts();
        let (title, text) = match self {
            Self::NotFound => (t.not_found_title, t.not_found_text),
            Self::Method => (t.method_title, t.method_text),
            Self::Busy => (t.busy_title, t.busy_text),
            Self::Fault(_) => (t.fault_title, t.fault_text),
        };
        let reference = if let Self::Fault(reference) = self { Some(reference.as_str()) } else { None };
        ProblemView { t, title, text, reference }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// A handler that panicked.
pub fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    Problem::fault(&"a handler panicked").into_response()
}

/// The page of a problem.
#[derive(Template)]
#[template(path = "publik/problem.html")]
pub struct ProblemView<'a> {
    t: &'static Messages,
    /// Heading.
    pub title: &'static str,
    text: &'static str,
    reference: Option<&'a str>,
}
