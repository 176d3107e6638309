//! What runs beside the steps: enforcement, the gate, cancellation, abandonment, silent partners.

use jiff::civil::Date;

use super::super::event::Fact;
use super::super::refusal::Refusal;
use super::super::stage::Stage;
use super::super::values::Untuk;
use super::{Journal, amendment, examination, required};

/// Most containers in one gate record.
const MOST_CONTAINERS: usize = 2_000;

/// From the first sending until the last goods left (rules 1.16).
pub fn hold(j: &mut Journal, name: &'static str, alasan: String) -> Result<(), Refusal> {
    if j.state.gerbang.keluar.is_some() {
        return Err(Refusal::GoodsLeft);
    }
    if j.state.nhi.is_some() || matches!(j.state.tahap, Stage::New | Stage::Recording) {
        return Err(j.not_now(name));
    }
    required("alasan", &alasan)?;
    j.emit(Fact::HeldNhi { alasan });
    Ok(())
}

pub fn lift(j: &mut Journal, name: &'static str, catatan: String) -> Result<(), Refusal> {
    if j.state.nhi.is_none() {
        return Err(j.not_now(name));
    }
    j.emit(Fact::NhiLifted { catatan });
    if j.state.tahap == Stage::AwaitRelease {
        j.emit(Fact::Released { catatan: String::new() });
    }
    Ok(())
}

pub fn gate_in(j: &mut Journal, name: &'static str) -> Result<(), Refusal> {
    passable(j, name)?;
    if j.state.gerbang.masuk.is_none() {
        j.emit(Fact::GateIn);
    }
    Ok(())
}

/// A vehicle that leaves has entered: 500 is recorded with the first goods when the terminal did not report it.
pub fn gate_out(j: &mut Journal, name: &'static str, kontainer: Vec<String>, terakhir: bool) -> Result<(), Refusal> {
    passable(j, name)?;
    if kontainer.len() > MOST_CONTAINERS {
        return Err(Refusal::TooLarge);
    }
    amendment::void(j, "Barang sudah keluar dari kawasan pabean.");
    if j.state.gerbang.masuk.is_none() {
        j.emit(Fact::GateIn);
    }
    j.emit(Fact::GateOut { kontainer, terakhir });
    examination::settle(j);
    Ok(())
}

fn passable(j: &Journal, name: &'static str) -> Result<(), Refusal> {
    if j.state.gerbang.keluar.is_some() {
        return Err(Refusal::GoodsLeft);
    }
    if j.state.nhi.is_some() {
        return Err(Refusal::Held);
    }
    if j.state.sppb.is_none() { Err(j.not_now(name)) } else { Ok(()) }
}

/// Before the goods leave (rules 1.13). A document that was never accepted needs no cancellation before it was sent.
pub fn request_cancellation(j: &mut Journal, name: &'static str, alasan: String) -> Result<(), Refusal> {
    if j.state.goods_leave() {
        return Err(Refusal::GoodsLeft);
    }
    if j.state.batal.is_some() || matches!(j.state.tahap, Stage::New | Stage::Recording) {
        return Err(j.not_now(name));
    }
    required("alasan", &alasan)?;
    j.emit(Fact::CancellationRequested { alasan });
    Ok(())
}

pub fn decide_cancellation(j: &mut Journal, name: &'static str, setuju: bool, alasan: String) -> Result<(), Refusal> {
    if j.state.batal.is_none() {
        return Err(j.not_now(name));
    }
    required("alasan", &alasan)?;
    if !setuju {
        j.emit(Fact::CancellationRefused { alasan });
        return Ok(());
    }
    if j.state.goods_leave() {
        return Err(Refusal::GoodsLeft);
    }
    amendment::void(j, "Dokumen dibatalkan.");
    let active = j.state.active_billing(Untuk::Pib).or_else(|| j.state.active_billing(Untuk::Sptnp));
    let kode_billing = active.and_then(|b| b.kode);
    // Double payments were noted for refund when they came.
    let held = &j.state;
    let others = held.pembayaran_sptnp.iter().chain(&held.pembayaran_perbaikan);
    let pengembalian = held.pembayaran.iter().chain(&held.sengketa).chain(others).cloned().collect();
    j.emit(Fact::Cancelled { alasan, kode_billing, pengembalian });
    Ok(())
}

pub fn move_to_tpp(j: &mut Journal, name: &'static str, tanggal: Date) -> Result<(), Refusal> {
    let Some(btd) = j.state.btd else { return Err(j.not_now(name)) };
    if btd.di_tpp {
        return Ok(());
    }
    let batas = j.context.calendar.end_after_days(tanggal, j.context.params.btd_tpp_hari);
    j.emit(Fact::MovedToTpp { tanggal, batas });
    Ok(())
}

pub fn partner(j: &mut Journal, name: &'static str, mitra: String, alasan: String) -> Result<(), Refusal> {
    if j.state.tahap == Stage::New {
        return Err(j.not_now(name));
    }
    required("mitra", &mitra)?;
    let known = j.state.kendala.as_ref().is_some_and(|k| k.mitra == mitra && k.alasan == alasan);
    if !known {
        j.emit(Fact::PartnerWaiting { mitra, alasan });
    }
    Ok(())
}
