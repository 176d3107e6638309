//! Random lives: whatever is tried in whatever order, the invariants hold.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::super::*;
use super::actions::usual;
use super::case::Case;

/// One random step: which command, whether only among the accepted ones, how much later, who really acts.
#[derive(Debug, Clone)]
struct Move {
    pick: usize,
    sensible: bool,
    minutes: i64,
    tick: bool,
    role: Option<Role>,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let role = prop_oneof![
        8 => Just(None),
        1 => Just(Some(Role::PemeriksaFisik)),
        1 => Just(Some(Role::PemeriksaDokumen)),
        1 => Just(Some(Role::Importir)),
    ];
    let minutes = prop_oneof![6 => 0_i64..120, 2 => 0_i64..10_000, 1 => 0_i64..100_000];
    let one = (any::<usize>(), prop::bool::weighted(0.8), minutes, prop::bool::weighted(0.1), role)
        .prop_map(|(pick, sensible, minutes, tick, role)| Move { pick, sensible, minutes, tick, role });
    prop::collection::vec(one, 0..40)
}

/// A life begins anywhere: most random ones that begin at the start end early.
fn place(start: usize) -> Case {
    PLACES.with(|all| all[start % all.len()].clone())
}

fn choose(case: &Case, step: &Move) -> Command {
    let mut commands = usual(&case.state, case.now);
    if step.sensible {
        // Commands that change nothing, end the life or hold it up would crowd out all others.
        let useful = |c: &Command| {
            let dull = matches!(c.tindakan, Action::PartnerUnavailable { .. } | Action::HoldNhi { .. });
            let ends = matches!(c.tindakan, Action::DecideCancellation { setuju: true, .. });
            let got = case.decide(c.oleh.clone(), c.tindakan.clone());
            !dull && !ends && got.is_ok_and(|events| !events.is_empty())
        };
        let wanted: Vec<Command> = commands.iter().filter(|c| useful(c)).cloned().collect();
        if !wanted.is_empty() {
            commands = wanted;
        }
    }
    let mut command = commands.swap_remove(step.pick % commands.len());
    if let Some(role) = step.role {
        command.oleh.peran = role;
    }
    command
}

/// What must hold of every state that can be reached.
fn check(case: &Case) -> Result<(), TestCaseError> {
    let wait = waiting(&case.state, &case.context());
    prop_assert_eq!(wait.is_some(), case.state.tahap != Stage::New && !case.state.tahap.is_final());
    if let Some(wait) = wait {
        prop_assert!(!wait.reason.id.is_empty() && !wait.reason.en.is_empty());
        let mut late = case.clone();
        prop_assert!(wait.tick_at <= wait.deadline);
        late.now = wait.tick_at.max(case.now);
        let events = late.decide(Actor::system(), Action::Tick);
        prop_assert!(events.as_ref().is_ok_and(|e| !e.is_empty()), "{:?} is stuck: {:?}", case.state.tahap, events);
        late.take(events.unwrap_or_default());
        let next = waiting(&late.state, &late.context());
        prop_assert!(next.is_none_or(|w| w.tick_at > late.now), "{:?} ticks for ever", late.state.tahap);
    }
    let numbers = case.log.iter().filter(|e| matches!(e.isi, Fact::Numbered { .. })).count();
    prop_assert_eq!(numbers, usize::from(case.state.pendaftaran.is_some()));
    if case.state.sppb.is_some() {
        prop_assert!(case.state.pendaftaran.is_some() && case.state.pos.is_some());
        let owed = case.state.kewajiban.bayar.0 > 0 && !case.state.kewajiban.berkala;
        prop_assert!(!owed || case.state.pembayaran.is_some());
    }
    let inspector = case.state.pemeriksaan.pemeriksa.as_ref();
    prop_assert!(inspector.is_none_or(|name| !case.state.pejabat_dokumen.contains(name)));
    Ok(())
}

/// Every payment that was accepted is in exactly one place.
fn check_money(case: &Case) -> Result<(), TestCaseError> {
    let state = &case.state;
    let kept = state.pembayaran.iter().chain(&state.pembayaran_sptnp).chain(&state.sengketa).chain(&state.kelebihan);
    let mut ntpn: Vec<_> = kept.chain(&state.pembayaran_perbaikan).map(|p| p.ntpn).collect();
    ntpn.sort_unstable();
    let mut reported: Vec<_> = case.log.iter().filter_map(payment).map(|p| p.ntpn).collect();
    reported.sort_unstable();
    reported.dedup();
    prop_assert_eq!(ntpn, reported);
    Ok(())
}

fn payment(event: &Event) -> Option<&Pembayaran> {
    match &event.isi {
        Fact::PaymentVerified { pembayaran }
        | Fact::PaymentDisputed { pembayaran }
        | Fact::DoublePayment { pembayaran }
        | Fact::AmendmentPaid { pembayaran }
        | Fact::SptnpPaid { pembayaran, .. } => Some(pembayaran),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn no_life_breaks_the_rules(start in any::<usize>(), steps in moves()) {
        let mut case = place(start);
        for step in &steps {
            let before = case.state.clone();
            case.now += SignedDuration::from_mins(step.minutes);
            let command = if step.tick { Command::new(Actor::system(), Action::Tick) } else { choose(&case, step) };
            let once = decide(&case.state, command.clone(), &case.context());
            prop_assert_eq!(&once, &decide(&case.state, command, &case.context()));
            if before.tahap.is_final() {
                prop_assert_eq!(once.clone(), Err(Refusal::Final));
            }
            case.take(once.unwrap_or_default());
            check(&case)?;
        }
        check_money(&case)?;
        prop_assert_eq!(case.log.iter().fold(State::default(), apply), case.state);
    }

    #[test]
    fn apply_bears_any_event_in_any_state(picks in prop::collection::vec((any::<usize>(), any::<usize>()), 0..40)) {
        let pool: Vec<Event> = PLACES.with(|all| all.iter().flat_map(|case| case.log.clone()).collect());
        let mut case = Case::new();
        for (event, minutes) in picks {
            let mut event = pool[event % pool.len()].clone();
            case.now += SignedDuration::from_mins(i64::try_from(minutes % 50_000).unwrap());
            event.waktu = case.now;
            case.take(vec![event]);
            // Such a state may be nonsense, but it must be shown, and the clock must come to an end.
            let wait = waiting(&case.state, &case.context());
            let idle = case.state.tahap == Stage::New || case.state.tahap.is_final();
            prop_assert!(wait.is_some() || idle, "{:?}", case.state.tahap);
            let _ = case.decide(Actor::system(), Action::Tick);
        }
    }
}

/// A test of random lives proves nothing if they all end early.
#[test]
fn random_lives_get_everywhere() {
    let mut runner = TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for start in 0..900 {
        let steps = moves().new_tree(&mut runner).unwrap().current();
        let mut case = place(start);
        for step in &steps {
            let before = case.state.tahap;
            case.now += SignedDuration::from_mins(step.minutes);
            let command = if step.tick { Command::new(Actor::system(), Action::Tick) } else { choose(&case, step) };
            case.take(decide(&case.state, command, &case.context()).unwrap_or_default());
            if case.state.tahap != before {
                seen.insert(case.state.tahap);
            }
        }
    }
    let missing: Vec<_> = Stage::ALL.iter().filter(|s| **s != Stage::New && !seen.contains(s)).collect();
    assert_eq!(missing, [] as [&Stage; 0]);
}

thread_local! {
    static PLACES: Vec<Case> = super::paths::places().into_iter().map(|(_, case)| case).collect();
}
