//! The inspected way: papers, readiness, instruction, inspection, examination, release.

use app::Error;
use declaration::workflow::{Action, Tingkat};
use serde_json::Value;
use testkit::{House, column, letter, oldest_first, on_both, pdf};

/// A document in the red lane that waits for its goods and papers.
fn at_inspection(house: &House) -> String {
    let client = house.importer();
    let aju = house.aju(990_301);
    client.submit(house.document(990_301, 1)).expect(200);
    house.pay_bill(&client, &aju);
    house.until_letter(&client, &aju, "2005");
    aju
}

on_both! {
    fn officers_inspect_and_release(house) {
        let client = house.importer();
        let aju = at_inspection(house);
        house.inspect(&aju);
        house.act("ppd", &aju, Action::Release { catatan: "Sesuai.".into() }, Value::Null).unwrap();
        let status = house.until_letter(&client, &aju, "2003");
        let letters = column(&status, "dataRespon", "keterangan");
        assert_eq!(letters, ["PENERIMAAN", "BILLING", "BPN", "SPJM", "TTD", "IP", "BAP", "LHP", "SPPB"]);
        let steps = column(&status, "dataStatus", "kodeProses");
        for step in ["300", "330"] {
            assert_eq!(steps.iter().filter(|s| *s == step).count(), 1, "{step} once: {steps:?}");
        }
        let number = status["dataStatus"][0]["nomorDaftar"].as_str().unwrap();
        for row in oldest_first(&status, "dataRespon") {
            let text = pdf::text(&client.letter(row["pdf"].as_str().unwrap()));
            let is_numbered = !["2000", "2020", "BPN"].contains(&row["kodeRespon"].as_str().unwrap());
            if let Some(text) = text.filter(|_| is_numbered) {
                assert!(text.contains(number), "{row}: {text}");
            }
        }
        assert_eq!(letter(&status, "2003").unwrap()["keterangan"], "SPPB");
    }

    fn nobody_acts_out_of_turn_or_office(house) {
        let aju = at_inspection(house);
        let does = |who: &str, action: Action| house.act(who, &aju, action, Value::Null);
        let instruct = || Action::IssueInstruction { tingkat: Tingkat::TigaPuluhPersen };
        let release = || Action::Release { catatan: "Sesuai.".into() };
        for who in ["importir", "pfpb", "hanggar", "p2", "kepala", "operator"] {
            assert!(matches!(does(who, release()), Err(Error::Denied(_))), "{who} may not release");
        }
        assert!(matches!(does("ppd", release()), Err(Error::Refused(_))), "not before the examination");
        assert!(matches!(does("ppd", instruct()), Err(Error::Refused(_))), "not before goods and papers are there");
        assert!(matches!(does("importir-mita", Action::GoodsReady), Err(Error::NotFound)), "not a stranger");
        let before = house.importer().status(&aju)["dataStatus"].clone();
        assert!(matches!(does("importir", Action::Tick), Err(Error::Denied(_))), "nobody plays the clock");
        assert_eq!(house.importer().status(&aju)["dataStatus"], before);
    }
}
