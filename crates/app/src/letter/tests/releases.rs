//! Receipt, release, red channel, supporting documents, rejection.

use declaration::workflow::{Kewajiban, SebabTolak};
use kernel::{Finding, Severity, Text};

use super::*;
use crate::surat::{Npp, Penerimaan, Spjm, Sppb, TandaTerimaDokap};

fn accepted(kewajiban: Kewajiban) -> Issue {
    issue("2000", Fact::Accepted { kewajiban })
}

#[test]
fn the_receipt_tells_value_levies_and_the_next_step() {
    let paid = Kewajiban { bayar: Rupiah(96_728_225), ..Kewajiban::default() };
    let arrived: Timestamp = "2026-03-06T08:58:00Z".parse().unwrap();
    let extra = PenerimaanExtra { diterima: Some(arrived) };
    let got: Penerimaan = letter("PENERIMAAN", &with(extra, accepted(paid)));
    assert_eq!(got.waktu_terima, at("2026-03-06T15:58:00"));
    assert_eq!((got.jumlah_barang, got.nilai_pabean, got.total_dibayar), (3, Rupiah(412_813_800), Rupiah(96_728_225)));
    assert!(got.langkah_berikut.id.starts_with("Bayar dengan kode billing"), "{}", got.langkah_berikut.id);
    assert_eq!(got.acuan.nomor_aju, AJU);
    assert_eq!(got.acuan.importir.nama, "PT Contoh Sejahtera Abadi");
    assert_eq!(got.acuan.importir.identitas, "0990000010999000");
    assert_eq!(got.acuan.ppjk, None);
}

#[test]
fn the_letterhead_is_the_offices_with_number_and_proof() {
    let kop = letter::<Penerimaan>("PENERIMAAN", &accepted(Kewajiban::default())).kop;
    assert_eq!(kop.kantor, snapshot().kantor("040300").unwrap().nama());
    assert_eq!((kop.kode_kantor.as_str(), kop.alamat.as_str()), ("040300", "Tanjung Priok"));
    assert_eq!((kop.nomor.as_str(), kop.kode_verifikasi.as_str()), ("000123/KBC.0403/2026", "7KQ2-M9TX-4HVD"));
    assert_eq!((kop.waktu, kop.sidik.as_str()), (at("2026-03-06T16:00:00"), HASH));
}

#[test]
fn the_next_step_follows_how_the_levies_are_settled() {
    #[track_caller]
    fn check(lartas: bool, kewajiban: Kewajiban, begins: &str) {
        let mut issue = accepted(kewajiban);
        issue.state.lartas = lartas;
        let got: Penerimaan = letter("PENERIMAAN", &issue);
        assert!(got.langkah_berikut.id.starts_with(begins), "{}", got.langkah_berikut.id);
    }
    let guaranteed = |bpj: Option<&str>| Kewajiban {
        jaminan: Some(declaration::workflow::Jaminan { bpj: bpj.map(str::to_owned) }),
        ..Kewajiban::default()
    };
    check(true, guaranteed(None), "Pejabat meneliti");
    check(false, guaranteed(None), "Serahkan jaminan");
    check(false, guaranteed(Some("BPJ-1")), "Tidak ada yang harus dibayar");
    check(false, Kewajiban { berkala: true, ..Kewajiban::default() }, "Pungutan dilunasi");
}

#[test]
fn an_sppb_of_the_system_names_goods_transport_and_storage() {
    let got: Sppb = letter("SPPB", &issue("2003", Fact::Released { catatan: "Segel dicek.\n".to_owned() }));
    let carried = &got.pengangkutan;
    assert_eq!((carried.sarana.as_str(), carried.nomor_voy.as_str()), ("MV CONTOH BAHARI", "026S"));
    assert_eq!(carried.bl_awb.as_ref().unwrap().nomor, "CTHSHA2603001");
    assert_eq!(carried.bc11.as_ref().unwrap().tanggal, Some(Date::constant(2026, 3, 5)));
    assert_eq!(carried.pos, "0011 0000 0000");
    assert!(carried.tempat_penimbunan.ends_with(" (PRK1)"), "{}", carried.tempat_penimbunan);
    assert_eq!(carried.pelabuhan_bongkar, "Tanjung Priok (IDTPP)");
    assert_eq!(got.kemasan[0].jumlah.to_string(), "90");
    assert!(got.kemasan[0].jenis.ends_with(" (CT)"), "{}", got.kemasan[0].jenis);
    let boxes: Vec<_> = got.peti_kemas.iter().map(|c| (c.nomor.as_str(), c.ukuran.as_str(), c.tipe.as_str())).collect();
    assert_eq!(boxes, [("CSAU2603014", "20", "Kering atau umum"), ("CSAU2603020", "40", "Kering atau umum")]);
    assert_eq!(got.catatan, ["Segel dicek."]);
    assert_eq!(got.acuan.pendaftaran.unwrap().nomor, "003574");
    assert_eq!(got.pejabat, None);
}

#[test]
fn an_officer_signs_with_his_name_or_at_least_his_function() {
    let released = by(Role::PemeriksaDokumen, issue("2003", Fact::Released { catatan: String::new() }));
    let got: Sppb = letter("SPPB", &released);
    assert_eq!((got.pejabat.unwrap().jabatan.as_str(), got.catatan.len()), ("Pejabat pemeriksa dokumen", 0));
    let extra = SppbExtra { pejabat: Some(officer()), catatan: vec!["Bertahap.".into()] };
    let got: Sppb = letter("SPPB", &with(extra, released));
    assert_eq!((got.pejabat, got.catatan), (Some(officer()), vec!["Bertahap.".to_owned()]));
}

#[test]
fn the_matched_position_counts_before_the_declared_one() {
    let mut released = issue("2003", Fact::Released { catatan: String::new() });
    released.state.pos = Some("009100010002".to_owned());
    assert_eq!(letter::<Sppb>("SPPB", &released).pengangkutan.pos, "0091 0001 0002");
}

#[test]
fn an_spjm_sets_one_limit_for_papers_and_goods() {
    let noon: Timestamp = "2026-03-07T05:00:00Z".parse().unwrap();
    let got: Spjm = letter("SPJM", &issue("2005", Fact::InspectionOrdered { batas: noon }));
    assert_eq!((got.batas_dokumen, got.batas_kesiapan), (at("2026-03-07T12:00:00"), at("2026-03-07T12:00:00")));
    assert_eq!(got.peti_kemas.len(), 2);
}

#[test]
fn an_office_further_east_writes_its_own_time() {
    let noon: Timestamp = "2026-03-07T05:00:00Z".parse().unwrap();
    let issue = issue("2005", Fact::InspectionOrdered { batas: noon });
    let east = snapshot().table(TableKind::Kantor).rows().find(|row| row.get("zona_waktu") == "WITA").unwrap();
    let (doc, params) = (doc(), params());
    let source = Source {
        nomor_respon: None,
        waktu: now(),
        verify_code: "",
        nomor_aju: AJU,
        kode_kantor: east.get("kode_kantor"),
        sha256: HASH,
        doc: &doc,
        snapshot: snapshot(),
        params: &params,
    };
    let got: Spjm = serde_json::from_value(assemble(&issue, &source).unwrap().1).unwrap();
    assert_eq!((got.kop.zona, got.batas_dokumen), (crate::surat::Zona::Wita, at("2026-03-07T13:00:00")));
}

#[test]
fn received_papers_are_listed_or_at_least_counted() {
    let received = issue("2009", Fact::DocumentsReceived { jumlah: 3 });
    let got: TandaTerimaDokap = letter("DOKAP", &received);
    assert_eq!((got.penyerah.as_str(), got.dokumen[0].jenis.as_str()), ("PT Contoh Sejahtera Abadi", "3 berkas"));
    let file = DokapFile {
        kode: "380".into(),
        nomor: "INV-2603-001".into(),
        berkas: "inv.pdf".into(),
        ..DokapFile::default()
    };
    let extra = DokapExtra { penyerah: "Budi Contoh".into(), dokumen: vec![file] };
    let got: TandaTerimaDokap = letter("DOKAP", &with(extra, received));
    assert_eq!((got.penyerah.as_str(), got.dokumen.len()), ("Budi Contoh", 1));
    assert_eq!(got.dokumen[0].jenis, "Invoice (380)");
    assert_eq!(got.waktu_terima, at("2026-03-06T16:00:00"));
}

pub(super) fn finding(code: &'static str, pointer: &str) -> Finding {
    Finding {
        code: code.into(),
        severity: Severity::Reject,
        pointer: pointer.into(),
        message: Text::fixed("Pos tarif tidak dikenal.", "Unknown tariff line."),
        law: "PMK 190/2022".into(),
    }
}

pub(super) fn rejected(count: usize) -> Issue {
    let findings = vec![finding("PIB-D.barang.posTarif", "barang[1].posTarif"); count];
    let temuan = u32::try_from(count).unwrap();
    with(NppExtra { findings }, issue("2001", Fact::Rejected { temuan, sebab: SebabTolak::Validasi }))
}

#[test]
fn a_rejection_names_every_place_in_plain_words() {
    let got: Npp = letter("NPP", &rejected(2));
    assert_eq!(got.temuan.len(), 2);
    let first = &got.temuan[0];
    assert_eq!(first.kode, "PIB-D.barang.posTarif");
    assert!(first.tempat.starts_with("Barang 2, "), "{}", first.tempat);
    assert_eq!((first.pointer.as_str(), first.dasar_hukum.as_str()), ("barang[1].posTarif", "PMK 190/2022"));
}

#[test]
fn a_rejection_without_findings_still_says_why() {
    let untold: Npp = letter("NPP", &issue("2001", Fact::Rejected { temuan: 4, sebab: SebabTolak::Validasi }));
    assert!(untold.temuan[0].pesan.id.contains("4 hal"), "{}", untold.temuan[0].pesan.id);
    let closed: Npp = letter("NPP", &issue("2001", Fact::Rejected { temuan: 0, sebab: SebabTolak::NpblDitutup }));
    assert_eq!((closed.temuan.len(), closed.temuan[0].kode.as_str()), (1, "NPBL"));
}

#[test]
fn an_empty_document_can_be_rejected_too() {
    let (_, data) = try_assemble(&rejected(1), &Pib::default()).unwrap();
    let got: Npp = serde_json::from_value(data).unwrap();
    assert_eq!((got.acuan.importir.nama.as_str(), got.acuan.tanggal_aju), ("", TODAY));
}
