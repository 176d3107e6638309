//! Partners that are away, slow, garbled or silent: the document waits and says why, goes on by itself when they are
//! back, and nothing is done twice.

use std::collections::BTreeSet;
use std::time::Duration;

use declaration::workflow::Action;
use serde_json::{Value, json};
use testkit::{Client, House, column, letter, on_both, open_bill, reason, until};

/// Lets the time of retries pass until the status shows what `look` looks for.
#[track_caller]
fn later<T>(house: &House, client: &Client, aju: &str, what: &str, look: impl Fn(&Value) -> Option<T>) -> T {
    until(what, || {
        let found = look(&client.status(aju));
        if found.is_none() {
            house.pass(Duration::from_secs(2));
        }
        found
    })
}

/// The document waits and names the partner that does not answer.
#[track_caller]
fn held_up(house: &House, client: &Client, aju: &str, partner: &str) {
    let text = format!("{partner} tidak menjawab");
    later(house, client, aju, &text, |status| reason(status).contains(&text).then_some(()));
}

/// One green journey during which each partner in turn is in `mode` until the document has shown it.
fn journey(house: &House, mode: &str) {
    let client = house.importer();
    let (aju, body) = (house.aju(990_302), house.document(990_302, 1));
    house.switch("insw", mode);
    client.submit(&body).expect(200);
    held_up(house, &client, &aju, "INSW");
    house.switch("mpn", mode);
    house.switch("insw", "NORMAL");
    held_up(house, &client, &aju, "MPN");
    assert_eq!(open_bill(&client.status(&aju)), None);
    house.switch("mpn", "NORMAL");
    let code = later(house, &client, &aju, "a bill", open_bill);
    house.switch("mpn", mode);
    house.pay(&code);
    let asked = house.calls("mpn");
    later(house, &client, &aju, "MPN is asked again", |_| (house.calls("mpn") > asked).then_some(()));
    held_up(house, &client, &aju, "MPN");
    assert_eq!(letter(&client.status(&aju), "BPN"), None);
    house.switch("tps", mode);
    house.switch("mpn", "NORMAL");
    held_up(house, &client, &aju, "TPS");
    assert_eq!(letter(&client.status(&aju), "2003"), None);
    house.switch("tps", "NORMAL");
    let status = later(house, &client, &aju, "the end of the journey", |status| {
        (status["dataStatus"][0]["kodeProses"] == "400").then(|| status.clone())
    });
    done_once(house, &aju, &status);
}

fn done_once(house: &House, aju: &str, status: &Value) {
    assert_eq!(house.partner_counts(), (1, 1, 1), "one analysis, one billing code, one consignment");
    let bills = house.billings(aju);
    assert_eq!(bills[0]["pembayaran"].as_array().unwrap().len(), 1);
    let steps = column(status, "dataStatus", "kodeProses");
    assert_eq!(steps.len(), steps.iter().collect::<BTreeSet<_>>().len(), "each step once: {steps:?}");
    assert_eq!(column(status, "dataRespon", "keterangan"), ["PENERIMAAN", "BILLING", "BPN", "SPPB"]);
    assert_eq!(status["dataStatus"][0]["nomorDaftar"], "000001");
    let mails: BTreeSet<String> = house.postbox.mails().into_iter().map(|mail| mail.id).collect();
    assert_eq!(mails.len(), house.postbox.mails().len(), "each mail once");
}

on_both! {
    fn switched_off(house) {
        journey(house, "MATI");
    }

    fn slower_than_our_patience(house) {
        journey(house, "LAMBAT");
    }

    fn garbled_answers(house) {
        journey(house, "RUSAK");
    }

    fn lost_answers(house) {
        journey(house, "BISU");
    }

    fn a_terminal_hears_of_the_release_once_it_listens(house) {
        let client = house.importer();
        let aju = house.aju(990_301);
        client.submit(house.document(990_301, 1)).expect(200);
        house.pay_bill(&client, &aju);
        house.inspect(&aju);
        house.switch("tps", "BISU");
        house.act("ppd", &aju, Action::Release { catatan: "Sesuai.".into() }, Value::Null).unwrap();
        held_up(house, &client, &aju, "TPS");
        assert!(letter(&client.status(&aju), "2003").is_some(), "the release itself waits for nobody");
        house.switch("tps", "NORMAL");
        later(house, &client, &aju, "the goods have left", |status| {
            column(status, "dataStatus", "kodeProses").contains(&"501".to_owned()).then_some(())
        });
        assert_eq!(house.partner_counts(), (1, 1, 1));
    }

    fn a_partner_that_refuses_is_not_an_outage(house) {
        let client = house.importer();
        house.outcome(&json!({ "cocok": "000007", "billing": "TOLAK" }));
        let aju = house.aju(7);
        client.submit(house.document(7, 7)).expect(200);
        house.until_waiting(&client, &aju, "MPN menolak membuat kode billing");
        house.outcome(&json!({ "cocok": "000007" }));
        let again = Action::RequestBilling { untuk: declaration::workflow::Untuk::Pib };
        house.act("importir", &aju, again, Value::Null).unwrap();
        house.pay_bill(&client, &aju);
        house.until_letter(&client, &aju, "BPN");
    }
}
