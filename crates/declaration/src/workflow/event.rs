//! What happened. Events are stored for ever: fields may be added with a default, never renamed or removed.

use jiff::civil::Date;
use kernel::{KodeBilling, KodeKantor, Rupiah, Timestamp};
use serde::{Deserialize, Serialize};

use super::actor::{Actor, Role};
use super::channel::ChannelDecision;
use super::values::{
    Akibat, Berkas, Kewajiban, Pantauan, Pembayaran, Pendaftaran, Perubahan, RincianPenetapan, SebabArsip,
    SebabBilling, SebabTolak, Selisih, Tanya, Tingkat, Untuk,
};

/// One thing that happened, when, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When.
    pub waktu: Timestamp,
    /// By whom.
    pub oleh: Actor,
    /// What; its tag is `jenis`.
    #[serde(flatten)]
    pub isi: Fact,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "jenis", rename_all = "snake_case")]
pub enum Fact {
    /// A draft exists (001).
    Recorded {
        /// Office.
        kantor: KodeKantor,
    },
    /// The document came in (100).
    DataReceived {
        /// Which sending of the aju, from 1.
        kiriman: u32,
        /// What was sent.
        berkas: Berkas,
    },
    /// Handed to INSW (104).
    SentToInsw {
        /// Which sending.
        kiriman: u32,
    },
    /// INSW has it (105).
    InswReceived,
    /// INSW found its structure complete (106).
    InswChecked,
    /// INSW analysed the goods (107).
    InswAnalysed {
        /// Whether a customs officer has to look.
        #[serde(default)]
        perlu_penelitian: Vec<String>,
    },
    /// INSW returned it (rules 1.4).
    ReturnedForLicence {
        /// Missing licences.
        alasan: Vec<String>,
    },
    /// It waits for validation (110).
    ValidationQueued {
        /// Which sending.
        kiriman: u32,
    },
    /// Validation ran (111).
    ValidationRun,
    /// Accepted (130, letter 2000).
    Accepted {
        /// How the levies are settled.
        kewajiban: Kewajiban,
    },
    /// Rejected (120, letter 2001 NPP).
    Rejected {
        /// Number of findings.
        #[serde(default)]
        temuan: u32,
        /// Why.
        sebab: SebabTolak,
    },
    /// A correction was begun (960).
    CorrectionOpened,
    /// A document officer looks at the lartas (200).
    LartasReviewOpened,
    /// The officer found the lartas met.
    LartasCleared {
        /// Remark.
        #[serde(default)]
        catatan: String,
    },
    /// The treasury is to check the guarantee.
    GuaranteeAwaited,
    /// The guarantee is there (205).
    GuaranteeChecked {
        /// Number of its receipt.
        bpj: String,
    },
    /// A billing code is needed.
    BillingRequested {
        /// What it pays.
        untuk: Untuk,
        /// Place among the requests.
        urutan: u32,
        /// Amount.
        nilai: Rupiah,
    },
    /// The code is there (letter 2020, or 2028 for an SPTNP).
    BillingIssued {
        /// What it pays.
        untuk: Untuk,
        /// Place among the requests.
        urutan: u32,
        /// Code.
        kode: KodeBilling,
        /// Amount.
        nilai: Rupiah,
        /// End of validity.
        sampai: Timestamp,
    },
    /// MPN refused to make a code.
    BillingFailed {
        /// What it would pay.
        untuk: Untuk,
        /// Place among the requests.
        urutan: u32,
        /// MPN's words.
        alasan: String,
    },
    /// The code can no longer be paid.
    BillingLapsed {
        /// What it would pay.
        untuk: Untuk,
        /// Place among the requests.
        urutan: u32,
        /// Code.
        kode: KodeBilling,
        /// Why.
        sebab: SebabBilling,
    },
    /// The declaration is paid (210).
    PaymentVerified {
        /// The payment.
        pembayaran: Pembayaran,
    },
    /// A payment does not match; the treasury decides.
    PaymentDisputed {
        /// The payment.
        pembayaran: Pembayaran,
    },
    /// A payment that is not owed; to be refunded.
    DoublePayment {
        /// The payment.
        pembayaran: Pembayaran,
    },
    /// The manifest is to be matched.
    ManifestAwaited,
    /// BC 1.1 is not there yet (220).
    PreNotified,
    /// The manifest fits.
    ManifestMatched {
        /// Position.
        pos: String,
        /// Likeness of the names, percent.
        kemiripan: u8,
    },
    /// The manifest does not fit.
    ManifestMismatched {
        /// Keys that differ.
        selisih: Vec<Selisih>,
    },
    /// The consignee's name is too different; an officer decides.
    SimilarityDoubted {
        /// Likeness, percent.
        kemiripan: u8,
    },
    /// The consignee is the importer (225).
    SimilarityChecked {
        /// Remark of the officer, empty when it passed by itself.
        #[serde(default)]
        catatan: String,
    },
    /// The goods are to be stored first.
    StorageAwaited,
    /// The goods are stored.
    Stored {
        /// Since when.
        waktu_timbun: Timestamp,
        /// When they count as abandoned, unless released.
        btd_mulai: Timestamp,
    },
    /// Ready for the channel (230).
    ReadyForChannel,
    /// The channel is drawn (240).
    ChannelDrawn {
        /// Channel with its score and reasons, which only officers see.
        keputusan: ChannelDecision,
    },
    /// A registration number is needed.
    NumberNeeded,
    /// Registered (250).
    Numbered {
        /// Number and date.
        pendaftaran: Pendaftaran,
    },
    /// Red: documents and goods are to be made ready (300, letter 2005 SPJM).
    InspectionOrdered {
        /// Until when.
        batas: Timestamp,
    },
    /// Yellow: documents are to be brought (letter 2004 SPJK).
    DocumentsOrdered {
        /// Until when.
        batas: Timestamp,
    },
    /// Documents were received (letter 2009).
    DocumentsReceived {
        /// How many files.
        jumlah: u32,
    },
    /// The goods are ready (310).
    GoodsReady,
    /// Documents or goods were not ready in time; the terminal prepares such goods at the importer's cost.
    ReadinessOverdue {
        /// The documents are missing.
        dokumen: bool,
        /// The goods are not ready.
        barang: bool,
    },
    /// An inspector is needed.
    InspectorNeeded,
    /// The inspector is appointed (311).
    InspectorAppointed {
        /// User id.
        pemeriksa: String,
    },
    /// The instruction is issued (312, letter 2066 IP).
    InstructionIssued {
        /// How much is opened.
        tingkat: Tingkat,
    },
    /// The packages are pulled (314).
    PackagesPulled,
    /// The inspection began (330).
    InspectionStarted,
    /// The minutes are signed (331, letter 2008 BAP).
    BapRecorded {
        /// Findings.
        uraian: String,
    },
    /// The report is signed (333, letter 2007 LHP).
    LhpRecorded {
        /// Whether the goods are as declared.
        sesuai: bool,
        /// Findings.
        uraian: String,
    },
    /// The document officer takes over (400).
    ExaminationOpened,
    /// A question was asked (INP 410 letter 2021, laboratory 415 letter 2023, enforcement 981, NPD letter 2015).
    QuestionIssued {
        /// Which.
        tanya: Tanya,
        /// Its text.
        uraian: String,
        /// Until when.
        batas: Timestamp,
    },
    /// It was answered.
    QuestionAnswered {
        /// Which.
        tanya: Tanya,
        /// Its text.
        uraian: String,
    },
    /// It was not answered in time.
    QuestionLapsed {
        /// Which.
        tanya: Tanya,
    },
    /// Tariff or value were determined (440, letter 2026 SPTNP).
    SptnpIssued {
        /// Amounts.
        rincian: Vec<RincianPenetapan>,
        /// Their sum; negative when too much was paid.
        total: Rupiah,
        /// Last day to pay or to object.
        jatuh_tempo: Date,
        /// End of that day.
        batas: Timestamp,
    },
    /// The SPTNP is paid (letter 2027).
    SptnpPaid {
        /// The payment.
        pembayaran: Pembayaran,
        /// Months of interest owed (UU art. 38).
        bulan_terlambat: u32,
    },
    /// The SPTNP was neither paid nor objected to in time.
    SptnpOverdue {
        /// What is owed.
        total: Rupiah,
        /// Last day.
        jatuh_tempo: Date,
    },
    /// An objection with a guarantee was lodged.
    ObjectionLodged {
        /// Number.
        nomor: String,
        /// Receipt of the guarantee.
        bpj: String,
    },
    /// The goods are restricted and the licence is missing (letter 2013 SPBL).
    SpblIssued {
        /// Why.
        alasan: String,
    },
    /// The licence was shown.
    LicenceShown {
        /// Licence.
        uraian: String,
    },
    /// No determination in time: the declaration counts as accepted (UU art. 16).
    DeemedAccepted,
    /// Release is due but an NHI holds it.
    ReleaseWithheld,
    /// The goods may leave (letter 2003 SPPB).
    Released {
        /// Remark.
        #[serde(default)]
        catatan: String,
    },
    /// Enforcement holds the goods (NHI).
    HeldNhi {
        /// Why; for officers only.
        alasan: String,
    },
    /// The hold is lifted.
    NhiLifted {
        /// Remark.
        #[serde(default)]
        catatan: String,
    },
    /// A vehicle entered the terminal for the goods (500).
    GateIn,
    /// Goods left (501 when nothing remains).
    GateOut {
        /// What left.
        kontainer: Vec<String>,
        /// Whether nothing remains.
        terakhir: bool,
    },
    /// Green: the documents are researched (400).
    ReviewOpened,
    /// The research of a green declaration found nothing.
    ReviewClosed {
        /// Remark.
        #[serde(default)]
        catatan: String,
    },
    /// Cancellation was asked for.
    CancellationRequested {
        /// Ground.
        alasan: String,
    },
    /// The head refused it (letter 2011).
    CancellationRefused {
        /// Why.
        alasan: String,
    },
    /// The declaration is void (900, letter 2011).
    Cancelled {
        /// Why.
        alasan: String,
        /// A code that must be withdrawn.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kode_billing: Option<KodeBilling>,
        /// Payments that must be refunded.
        #[serde(default)]
        pengembalian: Vec<Pembayaran>,
    },
    /// An amendment was asked for.
    AmendmentRequested {
        /// Which request, from 1.
        nomor: u32,
        /// Ground.
        alasan: String,
        /// What changes.
        perubahan: Vec<Perubahan>,
        /// What it does to the levies.
        akibat: Akibat,
    },
    /// It is granted; the additional levies are to be paid first.
    AmendmentGranted {
        /// Which request.
        nomor: u32,
        /// Why.
        alasan: String,
    },
    /// What an amendment adds is paid.
    AmendmentPaid {
        /// The payment.
        pembayaran: Pembayaran,
    },
    /// The amended document is the document (letter 2010).
    Amended {
        /// Which request.
        nomor: u32,
        /// Why.
        #[serde(default)]
        alasan: String,
        /// What changed.
        perubahan: Vec<Perubahan>,
        /// What it did to the levies.
        akibat: Akibat,
    },
    /// The amendment is refused, or void because of what happened meanwhile (letter 2010).
    AmendmentRefused {
        /// Which request.
        nomor: u32,
        /// Why.
        alasan: String,
    },
    /// The goods are listed as abandoned (BCF 1.5).
    DeclaredAbandoned {
        /// End of the owner's time.
        batas: Timestamp,
    },
    /// They moved to the TPP, which restarts the owner's time.
    MovedToTpp {
        /// When.
        tanggal: Date,
        /// End of the owner's time.
        batas: Timestamp,
    },
    /// The owner's time is over: auction, destruction or state property.
    Forfeited,
    /// The process is complete (800).
    Finished,
    /// In the archive (990).
    Archived {
        /// Why.
        sebab: SebabArsip,
    },
    /// A deadline passed without an act; somebody is told.
    Escalated {
        /// Which deadline.
        apa: Pantauan,
        /// How often so far, from 1.
        tingkat: u32,
        /// Who is told.
        kepada: Role,
    },
    /// A partner does not answer.
    PartnerWaiting {
        /// Short name.
        mitra: String,
        /// What happened.
        alasan: String,
    },
}

impl Fact {
    /// Whether the system does it when another event makes it due.
    pub(super) const fn follows_by_itself(&self) -> bool {
        matches!(
            self,
            Self::ValidationQueued { .. }
                | Self::LartasReviewOpened
                | Self::GuaranteeAwaited
                | Self::GuaranteeChecked { .. }
                | Self::BillingRequested { .. }
                | Self::BillingLapsed { .. }
                | Self::ManifestAwaited
                | Self::StorageAwaited
                | Self::ReadyForChannel
                | Self::NumberNeeded
                | Self::InspectionOrdered { .. }
                | Self::DocumentsOrdered { .. }
                | Self::InspectorNeeded
                | Self::ExaminationOpened
                | Self::ReleaseWithheld
                | Self::Released { .. }
                | Self::ReviewOpened
                | Self::Amended { .. }
                | Self::AmendmentRefused { .. }
                | Self::Finished
        )
    }
}
