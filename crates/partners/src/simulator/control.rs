//! Control: switches, rules, and what a test wants to count.

use app::ports::{BillingStatus, Payment};
use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use jiff::Timestamp;
use kernel::Rupiah;
use serde::{Deserialize, Serialize};

use super::core::Sim;
use super::event::Event;
use super::fail::Fail;
use super::gate::{Gate, Partner, Switch};
use super::input::Input;
use super::rule::Rule;
use super::state::Billing;

/// Most codes listed for one aju.
const MOST_LISTED: usize = 100;

/// `POST /kendali/v1/{mitra}`: sets a switch; a restart sets all to `NORMAL`.
pub async fn switch(
    State(sim): State<Sim>,
    Path(mitra): Path<String>,
    Input(switch): Input<Switch>,
) -> Result<Json<Gate>, Fail> {
    let partner = Partner::ALL.into_iter().find(|partner| partner.slug() == mitra);
    let partner = partner.ok_or_else(|| Fail::unknown("mitra: insw, mpn, tps, registri"))?;
    sim.gates().set(partner, switch).map(Json)
}

/// `GET /kendali/v1/aturan`.
pub async fn rules(State(sim): State<Sim>) -> Result<Json<Vec<Rule>>, Fail> {
    sim.act(|turn| Ok(turn.state().rules.all().cloned().collect())).await.map(Json)
}

/// `POST /kendali/v1/aturan`: puts a rule in place of the one with the same suffix; without any outcome, removes it.
pub async fn put_rule(State(sim): State<Sim>, Input(rule): Input<Rule>) -> Result<Json<Rule>, Fail> {
    let answer = sim.act(|turn| {
        turn.state().rules.check(&rule)?;
        turn.record(Event::Aturan(rule.clone()));
        Ok(rule)
    });
    answer.await.map(Json)
}

/// Which codes are asked for.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BillingQuery {
    nomor_aju: String,
}

/// A billing as the control interface shows it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BillingView {
    pub kode_billing: String,
    pub nomor_aju: String,
    pub npwp: String,
    pub nama: String,
    pub total: Rupiah,
    pub dibuat: Timestamp,
    pub berlaku_sampai: Timestamp,
    pub status: &'static str,
    pub pembayaran: Vec<Payment>,
}

impl BillingView {
    pub fn new(billing: &Billing, now: Timestamp) -> Self {
        let request = &billing.issue.permintaan;
        Self {
            kode_billing: billing.issue.kode.clone(),
            nomor_aju: request.nomor_aju.clone(),
            npwp: request.npwp.clone(),
            nama: request.nama.clone(),
            total: billing.total,
            dibuat: billing.issue.waktu,
            berlaku_sampai: request.berlaku_sampai,
            status: match billing.status(now) {
                BillingStatus::Aktif => "AKTIF",
                BillingStatus::Lunas { .. } => "LUNAS",
                BillingStatus::Kedaluwarsa => "KEDALUWARSA",
                BillingStatus::Dibatalkan => "DIBATALKAN",
            },
            pembayaran: billing.payments.clone(),
        }
    }
}

/// `GET /kendali/v1/billing?nomorAju=`: every code of one aju, first one first.
pub async fn billings(
    State(sim): State<Sim>,
    query: Result<Query<BillingQuery>, QueryRejection>,
) -> Result<Json<Vec<BillingView>>, Fail> {
    let Query(query) = query.map_err(|e| Fail::bad(e.body_text()))?;
    let answer = sim.act(|turn| {
        let state = turn.state();
        let codes = state.codes_by_aju.get(&query.nomor_aju).into_iter().flatten().take(MOST_LISTED);
        let found = codes.filter_map(|kode| state.billing.get(kode));
        Ok(found.map(|billing| BillingView::new(billing, turn.now)).collect())
    });
    answer.await.map(Json)
}
