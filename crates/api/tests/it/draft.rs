//! Drafts keep what was typed; sending is another thing (h2h-api 1.4).

use serde_json::{Value, json};
use testkit::{Client, House, column, on_both, pdf};

use crate::support::{changed, codes, nothing_stored, refusal};

/// The steps of an aju, oldest first.
fn steps(client: &Client, aju: &str) -> Vec<String> {
    column(&client.status(aju), "dataStatus", "kodeProses")
}

fn print(client: &Client, stage: &str, aju: &str) -> Option<String> {
    let answer = client.get(&format!("/respon/cetak-formulir{stage}?nomorAju={aju}")).expect(200);
    pdf::text(&answer.body)
}

/// Sends one document under a spelling of `isFinal`; whether it was sent for good.
fn sent_by(house: &House, client: &Client, sequence: u32, path: &str) -> bool {
    let aju = house.aju(sequence);
    client.post(path, house.document(sequence, sequence)).expect(200);
    steps(client, &aju).len() > 1
}

on_both! {
    fn a_draft_keeps_what_was_typed_until_it_is_sent(house) {
        let client = house.importer();
        let (aju, right) = (house.aju(1), house.document(1, 1));
        let draft = changed(&right, |d| {
            d["bruto"] = json!("empat ton lebih");
            d["tanggalTiba"] = json!("kemarin");
            d["barang"][1]["netto"] = json!("12,5");
            d["catatanSaya"] = json!("jangan lupa");
            d["daftar\u{0}saya"] = json!([["dengan NUL"]]);
            d["header"] = json!([1]);
        });
        let first = client.post("/document?isFinal=false", &draft).expect(200).json();
        assert_eq!(first["status"], "OK");
        assert_eq!(steps(&client, &aju), ["001"]);
        if let Some(text) = print(&client, "/draft", &aju) {
            assert!(text.contains("empat ton lebih"), "{text}");
        }
        let refused = client.get(&format!("/respon/cetak-formulir/final?nomorAju={aju}")).expect(404).json();
        assert_eq!(refusal(&refused), ("Failed", "Data Tidak Ditemukan"));

        let refused = client.submit(&draft).expect(400).json();
        assert_eq!(refused["nomorAju"], aju);
        let pointers: Vec<&str> =
            refused["temuan"].as_array().unwrap().iter().map(|f| f["pointer"].as_str().unwrap()).collect();
        for pointer in ["bruto", "tanggalTiba", "barang[1].netto"] {
            assert!(pointers.contains(&pointer), "{pointer}: {refused:#}");
        }
        assert_eq!(steps(&client, &aju), ["001"], "the draft is still a draft");

        let again = client.submit(&right).expect(200).json();
        assert_eq!(again["idHeader"], first["idHeader"], "the draft becomes the document");
        house.until_letter(&client, &aju, "2020");
        if let Some(text) = print(&client, "/final", &aju) {
            assert!(text.contains("PT Contoh Sejahtera Abadi"), "{text}");
        }
    }

    fn only_true_and_one_are_final(house) {
        let client = house.importer();
        let drafts = [
            "/document", "/document?isFinal=false", "/document?isFinalfalse", "/document?isFinal",
            "/document?isFinal=", "/document/isFinal=false", "/document?isFinal=0", "/document?isFinal=ya",
        ];
        for (sequence, path) in (1..).zip(drafts) {
            assert!(!sent_by(house, &client, sequence, path), "{path}");
        }
        let finals =
            ["/document?isFinal=true", "/document?isFinal=1", "/document?isFinal=TRUE", "/document/isFinal=true"];
        for (sequence, path) in (21..).zip(finals) {
            assert!(sent_by(house, &client, sequence, path), "{path}");
        }
    }

    fn what_has_no_shape_is_refused_at_the_door(house) {
        let client = house.importer();
        let (aju, right) = (house.aju(1), house.document(1, 1));
        let body = changed(&right, |d| {
            d["kodeKantor"] = json!("Tanjung Priok");
            d["netto"] = json!("banyak");
            d["barang"][0]["posTarif"] = json!("8481");
            d.as_object_mut().unwrap().remove("kodeIncoterm");
            d.as_object_mut().unwrap().remove("namaTtd");
            d["entitas"] = json!({ "kodeEntitas": "1" });
        });
        let answer = client.submit(&body).expect(400).json();
        assert_eq!(answer.as_object().unwrap().keys().collect::<Vec<_>>(), ["status", "message", "nomorAju", "temuan"]);
        assert_eq!((&answer["status"], &answer["nomorAju"]), (&json!("Failed"), &json!(aju)));
        let lines = answer["message"].as_array().unwrap();
        let rejecting = answer["temuan"].as_array().unwrap().iter().filter(|f| f["severity"] == "reject");
        for (line, finding) in lines.iter().zip(rejecting.clone()) {
            let line = line.as_str().unwrap();
            assert!(line.contains(finding["code"].as_str().unwrap()), "{line}");
            assert!(line.contains(finding["message"].as_str().unwrap()), "{line}");
        }
        assert_eq!(lines.len(), rejecting.count());
        for pointer in ["kodeKantor", "netto", "barang[0].posTarif", "namaTtd", "entitas"] {
            assert!(answer["temuan"].as_array().unwrap().iter().any(|f| f["pointer"] == pointer), "{pointer}: {answer:#}");
        }
        nothing_stored(&client, &aju);

        let checked = client.post("/document/check", &body).expect(400).json();
        assert!(codes(&answer).iter().all(|code| codes(&checked).contains(code)), "check says at least as much");
        nothing_stored(&client, &aju);
    }

    fn an_unreadable_aju_is_refused_even_for_a_draft(house) {
        let client = house.importer();
        for aju in [Value::Null, json!(""), json!("0000"), json!(12), json!(["x"]), json!("000020CTH00120260306-00001!")] {
            let body = changed(&house.document(1, 1), |d| d["nomorAju"] = aju.clone());
            for path in ["/document", "/document?isFinal=true"] {
                let answer = client.post(path, &body).expect(400).json();
                let findings = answer["temuan"].as_array().unwrap();
                assert!(findings.iter().any(|f| f["pointer"] == "nomorAju"), "{aju} {path}: {answer:#}");
            }
        }
        let all = client.get("/status?idPerusahaan=0990000010999000").expect(200).json();
        assert_eq!(refusal(&all), ("Failed", "Data Tidak Ditemukan"));
    }
}
