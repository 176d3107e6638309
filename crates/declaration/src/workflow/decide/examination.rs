//! The document officer: questions, SPTNP, SPBL, release, and the research after a green release.

use kernel::Timestamp;

use super::super::calendar::days_after;
use super::super::command::Action;
use super::super::event::Fact;
use super::super::refusal::Refusal;
use super::super::stage::Stage;
use super::super::values::{RincianPenetapan, SebabTolak, Tanya, Untuk};
use super::super::waiting::npbl_rejects;
use super::{Journal, amendment, payment, required};

pub fn ask(j: &mut Journal, name: &'static str, tanya: Tanya, uraian: String) -> Result<(), Refusal> {
    let stages: &[Stage] = match tanya {
        Tanya::Npbl => &[Stage::LartasReview, Stage::Examining],
        Tanya::Npd | Tanya::Inp => &[Stage::Examining, Stage::Released, Stage::PostReview],
        Tanya::P2 | Tanya::Lab => &[Stage::Examining],
    };
    j.at(name, stages)?;
    if j.state.tahap == Stage::Released && j.state.review_over() {
        return Err(j.not_now(name));
    }
    required("uraian", &uraian)?;
    let batas = answer_by(j, tanya);
    j.emit(Fact::QuestionIssued { tanya, uraian, batas });
    Ok(())
}

fn answer_by(j: &Journal, tanya: Tanya) -> Timestamp {
    let (calendar, params, today) = (j.context.calendar, j.context.params, j.context.today());
    match tanya {
        Tanya::Npd => calendar.end_after_working_days(today, params.npd_hari_kerja),
        Tanya::Inp => calendar.end_after_working_days(today, params.inp_hari_kerja),
        Tanya::P2 => calendar.end_after_working_days(today, params.p2_hari_kerja),
        Tanya::Npbl => calendar.end_after_days(today, params.npbl_hari),
        Tanya::Lab => calendar.end_after_days(today, params.lab_hari),
    }
}

pub fn answer(j: &mut Journal, name: &'static str, tanya: Tanya, uraian: String) -> Result<(), Refusal> {
    if j.state.tanya.is_none_or(|open| open.tanya != tanya) {
        return Err(j.not_now(name));
    }
    required("uraian", &uraian)?;
    j.emit(Fact::QuestionAnswered { tanya, uraian });
    settle(j);
    Ok(())
}

pub fn sptnp(j: &mut Journal, name: &'static str, rincian: Vec<RincianPenetapan>) -> Result<(), Refusal> {
    j.at(name, &[Stage::Examining, Stage::Released, Stage::PostReview])?;
    let Some(number) = j.state.pendaftaran.clone() else { return Err(j.not_now(name)) };
    if j.context.today() > number.batas_penetapan {
        return Err(Refusal::TooLate { batas: number.batas_penetapan });
    }
    let closed = j.state.tahap != Stage::Examining && j.state.review_over();
    if j.state.sptnp.is_some() || j.state.dianggap_diterima || closed {
        return Err(Refusal::AlreadyDetermined);
    }
    let Some(total) = Action::total(&rincian) else { return Err(Refusal::Invalid { bidang: "rincian" }) };
    let days = j.context.params.sptnp_hari;
    let jatuh_tempo = days_after(j.context.today(), days);
    let batas = j.context.calendar.end_after_days(j.context.today(), days);
    amendment::void(j, "Tarif atau nilai pabean sudah ditetapkan pejabat.");
    j.emit(Fact::SptnpIssued { rincian, total, jatuh_tempo, batas });
    if total.0 > 0 {
        payment::request(j, Untuk::Sptnp, total);
    } else {
        after_sptnp(j);
    }
    Ok(())
}

/// A settled SPTNP releases the goods, or ends the research of released ones.
pub fn after_sptnp(j: &mut Journal) {
    if j.state.sppb.is_none() {
        release_or_withhold(j, String::new());
    } else {
        settle(j);
    }
}

pub fn objection(j: &mut Journal, name: &'static str, nomor: String, bpj: String) -> Result<(), Refusal> {
    j.at(name, &[Stage::AwaitSptnp])?;
    required("nomor", &nomor)?;
    required("bpj", &bpj)?;
    if let Some(sptnp) = j.state.sptnp.as_ref().filter(|s| j.context.today() > s.jatuh_tempo) {
        return Err(Refusal::TooLate { batas: sptnp.jatuh_tempo });
    }
    j.emit(Fact::ObjectionLodged { nomor, bpj });
    payment::withdraw(j, Untuk::Sptnp);
    after_sptnp(j);
    Ok(())
}

pub fn spbl(j: &mut Journal, name: &'static str, alasan: String) -> Result<(), Refusal> {
    j.at(name, &[Stage::Examining])?;
    required("alasan", &alasan)?;
    j.emit(Fact::SpblIssued { alasan });
    Ok(())
}

pub fn licence(j: &mut Journal, name: &'static str, uraian: String) -> Result<(), Refusal> {
    j.at(name, &[Stage::Restricted])?;
    required("uraian", &uraian)?;
    j.emit(Fact::LicenceShown { uraian });
    Ok(())
}

pub fn release(j: &mut Journal, name: &'static str, catatan: String) -> Result<(), Refusal> {
    j.at(name, &[Stage::Examining])?;
    if j.state.nhi.is_some() {
        return Err(Refusal::Held);
    }
    j.emit(Fact::Released { catatan });
    Ok(())
}

/// Releases by itself, or waits for enforcement to lift its hold.
pub fn release_or_withhold(j: &mut Journal, catatan: String) {
    j.emit(if j.state.nhi.is_some() { Fact::ReleaseWithheld } else { Fact::Released { catatan } });
}

pub fn close_review(j: &mut Journal, name: &'static str, catatan: String) -> Result<(), Refusal> {
    j.at(name, &[Stage::Released, Stage::PostReview])?;
    if j.state.review_over() {
        return Err(j.not_now(name));
    }
    j.emit(Fact::ReviewClosed { catatan });
    settle(j);
    Ok(())
}

/// What follows once the goods have left: the research of a green declaration, then the end.
pub fn settle(j: &mut Journal) {
    let left = j.state.gerbang.keluar.is_some();
    match j.state.tahap {
        Stage::Released | Stage::PostReview if left && j.state.review_over() => j.emit(Fact::Finished),
        Stage::Released if left => j.emit(Fact::ReviewOpened),
        _ => {}
    }
}

/// The question was not answered in time.
pub fn question_lapses(j: &mut Journal, tanya: Tanya) {
    let reject = npbl_rejects(&j.state, j.context.params);
    j.emit(Fact::QuestionLapsed { tanya });
    if reject {
        j.emit(Fact::Rejected { temuan: 0, sebab: SebabTolak::NpblDitutup });
    } else {
        settle(j);
    }
}
