//! The same aju again, and the idempotency key (h2h-api 1.4, 3).

use serde_json::json;
use testkit::{column, on_both};

use crate::support::{changed, refusal};

const DUPLICATE: (&str, &str) = ("Failed", "Gagal, nomor aju sudah ada.");

on_both! {
    fn the_same_document_is_the_same_document(house) {
        let client = house.importer();
        let (aju, body) = (house.aju(1), house.document(1, 1));
        let first = client.submit(&body).expect(200).json();
        let reordered: serde_json::Value = serde_json::from_str(&body).unwrap();
        let pretty = serde_json::to_string_pretty(&reordered).unwrap();
        for again in [body.as_str(), pretty.as_str()] {
            assert_eq!(client.submit(again).expect(200).json(), first);
        }
        let v2 = client.on("/v2/openapi").submit(&body).expect(200).json();
        assert_eq!(v2["idHeader"], first["idHeader"]);
        let status = house.until_letter(&client, &aju, "2020");
        let steps = column(&status, "dataStatus", "kodeProses");
        assert_eq!(steps.iter().filter(|step| *step == "001").count(), 1, "{steps:?}");
        assert_eq!(house.partner_counts().0, 1, "INSW was asked once");
    }

    fn impatient_clients_make_one_document(house) {
        let client = house.importer();
        let (aju, body) = (house.aju(1), house.document(1, 1));
        let ids: std::collections::BTreeSet<String> = std::thread::scope(|scope| {
            let senders: Vec<_> = (0..8).map(|_| scope.spawn(|| client.submit(&body).expect(200).json())).collect();
            senders.into_iter().map(|sender| sender.join().unwrap()["idHeader"].to_string()).collect()
        });
        assert_eq!(ids.len(), 1);
        let status = house.until_letter(&client, &aju, "2020");
        let steps = column(&status, "dataStatus", "kodeProses");
        assert_eq!(steps.iter().filter(|step| *step == "001").count(), 1, "{steps:?}");
        assert_eq!((house.partner_counts().0, house.billings(&aju).len()), (1, 1));
    }

    fn a_hundred_at_once_with_one_key_get_one_answer(house) {
        let client = house.importer();
        let body = house.document(1, 1);
        let key = [("idempotency-key", "kirim-0100")];
        let answers: std::collections::BTreeSet<String> = std::thread::scope(|scope| {
            let senders: Vec<_> = (0..100)
                .map(|_| scope.spawn(|| client.post_with("/document?isFinal=true", &key, &body).expect(200).text()))
                .collect();
            senders.into_iter().map(|sender| sender.join().unwrap()).collect()
        });
        assert_eq!(answers.len(), 1, "{answers:?}");
        for wrong in ["", &"x".repeat(201)] {
            client.post_with("/document", &[("idempotency-key", wrong)], house.document(2, 2)).expect(400);
        }
    }

    fn a_revision_of_what_is_under_way_is_refused_in_words(house) {
        let client = house.importer();
        let body = house.document(1, 1);
        client.submit(&body).expect(200);
        house.until_letter(&client, &house.aju(1), "2020");
        let other = changed(&body, |d| d["namaTtd"] = json!("Orang Lain"));
        let answer = client.post("/document?isFinal=true&isRevision=true", other).expect(409).json();
        assert!(answer["message"].as_str().unwrap().contains("hanya dapat dikirim ulang"), "{answer}");
    }

    fn another_document_on_the_same_aju_is_refused(house) {
        let client = house.importer();
        let body = house.document(1, 1);
        client.submit(&body).expect(200);
        house.until_letter(&client, &house.aju(1), "2020");
        let before = client.status(&house.aju(1));
        let other = changed(&body, |d| d["namaTtd"] = json!("Orang Lain"));
        for path in ["/document?isFinal=true", "/document"] {
            let answer = client.post(path, &other).expect(400).json();
            assert_eq!(refusal(&answer), DUPLICATE);
            assert_eq!(answer["nomorAju"], house.aju(1));
            let said = &answer["temuan"][0];
            assert_eq!((&said["code"], &said["pointer"]), (&json!("H2H-AJU"), &json!("nomorAju")));
        }
        let tried = client.post("/document/check", &other).expect(400).json();
        assert!(tried["message"][0].as_str().unwrap().starts_with("nomorAju (H2H-AJU) Gagal, nomor aju sudah ada."), "{tried}");
        client.post("/document/check", &body).expect(200);
        assert_eq!(client.status(&house.aju(1)), before);
    }

    fn an_aju_of_another_company_is_a_duplicate_without_a_word_more(house) {
        let body = house.document(1, 1);
        let client = house.importer();
        client.submit(&body).expect(200);
        house.until_letter(&client, &house.aju(1), "2020");
        let before = client.status(&house.aju(1));
        let own = changed(&body, |d| d["entitas"][0]["nomorIdentitas"] = json!("0991234568999000"));
        for (body, path) in [(&body, "/document?isFinal=true"), (&own, "/document?isFinal=true"), (&body, "/document")] {
            let mut answer = house.other_company().post(path, body).expect(400).json();
            let said = answer["temuan"].take();
            assert_eq!((said.as_array().unwrap().len(), &said[0]["code"]), (1, &json!("H2H-AJU")));
            assert!(!said.to_string().contains("Sejahtera"), "whose it is stays unsaid: {said}");
            answer.as_object_mut().unwrap().remove("temuan");
            assert_eq!(answer, json!({ "status": "Failed", "message": DUPLICATE.1, "nomorAju": house.aju(1) }));
        }
        assert_eq!(client.status(&house.aju(1)), before);
    }

    fn an_idempotency_key_stands_for_one_request(house) {
        let client = house.importer();
        let body = house.document(1, 1);
        let key = [("idempotency-key", "kirim-0001")];
        let send = |path: &str, body: &str| client.post_with(path, &key, body);
        let first = send("/document?isFinal=true", &body).expect(200).json();
        assert_eq!(send("/document?isFinal=true", &body).expect(200).json()["idHeader"], first["idHeader"]);
        for (path, body) in [("/document?isFinal=true", house.document(2, 2)), ("/document?isFinal=false", body.clone())] {
            let answer = send(path, &body).expect(422).json();
            assert_eq!(refusal(&answer), ("Failed", "Idempotency-Key sudah dipakai untuk permintaan lain."));
        }
        crate::support::nothing_stored(&client, &house.aju(2));
        let other = house.other_company().post_with("/document", &key, house.document(3, 3)).expect(200).json();
        assert_ne!(other["idHeader"], first["idHeader"], "a key belongs to its company");
    }

    fn a_refused_request_does_not_use_its_key_up(house) {
        let client = house.importer();
        let key = [("idempotency-key", "kirim-0002")];
        let wrong = changed(&house.document(1, 1), |d| d["netto"] = json!("banyak"));
        client.post_with("/document?isFinal=true", &key, wrong).expect(400);
        client.post_with("/document?isFinal=true", &key, house.document(1, 1)).expect(200);
    }
}
