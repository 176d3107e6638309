//! Billing codes and receipt numbers: drawn from a digest, so the same request gives the same code even without a
//! journal, and a restarted simulator does not repeat codes of other requests.

use sha2::{Digest, Sha256};

const ALPHABET: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

fn draw(secret: &str, parts: &[&str]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in [secret].iter().chain(parts) {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().into()
}

fn text(bytes: &[u8], radix: u8, length: usize) -> String {
    bytes.iter().take(length).map(|b| char::from(ALPHABET[usize::from(b % radix)])).collect()
}

/// 15 digits, the first one 4 to 6 (rules 7.1); `attempt` counts on when a code is taken.
pub fn billing_code(secret: &str, request_id: &str, attempt: u32) -> String {
    let bytes = draw(secret, &["billing", request_id, &attempt.to_string()]);
    let first = char::from(b'4' + bytes[0] % 3);
    format!("{first}{}", text(&bytes[1..], 10, 14))
}

/// 16 characters of 0–9 and A–Z (rules 7.2).
pub fn ntpn(secret: &str, kode_billing: &str, index: usize) -> String {
    text(&draw(secret, &["ntpn", kode_billing, &index.to_string()]), 36, 16)
}

/// 12 digits (rules 7.2).
pub fn ntb(secret: &str, kode_billing: &str, index: usize) -> String {
    text(&draw(secret, &["ntb", kode_billing, &index.to_string()]), 10, 12)
}

/// 13 digits for a company nobody described.
pub fn nib(secret: &str, npwp: &str) -> String {
    format!("9{}", text(&draw(secret, &["nib", npwp]), 10, 12))
}

/// Digest of a request, to tell a repeat from another request under the same key.
pub fn fingerprint(secret: &str, content: &str) -> String {
    hex::encode(draw(secret, &["isi", content]))
}
