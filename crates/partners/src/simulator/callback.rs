//! Hints to the customs system: fire, a few tries, then forget; the receiver polls anyway.

use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::time::Duration;

use ureq::Agent;

use super::config::{SimulatorConfig, SimulatorFault};
use crate::hint::{Hint, SIGNATURE_HEADER, sign};

/// How often one hint is tried.
pub const HINT_TRIES: u32 = 3;
/// Hints that wait at most; more are dropped.
const MOST_WAITING: usize = 1000;

/// Handle to the sending thread.
#[derive(Clone)]
pub struct Callback(Option<SyncSender<Hint>>);

impl Callback {
    /// Starts the thread when an address is configured; it ends with the last handle.
    pub fn start(config: &SimulatorConfig) -> Result<Self, SimulatorFault> {
        let Some(url) = config.callback_url.clone() else { return Ok(Self(None)) };
        if !url.starts_with("http://") && !url.starts_with("https://") {
            return Err(SimulatorFault::Config("callback_url: http:// atau https://".to_owned()));
        }
        let secret = config.secret.clone();
        let (sender, receiver) = sync_channel(MOST_WAITING);
        std::thread::Builder::new()
            .name("kabar-simulator".to_owned())
            .spawn(move || send_all(&url, secret.as_bytes(), &receiver))?;
        Ok(Self(Some(sender)))
    }

    /// Queues a hint, or drops it when too many wait.
    pub fn tell(&self, hint: Hint) {
        let Some(sender) = &self.0 else { return };
        if let Err(TrySendError::Full(hint)) = sender.try_send(hint) {
            tracing::debug!(?hint, "hint dropped");
        }
    }
}

fn send_all(url: &str, secret: &[u8], receiver: &Receiver<Hint>) {
    let agent: Agent = Agent::config_builder()
        .timeout_connect(Some(Duration::from_secs(1)))
        .timeout_global(Some(Duration::from_secs(3)))
        .max_redirects(0)
        .proxy(None)
        .build()
        .new_agent();
    while let Ok(hint) = receiver.recv() {
        let Ok(body) = serde_json::to_vec(&hint) else { continue };
        let signature = sign(secret, &body);
        for attempt in 0..HINT_TRIES {
            let request = agent.post(url).content_type("application/json").header(SIGNATURE_HEADER, &signature);
            match request.send(&body) {
                Ok(_) => break,
                Err(e) => tracing::debug!(?hint, error = %e, "hint not delivered"),
            }
            if attempt + 1 < HINT_TRIES {
                std::thread::sleep(Duration::from_millis(100 << (2 * attempt)));
            }
        }
    }
}
