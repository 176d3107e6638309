//! Ways out that only some installations have: receivers of webhooks, and the partners' simulator of a sandbox.

use std::sync::Arc;

use jiff::SignedDuration;
use kernel::Text;

use crate::ports::PartnerFault;

/// One call of a receiver.
#[derive(Debug, Clone)]
pub struct HookCall {
    /// Address.
    pub url: String,
    /// Headers.
    pub headers: Vec<(&'static str, String)>,
    /// Body.
    pub body: Vec<u8>,
}

/// Why a receiver did not take an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HookFault {
    /// The address may not be called from here.
    Forbidden(Text),
    /// It could not be reached, or did not answer in time.
    Down(Text),
    /// It answered with something else than 2xx.
    Status(u16),
}

impl HookFault {
    /// In words.
    pub fn text(&self) -> Text {
        match self {
            Self::Forbidden(why) | Self::Down(why) => why.clone(),
            Self::Status(status) => Text::made(format!("Dijawab HTTP {status}"), format!("Answered HTTP {status}")),
        }
    }

    /// Whether trying again is mostly pointless: the receiver looked at this event and refused it.
    pub fn is_refusal(&self) -> bool {
        matches!(self, Self::Status(status) if (400..500).contains(status) && ![401, 403, 408, 425, 429].contains(status))
    }
}

/// Receivers of webhooks.
pub trait Hooks: Send + Sync {
    /// The inner networks that may be called as well, and without TLS; for people.
    fn networks(&self) -> Vec<String> {
        Vec::new()
    }
    /// Whether an address may be called: resolves its name and looks at every address behind it.
    fn judge(&self, url: &str) -> Result<(), HookFault>;
    /// Calls it; the addresses are judged again at the moment of the call.
    fn post(&self, call: &HookCall) -> Result<u16, HookFault>;
}

/// What a sandbox can do that an earnest installation cannot.
pub trait Sandbox: Send + Sync {
    /// Sets a rule of the partners' simulator (docs/sandbox.md, «By rule»).
    fn rule(&self, rule: &serde_json::Value) -> Result<(), PartnerFault>;
    /// Lets the clock stand so far ahead of the real one.
    fn shift(&self, by: SignedDuration);
}

/// The ways out; without any, each call says so.
#[derive(Clone)]
pub struct Outward {
    /// Receivers of webhooks.
    pub hooks: Arc<dyn Hooks>,
    /// The sandbox.
    pub sandbox: Arc<dyn Sandbox>,
}

struct Nobody;

const ABSENT: Text =
    Text::fixed("Instalasi ini tidak mengirim ke luar.", "This installation sends nothing to the outside.");

impl Hooks for Nobody {
    fn judge(&self, _: &str) -> Result<(), HookFault> {
        Ok(())
    }

    fn post(&self, _: &HookCall) -> Result<u16, HookFault> {
        Err(HookFault::Down(ABSENT))
    }
}

impl Sandbox for Nobody {
    fn rule(&self, _: &serde_json::Value) -> Result<(), PartnerFault> {
        Err(PartnerFault::Down { partner: "simulator", reason: ABSENT.id.into_owned() })
    }

    fn shift(&self, _: SignedDuration) {}
}

impl Default for Outward {
    fn default() -> Self {
        Self { hooks: Arc::new(Nobody), sandbox: Arc::new(Nobody) }
    }
}
