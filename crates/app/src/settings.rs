//! What an installation chooses, apart from the dated parameters of the reference data.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::h2h::H2h;

/// Settings that use cases look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Name of the installation on pages and letters.
    pub name: String,
    /// Public address, without a slash at the end; QR codes point there.
    pub base_url: String,
    /// Demo: sample exchange rates roll with the clock, mail goes to the outbox page.
    pub demo: bool,
    /// Life of an access token, seconds (h2h-api 1.3).
    pub access_seconds: i64,
    /// Life of a refresh token, seconds.
    pub refresh_seconds: i64,
    /// Threads that work on jobs.
    pub workers: usize,
    /// How long a job may take before another worker may take it, seconds; so long it stays with one that died.
    pub lease_seconds: i64,
    /// Officers, operators and administrators of companies need a second factor; only a demo may do without.
    pub second_factor: bool,
    /// A session ends after so many idle minutes.
    pub idle_minutes: i64,
    /// The same for officers and operators.
    pub officer_idle_minutes: i64,
    /// A session ends after so many hours, whatever happens.
    pub session_hours: i64,
    /// Version of the terms that a registration accepts.
    pub terms_version: String,
    /// Our own proxies: only what they write into `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// What the host-to-host API takes and how much of it.
    pub h2h: H2h,
}

impl Settings {
    /// Whether those who must have a second factor are held to it: always, unless a demo was told otherwise.
    pub fn factor_required(&self) -> bool {
        self.second_factor || !self.demo
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: "Pabean".into(),
            base_url: "http://127.0.0.1:8080".into(),
            demo: false,
            access_seconds: 7_200,
            refresh_seconds: 14_400,
            workers: 2,
            lease_seconds: 120,
            second_factor: true,
            idle_minutes: 30,
            officer_idle_minutes: 15,
            session_hours: 8,
            terms_version: "2026-01".into(),
            trusted_proxies: Vec::new(),
            h2h: H2h::default(),
        }
    }
}
