//! The red channel: documents, readiness, inspector, instruction, inspection, reports.

use super::super::actor::Role;
use super::super::event::Fact;
use super::super::refusal::Refusal;
use super::super::stage::Stage;
use super::super::values::{Jalur, Tingkat};
use super::{Journal, required};

pub fn documents(j: &mut Journal, name: &'static str, jumlah: u32) -> Result<(), Refusal> {
    j.at(name, &[Stage::AwaitReadiness])?;
    if jumlah == 0 {
        return Err(Refusal::Invalid { bidang: "jumlah" });
    }
    j.emit(Fact::DocumentsReceived { jumlah });
    after_preparation(j);
    Ok(())
}

pub fn ready(j: &mut Journal, name: &'static str) -> Result<(), Refusal> {
    j.at(name, &[Stage::AwaitReadiness])?;
    if j.state.jalur != Some(Jalur::Merah) {
        return Err(j.not_now(name));
    }
    if j.state.pemeriksaan.siap.is_none() {
        j.emit(Fact::GoodsReady);
        after_preparation(j);
    }
    Ok(())
}

fn after_preparation(j: &mut Journal) {
    let file = &j.state.pemeriksaan;
    let (documents, goods) = (file.dokumen.is_some(), file.siap.is_some());
    match j.state.jalur {
        Some(Jalur::Merah) if documents && goods => j.emit(Fact::InspectorNeeded),
        Some(Jalur::Kuning) if documents => j.emit(Fact::ExaminationOpened),
        _ => {}
    }
}

/// Appoints, or replaces an inspector who is away, until the minutes are signed.
pub fn appoint(j: &mut Journal, name: &'static str, pemeriksa: String) -> Result<(), Refusal> {
    j.at(
        name,
        &[
            Stage::AwaitInspector,
            Stage::AwaitInstruction,
            Stage::AwaitPackages,
            Stage::AwaitInspection,
            Stage::Inspecting,
        ],
    )?;
    required("pemeriksa", &pemeriksa)?;
    if j.state.pejabat_dokumen.contains(&pemeriksa) {
        return Err(Refusal::SameOfficer);
    }
    if j.state.pemeriksaan.pemeriksa.as_ref() != Some(&pemeriksa) {
        j.emit(Fact::InspectorAppointed { pemeriksa });
    }
    Ok(())
}

pub fn instruct(j: &mut Journal, name: &'static str, tingkat: Tingkat) -> Result<(), Refusal> {
    j.at(name, &[Stage::AwaitInstruction])?;
    j.emit(Fact::InstructionIssued { tingkat });
    Ok(())
}

pub fn pulled(j: &mut Journal, name: &'static str) -> Result<(), Refusal> {
    if matches!(j.state.tahap, Stage::AwaitInspection | Stage::Inspecting) {
        return Ok(());
    }
    j.at(name, &[Stage::AwaitPackages])?;
    j.emit(Fact::PackagesPulled);
    Ok(())
}

/// Goods that need no pulling are inspected where they are (rules 1.3: the instruction leads to 314 or 330).
pub fn start(j: &mut Journal, name: &'static str) -> Result<(), Refusal> {
    j.at(name, &[Stage::AwaitPackages, Stage::AwaitInspection])?;
    appointed(j)?;
    j.emit(Fact::InspectionStarted);
    Ok(())
}

pub fn bap(j: &mut Journal, name: &'static str, uraian: String) -> Result<(), Refusal> {
    j.at(name, &[Stage::AwaitInspection, Stage::Inspecting])?;
    appointed(j)?;
    required("uraian", &uraian)?;
    if j.state.tahap == Stage::AwaitInspection {
        j.emit(Fact::InspectionStarted);
    }
    j.emit(Fact::BapRecorded { uraian });
    Ok(())
}

pub fn lhp(j: &mut Journal, name: &'static str, sesuai: bool, uraian: String) -> Result<(), Refusal> {
    j.at(name, &[Stage::AwaitLhp])?;
    appointed(j)?;
    required("uraian", &uraian)?;
    j.emit(Fact::LhpRecorded { sesuai, uraian });
    j.emit(Fact::ExaminationOpened);
    Ok(())
}

/// Only the appointed inspector inspects.
fn appointed(j: &Journal) -> Result<(), Refusal> {
    let acts = j.oleh.peran == Role::PemeriksaFisik && j.state.pemeriksaan.pemeriksa.as_ref() == Some(&j.oleh.pengguna);
    if acts { Ok(()) } else { Err(Refusal::NotAppointed) }
}
