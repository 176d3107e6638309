//! Who visits: the session behind the cookie, the token of its forms, and what a handler needs of both.

mod cookie;
mod frame;
mod guard;
mod news;
mod outcome;
mod posted;

use std::convert::Infallible;
use std::sync::Arc;

use app::Actor;
use app::account::session::{self, Origin, Signed, Step};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};

use crate::lang::Lang;
use crate::problem::Problem;
use crate::reader::Reader;
use crate::shell::{Place, Who};
use crate::state::Web;

pub use cookie::{forget, with_session};
pub use frame::npwp;
pub use guard::{CODE_PAGE, ENROL_PAGE, guard};
pub use outcome::{attempt, attempt_at, errors_of, paper, run};
pub use posted::{File, Posted};

/// A visitor, logged in or not.
#[derive(Clone)]
pub struct Visit(Arc<Inner>);

#[derive(Default)]
struct Inner {
    reader: Reader,
    query: String,
    secret: String,
    csrf: String,
    origin: Origin,
    signed: Option<Signed>,
    /// What the login still misses; none when there is no session.
    step: Option<Step>,
    who: Option<Who>,
}

impl Visit {
    /// Language of the page.
    pub fn lang(&self) -> Lang {
        self.0.reader.lang
    }

    /// The choices of the reader and where he stands.
    pub fn reader(&self) -> &Reader {
        &self.0.reader
    }

    /// What every form posts as `csrf`; visitors who are not logged in have one too.
    pub fn csrf(&self) -> &str {
        &self.0.csrf
    }

    /// Value of the session's cookie.
    pub fn secret(&self) -> &str {
        &self.0.secret
    }

    /// Where the request comes from.
    pub fn origin(&self) -> Origin {
        self.0.origin.clone()
    }

    /// What the login still misses; none when there is no session.
    pub fn step(&self) -> Option<Step> {
        self.0.step
    }

    /// The session of somebody who is in.
    pub fn signed(&self) -> Result<Signed, Problem> {
        self.0.signed.clone().ok_or_else(|| Problem::Login(self.0.reader.path.clone()))
    }

    /// Who is in.
    pub fn actor(&self) -> Result<Actor, Problem> {
        Ok(self.signed()?.actor)
    }

    /// Whether somebody is in.
    pub fn is_in(&self) -> bool {
        self.signed().is_ok()
    }

    /// The frame of a page for this visitor.
    pub fn place(&self, web: &Web) -> Place {
        let mut place = Place::of(web, &self.0.reader);
        place.who.clone_from(&self.0.who);
        place.csrf.clone_from(&self.0.csrf);
        place.flash = news::banner(self.lang(), &self.query("kabar"));
        place.reader.path = without_news(&place.reader.path);
        place
    }

    /// The names of pages by the use case that opens them.
    pub fn menu_names(&self) -> impl Fn(app::UseCase) -> &'static str + use<> {
        let lang = self.lang();
        move |case| frame::name(case, lang)
    }

    /// First value of a parameter of the address, empty when it is not there.
    pub fn query(&self, name: &str) -> String {
        let found = form_urlencoded::parse(self.0.query.as_bytes()).find(|(known, _)| known == name);
        found.map(|(_, value)| value.into_owned()).unwrap_or_default()
    }

    /// The address's query as it came.
    pub fn raw_query(&self) -> &str {
        &self.0.query
    }
}

/// The path without the news, which are said once.
fn without_news(path: &str) -> String {
    let Some((path, query)) = path.split_once('?') else { return path.to_owned() };
    let rest: Vec<&str> = query.split('&').filter(|member| !member.starts_with("kabar=")).collect();
    if rest.is_empty() { path.to_owned() } else { format!("{path}?{}", rest.join("&")) }
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let visit = parts.extensions.get::<Self>().cloned();
        Ok(visit.unwrap_or_else(|| {
            Self(Arc::new(Inner { reader: Reader::of(&parts.uri, &parts.headers), ..Inner::default() }))
        }))
    }
}

/// 303 to a path of this host.
pub fn see_other(path: &str) -> Response {
    Redirect::to(&local(path)).into_response()
}

/// 303 to a path whose page says `news`.
pub fn done(path: &str, news: &'static str) -> Response {
    let join = if path.contains('?') { '&' } else { '?' };
    see_other(&format!("{path}{join}kabar={news}"))
}

/// A path that stays on this host; anything else becomes the main page.
pub fn local(path: &str) -> String {
    let inside = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n', '\t', '\0']);
    if inside && path.len() <= 1_000 { path.to_owned() } else { "/beranda".to_owned() }
}

/// The token of the forms of whoever holds `secret`.
fn token(secret: &str) -> String {
    session::csrf(secret)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirects_stay_on_this_host() {
        for path in ["//contoh.invalid", "https://contoh.invalid", "/\\contoh.invalid", "", "/a\r\nSet-Cookie: x"] {
            assert_eq!(local(path), "/beranda", "{path:?}");
        }
        assert_eq!(local("/perusahaan/pengguna?hal=2"), "/perusahaan/pengguna?hal=2");
    }

    #[test]
    fn news_are_said_once() {
        assert_eq!(without_news("/akun/profil?kabar=tersimpan"), "/akun/profil");
        assert_eq!(without_news("/x?hal=2&kabar=tersimpan"), "/x?hal=2");
    }
}
