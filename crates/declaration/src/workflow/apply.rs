//! How an event changes the state. Never fails, whatever the event.

use kernel::{KodeBilling, Timestamp};

use super::actor::Role;
use super::event::{Event, Fact};
use super::stage::Stage;
use super::state::{Btd, Eskalasi, Kendala, Pemeriksaan, Perbaikan, Pertanyaan, Sptnp, State, Tahanan, Timbun};
use super::values::{Billing, Kewajiban, Pantauan, SebabBilling, StatusBilling, Untuk};

/// The state after the event.
pub fn apply(mut state: State, event: &Event) -> State {
    let next = next_stage(&state, &event.isi);
    state.peristiwa = state.peristiwa.saturating_add(1);
    note_actor(&mut state, event);
    note_filing(&mut state, event);
    note_money(&mut state, event);
    note_arrival(&mut state, event);
    note_inspection(&mut state, event);
    note_examination(&mut state, event);
    note_side(&mut state, event);
    note_amendment(&mut state, event);
    if let Some(stage) = next
        && stage != state.tahap
    {
        state.tahap = stage;
        state.sejak = event.waktu;
        state.eskalasi.remove(&Pantauan::Tahap);
        state.kendala = None;
    }
    state
}

/// The stage that an event leads to; `None` when it leads nowhere.
fn next_stage(state: &State, fact: &Fact) -> Option<Stage> {
    Some(match fact {
        Fact::Recorded { .. } => Stage::Recording,
        Fact::SentToInsw { .. } => Stage::AtInsw,
        Fact::ReturnedForLicence { .. } => Stage::ReturnedByInsw,
        Fact::CorrectionOpened => Stage::Correcting,
        Fact::ValidationQueued { .. } => Stage::Validating,
        Fact::Rejected { .. } => Stage::Rejected,
        Fact::LartasReviewOpened => Stage::LartasReview,
        Fact::GuaranteeAwaited => Stage::AwaitGuarantee,
        Fact::BillingRequested { untuk: Untuk::Pib, .. } => Stage::BillingRequested,
        Fact::BillingIssued { untuk: Untuk::Pib, .. } => Stage::AwaitPayment,
        Fact::BillingLapsed { untuk: Untuk::Pib, sebab, .. } if *sebab != SebabBilling::Digantikan => {
            Stage::BillingLapsed
        }
        Fact::PaymentDisputed { .. } => Stage::PaymentReview,
        Fact::ManifestAwaited | Fact::ManifestMismatched { .. } => Stage::AwaitManifest,
        Fact::SimilarityDoubted { .. } => Stage::AwaitSimilarity,
        Fact::StorageAwaited => Stage::AwaitStorage,
        Fact::ReadyForChannel => Stage::ReadyForChannel,
        Fact::ChannelDrawn { .. } => Stage::Channelled,
        Fact::InspectionOrdered { .. } | Fact::DocumentsOrdered { .. } => Stage::AwaitReadiness,
        Fact::InspectorNeeded => Stage::AwaitInspector,
        Fact::InspectorAppointed { .. } if state.tahap == Stage::AwaitInspector => Stage::AwaitInstruction,
        Fact::InstructionIssued { .. } => Stage::AwaitPackages,
        Fact::PackagesPulled => Stage::AwaitInspection,
        Fact::InspectionStarted => Stage::Inspecting,
        Fact::BapRecorded { .. } => Stage::AwaitLhp,
        Fact::ExaminationOpened | Fact::LicenceShown { .. } => Stage::Examining,
        Fact::QuestionIssued { .. } => Stage::AwaitAnswer,
        Fact::QuestionAnswered { .. } | Fact::QuestionLapsed { .. } => state.back_to(state.tanya?.dari),
        Fact::SptnpIssued { total, .. } if total.0 > 0 => Stage::AwaitSptnp,
        Fact::SptnpPaid { .. } | Fact::ObjectionLodged { .. } if state.sppb.is_some() => state.back_to(Stage::Released),
        Fact::SpblIssued { .. } => Stage::Restricted,
        Fact::ReleaseWithheld => Stage::AwaitRelease,
        Fact::Released { .. } => Stage::Released,
        Fact::ReviewOpened => Stage::PostReview,
        Fact::Cancelled { .. } => Stage::Cancelled,
        Fact::Forfeited => Stage::Forfeited,
        Fact::Finished => Stage::Finished,
        Fact::Archived { .. } => Stage::Archived,
        _ => return None,
    })
}

fn note_actor(state: &mut State, event: &Event) {
    match event.oleh.peran {
        role if role.is_declarant() => state.pengaju = role,
        Role::PemeriksaDokumen => {
            state.pejabat_dokumen.insert(event.oleh.pengguna.clone());
        }
        _ => {}
    }
}

fn note_filing(state: &mut State, event: &Event) {
    match &event.isi {
        Fact::Recorded { kantor } => state.kantor = Some(*kantor),
        Fact::DataReceived { kiriman, berkas } => {
            state.kiriman = *kiriman;
            state.kantor = Some(berkas.kantor);
            state.npwp = Some(berkas.npwp);
            state.kelas = berkas.kelas;
            state.lartas = Vec::new();
            state.kewajiban = Kewajiban::default();
            state.bpj = None;
        }
        Fact::InswAnalysed { perlu_penelitian } => state.lartas.clone_from(perlu_penelitian),
        Fact::LartasCleared { .. } => state.lartas = Vec::new(),
        Fact::Accepted { kewajiban } => state.kewajiban = kewajiban.clone(),
        Fact::GuaranteeChecked { bpj } => state.bpj = Some(bpj.clone()),
        _ => {}
    }
}

fn note_money(state: &mut State, event: &Event) {
    let at = event.waktu;
    match &event.isi {
        Fact::BillingRequested { untuk, urutan, nilai } => state.billing.push(Billing {
            untuk: *untuk,
            urutan: *urutan,
            nilai: *nilai,
            status: StatusBilling::Diminta,
            sejak: at,
            kode: None,
            sampai: None,
        }),
        Fact::BillingIssued { urutan, kode, sampai, .. } => on_billing(state, *urutan, at, |b| {
            (b.status, b.kode, b.sampai) = (StatusBilling::Aktif, Some(*kode), Some(*sampai));
        }),
        Fact::BillingFailed { urutan, .. } => on_billing(state, *urutan, at, |b| b.status = StatusBilling::Gagal),
        Fact::BillingLapsed { urutan, kode, sebab, .. } => {
            let expired = *sebab == SebabBilling::Kedaluwarsa;
            let status = if expired { StatusBilling::Kedaluwarsa } else { StatusBilling::Dibatalkan };
            on_billing(state, *urutan, at, |b| (b.status, b.kode) = (status, Some(*kode)));
        }
        Fact::PaymentVerified { pembayaran } => {
            settle_code(state, pembayaran.kode_billing, at);
            state.sengketa = None;
            state.pembayaran = Some(pembayaran.clone());
        }
        Fact::SptnpPaid { pembayaran, .. } => {
            settle_code(state, pembayaran.kode_billing, at);
            state.pembayaran_sptnp = Some(pembayaran.clone());
        }
        Fact::AmendmentPaid { pembayaran } => {
            settle_code(state, pembayaran.kode_billing, at);
            state.pembayaran_perbaikan.push(pembayaran.clone());
        }
        Fact::PaymentDisputed { pembayaran } => state.sengketa = Some(pembayaran.clone()),
        Fact::DoublePayment { pembayaran } => {
            if state.sengketa.as_ref().is_some_and(|p| p.ntpn == pembayaran.ntpn) {
                state.sengketa = None;
            }
            state.kelebihan.push(pembayaran.clone());
        }
        _ => {}
    }
}

/// Changes one billing request; a new state ends the alarms about the old one.
fn on_billing(state: &mut State, urutan: u32, at: Timestamp, change: impl FnOnce(&mut Billing)) {
    if let Some(billing) = state.billing.iter_mut().find(|b| b.urutan == urutan) {
        change(billing);
        billing.sejak = at;
        state.eskalasi.remove(&Pantauan::Billing);
    }
}

fn settle_code(state: &mut State, kode: KodeBilling, at: Timestamp) {
    let urutan = state.billing.iter().find(|b| b.kode == Some(kode)).map(|b| b.urutan);
    if let Some(urutan) = urutan {
        on_billing(state, urutan, at, |b| b.status = StatusBilling::Lunas);
    }
}

fn note_arrival(state: &mut State, event: &Event) {
    match &event.isi {
        Fact::ManifestAwaited if state.selisih.is_empty() => {}
        Fact::ManifestAwaited => {
            // The redress was told of; what is waited for now is the manifest.
            state.selisih = Vec::new();
            state.sejak = event.waktu;
            state.eskalasi.remove(&Pantauan::Tahap);
        }
        Fact::PreNotified => state.prenotifikasi = true,
        Fact::ManifestMatched { pos, kemiripan } => {
            state.pos = Some(pos.clone());
            state.kemiripan = *kemiripan;
            state.selisih = Vec::new();
        }
        Fact::ManifestMismatched { selisih } => {
            state.pos = None;
            state.selisih.clone_from(selisih);
            // The wait for a redress is another wait than the one for the manifest.
            state.sejak = event.waktu;
            state.eskalasi.remove(&Pantauan::Tahap);
        }
        Fact::Stored { waktu_timbun, btd_mulai } => {
            state.timbun = Some(Timbun { sejak: *waktu_timbun, btd_mulai: *btd_mulai });
        }
        Fact::ChannelDrawn { keputusan } => state.jalur = Some(keputusan.jalur),
        Fact::Numbered { pendaftaran } => state.pendaftaran = Some(pendaftaran.clone()),
        _ => {}
    }
}

fn note_inspection(state: &mut State, event: &Event) {
    let file = &mut state.pemeriksaan;
    match &event.isi {
        Fact::InspectionOrdered { batas } | Fact::DocumentsOrdered { batas } => {
            *file = Pemeriksaan { batas: Some(*batas), ..Pemeriksaan::default() };
        }
        Fact::DocumentsReceived { .. } => file.dokumen = file.dokumen.or(Some(event.waktu)),
        Fact::GoodsReady => file.siap = file.siap.or(Some(event.waktu)),
        Fact::ReadinessOverdue { .. } => raise(state, Pantauan::Tahap, event.waktu),
        Fact::InspectorAppointed { pemeriksa } => file.pemeriksa = Some(pemeriksa.clone()),
        Fact::BapRecorded { .. } => file.bap = true,
        Fact::LhpRecorded { sesuai, .. } => file.sesuai = Some(*sesuai),
        _ => {}
    }
}

fn note_examination(state: &mut State, event: &Event) {
    match &event.isi {
        Fact::QuestionIssued { tanya, batas, .. } => {
            state.tanya = Some(Pertanyaan { tanya: *tanya, batas: *batas, dari: state.tahap });
        }
        Fact::QuestionAnswered { .. } | Fact::QuestionLapsed { .. } | Fact::Rejected { .. } => state.tanya = None,
        Fact::SptnpIssued { total, jatuh_tempo, batas, .. } => {
            let (total, jatuh_tempo, batas) = (*total, *jatuh_tempo, *batas);
            state.sptnp = Some(Sptnp { total, jatuh_tempo, batas, selesai: total.0 <= 0, lewat: false });
        }
        Fact::SptnpPaid { .. } | Fact::ObjectionLodged { .. } => {
            if let Some(sptnp) = &mut state.sptnp {
                sptnp.selesai = true;
            }
        }
        Fact::SptnpOverdue { .. } => {
            if let Some(sptnp) = &mut state.sptnp {
                sptnp.lewat = true;
            }
            raise(state, Pantauan::Tahap, event.waktu);
        }
        Fact::DeemedAccepted => state.dianggap_diterima = true,
        Fact::ReviewClosed { .. } => state.telaah_selesai = true,
        _ => {}
    }
}

fn note_side(state: &mut State, event: &Event) {
    let at = event.waktu;
    match &event.isi {
        Fact::Released { .. } => {
            state.sppb = Some(at);
            state.btd = None;
        }
        Fact::HeldNhi { alasan } => state.nhi = Some(Tahanan { sejak: at, alasan: alasan.clone() }),
        Fact::NhiLifted { .. } => {
            state.nhi = None;
            state.eskalasi.remove(&Pantauan::Nhi);
        }
        Fact::GateIn => state.gerbang.masuk = state.gerbang.masuk.or(Some(at)),
        Fact::GateOut { terakhir, .. } => {
            state.gerbang.mulai_keluar = state.gerbang.mulai_keluar.or(Some(at));
            state.gerbang.keluar = terakhir.then_some(at);
        }
        Fact::CancellationRequested { alasan } => {
            state.batal = Some(Tahanan { sejak: at, alasan: alasan.clone() });
        }
        Fact::CancellationRefused { .. } | Fact::Cancelled { .. } => {
            state.batal = None;
            state.eskalasi.remove(&Pantauan::Pembatalan);
        }
        Fact::DeclaredAbandoned { batas } => state.btd = Some(Btd { sejak: at, di_tpp: false, batas: *batas }),
        Fact::MovedToTpp { batas, .. } => {
            let sejak = state.btd.map_or(at, |btd| btd.sejak);
            state.btd = Some(Btd { sejak, di_tpp: true, batas: *batas });
        }
        Fact::Escalated { apa, .. } => raise(state, *apa, at),
        Fact::PartnerWaiting { mitra, alasan } => {
            let sejak = state.kendala.as_ref().filter(|k| k.mitra == *mitra).map_or(at, |k| k.sejak);
            state.kendala = Some(Kendala { mitra: mitra.clone(), alasan: alasan.clone(), sejak });
        }
        _ => {}
    }
}

fn note_amendment(state: &mut State, event: &Event) {
    match &event.isi {
        Fact::AmendmentRequested { nomor, alasan, perubahan, akibat } => {
            state.permohonan = *nomor;
            state.perbaikan = Some(Perbaikan {
                nomor: *nomor,
                sejak: event.waktu,
                alasan: alasan.clone(),
                perubahan: perubahan.clone(),
                akibat: *akibat,
                disetujui: None,
            });
        }
        Fact::AmendmentGranted { alasan, .. } => {
            if let Some(asked) = &mut state.perbaikan {
                asked.disetujui = Some(alasan.clone());
            }
            state.eskalasi.remove(&Pantauan::Perbaikan);
        }
        Fact::Amended { .. } | Fact::AmendmentRefused { .. } | Fact::Cancelled { .. } => {
            state.perbaikan = None;
            state.eskalasi.remove(&Pantauan::Perbaikan);
        }
        _ => {}
    }
}

/// Remembers an alarm, so that the next one comes later.
fn raise(state: &mut State, apa: Pantauan, at: Timestamp) {
    let tingkat = state.eskalasi.get(&apa).map_or(0, |e| e.tingkat).saturating_add(1);
    state.eskalasi.insert(apa, Eskalasi { tingkat, terakhir: at });
}
