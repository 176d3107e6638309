//! INSW: the lartas analysis (rules 1.4).

use std::sync::Arc;

use app::ports::{Clock, Insw, LartasAnswer, LartasRequest, PartnerFault};

use crate::check::clip_lines;
use crate::client::{Call, Client, Method};
use crate::wire::LartasBody;
use crate::{BreakerState, ConfigFault, PartnerConfig};

/// Short name in faults.
pub const NAME: &str = "INSW";

/// Most reasons kept of an answer.
const MOST_REASONS: usize = 200;

/// INSW over HTTP.
pub struct InswHttp(Client);

impl InswHttp {
    /// An adapter for the gateway at `config.base_url`.
    pub fn new(config: &PartnerConfig, clock: Arc<dyn Clock>) -> Result<Self, ConfigFault> {
        Client::new(NAME, config, clock).map(Self)
    }

    /// State of its circuit breaker.
    pub fn breaker_state(&self) -> BreakerState {
        self.0.state()
    }
}

impl Insw for InswHttp {
    fn analyse(&self, request: &LartasRequest) -> Result<LartasAnswer, PartnerFault> {
        let body = serde_json::to_vec(&LartasBody::from(request));
        let method = Method::Post { body, key: &request.request_id };
        self.0.call(Call { method, path: "/insw/v1/lartas".to_owned(), query: Vec::new() }, |answer| {
            Ok(match answer {
                LartasAnswer::Sesuai => LartasAnswer::Sesuai,
                LartasAnswer::Dikembalikan { alasan } => {
                    LartasAnswer::Dikembalikan { alasan: clip_lines(&alasan, MOST_REASONS) }
                }
                LartasAnswer::PerluPenelitian { alasan } => {
                    LartasAnswer::PerluPenelitian { alasan: clip_lines(&alasan, MOST_REASONS) }
                }
            })
        })
    }
}
