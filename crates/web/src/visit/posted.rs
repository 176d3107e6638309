//! The fields of a posted form.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::problem::Problem;

/// Most fields of one form.
const MOST_FIELDS: usize = 2_000;

/// What was posted, parsed by the guard; names may repeat.
#[derive(Debug, Clone, Default)]
pub struct Posted(Arc<Vec<(String, String)>>);

impl Posted {
    /// Reads `application/x-www-form-urlencoded`; none when there are too many fields.
    pub(super) fn parse(body: &[u8]) -> Option<Self> {
        let pairs: Vec<(String, String)> = form_urlencoded::parse(body).into_owned().take(MOST_FIELDS + 1).collect();
        (pairs.len() <= MOST_FIELDS).then(|| Self(Arc::new(pairs)))
    }

    /// First value of a field as it was typed; empty when it is not there.
    pub fn raw(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// First value without blanks around it.
    pub fn get(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// The same, owned.
    pub fn text(&self, name: &str) -> String {
        self.get(name).to_owned()
    }

    /// All values of a field.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
    }

    /// Whether the question before it was answered with yes.
    pub fn sure(&self) -> bool {
        self.get("yakin") == "ya"
    }
}

impl<S: Sync> FromRequestParts<S> for Posted {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or(Problem::Form)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_repeat_and_passwords_keep_their_blanks() {
        let posted = Posted::parse(b"a=1&a=2&sandi=+x+&yakin=ya&b=%C3%A9").unwrap();
        assert_eq!(posted.all("a"), ["1", "2"]);
        assert_eq!((posted.raw("sandi"), posted.get("sandi"), posted.get("b"), posted.get("c")), (" x ", "x", "é", ""));
        assert!(posted.sure());
        assert!(Posted::parse("a=1&".repeat(MOST_FIELDS + 1).as_bytes()).is_none());
    }
}
