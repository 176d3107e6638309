//! `POST {A}/login` and `POST {A}/update-token` (h2h-api 1.3).

use std::convert::Infallible;
use std::net::SocketAddr;

use app::App;
use app::account::session::Origin;
use app::account::{self, Session};
use axum::Json;
use axum::extract::{ConnectInfo, FromRequestParts, State};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use serde_json::{Value, json};

use crate::auth::token;
use crate::body::Whole;
use crate::problem::Problem;
use crate::work;

/// Where a request comes from.
pub struct Seen(Origin);

impl FromRequestParts<App> for Seen {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let text = |name| parts.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
        Ok(Self(Origin::seen(app.settings(), peer, text("x-forwarded-for"), text("user-agent"))))
    }
}

/// Exchanges user name and password for tokens.
pub async fn login(State(app): State<App>, Seen(origin): Seen, Whole(body): Whole) -> Result<Json<Value>, Problem> {
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
    let (username, password) = (text("username"), text("password"));
    let session = work::run(move || account::login_from(&app, &username, &password, &origin)).await?;
    Ok(answer(&session, "Berhasil masuk ke SSO BeaCukai"))
}

/// Exchanges a refresh token: raw or `Bearer` in the header, or in the body.
pub async fn update_token(
    State(app): State<App>,
    headers: HeaderMap,
    Whole(body): Whole,
) -> Result<Json<Value>, Problem> {
    let from_body = || {
        let body: Value = serde_json::from_slice(&body).ok()?;
        body["refresh_token"].as_str().map(str::to_owned)
    };
    let refresh = token(&headers).or_else(from_body).ok_or(app::Error::Unauthenticated)?;
    let session = work::run(move || account::refresh(&app, &refresh)).await?;
    Ok(answer(&session, "Berhasil memperbarui token"))
}

fn answer(session: &Session, message: &str) -> Json<Value> {
    Json(json!({
        "status": "success",
        "message": message,
        "item": {
            "access_token": session.access_token,
            "expires_in": session.expires_in,
            "refresh_expires_in": session.refresh_expires_in,
            "refresh_token": session.refresh_token,
            "token_type": "Bearer",
            "id_token": session.access_token,
            "not-before-policy": 0,
            "session_state": session.session_state,
            "scope": "openid profile email offline_access",
        },
    }))
}
