//! Amendments of a registered declaration (UU art. 10C, PMK 115/PMK.04/2007, rules 1.12).

use kernel::Rupiah;

use super::super::event::Fact;
use super::super::refusal::Refusal;
use super::super::stage::Stage;
use super::super::values::{Akibat, Perubahan, Untuk};
use super::{Journal, payment, required};

/// Most data that one request changes.
const MOST_CHANGES: usize = 200;
/// Most requests of one declaration.
const MOST_REQUESTS: u32 = 20;

/// Only after registration, before the goods leave, before an officer found the error, before a determination.
pub fn request(
    j: &mut Journal,
    name: &'static str,
    alasan: String,
    perubahan: Vec<Perubahan>,
    akibat: Akibat,
) -> Result<(), Refusal> {
    let state = &j.state;
    if state.goods_leave() {
        return Err(Refusal::GoodsLeft);
    }
    let open = state.pendaftaran.is_some() && state.tahap != Stage::Finished;
    if !open || state.batal.is_some() || state.perbaikan.is_some() {
        return Err(j.not_now(name));
    }
    if state.nhi.is_some() {
        return Err(Refusal::Held);
    }
    if state.pemeriksaan.sesuai == Some(false) {
        return Err(Refusal::FoundByOfficer);
    }
    if state.sptnp.is_some() || state.dianggap_diterima || state.telaah_selesai {
        return Err(Refusal::AlreadyDetermined);
    }
    if state.permohonan >= MOST_REQUESTS {
        return Err(Refusal::LimitReached);
    }
    required("alasan", &alasan)?;
    if perubahan.is_empty() || perubahan.len() > MOST_CHANGES {
        return Err(Refusal::Invalid { bidang: "perubahan" });
    }
    if akibat.kurang < Rupiah::ZERO || akibat.lebih < Rupiah::ZERO {
        return Err(Refusal::Invalid { bidang: "akibat" });
    }
    let nomor = state.permohonan.saturating_add(1);
    j.emit(Fact::AmendmentRequested { nomor, alasan, perubahan, akibat });
    Ok(())
}

/// Granted, it is in force at once unless something has to be paid first.
pub fn decide(j: &mut Journal, name: &'static str, setuju: bool, alasan: String) -> Result<(), Refusal> {
    let asked = j.state.perbaikan.clone().filter(|asked| asked.disetujui.is_none());
    let Some(asked) = asked else { return Err(j.not_now(name)) };
    required("alasan", &alasan)?;
    if !setuju {
        j.emit(Fact::AmendmentRefused { nomor: asked.nomor, alasan });
        return Ok(());
    }
    if asked.akibat.kurang > Rupiah::ZERO {
        j.emit(Fact::AmendmentGranted { nomor: asked.nomor, alasan });
        payment::request(j, Untuk::Perbaikan, asked.akibat.kurang);
    } else {
        j.emit(Fact::Amended { nomor: asked.nomor, alasan, perubahan: asked.perubahan, akibat: asked.akibat });
    }
    Ok(())
}

/// The amendment comes into force once it is paid.
pub fn paid(j: &mut Journal) {
    payment::withdraw(j, Untuk::Perbaikan);
    let Some(asked) = j.state.perbaikan.clone() else { return };
    j.emit(Fact::Amended {
        nomor: asked.nomor,
        alasan: asked.disetujui.unwrap_or_default(),
        perubahan: asked.perubahan,
        akibat: asked.akibat,
    });
}

/// Ends a request that the law no longer allows: a determination was made, or the goods leave.
pub fn void(j: &mut Journal, alasan: &str) {
    let Some(asked) = j.state.perbaikan.clone() else { return };
    j.emit(Fact::AmendmentRefused { nomor: asked.nomor, alasan: alasan.to_owned() });
    payment::withdraw(j, Untuk::Perbaikan);
}
