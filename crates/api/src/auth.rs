//! Who calls: `Authorization: Bearer …`, or `Authentication`, which one SDK sends (h2h-api 1.2).

use app::{Actor, App};
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;

use crate::problem::Problem;
use crate::work;

/// The authenticated caller.
pub struct Caller(pub Actor);

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let token = token(&parts.headers).ok_or(app::Error::Unauthenticated)?;
        let app = app.clone();
        Ok(Self(work::run(move || app::account::authenticate(&app, &token)).await?))
    }
}

/// The token of a request, with or without the word `Bearer`.
pub fn token(headers: &HeaderMap) -> Option<String> {
    let header = headers.get("authorization").or_else(|| headers.get("authentication"))?.to_str().ok()?.trim();
    let bare = match header.split_once(' ') {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("bearer") => rest.trim(),
        _ => header,
    };
    (!bare.is_empty() && bare.len() <= 4_096).then(|| bare.to_owned())
}
