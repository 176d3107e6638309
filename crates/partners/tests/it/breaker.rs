//! The circuit breaker alone, and in front of a partner that is down.

use std::time::Duration;

use app::ports::{Mpn, PartnerFault};
use partners::{Breaker, BreakerConfig, BreakerState};
use serde_json::json;

use crate::world::{HandClock, aju, billing, world};

fn breaker(clock: &std::sync::Arc<HandClock>) -> Breaker {
    let config = BreakerConfig { failures: 2, cool: Duration::from_secs(10), cool_max: Duration::from_secs(35) };
    Breaker::new(config, clock.clone())
}

#[test]
fn it_opens_after_failures_in_a_row_and_one_probe_closes_it() {
    let clock = HandClock::new();
    let breaker = breaker(&clock);
    breaker.enter().unwrap().failure();
    breaker.enter().unwrap().success();
    breaker.enter().unwrap().failure();
    assert_eq!(breaker.state(), BreakerState::Closed, "a success in between starts anew");
    breaker.enter().unwrap().failure();
    assert_eq!(breaker.state(), BreakerState::Open);
    clock.pass(9);
    assert!(breaker.enter().is_none());
    clock.pass(1);
    assert_eq!(breaker.state(), BreakerState::HalfOpen);
    let probe = breaker.enter().unwrap();
    assert!(breaker.enter().is_none(), "one probe at a time");
    probe.success();
    assert_eq!(breaker.state(), BreakerState::Closed);
}

#[test]
fn each_failed_probe_doubles_the_wait_up_to_the_longest() {
    let clock = HandClock::new();
    let breaker = breaker(&clock);
    breaker.enter().unwrap().failure();
    breaker.enter().unwrap().failure();
    for wait in [10, 20, 35, 35] {
        clock.pass(wait - 1);
        assert_eq!(breaker.state(), BreakerState::Open, "before {wait}");
        clock.pass(1);
        breaker.enter().unwrap().failure();
    }
    clock.pass(35);
    breaker.enter().unwrap().success();
    breaker.enter().unwrap().failure();
    breaker.enter().unwrap().failure();
    clock.pass(10);
    assert_eq!(breaker.state(), BreakerState::HalfOpen, "a success forgets the doubling");
}

#[test]
fn an_answer_of_an_earlier_phase_is_ignored_and_a_lost_permit_is_a_failure() {
    let clock = HandClock::new();
    let breaker = breaker(&clock);
    let late = breaker.enter().unwrap();
    drop(breaker.enter());
    drop(breaker.enter());
    assert_eq!(breaker.state(), BreakerState::Open);
    late.success();
    assert_eq!(breaker.state(), BreakerState::Open);
    clock.pass(-100);
    assert!(breaker.enter().is_some(), "a clock set back does not keep it open");
}

#[test]
fn a_partner_that_is_down_is_left_alone_and_found_again() {
    let world = world();
    let mpn = &world.partners.mpn;
    let request = billing("b1", &aju("000001"), 5_000_000, &world.clock);
    world.switch("mpn", &json!({"mode": "MATI"}));
    for _ in 0..3 {
        let down = mpn.create_billing(&request).unwrap_err();
        assert!(matches!(&down, PartnerFault::Down { reason, .. } if reason == "menjawab (answered) 503"), "{down}");
        assert!(down.is_transient());
    }
    assert_eq!(mpn.create_billing(&request), Err(PartnerFault::Open { partner: "MPN" }));
    assert_eq!(world.partners.states()[1], ("MPN", BreakerState::Open));
    assert_eq!(world.get("/kendali/v1").1["mitra"]["mpn"]["panggilan"], 3, "nothing was sent while open");

    world.switch("mpn", &json!({"mode": "NORMAL"}));
    world.clock.pass(5);
    let kode = mpn.create_billing(&request).unwrap();
    assert_eq!(world.partners.states()[1], ("MPN", BreakerState::Closed));
    assert_eq!(mpn.create_billing(&request), Ok(kode));
}

#[test]
fn refusals_do_not_open_it() {
    let world = world();
    world.switch("mpn", &json!({"mode": "TOLAK"}));
    for _ in 0..5 {
        let refused = world.partners.mpn.create_billing(&billing("b1", &aju("000001"), 1000, &world.clock));
        assert!(matches!(refused, Err(PartnerFault::Refused { code, .. }) if code == "DITOLAK"));
    }
    assert_eq!(world.partners.states()[1], ("MPN", BreakerState::Closed));
}
