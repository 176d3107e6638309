//! A small blocking HTTP client, as any importer's software would be.

use std::time::Duration;

use serde_json::Value;
use ureq::Agent;
use ureq::http::{HeaderMap, Request};

/// Longest wait for one answer.
const PATIENCE: Duration = Duration::from_mins(1);
/// Largest answer that is read, bytes.
const LARGEST: u64 = 64 << 20;

/// What came back, whatever its status.
#[derive(Debug, Clone)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// Content.
    pub body: Vec<u8>,
}

impl Answer {
    /// The content as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The content as JSON; an answer that is none fails the test.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {} {}", self.status, self.text()))
    }

    /// A header, empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The answer when its status is `status`; the test fails otherwise.
    #[track_caller]
    #[expect(clippy::return_self_not_must_use, reason = "often only the status matters")]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }
}

/// One client: an address, the service prefix it uses, and a token once it has one.
#[derive(Debug, Clone)]
pub struct Client {
    agent: Agent,
    base: String,
    services: &'static str,
    token: Option<String>,
}

impl Client {
    /// A client without a token.
    pub fn new(base: &str) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None);
        Self { agent: config.build().into(), base: base.to_owned(), services: "/openapi", token: None }
    }

    /// The same client with this token.
    #[must_use]
    pub fn with_token(&self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..self.clone() }
    }

    /// The same client on another service prefix, such as `/v2/openapi`.
    #[must_use]
    pub fn on(&self, services: &'static str) -> Self {
        Self { services, ..self.clone() }
    }

    /// One request to an absolute path, with the token if there is one.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.base));
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body).unwrap();
        let mut response = self.agent.run(request).unwrap_or_else(|e| panic!("{method} {path}: {e}"));
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = response.body_mut().with_config().limit(LARGEST).read_to_vec();
        Answer { status, headers, body: body.unwrap_or_else(|e| panic!("{method} {path}: {e}")) }
    }

    /// GET below the service prefix.
    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", &format!("{}{path}", self.services), &[("accept", "application/json")], b"")
    }

    /// POST of JSON below the service prefix.
    pub fn post(&self, path: &str, body: impl AsRef<[u8]>) -> Answer {
        self.post_with(path, &[], body)
    }

    /// POST of JSON below the service prefix, with further headers.
    pub fn post_with(&self, path: &str, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Answer {
        let headers = [&[("content-type", "application/json")], headers].concat();
        self.send("POST", &format!("{}{path}", self.services), &headers, body.as_ref())
    }

    /// Sends a document for good.
    pub fn submit(&self, body: impl AsRef<[u8]>) -> Answer {
        self.post("/document?isFinal=true", body)
    }

    /// The status answer of one or more ajus.
    pub fn status(&self, ajus: &str) -> Value {
        self.get(&format!("/status/{ajus}")).expect(200).json()
    }

    /// The PDF at a path of the status answer.
    pub fn letter(&self, path: &str) -> Vec<u8> {
        let answer = self.get(&format!("/download-respon?path={path}")).expect(200);
        assert_eq!(answer.header("content-type"), "application/pdf");
        answer.body
    }
}

/// Fields as a form sends them.
pub fn form(fields: &[(&str, &str)]) -> String {
    let pairs = fields.iter().map(|(name, value)| format!("{}={}", escape(name), escape(value)));
    pairs.collect::<Vec<_>>().join("&")
}

fn escape(text: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~');
    text.bytes().map(|b| if keep(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}
