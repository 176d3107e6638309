//! Billing (response 2020) and Bukti Penerimaan Negara.

use jiff::civil::DateTime;
use kernel::Rupiah;
use serde::{Deserialize, Serialize};

use super::{Acuan, Kop, Pihak};

/// One account of a billing or a payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RincianAkun {
    /// Account code, for example 412111.
    pub akun: String,
    /// Name of the levy.
    pub uraian: String,
    /// Amount.
    pub nilai: Rupiah,
}

/// Konfirmasi bayar: the billing code and how to pay (rules 7.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Billing {
    /// Letterhead.
    pub kop: Kop,
    /// The declaration.
    pub acuan: Acuan,
    /// 15 digits.
    pub kode_billing: String,
    /// What is paid for, for example `Pungutan impor PIB` or a determination's number.
    pub untuk: String,
    /// Who pays.
    pub wajib_bayar: Pihak,
    /// Accounts.
    pub rincian: Vec<RincianAkun>,
    /// Sum of the accounts.
    pub total: Rupiah,
    /// Last local moment of payment.
    pub berlaku_sampai: DateTime,
}

impl Billing {
    /// Kind of letter.
    pub const JENIS: &'static str = "BILLING";
}

/// Proof of payment (rules 7.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Bpn {
    /// Letterhead.
    pub kop: Kop,
    /// The declaration.
    pub acuan: Acuan,
    /// 15 digits.
    pub kode_billing: String,
    /// 16 characters.
    pub ntpn: String,
    /// Number of the collecting agent: NTB, NTP or NTL.
    pub ntb: String,
    /// Collecting agent.
    pub bank: String,
    /// Local moment at which the agent booked it.
    pub waktu_bayar: DateTime,
    /// Who paid.
    pub wajib_bayar: Pihak,
    /// Accounts.
    pub rincian: Vec<RincianAkun>,
    /// Paid amount.
    pub total: Rupiah,
}

impl Bpn {
    /// Kind of letter.
    pub const JENIS: &'static str = "BPN";
}
