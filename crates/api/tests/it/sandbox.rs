//! The sandbox: outcomes by document, and the clock.

use app::h2h::H2h;
use serde_json::{Value, json};
use testkit::{Client, House, column, letter, on_both, open_bill, until};

use crate::support::refusal;

fn choose(client: &Client, aju: &str, outcome: &Value) -> testkit::Answer {
    client.post(&format!("/sandbox/outcome/{aju}"), outcome.to_string())
}

on_both! {
    fn a_lane_is_chosen_for_one_document(house) {
        let client = house.importer();
        let aju = house.aju(1);
        choose(&client, &aju, &json!({ "jalur": "MERAH" })).expect(200);
        client.submit(house.document(1, 1)).expect(200);
        house.pay_bill(&client, &aju);
        house.until_letter(&client, &aju, "2005");
    }

    fn a_validation_fails_with_the_chosen_rules(house) {
        let client = house.importer();
        let aju = house.aju(1);
        let rule = declaration::rules::all().next().unwrap().code;
        choose(&client, &aju, &json!({ "tolak": [rule] })).expect(200);
        client.submit(house.document(1, 1)).expect(200);
        let status = house.until_letter(&client, &aju, "2001");
        let said = letter(&status, "2001").unwrap()["pesan"].to_string();
        assert!(said.contains(rule), "{said}");
        // Taken back, the same document goes through.
        let path = format!("/openapi/sandbox/outcome/{aju}");
        client.on("").send("DELETE", &path, &[], b"").expect(200);
        client.submit(house.document(1, 1)).expect(200);
        house.until_letter(&client, &aju, "2020");
    }

    fn partners_do_what_was_chosen(house) {
        let client = house.importer();
        let (held, unpaid) = (house.aju(1), house.aju(2));
        choose(&client, &held, &json!({ "lartas": "DIKEMBALIKAN", "alasan": "SPI belum terbit" })).expect(200);
        choose(&client, &unpaid, &json!({ "bayar": "GAGAL" })).expect(200);
        client.submit(house.document(1, 1)).expect(200);
        client.submit(house.document(2, 2)).expect(200);
        house.until_waiting(&client, &held, "INSW");
        let code = until("a bill", || open_bill(&client.status(&unpaid)));
        let paid = Client::new(&house.simulator.base_url()).on("").post(&format!("/mpn/v1/billing/{code}/bayar"), "{}");
        assert!(paid.status >= 400, "{}", paid.text());
    }

    fn a_step_is_delayed_and_the_clock_moves_on(house) {
        let client = house.importer();
        let aju = house.aju(1);
        choose(&client, &aju, &json!({ "tunda": { "validasi": 3600 }, "jalur": "HIJAU" })).expect(200);
        client.submit(house.document(1, 1)).expect(200);
        until("INSW", || column(&client.status(&aju), "dataStatus", "kodeProses").contains(&"107".to_owned()).then_some(()));
        std::thread::sleep(std::time::Duration::from_millis(500));
        assert!(letter(&client.status(&aju), "2020").is_none());
        let before = client.get("/sandbox/clock").expect(200).json()["waktu"].as_str().unwrap().to_owned();
        let after = client.post("/sandbox/clock", r#"{"detik": 3700}"#).expect(200).json();
        let after = after["waktu"].as_str().unwrap().to_owned();
        let hours = after.parse::<jiff::Timestamp>().unwrap().duration_since(before.parse().unwrap()).as_hours();
        assert_eq!(hours, 1);
        house.until_letter(&client, &aju, "2020");
    }

    fn nonsense_and_others_are_refused(house) {
        let client = house.importer();
        let aju = house.aju(1);
        for body in ["", "[]", r#"{"jalur":"UNGU"}"#, r#"{"apa":1}"#, r#"{"tolak":["TIDAK-ADA"]}"#, r#"{"tunda":{"validasi":-1}}"#,
            r#"{"tunda":{"apa":1}}"#, r#"{"bayar":"APA"}"#] {
            client.post(&format!("/sandbox/outcome/{aju}"), body).expect(409);
        }
        for body in ["", "{}", r#"{"detik":-1}"#, r#"{"detik":"1"}"#, r#"{"detik":99999999999}"#] {
            client.post("/sandbox/clock", body).expect(409);
        }
        client.get(&format!("/sandbox/outcome/{}", house.aju(9))).expect(404);
        client.submit(house.document(1, 1)).expect(200);
        let other = house.other_company();
        let answer = choose(&other, &aju, &json!({ "jalur": "MERAH" })).expect(404).json();
        assert_eq!(refusal(&answer).0, "Failed");
        other.get(&format!("/sandbox/outcome/{aju}")).expect(404);
        house.login("operator").get("/sandbox/clock").expect(403);
    }
}

#[test]
fn elsewhere_there_is_no_sandbox() {
    let house = House::sqlite_with(H2h::default());
    let client = house.importer();
    for path in ["/sandbox/clock", "/sandbox/outcome/00000000000000000000000000"] {
        assert_eq!(client.get(path).expect(404).text(), "Object Not Found");
        assert_eq!(client.post(path, "{}").expect(404).text(), "Object Not Found");
    }
}
