//! What a declaration waits for, and what the clock does.

use std::fmt::Write;

use kernel::Rupiah;

use super::super::*;
use super::actions::*;
use super::case::{Case, wib};
use super::paths::*;

#[test]
fn every_place_says_what_it_waits_for() {
    let mut out = String::new();
    for (place, case) in places() {
        match waiting(&case.state, &case.context()) {
            None => writeln!(out, "# {place}: nothing\n").unwrap(),
            Some(w) => {
                let local = |at| Zona::Wib.offset().to_datetime(at);
                writeln!(out, "# {place}: {:?}", w.owner).unwrap();
                writeln!(out, "{}\n{}", w.reason.id, w.reason.en).unwrap();
                writeln!(
                    out,
                    "since {}, usually {:#}, until {}:",
                    local(w.since),
                    w.normal_duration,
                    local(w.deadline)
                )
                .unwrap();
                writeln!(out, "{}\n{}", w.consequence.id, w.consequence.en).unwrap();
                for other in w.alongside {
                    writeln!(out, "  {:?} until {}: {}", other.owner, local(other.deadline), other.consequence.id)
                        .unwrap();
                }
                out.push('\n');
            }
        }
    }
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("waits", out);
    });
}

#[test]
fn red_documents_and_goods_by_noon_of_the_next_service_day() {
    let at_office = |nonstop| {
        let mut case = channelled(free(Kelas::Umum), Jalur::Merah).at("2026-03-06 16:00");
        case.calendar = Calendar::new(Zona::Wib, nonstop, Vec::new());
        case.act(sistem(), number())
    };
    let case = at_office(true).deadline("2026-03-07 12:00");
    assert_eq!(case.asked(1), [Effect::TellTps { pesan: PesanTps::Siapkan }]);
    let case = at_office(false).deadline("2026-03-09 12:00").stands(Stage::AwaitReadiness);
    // Late is possible all the same; meanwhile reminders go out.
    let case = case.deadline("2026-03-16 12:00");
    assert_eq!(case.last(1), "escalated");
    let case = case.act(importir(), Action::DocumentsUploaded { jumlah: 1 }).act(tps(), Action::GoodsReady);
    assert_eq!(case.state.tahap, Stage::AwaitInspector);

    // Goods that are ready need no terminal.
    let ready = at_office(false).act(importir(), Action::GoodsReady).deadline("2026-03-09 12:00");
    assert_eq!((ready.last(1).as_str(), ready.asked(1)), ("readiness_overdue", vec![]));
}

#[test]
fn determination_within_thirty_days_or_deemed_accepted() {
    let sptnp = || Action::IssueSptnp { rincian: kurang_bayar(4_000_000) };
    let ppd = || officer(Role::PemeriksaDokumen);
    let on = |tanggal: &str| {
        let number = Action::NumberGiven { nomor: "000001".parse().unwrap(), tanggal: tanggal.parse().unwrap() };
        left(channelled(free(Kelas::Umum), Jalur::Hijau).act(sistem(), number))
    };
    let case = on("2026-01-02").at("2026-02-01 23:59");
    case.clone().act(ppd(), sptnp()).stands(Stage::AwaitSptnp);
    let case = case.refuse(ppd(), Action::Release { catatan: String::new() }, "not_now");
    case.at("2026-02-02 00:00").refuse(ppd(), sptnp(), "too_late");

    let case = on("2026-01-02").deadline("2026-02-02 00:00").stands(Stage::Finished);
    assert_eq!(case.last(2), "deemed_accepted finished");
}

#[test]
fn a_clean_red_declaration_is_released_when_it_counts_as_accepted() {
    let wait = |sesuai| {
        let mut case = examining(sesuai);
        case.now = wib("2026-04-02 00:00");
        // Storage of the same day would make the goods abandoned at the same instant.
        case.state.timbun = None;
        case.act(sistem(), Action::Tick)
    };
    let case = wait(true).stands(Stage::Released);
    assert_eq!(case.last(2), "deemed_accepted released");
    // Goods found otherwise wait for their officer, who can release them but no longer determine.
    let case = wait(false).stands(Stage::Examining);
    let sptnp = Action::IssueSptnp { rincian: kurang_bayar(1) };
    let ppd = || officer(Role::PemeriksaDokumen);
    let case = case.refuse(ppd(), sptnp, "too_late");
    case.act(ppd(), Action::Release { catatan: String::new() }).stands(Stage::Released);
}

#[test]
fn sptnp_is_due_after_sixty_days_and_paid_late_with_interest() {
    let on = |day: &str| {
        let number = Action::NumberGiven { nomor: "000001".parse().unwrap(), tanggal: "2026-01-02".parse().unwrap() };
        let case = left(channelled(free(Kelas::Mita), Jalur::Hijau).act(sistem(), number));
        let sptnp = Action::IssueSptnp { rincian: kurang_bayar(10_000_000) };
        billing_issued(case.at(day).act(officer(Role::PemeriksaDokumen), sptnp))
    };
    let case = on("2026-01-10 09:00");
    assert_eq!(case.state.sptnp.as_ref().unwrap().jatuh_tempo.to_string(), "2026-03-11");
    let case = case.deadline("2026-03-12 00:00");
    assert!(case.last(2).contains("sptnp_overdue") && case.last(2).contains("billing_lapsed"), "{}", case.last(2));
    let receivable = Effect::OpenReceivable { nilai: Rupiah(10_000_000), jatuh_tempo: "2026-03-11".parse().unwrap() };
    assert!(case.asked(2).contains(&receivable));

    let pay = |day: &str| {
        let again = case.clone().at(day).act(importir(), Action::RequestBilling { untuk: Untuk::Sptnp });
        paid(billing_issued(again), "0000000000000001").log
    };
    for (day, months) in [("2026-03-12 10:00", 1), ("2026-04-13 10:00", 2)] {
        let found = pay(day).into_iter().find_map(|e| match e.isi {
            Fact::SptnpPaid { bulan_terlambat, .. } => Some(bulan_terlambat),
            _ => None,
        });
        assert_eq!(found, Some(months), "{day}");
    }
}

#[test]
fn goods_are_abandoned_after_thirty_days_and_lost_after_sixty_more() {
    let mut case = free(Kelas::Umum).at("2026-03-01 10:00");
    case = stored(case)
        .act(sistem(), matched(100))
        .act(sistem(), Action::ChannelDrawn { keputusan: keputusan(Jalur::Merah) });
    let red = case.act(sistem(), number()).at("2026-03-31 23:59").act(sistem(), Action::Tick);
    assert!(red.state.btd.is_none());
    let red = red.at("2026-04-01 00:00").act(sistem(), Action::Tick);
    assert!(red.state.btd.is_some());

    let moved = Action::MoveToTpp { tanggal: "2026-04-05".parse().unwrap() };
    let red = red.at("2026-04-05 09:00").act(officer(Role::Hanggar), moved.clone());
    let red = red.nothing(officer(Role::Hanggar), moved);
    let before = red.clone().at("2026-06-04 23:59").act(sistem(), Action::Tick);
    assert!(!before.state.tahap.is_final());
    red.at("2026-06-05 00:00").act(sistem(), Action::Tick).stands(Stage::Forfeited);

    // The owner who finishes the formalities in time gets the goods.
    let case = numbered(abandoned(), Jalur::Hijau).stands(Stage::Released);
    assert_eq!(case.state.btd, None);
}

#[test]
fn questions_lapse_as_the_law_says() {
    // Monday 2 March: three working days end on Thursday, one on Tuesday.
    let lapsed = |tanya, over| asked(tanya).deadline(over).stands(Stage::Examining).last(1);
    assert_eq!(lapsed(Tanya::Npd, "2026-03-06 00:00"), "question_lapsed");
    assert_eq!(lapsed(Tanya::Inp, "2026-03-06 00:00"), "question_lapsed");
    assert_eq!(lapsed(Tanya::Npbl, "2026-03-06 00:00"), "question_lapsed");
    assert_eq!(lapsed(Tanya::P2, "2026-03-04 00:00"), "question_lapsed");
    // A laboratory's silence means nothing.
    asked(Tanya::Lab).deadline("2026-03-17 00:00").stands(Stage::AwaitAnswer);
}

#[test]
fn alarms_go_to_the_owner_first_and_then_to_the_head() {
    let told = |case: &Case| match &case.log.last().unwrap().isi {
        Fact::Escalated { kepada, tingkat, .. } => (*kepada, *tingkat),
        other => panic!("{other:?}"),
    };
    let case = examining(true).deadline("2026-03-06 00:00");
    assert_eq!(told(&case), (Role::PemeriksaDokumen, 1));
    let case = case.deadline("2026-03-10 00:00");
    assert_eq!(told(&case), (Role::KepalaKantor, 2));

    // INSW normally answers in 10 minutes; after three times that, the operator hears of it every 4 hours.
    let case = submitted(Kelas::Umum).deadline("2026-03-02 09:30").deadline("2026-03-02 13:30");
    assert_eq!(told(&case), (Role::Sistem, 2));
    let case = insw_ok(case);
    assert_eq!(case.state.eskalasi.len(), 0);

    let request = Action::RequestCancellation { alasan: "Dikirim dua kali".to_owned() };
    let case = green().act(importir(), request).deadline("2026-03-06 00:00");
    assert_eq!(told(&case), (Role::KepalaKantor, 1));
    let case = held(green()).deadline("2026-03-05 00:00");
    assert_eq!(told(&case), (Role::Penindakan, 1));
}

#[test]
fn an_idle_draft_is_reminded_and_after_a_year_archived() {
    let mut case = recorded();
    while !case.state.tahap.is_final() {
        case.now = case.waits().tick_at;
        case = case.act(sistem(), Action::Tick);
    }
    assert_eq!(case.now, wib("2027-03-02 09:00"));
    assert_eq!((case.log.len(), case.last(2).as_str()), (54, "escalated archived"));
}

#[test]
fn a_late_clock_catches_up_in_order_and_shortens_nobodys_time() {
    let case = stored(free(Kelas::Umum)).at("2027-01-01 00:00").act(sistem(), Action::Tick);
    assert_eq!(case.last(2), "escalated declared_abandoned");
    case.deadline("2027-01-01 04:00").at("2027-03-03 00:00").act(sistem(), Action::Tick).stands(Stage::Forfeited);
}

#[test]
fn the_next_tick_is_planned_with_every_step() {
    let case = billing_issued(billing_requested());
    let plan = follow_up(&case.state, &case.log[case.log.len() - 1..], &case.context());
    let sampai = wib("2026-03-08 00:00");
    assert_eq!(plan.first(), Some(&Effect::WatchPayment { kode: kode(1), sampai }));
    assert_eq!(plan.last(), Some(&Effect::ScheduleTick { pada: sampai }));
    assert_eq!(follow_up(&cancelled().state, &[], &case.context()), []);
}
