//! Which language a reader gets: `?bahasa=en`, else the cookie of an earlier choice, else Indonesian.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri};

use crate::messages::Messages;
use crate::messages_ui::UiMessages;
use crate::reader::kept;

/// Query member and cookie.
pub const NAME: &str = "bahasa";

/// A language of the portal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Lang {
    /// Indonesian.
    #[default]
    Id,
    /// English.
    En,
}

impl Lang {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Id, Self::En];

    /// The `lang` attribute.
    pub fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    /// A sentence of the domain in this language.
    pub fn say(self, text: &kernel::Text) -> String {
        match self {
            Self::Id => text.id.to_string(),
            Self::En => text.en.to_string(),
        }
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Id => Self::En,
            Self::En => Self::Id,
        }
    }

    /// Its own name.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Id => "Bahasa Indonesia",
            Self::En => "English",
        }
    }

    /// Texts of the public pages and of problems.
    pub(crate) fn texts(self) -> &'static Messages {
        Messages::of(self)
    }

    /// Texts of frame and components.
    pub(crate) fn ui(self) -> &'static UiMessages {
        UiMessages::of(self)
    }

    fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The language of a request.
    pub fn of(uri: &Uri, headers: &HeaderMap) -> Self {
        let members = uri.query().unwrap_or_default().split('&').filter_map(|member| member.split_once('='));
        let chosen = members.filter(|(name, _)| *name == NAME).find_map(|(_, code)| Self::parse(code));
        chosen.or_else(|| kept(headers, NAME, &["id", "en"]).and_then(Self::parse)).unwrap_or_default()
    }
}

impl<S: Sync> FromRequestParts<S> for Lang {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.uri, &parts.headers))
    }
}

#[cfg(test)]
mod tests {
    use axum::http::header;

    use super::*;

    fn check(uri: &str, cookie: &str, expect: Lang) {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, cookie.parse().unwrap());
        assert_eq!(Lang::of(&uri.parse().unwrap(), &headers), expect, "{uri} {cookie}");
    }

    #[test]
    fn the_address_wins_over_the_cookie_and_nonsense_is_indonesian() {
        check("/", "", Lang::Id);
        check("/?bahasa=en", "", Lang::En);
        check("/", "a=b; bahasa=en", Lang::En);
        check("/?bahasa=id", "bahasa=en", Lang::Id);
        check("/?bahasa=fr&x", "bahasa=xx; bahasa=en", Lang::En);
        check("/?bahasa=EN", "bahasa", Lang::Id);
    }
}
