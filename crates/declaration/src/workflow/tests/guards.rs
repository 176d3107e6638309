//! Who may act.

use super::super::*;
use super::actions::*;
use super::paths::*;

fn ppd(name: &str) -> Actor {
    Actor::officer(Role::PemeriksaDokumen, name, kantor())
}

#[test]
fn inspector_and_document_officer_are_different_people() {
    let release = || Action::Release { catatan: String::new() };
    // The appointed inspector may not act on the documents, whatever function the account also has.
    let case = examining(true).refuse(ppd("pemeriksa_fisik"), release(), "same_officer");
    case.refuse(ppd("pemeriksa_fisik"), ask(Tanya::Npd), "same_officer").act(ppd("orang_lain"), release());

    // Who instructed cannot be appointed afterwards, not even as a replacement.
    let appoint = |name: &str| Action::AppointInspector { pemeriksa: name.to_owned() };
    let case = instructed().refuse(sistem(), appoint("pemeriksa_dokumen"), "same_officer");
    let case = case.act(sistem(), appoint("pengganti")).stands(Stage::AwaitPackages);

    // The one who was replaced never inspected and may examine the documents.
    let inspector = Actor::officer(Role::PemeriksaFisik, "pengganti", kantor());
    let case = case.act(tps(), Action::PackagesPulled);
    let case = case.act(inspector.clone(), Action::RecordBap { uraian: "Sesuai".to_owned() });
    let report = Action::RecordLhp { sesuai: true, uraian: "Sesuai".to_owned() };
    let case = case.refuse(sistem(), appoint("pemeriksa_fisik"), "not_now").act(inspector, report);
    case.refuse(ppd("pengganti"), release(), "same_officer").act(ppd("pemeriksa_fisik"), release());
}

#[test]
fn only_the_appointed_inspector_inspects() {
    let other = Actor::officer(Role::PemeriksaFisik, "orang_lain", kantor());
    pulled().refuse(other.clone(), Action::StartInspection, "not_appointed");
    inspecting().refuse(other.clone(), Action::RecordBap { uraian: "Sesuai".to_owned() }, "not_appointed");
    let report = Action::RecordLhp { sesuai: true, uraian: "Sesuai".to_owned() };
    minuted().refuse(other, report, "not_appointed");
}

#[test]
fn officers_act_for_their_own_office() {
    let mut stranger = ppd("orang_lain");
    stranger.kantor = "050100".parse().ok();
    let release = || Action::Release { catatan: String::new() };
    examining(true).refuse(stranger.clone(), release(), "wrong_office");
    stranger.kantor = None;
    examining(true).refuse(stranger, release(), "wrong_office");
}

#[test]
fn an_actor_has_a_name() {
    recorded().refuse(Actor::of(Role::Importir, " "), Action::BeginCorrection, "invalid");
}

#[test]
fn texts_and_numbers_are_checked() {
    let p2 = || officer(Role::Penindakan);
    green().refuse(p2(), Action::HoldNhi { alasan: " ".to_owned() }, "invalid");
    green().refuse(p2(), Action::HoldNhi { alasan: "a".repeat(70_000) }, "too_large");
    free(Kelas::Umum).refuse(sistem(), matched(101), "invalid");
    red().refuse(importir(), Action::DocumentsUploaded { jumlah: 0 }, "invalid");
    let rincian = || [kurang_bayar(i64::MAX), kurang_bayar(1)].concat();
    examining(true).refuse(ppd("ppd"), Action::IssueSptnp { rincian: rincian() }, "invalid");
    examining(true).refuse(ppd("ppd"), Action::IssueSptnp { rincian: Vec::new() }, "invalid");
    let negative = Action::ValidationPassed { kiriman: 1, kewajiban: bayar(kernel::Rupiah(-1)) };
    insw_ok(submitted(Kelas::Umum)).refuse(sistem(), negative, "invalid");
}

#[test]
fn a_declarant_cannot_fill_the_log_and_nobody_else_is_stopped_by_it() {
    let mut case = free(Kelas::Umum);
    while case.state.peristiwa < 5_000 {
        case = case.act(importir(), Action::RetryMatch);
    }
    case.refuse(importir(), Action::RetryMatch, "limit_reached").act(sistem(), matched(100));
}

#[test]
fn billing_requests_are_counted() {
    let mut case = billing_issued(billing_requested());
    for _ in 1..50 {
        case = case.act(importir(), Action::CancelBilling { untuk: Untuk::Pib, alasan: "Salah".to_owned() });
        case = billing_issued(case.act(importir(), Action::RequestBilling { untuk: Untuk::Pib }));
    }
    case = case.act(importir(), Action::CancelBilling { untuk: Untuk::Pib, alasan: "Salah".to_owned() });
    case.refuse(importir(), Action::RequestBilling { untuk: Untuk::Pib }, "limit_reached");
}

#[test]
fn a_refusal_speaks_both_languages() {
    let refused = recorded().decide(sistem(), number()).unwrap_err().text();
    assert_eq!(refused.id, "Tidak dapat dilakukan pada tahap ini: Perekaman.");
    assert_eq!(refused.en, "This cannot be done at the step “Being recorded”.");
    let refused = green().decide(importir(), Action::Tick).unwrap_err();
    assert_eq!(
        (refused.text().id.as_ref(), refused.to_string()),
        ("Hanya dapat dilakukan oleh: Sistem.", "Only for: System.".to_owned())
    );
}
