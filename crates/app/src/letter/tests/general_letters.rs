//! Letters without a template of their own.

use declaration::workflow::{Selisih, Stage, Tanya};
use kernel::Text;

use super::*;
use crate::surat::SuratUmum;

#[track_caller]
fn check(issue: &Issue, title: &str, contains: &str) -> SuratUmum {
    let got: SuratUmum = letter("UMUM", issue);
    assert_eq!(got.judul.id, title);
    let all = got.paragraf.iter().chain(&got.penutup).cloned().collect::<Vec<_>>().join("\n");
    assert!(all.contains(contains), "{all}");
    got
}

fn asked(kode_respon: &str, tanya: Tanya) -> Issue {
    let batas = end_of("2026-03-11");
    issue(kode_respon, Fact::QuestionIssued { tanya, uraian: "Jelaskan potongan harga.".to_owned(), batas })
}

#[test]
fn questions_carry_their_text_and_limit() {
    check(&asked("2021", Tanya::Inp), "Informasi Nilai Pabean", "Jelaskan potongan harga.");
    check(&asked("2021", Tanya::Inp), "Informasi Nilai Pabean", "paling lambat 11 Maret 2026 pukul 23.59 WIB");
    check(&asked("2023", Tanya::Lab), "Kirim Barang Laboratorium", "Contoh barang dikirim");
    check(&asked("2090", Tanya::Npbl), "Nota Pemberitahuan Barang Larangan/Pembatasan", "Tanpa jawaban, nota ditutup");
    let yellow = issue("2004", Fact::DocumentsOrdered { batas: end_of("2026-03-09") });
    check(&yellow, "Surat Pemberitahuan Jalur Kuning", "9 Maret 2026 pukul 23.59 WIB");
}

#[test]
fn a_cancellation_lists_what_can_be_refunded() {
    let cancelled = Fact::Cancelled {
        alasan: "Dikirim dua kali.".to_owned(),
        kode_billing: None,
        pengembalian: vec![payment(1_500_000)],
    };
    let got = check(&issue("2011", cancelled), "Keputusan Pembatalan", "disetujui");
    let refunds = got.tabel.unwrap().baris;
    assert_eq!(refunds, [["A1B2C3D4E5F6G7H8", "6 Maret 2026", "Rp1.500.000"]]);
    let refused = Fact::CancellationRefused { alasan: "Barang sudah keluar.".to_owned() };
    let got = check(&issue("2011", refused), "Keputusan Pembatalan", "Barang sudah keluar.");
    assert_eq!(got.tabel, None);
}

#[test]
fn an_amendment_shows_before_and_after() {
    let change =
        Perubahan { pointer: "barang[0].posTarif".into(), semula: "84818099".into(), menjadi: "84818091".into() };
    let extra = KeputusanExtra { setuju: Some(true), perubahan: vec![change], ..KeputusanExtra::default() };
    let got = check(&with(extra, issue("2010", Fact::ExaminationOpened)), "Keputusan Perubahan Data", "disetujui");
    let row = &got.tabel.unwrap().baris[0];
    assert!(row[0].starts_with("Barang 1, "), "{}", row[0]);
    assert_eq!(row[1..], ["84818099", "84818091"]);
}

#[test]
fn a_manifest_mismatch_sets_both_sides_beside_each_other() {
    let selisih = vec![Selisih {
        kunci: "kemasan".to_owned(),
        uraian: Text::fixed("Jumlah kemasan", "Packages"),
        dinyatakan: "90".to_owned(),
        tercatat: "89".to_owned(),
    }];
    let got = check(&issue("2090", Fact::ManifestMismatched { selisih }), "Respons Umum", "dicocokkan");
    assert_eq!(got.tabel.unwrap().baris, [["Jumlah kemasan", "90", "89"]]);
}

#[test]
fn any_other_event_tells_at_least_the_step() {
    let mut issue = issue("2090", Fact::Finished);
    issue.state.tahap = Stage::Finished;
    check(&issue, "Respons Umum", "pada tahap: Selesai");
    issue.kode_respon = "2080".to_owned();
    check(&issue, "Respons Pelayanan Segera", "pada tahap: Selesai");
}

#[test]
fn what_the_use_case_writes_takes_the_place_of_what_the_event_tells() {
    let extra = UmumExtra { paragraf: vec!["Hanya ini.".into()], pejabat: Some(officer()), ..UmumExtra::default() };
    let got = check(&with(extra, asked("2021", Tanya::Inp)), "Informasi Nilai Pabean", "Hanya ini.");
    assert_eq!((got.paragraf.len(), got.pejabat), (1, Some(officer())));
    assert!(!got.penutup.is_empty());
}
