//! The timeline that CEISA's users know: process codes (rules 1.3) and letters (rules 1.10, h2h-api 4).

use kernel::Text;
use serde::Serialize;

use super::event::{Event, Fact};
use super::values::{Tanya, Untuk};

/// One row of `dataStatus`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Process code, 3 digits.
    pub kode_proses: &'static str,
    /// CEISA's name of the step, and ours in English.
    pub nama: Text,
}

const fn named(kode_proses: &'static str, id: &'static str, en: &'static str) -> Step {
    Step { kode_proses, nama: Text::fixed(id, en) }
}

static NAMES: &[Step] = &[
    named("001", "Perekaman Dokumen", "Document recorded"),
    named("100", "Penerimaan Data", "Data received"),
    named("104", "Kirim Dokumen Ke INSW", "Sent to INSW"),
    named("105", "LNSW - Penerimaan Dokumen", "INSW: document received"),
    named("106", "LNSW - Cek Mandatory Content", "INSW: mandatory content checked"),
    named("107", "LNSW - Analyzing Point", "INSW: restrictions analysed"),
    named("110", "Validasi", "Validation"),
    named("111", "Proses Validasi", "Validation running"),
    named("120", "Reject", "Rejected"),
    named("130", "Penerimaan Dokumen", "Document accepted"),
    named("200", "Analyzing Point", "Restrictions examined by an officer"),
    named("205", "Pengecekan Jaminan", "Guarantee checked"),
    named("210", "Payment Verification", "Payment verified"),
    named("220", "Pre-Notification", "Pre-notification"),
    named("225", "Approval Similarity", "Consignee name approved"),
    named("230", "Siap Jalur", "Ready for channel"),
    named("240", "Penjaluran", "Channel assigned"),
    named("250", "Penomoran", "Registration number given"),
    named("300", "Pemeriksaan Fisik", "Physical inspection ordered"),
    named("310", "Kesiapan Barang", "Goods ready"),
    named("311", "Penunjukan PFPB", "Inspector appointed"),
    named("312", "Instruksi Pemeriksaan", "Inspection instruction"),
    named("314", "Pengeluaran Kemasan", "Packages pulled"),
    named("330", "Pemeriksaan Barang", "Inspection begun"),
    named("331", "Perekaman BAP", "Minutes recorded"),
    named("333", "Perekaman LHP", "Inspection report recorded"),
    named("400", "Pemeriksaan Dokumen", "Document examination"),
    named("410", "INP", "Value information requested"),
    named("415", "LAB", "Laboratory"),
    named("440", "SPTNP", "Tariff or value determined"),
    named("500", "Gate In TPS", "Gate in at the terminal"),
    named("501", "Gate Out TPS", "Gate out at the terminal"),
    named("800", "Selesai Proses", "Process complete"),
    named("900", "Pembatalan", "Cancelled"),
    named("960", "Perekaman Perbaikan Portal", "Correction recorded"),
    named("981", "Penelitian Unit Pengawas", "Enforcement review"),
    named("990", "Arsip", "Archived"),
];

/// The timeline row that an event adds.
pub fn steps(event: &Event) -> Option<Step> {
    let code = code(&event.isi)?;
    NAMES.iter().find(|step| step.kode_proses == code).cloned()
}

fn code(fact: &Fact) -> Option<&'static str> {
    Some(match fact {
        Fact::Recorded { .. } => "001",
        Fact::DataReceived { .. } => "100",
        Fact::SentToInsw { .. } => "104",
        Fact::InswReceived => "105",
        Fact::InswChecked => "106",
        Fact::InswAnalysed { .. } => "107",
        Fact::ValidationQueued { .. } => "110",
        Fact::ValidationRun => "111",
        Fact::Rejected { .. } => "120",
        Fact::Accepted { .. } => "130",
        Fact::LartasReviewOpened => "200",
        Fact::GuaranteeChecked { .. } => "205",
        Fact::PaymentVerified { .. } => "210",
        Fact::PreNotified => "220",
        Fact::SimilarityChecked { .. } => "225",
        Fact::ReadyForChannel => "230",
        Fact::ChannelDrawn { .. } => "240",
        Fact::Numbered { .. } => "250",
        Fact::InspectionOrdered { .. } => "300",
        Fact::GoodsReady => "310",
        Fact::InspectorAppointed { .. } => "311",
        Fact::InstructionIssued { .. } => "312",
        Fact::PackagesPulled => "314",
        Fact::InspectionStarted => "330",
        Fact::BapRecorded { .. } => "331",
        Fact::LhpRecorded { .. } => "333",
        Fact::ExaminationOpened | Fact::ReviewOpened => "400",
        Fact::QuestionIssued { tanya: Tanya::Inp, .. } => "410",
        Fact::QuestionIssued { tanya: Tanya::Lab, .. } => "415",
        Fact::QuestionIssued { tanya: Tanya::P2, .. } => "981",
        Fact::SptnpIssued { .. } => "440",
        Fact::GateIn => "500",
        Fact::GateOut { terakhir: true, .. } => "501",
        Fact::Finished => "800",
        Fact::Cancelled { .. } => "900",
        Fact::CorrectionOpened => "960",
        Fact::Archived { .. } => "990",
        _ => return None,
    })
}

/// The letters that an event issues, as `kodeRespon`.
///
/// NPBL has no known code and goes out as the general response 2090; the receipt of payment (BPN) is no `kodeRespon`,
/// see [`super::Effect::MakeReceipt`].
pub fn letters(event: &Event) -> &'static [&'static str] {
    match &event.isi {
        Fact::Accepted { .. } => &["2000"],
        Fact::Rejected { .. } => &["2001"],
        Fact::Released { .. } => &["2003"],
        Fact::DocumentsOrdered { .. } => &["2004"],
        Fact::InspectionOrdered { .. } => &["2005"],
        Fact::LhpRecorded { .. } => &["2007"],
        Fact::BapRecorded { .. } => &["2008"],
        Fact::DocumentsReceived { .. } => &["2009"],
        Fact::CancellationRefused { .. } | Fact::Cancelled { .. } => &["2011"],
        Fact::Amended { .. } | Fact::AmendmentRefused { .. } => &["2010"],
        Fact::SpblIssued { .. } => &["2013"],
        Fact::QuestionIssued { tanya, .. } => match tanya {
            Tanya::Npd => &["2015"],
            Tanya::Inp => &["2021"],
            Tanya::Lab => &["2023"],
            Tanya::Npbl => &["2090"],
            Tanya::P2 => &[],
        },
        Fact::BillingIssued { untuk: Untuk::Pib | Untuk::Perbaikan, .. } => &["2020"],
        Fact::SptnpIssued { .. } => &["2026"],
        Fact::SptnpPaid { .. } => &["2027"],
        Fact::BillingIssued { untuk: Untuk::Sptnp, .. } => &["2028"],
        Fact::InstructionIssued { .. } => &["2066"],
        _ => &[],
    }
}
