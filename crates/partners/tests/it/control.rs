//! The switches of the partners, driven as a test of the customs system would.

use app::ports::{Insw, LartasAnswer, Mpn, PartnerFault, Registry, Tps};
use serde_json::json;

use crate::world::{NPWP, aju, billing, goods, impatient, lartas, world};

#[test]
fn each_partner_has_a_switch_of_its_own() {
    let world = world();
    world.switch("tps", &json!({"mode": "MATI"}));
    assert!(matches!(world.partners.tps.status(&goods("000100000000")), Err(PartnerFault::Down { .. })));
    assert!(world.partners.registry.standing(NPWP).is_ok());
    world.switch("registri", &json!({"mode": "RUSAK"}));
    assert!(
        matches!(world.partners.registry.standing(NPWP), Err(PartnerFault::Down { reason, .. }) if reason.contains("unreadable"))
    );
    world.switch("insw", &json!({"mode": "TOLAK"}));
    let refused = world.partners.insw.analyse(&lartas("r", &aju("000001"), &["84713020"], &[]));
    assert!(matches!(refused, Err(PartnerFault::Refused { .. })));
}

#[test]
fn a_slow_partner_is_given_up_or_waited_for() {
    let world = world();
    world.switch("registri", &json!({"mode": "LAMBAT", "ms": 100}));
    let begun = std::time::Instant::now();
    assert!(world.partners.registry.standing(NPWP).is_ok());
    assert!(begun.elapsed().as_millis() >= 100);
    world.switch("registri", &json!({"mode": "LAMBAT", "ms": 60_000}));
    let hasty = impatient(&world.clock, &world.simulator.base_url()).registry;
    assert!(matches!(hasty.standing(NPWP), Err(PartnerFault::Down { reason, .. }) if reason.contains("time-out")));
    assert!(begun.elapsed().as_secs() < 10);
}

#[test]
fn a_switch_can_hold_for_some_requests_only() {
    let world = world();
    world.switch("insw", &json!({"mode": "MATI", "kali": 2}));
    let ask = || world.partners.insw.analyse(&lartas("r", &aju("000001"), &["84713020"], &[]));
    assert!(ask().is_err() && ask().is_err());
    assert_eq!(ask(), Ok(LartasAnswer::Sesuai));
    assert_eq!(world.get("/kendali/v1").1["mitra"]["insw"], json!({"mode": "NORMAL", "panggilan": 3}));
}

#[test]
fn a_lost_answer_is_not_done_twice() {
    let world = world();
    world.switch("mpn", &json!({"mode": "BISU", "kali": 1}));
    let request = billing("b1", &aju("000001"), 5000, &world.clock);
    assert!(matches!(world.partners.mpn.create_billing(&request), Err(PartnerFault::Down { .. })));
    let kode = world.partners.mpn.create_billing(&request).unwrap();
    let (_, listed) = world.get(&format!("/kendali/v1/billing?nomorAju={}", aju("000001")));
    assert_eq!(listed.as_array().unwrap().len(), 1);
    assert_eq!(listed[0]["kodeBilling"], kode);
}

#[test]
fn the_bank_stays_open_while_mpn_is_down() {
    let world = world();
    let kode = world.partners.mpn.create_billing(&billing("b1", &aju("000001"), 5000, &world.clock)).unwrap();
    world.switch("mpn", &json!({"mode": "MATI"}));
    assert_eq!(world.pay(&kode, &json!({})).0, 200);
}

#[test]
fn goods_can_be_moved_by_hand() {
    let world = world();
    let mut body = json!({"kodeKantor": "040300", "kodeTps": "KOJA", "nomorBc11": "000123", "tanggalBc11": "2019-01-02",
        "nomorPos": "000100009901", "aksi": "TIMBUN"});
    assert_eq!(world.partners.tps.status(&goods("000100009901")).unwrap().waktu_timbun, None);
    assert_eq!(world.post("/kendali/v1/tps/aksi", &body).0, 200);
    assert!(world.partners.tps.status(&goods("000100009901")).unwrap().waktu_timbun.is_some());
    body["nomorPos"] = json!("000100000777");
    body["aksi"] = json!("KELUAR");
    let (_, status) = world.post("/kendali/v1/tps/aksi", &body);
    assert!(status["waktuTimbun"].is_string() && status["waktuKeluar"].is_string(), "{status}");
}

#[test]
fn control_refuses_nonsense() {
    let world = world();
    let check = |path: &str, body: serde_json::Value, expect: u16| {
        let (status, answer) = world.post(path, &body);
        assert_eq!(status, expect, "{path} {body}: {answer}");
        assert!(answer["kode"].is_string() && answer["pesan"].is_string(), "{answer}");
    };
    check("/kendali/v1/entah", json!({"mode": "MATI"}), 404);
    check("/kendali/v1/mpn", json!({"mode": "ENTAH"}), 400);
    check("/kendali/v1/mpn", json!({"mode": "LAMBAT", "ms": 999_999}), 400);
    check("/kendali/v1/mpn", json!({"mode": "LAMBAT", "ms": -1}), 400);
    check("/kendali/v1/aturan", json!({"cocok": "", "lartas": "SESUAI"}), 400);
    check("/kendali/v1/aturan", json!({"cocok": "a/b", "lartas": "SESUAI"}), 400);
    check("/kendali/v1/aturan", json!({"cocok": "1", "timbun": "BESOK"}), 400);
    check("/kendali/v1/aturan", json!({"cocok": "1", "entah": 1}), 400);
    check("/tidak/ada", json!({}), 404);
    assert_eq!(world.get("/insw/v1/lartas").0, 405);
}
