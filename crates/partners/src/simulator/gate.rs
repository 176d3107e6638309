//! Switches: what a partner does to every request before it is looked at.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::Json;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use super::core::Sim;
use super::fail::Fail;
use super::input::optional_number;

/// Longest chosen delay, in milliseconds.
const SLOWEST: u32 = 120_000;

/// Who is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Partner {
    /// INSW.
    Insw,
    /// MPN G3 / SIMPONI.
    Mpn,
    /// Terminals.
    Tps,
    /// OSS and DJP.
    Registri,
}

impl Partner {
    /// All, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Insw, Self::Mpn, Self::Tps, Self::Registri];

    /// Its name in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Insw => "insw",
            Self::Mpn => "mpn",
            Self::Tps => "tps",
            Self::Registri => "registri",
        }
    }

    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Insw => "INSW",
            Self::Mpn => "MPN G3 / SIMPONI",
            Self::Tps => "TPS",
            Self::Registri => "OSS / DJP",
        }
    }
}

/// What happens to requests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Mode {
    /// Served.
    #[default]
    Normal,
    /// 503, nothing is done.
    Mati,
    /// Served after `ms` milliseconds.
    Lambat,
    /// 422, nothing is done.
    Tolak,
    /// 200 with broken JSON, nothing is done.
    Rusak,
    /// Served, but the answer is lost: 503.
    Bisu,
}

/// A switch position.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Switch {
    /// What happens.
    pub mode: Mode,
    /// Delay of `LAMBAT`.
    #[serde(default, deserialize_with = "optional_number", skip_serializing_if = "Option::is_none")]
    pub ms: Option<u32>,
    /// For so many requests, then `NORMAL` again; none: until changed.
    #[serde(default, deserialize_with = "optional_number", skip_serializing_if = "Option::is_none")]
    pub kali: Option<u32>,
}

/// Position and count of one partner.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Gate {
    #[serde(flatten)]
    pub switch: Switch,
    /// Requests seen since the start, served or not.
    pub panggilan: u64,
}

/// All switches.
#[derive(Debug, Default)]
pub struct Gates(Mutex<[Gate; 4]>);

impl Gates {
    pub fn set(&self, partner: Partner, switch: Switch) -> Result<Gate, Fail> {
        if switch.ms.is_some_and(|ms| ms > SLOWEST) {
            return Err(Fail::bad(format!("ms: 0–{SLOWEST}")));
        }
        Ok(self.with(partner, |gate| {
            gate.switch = switch;
            *gate
        }))
    }

    pub fn get(&self, partner: Partner) -> Gate {
        self.with(partner, |gate| *gate)
    }

    fn pass(&self, partner: Partner) -> Switch {
        self.with(partner, |gate| {
            gate.panggilan += 1;
            let switch = gate.switch;
            match &mut gate.switch.kali {
                Some(0) => {
                    gate.switch = Switch::default();
                    return Switch::default();
                }
                Some(1) => gate.switch = Switch::default(),
                Some(left) => *left -= 1,
                None => {}
            }
            switch
        })
    }

    fn with<T>(&self, partner: Partner, f: impl FnOnce(&mut Gate) -> T) -> T {
        f(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner)[partner as usize])
    }
}

/// The middleware in front of one partner's routes.
pub async fn gate(State((sim, partner)): State<(Sim, Partner)>, request: Request, next: Next) -> Response {
    let switch = sim.gates().pass(partner);
    match switch.mode {
        Mode::Normal => next.run(request).await,
        Mode::Mati => Fail::down("dimatikan dari panel (switched off)").into_response(),
        Mode::Lambat => {
            tokio::time::sleep(Duration::from_millis(u64::from(switch.ms.unwrap_or(3000)))).await;
            next.run(request).await
        }
        Mode::Tolak => Fail::refused("DITOLAK", "ditolak dari panel (refused by switch)").into_response(),
        Mode::Rusak => ([(CONTENT_TYPE, "application/json")], Body::from("{\"hasil\": \"SES")).into_response(),
        Mode::Bisu => {
            drop(next.run(request).await);
            Fail::down("jawaban hilang (answer lost)").into_response()
        }
    }
}

/// `GET /kendali/v1`: positions and counts.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    mitra: std::collections::BTreeMap<&'static str, Gate>,
    jumlah_lartas: usize,
    jumlah_billing: usize,
    jumlah_posisi: usize,
}

/// Handler of `GET /kendali/v1`.
pub async fn summary(State(sim): State<Sim>) -> Result<Json<Summary>, Fail> {
    let mitra = Partner::ALL.map(|partner| (partner.slug(), sim.gates().get(partner))).into();
    let answer = sim.act(|turn| {
        let state = turn.state();
        Ok(Summary {
            mitra,
            jumlah_lartas: state.lartas.len(),
            jumlah_billing: state.billing.len(),
            jumlah_posisi: state.pos.len(),
        })
    });
    answer.await.map(Json)
}
