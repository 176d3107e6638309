//! Who calls: `Authorization: Bearer …`, or `Authentication`, which one SDK sends, and the API key (h2h-api 1.2).

use app::h2h::KeyPolicy;
use app::{Actor, App};
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;

use crate::gate::{Here, Newer};
use crate::problem::Problem;
use crate::work;

/// Names of the header with the API key, the present one first.
const KEYS: [&str; 2] = ["beacukai-api-key", "nle-api-key"];
/// Longest header value that is looked at.
const LONGEST: usize = 4_096;

/// The authenticated caller.
pub struct Caller(pub Actor);

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let token = token(&parts.headers).ok_or(app::Error::Unauthenticated)?;
        let newer = parts.extensions.get::<Newer>().is_some_and(|newer| newer.0);
        let demanded = match app.settings().h2h.api_key {
            KeyPolicy::Optional => false,
            KeyPolicy::V2 => newer,
            KeyPolicy::Required => true,
        };
        let key = KEYS.iter().find_map(|name| parts.headers.get(*name)?.to_str().ok()).map(|key| key.trim().to_owned());
        let (at, secret) = (app.clone(), token.clone());
        let actor = work::run(move || app::account::admit(&at, &secret, key.as_deref(), demanded)).await?;
        if let (Some(here), Some(company)) = (Here::current(), &actor.company_id) {
            here.learn(&token, company);
        }
        Ok(Self(actor))
    }
}

/// The token of a request, with or without the word `Bearer`.
pub fn token(headers: &HeaderMap) -> Option<String> {
    let header = headers.get("authorization").or_else(|| headers.get("authentication"))?.to_str().ok()?.trim();
    let bare = match header.split_once(' ') {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("bearer") => rest.trim(),
        _ => header,
    };
    (!bare.is_empty() && bare.len() <= LONGEST).then(|| bare.to_owned())
}
