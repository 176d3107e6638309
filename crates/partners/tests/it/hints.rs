//! Hints: signed, retried a little, and harmless when nobody listens.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use app::ports::{Mpn, Tps};
use partners::simulator::HINT_TRIES;
use partners::{Hint, HintKind, SIGNATURE_HEADER, pos_key, read_hint, sign, verify};
use serde_json::json;

use crate::world::{Seen, aju, billing, goods, wait_until, world_with};

const SECRET: &str = "kunci-uji";

/// A receiver that answers with `status` and keeps body and signature of what came.
fn receiver(status: &'static str) -> (String, Seen<(Vec<u8>, String)>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/kabar", listener.local_addr().unwrap());
    let seen: Seen<(Vec<u8>, String)> = Arc::new(Mutex::new(Vec::new()));
    let kept = seen.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let mut reader = BufReader::new(stream);
            let (mut length, mut signature) = (0, String::new());
            for line in reader.by_ref().lines().map_while(Result::ok).take_while(|line| !line.is_empty()) {
                let (name, value) = line.split_once(": ").unwrap_or_default();
                match name.to_ascii_lowercase().as_str() {
                    "content-length" => length = value.parse().unwrap(),
                    SIGNATURE_HEADER => signature.push_str(value),
                    _ => {}
                }
            }
            let mut body = vec![0; length];
            reader.read_exact(&mut body).unwrap();
            kept.lock().unwrap().push((body, signature));
            let answer = format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
            reader.into_inner().write_all(answer.as_bytes()).unwrap();
        }
    });
    (url, seen)
}

#[test]
fn payment_and_goods_are_hinted_with_a_signature() {
    let (url, seen) = receiver("204 No Content");
    let world = world_with(|config| {
        config.callback_url = Some(url);
        config.secret = SECRET.to_owned();
        config.tick = std::time::Duration::from_millis(20);
    });
    let kode = world.partners.mpn.create_billing(&billing("b1", &aju("000001"), 5000, &world.clock)).unwrap();
    world.pay(&kode, &json!({}));
    let query = goods("000100009902");
    world.partners.tps.status(&query).unwrap();
    world.partners.tps.prepare(&query).unwrap();
    world.partners.tps.release(&query, "1/SPPB", jiff::civil::date(2019, 1, 2)).unwrap();
    wait_until("the hint of the payment", || seen.lock().unwrap().len() == 1);
    world.clock.pass(60);
    wait_until("the hints of the goods, without a question", || seen.lock().unwrap().len() == 4);

    let hint = |jenis, kunci: String| Hint { jenis, kunci };
    let got: Vec<_> =
        seen.lock().unwrap().iter().map(|(body, signature)| read_hint(SECRET.as_bytes(), body, signature)).collect();
    let key = pos_key(&query);
    let expect = [
        hint(HintKind::Pembayaran, kode),
        hint(HintKind::Timbun, key.clone()),
        hint(HintKind::SiapPeriksa, key.clone()),
        hint(HintKind::Keluar, key),
    ];
    assert_eq!(got, expect.map(Some));
    let (body, _) = &seen.lock().unwrap()[1];
    assert_eq!(
        String::from_utf8_lossy(body),
        r#"{"jenis":"TIMBUN","kunci":"040300/KOJA/000123/2019-01-02/000100009902"}"#
    );
}

#[test]
fn a_receiver_that_fails_is_tried_a_few_times_and_holds_nothing_up() {
    let (url, seen) = receiver("500 Internal Server Error");
    let world = world_with(|config| config.callback_url = Some(url));
    let kode = world.partners.mpn.create_billing(&billing("b1", &aju("000001"), 5000, &world.clock)).unwrap();
    let begun = std::time::Instant::now();
    assert_eq!(world.pay(&kode, &json!({})).0, 200);
    assert!(begun.elapsed().as_secs() < 2);
    let tries = HINT_TRIES as usize;
    wait_until("all tries", || seen.lock().unwrap().len() == tries);
    std::thread::sleep(std::time::Duration::from_millis(700));
    assert_eq!(seen.lock().unwrap().len(), tries);
}

#[test]
fn only_the_right_signature_verifies() {
    // RFC 4231, test case 2.
    let header = sign(b"Jefe", b"what do ya want for nothing?");
    assert_eq!(header, "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    assert!(verify(b"Jefe", b"what do ya want for nothing?", &header));
    assert!(!verify(b"Jefe", b"what do ya want for nothing!", &header));
    assert!(!verify(b"jefe", b"what do ya want for nothing?", &header));
    for bad in ["", "sha256=", "sha256=zz", "sha1=5bdcc1", &header[..20]] {
        assert!(!verify(b"Jefe", b"what do ya want for nothing?", bad), "{bad}");
    }
    let large = vec![b' '; 5000];
    assert_eq!(read_hint(b"k", &large, &sign(b"k", &large)), None);
    assert_eq!(read_hint(b"k", b"{}", &sign(b"k", b"{}")), None);
}
