//! One partner over HTTP: bounded in time and size, behind its breaker, and never trusting what comes back.

use std::sync::Arc;

use app::ports::{Clock, PartnerFault};
use serde::de::DeserializeOwned;
use ureq::tls::{PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::{Agent, Body, Error, Timeout, http};

use crate::check::clip;
use crate::wire::ErrorBody;
use crate::{Breaker, BreakerState, ConfigFault, PartnerConfig};

/// Longest text taken over from a partner, in characters.
const LONGEST_MESSAGE: usize = 500;

/// One request.
pub struct Call<'a> {
    pub method: Method<'a>,
    /// Below the base address, percent-encoded where needed.
    pub path: String,
    /// Query parameters, encoded on sending.
    pub query: Vec<(&'static str, String)>,
}

/// A request's method with what only it carries: a body and the key under which repeating it changes nothing.
pub enum Method<'a> {
    Get,
    Delete,
    Post { body: serde_json::Result<Vec<u8>>, key: &'a str },
}

/// The client of one partner.
pub struct Client {
    partner: &'static str,
    base: String,
    authorization: Option<String>,
    agent: Agent,
    breaker: Breaker,
    body_limit: u64,
}

impl Client {
    pub fn new(partner: &'static str, config: &PartnerConfig, clock: Arc<dyn Clock>) -> Result<Self, ConfigFault> {
        let fault = |reason: &str| ConfigFault { partner, reason: reason.to_owned() };
        let base = config.base_url.trim_end_matches('/');
        let uri: http::Uri = base.parse().map_err(|_| fault("the address is not a URL"))?;
        if !matches!(uri.scheme_str(), Some("http" | "https")) || uri.host().is_none() || uri.query().is_some() {
            return Err(fault("the address must be http://host or https://host, without a query"));
        }
        let authorization = config.token.as_ref().map(|token| format!("Bearer {token}"));
        if authorization.as_ref().is_some_and(|value| http::HeaderValue::from_str(value).is_err()) {
            return Err(fault("the token has characters that a header cannot carry"));
        }
        let agent = Agent::config_builder()
            .timeout_resolve(Some(config.connect))
            .timeout_connect(Some(config.connect))
            .timeout_send_request(Some(config.answer))
            .timeout_send_body(Some(config.answer))
            .timeout_recv_response(Some(config.answer))
            .timeout_global(Some(config.total))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_response_header_size(32 * 1024)
            .max_idle_connections_per_host(8)
            // A proxy named in the environment would see the token and must never stand before a loopback simulator.
            .proxy(None)
            .user_agent("pabean")
            .accept("application/json")
            .tls_config(TlsConfig::builder().root_certs(roots(config).map_err(|r| fault(&r))?).build())
            .build()
            .new_agent();
        let breaker = Breaker::new(config.breaker.clone(), clock);
        let base = base.to_owned();
        Ok(Self { partner, base, authorization, agent, breaker, body_limit: config.body_limit })
    }

    pub fn state(&self) -> BreakerState {
        self.breaker.state()
    }

    /// Sends `call` and hands the answer to `accept`, which says what is wrong with a well-formed one.
    pub fn call<T: DeserializeOwned, U>(
        &self,
        call: Call<'_>,
        accept: impl FnOnce(T) -> Result<U, &'static str>,
    ) -> Result<U, PartnerFault> {
        let Some(permit) = self.breaker.enter() else {
            return Err(PartnerFault::Open { partner: self.partner });
        };
        let answer = self.exchange(call).and_then(|(status, bytes)| self.read(status, &bytes, accept));
        match &answer {
            Ok(_) | Err(PartnerFault::Refused { .. }) => permit.success(),
            Err(fault) => {
                tracing::debug!(partner = self.partner, %fault, "no usable answer");
                permit.failure();
            }
        }
        answer
    }

    /// A refusal of our own, before anything is sent.
    pub fn refuse(&self, code: &str, message: &str) -> PartnerFault {
        PartnerFault::Refused { partner: self.partner, code: code.to_owned(), message: message.to_owned() }
    }

    fn exchange(&self, call: Call<'_>) -> Result<(http::StatusCode, Vec<u8>), PartnerFault> {
        let url = format!("{}{}", self.base, call.path);
        let headers = |key: Option<&str>| {
            let bearer = self.authorization.clone().map(|value| ("authorization", value));
            let key = key.map(|key| ("idempotency-key", header_text(key)));
            bearer.into_iter().chain(key)
        };
        let sent = match call.method {
            Method::Post { body, key } => {
                let body = body.map_err(|e| self.refuse("PERMINTAAN", &e.to_string()))?;
                let request = self.agent.post(url).query_pairs(call.query).content_type("application/json");
                headers(Some(key)).fold(request, |r, (name, value)| r.header(name, value)).send(&body)
            }
            Method::Get => {
                let request = self.agent.get(url).query_pairs(call.query);
                headers(None).fold(request, |r, (name, value)| r.header(name, value)).call()
            }
            Method::Delete => {
                let request = self.agent.delete(url).query_pairs(call.query);
                headers(None).fold(request, |r, (name, value)| r.header(name, value)).call()
            }
        };
        let mut response = sent.map_err(|e| self.down(&describe(&e)))?;
        let status = response.status();
        let json = is_json(&response);
        let bytes = response.body_mut().with_config().limit(self.body_limit).read_to_vec();
        let bytes = bytes.map_err(|e| self.down(&describe(&e)))?;
        if json {
            return Ok((status, bytes));
        }
        if status.is_success() {
            return Err(self.down("jawaban bukan JSON (the answer is not JSON)"));
        }
        Err(self.down(&status_text(status)))
    }

    /// Only the partner's own error body refuses; an error page of something in between never rejects a document.
    /// Missing rights, too many requests and the like are ours to repair, so they are worth trying again.
    fn read<T: DeserializeOwned, U>(
        &self,
        status: http::StatusCode,
        bytes: &[u8],
        accept: impl FnOnce(T) -> Result<U, &'static str>,
    ) -> Result<U, PartnerFault> {
        if status.is_success() {
            let value = serde_json::from_slice(bytes)
                .map_err(|e| self.down(&format!("jawaban tidak dapat dibaca (unreadable answer): {e}")))?;
            return accept(value).map_err(|e| self.down(&format!("jawaban tidak sesuai (unexpected answer): {e}")));
        }
        let transient = matches!(status.as_u16(), 401 | 403 | 407 | 408 | 421 | 425 | 426 | 429);
        if !status.is_client_error() || transient {
            return Err(self.down(&status_text(status)));
        }
        match serde_json::from_slice::<ErrorBody>(bytes) {
            Ok(ErrorBody { kode, pesan }) if !kode.is_empty() => Err(PartnerFault::Refused {
                partner: self.partner,
                code: clip(&kode, 40),
                message: clip(&pesan, LONGEST_MESSAGE),
            }),
            _ => Err(self.down(&status_text(status))),
        }
    }

    fn down(&self, reason: &str) -> PartnerFault {
        PartnerFault::Down { partner: self.partner, reason: clip(reason, LONGEST_MESSAGE) }
    }
}

fn describe(error: &Error) -> String {
    match error {
        Error::Timeout(Timeout::Resolve | Timeout::Connect) | Error::HostNotFound | Error::ConnectionFailed => {
            "tidak dapat disambung (cannot connect)".to_owned()
        }
        Error::Timeout(_) => "tidak selesai menjawab pada waktunya (time-out)".to_owned(),
        Error::Io(e) if e.kind() == std::io::ErrorKind::ConnectionRefused => {
            "sambungan ditolak (connection refused)".to_owned()
        }
        Error::BodyExceedsLimit(limit) => format!("jawaban lebih besar dari {limit} byte (answer too large)"),
        other => format!("sambungan terputus (connection failed): {other}"),
    }
}

fn status_text(status: http::StatusCode) -> String {
    format!("menjawab (answered) {}", status.as_u16())
}

fn is_json(response: &http::Response<Body>) -> bool {
    let mime = response.body().mime_type().unwrap_or_default();
    mime.eq_ignore_ascii_case("application/json") || mime.ends_with("+json")
}

/// A key as header text: anything a header cannot carry is left out; the body holds the whole key.
fn header_text(key: &str) -> String {
    key.chars().filter(char::is_ascii_graphic).take(128).collect()
}

fn roots(config: &PartnerConfig) -> Result<RootCerts, String> {
    let Some(pem) = &config.ca_pem else { return Ok(RootCerts::WebPki) };
    let mut certificates = Vec::new();
    for item in parse_pem(pem.as_bytes()) {
        match item {
            Ok(PemItem::Certificate(certificate)) => certificates.push(certificate),
            Ok(_) => {}
            Err(e) => return Err(format!("the certificate file is not PEM: {e}")),
        }
    }
    if certificates.is_empty() {
        return Err("the certificate file holds no certificate".to_owned());
    }
    Ok(RootCerts::from(certificates))
}
