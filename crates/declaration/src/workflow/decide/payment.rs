//! Billing codes and payments, of the declaration and of its SPTNP.
//!
//! A payment is never lost: whatever its code's state, it settles the debt, goes to the treasury, or is noted for
//! refund.

use kernel::{KodeBilling, Rupiah, Timestamp};

use super::super::calendar::months_late;
use super::super::event::Fact;
use super::super::refusal::Refusal;
use super::super::stage::Stage;
use super::super::state::State;
use super::super::values::{Billing, Pembayaran, SebabBilling, StatusBilling, Untuk};
use super::{Journal, amendment, examination, required};

/// Billing codes of one declaration, all together.
const MOST_BILLINGS: usize = 50;

/// Asks for a billing code.
pub fn request(j: &mut Journal, untuk: Untuk, nilai: Rupiah) {
    let urutan = j.state.billing.last().map_or(0, |b| b.urutan).saturating_add(1);
    j.emit(Fact::BillingRequested { untuk, urutan, nilai });
}

pub fn issued(j: &mut Journal, name: &'static str, urutan: u32, made: (KodeBilling, Timestamp)) -> Result<(), Refusal> {
    let (kode, sampai) = made;
    let billing = requested(j, name, urutan)?;
    if billing.kode == Some(kode) {
        return Ok(());
    }
    if billing.status != StatusBilling::Diminta {
        return Err(Refusal::Stale);
    }
    if j.state.billing.iter().any(|b| b.kode == Some(kode)) {
        return Err(Refusal::Invalid { bidang: "kode" });
    }
    if wanted(&j.state, billing.untuk) {
        j.emit(Fact::BillingIssued { untuk: billing.untuk, urutan, kode, nilai: billing.nilai, sampai });
    } else {
        // The debt was settled, or is disputed, while the code was made.
        lapse(j, &Billing { kode: Some(kode), ..billing }, SebabBilling::Digantikan);
    }
    Ok(())
}

pub fn failed(j: &mut Journal, name: &'static str, urutan: u32, alasan: String) -> Result<(), Refusal> {
    let billing = requested(j, name, urutan)?;
    match billing.status {
        StatusBilling::Gagal => Ok(()),
        StatusBilling::Diminta => {
            j.emit(Fact::BillingFailed { untuk: billing.untuk, urutan, alasan });
            Ok(())
        }
        _ => Err(Refusal::Stale),
    }
}

/// The request that an answer of MPN belongs to: the latest one of its debt, at a step that wants it.
fn requested(j: &Journal, name: &'static str, urutan: u32) -> Result<Billing, Refusal> {
    let Some(billing) = j.state.billing.iter().find(|b| b.urutan == urutan).cloned() else {
        return Err(if j.state.billing.is_empty() { j.not_now(name) } else { Refusal::Stale });
    };
    if j.state.latest_billing(billing.untuk).is_some_and(|latest| latest.urutan != urutan) {
        return Err(Refusal::Stale);
    }
    Ok(billing)
}

/// The stage at which a debt can still get a billing code.
fn wanted(state: &State, untuk: Untuk) -> bool {
    match untuk {
        Untuk::Pib => matches!(state.tahap, Stage::BillingRequested | Stage::AwaitPayment | Stage::BillingLapsed),
        Untuk::Sptnp => state.tahap == Stage::AwaitSptnp,
        Untuk::Perbaikan => state.perbaikan.as_ref().is_some_and(|asked| asked.disetujui.is_some()),
    }
}

pub fn request_again(j: &mut Journal, name: &'static str, untuk: Untuk) -> Result<(), Refusal> {
    let again = |b: &&Billing| {
        matches!(b.status, StatusBilling::Gagal | StatusBilling::Kedaluwarsa | StatusBilling::Dibatalkan)
    };
    let last = j.state.latest_billing(untuk).filter(again).filter(|_| wanted(&j.state, untuk));
    let Some(nilai) = last.map(|b| b.nilai) else { return Err(j.not_now(name)) };
    if j.state.billing.len() >= MOST_BILLINGS {
        return Err(Refusal::LimitReached);
    }
    request(j, untuk, nilai);
    Ok(())
}

pub fn cancel(j: &mut Journal, name: &'static str, untuk: Untuk, alasan: &str) -> Result<(), Refusal> {
    let Some(billing) = j.state.active_billing(untuk).cloned().filter(|_| wanted(&j.state, untuk)) else {
        return Err(j.not_now(name));
    };
    required("alasan", alasan)?;
    lapse(j, &billing, SebabBilling::Dibatalkan);
    Ok(())
}

/// Ends the validity of a code.
pub fn lapse(j: &mut Journal, billing: &Billing, sebab: SebabBilling) {
    if let Some(kode) = billing.kode {
        j.emit(Fact::BillingLapsed { untuk: billing.untuk, urutan: billing.urutan, kode, sebab });
    }
}

pub fn reported(j: &mut Journal, name: &'static str, pembayaran: Pembayaran) -> Result<(), Refusal> {
    if j.state.billing.is_empty() {
        return Err(j.not_now(name));
    }
    let code = Some(pembayaran.kode_billing);
    let billing = j.state.billing.iter().find(|b| b.kode == code).cloned().ok_or(Refusal::UnknownBilling)?;
    let known = |p: &Pembayaran| p.ntpn == pembayaran.ntpn;
    let held = &j.state;
    let others = held.kelebihan.iter().chain(&held.pembayaran_sptnp).chain(&held.pembayaran_perbaikan);
    if held.pembayaran.iter().chain(&held.sengketa).chain(others).any(known) {
        return Ok(());
    }
    match billing.untuk {
        Untuk::Pib => of_declaration(j, pembayaran, billing.nilai),
        Untuk::Sptnp => of_sptnp(j, pembayaran, billing.nilai),
        Untuk::Perbaikan => of_amendment(j, pembayaran, billing.nilai),
    }
    Ok(())
}

fn of_declaration(j: &mut Journal, pembayaran: Pembayaran, owed: Rupiah) {
    let open = matches!(j.state.tahap, Stage::BillingRequested | Stage::AwaitPayment | Stage::BillingLapsed);
    if !open || j.state.pembayaran.is_some() {
        return j.emit(Fact::DoublePayment { pembayaran });
    }
    let agrees = pembayaran.nilai == owed && j.state.npwp == Some(pembayaran.npwp);
    if agrees {
        return verify(j, pembayaran);
    }
    let other = j.state.active_billing(Untuk::Pib).cloned().filter(|b| b.kode != Some(pembayaran.kode_billing));
    if let Some(other) = other {
        lapse(j, &other, SebabBilling::Digantikan);
    }
    j.emit(Fact::PaymentDisputed { pembayaran });
}

/// Takes a payment as that of the declaration and withdraws any other code.
fn verify(j: &mut Journal, pembayaran: Pembayaran) {
    j.emit(Fact::PaymentVerified { pembayaran });
    withdraw(j, Untuk::Pib);
    j.emit(Fact::ManifestAwaited);
}

/// Withdraws the code that nobody has to pay any more.
pub fn withdraw(j: &mut Journal, untuk: Untuk) {
    if let Some(other) = j.state.active_billing(untuk).cloned() {
        lapse(j, &other, SebabBilling::Digantikan);
    }
}

fn of_sptnp(j: &mut Journal, pembayaran: Pembayaran, owed: Rupiah) {
    let due = j.state.sptnp.as_ref().filter(|_| j.state.tahap == Stage::AwaitSptnp).map(|s| s.jatuh_tempo);
    let agrees = pembayaran.nilai == owed && j.state.npwp == Some(pembayaran.npwp);
    let Some(due) = due.filter(|_| agrees) else {
        return j.emit(Fact::DoublePayment { pembayaran });
    };
    let paid = j.context.calendar.date(pembayaran.waktu_bayar);
    let bulan_terlambat = months_late(due, paid, j.context.params.bunga_bulan_maks);
    j.emit(Fact::SptnpPaid { pembayaran, bulan_terlambat });
    withdraw(j, Untuk::Sptnp);
    examination::after_sptnp(j);
}

fn of_amendment(j: &mut Journal, pembayaran: Pembayaran, owed: Rupiah) {
    let agrees = pembayaran.nilai == owed && j.state.npwp == Some(pembayaran.npwp);
    if !agrees || !wanted(&j.state, Untuk::Perbaikan) {
        return j.emit(Fact::DoublePayment { pembayaran });
    }
    j.emit(Fact::AmendmentPaid { pembayaran });
    amendment::paid(j);
}

pub fn resolve(j: &mut Journal, name: &'static str, terima: bool, catatan: &str) -> Result<(), Refusal> {
    j.at(name, &[Stage::PaymentReview])?;
    required("catatan", catatan)?;
    let Some(pembayaran) = j.state.sengketa.clone() else { return Err(j.not_now(name)) };
    if terima {
        verify(j, pembayaran);
        return Ok(());
    }
    let kode = pembayaran.kode_billing;
    j.emit(Fact::DoublePayment { pembayaran });
    // The code is spent although the debt is not: a new one is needed.
    let spent = j.state.billing.iter().find(|b| b.kode == Some(kode)).cloned();
    if let Some(billing) = spent {
        lapse(j, &billing, SebabBilling::Dibatalkan);
    }
    Ok(())
}
