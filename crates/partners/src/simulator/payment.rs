//! The bank that collects: `POST /mpn/v1/billing/{kode}/bayar` plays its counter (rules 7.2).

use app::ports::{BillingStatus, Payment};
use axum::Json;
use axum::extract::{Path, State};
use kernel::Rupiah;
use serde::Deserialize;

use super::billing::known;
use super::core::{Sim, Turn};
use super::event::Event;
use super::fail::Fail;
use super::input::{Input, flag, optional_number};
use super::numbers::{ntb, ntpn};
use super::rule::PaymentOutcome;
use crate::check::{clip, digits};
use crate::hint::HintKind;

/// Most payments of one code.
const MOST_PAYMENTS: usize = 20;
/// Most automatic payments booked in one turn.
const MOST_AUTOMATIC: usize = 100;

/// What the payer hands over; all of it may be left out.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct PayRequest {
    /// Amount; the bill's total when left out.
    #[serde(deserialize_with = "optional_number")]
    jumlah: Option<i64>,
    /// Collecting agent.
    bank: Option<String>,
    /// Payer; the one of the bill when left out.
    npwp: Option<String>,
    /// Book it although it is expired, cancelled, paid already, or another amount.
    #[serde(deserialize_with = "flag")]
    paksa: bool,
}

/// `POST /mpn/v1/billing/{kode}/bayar`.
pub async fn pay(
    State(sim): State<Sim>,
    Path(kode): Path<String>,
    Input(request): Input<PayRequest>,
) -> Result<Json<Payment>, Fail> {
    if request.npwp.as_ref().is_some_and(|npwp| !digits(npwp, 15..=16)) {
        return Err(Fail::bad("npwp: 15 atau 16 angka (digits)"));
    }
    sim.act(|turn| book(turn, &kode, &request)).await.map(Json)
}

fn book(turn: &mut Turn<'_>, kode: &str, request: &PayRequest) -> Result<Payment, Fail> {
    let billing = known(turn, kode)?;
    let amount = request.jumlah.map_or(billing.total, Rupiah);
    if amount.0 <= 0 {
        return Err(Fail::bad("jumlah: lebih dari 0 (more than 0)"));
    }
    let aju = &billing.issue.permintaan.nomor_aju;
    let outcome = turn.state().rules.find_bill(aju, billing.total, |rule| rule.bayar);
    let outcome = outcome.unwrap_or(PaymentOutcome::Normal);
    if !request.paksa {
        match billing.status(turn.now) {
            BillingStatus::Aktif => {}
            BillingStatus::Lunas { .. } => return Err(Fail::conflict("SUDAH_LUNAS", "sudah dibayar (already paid)")),
            BillingStatus::Kedaluwarsa => return Err(Fail::conflict("KEDALUWARSA", "kedaluwarsa (expired)")),
            BillingStatus::Dibatalkan => return Err(Fail::conflict("DIBATALKAN", "dibatalkan (cancelled)")),
        }
        if amount != billing.total {
            let total = billing.total.to_letter();
            return Err(Fail::refused("JUMLAH", format!("harus {total} (another amount than billed)")));
        }
        if outcome == PaymentOutcome::Gagal {
            return Err(Fail::refused("GAGAL", "bank menolak pembayaran (the bank refused)"));
        }
    }
    let times = if outcome == PaymentOutcome::Ganda && billing.payments.is_empty() { 2 } else { 1 };
    let mut first = None;
    for _ in 0..times {
        let payment = book_once(turn, kode, amount, request)?;
        first.get_or_insert(payment);
    }
    turn.hint(HintKind::Pembayaran, kode.to_owned());
    first.ok_or_else(Fail::full)
}

fn book_once(turn: &mut Turn<'_>, kode: &str, amount: Rupiah, request: &PayRequest) -> Result<Payment, Fail> {
    let billing = known(turn, kode)?;
    let index = billing.payments.len();
    if index >= MOST_PAYMENTS {
        return Err(Fail::full());
    }
    let bank = request.bank.as_deref().map(|bank| clip(bank.trim(), 100)).filter(|bank| !bank.is_empty());
    let payment = Payment {
        ntpn: ntpn(&turn.config.secret, kode, index),
        ntb: ntb(&turn.config.secret, kode, index),
        bank: bank.unwrap_or_else(|| "Bank Contoh".to_owned()),
        nilai: amount,
        npwp: request.npwp.clone().unwrap_or_else(|| billing.issue.permintaan.npwp.clone()),
        waktu_bayar: turn.now,
    };
    turn.record(Event::Bayar { kode: kode.to_owned(), pembayaran: payment.clone() });
    Ok(payment)
}

/// Books what the bank was told to pay by itself and is due; one that can no longer be paid is left alone.
pub fn collect_automatic(turn: &mut Turn<'_>) {
    for _ in 0..MOST_AUTOMATIC {
        let due = turn.state().automatic.first().filter(|(at, _)| *at <= turn.now).cloned();
        let Some(due) = due else { return };
        turn.state_mut().automatic.remove(&due);
        if let Err(e) = book(turn, &due.1, &PayRequest::default()) {
            tracing::debug!(kode = due.1, reason = e.pesan, "automatic payment not booked");
        }
    }
}
