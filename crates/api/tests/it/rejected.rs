//! A document with ten mistakes: all named at once, corrected, sent again on the same aju, released.

use serde_json::{Value, json};
use testkit::{House, column, letter, on_both, pdf};

use crate::support::{changed, codes};

/// The repository's example of ten mistakes.
const REFUSED: &[u8] = include_bytes!("../../../../examples/pib-ditolak.json");

/// Its mistakes (examples/README.md).
const MISTAKES: [&str; 10] =
    ["PIB-301", "PIB-305", "PIB-403", "PIB-503", "PIB-504", "PIB-605", "PIB-609", "PIB-703", "PIB-704", "PIB-804"];

/// The example dated today, with its mistakes.
fn refused(house: &House, sequence: u32, position: u32) -> String {
    let body = app::demo::sample::dated(&house.app, REFUSED, sequence, position).unwrap();
    changed(&body, |d| d["posBc11"] = Value::Null)
}

/// The codes of the findings that refuse, sorted.
fn refusing(answer: &Value) -> Vec<String> {
    let findings = answer["temuan"].as_array().unwrap().iter();
    let refusing = json!({ "temuan": findings.filter(|f| f["severity"] == "reject").collect::<Vec<_>>() });
    let mut codes = codes(&refusing);
    codes.sort();
    codes
}

on_both! {
    fn all_mistakes_are_named_and_the_correction_is_released(house) {
        let client = house.importer();
        let aju = house.aju(990_302);
        let wrong = refused(house, 990_302, 1);
        let checked = client.post("/document/check", &wrong).expect(400).json();
        assert_eq!(refusing(&checked), MISTAKES);

        let sent = client.submit(&wrong).expect(200).json();
        let status = house.until_letter(&client, &aju, "2001");
        let npp = letter(&status, "2001").unwrap();
        let said: Vec<String> = npp["pesan"].as_array().unwrap().iter().map(Value::to_string).collect();
        for finding in checked["temuan"].as_array().unwrap() {
            let (code, message) = (finding["code"].as_str().unwrap(), finding["message"].as_str().unwrap());
            let quoted = Value::from(message).to_string();
            let line = said.iter().find(|line| line.contains(quoted.trim_matches('"')));
            assert!(line.is_some(), "{code} {message}: {said:#?}");
        }
        assert_eq!(said.len(), checked["temuan"].as_array().unwrap().len(), "no more and no less: {said:#?}");
        if let Some(text) = pdf::text(&client.letter(npp["pdf"].as_str().unwrap())) {
            for code in MISTAKES {
                assert!(text.contains(code), "the letter names {code}: {text}");
            }
        }
        assert_eq!(house.partner_counts().1, 0, "nothing is billed for a refused document");

        let right = house.document(990_302, 1);
        let again = client.submit(&right).expect(200).json();
        assert_eq!(again["idHeader"], sent["idHeader"], "the same document");
        house.pay_bill(&client, &aju);
        let status = house.until_letter(&client, &aju, "2003");
        let steps = column(&status, "dataStatus", "kodeProses");
        let count = |step: &str| steps.iter().filter(|s| *s == step).count();
        assert_eq!((count("001"), count("120"), count("240")), (1, 1, 1), "{steps:?}");
        assert_eq!(column(&status, "dataRespon", "keterangan"), ["NPP", "PENERIMAAN", "BILLING", "BPN", "SPPB"]);
        assert_eq!(status["dataStatus"][0]["nomorDaftar"], "000001");
    }

    fn a_correction_can_be_kept_as_a_draft_first(house) {
        let client = house.importer();
        let aju = house.aju(1);
        client.submit(refused(house, 1, 1)).expect(200);
        house.until_letter(&client, &aju, "2001");
        client.post("/document?isFinal=false", house.document(1, 1)).expect(200);
        let status = client.status(&aju);
        assert_eq!(status["dataStatus"][0]["kodeProses"], "960");
        client.submit(refused(house, 1, 1)).expect(200);
        house.until_waiting(&client, &aju, "Dokumen ditolak");
        let status = client.status(&aju);
        assert_eq!(column(&status, "dataRespon", "keterangan"), ["NPP", "NPP"], "refused again, said again");
    }
}
