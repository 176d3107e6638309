//! How a partner is reached, and how patient the adapter is.

use std::time::Duration;

/// When the circuit breaker opens and how long it stays open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BreakerConfig {
    /// Failures in a row that open it, at least 1.
    pub failures: u32,
    /// How long it stays open the first time; doubled after each failed probe.
    pub cool: Duration,
    /// Longest time it stays open.
    pub cool_max: Duration,
}

impl Default for BreakerConfig {
    fn default() -> Self {
        Self { failures: 5, cool: Duration::from_secs(5), cool_max: Duration::from_mins(1) }
    }
}

/// One partner's address and limits.
#[derive(Clone, PartialEq, Eq)]
pub struct PartnerConfig {
    /// `http://` or `https://` address in front of `/insw/v1/…`; a trailing slash is ignored.
    pub base_url: String,
    /// Sent as `Authorization: Bearer …` when the gateway asks for it.
    pub token: Option<String>,
    /// PEM certificates to trust instead of the public authorities, for a gateway with its own.
    pub ca_pem: Option<String>,
    /// Longest time to resolve the name, and again to connect.
    pub connect: Duration,
    /// Longest wait for the head of the answer.
    pub answer: Duration,
    /// Longest time for the whole exchange, so that slow bytes cannot hold a worker.
    pub total: Duration,
    /// Largest answer, in bytes.
    pub body_limit: u64,
    /// Circuit breaker.
    pub breaker: BreakerConfig,
}

impl PartnerConfig {
    /// The usual limits: 2 s to connect, 10 s to answer, 15 s in all, 1 MiB.
    pub fn new(base_url: impl Into<String>) -> Self {
        Self {
            base_url: base_url.into(),
            token: None,
            ca_pem: None,
            connect: Duration::from_secs(2),
            answer: Duration::from_secs(10),
            total: Duration::from_secs(15),
            body_limit: 1 << 20,
            breaker: BreakerConfig::default(),
        }
    }
}

/// The token stays out of logs.
impl std::fmt::Debug for PartnerConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PartnerConfig")
            .field("base_url", &self.base_url)
            .field("token", &self.token.as_ref().map(|_| "…"))
            .field("connect", &self.connect)
            .field("answer", &self.answer)
            .field("total", &self.total)
            .field("body_limit", &self.body_limit)
            .field("breaker", &self.breaker)
            .finish_non_exhaustive()
    }
}

/// All partners.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartnersConfig {
    /// INSW.
    pub insw: PartnerConfig,
    /// MPN G3 / SIMPONI.
    pub mpn: PartnerConfig,
    /// The terminals' gateway.
    pub tps: PartnerConfig,
    /// OSS and DJP.
    pub registry: PartnerConfig,
}

impl PartnersConfig {
    /// All four behind one address, as the simulator has them.
    pub fn all_at(base_url: &str) -> Self {
        let one = PartnerConfig::new(base_url);
        Self { insw: one.clone(), mpn: one.clone(), tps: one.clone(), registry: one }
    }
}

/// A partner's configuration that cannot work.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("partner {partner}: {reason}")]
pub struct ConfigFault {
    /// Short name of the partner.
    pub partner: &'static str,
    /// What is wrong.
    pub reason: String,
}
