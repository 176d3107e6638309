//! What a relying party checks of passkeys (W3C Web Authentication, level 3, 7.1 and 7.2): pure, from bytes to an answer.
//!
//! Attestation is neither asked for nor believed: a passkey proves that the same device came back, not who made it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ciborium::Value;
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

/// Longest piece that is looked at, bytes.
const LONGEST: usize = 16 * 1024;
/// Longest name that an authenticator may give to a key, bytes.
const LONGEST_ID: usize = 1023;
/// User present: somebody touched it.
const PRESENT: u8 = 1;
/// Data of a new key follow.
const ATTESTED: u8 = 1 << 6;

/// Algorithms that we can check, in the order in which we like them: Ed25519, ES256, RS256.
pub(super) const ALGORITHMS: [i64; 3] = [-8, -7, -257];

/// Why an answer does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    /// Cannot be read.
    Malformed,
    /// Made for something else.
    Purpose,
    /// Made for another session, or for one that went on since.
    Challenge,
    /// Made on a page of another site.
    Origin,
    /// Nobody touched the authenticator.
    Absent,
    /// A kind of key that we cannot check.
    Algorithm,
    /// Not signed by the key.
    Signature,
}

/// The site that passkeys belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Site {
    /// Scheme, host and port.
    origin: String,
    /// Host: the name under which authenticators keep keys.
    pub id: String,
}

impl Site {
    /// The site of a public address; none where browsers refuse passkeys: without TLS elsewhere than on `localhost`, and
    /// under a bare network address.
    pub fn of(base_url: &str) -> Option<Self> {
        let (scheme, rest) = base_url.split_once("://")?;
        let authority = rest.split('/').next()?.to_ascii_lowercase();
        let host = authority.rsplit_once(':').map_or(authority.as_str(), |(host, _)| host);
        let named = !host.is_empty() && !host.starts_with('[') && host.parse::<std::net::IpAddr>().is_err();
        let safe = scheme == "https" || host == "localhost" || host.ends_with(".localhost");
        (named && safe).then(|| Self { id: host.to_owned(), origin: format!("{scheme}://{authority}") })
    }
}

/// What a ceremony was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ceremony {
    /// Registration.
    Create,
    /// Log-in.
    Get,
}

/// A key that was made just now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NewKey {
    /// The authenticator's name of it.
    pub id: Vec<u8>,
    /// COSE key.
    pub public_key: Vec<u8>,
    /// Signatures so far.
    pub counter: u32,
}

/// What a browser answers to a registration.
pub(super) struct Created<'a> {
    /// What the browser saw.
    pub client_data: &'a [u8],
    /// What the authenticator made.
    pub attestation: &'a [u8],
}

/// What a browser answers at a log-in.
pub(super) struct Asserted<'a> {
    /// What the browser saw.
    pub client_data: &'a [u8],
    /// What the authenticator saw.
    pub authenticator_data: &'a [u8],
    /// Over both.
    pub signature: &'a [u8],
}

#[derive(Deserialize)]
struct ClientData {
    r#type: String,
    challenge: String,
    origin: String,
    #[serde(rename = "crossOrigin", default)]
    cross_origin: bool,
}

fn check_client(site: &Site, ceremony: Ceremony, challenge: &[u8], bytes: &[u8]) -> Result<(), Wrong> {
    if bytes.len() > LONGEST {
        return Err(Wrong::Malformed);
    }
    let data: ClientData = serde_json::from_slice(bytes).map_err(|_| Wrong::Malformed)?;
    let wanted = match ceremony {
        Ceremony::Create => "webauthn.create",
        Ceremony::Get => "webauthn.get",
    };
    if data.r#type != wanted {
        return Err(Wrong::Purpose);
    }
    if URL_SAFE_NO_PAD.decode(&data.challenge).map_err(|_| Wrong::Malformed)? != challenge {
        return Err(Wrong::Challenge);
    }
    if data.origin != site.origin || data.cross_origin {
        return Err(Wrong::Origin);
    }
    Ok(())
}

/// What every authenticator data begins with.
struct Head<'a> {
    flags: u8,
    counter: u32,
    rest: &'a [u8],
}

fn head<'a>(site: &Site, data: &'a [u8]) -> Result<Head<'a>, Wrong> {
    let (hash, rest) = data.split_at_checked(32).ok_or(Wrong::Malformed)?;
    let (&[flags, a, b, c, d], rest) = rest.split_first_chunk::<5>().ok_or(Wrong::Malformed)?;
    if hash != Sha256::digest(site.id.as_bytes()).as_slice() {
        return Err(Wrong::Origin);
    }
    if flags & PRESENT == 0 {
        return Err(Wrong::Absent);
    }
    Ok(Head { flags, counter: u32::from_be_bytes([a, b, c, d]), rest })
}

/// Checks a registration; gives the key.
pub(super) fn created(site: &Site, challenge: &[u8], answer: &Created<'_>) -> Result<NewKey, Wrong> {
    check_client(site, Ceremony::Create, challenge, answer.client_data)?;
    let object = cbor(&mut { answer.attestation })?;
    let data = member(&object, &Value::Text("authData".into())).and_then(Value::as_bytes).ok_or(Wrong::Malformed)?;
    let head = head(site, data)?;
    if head.flags & ATTESTED == 0 {
        return Err(Wrong::Malformed);
    }
    // The model's id, which says nothing that we would believe, then the length of the key's name.
    let (&[.., high, low], rest) = head.rest.split_first_chunk::<18>().ok_or(Wrong::Malformed)?;
    let length = usize::from(u16::from_be_bytes([high, low]));
    let (id, mut rest) = rest.split_at_checked(length).ok_or(Wrong::Malformed)?;
    if id.is_empty() || id.len() > LONGEST_ID {
        return Err(Wrong::Malformed);
    }
    let before = rest;
    cbor(&mut rest)?;
    let public_key = before.get(..before.len() - rest.len()).ok_or(Wrong::Malformed)?.to_vec();
    Key::read(&public_key)?;
    Ok(NewKey { id: id.to_vec(), public_key, counter: head.counter })
}

/// Checks a log-in with a COSE key; gives the counter that was signed.
pub(super) fn asserted(site: &Site, challenge: &[u8], public_key: &[u8], answer: &Asserted<'_>) -> Result<u32, Wrong> {
    check_client(site, Ceremony::Get, challenge, answer.client_data)?;
    let head = head(site, answer.authenticator_data)?;
    let mut signed = answer.authenticator_data.to_vec();
    signed.extend_from_slice(&Sha256::digest(answer.client_data));
    Key::read(public_key)?.verify(&signed, answer.signature)?;
    Ok(head.counter)
}

/// A public key.
enum Key {
    P256(Vec<u8>),
    Ed25519(Vec<u8>),
    Rsa { n: Vec<u8>, e: Vec<u8> },
}

impl Key {
    /// Reads a COSE key (RFC 9053): kind 1, algorithm 3, then what the kind has.
    fn read(bytes: &[u8]) -> Result<Self, Wrong> {
        let map = cbor(&mut { bytes })?;
        let number = |key: i64| member(&map, &Value::from(key)).and_then(Value::as_integer).map(i128::from);
        let part =
            |key: i64| member(&map, &Value::from(key)).and_then(Value::as_bytes).cloned().ok_or(Wrong::Malformed);
        match (number(1), number(3), number(-1)) {
            (Some(2), Some(-7), Some(1)) => {
                let (x, y) = (part(-2)?, part(-3)?);
                if (x.len(), y.len()) != (32, 32) {
                    return Err(Wrong::Malformed);
                }
                Ok(Self::P256([&[4], x.as_slice(), y.as_slice()].concat()))
            }
            (Some(1), Some(-8), Some(6)) => {
                let point = part(-2)?;
                if point.len() == 32 { Ok(Self::Ed25519(point)) } else { Err(Wrong::Malformed) }
            }
            (Some(3), Some(-257), _) => Ok(Self::Rsa { n: part(-1)?, e: part(-2)? }),
            _ => Err(Wrong::Algorithm),
        }
    }

    fn verify(&self, signed: &[u8], signature: &[u8]) -> Result<(), Wrong> {
        let outcome = match self {
            Self::P256(point) => UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(signed, signature),
            Self::Ed25519(point) => UnparsedPublicKey::new(&ED25519, point).verify(signed, signature),
            Self::Rsa { n, e } => {
                RsaPublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, signed, signature)
            }
        };
        outcome.map_err(|_| Wrong::Signature)
    }
}

/// Reads one value and moves on behind it.
fn cbor(bytes: &mut &[u8]) -> Result<Value, Wrong> {
    if bytes.len() > LONGEST {
        return Err(Wrong::Malformed);
    }
    ciborium::de::from_reader_with_recursion_limit(bytes, 8).map_err(|_| Wrong::Malformed)
}

fn member<'a>(map: &'a Value, key: &Value) -> Option<&'a Value> {
    map.as_map()?.iter().find(|(known, _)| known == key).map(|(_, value)| value)
}

#[cfg(test)]
#[path = "webauthn_tests.rs"]
mod tests;
