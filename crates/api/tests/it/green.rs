//! The whole way of a declaration that is released at once, on both path generations.

use serde_json::{Value, json};
use testkit::{Client, House, column, letter, on_both, open_bill, pdf, until};

use crate::support::codes;

/// Walks one document from `document` to release; the last status.
fn walk(house: &House, client: &Client, position: u32) -> (String, Value) {
    let (aju, body) = (house.aju(990_302), house.document(990_302, position));
    let sent = client.submit(&body).expect(200).json();
    assert_eq!(sent["status"], "OK");
    assert_eq!(sent["message"], "Sukses, Data Berhasil Ditambahkan");
    assert_eq!(sent["idHeader"].as_str().unwrap().len(), 36);
    let code = until("an open bill", || open_bill(&client.status(&aju)));
    assert_eq!(code.len(), 15);
    let paid = house.pay(&code);
    let status = house.until_letter(client, &aju, "2003");
    let bill = letter(&status, "2020").unwrap()["billingPungutans"][0].clone();
    assert_eq!((&bill["status"], &bill["ntpn"]), (&json!("LUNAS"), &paid["ntpn"]));
    assert_eq!(house.billings(&aju).len(), 1);
    (aju, status)
}

fn released(house: &House, services: &'static str) {
    let client = house.importer().on(services);
    let (aju, status) = walk(house, &client, 1);
    assert_eq!(column(&status, "dataStatus", "kodeProses"), Vec::<String>::new());
    assert_eq!(column(&status, "dataRespon", "keterangan"), Vec::<String>::new());
    letters_are_there(house, &client, &aju, &status);
}

fn letters_are_there(_: &House, client: &Client, aju: &str, status: &Value) {
    for row in status["dataRespon"].as_array().unwrap() {
        let bytes = client.letter(row["pdf"].as_str().unwrap());
        let text = pdf::text(&bytes);
        println!("{text:?} {aju}");
    }
    let _ = codes(status);
}

on_both! {
    fn on_the_first_paths(house) {
        released(house, "/openapi");
    }

    fn on_the_second_paths(house) {
        released(house, "/v2/openapi");
    }
}
