//! Shapes on the wire that differ from the ports' own types; the ports' types are used as they are elsewhere.

use app::ports::{LartasGoods, LartasRequest, TpsQuery};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Body of `POST /insw/v1/lartas`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LartasBody {
    /// Idempotency key.
    pub request_id: String,
    /// 26 characters.
    pub nomor_aju: String,
    /// Importer, 15 or 16 digits.
    pub npwp: String,
    /// Goods lines.
    pub barang: Vec<LartasGoods>,
    /// Papers declared.
    #[serde(default)]
    pub dokumen: Vec<DocumentRef>,
}

/// A licence or other paper of the declaration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentRef {
    /// Document code, for example 959.
    pub kode_dokumen: String,
    /// Its number.
    pub nomor_dokumen: String,
}

impl From<&LartasRequest> for LartasBody {
    fn from(request: &LartasRequest) -> Self {
        let document =
            |(kode, nomor): &(String, String)| DocumentRef { kode_dokumen: kode.clone(), nomor_dokumen: nomor.clone() };
        Self {
            request_id: request.request_id.clone(),
            nomor_aju: request.nomor_aju.clone(),
            npwp: request.npwp.clone(),
            barang: request.barang.clone(),
            dokumen: request.dokumen.iter().map(document).collect(),
        }
    }
}

/// Answer to `POST /mpn/v1/billing`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BillingIssued {
    /// 15 digits, the first one 4 to 6 (rules 7.1).
    pub kode_billing: String,
    /// Last moment of payment.
    pub berlaku_sampai: Timestamp,
}

/// Body of `POST /tps/v1/pengeluaran`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TpsRelease {
    /// Which goods.
    #[serde(flatten)]
    pub query: TpsQuery,
    /// Release letter.
    pub nomor_sppb: String,
    /// Its date.
    pub tanggal_sppb: Date,
}

/// Answer of a request that only has to be taken note of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// What holds now, for example `DIBATALKAN`.
    pub status: String,
}

/// Body of every answer outside 2xx.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorBody {
    /// The partner's own code.
    pub kode: String,
    /// Its own words.
    pub pesan: String,
}
