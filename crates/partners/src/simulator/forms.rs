//! The outermost layers: bounds for every request, and forms of the page turned into JSON and back.

use std::sync::Arc;
use std::time::Duration;

use askama::Template;
use axum::RequestExt;
use axum::body::{Body, to_bytes};
use axum::extract::{Form, Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde_json::{Map, Value};
use tokio::sync::Semaphore;

use super::BODY_LIMIT;
use super::fail::Fail;
use crate::wire::ErrorBody;

/// Requests served at the same time.
pub const MOST_AT_ONCE: usize = 1024;
/// Longest life of one request; longer than the slowest switch.
const LONGEST: Duration = Duration::from_secs(150);

/// Bounds time and number, refuses what another site's page sends, and adds the headers of every answer.
pub async fn guard(State(places): State<Arc<Semaphore>>, request: Request, next: Next) -> Response {
    let Ok(_place) = places.try_acquire() else { return Fail::full().into_response() };
    if !same_site(request.headers()) {
        return Fail::new(StatusCode::FORBIDDEN, "ASAL", "kiriman dari situs lain (sent by another site)")
            .into_response();
    }
    let served = tokio::time::timeout(LONGEST, next.run(request)).await;
    let mut response = served.unwrap_or_else(|_| Fail::down("terlalu lama (took too long)").into_response());
    let headers = response.headers_mut();
    headers.insert(
        "content-security-policy",
        HeaderValue::from_static(
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ),
    );
    headers.insert("x-content-type-options", HeaderValue::from_static("nosniff"));
    headers.insert("referrer-policy", HeaderValue::from_static("same-origin"));
    headers.insert("cache-control", HeaderValue::from_static("no-store"));
    response
}

/// A browser names the page that sends; a program names none.
fn same_site(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let Some(origin) = text(ORIGIN) else { return !headers.contains_key(ORIGIN) };
    let origin = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
    origin.is_some() && origin == text(HOST)
}

/// Turns a form into JSON, and the answer into a redirect to the page or an error page.
pub async fn forms(request: Request, next: Next) -> Response {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if request.method() != Method::POST || !kind.starts_with("application/x-www-form-urlencoded") {
        return next.run(request).await;
    }
    let back = after(&request);
    let (mut parts, body) = request.with_limited_body().into_parts();
    let Ok(bytes) = to_bytes(body, BODY_LIMIT).await else {
        return Fail::new(StatusCode::PAYLOAD_TOO_LARGE, "UKURAN", "isi terlalu besar (too large)").into_response();
    };
    let whole = Request::from_parts(parts.clone(), Body::from(bytes));
    let Ok(Form(pairs)) = whole.extract::<Form<Vec<(String, String)>>, _>().await else {
        return error_page(StatusCode::BAD_REQUEST, "formulir tidak terbaca (unreadable form)");
    };
    let filled = pairs.into_iter().filter(|(_, value)| !value.trim().is_empty());
    let json = Value::Object(filled.map(|(name, value)| (name, Value::String(value))).collect::<Map<_, _>>());
    parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    parts.headers.remove(CONTENT_LENGTH);
    let answer = next.run(Request::from_parts(parts, Body::from(json.to_string()))).await;
    if answer.status().is_success() {
        return Redirect::to(&back).into_response();
    }
    let status = answer.status();
    let bytes = to_bytes(answer.into_body(), BODY_LIMIT).await.unwrap_or_default();
    let pesan = serde_json::from_slice(&bytes).map(|body: ErrorBody| body.pesan).unwrap_or_default();
    error_page(status, &pesan)
}

/// The page after a form: a bill that was paid where it stands first stays first, with its way back to the portal.
fn after(request: &Request) -> String {
    let uri = request.uri();
    let kode = uri.path().strip_prefix("/mpn/v1/billing/").and_then(|rest| rest.strip_suffix("/bayar"));
    let kode = kode.filter(|kode| uri.query() == Some("lihat") && kode.bytes().all(|b| b.is_ascii_digit()));
    kode.map_or_else(|| "/".to_owned(), |kode| format!("/?kode={kode}"))
}

#[derive(Template)]
#[template(path = "fail.html")]
struct FailPage<'a> {
    status: u16,
    pesan: &'a str,
}

fn error_page(status: StatusCode, pesan: &str) -> Response {
    match (FailPage { status: status.as_u16(), pesan }).render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(e) => Fail::down(e.to_string()).into_response(),
    }
}
