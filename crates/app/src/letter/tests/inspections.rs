//! Instruction, minutes and report of inspection.

use declaration::workflow::Tingkat;

use super::*;
use crate::surat::{Bap, Ip, Lhp, NomorTanggal, Saksi};

fn instructed(tingkat: Tingkat) -> Issue {
    issue("2066", Fact::InstructionIssued { tingkat })
}

#[test]
fn an_instruction_says_what_to_open() {
    #[track_caller]
    fn check(tingkat: Tingkat, level: &str, open: &str, containers: usize) {
        let got: Ip = letter("IP", &instructed(tingkat));
        assert_eq!((got.tingkat.as_str(), got.peti_kemas.len()), (level, containers));
        assert_eq!(got.kemasan_dibuka, open);
    }
    check(Tingkat::SepuluhPersen, "10 %", "Paling sedikit 9 dari 90 kemasan, dipilih acak oleh pemeriksa", 0);
    check(Tingkat::TigaPuluhPersen, "30 %", "Paling sedikit 27 dari 90 kemasan, dipilih acak oleh pemeriksa", 0);
    check(Tingkat::Mendalam, "Mendalam", "Seluruh 90 kemasan", 2);
}

#[test]
fn an_instruction_names_inspectors_place_and_goods() {
    let mut issue = instructed(Tingkat::SepuluhPersen);
    issue.state.pemeriksaan.pemeriksa = Some("pfpb-1".to_owned());
    let plain: Ip = letter("IP", &issue);
    let known: Vec<_> = plain.pemeriksa.iter().map(|p| (p.nama.as_str(), p.jabatan.as_str())).collect();
    assert_eq!(known, [("", "Pejabat pemeriksa fisik")]);
    assert!(plain.lokasi.ends_with("(PRK1)"), "{}", plain.lokasi);
    assert_eq!(
        plain.barang[1].uraian,
        "Bantalan bola alur dalam 6204-2RS, merek CONTOH BEARING, tipe 6204-2RS, ukuran 20 x 47 x 14 mm"
    );
    let extra = IpExtra {
        pemeriksa: vec![officer()],
        lokasi: "Lapangan B".into(),
        peti_kemas: vec!["CSAU2603020".into()],
        ambil_contoh: true,
        ..IpExtra::default()
    };
    let got: Ip = letter("IP", &with(extra, issue));
    assert_eq!((got.pemeriksa, got.lokasi.as_str(), got.ambil_contoh), (vec![officer()], "Lapangan B", true));
    assert_eq!((got.peti_kemas.len(), got.peti_kemas[0].ukuran.as_str()), (1, "40"));
}

fn went() -> Pelaksanaan {
    Pelaksanaan {
        ip: Some(NomorTanggal { nomor: "000230/KBC.0403/2026".into(), tanggal: Some(TODAY) }),
        mulai: Some("2026-03-06T02:30:00Z".parse().unwrap()),
        selesai: Some("2026-03-06T07:10:00Z".parse().unwrap()),
        tingkat: Some(Tingkat::TigaPuluhPersen),
        jumlah_foto: 24,
        pemeriksa: vec![officer()],
        ..Pelaksanaan::default()
    }
}

#[test]
fn minutes_tell_when_who_and_what() {
    let recorded =
        by(Role::PemeriksaFisik, issue("2008", Fact::BapRecorded { uraian: "Dibuka.\n\nDihitung.".to_owned() }));
    let saksi = Some(Saksi { nama: "Contoh Santoso".into(), jabatan: "Kuasa importir".into() });
    let extra = BapExtra { pelaksanaan: went(), saksi: saksi.clone(), ..BapExtra::default() };
    let got: Bap = letter("BAP", &with(extra, recorded.clone()));
    assert_eq!((got.mulai, got.selesai), (at("2026-03-06T09:30:00"), at("2026-03-06T14:10:00")));
    assert_eq!((got.ip.nomor.as_str(), got.tingkat.as_str(), got.saksi), ("000230/KBC.0403/2026", "30 %", saksi));
    assert_eq!(got.uraian, ["Dibuka.", "Dihitung."]);
    let plain: Bap = letter("BAP", &recorded);
    assert_eq!((plain.ip.nomor.as_str(), plain.mulai), ("", at("2026-03-06T16:00:00")));
    assert_eq!(plain.pemeriksa[0].jabatan, "Pejabat pemeriksa fisik");
}

fn reported(sesuai: bool) -> Issue {
    issue("2007", Fact::LhpRecorded { sesuai, uraian: "Lihat rincian.".to_owned() })
}

fn results(got: &Lhp) -> Vec<(u32, String, String, bool)> {
    let row = |b: &crate::surat::BarangLhp| (b.seri, b.jumlah.to_string(), b.jumlah_ditemukan.to_string(), b.sesuai);
    got.barang.iter().map(row).collect()
}

#[test]
fn a_report_without_differences_lists_every_line_as_declared() {
    let got: Lhp = letter("LHP", &reported(true));
    let line = |n, count: &str| (n, count.to_owned(), count.to_owned(), true);
    assert_eq!(results(&got), [line(1, "2000"), line(2, "5000"), line(3, "1500")]);
    assert!(got.sesuai);
}

#[test]
fn a_report_with_differences_names_them_and_undeclared_goods() {
    let more = LhpBarang {
        seri: 2,
        jumlah_ditemukan: "5100".parse().ok(),
        catatan: "2 karton lebih".into(),
        ..LhpBarang::default()
    };
    let strange = LhpBarang {
        uraian_ditemukan: "Kipas".into(),
        jumlah_ditemukan: "4".parse().ok(),
        satuan: "PCE".into(),
        negara_asal: "CN".into(),
        ..LhpBarang::default()
    };
    let extra = LhpExtra { pelaksanaan: went(), bap: None, barang: vec![more, strange] };
    let got: Lhp = letter("LHP", &with(extra, reported(false)));
    let row = |n, declared: &str, found: &str, same| (n, declared.to_owned(), found.to_owned(), same);
    assert_eq!(
        results(&got),
        [
            row(1, "2000", "2000", true),
            row(2, "5000", "5100", false),
            row(3, "1500", "1500", true),
            row(0, "0", "4", false),
        ]
    );
    assert_eq!(
        (got.barang[3].uraian.as_str(), got.barang[3].negara_asal.as_str()),
        ("Tidak diberitahukan", "Tiongkok")
    );
}

#[test]
fn a_report_of_differences_that_names_none_claims_nothing_about_lines() {
    let got: Lhp = letter("LHP", &reported(false));
    assert_eq!((got.barang.len(), got.sesuai, got.kesimpulan.as_str()), (0, false, "Lihat rincian."));
}
