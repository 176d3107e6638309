//! Look-ups in a snapshot.

use std::collections::BTreeMap;

use kernel::Decimal;
use reference::{ContentHash, Freight, PphKelas, Rate, Snapshot, TableKind};

use crate::{day, snapshot, table};

const KURS: &str = "berlaku_dari,berlaku_sampai,valuta,nilai_idr,satuan,kmk,contoh\n\
    2026-11-11,2026-11-17,USD,16250.50,,KMK 46,\n\
    2026-11-18,2026-11-24,USD,16300,,KMK 47,\n\
    2026-11-18,2026-11-24,JPY,10550.25,,KMK 47,\n\
    2013-07-10,2013-07-16,USD,9930,,,Y\n\
    2026-10-07,2026-10-13,USD,16000,,,Y\n\
    2026-10-07,2026-10-13,KRW,1160,100,,Y\n";

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn a_rate_holds_in_its_week_and_for_one_unit() {
    let s = snapshot(&[(TableKind::Kurs, KURS)]);
    let usd = s.kurs("USD", day("2026-11-17")).unwrap();
    assert_eq!((usd.nilai, usd.kmk, usd.contoh), (decimal("16250.50"), "KMK 46", false));
    let jpy = s.kurs("JPY", day("2026-11-24")).unwrap();
    assert_eq!((jpy.nilai, jpy.tercetak, jpy.satuan), (decimal("105.5025"), decimal("10550.25"), 100));
    assert_eq!(s.kurs("USD", day("2026-11-25")), None);
    assert_eq!(s.kurs("EUR", day("2026-11-18")), None);
    assert_eq!(s.kurs_on(day("2026-11-18")).iter().map(|k| k.valuta).collect::<Vec<_>>(), ["JPY", "USD"]);
}

#[test]
fn samples_go_on_until_the_week_of_today_only_when_rolled() {
    let s = snapshot(&[(TableKind::Kurs, KURS)]);
    assert!(s.kurs("USD", day("2013-07-12")).unwrap().contoh);
    assert_eq!(s.kurs("USD", day("2026-12-04")), None);
    let rolled = s.roll_samples(day("2026-12-04"));
    let usd = rolled.kurs("USD", day("2026-12-03")).unwrap();
    assert_eq!((usd.nilai, usd.contoh), (decimal("16000"), true));
    assert_eq!((usd.dari, usd.sampai), (day("2026-12-02"), day("2026-12-08")));
    assert_eq!(rolled.kurs("USD", day("2026-12-09")), None, "nothing beyond this week");
    assert_eq!(rolled.kurs("USD", day("2026-11-18")).unwrap().nilai, decimal("16300"), "a published rate stays");
    assert_eq!(rolled.kurs("USD", day("2013-07-12")).unwrap().nilai, decimal("9930"), "an old sample stays");
    assert_eq!(rolled.kurs("USD", day("2020-01-01")), None);
    assert_eq!(rolled.kurs("KRW", day("2026-11-18")).unwrap().nilai, decimal("11.6"));
    assert_eq!((s.version_text(), rolled.version_text()), ("1".into(), "1+kurs-contoh.2026-12-04".into()));
}

#[test]
fn an_open_row_holds_until_a_later_one_begins() {
    let csv = "kunci,nilai,berlaku_dari,berlaku_sampai,dasar_hukum,catatan\n\
        pembulatan,228,,,PMK 228/2015,\npembulatan,190,2023-01-01,,PMK 190/2022,\n\
        ppn.dpp,11/12,2025-01-01,2026-12-31,PMK 131/2024,\nbilling.hari,5,,,,\n";
    let s = snapshot(&[(TableKind::Parameter, csv)]);
    let value = |key: &str, date: &str| s.parameter(key, day(date)).map(|p| p.nilai.clone());
    assert_eq!(value("pembulatan", "2022-12-31").as_deref(), Some("228"));
    assert_eq!(value("pembulatan", "2023-01-01").as_deref(), Some("190"));
    assert_eq!(value("ppn.dpp", "2024-12-31"), None);
    assert_eq!(value("ppn.dpp", "2027-01-01"), None);
    let dpp = s.parameter("ppn.dpp", day("2025-06-01")).unwrap();
    assert_eq!((dpp.fraction(), dpp.decimal()), (Some((decimal("11"), decimal("12"))), None));
    let days = s.parameter("billing.hari", day("1990-01-01")).unwrap();
    assert_eq!((days.whole(), days.fraction()), (Some(5), Some((decimal("5"), Decimal::ONE))));
    let trial = s.with_parameters([("pembulatan", "228")]);
    assert_eq!(trial.parameter("pembulatan", day("2026-01-01")).unwrap().nilai, "228");
    assert_eq!(trial.version_text(), "1+pembulatan=228");
}

#[test]
fn a_tariff_line_depends_on_the_date() {
    let csv = "hs8,bm_mfn_pct,bm_specific_idr,bm_specific_unit,ppn_pct_2022,ppn_conditional,ppnbm_pct_options,\
        ppnbm_conditional,export_duty_conditional,pph_kelas,lartas,satuan,edisi,berlaku_dari,berlaku_sampai\n\
        8471.30.20,0,,,11,N,,N,N,,,,,,\n84713020,5,,,11,N,,N,N,a,Y,NIU,2022.1,2025-09-15,\n\
        10063099,,450,KGM,0,N,,N,N,pangan,,,,,\n87032314,50,,,11,N,15|20|40,Y,N,,,,,,2027-12-31\n";
    let s = snapshot(&[(TableKind::Tarif, csv)]);
    let before = s.tarif("84713020", day("2025-09-14")).unwrap();
    let after = s.tarif("84713020", day("2025-09-15")).unwrap();
    assert_eq!(
        (before.bm, before.pph_kelas, before.edisi.as_str()),
        (Rate::AdValorem(Decimal::ZERO), PphKelas::Umum, "2022")
    );
    assert_eq!((after.bm.percent(), after.pph_kelas, after.lartas), (Some(decimal("5")), PphKelas::A, true));
    let rice = s.tarif("10063099", day("2026-01-01")).unwrap();
    assert_eq!((rice.bm.to_string().as_str(), rice.ppn_nol), ("Rp450/KGM", true));
    let car = s.tarif("87032314", day("2026-01-01")).unwrap();
    assert_eq!(car.summary().en, "BM 50%; PPnBM 15/20/40%; PPh umum");
    assert!(s.tarif("87032314", day("2028-01-01")).is_none());
    assert!(s.tarif("99999999", day("2026-01-01")).is_none());
}

#[test]
fn small_lists_answer_by_any_known_name() {
    let csv = "kelompok,kode,nama_id,nama_en,berlaku_dari,berlaku_sampai,catatan\n\
        jenis_identitas,5,NPWP 15 digit,,,2024-06-30,\njenis_identitas,6,NPWP 16 digit,,2024-07-01,,\n\
        fasilitas,06,ATIGA,,,,\ncara_bayar,1,Tunai,Cash,,,\ncara_bayar,10,Lain,Other,,,\n";
    let s = snapshot(&[(TableKind::Kode, csv)]);
    let date = day("2026-11-18");
    let list = |name: &str, date| s.daftar(name, date).map(|k| k.kode().to_owned()).collect::<Vec<_>>();
    assert_eq!(list("jenis_identitas", date), ["6"]);
    assert_eq!(list("jenis_identitas", day("2024-06-30")), ["5"]);
    assert_eq!(list("cara_bayar", date), ["1", "10"]);
    assert_eq!(s.kode("fasilitas_impor", "6", date).unwrap().nama_en(), "ATIGA");
    assert!(s.kode("cara_bayar", "2", date).is_none());
    assert!(s.has_list("fasilitas_impor") && !s.has_list("cara") && !s.has_list("jenis_vd"));
}

#[test]
fn places_and_offices_tell_what_is_known() {
    let s = snapshot(&[
        (
            TableKind::Kantor,
            "kode_kantor,nama,jenis_unit,tipe,lokasi,melayani_pabean,nama_lama,zona_waktu\n\
            040300,KPU Tanjung Priok,KPU,TIPE A,Jakarta,Y,,\n071100,KPPBC Contoh,KPPBC,,,N,,WITA\n",
        ),
        (
            TableKind::Pelabuhan,
            "locode,nama,fungsi,provinsi_iso,koordinat,kode_kantor,ada_di_unlocode,ada_di_daftar_ceisa\n\
            IDTPP,Tanjung Priok,13,JK,,040300,Y,Y\n",
        ),
        (
            TableKind::Unlocode,
            "locode,nama,fungsi,subdivisi,iata\nIDTPP,Tanjung Priok (Jakarta),3,,\nSGSIN,Singapore,134,,SIN\n",
        ),
        (TableKind::Tps, "kode_kantor,kode_tps,nama,kantor_dikenal\n040300,G001,Gudang Satu,Y\n"),
        (
            TableKind::Negara,
            "kode2,kode3,numerik,nama_id,nama_en,kelompok_freight\nSG,SGP,702,Singapura,Singapore,ASEAN\nFR,FRA,250,Prancis,France,\n",
        ),
        (TableKind::Libur, "tanggal,nama,jenis\n2026-12-25,Hari Raya Natal,libur nasional\n"),
    ]);
    let office = s.kantor("040300").unwrap();
    assert_eq!((office.zona_waktu(), &*office.tag_surat(), office.melayani_pabean()), ("WIB", "KBC.0403", true));
    assert_eq!(s.kantor("071100").unwrap().zona_waktu(), "WITA");
    assert_eq!(s.pelabuhan("IDTPP").unwrap().kode_kantor(), "040300");
    assert_eq!(s.pelabuhan("SGSIN").unwrap().negara(), "SG");
    assert!(
        s.tps("040300", "G001").is_some() && s.tps("040300", "G002").is_none() && s.tps("G001", "040300").is_none()
    );
    assert_eq!(s.negara("SG").unwrap().freight(), Some(Freight::Asean));
    assert_eq!(s.negara("FR").unwrap().freight(), None);
    assert!(s.is_holiday(day("2026-12-25")) && !s.is_holiday(day("2026-12-24")));
    assert!(s.knows_holidays(day("2026-01-01")) && !s.knows_holidays(day("2027-01-01")));
}

#[test]
fn a_preference_is_found_by_scheme_or_facility() {
    let s = snapshot(&[
        (
            TableKind::FtaSkema,
            "skema,nama,pihak,formulir_ska,kode_fasilitas_ceisa\nATIGA,ASEAN,SG ID,Form D,6\nRCEP,RCEP,JP,Form RCEP,\n",
        ),
        (
            TableKind::Preferensi,
            "skema,hs8,tarif_pct,tarif_spesifik,satuan,berlaku_dari,berlaku_sampai,pmk\n\
            ATIGA,84713020,0,,,2022-01-01,,PMK contoh\n",
        ),
    ]);
    for name in ["ATIGA", "06", "6"] {
        let found = s.preferensi(name, "84713020", day("2026-01-01")).unwrap();
        assert_eq!((found.tarif.percent(), found.pmk.as_str()), (Some(Decimal::ZERO), "PMK contoh"));
    }
    assert!(s.preferensi("06", "84713020", day("2021-12-31")).is_none());
    assert!(s.preferensi("", "84713020", day("2026-01-01")).is_none());
    assert_eq!(s.fta_skema("06").unwrap().pihak().collect::<Vec<_>>(), ["SG", "ID"]);
}

#[test]
fn an_empty_snapshot_answers_nothing() {
    let s = Snapshot::empty();
    let date = day("2026-01-01");
    assert!(s.kantor("040300").is_none() && s.kurs("USD", date).is_none() && !s.has(TableKind::Tarif));
    assert!(s.roll_samples(date).kurs("USD", date).is_none());
    assert_eq!(s.roll_samples(date).version_text(), "0");
    assert!(s.search_hs("beras", reference::Lang::Id, 10, date).is_empty());
}

#[test]
fn content_is_named_by_its_hash_and_spoilt_content_is_refused() {
    let one = table(TableKind::Imdg, "kelas,nama_en,divisi\n1,Explosives,\n2,Gases,\n").canonical();
    let same = table(TableKind::Imdg, "divisi,kelas,nama_en\n,2,Gases\n,1,Explosives\n").canonical();
    let hash = ContentHash::of(&one);
    assert_eq!(hash, ContentHash::of(&same));
    assert_eq!(ContentHash::from_hex(&hash.to_string()), Some(hash));
    let spoilt = BTreeMap::from([(TableKind::Imdg, b"kelas,nama_en,divisi\n,,\n1,,\n".to_vec())]);
    let error = Snapshot::build(2, &spoilt).unwrap_err();
    assert!(error.to_string().starts_with("reference table imdg_kelas cannot be read: line 3, column 2"), "{error}");
}
