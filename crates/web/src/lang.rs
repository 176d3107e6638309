//! Which language a reader gets: `?bahasa=en`, else the cookie of an earlier choice, else Indonesian.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri, header};

use crate::messages::{ENGLISH, INDONESIAN, Messages};

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

    /// All texts.
    pub(crate) fn texts(self) -> &'static Messages {
        match self {
            Self::Id => &INDONESIAN,
            Self::En => &ENGLISH,
        }
    }

    fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The language asked for in the address.
    pub fn chosen(uri: &Uri) -> Option<Self> {
        let members = uri.query().unwrap_or_default().split('&');
        members
            .filter_map(|member| member.split_once('='))
            .find(|(name, _)| *name == NAME)
            .and_then(|(_, c)| Self::parse(c))
    }

    /// The language of a request.
    pub fn of(uri: &Uri, headers: &HeaderMap) -> Self {
        Self::chosen(uri).or_else(|| from_cookie(headers)).unwrap_or_default()
    }
}

fn from_cookie(headers: &HeaderMap) -> Option<Lang> {
    let cookies = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let pairs = cookies.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(|(name, _)| *name == NAME).find_map(|(_, code)| Lang::parse(code))
}

impl<S: Sync> FromRequestParts<S> for Lang {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.uri, &parts.headers))
    }
}

#[cfg(test)]
mod tests {
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
