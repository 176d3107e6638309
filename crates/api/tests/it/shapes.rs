//! The shape of every answer, as a picture: members, their order and their types.

use serde_json::{Value, json};
use testkit::{House, letter, on_both, open_bill};

/// A value with every scalar replaced by the name of its type; of a list, its first row.
fn shape(value: &Value) -> Value {
    match value {
        Value::Null => Value::Null,
        Value::Bool(_) => json!("bool"),
        Value::Number(_) => json!("number"),
        Value::String(_) => json!("text"),
        Value::Array(rows) => rows.iter().take(1).map(shape).collect(),
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), shape(value))).collect(),
    }
}

fn picture(house: &House) -> String {
    let client = house.importer();
    let check = client.post("/document/check", house.document(1, 1)).expect(200).json();
    client.submit(house.document(1, 1)).expect(200);
    let aju = house.aju(1);
    let status = house.until_letter(&client, &aju, "2020");
    let bill = letter(&status, "2020").unwrap();
    assert!(open_bill(&status).is_some() && bill["pdf"].as_str().unwrap().starts_with("respon/2026/3/6/"));
    let day = app::demo::sample::today(&house.app);
    let mut pictures =
        vec![("document/check".to_owned(), shape(&without(check, "temuan"))), ("status".to_owned(), shape(&status))];
    let paths = [
        format!("/document/detail/20/{aju}/040300"),
        format!("/document/detail/20/{aju}/050100"),
        "/kurs/USD".into(),
        "/kurs/ZZZ".into(),
        "/tarif-hs?kodeHs=84713020".into(),
        "/tarif-hs?kodeHs=99999999".into(),
        "/hs-lartas?kodeHs=01012100".into(),
        "/hs-lartas?kodeHs=84713020".into(),
        "/pelabuhan/kata/tanjung".into(),
        "/pelabuhan/kodeKantor/040300".into(),
        "/gudangTPS/kodeKantor/040300".into(),
        "/referensi/pelabuhan-dalam-negeri/040300".into(),
        "/referensi/pelabuhan-luar-negeri/singapore".into(),
        "/referensi/tps-gudang/040300".into(),
        "/referensi/kantor?kata=tanjung".into(),
        format!(
            "/manifes-bc11?noHostBl=CTHSHA0000001&tglHostBl={}&kodeKantor=040300&nama=PT+Contoh+Sejahtera+Abadi",
            paper_day(house)
        ),
        format!("/tps/dokumen-pabean?jnsDokumen=1&noDokumen=000001/KBC.0403/2026&tglDokumen={day}&kdKantor=040300"),
        "/events?since=0&limit=1".into(),
        "/sandbox/clock".into(),
    ];
    for path in paths {
        let answer = client.get(&path).expect(200).json();
        let shown = path.replace(&aju, "AJU").replace(&day.to_string(), "HARI");
        assert_eq!(client.on("/v2/openapi").get(&path).expect(200).status, 200, "both generations serve {path}");
        pictures.push((shown, shape(&answer)));
    }
    let levies = client.get(&format!("/generate-pungutan/20/{aju}")).expect(200).json();
    pictures.push(("/generate-pungutan".into(), shape(&without(without(levies, "penjelasan"), "temuan"))));
    let user = client.on("").get("/v1/openapi-auth/user/user-info-by-email").expect(200).json();
    pictures.push(("user-info-by-email".into(), shape(&user)));
    let lines =
        pictures.iter().map(|(path, shape)| format!("{path}\n{}", serde_json::to_string_pretty(shape).unwrap()));
    lines.collect::<Vec<_>>().join("\n\n")
}

fn paper_day(house: &House) -> String {
    let document: Value = serde_json::from_str(&house.document(1, 1)).unwrap();
    let paper = &document["dokumen"][1];
    assert_eq!(paper["nomorDokumen"], "CTHSHA0000001");
    let day: kernel::Date = paper["tanggalDokumen"].as_str().unwrap().parse().unwrap();
    day.strftime("%d-%m-%Y").to_string()
}

fn without(mut value: Value, name: &str) -> Value {
    value.as_object_mut().unwrap().shift_remove(name);
    value
}

on_both! {
    fn every_answer_keeps_its_shape(house) {
        insta::assert_snapshot!("bentuk", picture(house));
    }

    fn a_missing_parameter_is_told_as_live(house) {
        let client = house.importer();
        for (path, name) in [
            ("/status", "idPerusahaan"), ("/status?idPerusahaan=", "idPerusahaan"), ("/status/", "idPerusahaan"),
            ("/tarif-hs", "kodeHs"), ("/hs-lartas", "kodeHs"), ("/manifes-bc11", "noHostBl"),
            ("/tps/dokumen-pabean", "jnsDokumen"),
        ] {
            let text = format!("Required String parameter '{name}' is not present");
            assert_eq!(client.get(path).expect(500).json(), json!({ "Exception": text }), "{path}");
        }
        client.get("/tarif-hs?kodeHs=84713020&tanggal=kemarin").expect(400);
    }

    fn gateway_refusals_are_the_gateways(house) {
        let client = house.importer();
        assert_eq!(client.get("/document").expect(405).json(), json!({ "Exception": "Method not allowed : get" }));
        let none = json!({ "Exception": " Unauthorized application request" });
        for path in ["/tarif-hs?kodeHs=1", "/events", "/status?idPerusahaan=1", "/referensi/kantor", "/kurs/USD", "/sandbox/clock"] {
            assert_eq!(house.stranger().get(path).expect(401).json(), none, "{path}");
            assert_eq!(house.stranger().with_token("x").get(path).expect(401).json(), none, "{path}");
        }
        assert_eq!(client.get("/tidak-ada").expect(404).text(), "Object Not Found");
        assert_eq!(client.on("").get("/nle-oauth/v1/user/apa").expect(404).text(), "Object Not Found");
    }

    fn what_goods_leave_with_is_found_by_its_number(house) {
        let client = house.importer();
        client.submit(house.document(990_302, 1)).expect(200);
        let aju = house.aju(990_302);
        house.pay_bill(&client, &aju);
        let status = house.until_letter(&client, &aju, "2003");
        let number = letter(&status, "2003").unwrap()["nomorRespon"].as_str().unwrap().to_owned();
        let day = app::demo::sample::today(&house.app);
        let path = format!("/tps/dokumen-pabean?jnsDokumen=1&noDokumen={number}&tglDokumen={day}&kdKantor=040300");
        let paper = client.get(&path).expect(200).json();
        assert_eq!((&paper["nomor_dokumen_pengeluaran"], &paper["nomor_aju"]), (&json!(number), &json!(aju)));
        assert!(!paper["detil_kemasan"].as_array().unwrap().is_empty());
        let other = house.other_company().get(&path).expect(200).json();
        assert_eq!(other["message"], "Data Tidak Ditemukan");
        let wrong = client.get(&path.replace("jnsDokumen=1", "jnsDokumen=19")).expect(200).json();
        assert_eq!(wrong["message"], "Data Tidak Ditemukan");
    }

    fn a_consignment_is_told_to_its_consignee(house) {
        let day = paper_day(house);
        let path = |nama: &str| {
            format!("/manifes-bc11?noHostBl=CTHSHA0000002&tglHostBl={day}&kodeKantor=040300&nama={nama}")
        };
        let found = house.importer().get(&path("PT.+Contoh+Sejahtera+Abadi")).expect(200).json();
        assert_eq!((found["noBc11"].as_str(), found["noPos"].as_str()), (Some("001234"), Some("000200000000")));
        let doubted = "Gagal Ambil Data Similarity Nama Perusahaan dan Nama Consignee";
        let other = house.importer().get(&path("Orang+Lain")).expect(200).json();
        assert_eq!((other["noBc11"].as_str(), other["respon"].as_str()), (Some(""), Some(doubted)));
        let stranger = house.other_company().get(&path("PT+Contoh+Sejahtera+Abadi")).expect(200).json();
        assert_eq!((stranger["noBc11"].as_str(), stranger["respon"].as_str()), (Some(""), Some(doubted)));
        let none = house.importer().get(&path("PT").replace("0000002", "9999999")).expect(200).json();
        assert_eq!(none["respon"], "Data Tidak Ditemukan");
    }
}
