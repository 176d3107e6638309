//! Amendments of registered declarations.

use kernel::Rupiah;

use super::super::*;
use super::actions::*;
use super::case::Case;
use super::paths::*;

fn ppd() -> Actor {
    officer(Role::PemeriksaDokumen)
}

#[test]
fn an_amendment_that_costs_nothing_is_in_force_when_granted() {
    let case = green().act(importir(), amendment(0, 0)).act(ppd(), amend(true)).stands(Stage::Released);
    assert_eq!(case.last(1), "amended");
    assert_eq!(case.asked(1), [Effect::MarkAmendment { nomor: 1, keadaan: KeadaanPerbaikan::Berlaku }]);
    assert!(case.state.perbaikan.is_none());
    // The next one has the next number.
    let case = case.act(importir(), amendment(0, 5_000)).act(ppd(), amend(true));
    let refund = Effect::NoteRefund { ntpn: None, nilai: Rupiah(5_000) };
    assert_eq!(case.asked(1), [Effect::MarkAmendment { nomor: 2, keadaan: KeadaanPerbaikan::Berlaku }, refund]);
    assert!(case.timeline().ends_with("[2010] [2010]"), "{}", case.timeline());
}

#[test]
fn more_levies_are_paid_first() {
    let case = amendment_granted();
    assert_eq!(case.last(2), "amendment_granted billing_requested");
    let case = billing_issued(case);
    let urutan = case.state.billing.last().unwrap().urutan;
    let report = |nilai: i64, ntpn: &str| Action::PaymentReported {
        pembayaran: pembayaran(urutan, Rupiah(nilai), ntpn, case.now),
    };
    // Too little is no payment of it and goes back.
    let wrong = case.clone().act(bank(), report(1, "0000000000000007"));
    assert_eq!(wrong.last(1), "double_payment");
    let paid = wrong.act(bank(), report(2_000_000, "0000000000000008"));
    assert_eq!(paid.last(2), "amendment_paid amended");
    assert_eq!(paid.state.pembayaran_perbaikan.len(), 1);
    // The same payment reported again is known, another one is too much.
    let again = paid.nothing(bank(), report(2_000_000, "0000000000000008"));
    assert_eq!(again.act(bank(), report(2_000_000, "0000000000000009")).last(1), "double_payment");
}

#[test]
fn an_expired_billing_of_an_amendment_is_asked_for_anew() {
    let case = billing_issued(amendment_granted());
    let until = case.state.billing.last().unwrap().sampai.unwrap();
    let mut late = case;
    late.now = until;
    let late = late.act(Actor::system(), Action::Tick);
    assert!(late.log.iter().any(|e| matches!(e.isi, Fact::BillingLapsed { untuk: Untuk::Perbaikan, .. })));
    let late = late.act(importir(), Action::RequestBilling { untuk: Untuk::Perbaikan });
    assert_eq!(late.last(1), "billing_requested");
}

#[test]
fn the_law_closes_the_way() {
    let ask = || amendment(0, 0);
    green().act(importir(), ask()).refuse(importir(), ask(), "not_now");
    stored(free(Kelas::Umum)).refuse(importir(), ask(), "not_now");
    left(green()).refuse(importir(), ask(), "goods_left");
    examining(false).refuse(importir(), ask(), "found_by_officer");
    determined().refuse(importir(), ask(), "already_determined");
    held(green()).refuse(importir(), ask(), "held");
    green().refuse(ppd(), amend(true), "not_now").refuse(importir(), amend(true), "wrong_role");
    let empty = Action::RequestAmendment { alasan: "x".to_owned(), perubahan: Vec::new(), akibat: Akibat::default() };
    green().refuse(importir(), empty, "invalid").refuse(importir(), amendment(-1, 0), "invalid");
}

#[track_caller]
fn is_void(case: &Case) {
    assert!(case.state.perbaikan.is_none());
    let refused = case.log.iter().any(|e| matches!(e.isi, Fact::AmendmentRefused { .. }));
    let open = case.state.active_billing(Untuk::Perbaikan).is_some();
    assert!(refused && !open, "{}", case.timeline());
}

#[test]
fn what_happens_meanwhile_voids_it() {
    let granted = || billing_issued(amendment_granted());
    is_void(&granted().act(officer(Role::Hanggar), gate_out(false)));
    is_void(&granted().act(ppd(), Action::IssueSptnp { rincian: kurang_bayar(1_000) }));
    let head = officer(Role::KepalaKantor);
    let decided = Action::DecideCancellation { setuju: true, alasan: "Setuju".to_owned() };
    let case = granted().act(importir(), Action::RequestCancellation { alasan: "Ganda".to_owned() });
    is_void(&case.act(head, decided));
    // A code that comes for a void amendment is withdrawn.
    let void = amendment_granted().act(officer(Role::Hanggar), gate_out(false));
    let urutan = void.state.billing.last().unwrap().urutan;
    let sampai = void.now + jiff::SignedDuration::from_hours(120);
    let void = void.act(bank(), Action::BillingIssued { urutan, kode: kode(urutan), sampai });
    assert_eq!(void.last(1), "billing_lapsed");
}

#[test]
fn the_officer_has_three_working_days() {
    let waits = amendment_asked().waits();
    let row = waits.alongside.iter().find(|a| a.owner == Role::PemeriksaDokumen).unwrap();
    assert_eq!(Zona::Wib.offset().to_datetime(row.deadline).date().to_string(), "2026-03-06");
}
