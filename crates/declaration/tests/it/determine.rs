//! Determinations on the good example: differences, the fine with its tier, and what stands in the way.

use declaration::figures::{Dasar, Halangan, Koreksi, Penetapan, determine, fine_rules, params};
use declaration::levy::{Levy, ShortageFine};
use declaration::{Pib, Section};
use kernel::{Dec2, Rupiah};

use crate::base::{AT, json, snapshot};

fn sheet(koreksi: &[Koreksi]) -> Result<Penetapan, Vec<Halangan>> {
    let doc = Pib::from_raw(json("examples/pib-hijau.json"));
    let (snapshot, day) = (snapshot(), AT);
    let params = params(snapshot, day).unwrap();
    let lookup = |key: &str| snapshot.parameter(key, day).map(|p| p.nilai.clone());
    let (denda, pembulatan) = fine_rules(&lookup).unwrap();
    determine(&doc, koreksi, &Dasar { snapshot, params: &params, day, denda: &denda, pembulatan, persen: None })
}

fn line(seri: u32) -> Koreksi {
    Koreksi { seri, alasan: "uji".into(), ..Koreksi::default() }
}

/// What the SPTNP demands, as `kode nilai`.
fn demands(found: &Penetapan) -> Vec<String> {
    found.rincian.iter().map(|row| format!("{} {}", row.kode, row.nilai.0)).collect()
}

#[test]
fn a_larger_quantity_raises_value_and_is_fined_by_tier() {
    let found = sheet(&[Koreksi { jumlah: "2500".parse().ok(), ..line(1) }]).unwrap();
    // CIF 12.663 × 2.500/2.000 = 15.828,75; duty 5 % at 16.300: paid 10.320.345, due 12.900.431,25.
    assert_eq!(found.barang[0].cif.1.to_string(), "15828.75");
    assert_eq!((found.denda.dibayar, found.denda.seharusnya), (Rupiah(10_321_000), Rupiah(12_901_000)));
    assert!(matches!(&found.denda.hasil, ShortageFine::Fined(fine) if fine.percent.to_string() == "100"));
    assert_eq!(found.denda.nilai, Some(Rupiah(2_580_000)));
    assert_eq!(found.total.0, found.rincian.iter().map(|row| row.nilai.0).sum::<i64>());
    assert!(demands(&found).contains(&"DENDA 2580000".to_owned()), "{:?}", demands(&found));
    assert!(demands(&found).iter().any(|row| row.starts_with("PPN ")), "{:?}", demands(&found));
    // Lines that nobody corrected keep their value to the last digit.
    for at in [1, 2] {
        assert_eq!(found.semula.items[at].shares.unwrap().cif, found.menjadi.items[at].shares.unwrap().cif);
    }
}

#[test]
fn a_wrong_code_alone_is_not_fined() {
    let found = sheet(&[Koreksi { pos_tarif: "39269099".parse().ok(), ..line(1) }]).unwrap();
    assert_eq!(found.denda.nilai, None);
    let duty = found.pungutan.iter().find(|one| one.jenis == Levy::Bm).unwrap();
    assert!(duty.nilai().0 > 0, "{duty:?}");
    let fined = sheet(&[Koreksi { pos_tarif: "39269099".parse().ok(), salah_jenis: true, ..line(1) }]).unwrap();
    assert!(fined.denda.nilai.is_some_and(|fine| fine.0 > 0), "the wrong kind of goods is");
}

#[test]
fn too_much_paid_comes_out_below_zero() {
    let found = sheet(&[Koreksi { cif: Dec2::new(6_000.into()), ..line(1) }]).unwrap();
    assert!(found.total.0 < 0, "{:?}", demands(&found));
    assert_eq!(found.denda.hasil, ShortageFine::NoShortage);
}

#[test]
fn what_is_in_the_way_is_said_at_once() {
    let check = |koreksi: &[Koreksi], expect: Vec<Halangan>| assert_eq!(sheet(koreksi).unwrap_err(), expect);
    check(&[], vec![Halangan::TanpaKoreksi]);
    check(&[line(1)], vec![Halangan::TanpaKoreksi]);
    let silent = Koreksi { alasan: String::new(), jumlah: "1".parse().ok(), ..line(9) };
    check(&[silent], vec![Halangan::BarisTidakAda(9), Halangan::TanpaAlasan(9)]);
    check(&[Koreksi { pos_tarif: "99999999".parse().ok(), ..line(2) }], vec![Halangan::HsTidakDikenal(2)]);
}
