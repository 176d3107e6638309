//! What the use cases need from outside: time, ids, mail, letters and the partner systems.
//!
//! Every port is synchronous: use cases and jobs run on plain threads, so nothing can await inside a transaction.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::Rupiah;
use serde::{Deserialize, Serialize};

/// The time, injected so that a test or a sandbox can move it.
pub trait Clock: Send + Sync {
    /// Now, in UTC.
    fn now(&self) -> Timestamp;
}

/// Fresh identifiers and secrets.
pub trait Ids: Send + Sync {
    /// A new UUIDv7 for `now`, as text.
    fn id(&self, now: Timestamp) -> String;
    /// 256 random bits for tokens and seeds.
    fn secret(&self) -> [u8; 32];
}

/// A letter that leaves by mail; never with figures or names beyond the document number.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Mail {
    /// Recipient address.
    pub to: String,
    /// Subject line.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// Message id, the same at every retry so that a recipient can drop a double.
    pub id: String,
    /// The same as HTML, for readers that prefer it.
    #[serde(default)]
    pub html: Option<String>,
}

/// Delivery of mail.
pub trait Mailer: Send + Sync {
    /// Hands the mail over; an error is retried by the job.
    fn send(&self, mail: &Mail) -> Result<(), PartnerFault>;
}

/// Why a partner system gave no usable answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PartnerFault {
    /// Not reachable, timed out or answered 5xx: try again later.
    #[error("{partner} tidak menjawab: {reason}")]
    Down {
        /// Short name of the partner.
        partner: &'static str,
        /// What happened, for the timeline and the operator.
        reason: String,
    },
    /// The circuit breaker is open; nothing was sent.
    #[error("{partner} sedang dihentikan sementara setelah beberapa kegagalan")]
    Open {
        /// Short name of the partner.
        partner: &'static str,
    },
    /// It answered and refused: trying the same again is pointless.
    #[error("{partner} menolak ({code}): {message}")]
    Refused {
        /// Short name of the partner.
        partner: &'static str,
        /// The partner's own code.
        code: String,
        /// The partner's own words.
        message: String,
    },
}

impl PartnerFault {
    /// Whether the same request may succeed later.
    pub fn is_transient(&self) -> bool {
        !matches!(self, Self::Refused { .. })
    }
}

/// What INSW is asked: one goods line a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LartasRequest {
    /// Key under which a repeated request gives the same answer.
    pub request_id: String,
    /// 26 characters.
    pub nomor_aju: String,
    /// Importer, 16 digits.
    pub npwp: String,
    /// Goods.
    pub barang: Vec<LartasGoods>,
    /// Licences and other papers declared: (kodeDokumen, nomorDokumen).
    pub dokumen: Vec<(String, String)>,
}

/// One goods line for the lartas analysis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LartasGoods {
    /// Line number from 1.
    pub seri_barang: u32,
    /// HS, 8 digits.
    pub pos_tarif: String,
    /// Country of origin, may be empty.
    pub kode_negara_asal: String,
}

/// INSW's decision (rules 1.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "hasil", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum LartasAnswer {
    /// Not restricted, or the licence matched.
    Sesuai,
    /// Restricted and the licence is missing: returned to the importer.
    Dikembalikan {
        /// What is missing, one line a licence.
        alasan: Vec<String>,
    },
    /// Needs a human: passed on with the flag, the document officer resolves it.
    PerluPenelitian {
        /// Why.
        alasan: Vec<String>,
    },
}

/// INSW, the national single window.
pub trait Insw: Send + Sync {
    /// Lartas analysis of one document.
    fn analyse(&self, request: &LartasRequest) -> Result<LartasAnswer, PartnerFault>;
}

/// One account line of a billing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BillingLine {
    /// Account code, for example 412111.
    pub akun: String,
    /// Levy, for example BM.
    pub kode_jenis_pungutan: String,
    /// Amount.
    pub nilai: Rupiah,
}

/// A request for a billing code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BillingRequest {
    /// Key under which a repeated request gives the same code.
    pub request_id: String,
    /// Document that is paid for.
    pub nomor_aju: String,
    /// Payer, 16 digits.
    pub npwp: String,
    /// Payer's name.
    pub nama: String,
    /// Office, 6 digits.
    pub kode_kantor: String,
    /// Lines; their sum is the bill.
    pub rincian: Vec<BillingLine>,
    /// Last moment of payment.
    pub berlaku_sampai: Timestamp,
}

/// A payment as the collecting agent reports it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Payment {
    /// 16 alphanumerics, the state's receipt number.
    pub ntpn: String,
    /// 12 characters, the bank's own number.
    pub ntb: String,
    /// Name of the collecting agent.
    pub bank: String,
    /// Paid amount.
    pub nilai: Rupiah,
    /// Payer, 16 digits.
    pub npwp: String,
    /// When the bank booked it.
    pub waktu_bayar: Timestamp,
}

/// What MPN knows of a billing code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "status", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum BillingStatus {
    /// Not paid yet.
    Aktif,
    /// Paid; the second and later payments are listed so that they can be refunded.
    Lunas {
        /// All payments, first one first.
        pembayaran: Vec<Payment>,
    },
    /// Its time is over.
    Kedaluwarsa,
    /// Cancelled by the biller.
    Dibatalkan,
}

/// MPN G3 / SIMPONI, the state's payment system.
pub trait Mpn: Send + Sync {
    /// Asks for a billing code, 15 digits.
    fn create_billing(&self, request: &BillingRequest) -> Result<String, PartnerFault>;
    /// State of a billing code.
    fn billing_status(&self, kode_billing: &str) -> Result<BillingStatus, PartnerFault>;
    /// Withdraws an unpaid code.
    fn cancel_billing(&self, kode_billing: &str) -> Result<(), PartnerFault>;
}

/// Which consignment the terminal is asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TpsQuery {
    /// Office, 6 digits.
    pub kode_kantor: String,
    /// Storage place.
    pub kode_tps: String,
    /// BC 1.1 number, 6 digits.
    pub nomor_bc11: String,
    /// BC 1.1 date.
    pub tanggal_bc11: Date,
    /// Manifest position, 12 digits.
    pub nomor_pos: String,
}

/// Where the goods are, as the terminal says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TpsStatus {
    /// When the goods were stored; none while they have not arrived.
    pub waktu_timbun: Option<Timestamp>,
    /// When they were pulled and stand ready for inspection.
    pub waktu_siap_periksa: Option<Timestamp>,
    /// When the last container or package left.
    pub waktu_keluar: Option<Timestamp>,
}

/// The terminals' gateway.
pub trait Tps: Send + Sync {
    /// Where the goods of a manifest position are.
    fn status(&self, query: &TpsQuery) -> Result<TpsStatus, PartnerFault>;
    /// Asks the terminal to pull the goods for inspection; repeating it changes nothing.
    fn prepare(&self, query: &TpsQuery) -> Result<(), PartnerFault>;
    /// Tells the terminal that the goods may leave; repeating it changes nothing.
    fn release(&self, query: &TpsQuery, nomor_sppb: &str, tanggal: Date) -> Result<(), PartnerFault>;
}

/// Standing of a company at the tax office and the licensing agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CompanyStanding {
    /// Registered name; empty when unknown.
    pub nama: String,
    /// Registered address; empty when unknown.
    #[serde(default)]
    pub alamat: String,
    /// Places of business, 22 digits each; the head office need not be among them.
    #[serde(default)]
    pub nitku: Vec<String>,
    /// NPWP known and active.
    pub npwp_aktif: bool,
    /// NIB known and in force; none when there is no NIB.
    pub nib: Option<String>,
    /// The NIB carries customs access.
    pub akses_kepabeanan: bool,
    /// `01` API-U, `02` API-P, none without import licence.
    pub kode_jenis_api: Option<String>,
}

/// OSS (NIB) and DJP (NPWP).
pub trait Registry: Send + Sync {
    /// Standing of one company by NPWP, 16 digits; `Refused` with code `404` when unknown.
    fn standing(&self, npwp: &str) -> Result<CompanyStanding, PartnerFault>;
}

/// A rendered letter or form.
pub trait Letters: Send + Sync {
    /// PDF bytes of the letter `kind` from its frozen data; the same data gives the same bytes.
    fn render(&self, kind: &str, data: &serde_json::Value) -> Result<Vec<u8>, LetterFault>;
}

/// A letter that could not be made: always our fault.
#[derive(Debug, Clone, thiserror::Error)]
#[error("surat {kind} tidak dapat dibuat: {reason}")]
pub struct LetterFault {
    /// Letter kind.
    pub kind: String,
    /// What the typesetter said.
    pub reason: String,
}

/// Reading workbooks that strangers send.
pub trait Sheets: Send + Sync {
    /// The cells of a workbook; bounded in time and memory.
    fn read(&self, bytes: Vec<u8>) -> Result<sheet::Book, sheet::Refused>;
}

/// Reads in this process, with the bounds of the reader and no wall around it; for tests and tools.
#[derive(Debug, Clone, Copy, Default)]
pub struct OpenSheets;

impl Sheets for OpenSheets {
    fn read(&self, bytes: Vec<u8>) -> Result<sheet::Book, sheet::Refused> {
        sheet::read(&bytes)
    }
}
