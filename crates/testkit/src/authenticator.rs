//! A passkey authenticator with the browser around it: what tests log in with where no browser runs.

use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};

/// Holds one key for one site. Everything that a test may want to be wrong is open.
pub struct Authenticator {
    pkcs8: Vec<u8>,
    /// Its name of the key.
    pub id: Vec<u8>,
    /// Signatures so far; one more at each.
    pub counter: u32,
    /// Where the browser says it is.
    pub origin: String,
    /// The site's name.
    pub site: String,
    /// User present 1, user verified 4.
    pub flags: u8,
}

fn text(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let bits = |chunk: &[u8]| {
        let word = chunk.iter().fold(0_u32, |word, byte| word << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        (0..=chunk.len()).map(move |n| char::from(SIGNS[(word >> (18 - 6 * n)) as usize & 63])).collect::<String>()
    };
    bytes.chunks(3).map(bits).collect()
}

impl Authenticator {
    /// For a public address such as `https://portal.contoh.example`.
    pub fn new(base_url: &str) -> Self {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
        let pkcs8 = pkcs8.as_ref().to_vec();
        let id = digest(&SHA256, &pkcs8).as_ref()[..16].to_vec();
        let host = base_url.split("://").nth(1).unwrap().split(':').next().unwrap().to_owned();
        Self { pkcs8, id, counter: 0, origin: base_url.to_owned(), site: host, flags: 5 }
    }

    /// A second one with the same key, as a thief would have.
    #[must_use]
    pub fn copy(&self) -> Self {
        let Self { pkcs8, id, counter, origin, site, flags } = self;
        Self {
            pkcs8: pkcs8.clone(),
            id: id.clone(),
            counter: *counter,
            origin: origin.clone(),
            site: site.clone(),
            flags: *flags,
        }
    }

    fn pair(&self) -> EcdsaKeyPair {
        EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &self.pkcs8, &SystemRandom::new()).unwrap()
    }

    fn client_data(&self, kind: &str, options: &Value) -> Vec<u8> {
        json!({ "type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": false })
            .to_string()
            .into_bytes()
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let mut data = digest(&SHA256, self.site.as_bytes()).as_ref().to_vec();
        data.push(flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// The COSE key: EC2, ES256, P-256.
    pub fn cose(&self) -> Vec<u8> {
        let pair = self.pair();
        let point = pair.public_key().as_ref();
        let mut key = vec![0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32];
        key.extend(&point[1..33]);
        key.extend([0x22, 0x58, 32]);
        key.extend(&point[33..]);
        key
    }

    /// Answers a registration: client data and attestation object.
    pub fn created(&self, options: &str) -> (Vec<u8>, Vec<u8>) {
        let options: Value = serde_json::from_str(options).unwrap();
        let mut data = self.data(self.flags | 0x40);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
        data.extend(&self.id);
        data.extend(self.cose());
        let mut object = vec![0xa3, 0x63];
        object.extend(b"fmt");
        object.push(0x64);
        object.extend(b"none");
        object.push(0x67);
        object.extend(b"attStmt");
        object.extend([0xa0, 0x68]);
        object.extend(b"authData");
        object.push(0x59);
        object.extend(u16::try_from(data.len()).unwrap().to_be_bytes());
        object.extend(data);
        (self.client_data("webauthn.create", &options), object)
    }

    /// The same, as the page posts it.
    pub fn create(&self, options: &str) -> String {
        let (client, object) = self.created(options);
        json!({ "clientData": text(&client), "attestation": text(&object) }).to_string()
    }

    /// Answers a log-in: client data, authenticator data, signature.
    pub fn asserted(&mut self, options: &str) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
        let options: Value = serde_json::from_str(options).unwrap();
        self.counter += 1;
        let (client, data) = (self.client_data("webauthn.get", &options), self.data(self.flags));
        let signed = [data.as_slice(), digest(&SHA256, &client).as_ref()].concat();
        let signature = self.pair().sign(&SystemRandom::new(), &signed).unwrap();
        (client, data, signature.as_ref().to_vec())
    }

    /// The same, as the page posts it.
    pub fn get(&mut self, options: &str) -> String {
        let (client, data, signature) = self.asserted(options);
        json!({
            "id": text(&self.id),
            "clientData": text(&client),
            "authenticatorData": text(&data),
            "signature": text(&signature),
        })
        .to_string()
    }
}
