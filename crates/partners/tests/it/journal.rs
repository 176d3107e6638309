//! A simulator that is killed and started again on the same journal.

use std::io::Write;

use app::ports::{BillingStatus, Insw, LartasAnswer, Mpn, Tps};
use partners::simulator::{Running, SimulatorConfig};
use serde_json::json;

use crate::world::{HandClock, Scratch, World, aju, billing, goods, lartas, loopback, partners, start};

fn begin(clock: &std::sync::Arc<HandClock>, scratch: &Scratch) -> World {
    let simulator = start(clock, |config| config.journal = Some(scratch.0.clone()));
    let partners = partners(clock, &simulator.base_url());
    World { clock: clock.clone(), simulator, partners }
}

#[test]
fn it_comes_back_with_all_it_promised() {
    let (clock, scratch) = (HandClock::new(), Scratch::new("jurnal"));
    let request = billing("b1", &aju("000001"), 5_000_000, &clock);
    let asked = lartas("r1", &aju("000002"), &["17019910"], &[]);
    let world = begin(&clock, &scratch);
    let paid = world.partners.mpn.create_billing(&request).unwrap();
    world.pay(&paid, &json!({}));
    let cancelled = world.partners.mpn.create_billing(&billing("b2", &aju("000002"), 1000, &clock)).unwrap();
    world.partners.mpn.cancel_billing(&cancelled).unwrap();
    world.rule(&json!({"cocok": "7777", "timbun": "TIDAK_PERNAH"}));
    let before = (
        world.partners.mpn.billing_status(&paid).unwrap(),
        world.partners.insw.analyse(&asked).unwrap(),
        world.partners.tps.status(&goods("000100000000")).unwrap(),
    );
    assert!(matches!(&before, (BillingStatus::Lunas { .. }, LartasAnswer::Dikembalikan { .. }, _)));
    drop(world);

    clock.pass(3600);
    let world = begin(&clock, &scratch);
    let mpn = &world.partners.mpn;
    let after = (
        mpn.billing_status(&paid).unwrap(),
        world.partners.insw.analyse(&asked).unwrap(),
        world.partners.tps.status(&goods("000100000000")).unwrap(),
    );
    assert_eq!(after, before);
    assert_eq!(mpn.create_billing(&request), Ok(paid.clone()), "a repeat after the restart");
    assert_eq!(world.pay(&paid, &json!({})).1["kode"], "SUDAH_LUNAS");
    assert_eq!(mpn.billing_status(&cancelled), Ok(BillingStatus::Dibatalkan));
    assert_eq!(world.partners.tps.status(&goods("000100007777")).unwrap().waktu_timbun, None);
}

#[test]
fn without_a_journal_the_same_request_still_gives_the_same_code() {
    let clock = HandClock::new();
    let code = || {
        let simulator = start(&clock, |_| {});
        let mpn = partners(&clock, &simulator.base_url()).mpn;
        mpn.create_billing(&billing("b1", &aju("000001"), 1000, &clock)).unwrap()
    };
    assert_eq!(code(), code());
}

#[test]
fn adapters_find_a_restarted_partner_on_the_same_port() {
    let (clock, scratch) = (HandClock::new(), Scratch::new("port"));
    let world = begin(&clock, &scratch);
    let (addr, adapters) = (world.simulator.addr(), world.partners.clone());
    let kode = adapters.mpn.create_billing(&billing("b1", &aju("000001"), 1000, &clock)).unwrap();
    drop(world);
    assert!(adapters.mpn.billing_status(&kode).unwrap_err().is_transient());
    let mut config = SimulatorConfig::new(clock.clone());
    config.journal = Some(scratch.0.clone());
    let _again = Running::start(config, addr).unwrap();
    assert_eq!(adapters.mpn.billing_status(&kode), Ok(BillingStatus::Aktif));
}

#[test]
fn a_torn_last_line_is_cut_and_a_broken_one_is_reported() {
    let (clock, scratch) = (HandClock::new(), Scratch::new("sobek"));
    let world = begin(&clock, &scratch);
    let kode = world.partners.mpn.create_billing(&billing("b1", &aju("000001"), 1000, &clock)).unwrap();
    drop(world);
    let whole = std::fs::read(&scratch.0).unwrap();
    let append = |bytes: &[u8]| {
        let mut file = std::fs::OpenOptions::new().append(true).open(&scratch.0).unwrap();
        file.write_all(bytes).unwrap();
    };
    append(br#"{"peristiwa":"BAYAR","kode":"4"#);
    let world = begin(&clock, &scratch);
    assert_eq!(world.partners.mpn.billing_status(&kode), Ok(BillingStatus::Aktif));
    world.partners.mpn.create_billing(&billing("b2", &aju("000001"), 1000, &clock)).unwrap();
    drop(world);
    let text = std::fs::read_to_string(&scratch.0).unwrap();
    assert!(text.as_bytes().starts_with(&whole) && text.lines().count() == 2 && text.ends_with("}\n"), "{text}");

    append(b"{\"peristiwa\":\"ENTAH\"}\n");
    let mut config = SimulatorConfig::new(clock);
    config.journal = Some(scratch.0.clone());
    let fault = Running::start(config, loopback()).err().unwrap().to_string();
    assert!(fault.contains("baris (line) 3"), "{fault}");
}

#[test]
fn two_simulators_do_not_share_a_journal() {
    let (clock, scratch) = (HandClock::new(), Scratch::new("kunci"));
    let _first = begin(&clock, &scratch);
    let mut config = SimulatorConfig::new(clock);
    config.journal = Some(scratch.0.clone());
    let fault = Running::start(config, loopback()).err().unwrap().to_string();
    assert!(fault.contains("held by another process"), "{fault}");
}

#[test]
fn many_at_once_get_one_code_each_and_one_line_each() {
    let (clock, scratch) = (HandClock::new(), Scratch::new("serentak"));
    let world = begin(&clock, &scratch);
    let all: Vec<Vec<String>> = std::thread::scope(|scope| {
        let ask = || {
            let code = |n: usize| {
                let request = billing(&format!("b{n}"), &aju("000001"), 1000, &clock);
                world.partners.mpn.create_billing(&request).unwrap()
            };
            (0..25).map(code).collect()
        };
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(ask)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(all.iter().all(|codes| *codes == all[0]), "the same request, the same code");
    let different: std::collections::BTreeSet<_> = all[0].iter().collect();
    assert_eq!(different.len(), 25);
    assert_eq!(std::fs::read_to_string(&scratch.0).unwrap().lines().count(), 25);
}
