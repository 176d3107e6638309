//! Whole lives, told as a reader of the timeline sees them.

use kernel::Rupiah;

use super::super::*;
use super::actions::*;
use super::case::{Case, wib};
use super::paths::*;

#[track_caller]
fn check(case: &Case, timeline: &str, stage: Stage) {
    assert_eq!((case.timeline().as_str(), case.state.tahap), (timeline, stage));
}

#[test]
fn green_from_draft_to_archive() {
    let case = numbered(paid(billing_issued(billing_requested()), "0000000000000001"), Jalur::Hijau);
    let case =
        left(case.later(60)).act(officer(Role::PemeriksaDokumen), Action::CloseReview { catatan: String::new() });
    let case = case.at("2026-05-01 00:00").act(sistem(), Action::Tick);
    let expect = "001 100 104 105 106 107 110 111 130 [2000] [2020] 210 225 230 240 250 [2003] 500 501 400 800 990";
    check(&case, expect, Stage::Archived);
    assert_eq!(case.state.pendaftaran.unwrap().nomor.to_string(), "003574");
}

#[test]
fn red_through_inspection_to_release() {
    let case = examining(true).act(officer(Role::PemeriksaDokumen), Action::Release { catatan: String::new() });
    let case = left(case);
    let expect = "001 100 104 105 106 107 110 111 130 [2000] 225 230 240 250 300 [2005] [2009] 310 311 312 [2066] 314 \
                  330 331 [2008] 333 [2007] 400 [2003] 500 501 800";
    check(&case, expect, Stage::Finished);
}

#[test]
fn rejected_corrected_and_resent_on_the_same_aju() {
    let case = failed(insw_ok(submitted(Kelas::Umum)));
    let case = case.act(importir(), Action::BeginCorrection).later(30);
    let case = case.act(importir(), Action::Resubmit { berkas: berkas(Kelas::Umum) });
    assert_eq!(case.asked(2), [Effect::AskInsw { kiriman: 2 }]);

    // The first sending's answer comes late, for the second time.
    let late = Action::InswAnswered { kiriman: 1, hasil: HasilLartas::Sesuai };
    let case = insw_ok(case.refuse(sistem(), late, "stale"));
    let late = Action::ValidationFailed { kiriman: 1, temuan: 3 };
    let case = passed(case.refuse(sistem(), late, "stale"), Kewajiban::default());
    let expect = "001 100 104 105 106 107 110 111 120 [2001] 960 100 104 105 106 107 110 111 130 [2000]";
    check(&case, expect, Stage::AwaitManifest);
}

#[test]
fn returned_by_insw_until_the_licence_exists() {
    let case = submitted(Kelas::Umum).act(sistem(), insw_returns(1)).stands(Stage::ReturnedByInsw);
    let case = case.act(importir(), Action::Resubmit { berkas: berkas(Kelas::Umum) });
    check(&insw_ok(case), "001 100 104 105 106 107 960 100 104 105 106 107 110", Stage::Validating);
}

#[test]
fn flagged_lartas_is_cleared_by_an_officer_before_billing() {
    let flagged = || passed(submitted(Kelas::Umum).act(sistem(), insw_flags(1)), bayar(TAGIHAN));
    let ppd = officer(Role::PemeriksaDokumen);
    let case = flagged().act(ppd.clone(), ask(Tanya::Npbl)).act(importir(), answer(Tanya::Npbl));
    let case = case.act(ppd.clone(), Action::ClearLartas { catatan: "Izin sesuai".to_owned() });
    check(&case, "001 100 104 105 106 107 110 111 130 [2000] 200 [2090]", Stage::BillingRequested);

    // Monday 2 March: the NPBL closes at the end of day 3, Thursday, and the document is rejected.
    let case = flagged().act(ppd.clone(), ask(Tanya::Npbl)).deadline("2026-03-06 00:00");
    check(&case, "001 100 104 105 106 107 110 111 130 [2000] 200 [2090] 120 [2001]", Stage::Rejected);
    let case = case.act(importir(), Action::Resubmit { berkas: berkas(Kelas::Umum) });
    assert_eq!(passed(insw_ok(case), bayar(TAGIHAN)).state.tahap, Stage::BillingRequested);

    // Where the regulation is read otherwise, the officer takes it up again.
    let mut reopened = flagged().act(ppd, ask(Tanya::Npbl)).with("npbl.tutup", "buka");
    reopened.now = wib("2026-03-06 00:00");
    let case = reopened.act(sistem(), Action::Tick);
    assert_eq!((case.last(1).as_str(), case.state.tahap), ("question_lapsed", Stage::LartasReview));
}

#[test]
fn nothing_to_pay_periodic_or_guaranteed_skips_billing() {
    let validated = || insw_ok(submitted(Kelas::Umum));
    let periodic = Kewajiban { bayar: TAGIHAN, berkala: true, jaminan: None };
    let guarantee = |bpj: Option<&str>| Kewajiban {
        jaminan: Some(Jaminan { bpj: bpj.map(str::to_owned) }),
        ..Kewajiban::default()
    };
    let head = "001 100 104 105 106 107 110 111 130 [2000]";
    check(&passed(validated(), Kewajiban::default()), head, Stage::AwaitManifest);
    check(&passed(validated(), periodic), head, Stage::AwaitManifest);
    check(&passed(validated(), guarantee(Some("BPJ-1"))), &format!("{head} 205"), Stage::AwaitManifest);

    let waits = passed(validated(), guarantee(None)).stands(Stage::AwaitGuarantee);
    let case = waits.act(officer(Role::Perbendaharaan), Action::ConfirmGuarantee { bpj: "BPJ-1".to_owned() });
    check(&case, &format!("{head} 205"), Stage::AwaitManifest);

    let partly = Kewajiban { bayar: TAGIHAN, ..guarantee(Some("BPJ-1")) };
    check(&passed(validated(), partly), &format!("{head} 205"), Stage::BillingRequested);
}

#[test]
fn an_expired_billing_is_issued_again_on_request() {
    let case = billing_issued(billing_requested());
    // Made on Monday 2 March, valid for 5 days: the last one is Saturday 7 March.
    let case = case.deadline("2026-03-08 00:00").stands(Stage::BillingLapsed);
    assert_eq!((case.last(1).as_str(), case.asked(1)), ("billing_lapsed", vec![]));
    let case = case.act(importir(), Action::RequestBilling { untuk: Untuk::Pib });
    assert_eq!(case.asked(1), [Effect::CreateBilling { untuk: Untuk::Pib, urutan: 2, nilai: TAGIHAN }]);
    let case = paid(billing_issued(case), "0000000000000001");
    check(&case, "001 100 104 105 106 107 110 111 130 [2000] [2020] [2020] 210", Stage::AwaitManifest);
}

#[test]
fn a_payment_of_an_old_code_still_counts_and_withdraws_the_new_one() {
    let case = billing_issued(billing_requested()).deadline("2026-03-08 00:00");
    let case = billing_issued(case.act(importir(), Action::RequestBilling { untuk: Untuk::Pib }));
    let old = pembayaran(1, TAGIHAN, "0000000000000001", wib("2026-03-07 21:59"));
    let case = case.act(bank(), Action::PaymentReported { pembayaran: old });
    assert_eq!(case.last(3), "payment_verified billing_lapsed manifest_awaited");
    let receipt = Effect::MakeReceipt { ntpn: "0000000000000001".parse().unwrap() };
    assert_eq!(case.asked(3), [receipt, Effect::CancelBilling { kode: kode(2) }, Effect::MatchManifest]);

    // The code that was still being made when the payment came is withdrawn at once.
    let case = billing_issued(billing_requested()).deadline("2026-03-08 00:00");
    let case = case.act(importir(), Action::RequestBilling { untuk: Untuk::Pib });
    let old = pembayaran(1, TAGIHAN, "0000000000000001", wib("2026-03-07 21:59"));
    let case = case.act(bank(), Action::PaymentReported { pembayaran: old });
    let case = billing_issued(case).stands(Stage::AwaitManifest);
    assert_eq!(case.asked(1), [Effect::CancelBilling { kode: kode(2) }]);
}

#[test]
fn a_payment_counts_once_and_a_second_one_is_refunded() {
    let case = paid(billing_issued(billing_requested()), "0000000000000001");
    let again = pembayaran(1, TAGIHAN, "0000000000000001", case.now);
    let case = case.nothing(bank(), Action::PaymentReported { pembayaran: again });
    let case = paid(case, "0000000000000002").stands(Stage::AwaitManifest);
    let refund = Effect::NoteRefund { ntpn: "0000000000000002".parse().ok(), nilai: TAGIHAN };
    assert_eq!((case.last(1).as_str(), case.asked(1)), ("double_payment", vec![refund]));
    paid(case.clone(), "0000000000000003");
    let other = Pembayaran { kode_billing: kode(99), ..pembayaran(1, TAGIHAN, "0000000000000004", case.now) };
    case.refuse(bank(), Action::PaymentReported { pembayaran: other }, "unknown_billing");
}

#[test]
fn a_payment_that_does_not_match_goes_to_the_treasury() {
    let treasury = || officer(Role::Perbendaharaan);
    let decide = |terima| Action::ResolvePayment { terima, catatan: "Diteliti".to_owned() };
    let wrong_payer = |case: &Case| Pembayaran {
        npwp: "3171234505900001".parse().unwrap(),
        ..pembayaran(1, TAGIHAN, "0000000000000001", case.now)
    };
    let case = billing_issued(billing_requested());
    let report = wrong_payer(&case);
    let case = case.act(bank(), Action::PaymentReported { pembayaran: report }).stands(Stage::PaymentReview);
    assert_eq!(case.clone().act(treasury(), decide(true)).last(2), "payment_verified manifest_awaited");

    let case = case.act(treasury(), decide(false)).stands(Stage::BillingLapsed);
    assert_eq!(case.last(2), "double_payment billing_lapsed");
    let case = billing_issued(case.act(importir(), Action::RequestBilling { untuk: Untuk::Pib }));
    paid(case, "0000000000000002").stands(Stage::AwaitManifest);
}

#[test]
fn mpn_may_refuse_to_make_a_code() {
    let refused = Action::BillingFailed { urutan: 1, alasan: "NPWP tidak aktif".to_owned() };
    let case = billing_requested().act(bank(), refused).stands(Stage::BillingRequested);
    assert_eq!(case.waits().owner, Role::Perbendaharaan);
    let case = case.act(importir(), Action::RequestBilling { untuk: Untuk::Pib });
    assert_eq!(case.waits().owner, Role::Bank);
    let late = Action::BillingIssued { urutan: 1, kode: kode(1), sampai: case.now };
    billing_issued(case.refuse(bank(), late, "stale")).stands(Stage::AwaitPayment);
}

#[test]
fn prenotification_mismatch_and_redress() {
    let case = free(Kelas::Umum).act(sistem(), Action::ManifestMissing).nothing(sistem(), Action::ManifestMissing);
    assert_eq!(case.waits().owner, Role::Pengangkut);
    let since = case.waits().since;
    let case = case.later(60).act(importir(), Action::RetryMatch);
    assert_eq!(case.waits().since, since, "asking again is no new wait");
    let differs = Action::ManifestMismatch { selisih: vec![selisih()] };
    let case = case.later(600).act(sistem(), differs.clone()).nothing(sistem(), differs);
    assert_eq!((case.waits().owner, case.waits().since), (Role::Importir, case.now));
    let case = case.later(600).act(importir(), Action::RetryMatch);
    assert_eq!(case.asked(1), [Effect::MatchManifest]);
    let case = case.act(sistem(), matched(100)).stands(Stage::AwaitStorage);
    check(&stored(case), "001 100 104 105 106 107 110 111 130 [2000] 220 225 230", Stage::ReadyForChannel);
}

#[test]
fn a_doubtful_consignee_needs_an_officer() {
    let ppd = || officer(Role::PemeriksaDokumen);
    let decide = |setuju| Action::DecideSimilarity { setuju, catatan: "Diteliti".to_owned() };
    let case = free(Kelas::Umum).act(sistem(), matched(79)).stands(Stage::AwaitSimilarity);
    assert_eq!(case.clone().act(ppd(), decide(true)).last(2), "similarity_checked storage_awaited");
    let case = case.act(ppd(), decide(false)).stands(Stage::AwaitManifest);
    assert_eq!((case.state.selisih[0].kunci.as_str(), case.state.pos), ("penerima", None));
}

#[test]
fn only_priority_companies_are_numbered_without_storage() {
    for (kelas, stage) in [
        (Kelas::Umum, Stage::AwaitStorage),
        (Kelas::Mita, Stage::ReadyForChannel),
        (Kelas::Aeo, Stage::ReadyForChannel),
    ] {
        free(kelas).act(sistem(), matched(80)).stands(stage);
    }
    stored(free(Kelas::Umum)).act(sistem(), matched(80)).stands(Stage::ReadyForChannel);
}

#[test]
fn the_number_comes_once_and_from_the_counter() {
    let case = channelled(free(Kelas::Umum), Jalur::Hijau);
    assert_eq!(case.asked(2), [Effect::AssignNumber]);
    let case = case.act(sistem(), number());
    let effects =
        [Effect::ClaimPos, Effect::TellTps { pesan: PesanTps::Lepaskan }, Effect::ClosePos, Effect::WatchGate];
    assert_eq!(case.asked(2), effects);
    let other = Action::NumberGiven { nomor: "003575".parse().unwrap(), tanggal: "2026-03-02".parse().unwrap() };
    case.refuse(sistem(), other, "already_numbered");
}

#[test]
fn the_yellow_channel_is_a_legacy_switch() {
    let ready = stored(free(Kelas::Umum).act(sistem(), matched(100)));
    let yellow = Action::ChannelDrawn { keputusan: keputusan(Jalur::Kuning) };
    let case = ready.refuse(sistem(), yellow.clone(), "channel_off").with("jalur.kuning", "1");
    let case = case.act(sistem(), yellow).act(sistem(), number()).refuse(importir(), Action::GoodsReady, "not_now");
    let case = case.act(importir(), Action::DocumentsUploaded { jumlah: 2 }).stands(Stage::Examining);
    let case = left(case.act(officer(Role::PemeriksaDokumen), Action::Release { catatan: String::new() }));
    let tail = "230 240 250 [2004] [2009] 400 [2003] 500 501 800";
    assert!(case.timeline().ends_with(tail), "{}", case.timeline());
}

#[test]
fn sptnp_is_billed_paid_and_released() {
    let case = determined();
    let request = Effect::CreateBilling { untuk: Untuk::Sptnp, urutan: 1, nilai: Rupiah(4_000_000) };
    assert_eq!(case.asked(2), [request]);
    let case = paid(billing_issued(case), "0000000000000001");
    assert_eq!(case.last(2), "sptnp_paid released");
    assert!(case.timeline().ends_with("400 440 [2026] [2028] [2027] [2003]"), "{}", case.timeline());
    let again = Action::IssueSptnp { rincian: kurang_bayar(1) };
    case.refuse(officer(Role::PemeriksaDokumen), again, "already_determined");
}

#[test]
fn an_objection_with_a_guarantee_releases_too() {
    let objection = || Action::ObjectionWithGuarantee { nomor: "KBR-1".to_owned(), bpj: "BPJ-1".to_owned() };
    let case = billing_issued(determined()).act(importir(), objection());
    assert_eq!(case.last(3), "objection_lodged billing_lapsed released");
    let late = determined().at("2026-05-02 00:00");
    late.refuse(importir(), objection(), "too_late");
}

#[test]
fn an_sptnp_that_found_too_much_paid_releases_at_once() {
    let ppd = officer(Role::PemeriksaDokumen);
    let case = examining(true).act(ppd, Action::IssueSptnp { rincian: kurang_bayar(-750_000) });
    let refund = Effect::NoteRefund { ntpn: None, nilai: Rupiah(750_000) };
    assert_eq!((case.last(2).as_str(), case.asked(2)[0].clone()), ("sptnp_issued released", refund));
}

#[test]
fn an_sptnp_after_a_green_release_ends_the_review() {
    let ppd = officer(Role::PemeriksaDokumen);
    let case = left(green()).act(ppd, Action::IssueSptnp { rincian: kurang_bayar(4_000_000) });
    let case = paid(billing_issued(case), "0000000000000001");
    assert_eq!((case.last(2).as_str(), case.state.tahap), ("sptnp_paid finished", Stage::Finished));
}

#[test]
fn questions_return_to_the_officer() {
    let ppd = || officer(Role::PemeriksaDokumen);
    let release = || Action::Release { catatan: String::new() };
    let case = asked(Tanya::Npd).refuse(ppd(), release(), "not_now").refuse(importir(), answer(Tanya::Inp), "not_now");
    let case = case.act(importir(), answer(Tanya::Npd)).act(ppd(), ask(Tanya::Inp)).act(importir(), answer(Tanya::Inp));
    let case = case.act(ppd(), ask(Tanya::Lab)).act(ppd(), answer(Tanya::Lab)).act(ppd(), ask(Tanya::P2));
    let case = case.act(officer(Role::Penindakan), answer(Tanya::P2)).act(ppd(), release());
    let tail = "400 [2015] 410 [2021] 415 [2023] 981 [2003]";
    assert!(case.timeline().ends_with(tail), "{}", case.timeline());
}

#[test]
fn goods_may_leave_while_a_question_after_release_is_open() {
    let case = left(green().act(officer(Role::PemeriksaDokumen), ask(Tanya::Npd))).stands(Stage::AwaitAnswer);
    let case = case.act(importir(), answer(Tanya::Npd)).stands(Stage::PostReview);
    case.act(officer(Role::PemeriksaDokumen), Action::CloseReview { catatan: String::new() }).stands(Stage::Finished);
}

#[test]
fn restricted_goods_wait_for_their_licence() {
    let ppd = || officer(Role::PemeriksaDokumen);
    let case = examining(true).act(ppd(), Action::IssueSpbl { alasan: "Izin belum ada".to_owned() });
    let case = case.act(importir(), Action::ShowLicence { uraian: "PI-01".to_owned() }).stands(Stage::Examining);
    let case = case.act(ppd(), Action::Release { catatan: String::new() });
    assert!(case.timeline().ends_with("400 [2013] [2003]"), "{}", case.timeline());
}

#[test]
fn nhi_holds_release_and_gate_but_not_the_paper() {
    let gate = || officer(Role::Hanggar);
    let lift = || Action::ReleaseNhi { catatan: "Selesai".to_owned() };
    // Held before the number: numbered, but released only when the hold is lifted.
    let case = channelled(held(free(Kelas::Umum)), Jalur::Hijau).act(sistem(), number());
    assert_eq!((case.last(2).as_str(), case.waits().owner), ("numbered release_withheld", Role::Penindakan));
    let case = case.refuse(gate(), gate_out(true), "held").act(officer(Role::Penindakan), lift());
    assert_eq!(case.last(2), "nhi_lifted released");

    // Held after release: stopped at the gate.
    let case = held(case).refuse(gate(), gate_out(true), "held");
    let case = left(case.act(officer(Role::Penindakan), lift()));
    case.refuse(officer(Role::Penindakan), Action::HoldNhi { alasan: "Terlambat".to_owned() }, "goods_left");

    // Held in the examination: the officer cannot release, a paid SPTNP waits.
    let release = Action::Release { catatan: String::new() };
    held(examining(true)).refuse(officer(Role::PemeriksaDokumen), release, "held");
    let case = paid(billing_issued(held(determined())), "0000000000000001").stands(Stage::AwaitRelease);
    case.act(officer(Role::Penindakan), lift()).stands(Stage::Released);
}

#[test]
fn cancellation_needs_the_head_and_comes_before_the_gate() {
    let request = || Action::RequestCancellation { alasan: "Salah kantor".to_owned() };
    let decide = |setuju| Action::DecideCancellation { setuju, alasan: "Diteliti".to_owned() };
    let head = || officer(Role::KepalaKantor);
    let case = numbered(paid(billing_issued(billing_requested()), "0000000000000001"), Jalur::Hijau);
    let case = case.refuse(head(), decide(true), "not_now").act(importir(), request());
    let case = case.refuse(officer(Role::PemeriksaDokumen), decide(true), "wrong_role");

    let refused = case.clone().act(head(), decide(false)).stands(Stage::Released);
    left(refused).refuse(importir(), request(), "goods_left");

    // Goods that left while the head thought about it cannot be cancelled.
    let partly = case.clone().act(officer(Role::Hanggar), gate_out(false));
    partly.refuse(head(), decide(true), "goods_left").act(head(), decide(false));

    let case = case.act(head(), decide(true)).stands(Stage::Cancelled);
    let refund = Effect::NoteRefund { ntpn: "0000000000000001".parse().ok(), nilai: TAGIHAN };
    assert_eq!(case.asked(1), [Effect::ReopenPos, Effect::TellTps { pesan: PesanTps::Batalkan }, refund]);
    assert!(case.timeline().ends_with("250 [2003] 900 [2011]"), "{}", case.timeline());

    let unpaid = billing_issued(billing_requested()).act(importir(), request()).act(head(), decide(true));
    assert!(unpaid.asked(1).contains(&Effect::CancelBilling { kode: kode(1) }));
}

#[test]
fn containers_may_leave_one_after_another() {
    let case = green().act(tps(), Action::GateIn).act(officer(Role::Hanggar), gate_out(false)).stands(Stage::Released);
    let case = case.act(officer(Role::Hanggar), gate_out(false)).act(officer(Role::Hanggar), gate_out(true));
    assert!(case.timeline().ends_with("[2003] 500 501 400"), "{}", case.timeline());
    case.refuse(officer(Role::Hanggar), gate_out(true), "goods_left");
}

#[test]
fn a_silent_partner_is_visible_and_changes_nothing() {
    let down = |alasan: &str| Action::PartnerUnavailable { mitra: "INSW".to_owned(), alasan: alasan.to_owned() };
    let case = submitted(Kelas::Umum).later(1).act(sistem(), down("waktu habis")).stands(Stage::AtInsw);
    let case = case.nothing(sistem(), down("waktu habis"));
    assert_eq!(case.waits().reason.id, "Menunggu analisis lartas INSW. INSW tidak menjawab: waktu habis.");
    let case = insw_ok(case);
    assert_eq!(case.waits().reason.id, "Menunggu validasi.");
}
