//! The description, the router and real answers say the same (docs/openapi.json).

use std::collections::BTreeSet;

use api::describe;
use serde_json::{Value, json};
use testkit::{Answer, House, letter, on_both, open_bill};

use crate::schema;

/// Addresses that are another spelling of a described one.
const SPELLINGS: [(&str, &str); 2] = [("/document/{query}", "/document/check"), ("/status/", "/status")];

#[test]
fn the_committed_copy_is_up_to_date() {
    let committed = include_str!("../../../../docs/openapi.json");
    let now = format!("{}\n", describe::pretty());
    assert!(committed == now, "run: cargo run -p pabean-server -- openapi h2h > docs/openapi.json");
}

#[test]
fn every_served_address_is_described_and_nothing_else() {
    let described: BTreeSet<String> = describe::described()
        .into_iter()
        .map(|(method, path, _)| format!("{} {path}", method.to_uppercase()))
        .collect();
    let served: BTreeSet<String> = api::routes()
        .into_iter()
        .map(|(method, path)| {
            let spelt = SPELLINGS.iter().find_map(|(tail, meant)| Some(format!("{}{meant}", path.strip_suffix(tail)?)));
            format!("{method} {}", spelt.unwrap_or(path).replace("{*", "{"))
        })
        .collect();
    assert!(served.len() > 60, "{served:?}");
    assert_eq!(described, served);
}

#[test]
fn both_generations_are_described_alike() {
    let paths = describe::openapi()["paths"].clone();
    for (first, second) in [("/openapi/", "/v2/openapi/"), ("/nle-oauth/v1/user/", "/v1/openapi-auth/user/")] {
        let below = |prefix: &str| -> Vec<(String, Value)> {
            let own = paths.as_object().unwrap().iter().filter(|(path, _)| path.starts_with(prefix));
            own.map(|(path, methods)| (path[prefix.len()..].to_owned(), nameless(methods))).collect()
        };
        assert!(below(first).len() > 2);
        assert_eq!(below(first), below(second));
    }
}

/// Without the names that must differ.
fn nameless(methods: &Value) -> Value {
    let mut methods = methods.clone();
    for operation in methods.as_object_mut().unwrap().values_mut() {
        operation.as_object_mut().unwrap().remove("operationId");
    }
    methods
}

#[test]
fn every_reference_leads_somewhere_and_every_name_is_one() {
    let document = describe::openapi();
    let mut references = Vec::new();
    collect(&document, &mut references);
    assert!(references.len() > 100);
    for reference in references {
        assert!(document.pointer(reference.trim_start_matches('#')).is_some(), "{reference}");
    }
    let paths = document["paths"].as_object().unwrap().values();
    let names: Vec<&str> = paths
        .flat_map(|methods| methods.as_object().unwrap().values())
        .map(|operation| operation["operationId"].as_str().unwrap())
        .collect();
    let unique: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(unique.len(), names.len());
}

fn collect(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            out.extend(members.get("$ref").and_then(Value::as_str).map(str::to_owned));
            members.values().for_each(|member| collect(member, out));
        }
        Value::Array(rows) => rows.iter().for_each(|row| collect(row, out)),
        _ => {}
    }
}

/// Judges an answer by the description of its operation.
struct Judge(Value);

impl Judge {
    /// `path` is the described one.
    #[track_caller]
    fn judge(&self, method: &str, path: &str, answer: &Answer) {
        let mut response = &self.0["paths"][path][method]["responses"][answer.status.to_string()];
        assert!(response.is_object(), "{method} {path}: {} is not described", answer.status);
        if let Some(reference) = response["$ref"].as_str() {
            response = self.0.pointer(reference.trim_start_matches('#')).unwrap();
        }
        let media = answer.header("content-type").split(';').next().unwrap_or_default();
        let schema = &response["content"][media]["schema"];
        assert!(schema.is_object(), "{method} {path} {}: {media} is not described", answer.status);
        if media == "application/json" {
            let body = answer.json();
            let errors = schema::errors(&self.0, schema, &body);
            assert!(errors.is_empty(), "{method} {path} {}: {errors:#?}\n{body:#}", answer.status);
        }
    }
}

fn answers_are_as_described(house: &House, services: &'static str) {
    let judge = Judge(describe::openapi());
    let (client, aju, body) = (house.importer().on(services), house.aju(1), house.document(1, 1));
    let post = |path: &str, described: &str, body: &str| {
        judge.judge("post", &format!("{services}{described}"), &client.post(path, body));
    };
    post("/document/check", "/document/check", &body);
    post("/document/check", "/document/check", "{}");
    post("/document", "/document", &body);
    post("/document?isFinal=true", "/document", &body);
    post("/document?isFinal=true", "/document", "{");
    post("/document?isFinal=true", "/document", &body.replace("Manajer Impor", "Direktur"));
    house.until_letter(&client, &aju, "2020");
    let status = client.status(&aju);
    let (path, code) =
        (letter(&status, "2020").unwrap()["pdf"].as_str().unwrap().to_owned(), open_bill(&status).unwrap());
    let asked = [
        ("/status/{aju}", format!("/status/{aju}")),
        ("/status/{aju}", "/status/x".into()),
        ("/status", "/status?idPerusahaan=0990000010999000".into()),
        ("/status", "/status".into()),
        ("/download-respon", format!("/download-respon?path={path}")),
        ("/download-respon", "/download-respon?path=x".into()),
        ("/respon/{path}", format!("/{path}")),
        ("/respon/pdf", format!("/respon/pdf?kodeRespon=2020&nomorAju={aju}")),
        ("/respon/billing", format!("/respon/billing?kodeBilling={code}")),
        ("/respon/cetak-formulir", format!("/respon/cetak-formulir?nomorAju={aju}")),
        ("/respon/cetak-formulir/{stage}", format!("/respon/cetak-formulir/final?nomorAju={aju}")),
        ("/respon/cetak-formulir/{stage}", "/respon/cetak-formulir/lain".into()),
        ("/document/detail/{kind}/{aju}/{office}", format!("/document/detail/20/{aju}/040300")),
        ("/document/detail/{kind}/{aju}/{office}", format!("/document/detail/33/{aju}/040300")),
        ("/generate-pungutan/{kind}/{aju}", format!("/generate-pungutan/20/{aju}")),
        ("/kurs/{valuta}", "/kurs/USD".into()),
        ("/kurs/{valuta}", "/kurs/XTS".into()),
        ("/kurs/{valuta}", "/kurs/USD?tanggal=kemarin".into()),
        ("/tarif-hs", "/tarif-hs?kodeHs=84818099".into()),
        ("/tarif-hs", "/tarif-hs?kodeHs=00000000".into()),
        ("/hs-lartas", "/hs-lartas?kodeHs=01012100".into()),
        ("/manifes-bc11", "/manifes-bc11?noHostBl=X&tglHostBl=01-01-2026&kodeKantor=040300&nama=X".into()),
        ("/pelabuhan/kata/{words}", "/pelabuhan/kata/tanjung".into()),
        ("/pelabuhan/kodeKantor/{office}", "/pelabuhan/kodeKantor/040300".into()),
        ("/gudangTPS/kodeKantor/{office}", "/gudangTPS/kodeKantor/040300".into()),
        ("/referensi/pelabuhan-dalam-negeri/{office}", "/referensi/pelabuhan-dalam-negeri/040300".into()),
        ("/referensi/pelabuhan-luar-negeri/{words}", "/referensi/pelabuhan-luar-negeri/shanghai".into()),
        ("/referensi/tps-gudang/{office}", "/referensi/tps-gudang/040300".into()),
        ("/referensi/kantor", "/referensi/kantor?kata=priok".into()),
        (
            "/tps/dokumen-pabean",
            "/tps/dokumen-pabean?jnsDokumen=1&noDokumen=1&tglDokumen=2026-03-06&kdKantor=040300".into(),
        ),
        ("/events", "/events?since=0".into()),
        ("/events", "/events?since=x".into()),
        ("/sandbox/outcome/{aju}", format!("/sandbox/outcome/{aju}")),
        ("/sandbox/clock", "/sandbox/clock".into()),
    ];
    let gets =
        describe::described().into_iter().filter(|(method, path, _)| *method == "get" && path.starts_with(services));
    let tried: BTreeSet<String> = asked.iter().map(|(described, _)| format!("{services}{described}")).collect();
    assert_eq!(tried, gets.map(|(_, path, _)| path).collect(), "every description is held against an answer");
    for (described, path) in asked {
        let described = format!("{services}{described}");
        judge.judge("get", &described, &client.get(&path));
        judge.judge("get", &described, &house.stranger().on(services).get(&path));
    }
}

on_both! {
    fn answers_on_the_first_paths(house) {
        answers_are_as_described(house, "/openapi");
    }

    fn answers_on_the_second_paths(house) {
        answers_are_as_described(house, "/v2/openapi");
    }

    fn answers_of_the_log_in(house) {
        let judge = Judge(describe::openapi());
        let client = house.stranger().on("");
        for prefix in api::AUTH_PREFIXES {
            let post = |name: &str, body: Value| {
                let answer = client.post(&format!("{prefix}/{name}"), body.to_string());
                judge.judge("post", &format!("{prefix}/{name}"), &answer);
                answer
            };
            let right = json!({ "username": "importir", "password": house.person("importir").password });
            let item = post("login", right).expect(200).json()["item"].clone();
            post("login", json!({ "username": "tidak-ada", "password": "x" })).expect(401);
            post("update-token", json!({ "refresh_token": item["refresh_token"] })).expect(200);
            post("update-token", json!({ "refresh_token": "x" })).expect(401);
            for name in ["user-info-by-email", "userinfo-token"] {
                let path = format!("{prefix}/{name}");
                judge.judge("get", &path, &client.get(&path));
                judge.judge("get", &path, &house.importer().on("").get(&path));
            }
            house.pass(std::time::Duration::from_mins(1));
        }
    }

    fn the_description_is_served(house) {
        let answer = house.stranger().on("").get("/openapi.json").expect(200);
        assert_eq!(answer.json(), describe::openapi());
        assert_eq!(answer.header("content-type"), "application/json");
    }
}
