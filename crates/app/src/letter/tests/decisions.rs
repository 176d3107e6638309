//! SPBL, NPD and SPTNP.

use declaration::workflow::{RincianPenetapan, Tanya};

use super::*;
use crate::surat::{Denda, Npd, Permintaan, Spbl, Sptnp};

fn ppd(kode_respon: &str, fact: Fact) -> Issue {
    by(Role::PemeriksaDokumen, issue(kode_respon, fact))
}

#[test]
fn an_spbl_lists_the_restricted_lines() {
    let missing = ppd("2013", Fact::SpblIssued { alasan: "Laporan surveyor belum ada.".to_owned() });
    let row = SpblBarang { seri: 3, izin: "Laporan Surveyor".into(), ..SpblBarang::default() };
    let extra = SpblExtra { barang: vec![row], pejabat: Some(officer()), ..SpblExtra::default() };
    let got: Spbl = letter("SPBL", &with(extra, missing.clone()));
    assert_eq!((got.barang[0].pos_tarif.as_str(), got.barang[0].izin.as_str()), ("39269099", "Laporan Surveyor"));
    assert_eq!((got.tindak_lanjut.len(), got.pejabat), (2, Some(officer())));
    let plain: Spbl = letter("SPBL", &missing);
    assert_eq!((plain.barang.len(), plain.barang[0].ketentuan.as_str()), (1, "Laporan surveyor belum ada."));
}

#[test]
fn an_npd_asks_by_a_moment_that_still_counts() {
    let asked = ppd(
        "2015",
        Fact::QuestionIssued {
            tanya: Tanya::Npd,
            uraian: "Nilai barang 3 perlu dijelaskan.".to_owned(),
            batas: end_of("2026-03-11"),
        },
    );
    let plain: Npd = letter("NPD", &asked);
    assert_eq!(plain.batas, at("2026-03-11T23:59:00"));
    assert_eq!(plain.permintaan[0].uraian, "Nilai barang 3 perlu dijelaskan.");
    let contract = Permintaan { jenis: "Kontrak".into(), uraian: "Untuk INV-2603-001".into() };
    let got: Npd = letter("NPD", &with(NpdExtra { permintaan: vec![contract], pejabat: None }, asked));
    assert_eq!(
        (got.alasan.as_str(), got.permintaan[0].jenis.as_str()),
        ("Nilai barang 3 perlu dijelaskan.", "Kontrak")
    );
}

#[test]
fn another_question_is_no_npd() {
    let asked = Fact::QuestionIssued { tanya: Tanya::P2, uraian: String::new(), batas: now() };
    let problem = try_assemble(&ppd("2015", asked), &doc()).unwrap_err();
    assert_eq!(problem, LetterProblem::WrongEvent { kode_respon: "2015".into(), event: "question_issued".into() });
}

fn determined() -> Issue {
    let line = |kode: &str, nilai| RincianPenetapan { kode: kode.into(), nilai: Rupiah(nilai) };
    ppd(
        "2026",
        Fact::SptnpIssued {
            rincian: vec![line("BM", 4_000_000), line("PPN", 440_000), line("DENDA", 4_000_000)],
            total: Rupiah(8_440_000),
            jatuh_tempo: Date::constant(2026, 5, 5),
            batas: end_of("2026-05-05"),
        },
    )
}

#[test]
fn an_sptnp_sets_determined_against_declared() {
    let goods = SptnpBarang {
        seri: 1,
        tarif_bm: "10 %".into(),
        cif: Some("13000.00".parse().unwrap()),
        alasan: "Metode II.".into(),
        ..SptnpBarang::default()
    };
    let got: Sptnp = letter("SPTNP", &with(SptnpExtra { barang: vec![goods], ..SptnpExtra::default() }, determined()));
    let line = &got.barang[0];
    assert_eq!((line.diberitahukan.pos_tarif.as_str(), line.diberitahukan.tarif_bm.as_str()), ("84818099", "5 %"));
    assert_eq!((line.ditetapkan.pos_tarif.as_str(), line.ditetapkan.tarif_bm.as_str()), ("84818099", "10 %"));
    assert_eq!((line.diberitahukan.cif.to_string(), line.ditetapkan.cif.to_string()), ("12663".into(), "13000".into()));
    let rows: Vec<_> =
        got.pungutan.iter().map(|p| (p.uraian.as_str(), p.diberitahukan.0, p.ditetapkan.0, p.selisih.0)).collect();
    assert_eq!(
        rows,
        [
            ("Bea masuk", 36_122_000, 40_122_000, 4_000_000),
            ("PPN impor", 49_382_850, 49_822_850, 440_000),
            ("Denda administrasi", 0, 4_000_000, 4_000_000),
        ]
    );
    assert_eq!((got.total, got.jatuh_tempo), (Rupiah(8_440_000), Date::constant(2026, 5, 5)));
    assert_eq!((got.valuta.as_str(), got.ndpbm.as_str(), got.tenggat_hari), ("USD", "16300", 60));
    assert_eq!((got.bunga_persen.to_string().as_str(), got.bunga_bulan_maks), ("2", 24));
    assert_eq!(got.dasar_hukum, "UU Kepabeanan Pasal 16");
}

#[test]
fn a_fine_that_is_explained_leaves_the_list_of_levies() {
    let explained = |nilai| Denda {
        kekurangan_bm: Rupiah(4_000_000),
        bm_dibayar: Rupiah(36_122_000),
        persen_kekurangan: "11.07".parse().ok(),
        persen_denda: "100".parse().unwrap(),
        nilai: Rupiah(nilai),
        dasar_hukum: "UU Kepabeanan Pasal 16 ayat (4)".into(),
    };
    let check = |nilai, rows: usize| {
        let extra = SptnpExtra { denda: Some(explained(nilai)), ..SptnpExtra::default() };
        let got: Sptnp = letter("SPTNP", &with(extra, determined()));
        assert_eq!((got.pungutan.len(), got.denda.is_some()), (rows, rows == 2), "{nilai}");
    };
    check(4_000_000, 2);
    check(5_000_000, 3);
}
