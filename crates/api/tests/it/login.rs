//! Log in, refresh, and what happens without a token (h2h-api 1.3, 1.4).

use serde_json::{Value, json};
use testkit::{Client, House, on_both};

/// Every address of the log-in service.
const AUTH: [&str; 5] =
    ["/nle-oauth/v1/user", "/v1/openapi-auth/user", "/amws/v1/user", "/auth-amws/v1/user", "/v2/authws/user"];

fn anywhere(house: &House) -> Client {
    house.stranger().on("")
}

fn credentials(house: &House) -> String {
    json!({ "username": "importir", "password": house.person("importir").password }).to_string()
}

fn item(house: &House) -> Value {
    anywhere(house).post("/nle-oauth/v1/user/login", credentials(house)).expect(200).json()["item"].clone()
}

fn members(object: &Value) -> Vec<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

on_both! {
    fn every_address_logs_in(house) {
        for prefix in AUTH {
            let answer = anywhere(house).post(&format!("{prefix}/login"), credentials(house)).expect(200).json();
            assert_eq!(answer["status"], "success");
            assert_eq!(answer["message"], "Berhasil masuk ke SSO BeaCukai");
            let item = &answer["item"];
            assert_eq!(members(&answer), ["status", "message", "item"]);
            assert_eq!(
                members(item),
                [
                    "access_token", "expires_in", "refresh_expires_in", "refresh_token", "token_type", "id_token",
                    "not-before-policy", "session_state", "scope",
                ]
            );
            assert_eq!((&item["expires_in"], &item["refresh_expires_in"]), (&json!(7200), &json!(14400)));
            assert_eq!((&item["token_type"], &item["not-before-policy"]), (&json!("Bearer"), &json!(0)));
            let token = item["access_token"].as_str().unwrap();
            house.stranger().with_token(token).get("/kurs/USD").expect(200);
        }
    }

    fn wrong_passwords_and_unknown_users_look_the_same(house) {
        let refused = json!({ "status": "failed", "message": "Invalid user credentials" });
        let attempts = [
            json!({ "username": "importir", "password": "salah" }),
            json!({ "username": "tidak-ada", "password": "salah" }),
            json!({ "username": "importir" }),
            json!({ "username": "importir", "password": null }),
            json!([]),
        ];
        for body in attempts {
            let answer = anywhere(house).post("/nle-oauth/v1/user/login", body.to_string()).expect(401);
            assert_eq!(answer.json(), refused, "{body}");
        }
        let answer = anywhere(house).post("/v1/openapi-auth/user/login", b"username=importir").expect(401);
        assert_eq!(answer.json(), refused);
        house.importer();
    }

    fn a_refresh_token_gives_one_new_pair(house) {
        let stranger = anywhere(house);
        let refresh = |headers: &[(&str, &str)], body: &str| {
            stranger.post_with("/v1/openapi-auth/user/update-token", headers, body)
        };
        let token = |item: &Value| item["refresh_token"].as_str().unwrap().to_owned();

        let first = token(&item(house));
        let answer = refresh(&[("authorization", &first)], "").expect(200).json();
        assert_eq!(answer["message"], "Berhasil memperbarui token");
        let second = token(&answer["item"]);
        let answer = refresh(&[("authorization", &format!("Bearer {second}"))], "{}").expect(200).json();
        let third = token(&answer["item"]);
        let answer = refresh(&[], &json!({ "refresh_token": third }).to_string()).expect(200).json();
        let access = answer["item"]["access_token"].as_str().unwrap();
        house.stranger().with_token(access).get("/kurs/USD").expect(200);

        let unauthorised = json!({ "Exception": " Unauthorized application request" });
        for used in [first, second, third] {
            assert_eq!(refresh(&[("authorization", &used)], "").expect(401).json(), unauthorised);
        }
        let access_is_no_refresh = refresh(&[("authorization", access)], "").expect(401).json();
        assert_eq!(access_is_no_refresh, unauthorised);
        assert_eq!(refresh(&[], "").expect(401).json(), unauthorised);
    }

    fn tokens_end(house) {
        let client = house.importer();
        client.get("/kurs/USD").expect(200);
        house.pass(std::time::Duration::from_secs(7_201));
        let answer = client.get("/kurs/USD").expect(401).json();
        assert_eq!(answer, json!({ "Exception": " Unauthorized application request" }));
    }

    fn a_revoked_token_is_none(house) {
        let item = item(house);
        let client = house.stranger().with_token(item["access_token"].as_str().unwrap());
        client.get("/kurs/USD").expect(200);
        for name in ["access_token", "refresh_token"] {
            let (hash, now) = (app::account::digest(item[name].as_str().unwrap()), house.app.now());
            assert!(house.app.db().write(move |tx| store::tokens::revoke(tx, &hash, now)).unwrap());
        }
        let unauthorised = json!({ "Exception": " Unauthorized application request" });
        assert_eq!(client.get("/kurs/USD").expect(401).json(), unauthorised);
        let body = json!({ "refresh_token": item["refresh_token"] }).to_string();
        let answer = anywhere(house).post("/nle-oauth/v1/user/update-token", body).expect(401);
        assert_eq!(answer.json(), unauthorised);
    }

    fn guessing_makes_the_account_wait(house) {
        let attempt = |body: &str| anywhere(house).post("/nle-oauth/v1/user/login", body);
        let wrong = json!({ "username": "importir", "password": "salah" }).to_string();
        for _ in 0..6 {
            attempt(&wrong).expect(401);
        }
        let right = credentials(house);
        let waiting = attempt(&right).expect(401).json();
        assert_eq!(waiting["message"], "Invalid user credentials", "no word about the wait");
        house.pass(std::time::Duration::from_mins(1));
        attempt(&right).expect(200);
    }

    fn services_need_a_token(house) {
        let unauthorised = json!({ "Exception": " Unauthorized application request" });
        for services in ["/openapi", "/v2/openapi"] {
            let stranger = house.stranger().on(services);
            for client in [&stranger, &stranger.with_token("bukan-token")] {
                for path in ["/status?idPerusahaan=0990000010999000", "/status/x", "/kurs/USD", "/download-respon?path=x"] {
                    assert_eq!(client.get(path).expect(401).json(), unauthorised, "{path}");
                }
                assert_eq!(client.submit("{}").expect(401).json(), unauthorised);
                assert_eq!(client.post("/document/check", "{}").expect(401).json(), unauthorised);
            }
            let item = item(house);
            let token = item["access_token"].as_str().unwrap();
            let headers = [("authentication", token)];
            stranger.send("GET", &format!("{services}/kurs/USD"), &headers, b"").expect(200);
        }
    }

    fn unknown_paths_and_methods_have_the_gateways_words(house) {
        let client = house.importer();
        for path in ["/tidak-ada", "/document/apa/ini", "/status/a/b", "/respon/cetak-formulir/lain"] {
            for services in ["/openapi", "/v2/openapi"] {
                let answer = client.on(services).get(path).expect(404);
                assert_eq!(answer.text(), "Object Not Found", "{services}{path}");
            }
        }
        for prefix in AUTH {
            let answer = anywhere(house).get(&format!("{prefix}/tidak-ada")).expect(404);
            assert_eq!(answer.text(), "Object Not Found");
        }
        let answer = client.get("/document").expect(405).json();
        assert_eq!(answer, json!({ "Exception": "Method not allowed : get" }));
        let answer = client.post("/status", "{}").expect(405).json();
        assert_eq!(answer, json!({ "Exception": "Method not allowed : post" }));
    }
}
