//! What happened, as one journal line each.

use app::ports::{BillingRequest, LartasAnswer, Payment, TpsQuery};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::rule::Rule;

/// One line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "peristiwa", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Event {
    /// INSW answered.
    Lartas(LartasRecord),
    /// MPN issued a code.
    Billing(BillingIssue),
    /// MPN cancelled a code.
    Batal {
        /// Code.
        kode: String,
        /// When.
        waktu: Timestamp,
    },
    /// The bank booked a payment.
    Bayar {
        /// Code.
        kode: String,
        /// The payment.
        pembayaran: Payment,
    },
    /// A terminal knows more of a consignment.
    Posisi(PosState),
    /// A rule was put or removed.
    Aturan(Rule),
}

/// One answer of INSW.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LartasRecord {
    pub waktu: Timestamp,
    pub request_id: String,
    pub nomor_aju: String,
    pub npwp: String,
    pub jumlah_barang: usize,
    /// Digest of the request.
    pub sidik: String,
    pub jawaban: LartasAnswer,
}

/// One issued code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BillingIssue {
    pub waktu: Timestamp,
    pub kode: String,
    pub permintaan: BillingRequest,
    /// When the bank will pay by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bayar_otomatis: Option<Timestamp>,
}

/// One consignment at a terminal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PosState {
    pub posisi: TpsQuery,
    /// First question about it.
    pub dilihat: Timestamp,
    pub timbun: Option<Timestamp>,
    /// Order to prepare.
    pub diminta_siap: Option<Timestamp>,
    pub siap: Option<Timestamp>,
    pub sppb: Option<Sppb>,
    pub keluar: Option<Timestamp>,
}

/// The letter that lets goods go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sppb {
    pub nomor: String,
    pub tanggal: Date,
    /// When the terminal was told.
    pub waktu: Timestamp,
}

impl PosState {
    /// A consignment nobody asked about before.
    pub fn first_seen(posisi: TpsQuery, dilihat: Timestamp) -> Self {
        Self { posisi, dilihat, timbun: None, diminta_siap: None, siap: None, sppb: None, keluar: None }
    }
}
