//! The same API, lenient and strict: what the installation chooses (h2h-api 7).

use app::h2h::{H2h, KeyPolicy, SchemaPolicy, Strictness};
use serde_json::json;
use testkit::{Client, House};

use crate::support::{changed, codes};

fn house(h2h: H2h) -> House {
    House::sqlite_with(h2h)
}

/// A document whose parties stand in another order.
fn disordered(house: &House) -> String {
    changed(&house.document(1, 1), |d| d["entitas"].as_array_mut().unwrap().reverse())
}

#[test]
fn the_order_of_tuples_is_free_unless_strict() {
    let lenient = house(H2h::default());
    lenient.importer().submit(disordered(&lenient)).expect(200);
    let strict = house(H2h { tuple_order: Strictness::Strict, ..H2h::default() });
    let client = strict.importer();
    let answer = client.submit(disordered(&strict)).expect(400).json();
    assert!(codes(&answer).contains(&"H2H-1042".to_owned()), "{answer}");
    assert!(answer["message"].to_string().contains("1042"));
    crate::support::nothing_stored(&client, &strict.aju(1));
}

#[test]
fn json_types_may_be_mixed_unless_strict() {
    let mixed = |house: &House| {
        changed(&house.document(1, 1), |d| {
            d["bruto"] = json!(d["bruto"].to_string());
            d["kodeJenisImpor"] = json!(1);
        })
    };
    let lenient = house(H2h::default());
    lenient.importer().submit(mixed(&lenient)).expect(200);
    let strict = house(H2h { json_types: Strictness::Strict, ..H2h::default() });
    let answer = strict.importer().submit(mixed(&strict)).expect(400).json();
    let pointers: Vec<&str> =
        answer["temuan"].as_array().unwrap().iter().map(|t| t["pointer"].as_str().unwrap()).collect();
    assert!(pointers.contains(&"bruto") && pointers.contains(&"kodeJenisImpor"), "{pointers:?}");
}

#[test]
fn an_older_schema_is_warned_about_passed_or_refused() {
    let old = |house: &House| {
        changed(&house.document(1, 1), |d| {
            for line in d["barang"].as_array_mut().unwrap() {
                line.as_object_mut().unwrap().shift_remove("metodePenentuanNilai");
            }
        })
    };
    let told = |schema: SchemaPolicy| {
        let house = house(H2h { schema, ..H2h::default() });
        let answer = house.importer().submit(old(&house));
        (answer.status, codes(&answer.json()).iter().any(|code| code.starts_with("PIB-W.")))
    };
    assert_eq!(told(SchemaPolicy::Warn), (200, true));
    assert_eq!(told(SchemaPolicy::Ignore), (200, false));
    assert_eq!(told(SchemaPolicy::From("2026-03-06".parse().unwrap())), (400, true));
    assert_eq!(told(SchemaPolicy::From("2026-03-07".parse().unwrap())), (200, true));
}

#[test]
fn the_digits_of_a_company_are_a_choice() {
    let house = house(H2h { company_ids: vec![15], ..H2h::default() });
    let client = house.importer();
    let message = |id: &str| client.get(&format!("/status?idPerusahaan={id}")).expect(200).json()["message"].clone();
    assert_eq!(message("990000010999000"), "Data Tidak Ditemukan");
    assert_eq!(message("0990000010999000"), "Data Perusahaan Tidak Sesuai");
}

#[test]
fn words_that_mean_yes_are_a_choice() {
    let house = house(H2h { final_words: vec!["ya".into()], ..H2h::default() });
    let client = house.importer();
    let sent = |path: &str, n: u32| {
        client.post(path, house.document(n, n)).expect(200);
        let status = client.status(&house.aju(n));
        status["dataStatus"].as_array().unwrap().iter().any(|row| row["kodeProses"] == "100")
    };
    assert!(sent("/document?isFinal=ya", 1));
    assert!(!sent("/document?isFinal=true", 2));
}

fn with_key(house: &House, username: &str) -> String {
    let made = app::company::keys::create(&house.app, &house.actor(username), "uji").unwrap();
    made.0
}

fn look(client: &Client, services: &'static str, header: Option<(&str, &str)>) -> u16 {
    let headers: Vec<(&str, &str)> = header.into_iter().collect();
    client.on("").send("GET", &format!("{services}/kurs/USD"), &headers, b"").status
}

#[test]
fn api_keys_are_taken_and_where_demanded_required() {
    let expected = [(KeyPolicy::Optional, [200, 200]), (KeyPolicy::V2, [200, 401]), (KeyPolicy::Required, [401, 401])];
    for (api_key, without) in expected {
        let house = house(H2h { api_key, ..H2h::default() });
        let client = house.importer();
        let (own, other) = (with_key(&house, "importir"), with_key(&house, "importir-mita"));
        let paths = ["/openapi", "/v2/openapi"];
        for (path, without) in paths.into_iter().zip(without) {
            assert_eq!(look(&client, path, None), without, "{api_key:?} {path}");
            // Some clients put their id_token there: where no key is demanded it counts as none.
            assert_eq!(look(&client, path, Some(("beacukai-api-key", "bukan-kunci"))), without);
            for name in ["Beacukai-Api-Key", "nle-api-key"] {
                assert_eq!(look(&client, path, Some((name, &own))), 200, "{api_key:?} {path} {name}");
                assert_eq!(look(&client, path, Some((name, &other))), 401, "a key of another company");
            }
        }
        let keys = app::company::keys::list(&house.app, &house.actor("importir")).unwrap();
        let used = keys.into_iter().find(|key| key.label == "uji").unwrap();
        assert!(used.last_used.is_some());
        app::company::keys::revoke(&house.app, &house.actor("importir"), &used.id).unwrap();
        let revoked = look(&client, "/v2/openapi", Some(("beacukai-api-key", &own)));
        assert_eq!(revoked, without[1], "a revoked key is none");
    }
}

#[test]
fn every_alias_logs_in_and_every_header_is_read() {
    let house = house(H2h::default());
    let body = json!({ "username": "importir", "password": house.person("importir").password, "app_id": "x" });
    for prefix in
        ["/nle-oauth/v1/user", "/v1/openapi-auth/user", "/amws/v1/user", "/auth-amws/v1/user", "/v2/authws/user"]
    {
        let answer = house.stranger().on("").post(&format!("{prefix}/login"), body.to_string()).expect(200).json();
        let token = answer["item"]["access_token"].as_str().unwrap();
        let bearer = format!("Bearer {token}");
        for (name, value) in [("authorization", bearer.as_str()), ("authorization", token), ("authentication", token)] {
            let seen = house.stranger().on("").send("GET", "/openapi/kurs/USD", &[(name, value)], b"");
            assert_eq!(seen.status, 200, "{prefix} {name}");
        }
        let info =
            house.stranger().with_token(token).on("").get(&format!("{prefix}/userinfo-token")).expect(200).json();
        assert_eq!((&info["item"]["userName"], &info["item"]["pin"]), (&json!("importir"), &json!(null)));
    }
}
