//! What a sandbox adds: rules for the partners' simulator, and a clock that can be moved.

use std::sync::Arc;
use std::time::Duration;

use app::outward::Sandbox;
use app::ports::PartnerFault;
use jiff::SignedDuration;
use serde_json::Value;

use crate::moved::MovedClock;

const NAME: &str = "simulator";

/// The simulator behind the partners' address, and our clock.
pub struct Trial {
    agent: ureq::Agent,
    rules: String,
    clock: Arc<MovedClock>,
}

impl Trial {
    /// For the simulator at `partners_url`.
    pub fn new(partners_url: &str, clock: Arc<MovedClock>) -> Self {
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(Duration::from_secs(5)))
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None);
        let rules = format!("{}/kendali/v1/aturan", partners_url.trim_end_matches('/'));
        Self { agent: config.build().into(), rules, clock }
    }
}

impl Sandbox for Trial {
    fn rule(&self, rule: &Value) -> Result<(), PartnerFault> {
        let sent = self.agent.post(&self.rules).send_json(rule);
        let mut response = sent.map_err(|e| PartnerFault::Down { partner: NAME, reason: e.to_string() })?;
        let status = response.status();
        if status.is_success() {
            return Ok(());
        }
        let body: Value = response.body_mut().read_json().unwrap_or_default();
        let message = body["pesan"].as_str().unwrap_or("aturan ditolak simulator").to_owned();
        Err(PartnerFault::Refused { partner: NAME, code: status.as_u16().to_string(), message })
    }

    fn shift(&self, by: SignedDuration) {
        self.clock.shift(i64::try_from(by.as_micros()).unwrap_or(i64::MAX));
    }
}
