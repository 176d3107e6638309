//! What holds for any table.

use proptest::collection::vec;
use proptest::prelude::*;
use reference::{MergeMode, Snapshot, Table, TableKind, diff, merge, parse};

/// A table of small lists with free text, quotes and commas in it.
fn kode() -> impl Strategy<Value = Table> {
    let row = ("[ab]{1,2}", "[A-C0-9]{1,2}", "[ -~é]{1,20}", "[ -~]{0,12}");
    vec(row, 0..25).prop_map(|rows| {
        let mut csv = "kode,kelompok,nama_en,nama_id\n".to_owned();
        let mut seen = std::collections::BTreeSet::new();
        for (kelompok, kode, nama, en) in rows {
            if seen.insert((kelompok.clone(), kode.clone())) {
                let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
                csv.extend([
                    kode,
                    ",".into(),
                    kelompok,
                    ",".into(),
                    quoted(&en),
                    ",".into(),
                    quoted(&format!("x{nama}")),
                    "\n".into(),
                ]);
            }
        }
        parse(TableKind::Kode, csv.as_bytes()).unwrap()
    })
}

/// Dated parameters; rows of one key begin on different days and are open, so they never overlap.
fn parameter() -> impl Strategy<Value = Table> {
    vec(("[a-c]", 1i8..28, 0u8..100), 0..25).prop_map(|rows| {
        let unique: std::collections::BTreeMap<_, _> = rows.into_iter().map(|(k, d, v)| ((k, d), v)).collect();
        let mut csv = "kunci,nilai,berlaku_dari,berlaku_sampai,dasar_hukum,catatan\n".to_owned();
        csv.extend(unique.iter().map(|((k, d), v)| format!("{k},{v},2026-01-{d:02},,,\n")));
        parse(TableKind::Parameter, csv.as_bytes()).unwrap()
    })
}

fn either() -> impl Strategy<Value = (Table, Table, MergeMode)> {
    let mode = prop_oneof![Just(MergeMode::Replace), Just(MergeMode::Append)];
    let pair = prop_oneof![(kode(), kode()), (parameter(), parameter())];
    (pair, mode).prop_map(|((a, b), mode)| (a, b, mode))
}

proptest! {
    #[test]
    fn canonical_text_parses_to_the_same_table((a, _, _) in either()) {
        let text = a.canonical();
        let again = parse(a.kind(), &text).unwrap();
        prop_assert_eq!(&again, &a);
        prop_assert_eq!(again.canonical(), text);
    }

    #[test]
    fn importing_twice_is_importing_once((a, b, mode) in either()) {
        let once = merge(&a, &b, mode).unwrap();
        prop_assert_eq!(&merge(&once, &b, mode).unwrap(), &once);
        prop_assert_eq!(&merge(&a, &a, mode).unwrap(), &a);
        prop_assert_eq!(&parse(once.kind(), &once.canonical()).unwrap(), &once);
    }

    #[test]
    fn the_difference_is_empty_only_for_equal_tables((a, b, _) in either()) {
        prop_assert!(diff(&a, &a, 10).is_empty());
        let there = diff(&a, &b, 100);
        let back = diff(&b, &a, 100);
        prop_assert_eq!(there.is_empty(), a == b);
        prop_assert_eq!((there.added, there.removed, there.changed), (back.removed, back.added, back.changed));
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_input_panics(bytes in vec(any::<u8>(), 0..200), query in "\\PC{0,30}") {
        for kind in TableKind::ALL {
            let _ = parse(kind, &bytes);
        }
        let _ = Snapshot::empty().search(TableKind::Kantor, "", &query, 5);
    }

    #[test]
    fn no_text_panics(rows in "[0-9A-Zy,.\n\"-]{0,200}") {
        for kind in TableKind::ALL {
            let header = kind.schema().columns.iter().map(|c| c.name).collect::<Vec<_>>().join(",");
            if let Ok(table) = parse(kind, format!("{header}\n{rows}").as_bytes()) {
                prop_assert_eq!(&parse(kind, &table.canonical()).unwrap(), &table);
            }
        }
    }
}
