//! Outcomes by suffix, amount, rule and time.

use app::ports::{BillingStatus, Insw, LartasAnswer, Mpn, PartnerFault, Tps};
use serde_json::json;

use crate::world::{World, aju, billing, goods, lartas, world, world_with};

fn issue(world: &World, sequence: &str, rupiah: i64) -> String {
    let request = billing(&format!("b-{sequence}-{rupiah}"), &aju(sequence), rupiah, &world.clock);
    world.partners.mpn.create_billing(&request).unwrap()
}

fn payments(world: &World, kode: &str) -> usize {
    match world.partners.mpn.billing_status(kode).unwrap() {
        BillingStatus::Lunas { pembayaran } => pembayaran.len(),
        _ => 0,
    }
}

#[test]
fn the_end_of_the_aju_chooses_for_insw() {
    let world = world();
    let ask = |sequence: &str| world.partners.insw.analyse(&lartas(sequence, &aju(sequence), &["84713020"], &[]));
    assert_eq!(ask("000001"), Ok(LartasAnswer::Sesuai));
    assert!(matches!(ask("990101"), Ok(LartasAnswer::Dikembalikan { .. })));
    assert!(matches!(ask("990102"), Ok(LartasAnswer::PerluPenelitian { .. })));
    assert!(matches!(ask("990103"), Err(PartnerFault::Refused { .. })));
}

#[test]
fn the_end_of_the_aju_or_the_amount_chooses_for_the_payment() {
    let world = world();
    let refused = world.partners.mpn.create_billing(&billing("b", &aju("990201"), 5000, &world.clock));
    assert!(matches!(refused, Err(PartnerFault::Refused { .. })));
    let expired = issue(&world, "990202", 5000);
    assert_eq!(world.partners.mpn.billing_status(&expired), Ok(BillingStatus::Kedaluwarsa));
    for (sequence, rupiah) in [("990203", 5000), ("000001", 1_013_000)] {
        let kode = issue(&world, sequence, rupiah);
        assert_eq!(world.pay(&kode, &json!({})).1["kode"], "GAGAL", "{sequence} {rupiah}");
        assert_eq!(payments(&world, &kode), 0);
    }
    for (sequence, rupiah) in [("990204", 5000), ("000001", 1_022_000)] {
        let kode = issue(&world, sequence, rupiah);
        assert_eq!(world.pay(&kode, &json!({})).0, 200);
        let Ok(BillingStatus::Lunas { pembayaran }) = world.partners.mpn.billing_status(&kode) else { panic!() };
        assert_eq!(pembayaran.len(), 2, "{sequence} {rupiah}");
        assert_ne!(pembayaran[0].ntpn, pembayaran[1].ntpn);
    }
    assert_eq!(payments(&world, &issue(&world, "990205", 5000)), 1, "paid at once");
}

#[test]
fn a_bill_expires_by_time_and_the_bank_can_be_forced() {
    let world = world();
    let kode = issue(&world, "000001", 5000);
    world.clock.pass(5 * 86_400);
    assert_eq!(world.partners.mpn.billing_status(&kode), Ok(BillingStatus::Aktif), "the last moment still counts");
    world.clock.pass(1);
    assert_eq!(world.partners.mpn.billing_status(&kode), Ok(BillingStatus::Kedaluwarsa));
    let (status, body) = world.pay(&kode, &json!({}));
    assert_eq!((status, body["kode"].as_str()), (409, Some("KEDALUWARSA")));
    assert_eq!(world.pay(&kode, &json!({"paksa": true})).0, 200);
    assert_eq!(payments(&world, &kode), 1);
}

#[test]
fn another_amount_is_refused_and_a_second_payment_must_be_meant() {
    let world = world();
    let kode = issue(&world, "000001", 5000);
    let (status, body) = world.pay(&kode, &json!({"jumlah": 4000}));
    assert_eq!((status, body["kode"].as_str()), (422, Some("JUMLAH")));
    for nonsense in [json!({"jumlah": 0}), json!({"jumlah": -5}), json!({"jumlah": 1.5}), json!({"lain": 1})] {
        assert_eq!(world.pay(&kode, &nonsense).0, 400, "{nonsense}");
    }
    assert_eq!(world.pay(&kode, &json!({"jumlah": 5000})).0, 200);
    assert_eq!(world.pay(&kode, &json!({})).1["kode"], "SUDAH_LUNAS");
    assert_eq!(world.pay(&kode, &json!({"paksa": true, "jumlah": 4000})).0, 200);
    assert_eq!(payments(&world, &kode), 2);
    assert_eq!(world.pay("412345678901234", &json!({})).0, 404);
}

#[test]
fn the_end_of_the_position_chooses_for_the_goods() {
    let world = world();
    let tps = &world.partners.tps;
    let release = |pos: &str| tps.release(&goods(pos), "000001/SPPB", jiff::civil::date(2019, 1, 2)).unwrap();
    assert_eq!(tps.status(&goods("000100009902")).unwrap().waktu_timbun, None);
    assert_eq!(tps.status(&goods("000100009901")).unwrap().waktu_timbun, None);
    tps.prepare(&goods("000100009903")).unwrap();
    release("000100009901");
    release("000100009904");
    world.clock.pass(60);
    let late = tps.status(&goods("000100009902")).unwrap();
    assert_eq!(late.waktu_timbun.unwrap().to_string(), "2019-01-02T02:01:00Z");
    let never = tps.status(&goods("000100009901")).unwrap();
    assert_eq!((never.waktu_timbun, never.waktu_keluar), (None, None), "what never came cannot leave");
    assert_eq!(tps.status(&goods("000100009903")).unwrap().waktu_siap_periksa, None);
    assert_eq!(tps.status(&goods("000100009904")).unwrap().waktu_keluar, None);
}

#[test]
fn rules_can_be_put_later_and_the_longest_suffix_wins() {
    let world = world();
    world.rule(&json!({"cocok": "*", "lartas": "PERLU_PENELITIAN", "bayarOtomatis": 30}));
    world.rule(&json!({"cocok": "1", "lartas": "DIKEMBALIKAN"}));
    world.rule(&json!({"cocok": "000001", "lartas": "SESUAI"}));
    let ask = |id: &str, sequence: &str| {
        world.partners.insw.analyse(&lartas(id, &aju(sequence), &["84713020"], &[])).unwrap()
    };
    assert_eq!(ask("a", "000001"), LartasAnswer::Sesuai);
    assert!(matches!(ask("b", "000011"), LartasAnswer::Dikembalikan { .. }));
    assert!(matches!(ask("c", "000002"), LartasAnswer::PerluPenelitian { .. }));
    world.rule(&json!({"cocok": "1"}));
    assert!(matches!(ask("d", "000011"), LartasAnswer::PerluPenelitian { .. }), "a rule that says nothing is removed");

    let kode = issue(&world, "000001", 5000);
    world.clock.pass(29);
    assert_eq!(payments(&world, &kode), 0);
    world.clock.pass(1);
    assert_eq!(payments(&world, &kode), 1);

    world.rule(&json!({"cocok": "000100000000", "timbun": "TIDAK_PERNAH"}));
    assert_eq!(world.partners.tps.status(&goods("000100000000")).unwrap().waktu_timbun, None);
    world.rule(&json!({"cocok": "000100000000", "timbun": 0}));
    assert!(world.partners.tps.status(&goods("000100000000")).unwrap().waktu_timbun.is_some());
}

#[test]
fn the_restricted_table_is_configured() {
    let world = world_with(|config| config.lartas.clear());
    let answer = world.partners.insw.analyse(&lartas("r", &aju("000001"), &["17019910"], &[]));
    assert_eq!(answer, Ok(LartasAnswer::Sesuai));
}

#[test]
fn the_manual_lists_every_built_in_outcome() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/sandbox.md");
    let manual = std::fs::read_to_string(path).unwrap();
    for rule in partners::simulator::builtin_rules() {
        let shown = match rule.cocok.strip_prefix("nilai:") {
            Some(amount) => format!("| {} |", kernel::Rupiah(amount.parse().unwrap()).to_letter()),
            None => format!(" `{}` |", rule.cocok),
        };
        assert!(manual.contains(&shown), "{shown}");
    }
}
