//! What went wrong, as a page. A handler only names it; the outermost layer writes it in the reader's language.

use std::any::Any;
use std::hash::{BuildHasher, RandomState};

use app::Error;
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

use crate::lang::Lang;
use crate::messages::Messages;
use crate::reader::Reader;
use crate::shell::{self, LOGIN, Place};
use crate::state::Web;

/// Where a visitor proves again who he is.
pub const PROVE: &str = "/akun/ulang";

/// Why there is no page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// No such page, or not for this installation.
    NotFound,
    /// The page exists and does not take this method.
    Method,
    /// Nobody is logged in: the login page comes, and leads back to this path.
    Login(String),
    /// The visitor must prove again who he is, then comes back to this path.
    Reauthenticate(String),
    /// He is known, and his role or rights do not reach.
    Denied,
    /// A form that did not come from our own page, or from an older session.
    Foreign,
    /// A form that cannot be read.
    Form,
    /// More bytes than a form may have.
    TooLarge,
    /// A link that was used, replaced, or is over.
    LinkDead,
    /// Too many tries from this address: seconds to wait.
    Throttled(i64),
    /// Too busy, or the database is away: nothing was changed, try again.
    Busy,
    /// Our fault, logged under this reference.
    Fault(String),
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound => Self::NotFound,
            Error::Unauthenticated => Self::Login("/beranda".into()),
            Error::Reauthenticate => Self::Reauthenticate("/beranda".into()),
            Error::Denied(_) => Self::Denied,
            Error::LinkDead => Self::LinkDead,
            Error::Throttled { seconds } => Self::Throttled(seconds),
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
            Self::Login(_) | Self::Reauthenticate(_) => StatusCode::SEE_OTHER,
            Self::Denied | Self::Foreign => StatusCode::FORBIDDEN,
            Self::Form => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::LinkDead => StatusCode::GONE,
            Self::Throttled(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The page.
    pub fn page(&self, web: &Web, reader: &Reader) -> Response {
        match self {
            Self::Login(back) => return lead(LOGIN, back),
            Self::Reauthenticate(back) => return lead(PROVE, back),
            _ => {}
        }
        let body = self.view(reader.lang);
        let html = shell::render(&Place::of(web, reader), body.title, &body);
        let mut response = match html {
            Ok(html) => (self.status(), html).into_response(),
            Err(_) => (self.status(), "500").into_response(),
        };
        let wait = match self {
            Self::Busy => Some(5),
            Self::Throttled(seconds) => Some(*seconds),
            _ => None,
        };
        if let Some(seconds) = wait {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }

    /// What the page says.
    pub fn view(&self, lang: Lang) -> ProblemView<'_> {
        let t = lang.texts();
        let (title, text) = match self {
            Self::NotFound => (t.not_found_title, t.not_found_text),
            Self::Method => (t.method_title, t.method_text),
            Self::Login(_) | Self::Reauthenticate(_) | Self::Denied => (t.denied_title, t.denied_text),
            Self::Foreign => (t.foreign_title, t.foreign_text),
            Self::Form => (t.form_title, t.form_text),
            Self::TooLarge => (t.too_large_title, t.too_large_text),
            Self::LinkDead => (t.link_dead_title, t.link_dead_text),
            Self::Throttled(_) => (t.throttled_title, t.throttled_text),
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

/// 303 to a page that leads back afterwards.
fn lead(page: &str, back: &str) -> Response {
    let back: String = form_urlencoded::byte_serialize(back.as_bytes()).collect();
    Redirect::to(&format!("{page}?kembali={back}")).into_response()
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
