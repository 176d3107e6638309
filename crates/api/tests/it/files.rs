//! Uploads: taken by their content, refused with a reason, and nobody else's.

use serde_json::{Value, json};
use testkit::{Answer, Client, House, on_both};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n";

fn body(param: &str, name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    body.extend_from_slice(b"--batas\r\nContent-Disposition: form-data; name=\"param\"\r\n\r\n");
    body.extend_from_slice(param.as_bytes());
    let head = format!("\r\n--batas\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--batas--\r\n");
    body
}

fn send(client: &Client, path: &str, body: &[u8]) -> Answer {
    let headers = [("content-type", "multipart/form-data; boundary=batas")];
    client.on("").send("POST", &format!("/v2/openapi{path}"), &headers, body)
}

fn param(house: &House, seri: &str) -> Value {
    json!({ "nomorAju": house.aju(1), seri: "1", "npwp": "0990000010999000", "keterangan": "faktur" })
}

on_both! {
    fn files_are_taken_for_documents_goods_and_requests(house) {
        let client = house.importer();
        client.post("/document", house.document(1, 1)).expect(200);
        for (path, seri) in
            [("/file/dokumen", "seriDokumen"), ("/file/barang", "seriBarang"), ("/file/upload-dokap-npd", "seriDokumen")]
        {
            let answer = send(&client, path, &body(&param(house, seri).to_string(), "faktur.exe", PDF)).expect(200).json();
            assert_eq!((&answer["status"], &answer["data"]["namaBerkas"]), (&json!("OK"), &json!("faktur.pdf")), "{path}");
            assert_eq!((&answer["data"][seri], &answer["data"]["jenisBerkas"]), (&json!(1), &json!("application/pdf")));
        }
        let kept = app::lampiran::list(&house.app, &house.actor("importir"), &house.aju(1)).unwrap();
        assert_eq!(kept.len(), 3);
    }

    fn what_is_wrong_is_named_and_not_kept(house) {
        let client = house.importer();
        client.post("/document", house.document(1, 1)).expect(200);
        let good = param(house, "seriDokumen").to_string();
        for (param, bytes) in [
            (good.as_str(), &b"MZ program"[..]),
            (good.as_str(), b""),
            (good.as_str(), b"%PDF-1.7 /JavaScript %%EOF"),
            (good.as_str(), b"%PDF-1.7 terpotong"),
            ("bukan json", PDF),
            ("{}", PDF),
            ("[]", PDF),
            (good.replace("0990000010999000", "0991234568999000").as_str(), PDF),
            (good.replace("\"1\"", "\"0\"").as_str(), PDF),
            (good.replace("\"1\"", "\"x\"").as_str(), PDF),
        ] {
            let answer = send(&client, "/file/dokumen", &body(param, "a.pdf", bytes)).expect(400).json();
            assert_eq!(answer["status"], "Failed", "{param}");
        }
        client.post("/file/dokumen", "{}").expect(415);
        send(&client, "/file/dokumen", b"--batas\r\nrusak").expect(400);
        client.get("/file/dokumen").expect(405);
        send(&house.stranger(), "/file/dokumen", &body(&good, "a.pdf", PDF)).expect(401);
        let large = vec![b'x'; 21 * 1024 * 1024];
        send(&client, "/file/dokumen", &body(&good, "a.pdf", &large)).expect(413);
        let own = good.replace("0990000010999000", "0991234568999000");
        send(&house.other_company(), "/file/dokumen", &body(&own, "a.pdf", PDF)).expect(404);
        assert!(app::lampiran::list(&house.app, &house.actor("importir"), &house.aju(1)).unwrap().is_empty());
    }
}
