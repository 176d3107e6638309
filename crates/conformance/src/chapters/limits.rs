//! Bounds: too much is refused in words, with nothing stored (h2h-api 1.9; quality, «XML and JSON»).

use crate::check::{Generation, List};
use crate::client::Reply;
use crate::expect::{rows, that};
use crate::world::JSON;

/// What is put before a member of a right document.
type Change = fn(&str) -> Vec<u8>;

const TOO_MUCH: [(&str, Change); 13] = [
    ("an empty body", |_| Vec::new()),
    ("text that is no JSON", |_| b"nomorAju=1".to_vec()),
    ("a document cut off", |d| d.as_bytes()[..d.len() - 1].to_vec()),
    ("two documents in one body", |d| format!("{d}{d}").into_bytes()),
    ("a comma too many", |d| d.replacen("\"bruto\":", "\"bruto\":,", 1).into_bytes()),
    ("a member twice", |d| d.replacen("\"bruto\":", "\"netto\":1,\"bruto\":", 1).into_bytes()),
    ("an endless number", |d| d.replacen("\"bruto\":", "\"bruto\":1e999999,\"x\":", 1).into_bytes()),
    ("a text of 20,000 signs in a number", |d| {
        d.replacen("\"bruto\":", &format!("\"bruto\":\"{}\",\"x\":", "9".repeat(20_001)), 1).into_bytes()
    }),
    ("100,000 goods lines", |d| {
        d.replacen("\"barang\":[", &format!("\"barang\":[{}", "{},".repeat(100_000)), 1).into_bytes()
    }),
    ("100,000 levels", |d| {
        let deep = format!("\"x\":{}{},\"bruto\":", "[".repeat(100_000), "]".repeat(100_000));
        d.replacen("\"bruto\":", &deep, 1).into_bytes()
    }),
    ("Latin-1 instead of UTF-8", |d| {
        let mut bytes = d.replacen("Manajer", "Direct~ur", 1).into_bytes();
        for byte in bytes.iter_mut().filter(|b| **b == b'~') {
            *byte = 0xe9;
        }
        bytes
    }),
    ("UTF-16", |d| d.encode_utf16().flat_map(u16::to_le_bytes).collect()),
    ("a byte order mark and nothing else", |_| b"\xef\xbb\xbf".to_vec()),
];

/// Adds the chapter.
pub fn add(list: &mut List) {
    for (n, (what, change)) in (1..).zip(TOO_MUCH) {
        list.one(format!("LIM-{n:02}"), format!("{what} is refused with 400, nothing is stored"), move |w| {
            let doc = w.fresh()?;
            let body = change(&doc.to_string());
            let answer = w.send("POST", "/openapi/document?isFinal=true", JSON, &body)?.is(&[400])?.json()?;
            that(answer["message"].is_string() || answer["message"].is_array(), || answer.to_string())?;
            let status = w.status(Generation::V1, doc["nomorAju"].as_str().unwrap_or_default())?;
            Ok(that(rows(&status, "dataStatus").is_empty(), || status.to_string())?)
        });
    }
    for (n, path) in (20..).zip(["/document?isFinal=true", "/document/check"]) {
        list.both(format!("LIM-{n}"), format!("a body of 21 MB to {path} is refused with 413"), move |w, g| {
            let body = vec![b' '; 21 << 20];
            let answer = w.send("POST", &format!("{}{path}", g.services()), JSON, &body)?;
            Ok(answer.is(&[413])?.json().map(drop)?)
        });
    }
    odd(list);
}

/// Odd questions are no fault of the server.
fn odd(list: &mut List) {
    let paths = [
        "/status/%00",
        "/status/%F0%9F%92%A9",
        "/status/,,,,",
        "/status/'%20OR%201=1--",
        "/status/%FF",
        "/status?idPerusahaan=%FF%FE",
        "/respon/pdf?kodeRespon=%00&nomorAju=%00",
        "/respon/billing?kodeBilling='",
        "/kurs/%00",
        "/kurs/USD?tanggal=9999-99-99",
        "/kurs/USD?tanggal=-9999-01-01",
        "/tarif-hs?kodeHs=%00",
        "/hs-lartas?kodeHs=%27%22",
        "/pelabuhan/kata/%25",
        "/pelabuhan/kata/_",
        "/gudangTPS/kodeKantor/%00",
        "/referensi/kantor?kata=%00",
        "/manifes-bc11?noHostBl=%00&tglHostBl=99-99-9999&kodeKantor=x&nama=%FF",
        "/generate-pungutan/20/%00",
        "/document/detail/99/x/y",
        "/tps/dokumen-pabean?tglDokumen=kemarin",
    ];
    for (n, path) in (30..).zip(paths) {
        list.both(format!("LIM-{n}"), format!("{path} is no fault"), move |w, g| no_fault(&w.get(g, path)?));
    }
    for (n, path) in (60..).zip(["/status/", "/kurs/", "/pelabuhan/kata/", "/tarif-hs?kodeHs="]) {
        list.one(format!("LIM-{n}"), format!("{path} with 5,000 signs is no fault"), move |w| {
            no_fault(&w.get(Generation::V1, &format!("{path}{}", "9".repeat(5_000)))?)
        });
    }
    list.one("LIM-64", "an idempotency key of 5,000 signs is no fault", |w| {
        let key = "k".repeat(5_000);
        let headers = [("content-type", "application/json"), ("idempotency-key", key.as_str())];
        no_fault(&w.send("POST", "/openapi/document", &headers, b"{}")?)
    });
}

fn no_fault(answer: &Reply) -> crate::Verdict {
    // A missing parameter is told so in the live service (h2h-api 1.10).
    let missing = answer.status == 500 && answer.excerpt().contains("Required String parameter");
    Ok(that(answer.status < 500 || missing, || format!("{} {}", answer.status, answer.excerpt()))?)
}
