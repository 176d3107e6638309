//! What the simulator refuses because it is too much or not what the interface says.

use serde_json::{Value, json};

use crate::world::{NPWP, aju, billing, http, lartas, world};

fn fault(body: &str) -> String {
    let answer: Value = serde_json::from_str(body).unwrap_or_else(|_| panic!("{body}"));
    answer["kode"].as_str().unwrap().to_owned()
}

#[test]
fn bodies_are_bounded_json() {
    let world = world();
    let url = world.url("/mpn/v1/billing");
    let post = |kind: &str, body: &[u8]| {
        let (status, answer) = http("POST", &url, kind, body);
        (status, fault(&answer))
    };
    let large = format!(r#"{{"x":"{}"}}"#, "x".repeat(1 << 20));
    assert_eq!(post("application/json", large.as_bytes()), (413, "UKURAN".to_owned()));
    assert_eq!(post("text/plain", b"{}"), (415, "JENIS".to_owned()));
    for broken in [&b"{"[..], b"[]", b"\xff\xfe", b"null", b"{}", "[".repeat(100_000).as_bytes()] {
        assert_eq!(post("application/json", broken), (400, "PERMINTAAN".to_owned()));
    }
}

#[test]
fn forms_are_bounded_too() {
    let world = world();
    let (status, _) = world.form("/kendali/v1/aturan", &format!("cocok={}", "1".repeat(1 << 20)));
    assert_eq!(status, 413);
    assert_eq!(world.form("/kendali/v1/aturan", "cocok=%ff%fe&lartas=SESUAI").0, 400);
}

#[test]
fn billing_requests_are_checked() {
    let world = world();
    let good = serde_json::to_value(billing("b1", &aju("000001"), 5000, &world.clock)).unwrap();
    let check = |pointer: &str, value: Value| {
        let mut body = good.clone();
        *body.pointer_mut(pointer).unwrap() = value.clone();
        let (status, answer) = world.post("/mpn/v1/billing", &body);
        assert_eq!(status, 400, "{pointer} {value}: {answer}");
    };
    check("/requestId", json!(""));
    check("/requestId", json!("x".repeat(101)));
    check("/npwp", json!("1"));
    check("/kodeKantor", json!("40300"));
    check("/nama", json!(" "));
    check("/nomorAju", json!("040300-x"));
    check("/rincian", json!([]));
    check("/rincian", json!(vec![good["rincian"][0].clone(); 101]));
    check("/rincian/0/nilai", json!(0));
    check("/rincian/0/nilai", json!(1.5));
    check("/rincian/0/akun", json!("41"));
    let most = json!({"akun": "412111", "kodeJenisPungutan": "BM", "nilai": i64::MAX});
    check("/rincian", json!([most, most]));
    check("/berlakuSampai", json!("besok"));
    assert_eq!(world.post("/mpn/v1/billing", &good).0, 200);
}

#[test]
fn lartas_requests_are_checked() {
    let world = world();
    let request = lartas("r1", &aju("000001"), &["84713020"], &["959"]);
    let good = serde_json::to_value(partners::wire::LartasBody::from(&request)).unwrap();
    let check = |pointer: &str, value: Value| {
        let mut body = good.clone();
        *body.pointer_mut(pointer).unwrap() = value.clone();
        let (status, answer) = world.post("/insw/v1/lartas", &body);
        assert_eq!(status, 400, "{pointer} {value}: {answer}");
    };
    check("/nomorAju", json!("040300"));
    check("/npwp", json!("x"));
    check("/barang", json!([]));
    check("/barang", json!(vec![good["barang"][0].clone(); 10_001]));
    check("/barang/0/posTarif", json!("8471"));
    check("/barang/0/seriBarang", json!(0));
    check("/barang/0/seriBarang", json!(-1));
    assert_eq!(world.post("/insw/v1/lartas", &good).0, 200);
}

#[test]
fn questions_are_checked() {
    let world = world();
    for path in [
        "/tps/v1/posisi",
        "/tps/v1/posisi?kodeKantor=040300&kodeTps=K&nomorBc11=1&tanggalBc11=2019-13-01&nomorPos=000100000000",
        "/tps/v1/posisi?kodeKantor=040300&kodeTps=K%2F&nomorBc11=1&tanggalBc11=2019-01-01&nomorPos=000100000000",
        "/registri/v1/npwp/1",
        "/kendali/v1/billing",
    ] {
        let (status, answer) = world.get(path);
        assert_eq!((status, &answer["kode"]), (400, &json!("PERMINTAAN")), "{path}: {answer}");
    }
    assert_eq!(world.get(&format!("/registri/v1/npwp/{NPWP}")).0, 200);
}

#[test]
fn another_sites_page_cannot_press_buttons() {
    let world = world();
    let press = |origin: &str| {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .build()
            .into();
        let request = agent.post(world.url("/kendali/v1/mpn")).header("origin", origin);
        request.content_type("application/x-www-form-urlencoded").send("mode=MATI").unwrap().status().as_u16()
    };
    assert_eq!(press("http://jahat.invalid"), 403);
    assert_eq!(press("null"), 403);
    assert_eq!(world.get("/kendali/v1").1["mitra"]["mpn"]["mode"], "NORMAL");
    assert_eq!(press(&world.simulator.base_url()), 303);
    assert_eq!(world.get("/kendali/v1").1["mitra"]["mpn"]["mode"], "MATI");
}
