//! Who reads, as far as the browser tells: language, colours, density, and where he stands.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri, header};

use crate::lang::{self, Lang};

/// Query member and cookie of the colours.
pub const THEME: &str = "tema";
/// Query member and cookie of the density.
pub const DENSITY: &str = "kerapatan";

/// Choices that a link makes and a cookie keeps; the first one is what holds without a choice.
pub const CHOICES: [(&str, &[&str]); 3] =
    [(lang::NAME, &["id", "en"]), (THEME, &["sistem", "terang", "gelap"]), (DENSITY, &["lega", "rapat"])];

/// A reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// Language.
    pub lang: Lang,
    /// `sistem`, `terang` or `gelap`.
    pub theme: &'static str,
    /// `lega` or `rapat`.
    pub density: &'static str,
    /// Path and query of the page, without the choices above.
    pub path: String,
}

impl Default for Reader {
    fn default() -> Self {
        Self { lang: Lang::Id, theme: "sistem", density: "lega", path: "/".into() }
    }
}

impl Reader {
    /// The reader of a request.
    pub fn of(uri: &Uri, headers: &HeaderMap) -> Self {
        let choice = |name: &str| {
            let (_, values) = CHOICES.iter().find(|(known, _)| *known == name).copied().unwrap_or_default();
            asked(uri, name, values)
                .or_else(|| kept(headers, name, values))
                .or(values.first().copied())
                .unwrap_or_default()
        };
        Self { lang: Lang::of(uri, headers), theme: choice(THEME), density: choice(DENSITY), path: here(uri) }
    }
}

/// What the address asks to remember: name and value of each choice in it.
pub fn chosen(uri: &Uri) -> Vec<(&'static str, &'static str)> {
    CHOICES.iter().filter_map(|(name, values)| asked(uri, name, values).map(|value| (*name, value))).collect()
}

fn members(uri: &Uri) -> impl Iterator<Item = &str> {
    uri.query().unwrap_or_default().split('&').filter(|member| !member.is_empty())
}

fn asked(uri: &Uri, name: &str, values: &[&'static str]) -> Option<&'static str> {
    let (_, value) = members(uri).filter_map(|member| member.split_once('=')).find(|(n, _)| *n == name)?;
    values.iter().find(|known| **known == value).copied()
}

/// The value of a cookie, when it is one of `values`.
pub fn kept(headers: &HeaderMap, name: &str, values: &[&'static str]) -> Option<&'static str> {
    let cookies = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let pairs = cookies.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(|(n, _)| *n == name).find_map(|(_, value)| values.iter().find(|known| **known == value).copied())
}

fn here(uri: &Uri) -> String {
    let is_choice = |member: &&str| CHOICES.iter().all(|(name, _)| member.split('=').next() != Some(name));
    let rest: Vec<&str> = members(uri).filter(is_choice).collect();
    // `//host` would leave this host when it stands in a link.
    let path = format!("/{}", uri.path().trim_start_matches(['/', '\\']));
    if rest.is_empty() { path } else { format!("{path}?{}", rest.join("&")) }
}

impl<S: Sync> FromRequestParts<S> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.uri, &parts.headers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(uri: &str, cookie: &str) -> Reader {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, cookie.parse().unwrap());
        Reader::of(&uri.parse().unwrap(), &headers)
    }

    #[test]
    fn choices_come_from_the_address_then_from_cookies() {
        assert_eq!(reader("/", ""), Reader::default());
        let dark = reader("/status-layanan?tema=gelap&bahasa=en&hal=2", "tema=terang; kerapatan=rapat");
        assert_eq!((dark.lang, dark.theme, dark.density), (Lang::En, "gelap", "rapat"));
        assert_eq!(dark.path, "/status-layanan?hal=2");
        assert_eq!(reader("/?tema=merah", "tema=\"><script>").theme, "sistem");
        assert_eq!(reader("//example.org/x", "").path, "/example.org/x");
    }

    #[test]
    fn only_known_choices_are_remembered() {
        let chosen = |uri: &str| chosen(&uri.parse().unwrap());
        assert_eq!(chosen("/?tema=gelap&kerapatan=sempit&bahasa=id"), [("bahasa", "id"), ("tema", "gelap")]);
        assert!(chosen("/?cari=tema").is_empty());
    }
}
