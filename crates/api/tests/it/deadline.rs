//! What happens when time runs out: a bill lapses, is issued anew, and the document goes on.

use std::time::Duration;

use declaration::workflow::{Action, Untuk};
use serde_json::{Value, json};
use testkit::{Client, letter, on_both, open_bill, until};

/// Code and status of each bill, first one first.
fn bills(client: &Client, aju: &str) -> Vec<(String, String)> {
    let status = client.status(aju);
    let rows = letter(&status, "2020").unwrap()["billingPungutans"].clone();
    let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
    rows.as_array().unwrap().iter().map(|row| (text(row, "kodeBilling"), text(row, "status"))).collect()
}

on_both! {
    fn a_lapsed_bill_is_issued_anew_and_paid(house) {
        let client = house.importer();
        let (aju, body) = (house.aju(990_302), house.document(990_302, 1));
        client.submit(body).expect(200);
        let first = until("an open bill", || open_bill(&client.status(&aju)));
        let again = || Action::RequestBilling { untuk: Untuk::Pib };
        assert!(house.act("importir", &aju, again(), json!(null)).is_err(), "no second code while the first is good");

        house.pass(Duration::from_hours(6 * 24));
        let client = house.importer();
        house.until_waiting(&client, &aju, "Kode billing tidak berlaku; minta kode baru.");
        until("the bill is shown as lapsed", || {
            (bills(&client, &aju) == [(first.clone(), "KEDALUWARSA".to_owned())]).then_some(())
        });

        house.act("importir", &aju, again(), json!(null)).unwrap();
        let second = house.pay_bill(&client, &aju);
        assert_ne!(second, first);
        house.until_letter(&client, &aju, "2003");
        assert_eq!(bills(&client, &aju), [(first, "KEDALUWARSA".to_owned()), (second, "LUNAS".to_owned())]);
        assert_eq!(house.billings(&aju).len(), 2);
    }

    fn a_payment_that_nobody_hinted_at_is_found(house) {
        let client = house.importer();
        house.outcome(&json!({ "cocok": "990302", "bayarOtomatis": 90 }));
        let aju = house.aju(990_302);
        client.submit(house.document(990_302, 1)).expect(200);
        until("an open bill", || open_bill(&client.status(&aju)));
        until("the release", || {
            house.pass(Duration::from_secs(2));
            letter(&client.status(&aju), "2003")
        });
        assert_eq!(house.billings(&aju)[0]["pembayaran"].as_array().unwrap().len(), 1);
    }
}
