use testkit::Authenticator;

use super::*;

const HOME: &str = "https://portal.contoh.example";
const CHALLENGE: [u8; 32] = [7; 32];

fn site() -> Site {
    Site::of(HOME).unwrap()
}

fn options() -> String {
    serde_json::json!({ "challenge": URL_SAFE_NO_PAD.encode(CHALLENGE) }).to_string()
}

fn register(authenticator: &Authenticator, challenge: &[u8]) -> Result<NewKey, Wrong> {
    let (client_data, attestation) = authenticator.created(&options());
    created(&site(), challenge, &Created { client_data: &client_data, attestation: &attestation })
}

fn log_in(authenticator: &mut Authenticator, challenge: &[u8], key: &[u8]) -> Result<u32, Wrong> {
    let (client_data, authenticator_data, signature) = authenticator.asserted(&options());
    let answer = Asserted { client_data: &client_data, authenticator_data: &authenticator_data, signature: &signature };
    asserted(&site(), challenge, key, &answer)
}

#[test]
fn a_key_is_registered_and_logs_in() {
    let mut one = Authenticator::new(HOME);
    one.counter = 3;
    let key = register(&one, &CHALLENGE).unwrap();
    assert_eq!(key, NewKey { id: one.id.clone(), public_key: one.cose(), counter: 3 });
    assert_eq!(log_in(&mut one, &CHALLENGE, &key.public_key), Ok(4));
    let other = Authenticator::new(HOME).cose();
    assert_eq!(log_in(&mut one, &CHALLENGE, &other), Err(Wrong::Signature));
}

#[test]
fn what_was_made_elsewhere_for_others_or_by_nobody_is_refused() {
    let good = || Authenticator::new(HOME);
    for origin in
        ["https://portal.contoh.example.lain.example", "http://portal.contoh.example", "https://contoh.example"]
    {
        let mut wrong = good();
        wrong.origin = origin.into();
        assert_eq!(register(&wrong, &CHALLENGE), Err(Wrong::Origin), "{origin}");
        let key = wrong.cose();
        assert_eq!(log_in(&mut wrong, &CHALLENGE, &key), Err(Wrong::Origin), "{origin}");
    }
    let mut wrong = good();
    wrong.site = "contoh.example".into();
    assert_eq!(register(&wrong, &CHALLENGE), Err(Wrong::Origin));
    let mut wrong = good();
    wrong.flags = 4;
    assert_eq!(register(&wrong, &CHALLENGE), Err(Wrong::Absent));
    let key = wrong.cose();
    assert_eq!(log_in(&mut wrong, &CHALLENGE, &key), Err(Wrong::Absent));
    assert_eq!(register(&good(), &[8; 32]), Err(Wrong::Challenge));
    let mut right = good();
    let key = right.cose();
    assert_eq!(log_in(&mut right, &[8; 32], &key), Err(Wrong::Challenge));
}

#[test]
fn a_registration_is_no_log_in() {
    let one = Authenticator::new(HOME);
    let (client_data, _) = one.created(&options());
    let answer = Asserted { client_data: &client_data, authenticator_data: &[], signature: &[] };
    assert_eq!(asserted(&site(), &CHALLENGE, &one.cose(), &answer), Err(Wrong::Purpose));
    let framed = String::from_utf8(client_data).unwrap().replace("false", "true");
    let answer = Created { client_data: framed.as_bytes(), attestation: &[] };
    assert_eq!(created(&site(), &CHALLENGE, &answer), Err(Wrong::Origin), "inside somebody's frame");
}

#[test]
fn changed_bits_never_pass() {
    let mut one = Authenticator::new(HOME);
    let key = one.cose();
    let (client_data, data, signature) = one.asserted(&options());
    for n in 0..data.len() * 8 {
        let mut changed = data.clone();
        changed[n / 8] ^= 1 << (n % 8);
        let answer = Asserted { client_data: &client_data, authenticator_data: &changed, signature: &signature };
        assert!(asserted(&site(), &CHALLENGE, &key, &answer).is_err(), "bit {n}");
    }
    for n in 0..signature.len() * 8 {
        let mut changed = signature.clone();
        changed[n / 8] ^= 1 << (n % 8);
        let answer = Asserted { client_data: &client_data, authenticator_data: &data, signature: &changed };
        assert!(asserted(&site(), &CHALLENGE, &key, &answer).is_err(), "bit {n}");
    }
}

#[test]
fn anything_may_come_instead_of_an_attestation() {
    let one = Authenticator::new(HOME);
    let (client_data, attestation) = one.created(&options());
    let offer = |bytes: &[u8]| created(&site(), &CHALLENGE, &Created { client_data: &client_data, attestation: bytes });
    for length in 0..attestation.len() {
        assert!(offer(&attestation[..length]).is_err(), "cut after {length}");
    }
    let deep = vec![0x81; 10_000];
    let huge = vec![0x5b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
    for bytes in [deep, huge, vec![0; LONGEST + 1], vec![0xbf; 300]] {
        assert_eq!(offer(&bytes), Err(Wrong::Malformed));
    }
}

/// Made with another program: RSA as Windows has it.
#[test]
fn rsa_keys_are_checked_too() {
    let key = URL_SAFE_NO_PAD.decode("pAEDAzkBACBZAQCKnmfDUKCbpYu1ICSo0u-nS4fQNRB2iGRfsJ4kIkf1JmlczMBDXjLDAZ1320mFlAg-Fo3jO3SSakVYkQnwpFew3FGF-Kph7_Zb6kVZ6bc8-GbeSS2oKERCqQGVyQ6z-LqibuLfb9Gc0uBIDV1RuTjJic3jZmHLc8o_caKpsXvpOGy3N9ODcJGXayNpRkJTuR_JZ87nBLwdoeOY7P9c08-6y6Ue4FepA9D6HBPQ4HDIValAV5wNshQA1w53iWqfRHqrj7CE0qjeqabP2eaS3GZvkzkP_rYVa7uC-HKujnIJpFDauwglt2Pw4L_TOKvDGXmhwI_WSLkMjEPkvVny7ul5IUMBAAE").unwrap();
    let signature = URL_SAFE_NO_PAD.decode("G_eqY03jAvv4Y2pTwfonxdZ3Hp9RhMQMGjLkkUdp9zhe8JOLEyW-DeiWKLxvIpuDUarHZifgIvTJZVuF5ElUREC7MAmwOP1hEc3BxfH6sEfqrJ14jy9DaEEhR7Ma2WaSRBGPuyCsdWBoee_3VwiaKFdNdu13x3_ddVnAG3m-77ZObCqKiABx4Th2-ByiVW_37zNAPgckru_qB7DuzoaAKPQ12CYNBZZmjLgTP8q2AEB6LbtrLeZDR55aX2otgvzS3QUC2zhjMP7JNMndknHKHJlcDAAmAfMZUcDRP17XiJAScGpQVB0ewi-aPKR6Rgz0ikw7IPSpN4TgSvjad-2Yyw").unwrap();
    let client_data = format!(
        r#"{{"type":"webauthn.get","challenge":"{}","origin":"{HOME}","crossOrigin":false}}"#,
        URL_SAFE_NO_PAD.encode(CHALLENGE)
    );
    let mut data = Sha256::digest(b"portal.contoh.example").to_vec();
    data.extend([5, 0, 0, 0, 9]);
    let answer = Asserted { client_data: client_data.as_bytes(), authenticator_data: &data, signature: &signature };
    assert_eq!(asserted(&site(), &CHALLENGE, &key, &answer), Ok(9));
    data[36] = 10;
    let answer = Asserted { client_data: client_data.as_bytes(), authenticator_data: &data, signature: &signature };
    assert_eq!(asserted(&site(), &CHALLENGE, &key, &answer), Err(Wrong::Signature));
}

#[test]
fn ed25519_keys_are_checked_too() {
    use ring::signature::{Ed25519KeyPair, KeyPair as _};
    let pair = Ed25519KeyPair::from_seed_unchecked(&[3; 32]).unwrap();
    let mut key = vec![0xa4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21, 0x58, 32];
    key.extend(pair.public_key().as_ref());
    assert_eq!(Key::read(&key).map(|key| key.verify(b"isi", pair.sign(b"isi").as_ref())), Ok(Ok(())));
    assert!(matches!(Key::read(&key).unwrap().verify(b"lain", pair.sign(b"isi").as_ref()), Err(Wrong::Signature)));
    key[5] = 0x26;
    assert!(matches!(Key::read(&key), Err(Wrong::Algorithm)));
}

#[test]
fn passkeys_need_a_name_and_encryption() {
    let id = |url: &str| Site::of(url).map(|site| site.id);
    assert_eq!(id("https://Portal.contoh.example/"), Some("portal.contoh.example".into()));
    assert_eq!(id("http://localhost:8080"), Some("localhost".into()));
    for url in [
        "http://portal.contoh.example",
        "https://192.0.2.1",
        "https://[2001:db8::1]:8443",
        "http://127.0.0.1:8080",
        "x",
    ] {
        assert_eq!(id(url), None, "{url}");
    }
}
