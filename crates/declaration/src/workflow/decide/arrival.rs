//! Manifest, storage, channel and number.

use jiff::civil::Date;
use kernel::{NomorDaftar, Timestamp};

use super::super::calendar::days_after;
use super::super::channel::ChannelDecision;
use super::super::event::Fact;
use super::super::refusal::Refusal;
use super::super::stage::Stage;
use super::super::values::{Jalur, Pendaftaran, Selisih};
use super::{Journal, examination, required};

pub fn missing(j: &mut Journal, name: &'static str) -> Result<(), Refusal> {
    j.at(name, &[Stage::AwaitManifest])?;
    if !j.state.prenotifikasi {
        j.emit(Fact::PreNotified);
    }
    Ok(())
}

pub fn matched(j: &mut Journal, name: &'static str, pos: String, kemiripan: u8) -> Result<(), Refusal> {
    j.at(name, &[Stage::AwaitManifest])?;
    required("pos", &pos)?;
    if kemiripan > 100 {
        return Err(Refusal::Invalid { bidang: "kemiripan" });
    }
    j.emit(Fact::ManifestMatched { pos, kemiripan });
    if u32::from(kemiripan) < j.context.params.kemiripan_persen {
        j.emit(Fact::SimilarityDoubted { kemiripan });
    } else {
        j.emit(Fact::SimilarityChecked { catatan: String::new() });
        after_match(j);
    }
    Ok(())
}

pub fn mismatch(j: &mut Journal, name: &'static str, selisih: Vec<Selisih>) -> Result<(), Refusal> {
    j.at(name, &[Stage::AwaitManifest])?;
    if selisih.is_empty() {
        return Err(Refusal::Invalid { bidang: "selisih" });
    }
    if selisih != j.state.selisih {
        j.emit(Fact::ManifestMismatched { selisih });
    }
    Ok(())
}

pub fn retry(j: &mut Journal, name: &'static str) -> Result<(), Refusal> {
    j.at(name, &[Stage::AwaitManifest])?;
    j.emit(Fact::ManifestAwaited);
    Ok(())
}

pub fn similarity(j: &mut Journal, name: &'static str, setuju: bool, catatan: String) -> Result<(), Refusal> {
    j.at(name, &[Stage::AwaitSimilarity])?;
    required("catatan", &catatan)?;
    if setuju {
        j.emit(Fact::SimilarityChecked { catatan });
        after_match(j);
    } else {
        let uraian = kernel::Text::made(
            format!("Nama penerima di manifes bukan nama importir: {catatan}"),
            format!("The consignee in the manifest is not the importer: {catatan}"),
        );
        let selisih =
            Selisih { kunci: "penerima".to_owned(), uraian, dinyatakan: String::new(), tercatat: String::new() };
        j.emit(Fact::ManifestMismatched { selisih: vec![selisih] });
    }
    Ok(())
}

/// AEO and MITA are numbered without storage, all others with it (PER-02/BC/2023, rules 1.6).
fn after_match(j: &mut Journal) {
    let ready = j.state.timbun.is_some() || j.state.kelas.is_priority();
    j.emit(if ready { Fact::ReadyForChannel } else { Fact::StorageAwaited });
}

pub fn stored(j: &mut Journal, name: &'static str, waktu: Timestamp) -> Result<(), Refusal> {
    if j.state.timbun.is_some() {
        return Ok(());
    }
    if matches!(j.state.tahap, Stage::New | Stage::Recording | Stage::Finished) {
        return Err(j.not_now(name));
    }
    let day = j.context.calendar.date(waktu);
    let btd_mulai = j.context.calendar.end_after_days(day, j.context.params.btd_hari);
    j.emit(Fact::Stored { waktu_timbun: waktu, btd_mulai });
    if j.state.tahap == Stage::AwaitStorage {
        j.emit(Fact::ReadyForChannel);
    }
    Ok(())
}

pub fn channel(j: &mut Journal, name: &'static str, keputusan: ChannelDecision) -> Result<(), Refusal> {
    j.at(name, &[Stage::ReadyForChannel])?;
    if keputusan.jalur == Jalur::Kuning && !j.context.params.jalur_kuning {
        return Err(Refusal::ChannelOff);
    }
    j.emit(Fact::ChannelDrawn { keputusan });
    j.emit(Fact::NumberNeeded);
    Ok(())
}

pub fn number(j: &mut Journal, name: &'static str, nomor: NomorDaftar, tanggal: Date) -> Result<(), Refusal> {
    if j.state.pendaftaran.is_some() {
        return Err(Refusal::AlreadyNumbered);
    }
    j.at(name, &[Stage::Channelled])?;
    let batas_penetapan = days_after(tanggal, j.context.params.penetapan_hari);
    j.emit(Fact::Numbered { pendaftaran: Pendaftaran { nomor, tanggal, batas_penetapan } });
    let batas = j.context.calendar.next_service_day(j.context.now, j.context.params.dokap_jam);
    match j.state.jalur {
        Some(Jalur::Merah) => j.emit(Fact::InspectionOrdered { batas }),
        Some(Jalur::Kuning) => j.emit(Fact::DocumentsOrdered { batas }),
        _ => examination::release_or_withhold(j, String::new()),
    }
    Ok(())
}
