//! The whole way of a declaration that is released at once, on both path generations.

use serde_json::{Value, json};
use testkit::{Client, House, column, letter, oldest_first, on_both, open_bill, pdf, until};

/// Every step of a green journey, once and in order.
const STEPS: [&str; 17] = [
    "001", "100", "104", "105", "106", "107", "110", "111", "130", "210", "225", "230", "240", "250", "500", "501",
    "400",
];

fn released(house: &House, services: &'static str) {
    let client = house.importer().on(services);
    let (aju, body) = (house.aju(990_302), house.document(990_302, 1));
    let sent = client.submit(&body).expect(200).json();
    assert_eq!((&sent["status"], &sent["message"]), (&json!("OK"), &json!("Sukses, Data Berhasil Ditambahkan")));
    assert_eq!(sent["idHeader"].as_str().unwrap().len(), 36);

    let code = until("an open bill", || open_bill(&client.status(&aju)));
    assert_eq!((code.len(), house.billings(&aju).len()), (15, 1));
    let paid = house.pay(&code);

    let status = until("the last step", || {
        Some(client.status(&aju)).filter(|status| status["dataStatus"][0]["kodeProses"] == "400")
    });
    assert_eq!(column(&status, "dataStatus", "kodeProses"), STEPS);
    assert_eq!(column(&status, "dataRespon", "kodeRespon"), ["2000", "2020", "BPN", "2003"]);
    assert_eq!(column(&status, "dataRespon", "keterangan"), ["PENERIMAAN", "BILLING", "BPN", "SPPB"]);
    let bill = letter(&status, "2020").unwrap()["billingPungutans"][0].clone();
    assert_eq!((&bill["status"], &bill["ntpn"]), (&json!("LUNAS"), &paid["ntpn"]));
    assert_eq!(house.billings(&aju)[0]["pembayaran"].as_array().unwrap().len(), 1);
    assert_eq!(house.partner_counts(), (1, 1, 1));
    letters_say_what_they_are(&client, &aju, &status, paid["ntpn"].as_str().unwrap());
}

fn letters_say_what_they_are(client: &Client, aju: &str, status: &Value, ntpn: &str) {
    let number = status["dataStatus"][0]["nomorDaftar"].as_str().unwrap();
    assert_eq!(number, "000001", "the first of the office and year");
    for row in oldest_first(status, "dataRespon") {
        let bytes = client.letter(row["pdf"].as_str().unwrap());
        let code = row["kodeRespon"].as_str().unwrap();
        let again = client.get(&format!("/respon/pdf?kodeRespon={code}&nomorAju={aju}")).expect(200);
        assert!(again.body == bytes, "{code}: the same letter has the same bytes");
        let name = again.header("content-disposition");
        assert!(name.starts_with(&format!("attachment; filename=\"{code}-")) && name.contains(aju), "{name}");
        let Some(text) = pdf::text(&bytes) else { continue };
        let grouped = format!("{}-{}-{}-{}", &aju[..6], &aju[6..12], &aju[12..20], &aju[20..]);
        assert!(text.contains(&grouped) || text.contains(aju), "{code} names the aju: {text}");
        assert!(text.contains("PT Contoh Sejahtera Abadi"), "{code} names the importer: {text}");
        match code {
            "2003" => assert!(text.contains(number), "{text}"),
            "BPN" => assert!(text.contains(ntpn), "{text}"),
            _ => {}
        }
    }
    let form = client.get(&format!("/respon/cetak-formulir?nomorAju={aju}")).expect(200);
    assert_eq!(form.header("content-type"), "application/pdf");
    if let Some(text) = pdf::text(&form.body) {
        assert!(text.contains(number) && text.contains("PT Contoh Sejahtera Abadi"), "{text}");
    }
}

on_both! {
    fn on_the_first_paths(house) {
        released(house, "/openapi");
    }

    fn on_the_second_paths(house) {
        released(house, "/v2/openapi");
    }

    fn a_check_says_what_sending_will_cost(house) {
        let client = house.importer();
        let body = house.document(1, 1);
        let checked = client.post("/document/check", &body).expect(200).json();
        assert_eq!((&checked["status"], &checked["idHeader"]), (&json!("OK"), &Value::Null));
        let note: Vec<&str> = checked["temuan"].as_array().unwrap().iter().map(|f| f["severity"].as_str().unwrap()).collect();
        assert!(note.iter().all(|severity| *severity == "note"), "{checked:#}");
        crate::support::nothing_stored(&client, &house.aju(1));

        client.submit(&body).expect(200);
        let status = house.until_letter(&client, &house.aju(1), "2020");
        let bill = &letter(&status, "2020").unwrap()["billingPungutans"][0];
        assert_eq!(bill["nilai"], checked["total"]);
    }
}
