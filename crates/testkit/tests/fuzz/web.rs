//! Requests over HTTP: paths, queries, documents, multipart forms. Whatever comes, it is no fault of the server.

use std::sync::LazyLock;

use testkit::{Client, House};

use crate::engine;

static HOUSE: LazyLock<(House, Client)> = LazyLock::new(|| {
    let house = House::sqlite();
    let client = house.importer();
    (house, client)
});

/// Asks; more than 200 calls at once would only meet the limit of one company.
fn send(method: &str, path: &str, media: &str, body: &[u8]) {
    let answer = HOUSE.1.send(method, path, &[("content-type", media)], body);
    let told = String::from_utf8_lossy(&answer.body);
    let missing = answer.status == 500 && told.contains("Required String parameter");
    assert!(answer.status < 500 || answer.status == 503 || missing, "{method} {path}: {} {told}", answer.status);
}

#[test]
fn questions_are_answered() {
    let seeds = [
        "/status/000020CTH00120260306000001,000020CTH00120260306000002",
        "/status?idPerusahaan=0990000010999000",
        "/download-respon?path=respon/2026/3/6/x.pdf",
        "/respon/pdf?kodeRespon=2020&nomorAju=000020CTH00120260306000001",
        "/respon/cetak-formulir/draft?nomorAju=000020CTH00120260306000001",
        "/kurs/USD?tanggal=2026-03-06",
        "/tarif-hs?kodeHs=84818099&tanggal=2026-03-06",
        "/pelabuhan/kata/tanjung%20priok",
        "/referensi/kantor?kata=a",
        "/manifes-bc11?noHostBl=X&tglHostBl=01-02-2026&kodeKantor=040300&nama=PT+X",
        "/events?since=0&limit=1",
        "/document/detail/20/000020CTH00120260306000001/040300",
        "/generate-pungutan/20/000020CTH00120260306000001",
    ];
    let words: [&[u8]; 14] = [
        b"%00",
        b"%FF",
        b"%",
        b"'",
        b"%2F",
        b"..",
        b"&",
        b"=",
        b"?",
        b"%F0%9F%92%A9",
        b"99999999999999999999",
        b"-1",
        b"*",
        b"%25",
    ];
    engine::run("tanya", seeds.map(|text| text.as_bytes().to_vec()).to_vec(), &words, |input| {
        // What is no address never leaves a client.
        let path: String = input.iter().take(4_000).map(|b| char::from(*b)).filter(char::is_ascii_graphic).collect();
        let path = path.replace(['#', '"', '<', '>', '\\', '^', '`', '{', '|', '}'], "");
        send("GET", &format!("/openapi/{}", path.trim_start_matches('/')), "application/json", b"");
    });
}

#[test]
fn documents_and_forms_are_answered() {
    let document = HOUSE.0.document(1, 1).into_bytes();
    let form = b"--batas\r\nContent-Disposition: form-data; name=\"param\"\r\n\r\n{\"nomorAju\":\"000020CTH00120260306000001\",\
        \"seriDokumen\":1,\"npwp\":\"0990000010999000\"}\r\n--batas\r\nContent-Disposition: form-data; name=\"file\"; \
        filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n%%EOF\r\n--batas--\r\n";
    let words: [&[u8]; 11] = [
        b"\\u0000",
        b"--batas",
        b"--batas--",
        b"\r\n\r\n",
        b"name=\"file\"",
        b"filename=\"../../x.pdf\"",
        b"{}",
        b"\x00",
        b"\xff",
        b"1e999",
        b"null",
    ];
    let mut turn = 0_usize;
    engine::run("kirim", vec![document, form.to_vec()], &words, |input| {
        turn += 1;
        let (path, media) = [
            ("/openapi/document/check", "application/json"),
            ("/openapi/document", "application/json"),
            ("/v2/openapi/file/dokumen", "multipart/form-data; boundary=batas"),
            ("/nle-oauth/v1/user/update-token", "application/json"),
        ][turn % 4];
        send("POST", path, media, input);
    });
}
