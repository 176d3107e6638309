//! What an import changes.

use reference::{Diff, MergeMode, Table, TableKind, diff, merge};

use crate::table;

const PARAMETER: &str = "kunci,nilai,berlaku_dari,berlaku_sampai,dasar_hukum,catatan\n";

/// The keys that differ with a sign each, such as `+a ~b -c`.
fn signs(diff: &Diff) -> String {
    let sign = |r: &reference::RowDiff| match &r.kind {
        reference::DiffKind::Added => format!("+{}", r.key),
        reference::DiffKind::Removed => format!("-{}", r.key),
        reference::DiffKind::Changed(cells) => {
            let cells = cells.iter().map(|c| format!("{}:{}>{}", c.column, c.old, c.new)).collect::<Vec<_>>().join(",");
            format!("~{}[{cells}]", r.key)
        }
    };
    diff.rows.iter().map(sign).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(old: &Table, new: &Table, mode: MergeMode, expected: &str) {
    let merged = merge(old, new, mode).unwrap();
    assert_eq!(signs(&diff(old, &merged, 50)), expected);
    assert_eq!(merge(&merged, new, mode).unwrap(), merged, "a second import changes nothing");
}

#[test]
fn lists_are_replaced_and_dated_tables_grow() {
    let old = table(TableKind::Imdg, "kelas,nama_en,divisi\n1,Explosives,\n2,Gas,\n");
    let new = table(TableKind::Imdg, "kelas,nama_en,divisi\n2,Gases,2.1\n3,Liquids,\n");
    check(&old, &new, MergeMode::Replace, "-1 ~2[nama_en:Gas>Gases,divisi:>2.1] +3");
    check(&old, &new, MergeMode::Append, "~2[nama_en:Gas>Gases,divisi:>2.1] +3");
    assert_eq!(TableKind::Imdg.default_mode(), MergeMode::Replace);
    assert_eq!(TableKind::Kurs.default_mode(), MergeMode::Append);
}

#[test]
fn a_column_that_the_file_does_not_have_says_nothing() {
    let old = table(
        TableKind::Kode,
        "kelompok,kode,nama_id,nama_en,berlaku_sampai\ncara_bayar,1,Tunai,Cash,2026-12-31\nfasilitas,06,ATIGA,Asean,\n",
    );
    let new = table(TableKind::Kode, "kelompok,kode,uraian\ncara_bayar,1,Biasa\nfasilitas_impor,6,ATIGA\n");
    check(&old, &new, MergeMode::Append, "~cara_bayar 1[nama_id:Tunai>Biasa]");
}

#[test]
fn a_later_row_takes_over_what_its_file_does_not_say() {
    let header = "hs8,bm_mfn_pct,bm_specific_idr,bm_specific_unit,ppn_pct_2022,ppn_conditional,ppnbm_pct_options,\
                  ppnbm_conditional,export_duty_conditional";
    let old = table(TableKind::Tarif, &format!("{header},pph_kelas\n84713020,0,,,11,N,,N,N,a\n"));
    let new = table(TableKind::Tarif, &format!("{header},berlaku_dari\n84713020,5,,,11,N,,N,N,2025-09-15\n"));
    check(&old, &new, MergeMode::Append, "+84713020 2025-09-15");
    let merged = merge(&old, &new, MergeMode::Append).unwrap();
    assert_eq!(merged.row(1).get("pph_kelas"), "a");
}

#[test]
fn a_changed_decree_appends_and_an_overlap_is_refused() {
    let old = table(TableKind::Parameter, &format!("{PARAMETER}ppn.tarif,11,2022-04-01,,UU 7/2021,\n"));
    let new = table(TableKind::Parameter, &format!("{PARAMETER}ppn.tarif,12,2025-01-01,,UU 7/2021,\n"));
    check(&old, &new, MergeMode::Append, "+ppn.tarif 2025-01-01");
    let closed = table(TableKind::Parameter, &format!("{PARAMETER}ppn.tarif,11,2022-04-01,2025-06-30,,\n"));
    let errors = merge(&closed, &new, MergeMode::Append).unwrap_err();
    assert!(errors[0].to_string().contains("overlaps"), "{errors:?}");
    assert_eq!(errors[0].line, 0);
}

#[test]
fn a_published_rate_removes_the_samples_of_its_days() {
    let header = "berlaku_dari,berlaku_sampai,valuta,nilai_idr,contoh\n";
    let old = format!(
        "{header}2026-11-18,2026-11-24,EUR,18000,Y\n2026-11-11,2026-11-17,USD,16000,Y\n2026-11-18,2026-11-24,USD,16100,Y\n"
    );
    let old = table(TableKind::Kurs, &old);
    let new = table(TableKind::Kurs, &format!("{header}2026-11-18,2026-11-24,USD,16321,\n"));
    check(&old, &new, MergeMode::Append, "+USD 2026-11-18 -USD Y 2026-11-18");
}

#[test]
fn a_long_difference_is_counted_whole_and_listed_in_part() {
    let rows = (1000..9999).map(|k| format!("{k},x,")).collect::<Vec<_>>().join("\n");
    let new = table(TableKind::Imdg, &format!("kelas,nama_en,divisi\n{rows}"));
    let diff = diff(&Table::empty(TableKind::Imdg), &new, 10);
    assert_eq!((diff.added, diff.rows.len(), diff.unlisted()), (8999, 10, 8989));
    assert!(!diff.is_empty());
}
