//! Request bodies: JSON only, bounded, with the place of a mistake; and numbers that a form sends as text.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error};
use serde_json::Value;

use super::fail::Fail;

/// A JSON body; an empty one reads as `{}`.
pub struct Input<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Input<T> {
    type Rejection = Fail;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fail> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let json = kind.split(';').next().is_some_and(|k| k.trim().eq_ignore_ascii_case("application/json"));
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|e| Fail::new(e.status(), "UKURAN", format!("isi tidak dapat dibaca (body unreadable): {e}")))?;
        if bytes.is_empty() {
            return parse(b"{}");
        }
        if !json {
            return Err(Fail::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "JENIS", "kirim application/json (send JSON)"));
        }
        parse(&bytes)
    }
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<Input<T>, Fail> {
    serde_json::from_slice(bytes).map(Input).map_err(|e| Fail::bad(format!("JSON: {e}")))
}

/// The whole number in a JSON number or in text.
pub fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(n) => n.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// `#[serde(deserialize_with)]` for an optional whole number that a form sends as text.
pub fn optional_number<'de, D, N>(d: D) -> Result<Option<N>, D::Error>
where
    D: Deserializer<'de>,
    N: TryFrom<i64>,
{
    let value = Value::deserialize(d)?;
    if value.is_null() {
        return Ok(None);
    }
    let whole = number(&value).and_then(|n| N::try_from(n).ok());
    whole.map(Some).ok_or_else(|| D::Error::custom("bilangan bulat dalam batas (a whole number within range)"))
}

/// `#[serde(deserialize_with)]` for a yes/no that a form sends as text.
pub fn flag<'de, D: Deserializer<'de>>(d: D) -> Result<bool, D::Error> {
    match Value::deserialize(d)? {
        Value::Bool(b) => Ok(b),
        Value::String(text) if text == "true" => Ok(true),
        Value::String(text) if text == "false" => Ok(false),
        _ => Err(D::Error::custom("true atau false (true or false)")),
    }
}
