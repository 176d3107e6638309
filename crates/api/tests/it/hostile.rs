//! Bytes that are no document: a clear answer with the place, never our fault, nothing stored.

use serde_json::json;
use testkit::{Client, House, on_both};

use crate::support::{changed, nothing_stored, refusal};

/// Every way in refuses `body` at `pointer` with `code` and says the line and column.
#[track_caller]
fn refused(client: &Client, what: &str, body: &[u8], (code, pointer): (&str, &str)) {
    for path in ["/document?isFinal=true", "/document", "/document/check"] {
        let answer = client.post(path, body);
        assert_eq!(answer.status, 400, "{what} {path}: {}", answer.text());
        let answer = answer.json();
        assert_eq!(answer["status"], "Failed", "{what}");
        let finding = &answer["temuan"][0];
        assert_eq!(
            (finding["code"].as_str(), finding["pointer"].as_str()),
            (Some(code), Some(pointer)),
            "{what}: {answer}"
        );
        assert!(finding["line"].as_u64() >= Some(1) && finding["column"].as_u64() >= Some(1), "{what}: {answer}");
        let line = answer["message"][0].as_str().unwrap();
        assert!(line.contains(finding["message"].as_str().unwrap()), "{what}: {answer}");
        assert!(!finding["messageEn"].as_str().unwrap().is_empty());
    }
}

fn with(house: &House, text: &str, by: &str) -> Vec<u8> {
    let body = house.document(1, 1);
    assert!(body.contains(text), "{text} is in the example");
    body.replacen(text, by, 1).into_bytes()
}

on_both! {
    fn what_cannot_be_read_is_refused_with_its_place(house) {
        let client = house.importer();
        let right = house.document(1, 1);
        refused(&client, "empty", b"", ("JSON-BENTUK", ""));
        refused(&client, "no JSON", b"nomorAju=1", ("JSON-BENTUK", ""));
        refused(&client, "cut off", &right.as_bytes()[..right.len() - 1], ("JSON-BENTUK", ""));
        refused(&client, "two values", format!("{right}{right}").as_bytes(), ("JSON-BENTUK", ""));
        refused(&client, "a comma too many", &with(house, "\"bruto\":", "\"bruto\":,"), ("JSON-BENTUK", "bruto"));
        refused(&client, "duplicate", &with(house, "\"bruto\":", "\"netto\":1,\"bruto\":"), ("JSON-GANDA", "netto"));
        let mut latin1 = right.replacen("Manajer", "Direct~ur", 1).into_bytes();
        let at = latin1.iter().position(|b| *b == b'~').unwrap();
        latin1[at] = 0xe9;
        refused(&client, "latin-1", &latin1, ("JSON-UTF8", "jabatanTtd"));
        let utf16: Vec<u8> = right.encode_utf16().flat_map(u16::to_le_bytes).collect();
        refused(&client, "UTF-16", &utf16, ("JSON-BENTUK", ""));
        nothing_stored(&client, &house.aju(1));
    }

    fn too_much_is_refused_with_its_place(house) {
        let client = house.importer();
        let huge = with(house, "\"bruto\":", "\"bruto\":1e999999,\"x\":");
        refused(&client, "an endless number", &huge, ("JSON-ANGKA", "bruto"));
        let long = format!("\"bruto\":\"{}\",\"x\":", "9".repeat(20_001));
        refused(&client, "an endless text", &with(house, "\"bruto\":", &long), ("JSON-PANJANG", "bruto"));
        let goods = "{},".repeat(100_000);
        let goods = with(house, "\"barang\":[", &format!("\"barang\":[{goods}"));
        refused(&client, "100,000 goods lines", &goods, ("JSON-BARIS", "barang"));
        let deep = format!("\"x\":{}{},\"bruto\":", "[".repeat(100_000), "]".repeat(100_000));
        let deep = with(house, "\"bruto\":", &deep);
        let pointer = format!("x{}", "[0]".repeat(31));
        refused(&client, "100,000 levels", &deep, ("JSON-DALAM", &pointer));
        nothing_stored(&client, &house.aju(1));
    }

    fn a_body_beyond_the_bound_is_refused_in_words(house) {
        let client = house.importer();
        let body = vec![b' '; 25 << 20];
        for path in ["/document?isFinal=true", "/document", "/document/check"] {
            let answer = client.post(path, &body).expect(413).json();
            let words = "Isi permintaan lebih dari 20 MB; pecah menjadi beberapa dokumen.";
            assert_eq!(answer, json!({ "status": "Failed", "message": words, "nomorAju": null }));
        }
        house.stranger().on("").post("/nle-oauth/v1/user/login", &body).expect(413);
        nothing_stored(&client, &house.aju(1));
    }

    fn wrong_types_are_findings_at_their_member(house) {
        let client = house.importer();
        let right = house.document(1, 1);
        for body in ["[]", "null", "12", "\"x\"", "true", "{}"] {
            let answer = client.submit(body).expect(400).json();
            assert!(!answer["temuan"].as_array().unwrap().is_empty(), "{body}: {answer}");
        }
        let wrong = [
            ("bruto", json!(1e30)),
            ("bruto", json!(-1)),
            ("bruto", json!([1])),
            ("jumlahKontainer", json!(1.5)),
            ("jumlahKontainer", json!(99_999_999_999_999_i64)),
            ("ndpbm", json!({ "nilai": 16300 })),
            ("barang", json!("tiga baris")),
            ("entitas", json!([1, null, "x"])),
            ("tanggalTiba", json!("2026-02-30")),
            ("kodeValuta", json!(840)),
        ];
        for (member, value) in wrong {
            let body = changed(&right, |d| d[member] = value.clone());
            let answer = client.submit(&body).expect(400).json();
            let pointers = answer["temuan"].as_array().unwrap().iter().filter_map(|f| f["pointer"].as_str());
            assert!(pointers.clone().any(|p| p.starts_with(member)), "{member} {value}: {answer:#}");
        }
        nothing_stored(&client, &house.aju(1));
    }

    fn unprintable_texts_are_kept_or_refused_but_break_nothing(house) {
        let client = house.importer();
        let odd = ["\u{0}", "PT \u{0} Contoh", "\u{feff}PT Contoh", "\u{202e}hotnoC TP", "PT 🚢", "\u{ffff}"];
        for (sequence, text) in (1..).zip(odd) {
            let body = changed(&house.document(sequence, sequence), |d| {
                d["entitas"][0]["namaEntitas"] = json!(text);
                d["namaTtd"] = json!(text);
                d["barang"][0]["uraian"] = json!(text);
                d["kodeKantor"] = json!(text);
                d[text] = json!(text);
            });
            for path in ["/document/check", "/document", "/document?isFinal=true"] {
                let answer = client.post(path, &body);
                assert!(answer.status < 500, "{text:?} {path}: {} {}", answer.status, answer.text());
            }
            let aju = house.aju(sequence);
            let status = client.get(&format!("/status/{aju}")).expect(200);
            let draft = client.get(&format!("/respon/cetak-formulir/draft?nomorAju={aju}"));
            assert!(draft.status < 500, "{text:?}: {} {}", draft.status, status.text());
        }
    }

    fn odd_questions_are_no_fault_of_ours(house) {
        let client = house.importer();
        let long = "9".repeat(5_000);
        let paths = [
            "/status/%00", "/status/%F0%9F%92%A9", "/status/,,,,", "/status/'%20OR%201=1--", "/status/%FF",
            "/status?idPerusahaan=%FF%FE", "/download-respon", "/download-respon?path=../../etc/passwd",
            "/download-respon?path=%00.pdf", "/respon/../../x.pdf", "/respon/pdf", "/respon/pdf?kodeRespon=%00&nomorAju=%00",
            "/respon/billing", "/respon/billing?kodeBilling='", "/respon/cetak-formulir", "/kurs/%00",
            "/kurs/USD?tanggal=9999-99-99", "/kurs/USD?tanggal=-9999-01-01",
        ];
        for path in paths.into_iter().map(str::to_owned).chain([format!("/status/{long}"), format!("/kurs/{long}")]) {
            let answer = client.get(&path);
            assert!(answer.status < 500, "{path}: {} {}", answer.status, answer.text());
        }
        for key in ["'", "\u{7f}", &long] {
            let sent = client.send("POST", "/openapi/document", &[("idempotency-key", key.trim_matches('\u{7f}'))], b"{");
            assert_eq!(sent.status, 400, "{}", sent.text());
        }
        for (name, word) in [("\u{0}", "x"), ("importir", "\u{0}"), ("importir\u{0}", "x")] {
            let body = json!({ "username": name, "password": word });
            house.stranger().on("").post("/nle-oauth/v1/user/login", body.to_string()).expect(401);
        }
        assert_eq!(refusal(&client.status("x")), ("Failed", "Data Tidak Ditemukan"));
    }
}
