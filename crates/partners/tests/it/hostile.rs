//! Partners that answer badly: never a panic, never a wait beyond the limit, always a fault worth trying again.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

use app::ports::{Insw, Mpn, PartnerFault, Tps};

use crate::world::{HandClock, aju, goods, impatient, lartas, partners};

/// Serves every connection with `play` on a thread of its own; returns the address.
fn raw(play: impl Fn(TcpStream) + Send + Sync + Clone + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let play = play.clone();
            std::thread::spawn(move || play(stream));
        }
    });
    address
}

fn read_some(stream: &mut TcpStream) {
    let mut buffer = [0; 4096];
    let _ = stream.read(&mut buffer);
}

/// Ends the connection in order: closing it with unread bytes would cut the answer off.
fn finish(mut stream: TcpStream) {
    let _ = stream.shutdown(std::net::Shutdown::Write);
    let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
    while stream.read(&mut [0; 4096]).is_ok_and(|n| n > 0) {}
}

/// Answers every request with `head` and `body`, then closes.
fn answering(head: &'static str, body: impl Into<Vec<u8>>) -> String {
    let body = body.into();
    raw(move |mut stream| {
        read_some(&mut stream);
        let length = body.len();
        let _ = write!(stream, "HTTP/1.1 {head}\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n");
        let _ = stream.write_all(&body);
        finish(stream);
    })
}

fn ask(address: &str) -> PartnerFault {
    let begun = Instant::now();
    let partners = impatient(&HandClock::new(), address);
    let fault = partners.mpn.billing_status("412345678901234").unwrap_err();
    assert!(begun.elapsed() < Duration::from_secs(5), "took {:?}", begun.elapsed());
    fault
}

/// Expects a transient fault whose reason contains `reason`.
fn check(address: &str, reason: &str) {
    match ask(address) {
        PartnerFault::Down { partner: "MPN", reason: given } => {
            assert!(given.contains(reason), "{given:?} should contain {reason:?}");
            assert!(given.chars().count() <= 500, "{given}");
        }
        other => panic!("{other:?} should be Down with {reason:?}"),
    }
}

const JSON: &str = "200 OK\r\ncontent-type: application/json";

#[test]
fn nobody_listens() {
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    check(&format!("http://{address}"), "connection refused");
    check("http://tidak-ada.invalid", "connect");
}

#[test]
fn https_to_a_plain_server_is_a_fault_like_any_other() {
    let address = answering(JSON, r#"{"status":"AKTIF"}"#);
    check(&address.replace("http://", "https://"), "connection failed");
}

#[test]
fn silence_and_slow_bytes_end_at_the_limit() {
    check(&raw(|mut stream| while stream.read(&mut [0; 1024]).is_ok_and(|n| n > 0) {}), "time-out");
    let drip = |mut stream: TcpStream| {
        read_some(&mut stream);
        let _ = write!(stream, "HTTP/1.1 {JSON}\r\ncontent-length: 1000000\r\n\r\n");
        while stream.write_all(b" ").is_ok() {
            std::thread::sleep(Duration::from_millis(20));
        }
    };
    check(&raw(drip), "time-out");
    let drip_head = |mut stream: TcpStream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nx: ");
        while stream.write_all(b"y").is_ok() {
            std::thread::sleep(Duration::from_millis(20));
        }
    };
    check(&raw(drip_head), "time-out");
}

#[test]
fn connections_cut_short() {
    check(&raw(drop), "connection failed");
    check(&raw(|mut stream| read_some(&mut stream)), "connection failed");
    let half = |mut stream: TcpStream| {
        read_some(&mut stream);
        let _ = write!(stream, "HTTP/1.1 {JSON}\r\ncontent-length: 100\r\n\r\n{{\"status\":");
    };
    check(&raw(half), "connection failed");
    check(
        &raw(|mut stream| {
            read_some(&mut stream);
            let _ = stream.write_all(b"\x00\xff bukan http\r\n\r\n");
        }),
        "connection failed",
    );
}

#[test]
fn answers_too_large() {
    check(&answering(JSON, vec![b' '; 10 << 20]), "answer too large");
    let endless = |mut stream: TcpStream| {
        read_some(&mut stream);
        let _ = write!(stream, "HTTP/1.1 {JSON}\r\ntransfer-encoding: chunked\r\n\r\n");
        while stream.write_all(b"1000\r\n").and_then(|()| stream.write_all(&[b' '; 4096])).is_ok() {
            if stream.write_all(b"\r\n").is_err() {
                return;
            }
        }
    };
    check(&raw(endless), "answer too large");
    let head = |mut stream: TcpStream| {
        read_some(&mut stream);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n");
        while stream.write_all(b"x-panjang: 0123456789012345678901234567890123456789\r\n").is_ok() {}
    };
    check(&raw(head), "connection failed");
}

#[test]
fn answers_that_make_no_sense() {
    check(&answering("200 OK\r\ncontent-type: text/html", "<h1>Selamat datang</h1>"), "not JSON");
    check(&answering("200 OK", r#"{"status":"AKTIF"}"#), "not JSON");
    for body in
        ["", "{", "[]", "null", r#"{"status":"ENTAH"}"#, r#"{"status":"LUNAS"}"#, "\u{0}", "{\"status\":\"AKTIF\"} x"]
    {
        check(&answering(JSON, body), "unreadable answer");
    }
    check(&answering(JSON, "[".repeat(60_000)), "unreadable answer");
    check(&answering(JSON, [0xff, 0xfe, b'{', b'}']), "unreadable answer");
}

#[test]
fn receipts_that_are_none() {
    let paid = |payment: &str| answering(JSON, format!(r#"{{"status":"LUNAS","pembayaran":[{payment}]}}"#));
    let payment = |ntpn: &str, ntb: &str, nilai: &str, npwp: &str| {
        let rest = r#""bank":"B","waktuBayar":"2019-01-02T02:00:00Z""#;
        paid(&format!(r#"{{"ntpn":"{ntpn}","ntb":"{ntb}","nilai":{nilai},"npwp":"{npwp}",{rest}}}"#))
    };
    let good = ("0123456789ABCDEF", "012345678901", "1000", "0990000010999000");
    check(&paid(""), "unexpected answer");
    check(&payment("0123", good.1, good.2, good.3), "ntpn");
    check(&payment("0123456789abcdef", good.1, good.2, good.3), "ntpn");
    check(&payment(good.0, "1", good.2, good.3), "ntb");
    check(&payment(good.0, good.1, "0", good.3), "nilai");
    check(&payment(good.0, good.1, "1e999", good.3), "unreadable answer");
    check(&payment(good.0, good.1, "99999999999999999999", good.3), "unreadable answer");
    check(&payment(good.0, good.1, good.2, "1"), "npwp");
}

#[test]
fn only_the_partners_own_words_refuse() {
    for head in ["404 Not Found\r\ncontent-type: text/html", "422 X\r\ncontent-type: text/plain", "410 Gone"] {
        check(&answering(head, r#"{"kode":"X","pesan":"y"}"#), "answered");
    }
    for status in [
        "301 Moved\r\nlocation: http://127.0.0.1:1/",
        "401 Unauthorized",
        "403 Forbidden",
        "429 Slow",
        "500 X",
        "503 X",
    ] {
        let head: &'static str = format!("{status}\r\ncontent-type: application/json").leak();
        check(&answering(head, r#"{"kode":"X","pesan":"y"}"#), "answered");
    }
    for body in ["", "{}", r#"{"kode":1}"#, r#"{"kode":"","pesan":"y"}"#] {
        check(&answering("422 X\r\ncontent-type: application/json", body), "422");
    }
    let long = format!(r#"{{"kode":"TIDAK","pesan":"\u0007baris\n{}"}}"#, "x".repeat(5000));
    match ask(&answering("422 X\r\ncontent-type: application/problem+json", long)) {
        PartnerFault::Refused { code, message, .. } => {
            assert_eq!(code, "TIDAK");
            assert!(message.starts_with("barisx") && message.len() == 500, "{message}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_adapter_survives_garbage() {
    let address = answering(JSON, r#"{"hasil": "SES"#);
    let partners = partners(&HandClock::new(), &address);
    let query = goods("000100000000");
    assert!(matches!(
        partners.insw.analyse(&lartas("r", &aju("000001"), &["84713020"], &[])),
        Err(PartnerFault::Down { partner: "INSW", .. })
    ));
    assert!(matches!(partners.tps.status(&query), Err(PartnerFault::Down { partner: "TPS", .. })));
    assert!(matches!(partners.tps.prepare(&query), Err(PartnerFault::Down { .. })));
    let code = answering(JSON, r#"{"kodeBilling":"712345678901234","berlakuSampai":"2019-01-02T02:00:00Z"}"#);
    let mpn = crate::world::partners(&HandClock::new(), &code).mpn;
    let clock = HandClock::new();
    let fault = mpn.create_billing(&crate::world::billing("b", &aju("000001"), 1000, &clock)).unwrap_err();
    assert!(fault.to_string().contains("kodeBilling"), "{fault}");
}
