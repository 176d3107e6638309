//! MPN G3 / SIMPONI: issue, state and withdrawal of billing codes (rules 7.1).

use app::ports::{BillingRequest, BillingStatus};
use axum::Json;
use axum::extract::{Path, State};
use jiff::{SignedDuration, Timestamp};
use kernel::Rupiah;

use super::core::{Sim, Turn};
use super::event::{BillingIssue, Event};
use super::fail::Fail;
use super::input::Input;
use super::lartas::request_id;
use super::numbers::billing_code;
use super::rule::{BillingOutcome, Delay};
use super::state::Billing;
use crate::check::{alphanumeric, digits};
use crate::wire::{BillingIssued, Done};

/// Most account lines of a bill.
const MOST_LINES: usize = 100;
/// Codes drawn before giving up; two requests meet on one code once in about 10^14.
const MOST_DRAWS: u32 = 16;

/// `POST /mpn/v1/billing`.
pub async fn create(
    State(sim): State<Sim>,
    Input(request): Input<BillingRequest>,
) -> Result<Json<BillingIssued>, Fail> {
    let total = check(&request)?;
    sim.act(|turn| issue(turn, request, total)).await.map(Json)
}

fn check(request: &BillingRequest) -> Result<Rupiah, Fail> {
    request_id(&request.request_id)?;
    if !alphanumeric(&request.nomor_aju, 1..=26) {
        return Err(Fail::bad("nomorAju: 1–26 huruf besar atau angka (letters or digits)"));
    }
    if !digits(&request.npwp, 15..=16) || !digits(&request.kode_kantor, 6..=6) {
        return Err(Fail::bad("npwp: 15 atau 16 angka, kodeKantor: 6 angka (digits)"));
    }
    if request.nama.trim().is_empty() || request.nama.chars().count() > 200 {
        return Err(Fail::bad("nama: 1–200 karakter (characters)"));
    }
    if request.rincian.is_empty() || request.rincian.len() > MOST_LINES {
        return Err(Fail::bad("rincian: 1–100"));
    }
    let mut total = Rupiah::ZERO;
    for (at, line) in request.rincian.iter().enumerate() {
        if !digits(&line.akun, 6..=6) || line.nilai.0 <= 0 || line.kode_jenis_pungutan.chars().count() > 20 {
            return Err(Fail::bad(format!("rincian[{at}]: akun 6 angka, nilai lebih dari 0 (more than 0)")));
        }
        total = total.plus(line.nilai).ok_or_else(|| Fail::bad("rincian: jumlah terlalu besar (sum too large)"))?;
    }
    Ok(total)
}

fn issue(turn: &mut Turn<'_>, request: BillingRequest, total: Rupiah) -> Result<BillingIssued, Fail> {
    if let Some(kode) = turn.state().code_by_request.get(&request.request_id) {
        let known = turn.state().billing.get(kode).ok_or_else(Fail::reused)?;
        return if same(&known.issue.permintaan, &request) { Ok(issued(known)) } else { Err(Fail::reused()) };
    }
    turn.state().billing.room()?;
    let (permintaan, bayar_otomatis) = outcome(turn, request, total)?;
    let secret = &turn.config.secret;
    let mut draws = (0..MOST_DRAWS).map(|attempt| billing_code(secret, &permintaan.request_id, attempt));
    let kode = draws.find(|kode| turn.state().billing.get(kode).is_none()).ok_or_else(Fail::full)?;
    let answer = BillingIssued { kode_billing: kode.clone(), berlaku_sampai: permintaan.berlaku_sampai };
    turn.record(Event::Billing(BillingIssue { waktu: turn.now, kode, permintaan, bayar_otomatis }));
    super::payment::collect_automatic(turn);
    Ok(answer)
}

/// The request as it takes effect, and when the bank pays by itself.
fn outcome(
    turn: &Turn<'_>,
    mut request: BillingRequest,
    total: Rupiah,
) -> Result<(BillingRequest, Option<Timestamp>), Fail> {
    let rules = &turn.state().rules;
    match rules.find_bill(&request.nomor_aju, total, |rule| rule.billing).unwrap_or(BillingOutcome::Normal) {
        BillingOutcome::Normal => {}
        BillingOutcome::Tolak => return Err(Fail::refused("DITOLAK", "billing ditolak (billing refused)")),
        BillingOutcome::Kedaluwarsa => request.berlaku_sampai = later(turn.now, SignedDuration::from_secs(-1)),
    }
    let automatic = match rules.find_bill(&request.nomor_aju, total, |rule| rule.bayar_otomatis) {
        Some(Delay::Seconds(n)) => Some(later(turn.now, SignedDuration::from_secs(i64::from(n)))),
        Some(Delay::Never) | None => None,
    };
    Ok((request, automatic))
}

/// `at` plus `by`, at most the end of time.
pub fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_add(by).unwrap_or(Timestamp::MAX)
}

/// A repeat may carry a new deadline; everything that is paid must be equal.
fn same(known: &BillingRequest, again: &BillingRequest) -> bool {
    BillingRequest { berlaku_sampai: known.berlaku_sampai, ..again.clone() } == *known
}

fn issued(billing: &Billing) -> BillingIssued {
    let issue = &billing.issue;
    BillingIssued { kode_billing: issue.kode.clone(), berlaku_sampai: issue.permintaan.berlaku_sampai }
}

/// `GET /mpn/v1/billing/{kode}`.
pub async fn status(State(sim): State<Sim>, Path(kode): Path<String>) -> Result<Json<BillingStatus>, Fail> {
    sim.act(|turn| Ok(known(turn, &kode)?.status(turn.now))).await.map(Json)
}

/// `DELETE /mpn/v1/billing/{kode}`: a paid one stays paid.
pub async fn cancel(State(sim): State<Sim>, Path(kode): Path<String>) -> Result<Json<Done>, Fail> {
    let answer = sim.act(|turn| {
        let billing = known(turn, &kode)?;
        if !billing.payments.is_empty() {
            return Err(Fail::conflict("LUNAS", "sudah dibayar (already paid)"));
        }
        if billing.cancelled.is_none() {
            turn.record(Event::Batal { kode, waktu: turn.now });
        }
        Ok(Done { status: "DIBATALKAN".to_owned() })
    });
    answer.await.map(Json)
}

/// The billing of that code.
pub fn known<'a>(turn: &'a Turn<'_>, kode: &str) -> Result<&'a Billing, Fail> {
    turn.state().billing.get(kode).ok_or_else(|| Fail::unknown("kode billing tidak dikenal (unknown billing code)"))
}
