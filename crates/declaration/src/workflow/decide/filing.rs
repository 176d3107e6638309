//! From the draft to acceptance: sending, INSW, validation, lartas, guarantee.

use kernel::{KodeKantor, Rupiah};

use super::super::event::Fact;
use super::super::refusal::Refusal;
use super::super::stage::Stage;
use super::super::values::{Berkas, HasilLartas, Kewajiban, SebabTolak, Untuk};
use super::{Journal, payment, required};

pub fn record(j: &mut Journal, name: &'static str, kantor: KodeKantor) -> Result<(), Refusal> {
    j.at(name, &[Stage::New])?;
    j.emit(Fact::Recorded { kantor });
    Ok(())
}

pub fn submit(j: &mut Journal, name: &'static str, berkas: Berkas) -> Result<(), Refusal> {
    j.at(name, &[Stage::New, Stage::Recording])?;
    if j.state.tahap == Stage::New {
        j.emit(Fact::Recorded { kantor: berkas.kantor });
    }
    send(j, berkas);
    Ok(())
}

pub fn begin_correction(j: &mut Journal, name: &'static str) -> Result<(), Refusal> {
    if j.state.tahap == Stage::Correcting {
        return Ok(());
    }
    j.at(name, &[Stage::ReturnedByInsw, Stage::Rejected])?;
    j.emit(Fact::CorrectionOpened);
    Ok(())
}

pub fn resubmit(j: &mut Journal, name: &'static str, berkas: Berkas) -> Result<(), Refusal> {
    j.at(name, &[Stage::ReturnedByInsw, Stage::Rejected, Stage::Correcting])?;
    if j.state.tahap != Stage::Correcting {
        j.emit(Fact::CorrectionOpened);
    }
    send(j, berkas);
    Ok(())
}

fn send(j: &mut Journal, berkas: Berkas) {
    let kiriman = j.state.kiriman.saturating_add(1);
    j.emit(Fact::DataReceived { kiriman, berkas });
    j.emit(Fact::SentToInsw { kiriman });
}

pub fn insw_answered(j: &mut Journal, name: &'static str, kiriman: u32, hasil: HasilLartas) -> Result<(), Refusal> {
    j.at(name, &[Stage::AtInsw])?;
    current(j, kiriman)?;
    j.emit(Fact::InswReceived);
    j.emit(Fact::InswChecked);
    match hasil {
        HasilLartas::Dikembalikan { alasan } => {
            j.emit(Fact::InswAnalysed { perlu_penelitian: Vec::new() });
            j.emit(Fact::ReturnedForLicence { alasan });
        }
        HasilLartas::Sesuai => queue(j, kiriman, Vec::new()),
        HasilLartas::PerluPenelitian { alasan } => {
            // A flag without words is still a flag.
            let alasan = if alasan.is_empty() { vec!["INSW".to_owned()] } else { alasan };
            queue(j, kiriman, alasan);
        }
    }
    Ok(())
}

fn queue(j: &mut Journal, kiriman: u32, perlu_penelitian: Vec<String>) {
    j.emit(Fact::InswAnalysed { perlu_penelitian });
    j.emit(Fact::ValidationQueued { kiriman });
}

/// Refuses the answer to an earlier sending.
fn current(j: &Journal, kiriman: u32) -> Result<(), Refusal> {
    if kiriman == j.state.kiriman { Ok(()) } else { Err(Refusal::Stale) }
}

pub fn passed(j: &mut Journal, name: &'static str, kiriman: u32, kewajiban: Kewajiban) -> Result<(), Refusal> {
    j.at(name, &[Stage::Validating])?;
    current(j, kiriman)?;
    if kewajiban.bayar < Rupiah::ZERO {
        return Err(Refusal::Invalid { bidang: "kewajiban.bayar" });
    }
    j.emit(Fact::ValidationRun);
    j.emit(Fact::Accepted { kewajiban });
    after_acceptance(j);
    Ok(())
}

pub fn failed(j: &mut Journal, name: &'static str, kiriman: u32, temuan: u32) -> Result<(), Refusal> {
    j.at(name, &[Stage::Validating])?;
    current(j, kiriman)?;
    j.emit(Fact::ValidationRun);
    j.emit(Fact::Rejected { temuan, sebab: SebabTolak::Validasi });
    Ok(())
}

/// The next open condition of an accepted declaration: lartas, guarantee, payment, manifest.
pub fn after_acceptance(j: &mut Journal) {
    let due = j.state.kewajiban.clone();
    let guarantee = due.jaminan.filter(|_| j.state.bpj.is_none());
    if !j.state.lartas.is_empty() {
        return j.emit(Fact::LartasReviewOpened);
    }
    if let Some(guarantee) = guarantee {
        let Some(bpj) = guarantee.bpj else { return j.emit(Fact::GuaranteeAwaited) };
        j.emit(Fact::GuaranteeChecked { bpj });
    }
    if due.bayar > Rupiah::ZERO && !due.berkala {
        payment::request(j, Untuk::Pib, due.bayar);
    } else {
        j.emit(Fact::ManifestAwaited);
    }
}

pub fn clear_lartas(j: &mut Journal, name: &'static str, catatan: String) -> Result<(), Refusal> {
    j.at(name, &[Stage::LartasReview])?;
    j.emit(Fact::LartasCleared { catatan });
    after_acceptance(j);
    Ok(())
}

pub fn confirm_guarantee(j: &mut Journal, name: &'static str, bpj: String) -> Result<(), Refusal> {
    j.at(name, &[Stage::AwaitGuarantee])?;
    required("bpj", &bpj)?;
    j.emit(Fact::GuaranteeChecked { bpj });
    after_acceptance(j);
    Ok(())
}
