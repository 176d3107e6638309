//! The channel.

use std::collections::BTreeSet;

use kernel::Rupiah;

use super::super::channel::*;
use super::super::{Jalur, Kelas};

fn seed(n: u64) -> [u8; 32] {
    let mut out = [0; 32];
    out[..8].copy_from_slice(&n.to_le_bytes());
    out
}

fn plain() -> ChannelInput {
    ChannelInput {
        hs: vec!["84713020".to_owned()],
        asal: vec!["JP".to_owned()],
        nilai_pabean: Rupiah(100_000_000),
        ..ChannelInput::default()
    }
}

/// The starter rules without their random rows.
fn rules() -> Vec<ChannelRule> {
    starter_rules().into_iter().filter(|r| !matches!(r.syarat, Criterion::Acak(_))).collect()
}

#[track_caller]
fn check(change: impl Fn(&mut ChannelInput), expect: (Jalur, i32, &[&str])) {
    let mut input = plain();
    change(&mut input);
    let got = draw(&input, &rules(), seed(1));
    let codes: Vec<_> = got.alasan.iter().map(|r| r.kode.as_str()).collect();
    assert_eq!((got.jalur, got.skor, codes.as_slice()), expect);
}

fn signs(list: &[Tanda]) -> BTreeSet<Tanda> {
    list.iter().copied().collect()
}

#[test]
fn weights_add_up_to_red() {
    check(|_| {}, (Jalur::Hijau, 0, &[]));
    check(|i| i.tanda = signs(&[Tanda::ImportirBaru]), (Jalur::Merah, 100, &["IMPORTIR-BARU"]));
    check(|i| i.tanda = signs(&[Tanda::ImporSementara]), (Jalur::Hijau, 60, &["SEMENTARA"]));
    let both = |i: &mut ChannelInput| {
        i.tanda = signs(&[Tanda::ImporSementara]);
        i.nilai_pabean = Rupiah(5_000_000_000);
    };
    check(both, (Jalur::Merah, 110, &["SEMENTARA", "NILAI-5M"]));
    check(|i| i.hs.push("36020000".to_owned()), (Jalur::Merah, 100, &["HS-36"]));
}

#[test]
fn aeo_and_mita_are_green_unless_a_rule_names_them() {
    for kelas in [Kelas::Aeo, Kelas::Mita] {
        let new = |i: &mut ChannelInput| (i.kelas, i.tanda) = (kelas, signs(&[Tanda::ImportirBaru, Tanda::Reimpor]));
        check(new, (Jalur::Hijau, 0, &[]));
        let named = |i: &mut ChannelInput| (i.kelas, i.tanda) = (kelas, signs(&[Tanda::Intelijen]));
        check(named, (Jalur::Merah, 200, &["INTELIJEN"]));
    }
}

#[test]
fn yellow_comes_only_from_yellow_rows() {
    let row = |jalur| ChannelRule::parse("ASAL-JP", ["asal", "jp", "100", jalur, "N"]).unwrap();
    assert_eq!(draw(&plain(), &[row("kuning")], seed(1)).jalur, Jalur::Kuning);
    assert_eq!(draw(&plain(), &[row("kuning"), row("merah")], seed(1)).jalur, Jalur::Merah);
    assert_eq!(draw(&plain(), &[row("hijau")], seed(1)).jalur, Jalur::Hijau);
}

#[test]
fn the_random_share_is_repeatable_and_near_its_size() {
    let rule = |kode: &str| vec![ChannelRule::parse(kode, ["acak", "50", "100", "merah", "Y"]).unwrap()];
    let red = |kode: &str, n| draw(&plain(), &rule(kode), seed(n)).jalur == Jalur::Merah;
    let share = (0..20_000).filter(|n| red("A", *n)).count();
    assert!((900..1_100).contains(&share), "{share} of 20,000");
    let both = (0..20_000).filter(|n| red("A", *n) && red("B", *n)).count();
    assert!(both < 120, "rows draw their own numbers: {both} of 20,000 hit both");
    let once = draw(&plain(), &rule("A"), seed(7));
    assert_eq!(once, draw(&plain(), &rule("A"), seed(7)));
    assert_eq!(once.benih, format!("07{}", "0".repeat(62)));
}

#[test]
fn every_byte_of_the_seed_counts() {
    let rules = vec![ChannelRule::parse("A", ["acak", "500", "100", "merah", "N"]).unwrap()];
    for byte in 0..32 {
        let mut lanes = BTreeSet::new();
        for value in 0..=255 {
            let mut seed = [9; 32];
            seed[byte] = value;
            lanes.insert(draw(&plain(), &rules, seed).jalur);
        }
        assert_eq!(lanes.len(), 2, "byte {byte}");
    }
    let bound = |share: &str| vec![ChannelRule::parse("A", ["acak", share, "100", "merah", "N"]).unwrap()];
    assert!((0..500).all(|n| draw(&plain(), &bound("0"), seed(n)).jalur == Jalur::Hijau));
    assert!((0..500).all(|n| draw(&plain(), &bound("1000"), seed(n)).jalur == Jalur::Merah));
}

#[test]
fn rows_of_data_are_read_or_refused() {
    let read = |cells: [&str; 5]| ChannelRule::parse("R1", cells).map(|r| r.syarat).map_err(|e| e.column);
    assert_eq!(read(["tanda", "reimpor", "10", "merah", "Y"]), Ok(Criterion::Tanda(Tanda::Reimpor)));
    assert_eq!(read(["pos_tarif", "2204", "10", "merah", ""]), Ok(Criterion::PosTarif("2204".to_owned())));
    assert_eq!(read(["asal", "kp", "10", "merah", "N"]), Ok(Criterion::Asal("KP".to_owned())));
    assert_eq!(read(["nilai_min", "1000", "-10", "merah", "N"]), Ok(Criterion::NilaiMin(Rupiah(1000))));
    assert_eq!(read(["warna", "x", "10", "merah", "N"]), Err("jenis"));
    assert_eq!(read(["tanda", "x", "10", "merah", "N"]), Err("nilai"));
    assert_eq!(read(["pos_tarif", "2", "10", "merah", "N"]), Err("nilai"));
    assert_eq!(read(["acak", "1001", "10", "merah", "N"]), Err("nilai"));
    assert_eq!(read(["acak", "10", "banyak", "merah", "N"]), Err("bobot"));
    assert_eq!(read(["acak", "10", "10", "biru", "N"]), Err("jalur"));
    assert_eq!(read(["acak", "10", "10", "merah", "ya"]), Err("prioritas"));
}

#[test]
fn weights_never_overflow() {
    let heavy = |kode: &str| ChannelRule {
        bobot: i32::MAX,
        ..ChannelRule::parse(kode, ["asal", "JP", "1", "merah", "N"]).unwrap()
    };
    assert_eq!(draw(&plain(), &[heavy("A"), heavy("B")], seed(1)).skor, i32::MAX);
}
