//! Matching a declaration with a manifest position (rules 1.6).

use std::collections::BTreeSet;

use kernel::Text;

use crate::{Kemasan, Key, MatchKeys, Mismatch, Pos, StatusPos, TransportPaper};

/// Container numbers named in one mismatch; the rest is counted.
const MOST_NAMED: usize = 20;

/// Every key on which the declaration and the position differ, in the order of the form; empty when they fit.
///
/// Numbers are compared by their letters and digits alone, so `126-12345675` is `12612345675`. A position marked as
/// partial gives upper limits for containers, packages and weight.
pub fn match_position(pos: &Pos, keys: &MatchKeys) -> Vec<Mismatch> {
    let paper: &TransportPaper = pos.paper();
    let declared_count: u64 = keys.kemasan.iter().fold(0, |sum, row| sum.saturating_add(row.jumlah));
    let count_fits = fits(pos.parsial, &declared_count, &pos.kemasan.jumlah);
    let rows = [
        (Key::Status, is_free(pos, keys), keys.nomor_aju.to_string(), holder(pos)),
        (Key::Kantor, keys.kode_kantor == pos.kode_kantor, keys.kode_kantor.to_string(), pos.kode_kantor.to_string()),
        (
            Key::NomorBc11,
            plain(&keys.nomor_bc11) == plain(&pos.nomor_bc11),
            keys.nomor_bc11.clone(),
            pos.nomor_bc11.clone(),
        ),
        (
            Key::TanggalBc11,
            keys.tanggal_bc11 == pos.tanggal_bc11,
            keys.tanggal_bc11.to_string(),
            pos.tanggal_bc11.to_string(),
        ),
        (Key::NomorPos, keys.nomor_pos == pos.nomor_pos, keys.nomor_pos.to_string(), pos.nomor_pos.to_string()),
        (
            Key::NomorDokumen,
            plain(&keys.dokumen.nomor) == plain(&paper.nomor),
            keys.dokumen.nomor.clone(),
            paper.nomor.clone(),
        ),
        (
            Key::TanggalDokumen,
            keys.dokumen.tanggal == paper.tanggal,
            keys.dokumen.tanggal.to_string(),
            paper.tanggal.to_string(),
        ),
        containers(pos, keys),
        (Key::JumlahKemasan, count_fits, declared_count.to_string(), pos.kemasan.jumlah.to_string()),
        (Key::JenisKemasan, kind_fits(pos, &keys.kemasan), kinds(&keys.kemasan), pos.kemasan.jenis.clone()),
        (Key::Bruto, fits(pos.parsial, &keys.bruto, &pos.bruto), keys.bruto.to_string(), pos.bruto.to_string()),
    ];
    let differing = rows.into_iter().filter(|(_, fits, _, _)| !fits);
    differing.map(|(key, _, declared, found)| mismatch(key, declared, found)).collect()
}

fn mismatch(kunci: Key, dinyatakan: String, tercatat: String) -> Mismatch {
    let label = kunci.label();
    let uraian = if kunci == Key::Status {
        Text::made(format!("{}: {tercatat}.", label.id), format!("{}: {tercatat}.", label.en))
    } else {
        Text::made(
            format!("{} di dokumen {dinyatakan}, di manifes {tercatat}.", label.id),
            format!("{}: {dinyatakan} in the declaration, {tercatat} in the manifest.", label.en),
        )
    };
    Mismatch { kunci, uraian, dinyatakan, tercatat }
}

/// Whether the position is free for the declaration: open, shared, or its own already.
fn is_free(pos: &Pos, keys: &MatchKeys) -> bool {
    let own = pos.nomor_aju.as_ref() == Some(&keys.nomor_aju);
    own || pos.status == StatusPos::Open || (pos.status == StatusPos::Matched && pos.parsial)
}

/// The state of the position; which declaration has it is nobody else's business.
fn holder(pos: &Pos) -> String {
    match pos.status {
        StatusPos::Open => "OPEN",
        StatusPos::Matched => "MATCHED",
        StatusPos::Closed => "CLOSED",
    }
    .to_owned()
}

fn fits<T: PartialOrd>(partial: bool, declared: &T, found: &T) -> bool {
    if partial { declared <= found } else { declared == found }
}

/// One declared kind must be the manifest's; of several kinds one must be.
fn kind_fits(pos: &Pos, declared: &[Kemasan]) -> bool {
    declared.iter().any(|row| row.jenis.eq_ignore_ascii_case(&pos.kemasan.jenis))
}

fn kinds(declared: &[Kemasan]) -> String {
    listed(&declared.iter().map(|row| row.jenis.to_ascii_uppercase()).collect())
}

fn containers(pos: &Pos, keys: &MatchKeys) -> (Key, bool, String, String) {
    let set = |numbers: &[String]| numbers.iter().map(|n| plain(n)).collect::<BTreeSet<String>>();
    let (declared, found) = (set(&keys.kontainer), set(&pos.kontainer));
    let fits = if pos.parsial { declared.is_subset(&found) } else { declared == found };
    // Only what differs is named: among two hundred equal numbers nobody finds the one that is not.
    let only = |a: &BTreeSet<String>, b: &BTreeSet<String>| listed(&a.difference(b).cloned().collect());
    (Key::Kontainer, fits, only(&declared, &found), only(&found, &declared))
}

fn listed(names: &BTreeSet<String>) -> String {
    let named = names.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MOST_NAMED) {
        0 if names.is_empty() => "-".to_owned(),
        0 => named,
        more => format!("{named} (+{more})"),
    }
}

/// Letters and digits alone, in upper case.
fn plain(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use kernel::Date;

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn paper(nomor: &str) -> TransportPaper {
        TransportPaper { nomor: nomor.to_owned(), tanggal: day("2026-02-20") }
    }

    fn boxes(jenis: &str, jumlah: u64) -> Kemasan {
        Kemasan { jenis: jenis.to_owned(), jumlah }
    }

    fn pos() -> Pos {
        Pos {
            kode_kantor: "040300".parse().unwrap(),
            nomor_bc11: "001234".to_owned(),
            tanggal_bc11: day("2026-03-01"),
            nomor_pos: "001200030000".parse().unwrap(),
            bl: paper("MAEU-100200300"),
            house_bl: Some(paper("HBL/2026/77")),
            kontainer: vec!["CSQU3054383".to_owned(), "MSKU9070323".to_owned()],
            kemasan: boxes("CT", 120),
            bruto: "1250.5".parse().unwrap(),
            npwp_penerima: Some("0990000010999000".parse().unwrap()),
            nama_penerima: "PT CONTOH SEJAHTERA ABADI".to_owned(),
            parsial: false,
            status: StatusPos::Open,
            nomor_aju: None,
        }
    }

    fn keys() -> MatchKeys {
        MatchKeys {
            nomor_aju: "00002099900120260301000001".parse().unwrap(),
            kode_kantor: "040300".parse().unwrap(),
            nomor_bc11: "001234".to_owned(),
            tanggal_bc11: day("2026-03-01"),
            nomor_pos: "001200030000".parse().unwrap(),
            dokumen: paper("HBL 2026 77"),
            kontainer: vec!["MSKU 907032-3".to_owned(), "CSQU3054383".to_owned()],
            kemasan: vec![boxes("CT", 100), boxes("BX", 20)],
            bruto: "1250.5000".parse().unwrap(),
        }
    }

    /// Changes one thing on either side and expects these keys, with what was declared and what was found.
    #[track_caller]
    fn check(change: impl Fn(&mut Pos, &mut MatchKeys), expect: &[(Key, &str, &str)]) {
        let (mut pos, mut keys) = (pos(), keys());
        change(&mut pos, &mut keys);
        let got = match_position(&pos, &keys);
        let got: Vec<_> = got.iter().map(|m| (m.kunci, m.dinyatakan.as_str(), m.tercatat.as_str())).collect();
        assert_eq!(got, expect);
    }

    #[test]
    fn a_fitting_declaration_has_no_mismatch() {
        check(|_, _| {}, &[]);
        check(|p, k| (p.house_bl, k.dokumen) = (None, paper("maeu100200300")), &[]);
    }

    #[test]
    fn each_key_counts() {
        check(|_, k| k.kode_kantor = "040400".parse().unwrap(), &[(Key::Kantor, "040400", "040300")]);
        check(|_, k| k.nomor_bc11 = "001235".to_owned(), &[(Key::NomorBc11, "001235", "001234")]);
        check(|_, k| k.tanggal_bc11 = day("2026-03-02"), &[(Key::TanggalBc11, "2026-03-02", "2026-03-01")]);
        check(|_, k| k.nomor_pos = "001200040000".parse().unwrap(), &[(Key::NomorPos, "001200040000", "001200030000")]);
        check(|_, k| k.dokumen = paper("MAEU100200300"), &[(Key::NomorDokumen, "MAEU100200300", "HBL/2026/77")]);
        check(|_, k| k.dokumen.tanggal = day("2026-02-21"), &[(Key::TanggalDokumen, "2026-02-21", "2026-02-20")]);
        check(|_, k| k.kemasan = vec![boxes("CT", 119)], &[(Key::JumlahKemasan, "119", "120")]);
        check(|_, k| k.kemasan = vec![boxes("PK", 120)], &[(Key::JenisKemasan, "PK", "CT")]);
        check(|_, k| k.bruto = "1250".parse().unwrap(), &[(Key::Bruto, "1250", "1250.5")]);
    }

    #[test]
    fn only_the_containers_that_differ_are_named() {
        check(|_, k| k.kontainer[0] = "TGHU1234567".to_owned(), &[(Key::Kontainer, "TGHU1234567", "MSKU9070323")]);
        check(|_, k| k.kontainer.clear(), &[(Key::Kontainer, "-", "CSQU3054383, MSKU9070323")]);
        let many: Vec<String> = (0..25).map(|n| format!("TEMU{n:07}")).collect();
        let (mut pos, keys) = (pos(), keys());
        pos.kontainer.extend(many);
        assert!(match_position(&pos, &keys)[0].tercatat.ends_with("TEMU0000019 (+5)"));
    }

    #[test]
    fn a_partial_position_gives_upper_limits() {
        let part = |p: &mut Pos, k: &mut MatchKeys| {
            p.parsial = true;
            p.status = StatusPos::Matched;
            k.kontainer.truncate(1);
            k.kemasan = vec![boxes("CT", 60)];
            k.bruto = "600".parse().unwrap();
        };
        check(part, &[]);
        check(
            |p, k| {
                part(p, k);
                k.kemasan = vec![boxes("CT", 121)];
            },
            &[(Key::JumlahKemasan, "121", "120")],
        );
    }

    #[test]
    fn a_taken_position_is_free_for_its_own_declaration_only() {
        for status in [StatusPos::Matched, StatusPos::Closed] {
            let name = if status == StatusPos::Matched { "MATCHED" } else { "CLOSED" };
            let aju = "00002099900120260301000001";
            check(|p, _| p.status = status, &[(Key::Status, aju, name)]);
            check(|p, k| (p.status, p.nomor_aju) = (status, Some(k.nomor_aju)), &[]);
        }
    }

    #[test]
    fn all_differences_come_at_once_and_in_both_languages() {
        let (pos, mut keys) = (pos(), keys());
        keys.bruto = "1".parse().unwrap();
        keys.kode_kantor = "050100".parse().unwrap();
        let got = match_position(&pos, &keys);
        assert_eq!(got.iter().map(|m| m.kunci).collect::<Vec<_>>(), [Key::Kantor, Key::Bruto]);
        assert_eq!(got[1].uraian.id, "Berat kotor (kg) di dokumen 1, di manifes 1250.5.");
        assert_eq!(got[1].uraian.en, "Gross weight (kg): 1 in the declaration, 1250.5 in the manifest.");
    }

    #[test]
    fn json_uses_the_names_of_the_interface() {
        let json = serde_json::to_value(pos()).unwrap();
        assert_eq!((&json["nomorBc11"], &json["status"]), (&"001234".into(), &"OPEN".into()));
        assert_eq!(serde_json::from_value::<Pos>(json).unwrap(), pos());
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(number in "\\PC{0,40}", count in proptest::prelude::any::<u64>()) {
            let (pos, mut keys) = (pos(), keys());
            keys.nomor_bc11.clone_from(&number);
            keys.dokumen.nomor.clone_from(&number);
            keys.kontainer = vec![number.clone()];
            keys.kemasan = vec![boxes(&number, count), boxes(&number, u64::MAX)];
            let got = match_position(&pos, &keys);
            proptest::prop_assert!(got.iter().any(|m| m.kunci == Key::JumlahKemasan));
        }
    }
}
