//! A hint from a partner that something changed: signed, small, and never believed: the receiver asks the partner.

use app::ports::TpsQuery;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

/// Header that carries `sha256=` and the hexadecimal HMAC-SHA256 of the body.
pub const SIGNATURE_HEADER: &str = "x-pabean-tanda-tangan";

/// Longest hint that is looked at, in bytes.
const LONGEST: usize = 1024;

/// What changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum HintKind {
    /// A billing was paid; the key is its code.
    Pembayaran,
    /// Goods were stored; the key is [`pos_key`].
    Timbun,
    /// Goods stand ready for inspection; the key is [`pos_key`].
    SiapPeriksa,
    /// Goods passed the gate; the key is [`pos_key`].
    Keluar,
}

/// Body of a hint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// What changed.
    pub jenis: HintKind,
    /// Of which thing.
    pub kunci: String,
}

/// Text key of a consignment: `office/tps/BC 1.1 number/date/position`.
pub fn pos_key(query: &TpsQuery) -> String {
    let TpsQuery { kode_kantor, kode_tps, nomor_bc11, tanggal_bc11, nomor_pos } = query;
    format!("{kode_kantor}/{kode_tps}/{nomor_bc11}/{tanggal_bc11}/{nomor_pos}")
}

/// Value of [`SIGNATURE_HEADER`] for `body`.
pub fn sign(secret: &[u8], body: &[u8]) -> String {
    let code = mac(secret, body).map(|mac| hex::encode(mac.finalize().into_bytes())).unwrap_or_default();
    format!("sha256={code}")
}

/// Whether `header` signs `body`; compares in constant time.
pub fn verify(secret: &[u8], body: &[u8], header: &str) -> bool {
    let Some(code) = header.strip_prefix("sha256=").and_then(|code| hex::decode(code).ok()) else { return false };
    mac(secret, body).is_some_and(|mac| mac.verify_slice(&code).is_ok())
}

/// The hint in `body` when the signature holds and it reads well.
pub fn read_hint(secret: &[u8], body: &[u8], header: &str) -> Option<Hint> {
    if body.len() > LONGEST || !verify(secret, body, header) {
        return None;
    }
    serde_json::from_slice(body).ok()
}

/// An HMAC accepts a key of any length, so this is never `None`; a missing code never verifies.
fn mac(secret: &[u8], body: &[u8]) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).ok()?;
    mac.update(body);
    Some(mac)
}
