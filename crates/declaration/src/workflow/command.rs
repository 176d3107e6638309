//! Everything that can be asked of a declaration.

use jiff::civil::Date;
use kernel::{KodeBilling, KodeKantor, NomorDaftar, Rupiah, Timestamp};
use serde::{Deserialize, Serialize};

use super::actor::{Actor, Role};
use super::channel::ChannelDecision;
use super::values::{
    Akibat, Berkas, HasilLartas, Kewajiban, Pembayaran, Perubahan, RincianPenetapan, Selisih, Tanya, Tingkat, Untuk,
};

/// Who asks for what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Command {
    /// Who.
    pub oleh: Actor,
    /// What.
    pub tindakan: Action,
}

impl Command {
    /// A command.
    pub const fn new(oleh: Actor, tindakan: Action) -> Self {
        Self { oleh, tindakan }
    }
}

/// What a user, an officer, a partner's answer or the clock does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "jenis", rename_all = "snake_case")]
pub enum Action {
    /// Saves a first draft (001).
    Record {
        /// Office.
        kantor: KodeKantor,
    },
    /// Sends a draft for the first time.
    Submit {
        /// What is sent.
        berkas: Berkas,
    },
    /// Opens a returned or rejected document for correction (960).
    BeginCorrection,
    /// Sends it again on the same aju.
    Resubmit {
        /// What is sent.
        berkas: Berkas,
    },
    /// INSW's answer.
    InswAnswered {
        /// The sending it answers.
        kiriman: u32,
        /// Decision.
        hasil: HasilLartas,
    },
    /// Validation found nothing that rejects.
    ValidationPassed {
        /// The sending it validated.
        kiriman: u32,
        /// How the levies are settled.
        kewajiban: Kewajiban,
    },
    /// Validation rejects.
    ValidationFailed {
        /// The sending it validated.
        kiriman: u32,
        /// How many findings.
        temuan: u32,
    },
    /// The officer finds the flagged lartas met.
    ClearLartas {
        /// Remark.
        catatan: String,
    },
    /// The treasury has the guarantee.
    ConfirmGuarantee {
        /// Number of the receipt (BPJ).
        bpj: String,
    },
    /// MPN made a billing code.
    BillingIssued {
        /// The request it answers.
        urutan: u32,
        /// Code.
        kode: KodeBilling,
        /// End of validity.
        sampai: Timestamp,
    },
    /// MPN refused for good.
    BillingFailed {
        /// The request it answers.
        urutan: u32,
        /// MPN's words.
        alasan: String,
    },
    /// Asks for a new code after the last one failed, expired or was cancelled.
    RequestBilling {
        /// What it pays.
        untuk: Untuk,
    },
    /// Withdraws an unpaid code.
    CancelBilling {
        /// What it pays.
        untuk: Untuk,
        /// Why.
        alasan: String,
    },
    /// A payment of any billing code of this declaration, reported any number of times.
    PaymentReported {
        /// The payment.
        pembayaran: Pembayaran,
    },
    /// The treasury decides on a payment that does not match.
    ResolvePayment {
        /// Whether it counts as the payment.
        terima: bool,
        /// Why.
        catatan: String,
    },
    /// BC 1.1 is not lodged yet.
    ManifestMissing,
    /// The manifest position fits.
    ManifestMatched {
        /// Position, 12 digits.
        pos: String,
        /// Likeness of importer and consignee, percent.
        kemiripan: u8,
    },
    /// The manifest position does not fit.
    ManifestMismatch {
        /// Keys that differ.
        selisih: Vec<Selisih>,
    },
    /// Match again, after a redress.
    RetryMatch,
    /// The officer decides on a doubtful consignee.
    DecideSimilarity {
        /// Whether it is the same.
        setuju: bool,
        /// Why.
        catatan: String,
    },
    /// The goods are stored in the terminal.
    StorageConfirmed {
        /// Since when.
        waktu: Timestamp,
    },
    /// The channel is drawn.
    ChannelDrawn {
        /// Decision of [`super::channel::draw`].
        keputusan: ChannelDecision,
    },
    /// The number from the office's counter.
    NumberGiven {
        /// Number.
        nomor: NomorDaftar,
        /// Date at the office.
        tanggal: Date,
    },
    /// The supporting documents (dokap) are uploaded.
    DocumentsUploaded {
        /// How many files.
        jumlah: u32,
    },
    /// The goods are ready for inspection (PKB).
    GoodsReady,
    /// Appoints the inspector, or another one until the minutes are written.
    AppointInspector {
        /// User id.
        pemeriksa: String,
    },
    /// Issues the inspection instruction.
    IssueInstruction {
        /// How much is opened.
        tingkat: Tingkat,
    },
    /// The packages are pulled.
    PackagesPulled,
    /// The inspection begins.
    StartInspection,
    /// The minutes are signed.
    RecordBap {
        /// Findings.
        uraian: String,
    },
    /// The inspection report is signed.
    RecordLhp {
        /// Whether the goods are as declared.
        sesuai: bool,
        /// Findings.
        uraian: String,
    },
    /// Asks a question: NPD, INP, NPBL, enforcement or laboratory.
    Ask {
        /// Which.
        tanya: Tanya,
        /// Its text.
        uraian: String,
    },
    /// Answers the open question.
    Answer {
        /// Which.
        tanya: Tanya,
        /// Its text.
        uraian: String,
    },
    /// Determines tariff or value otherwise than declared.
    IssueSptnp {
        /// Amounts, one a levy, interest or fine.
        rincian: Vec<RincianPenetapan>,
    },
    /// Objects to the SPTNP with a guarantee.
    ObjectionWithGuarantee {
        /// Number of the objection.
        nomor: String,
        /// Receipt of the guarantee.
        bpj: String,
    },
    /// Determines that the goods are restricted and the licence is missing.
    IssueSpbl {
        /// Why.
        alasan: String,
    },
    /// Shows the licence that the SPBL missed.
    ShowLicence {
        /// Licence.
        uraian: String,
    },
    /// Releases the goods (SPPB).
    Release {
        /// Remark.
        catatan: String,
    },
    /// Closes the research of a green declaration without a finding.
    CloseReview {
        /// Remark.
        catatan: String,
    },
    /// Enforcement holds the goods (NHI).
    HoldNhi {
        /// Why; for officers only.
        alasan: String,
    },
    /// Enforcement lifts its hold.
    ReleaseNhi {
        /// Remark.
        catatan: String,
    },
    /// The first vehicle enters the terminal to fetch the goods.
    GateIn,
    /// Containers or packages left.
    GateOut {
        /// What left.
        kontainer: Vec<String>,
        /// Whether nothing remains.
        terakhir: bool,
    },
    /// Asks for cancellation.
    RequestCancellation {
        /// Ground.
        alasan: String,
    },
    /// The head decides on a cancellation.
    DecideCancellation {
        /// Whether it is cancelled.
        setuju: bool,
        /// Why.
        alasan: String,
    },
    /// Asks to change what was registered (rules 1.12).
    RequestAmendment {
        /// Ground.
        alasan: String,
        /// What changes.
        perubahan: Vec<Perubahan>,
        /// What it does to the levies.
        akibat: Akibat,
    },
    /// The document officer decides on an amendment.
    DecideAmendment {
        /// Whether it is granted.
        setuju: bool,
        /// Why.
        alasan: String,
    },
    /// Abandoned goods moved to the TPP.
    MoveToTpp {
        /// When.
        tanggal: Date,
    },
    /// The clock: does what passed deadlines demand, possibly nothing.
    Tick,
    /// A partner does not answer; shown as the reason of waiting.
    PartnerUnavailable {
        /// Short name.
        mitra: String,
        /// What happened.
        alasan: String,
    },
}

const DECLARANT: &[Role] = &[Role::Importir, Role::Ppjk];
const SYSTEM: &[Role] = &[Role::Sistem];
const DOCUMENTS: &[Role] = &[Role::PemeriksaDokumen];
const GOODS: &[Role] = &[Role::PemeriksaFisik];
const ENFORCEMENT: &[Role] = &[Role::Penindakan];
const TREASURY: &[Role] = &[Role::Perbendaharaan];
const HEAD: &[Role] = &[Role::KepalaKantor];
const TERMINAL: &[Role] = &[Role::Tps, Role::Sistem];
const GATE: &[Role] = &[Role::Hanggar, Role::Tps, Role::Sistem];
const PAYMENT: &[Role] = &[Role::Bank, Role::Sistem];
const BILLING: &[Role] = &[Role::Importir, Role::Ppjk, Role::Perbendaharaan];

impl Action {
    /// Who may do it (rules 1.17). The system also speaks for partners that it asked.
    pub const fn roles(&self) -> &'static [Role] {
        match self {
            Self::Record { .. }
            | Self::Submit { .. }
            | Self::BeginCorrection
            | Self::Resubmit { .. }
            | Self::DocumentsUploaded { .. }
            | Self::ObjectionWithGuarantee { .. }
            | Self::ShowLicence { .. }
            | Self::RequestCancellation { .. }
            | Self::RequestAmendment { .. }
            | Self::Answer { tanya: Tanya::Npd | Tanya::Inp | Tanya::Npbl, .. } => DECLARANT,
            Self::InswAnswered { .. } => &[Role::Insw, Role::Sistem],
            Self::ValidationPassed { .. }
            | Self::ValidationFailed { .. }
            | Self::ManifestMissing
            | Self::ManifestMatched { .. }
            | Self::ManifestMismatch { .. }
            | Self::ChannelDrawn { .. }
            | Self::NumberGiven { .. }
            | Self::Tick
            | Self::PartnerUnavailable { .. } => SYSTEM,
            Self::BillingIssued { .. } | Self::BillingFailed { .. } | Self::PaymentReported { .. } => PAYMENT,
            Self::RequestBilling { .. } | Self::CancelBilling { .. } => BILLING,
            Self::ConfirmGuarantee { .. } | Self::ResolvePayment { .. } => TREASURY,
            Self::RetryMatch => &[Role::Importir, Role::Ppjk, Role::Sistem],
            Self::StorageConfirmed { .. } | Self::PackagesPulled => TERMINAL,
            Self::GoodsReady => &[Role::Importir, Role::Ppjk, Role::Tps, Role::Sistem],
            Self::AppointInspector { .. } => &[Role::Sistem, Role::KepalaKantor],
            Self::IssueInstruction { .. } => &[Role::Sistem, Role::PemeriksaDokumen, Role::KepalaKantor],
            Self::StartInspection | Self::RecordBap { .. } | Self::RecordLhp { .. } => GOODS,
            Self::ClearLartas { .. }
            | Self::DecideSimilarity { .. }
            | Self::Ask { .. }
            | Self::Answer { tanya: Tanya::Lab, .. }
            | Self::IssueSptnp { .. }
            | Self::IssueSpbl { .. }
            | Self::Release { .. }
            | Self::CloseReview { .. }
            | Self::DecideAmendment { .. } => DOCUMENTS,
            Self::Answer { tanya: Tanya::P2, .. } | Self::HoldNhi { .. } | Self::ReleaseNhi { .. } => ENFORCEMENT,
            Self::GateIn | Self::GateOut { .. } => GATE,
            Self::DecideCancellation { .. } => HEAD,
            Self::MoveToTpp { .. } => &[Role::Hanggar],
        }
    }

    /// The tag under which it is written, for refusals and logs.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Record { .. } => "record",
            Self::Submit { .. } => "submit",
            Self::BeginCorrection => "begin_correction",
            Self::Resubmit { .. } => "resubmit",
            Self::InswAnswered { .. } => "insw_answered",
            Self::ValidationPassed { .. } => "validation_passed",
            Self::ValidationFailed { .. } => "validation_failed",
            Self::ClearLartas { .. } => "clear_lartas",
            Self::ConfirmGuarantee { .. } => "confirm_guarantee",
            Self::BillingIssued { .. } => "billing_issued",
            Self::BillingFailed { .. } => "billing_failed",
            Self::RequestBilling { .. } => "request_billing",
            Self::CancelBilling { .. } => "cancel_billing",
            Self::PaymentReported { .. } => "payment_reported",
            Self::ResolvePayment { .. } => "resolve_payment",
            Self::ManifestMissing => "manifest_missing",
            Self::ManifestMatched { .. } => "manifest_matched",
            Self::ManifestMismatch { .. } => "manifest_mismatch",
            Self::RetryMatch => "retry_match",
            Self::DecideSimilarity { .. } => "decide_similarity",
            Self::StorageConfirmed { .. } => "storage_confirmed",
            Self::ChannelDrawn { .. } => "channel_drawn",
            Self::NumberGiven { .. } => "number_given",
            Self::DocumentsUploaded { .. } => "documents_uploaded",
            Self::GoodsReady => "goods_ready",
            Self::AppointInspector { .. } => "appoint_inspector",
            Self::IssueInstruction { .. } => "issue_instruction",
            Self::PackagesPulled => "packages_pulled",
            Self::StartInspection => "start_inspection",
            Self::RecordBap { .. } => "record_bap",
            Self::RecordLhp { .. } => "record_lhp",
            Self::Ask { .. } => "ask",
            Self::Answer { .. } => "answer",
            Self::IssueSptnp { .. } => "issue_sptnp",
            Self::ObjectionWithGuarantee { .. } => "objection_with_guarantee",
            Self::IssueSpbl { .. } => "issue_spbl",
            Self::ShowLicence { .. } => "show_licence",
            Self::Release { .. } => "release",
            Self::CloseReview { .. } => "close_review",
            Self::HoldNhi { .. } => "hold_nhi",
            Self::ReleaseNhi { .. } => "release_nhi",
            Self::GateIn => "gate_in",
            Self::GateOut { .. } => "gate_out",
            Self::RequestCancellation { .. } => "request_cancellation",
            Self::DecideCancellation { .. } => "decide_cancellation",
            Self::RequestAmendment { .. } => "request_amendment",
            Self::DecideAmendment { .. } => "decide_amendment",
            Self::MoveToTpp { .. } => "move_to_tpp",
            Self::Tick => "tick",
            Self::PartnerUnavailable { .. } => "partner_unavailable",
        }
    }

    /// The amount of a determination; `None` past the range or when there is no line.
    pub(super) fn total(rincian: &[RincianPenetapan]) -> Option<Rupiah> {
        let sum = rincian.iter().try_fold(Rupiah::ZERO, |sum, line| sum.plus(line.nilai))?;
        (!rincian.is_empty()).then_some(sum)
    }
}
