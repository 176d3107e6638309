//! What each route answers.

use app::Settings;
use store::Fault;
use store::jobs::NewJob;
use store::mails::StoredMail;

use crate::support::{Answer, Portal, now};

fn check(answer: &Answer, status: u16, lang: &str, words: &str) {
    assert_eq!(answer.status, status, "{}", answer.body);
    assert!(answer.body.contains(&format!("<html lang=\"{lang}\"")), "{}", answer.body);
    assert!(answer.body.contains(words), "no «{words}» in {}", answer.body);
}

#[test]
fn the_start_page_of_a_demo_shows_accounts_and_a_journey() {
    let answer = Portal::demo().get("/");
    check(&answer, 200, "id", "Perjalanan pertama");
    check(&answer, 200, "id", "contoh.sejahtera");
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
}

#[test]
fn a_real_installation_shows_neither_accounts_nor_mail() {
    let portal = Portal::start(Settings::default());
    let home = portal.get("/");
    check(&home, 200, "id", "Alamat API");
    assert!(!home.body.contains("contoh.sejahtera") && !home.body.contains("kotak-keluar"));
    check(&portal.get("/kotak-keluar"), 404, "id", "Halaman tidak ada");
}

#[test]
fn the_language_is_remembered() {
    let portal = Portal::demo();
    let chosen = portal.get("/verifikasi?bahasa=en");
    check(&chosen, 200, "en", "Check that a letter is genuine");
    assert_eq!(chosen.cookie("bahasa"), "bahasa=en; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
    check(&portal.send("GET", "/tidak-ada", "bahasa=en"), 404, "en", "There is no such page");
    let plain = portal.get("/verifikasi");
    check(&plain, 200, "id", "/verifikasi?bahasa=en");
    assert_eq!(plain.cookie("bahasa"), "");
}

#[test]
fn a_typed_code_leads_to_its_own_address() {
    let portal = Portal::demo();
    let answer = portal.get("/verifikasi?kode=7kq2%20m9tx%204hvd");
    assert_eq!((answer.status, answer.header("location")), (303, "/verifikasi/7kq220m9tx204hvd"));
    let unknown = portal.get("/verifikasi/7KQ2-M9TX-4HVD");
    check(&unknown, 404, "id", "Kode tidak dikenal");
    check(&portal.get(&format!("/verifikasi/{}", "9".repeat(4_000))), 404, "id", "Kode tidak dikenal");
    check(&portal.get("/verifikasi/%3Cscript%3E"), 404, "id", "value=\"script\"");
    check(&portal.get("/verifikasi/%3Cscript%3E%00"), 404, "id", "Halaman tidak ada");
}

#[test]
fn the_outbox_shows_mail_as_text() {
    let portal = Portal::demo();
    check(&portal.get("/kotak-keluar"), 200, "id", "Belum ada surel");
    let put = portal.app.db().write(|tx| {
        let mail = StoredMail {
            id: "m1".into(),
            recipient: "impor@contoh.example".into(),
            subject: "<b>Surat</b>".into(),
            body: "Baris 1\n\"Baris\" 2".into(),
            at: now(),
        };
        store::mails::put(tx, &mail)
    });
    put.map_err(|fault: Fault| fault).unwrap();
    let answer = portal.get("/kotak-keluar");
    check(&answer, 200, "id", "&#60;b&#62;Surat&#60;/b&#62;");
    check(&answer, 200, "id", "5 Maret 2026 pukul 10.09.00 WIB");
}

#[test]
fn the_state_of_the_service_is_a_page_and_json() {
    let portal = Portal::demo();
    let enqueue = portal.app.db().write(|tx| {
        let job = NewJob {
            id: "j1".into(),
            kind: "kabar".into(),
            key: None,
            payload: "{}".into(),
            run_at: now() - jiff::SignedDuration::from_secs(42),
            declaration_id: None,
        };
        store::jobs::enqueue(tx, &job, now())
    });
    assert!(enqueue.map_err(|fault: Fault| fault).unwrap());
    check(&portal.get("/status-layanan"), 200, "id", "42 detik");
    check(&portal.get("/status-layanan?bahasa=en"), 200, "en", "Sending of mail");
    let answer = portal.get("/status-layanan?format=json");
    assert_eq!(answer.header("content-type"), "application/json");
    let mut json: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    json["versi"] = "X".into();
    let expected = serde_json::json!({
        "status": "gangguan", "versi": "X", "waktu": "2026-03-05T03:09:00Z", "basisData": "SQLite",
        "versiReferensi": null, "detikMenunggu": 42,
        "antrean": [{ "jenis": "kabar", "menunggu": 1, "gagal": 0 }],
        "mitra": [{ "nama": "INSW", "keadaan": "closed" }, { "nama": "MPN", "keadaan": "half-open" }],
    });
    assert_eq!(json, expected);
}

#[test]
fn the_balancer_gets_a_plain_ok() {
    let answer = Portal::demo().get("/sehat");
    assert_eq!((answer.status, answer.body.as_str()), (200, "ok"));
}

#[test]
fn other_methods_are_refused_with_a_page() {
    let answer = Portal::demo().send("POST", "/verifikasi", "bahasa=en");
    check(&answer, 405, "en", "This request is not understood");
    assert_eq!(answer.header("allow"), "GET,HEAD");
}
