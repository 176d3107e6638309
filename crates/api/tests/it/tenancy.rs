//! Nobody sees what is not his: missing and foreign look the same.

use app::{Actor, Error};
use serde_json::json;
use testkit::{House, column, letter, on_both, open_bill};

use crate::support::refusal;

const NOT_FOUND: (&str, &str) = ("Failed", "Data Tidak Ditemukan");
const NOT_YOURS: (&str, &str) = ("Failed", "Data Perusahaan Tidak Sesuai");

/// A document of the importer that has its bill.
fn billed(house: &House) -> (String, serde_json::Value) {
    let client = house.importer();
    client.submit(house.document(1, 1)).expect(200);
    let aju = house.aju(1);
    let status = house.until_letter(&client, &aju, "2020");
    (aju, status)
}

/// Every way to a document and its letters.
fn ways(aju: &str, status: &serde_json::Value) -> Vec<String> {
    let path = letter(status, "2020").unwrap()["pdf"].as_str().unwrap().to_owned();
    let code = open_bill(status).unwrap();
    vec![
        format!("/download-respon?path={path}"),
        format!("/{path}"),
        format!("/respon/pdf?kodeRespon=2020&nomorAju={aju}"),
        format!("/respon/billing?kodeBilling={code}"),
        format!("/respon/cetak-formulir?nomorAju={aju}"),
        format!("/respon/cetak-formulir/draft?nomorAju={aju}"),
        format!("/respon/cetak-formulir/final?nomorAju={aju}"),
    ]
}

on_both! {
    fn another_company_sees_nothing(house) {
        let (aju, status) = billed(house);
        for username in ["importir-mita", "ppjk"] {
            for services in ["/openapi", "/v2/openapi"] {
                let stranger = house.login(username).on(services);
                assert_eq!(refusal(&stranger.status(&aju)), NOT_FOUND);
                let missing = stranger.get("/respon/pdf?kodeRespon=2020&nomorAju=00000000000000000000000000");
                for way in ways(&aju, &status) {
                    let answer = stranger.get(&way).expect(404);
                    assert_eq!(answer.text(), missing.text(), "{username} {way}");
                }
            }
        }
        for way in ways(&aju, &status) {
            let answer = house.importer().get(&way).expect(200);
            assert!(answer.body.starts_with(b"%PDF-"), "the owner: {way}");
        }
    }

    fn a_company_is_known_by_fifteen_sixteen_and_twentytwo_digits(house) {
        let (aju, _) = billed(house);
        let ids = ["990000010999000", "0990000010999000", "0990000010999000000000"];
        let owner = house.importer();
        for id in ids {
            let status = owner.get(&format!("/status?idPerusahaan={id}")).expect(200).json();
            assert_eq!(status["status"], "Success", "{id}");
            assert!(column(&status, "dataStatus", "nomorAju").iter().all(|a| *a == aju));
            for username in ["importir-mita", "ppjk"] {
                let answer = house.login(username).get(&format!("/status?idPerusahaan={id}")).expect(200).json();
                assert_eq!(answer, json!({
                    "status": NOT_YOURS.0, "message": NOT_YOURS.1, "dataStatus": [], "dataRespon": [],
                }));
            }
        }
        for id in ["1", "0991234568999000", "0990000010999001", "bukan-nomor"] {
            let answer = owner.get(&format!("/status?idPerusahaan={id}")).expect(200).json();
            assert_eq!(refusal(&answer), NOT_YOURS, "{id}");
        }
        assert!(owner.get("/status?idPerusahaan=%00").expect(400).text().contains("NUL"));
        let nothing = house.other_company().get("/status?idPerusahaan=0991234568999000").expect(200).json();
        assert_eq!(refusal(&nothing), NOT_FOUND, "his own company has no documents");
    }

    fn an_officer_sees_his_office_only(house) {
        let (aju, status) = billed(house);
        let here = house.actor("ppd");
        let there = Actor { office: Some("050100".into()), account_id: "tidak-ada".into(), ..here.clone() };
        let look = |actor: &Actor| app::declaration::status_of_ajus(&house.app, actor, std::slice::from_ref(&aju));
        assert_eq!(look(&here).unwrap().steps.len(), column(&status, "dataStatus", "kodeProses").len());
        assert!(look(&there).unwrap().steps.is_empty());
        let path = letter(&status, "2020").unwrap()["pdf"].as_str().unwrap().to_owned();
        let read = |actor: &Actor| app::declaration::letter_by_path(&house.app, actor, &path);
        assert!(matches!(read(&there), Err(Error::NotFound)));
        read(&here).unwrap();
        let release = declaration::workflow::Action::Release { catatan: "Sesuai.".into() };
        let act = app::act::act(&house.app, &there, &aju, release, serde_json::Value::Null);
        assert!(matches!(act, Err(Error::NotFound)), "{act:?}");

        let client = house.login("ppd");
        assert_eq!(client.status(&aju)["status"], "Success");
        client.submit(house.document(2, 2)).expect(403);
        client.post("/document/check", house.document(2, 2)).expect(403);
        client.get("/status?idPerusahaan=0990000010999000").expect(403);
        house.login("operator").get(&format!("/status/{aju}")).expect(403);
    }
}
