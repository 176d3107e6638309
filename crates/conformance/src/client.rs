//! One request, one answer, whatever its status.

use std::time::Duration;

use serde_json::Value;
use ureq::Agent;
use ureq::http::{HeaderMap, Request};

/// Longest wait for one answer.
const PATIENCE: Duration = Duration::from_mins(1);
/// Largest answer that is read, bytes.
const LARGEST: u64 = 64 << 20;

/// What came back.
#[derive(Debug, Clone)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// Content.
    pub body: Vec<u8>,
}

impl Reply {
    /// The content as text, cut to what a report can show.
    pub fn excerpt(&self) -> String {
        let text = String::from_utf8_lossy(&self.body);
        text.chars().take(300).collect::<String>().replace('\n', " ")
    }

    /// The content as JSON.
    pub fn json(&self) -> Result<Value, String> {
        serde_json::from_slice(&self.body).map_err(|_| format!("no JSON: {} {}", self.status, self.excerpt()))
    }

    /// A header, empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The answer when its status is one of these.
    pub fn is(self, statuses: &[u16]) -> Result<Self, String> {
        if statuses.contains(&self.status) {
            return Ok(self);
        }
        let wanted: Vec<String> = statuses.iter().map(ToString::to_string).collect();
        Err(format!("status {} instead of {}: {}", self.status, wanted.join(" or "), self.excerpt()))
    }
}

/// Connections to one server.
#[derive(Debug, Clone)]
pub struct Http {
    agent: Agent,
    base: String,
}

impl Http {
    /// To an address without a path.
    pub fn new(base: &str) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None);
        Self { agent: config.build().into(), base: base.trim_end_matches('/').to_owned() }
    }

    /// Sends one request.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Result<Reply, String> {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.base));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let said = |e: &dyn std::fmt::Display| format!("{method} {path}: {e}");
        let request = request.body(body).map_err(|e| said(&e))?;
        let mut response = self.agent.run(request).map_err(|e| said(&e))?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = response.body_mut().with_config().limit(LARGEST).read_to_vec().map_err(|e| said(&e))?;
        Ok(Reply { status, headers, body })
    }
}
