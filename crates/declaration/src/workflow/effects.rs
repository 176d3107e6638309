//! What the application has to do after an event: every effect outside the database is a job.

use jiff::civil::Date;
use kernel::{KodeBilling, Ntpn, Rupiah, Text, Timestamp};
use serde::{Deserialize, Serialize};

use super::Context;
use super::actor::Role;
use super::event::{Event, Fact};
use super::state::State;
use super::values::{KeadaanPerbaikan, SebabBilling, Tanya, Untuk};
use super::waiting::waiting;

/// What the terminal is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PesanTps {
    /// Make the goods ready for inspection.
    Siapkan,
    /// The goods may leave.
    Lepaskan,
    /// Hold the goods.
    Tahan,
    /// The hold is over.
    BukaTahanan,
    /// The declaration is void.
    Batalkan,
}

/// One thing to do. Together with the aju, an effect is its own idempotency key: the same effect twice is one job,
/// except for notices and ticks, which the event's place in the log tells apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "jenis", rename_all = "snake_case")]
pub enum Effect {
    /// Ask INSW; answer with `insw_answered`.
    AskInsw {
        /// Which sending.
        kiriman: u32,
    },
    /// Validate and assess; answer with `validation_passed` or `validation_failed`.
    Validate {
        /// Which sending.
        kiriman: u32,
    },
    /// Have MPN make a code; answer with `billing_issued` or `billing_failed`. A code whose `billing_issued` is refused
    /// is to be withdrawn.
    CreateBilling {
        /// What it pays.
        untuk: Untuk,
        /// Place among the requests.
        urutan: u32,
        /// Amount.
        nilai: Rupiah,
    },
    /// Report payments of a code until it is over, and once more afterwards: a payment of the last minute counts.
    WatchPayment {
        /// Code.
        kode: KodeBilling,
        /// End of validity.
        sampai: Timestamp,
    },
    /// Withdraw an unpaid code at MPN.
    CancelBilling {
        /// Code.
        kode: KodeBilling,
    },
    /// Make the receipt of payment (BPN).
    MakeReceipt {
        /// The state's receipt number.
        ntpn: Ntpn,
    },
    /// Note a payment for refund.
    NoteRefund {
        /// Its receipt number; none for an SPTNP that found too much paid.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ntpn: Option<Ntpn>,
        /// Amount.
        nilai: Rupiah,
    },
    /// Open a receivable.
    OpenReceivable {
        /// Amount.
        nilai: Rupiah,
        /// Last day of payment without interest.
        jatuh_tempo: Date,
    },
    /// Match the manifest until it is there; answer with `manifest_missing`, `manifest_matched` or `manifest_mismatch`.
    MatchManifest,
    /// Ask the terminal until the goods are stored; answer with `storage_confirmed`.
    WatchStorage,
    /// Draw the channel; answer with `channel_drawn`.
    DrawChannel,
    /// Give the next number of the office's counter, as the last statement of its transaction; answer with
    /// `number_given`.
    AssignNumber,
    /// The manifest position belongs to this declaration (MATCHED).
    ClaimPos,
    /// The manifest position is closed (CLOSED).
    ClosePos,
    /// The manifest position is free again (OPEN).
    ReopenPos,
    /// Ask the terminal until the goods are ready; answer with `goods_ready`.
    WatchReadiness,
    /// Choose an inspector; answer with `appoint_inspector`.
    AssignInspector,
    /// Ask the terminal until the packages are pulled; answer with `packages_pulled`.
    WatchPackages,
    /// Note how an amendment stands; in force, its document is frozen as the next revision.
    MarkAmendment {
        /// Which request.
        nomor: u32,
        /// How it stands.
        keadaan: KeadaanPerbaikan,
    },
    /// Tell the terminal.
    TellTps {
        /// What.
        pesan: PesanTps,
    },
    /// Ask the terminal until the goods have left; answer with `gate_in` and `gate_out`.
    WatchGate,
    /// Tell a party, without figures or names.
    Notify {
        /// Whom.
        kepada: Role,
        /// Subject.
        hal: Text,
    },
    /// Send `tick` at the instant.
    ScheduleTick {
        /// When.
        pada: Timestamp,
    },
}

/// Everything to do after a decision: the effects of its events, and the next tick.
pub fn follow_up(state: &State, events: &[Event], context: &Context) -> Vec<Effect> {
    let mut out: Vec<Effect> = events.iter().flat_map(effects).collect();
    out.extend(waiting(state, context).map(|w| Effect::ScheduleTick { pada: w.tick_at }));
    out
}

/// What one event asks for.
pub fn effects(event: &Event) -> Vec<Effect> {
    let mut out = work(&event.isi);
    out.extend(notice(event).map(|(kepada, id, en)| Effect::Notify { kepada, hal: Text::fixed(id, en) }));
    out
}

fn work(fact: &Fact) -> Vec<Effect> {
    let refund = |p: &super::values::Pembayaran| Effect::NoteRefund { ntpn: Some(p.ntpn), nilai: p.nilai };
    let tell = |pesan| vec![Effect::TellTps { pesan }];
    match fact {
        Fact::SentToInsw { kiriman } => vec![Effect::AskInsw { kiriman: *kiriman }],
        Fact::ValidationQueued { kiriman } => vec![Effect::Validate { kiriman: *kiriman }],
        Fact::BillingRequested { untuk, urutan, nilai } => {
            vec![Effect::CreateBilling { untuk: *untuk, urutan: *urutan, nilai: *nilai }]
        }
        Fact::BillingIssued { kode, sampai, .. } => vec![Effect::WatchPayment { kode: *kode, sampai: *sampai }],
        Fact::BillingLapsed { kode, sebab, .. } if *sebab != SebabBilling::Kedaluwarsa => {
            vec![Effect::CancelBilling { kode: *kode }]
        }
        Fact::PaymentVerified { pembayaran }
        | Fact::SptnpPaid { pembayaran, .. }
        | Fact::AmendmentPaid { pembayaran } => {
            vec![Effect::MakeReceipt { ntpn: pembayaran.ntpn }]
        }
        Fact::DoublePayment { pembayaran } => vec![refund(pembayaran)],
        Fact::AmendmentGranted { nomor, .. } => {
            vec![Effect::MarkAmendment { nomor: *nomor, keadaan: KeadaanPerbaikan::Disetujui }]
        }
        Fact::AmendmentRefused { nomor, .. } => {
            vec![Effect::MarkAmendment { nomor: *nomor, keadaan: KeadaanPerbaikan::Ditolak }]
        }
        Fact::Amended { nomor, akibat, .. } => {
            let taken = Effect::MarkAmendment { nomor: *nomor, keadaan: KeadaanPerbaikan::Berlaku };
            let back = (akibat.lebih.0 > 0).then_some(Effect::NoteRefund { ntpn: None, nilai: akibat.lebih });
            std::iter::once(taken).chain(back).collect()
        }
        Fact::ManifestAwaited => vec![Effect::MatchManifest],
        Fact::ManifestMatched { .. } => vec![Effect::WatchStorage],
        Fact::ReadyForChannel => vec![Effect::DrawChannel],
        Fact::NumberNeeded => vec![Effect::AssignNumber],
        Fact::Numbered { .. } => vec![Effect::ClaimPos],
        Fact::InspectionOrdered { .. } => vec![Effect::WatchReadiness],
        Fact::ReadinessOverdue { barang: true, .. } => tell(PesanTps::Siapkan),
        Fact::InspectorNeeded => vec![Effect::AssignInspector],
        Fact::InstructionIssued { .. } => vec![Effect::TellTps { pesan: PesanTps::Siapkan }, Effect::WatchPackages],
        Fact::SptnpIssued { total, .. } if total.0 < 0 => {
            vec![Effect::NoteRefund { ntpn: None, nilai: Rupiah(total.0.saturating_neg()) }]
        }
        Fact::SptnpOverdue { total, jatuh_tempo } => {
            vec![Effect::OpenReceivable { nilai: *total, jatuh_tempo: *jatuh_tempo }]
        }
        Fact::Released { .. } => {
            vec![Effect::TellTps { pesan: PesanTps::Lepaskan }, Effect::ClosePos, Effect::WatchGate]
        }
        Fact::HeldNhi { .. } => tell(PesanTps::Tahan),
        Fact::NhiLifted { .. } => tell(PesanTps::BukaTahanan),
        Fact::Cancelled { kode_billing, pengembalian, .. } => {
            let mut out = vec![Effect::ReopenPos, Effect::TellTps { pesan: PesanTps::Batalkan }];
            out.extend(kode_billing.map(|kode| Effect::CancelBilling { kode }));
            out.extend(pengembalian.iter().map(refund));
            out
        }
        _ => Vec::new(),
    }
}

/// Who is told what. The importer's broker is told wherever the importer is.
fn notice(event: &Event) -> Option<(Role, &'static str, &'static str)> {
    use Role::{Hanggar, Importir, KepalaKantor, PemeriksaDokumen, PemeriksaFisik, Penindakan, Perbendaharaan};
    Some(match &event.isi {
        Fact::ReturnedForLicence { .. } => (Importir, "Dokumen dikembalikan INSW", "Returned by INSW"),
        Fact::Rejected { .. } => (Importir, "Dokumen ditolak (NPP)", "Rejected (NPP)"),
        Fact::LartasReviewOpened => (PemeriksaDokumen, "Penelitian lartas", "Restrictions to examine"),
        Fact::GuaranteeAwaited => (Perbendaharaan, "Jaminan perlu diperiksa", "Guarantee to check"),
        Fact::BillingIssued { .. } => (Importir, "Billing terbit", "Billing issued"),
        Fact::BillingFailed { .. } => (Perbendaharaan, "Billing gagal dibuat", "Billing could not be made"),
        Fact::BillingLapsed { sebab: SebabBilling::Kedaluwarsa, .. } => {
            (Importir, "Billing kedaluwarsa", "Billing expired")
        }
        Fact::PaymentDisputed { .. } => (Perbendaharaan, "Pembayaran tidak cocok", "Payment does not match"),
        Fact::ManifestMismatched { .. } => (Importir, "Data tidak cocok dengan manifes", "Manifest mismatch"),
        Fact::SimilarityDoubted { .. } => (PemeriksaDokumen, "Kemiripan nama penerima", "Consignee name to check"),
        Fact::InspectionOrdered { .. } => (Importir, "SPJM terbit", "Red channel (SPJM)"),
        Fact::DocumentsOrdered { .. } => (Importir, "SPJK terbit", "Yellow channel (SPJK)"),
        Fact::ReadinessOverdue { .. } => (Importir, "Batas kesiapan terlewati", "Readiness overdue"),
        Fact::InspectorAppointed { .. } => (PemeriksaFisik, "Penunjukan pemeriksaan", "Inspection assigned"),
        Fact::ExaminationOpened | Fact::ReviewOpened => {
            (PemeriksaDokumen, "Dokumen untuk diperiksa", "Document to examine")
        }
        Fact::QuestionIssued { tanya, .. } => match tanya {
            Tanya::P2 => (Penindakan, "Permintaan penelitian", "Enforcement review asked"),
            Tanya::Lab => return None,
            Tanya::Npd | Tanya::Inp | Tanya::Npbl => (Importir, "Permintaan jawaban", "Answer requested"),
        },
        Fact::QuestionAnswered { .. } | Fact::QuestionLapsed { .. } | Fact::LicenceShown { .. } => {
            (PemeriksaDokumen, "Jawaban atau batas waktu", "Answered or overdue")
        }
        Fact::SptnpIssued { .. } => (Importir, "SPTNP terbit", "SPTNP issued"),
        Fact::SpblIssued { .. } => (Importir, "SPBL terbit", "SPBL issued"),
        Fact::Released { .. } => (Importir, "SPPB terbit", "Released (SPPB)"),
        Fact::HeldNhi { .. } => (Hanggar, "Barang ditahan (NHI)", "Goods held (NHI)"),
        Fact::CancellationRequested { .. } => (KepalaKantor, "Permohonan pembatalan", "Cancellation requested"),
        Fact::CancellationRefused { .. } | Fact::Cancelled { .. } => {
            (Importir, "Keputusan pembatalan", "Cancellation decided")
        }
        Fact::AmendmentRequested { .. } => (PemeriksaDokumen, "Permohonan perubahan data", "Amendment requested"),
        Fact::AmendmentGranted { .. } => {
            (Importir, "Perubahan data disetujui, menunggu pembayaran", "Amendment granted, to be paid")
        }
        Fact::Amended { .. } => (Importir, "Perubahan data berlaku", "Amendment in force"),
        Fact::AmendmentRefused { .. } => (Importir, "Perubahan data ditolak", "Amendment refused"),
        Fact::DeclaredAbandoned { .. } => (Importir, "Barang dinyatakan tidak dikuasai", "Goods listed as abandoned"),
        Fact::Escalated { kepada, .. } => (*kepada, "Batas waktu terlewati", "Deadline passed"),
        _ => return None,
    })
}
