//! The status answer, member by member (h2h-api 1.5).

use serde_json::{Value, json};
use testkit::{House, column, letter, on_both, until};

use crate::support::refusal;

/// A text with every digit as `9`, so that its form shows.
fn form(value: &Value) -> String {
    let text = value.as_str().unwrap_or_else(|| panic!("{value} is no text"));
    text.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect()
}

fn members(row: &Value) -> Vec<&str> {
    row.as_object().unwrap().keys().map(String::as_str).collect()
}

fn released(house: &House) -> (String, Value) {
    let client = house.importer();
    let aju = house.aju(990_302);
    client.submit(house.document(990_302, 1)).expect(200);
    house.pay_bill(&client, &aju);
    let status = until("the last step", || {
        Some(client.status(&aju)).filter(|status| status["dataStatus"][0]["kodeProses"] == "400")
    });
    (aju, status)
}

fn steps_are_right(aju: &str, status: &Value) {
    for row in status["dataStatus"].as_array().unwrap() {
        assert_eq!(
            members(row),
            [
                "nomorAju",
                "kodeProses",
                "kodeStatus",
                "keterangan",
                "nomorDaftar",
                "tanggalDaftar",
                "waktuStatus",
                "kodeDokumen",
            ]
        );
        assert_eq!((&row["nomorAju"], &row["kodeDokumen"]), (&json!(aju), &json!("20")));
        assert_eq!(form(&row["kodeProses"]), "999");
        assert_eq!(row["kodeProses"], row["kodeStatus"]);
        assert_ne!(row["keterangan"], "");
        assert_eq!((form(&row["nomorDaftar"]), &row["tanggalDaftar"]), ("999999".into(), &json!("06-03-2026")));
        assert_eq!(form(&row["waktuStatus"]), "9999-99-99 99:99:99.99");
    }
    let times = column(status, "dataStatus", "waktuStatus");
    assert!(times.is_sorted(), "newest first: {times:?}");
    assert!(times[0].starts_with("2026-03-06 09:"), "western Indonesian time: {}", times[0]);
}

fn letters_are_right(aju: &str, status: &Value) {
    for row in status["dataRespon"].as_array().unwrap() {
        assert_eq!(
            members(row),
            [
                "nomorAju",
                "kodeDokumen",
                "kodeRespon",
                "nomorDaftar",
                "tanggalDaftar",
                "nomorRespon",
                "tanggalRespon",
                "waktuRespon",
                "waktuStatus",
                "keterangan",
                "pesan",
                "pdf",
                "billingPungutans",
            ]
        );
        assert_eq!((&row["nomorAju"], &row["kodeDokumen"]), (&json!(aju), &json!("20")));
        assert_eq!(form(&row["tanggalDaftar"]), "9999-99-99 99:99:99");
        assert_eq!(form(&row["tanggalRespon"]), "9999-99-99 99:99:99");
        assert_eq!(form(&row["waktuRespon"]), "9999-99-99 99:99:99.99");
        assert_eq!(row["waktuRespon"], row["waktuStatus"]);
        let path = row["pdf"].as_str().unwrap();
        let name = path.strip_prefix("respon/2026/3/6/").and_then(|name| name.strip_suffix(".pdf"));
        assert_eq!(name.map(str::len), Some(36), "{path}");
        for line in row["pesan"].as_array().unwrap() {
            assert_eq!(members(line), ["uraian1", "uraian2"]);
        }
    }
    assert!(column(status, "dataRespon", "waktuRespon").is_sorted(), "newest first");
}

on_both! {
    fn every_member_has_its_form(house) {
        let (aju, status) = released(house);
        assert_eq!(members(&status), ["status", "message", "dataStatus", "dataRespon", "dataTunggu"]);
        assert_eq!((&status["status"], &status["message"]), (&json!("Success"), &json!("Data Ditemukan")));
        steps_are_right(&aju, &status);
        letters_are_right(&aju, &status);
        let bill = &letter(&status, "2020").unwrap()["billingPungutans"][0];
        assert_eq!(members(bill), ["kodeBilling", "nilai", "status", "berlakuSampai", "ntpn"]);
        let release = letter(&status, "2003").unwrap();
        assert_eq!((&release["keterangan"], &release["billingPungutans"]), (&json!("SPPB"), &Value::Null));
        assert_eq!(form(&release["nomorRespon"]), "999999/KBC.9999/9999");

        let all = house.importer().get("/status?idPerusahaan=0990000010999000").expect(200).json();
        assert_eq!((&all["dataStatus"], &all["dataRespon"]), (&status["dataStatus"], &status["dataRespon"]));
        let v2 = house.importer().on("/v2/openapi").status(&aju);
        assert_eq!((&v2["dataStatus"], &v2["dataRespon"]), (&status["dataStatus"], &status["dataRespon"]));
    }

    fn a_document_under_way_says_what_it_waits_for(house) {
        let client = house.importer();
        let aju = house.aju(1);
        client.submit(house.document(1, 1)).expect(200);
        let status = house.until_waiting(&client, &aju, "Menunggu pembayaran billing");
        let wait = &status["dataTunggu"][0];
        assert_eq!(
            members(wait),
            ["nomorAju", "alasan", "alasanEn", "penanggungJawab", "sejak", "batasWaktu", "akibat"]
        );
        assert_eq!(wait["alasanEn"], "Waiting for the billing to be paid.");
        assert_eq!(form(&wait["batasWaktu"]), "9999-99-99 99:99:99.99");
        assert_eq!(status["dataStatus"][0]["nomorDaftar"], Value::Null, "no number before the channel");
    }

    fn nothing_found_is_no_error(house) {
        let client = house.importer();
        let nothing = json!({
            "status": "Failed", "message": "Data Tidak Ditemukan", "dataStatus": [], "dataRespon": [],
        });
        for aju in ["00000000000000000000000000", "x", "%20", "000020-CTH001-20260306-999999"] {
            assert_eq!(client.status(aju), nothing, "{aju}");
        }
        let answer = client.get("/status").expect(500).json();
        assert_eq!(answer, json!({ "Exception": "Required String parameter 'idPerusahaan' is not present" }));
        client.get("/status?idPerusahaan=").expect(500);
    }

    fn twentyfive_ajus_fit_in_one_question(house) {
        let client = house.importer();
        for sequence in 1..=3 {
            client.post("/document", house.document(sequence, sequence)).expect(200);
        }
        let list = |count: u32| (1..=count).map(|n| house.aju(n)).collect::<Vec<_>>().join(",");
        let answer = client.status(&list(25));
        let mut found = column(&answer, "dataStatus", "nomorAju");
        found.sort();
        assert_eq!(found, [house.aju(1), house.aju(2), house.aju(3)]);
        let grouped = house.aju(1);
        let grouped = format!("{}-{}-{}-{}", &grouped[..6], &grouped[6..12], &grouped[12..20], &grouped[20..]);
        let twice = client.status(&format!("{},{grouped}", house.aju(1)));
        assert_eq!(column(&twice, "dataStatus", "nomorAju"), [house.aju(1)], "asked twice, answered once");
        let answer = client.get(&format!("/status/{}", list(26))).expect(400).json();
        assert_eq!(refusal(&answer), ("Failed", "Paling banyak 25 nomor aju dalam satu permintaan"));
    }
}
