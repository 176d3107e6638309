//! Refusals in the shapes clients know: the gateway's `{"Exception"}` and the services' `{status, message}`.

use std::any::Any;

use app::Error;
use axum::Json;
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Finding, Findings, Text};
use serde_json::{Value, json};

use crate::LARGEST_BODY;
use crate::body::NoBody;

/// Why a request failed, on its way out.
pub enum Problem {
    /// A use case said so.
    Case {
        /// What happened.
        error: Box<Error>,
        /// The document concerned, echoed to the client.
        nomor_aju: Option<String>,
    },
    /// The body could not be read.
    Body(NoBody),
    /// A query parameter that must be there is not.
    Missing(&'static str),
    /// A query parameter that is no day.
    Day(&'static str),
    /// Our own refusal of what a client asked, with a status.
    Said(StatusCode, Text),
    /// More calls than the company may make.
    TooMany {
        /// Seconds to wait.
        seconds: i64,
    },
    /// Nothing is served there.
    UnknownPath,
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        Self::Case { error: Box::new(error), nomor_aju: None }
    }
}

impl From<NoBody> for Problem {
    fn from(why: NoBody) -> Self {
        Self::Body(why)
    }
}

/// Answers whatever is asked below a prefix and not served there.
pub async fn unknown_path() -> Problem {
    Problem::UnknownPath
}

/// `405 {"Exception":"Method not allowed : get"}` (h2h-api 1.4).
pub async fn method(method: Method) -> Response {
    gateway(StatusCode::METHOD_NOT_ALLOWED, &format!("Method not allowed : {}", method.as_str().to_lowercase()))
}

/// A gateway's refusal.
pub fn gateway(status: StatusCode, text: &str) -> Response {
    (status, Json(json!({ "Exception": text }))).into_response()
}

/// A service's refusal.
fn service(status: StatusCode, message: &Value, nomor_aju: Option<&str>, findings: &[Finding]) -> Response {
    let mut body = json!({ "status": "Failed", "message": message, "nomorAju": nomor_aju });
    if !findings.is_empty() {
        body["temuan"] = temuan(findings);
    }
    (status, Json(body)).into_response()
}

/// Findings in our own member, which old clients ignore.
pub fn temuan(findings: &[Finding]) -> Value {
    findings
        .iter()
        .map(|f| {
            json!({
                "code": f.code, "severity": f.severity, "pointer": f.pointer,
                "message": f.message.id, "messageEn": f.message.en, "law": f.law,
            })
        })
        .collect()
}

/// One line a finding for clients that only show `message`.
fn lines(findings: &Findings) -> Value {
    let reject = findings.iter().filter(|f| f.severity == kernel::Severity::Reject);
    reject.map(|f| Value::String(format!("{} ({}) {}", f.pointer, f.code, f.message.id))).collect()
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (error, nomor_aju) = match self {
            Self::Case { error, nomor_aju } => (*error, nomor_aju),
            Self::Body(why) => return unread(&why),
            // The status and the words are those of the live service (h2h-api 1.10).
            Self::Missing(name) => {
                let text = format!("Required String parameter '{name}' is not present");
                return gateway(StatusCode::INTERNAL_SERVER_ERROR, &text);
            }
            Self::Day(name) => {
                let text = format!("Parameter {name} ditulis YYYY-MM-DD atau DD-MM-YYYY.");
                return service(StatusCode::BAD_REQUEST, &json!(text), None, &[]);
            }
            Self::Said(status, text) => {
                let body = json!({ "status": "Failed", "message": text.id, "messageEn": text.en });
                return (status, Json(body)).into_response();
            }
            Self::TooMany { seconds } => return too_many(seconds),
            // The gateway's own words (h2h-api 1.4).
            Self::UnknownPath => return (StatusCode::NOT_FOUND, "Object Not Found").into_response(),
        };
        let aju = nomor_aju.as_deref();
        match error {
            Error::Unauthenticated => gateway(StatusCode::UNAUTHORIZED, " Unauthorized application request"),
            Error::BadCredentials => {
                let body = json!({ "status": "failed", "message": "Invalid user credentials" });
                (StatusCode::UNAUTHORIZED, Json(body)).into_response()
            }
            Error::NotFound => service(StatusCode::NOT_FOUND, &json!("Data Tidak Ditemukan"), aju, &[]),
            Error::Denied(why) => service(StatusCode::FORBIDDEN, &json!(why), aju, &[]),
            Error::Malformed(e) => malformed(&e, aju),
            Error::Findings(findings) => service(StatusCode::BAD_REQUEST, &lines(&findings), aju, &findings),
            Error::Duplicate => {
                let said = [app::declaration::aju_taken()];
                service(StatusCode::BAD_REQUEST, &json!("Gagal, nomor aju sudah ada."), aju, &said)
            }
            Error::KeyReused => service(
                StatusCode::UNPROCESSABLE_ENTITY,
                &json!("Idempotency-Key sudah dipakai untuk permintaan lain."),
                aju,
                &[],
            ),
            Error::Throttled { seconds } => too_many(seconds),
            Error::Refused(text) => service(StatusCode::CONFLICT, &json!(text.id), aju, &[]),
            error if error.is_transient() => {
                let mut response = service(
                    StatusCode::SERVICE_UNAVAILABLE,
                    &json!("Sistem sedang sibuk; tidak ada yang tersimpan. Kirim ulang permintaan yang sama."),
                    aju,
                    &[],
                );
                response.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from_static("2"));
                response
            }
            error => fault(&error, aju),
        }
    }
}

/// Too fast: nothing was done, and the same call may be made again after a while.
fn too_many(seconds: i64) -> Response {
    let body = json!({
        "Exception": format!("Terlalu banyak permintaan; tunggu {seconds} detik."),
        "status": "Failed",
        "message": format!("Terlalu banyak permintaan; tunggu {seconds} detik."),
        "messageEn": format!("Too many requests; wait {seconds} seconds."),
    });
    let mut response = (StatusCode::TOO_MANY_REQUESTS, Json(body)).into_response();
    response.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from(seconds));
    response
}

fn unread(why: &NoBody) -> Response {
    match why {
        NoBody::TooLarge => {
            let most = LARGEST_BODY / 1024 / 1024;
            let text = format!("Isi permintaan lebih dari {most} MB; pecah menjadi beberapa dokumen.");
            service(StatusCode::PAYLOAD_TOO_LARGE, &json!(text), None, &[])
        }
        NoBody::Broken => service(StatusCode::BAD_REQUEST, &json!("Isi permintaan terputus."), None, &[]),
    }
}

fn malformed(error: &declaration::Malformed, aju: Option<&str>) -> Response {
    let mut response = json!({
        "status": "Failed",
        "message": [error.to_string()],
        "nomorAju": aju,
        "temuan": [{
            "code": error.code, "severity": "reject", "pointer": error.pointer,
            "message": error.message.id, "messageEn": error.message.en,
        }],
    });
    response["temuan"][0]["line"] = json!(error.line);
    response["temuan"][0]["column"] = json!(error.column);
    (StatusCode::BAD_REQUEST, Json(response)).into_response()
}

/// Our fault: logged once, here, with a reference that the client sees.
fn fault(error: &Error, aju: Option<&str>) -> Response {
    let reference = format!("{:016x}", std::hash::BuildHasher::hash_one(&std::hash::RandomState::new(), 0_u8));
    tracing::error!(%reference, %error, "request failed");
    let message = format!("Kesalahan sistem. Sebutkan kode {reference} kepada operator.");
    service(StatusCode::INTERNAL_SERVER_ERROR, &json!(message), aju, &[])
}

/// A panic in a handler is our fault too.
pub fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    fault(&Error::Broken("panic".into()), None)
}
