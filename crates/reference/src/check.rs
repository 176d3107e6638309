//! What must hold between the cells of a row and between the rows of a table.

use kernel::{Date, Text};

use crate::decode::Loaded;
use crate::error::Errors;
use crate::kind::TableKind;
use crate::table::Row;

/// Longest validity of one rate that is not a sample, in days: the decree is weekly (rules 2.2), but one before a long
/// holiday has held for three weeks.
const LONGEST_WEEK: i32 = 31;

/// Keys are unique, validities of one key do not overlap, and each row is consistent in itself.
pub(crate) fn rows(loaded: &Loaded, errors: &mut Errors) {
    let table = &loaded.table;
    let schema = table.schema();
    let dated = schema.dari.is_some_and(|c| table.given(c)) || schema.sampai.is_some_and(|c| table.given(c));
    for index in 0..table.len() {
        let row = table.row(index);
        if dated {
            order_of_days(loaded, index, errors);
        }
        if index > 0 && table.row(index - 1).key().eq(row.key()) {
            neighbours(loaded, index, errors);
        }
        match table.kind() {
            TableKind::Tarif => rate(loaded, index, &["bm_mfn_pct", "bm_specific_idr", "bm_specific_unit"], errors),
            TableKind::Preferensi => rate(loaded, index, &["tarif_pct", "tarif_spesifik", "satuan"], errors),
            _ => {}
        }
    }
}

fn order_of_days(loaded: &Loaded, index: usize, errors: &mut Errors) {
    let berlaku = loaded.table.row(index).berlaku();
    if let (Some(dari), Some(sampai)) = (berlaku.dari, berlaku.sampai)
        && sampai < dari
    {
        let column = loaded.table.schema().sampai.unwrap_or_default();
        errors.push(loaded.error(
            index,
            column,
            Text::made(
                format!("masa berlaku berakhir sebelum dimulai ({dari})."),
                format!("the validity ends before it begins ({dari})."),
            ),
            Text::fixed("Perbaiki salah satu tanggal.", "Correct one of the dates."),
        ));
    }
}

/// Two rows of the same key: different first days, and the earlier ends before the later begins.
fn neighbours(loaded: &Loaded, index: usize, errors: &mut Errors) {
    let table = &loaded.table;
    let schema = table.schema();
    let (first, second) = (table.row(index - 1), table.row(index));
    let other = loaded.lines.get(index - 1).copied().unwrap_or(0);
    let key = second.key_text();
    if schema.dari.is_none_or(|c| first.cell(c) == second.cell(c)) {
        let column = schema.key.first().copied().unwrap_or_default();
        errors.push(loaded.error(
            index,
            column,
            Text::made(
                format!("kunci {key} sudah ada pada baris {other} dengan isi lain."),
                format!("key {key} is already on line {other} with another content."),
            ),
            Text::fixed("Hapus salah satu baris.", "Remove one of the lines."),
        ));
    } else if let (Some(end), Some(begin)) = (first.berlaku().sampai, second.berlaku().dari)
        && end >= begin
    {
        errors.push(loaded.error(
            index,
            schema.dari.unwrap_or_default(),
            Text::made(
                format!("masa berlaku {key} bertumpuk dengan baris {other} yang berlaku sampai {end}."),
                format!("the validity of {key} overlaps line {other}, which holds until {end}."),
            ),
            Text::fixed("Perbaiki tanggal salah satu baris.", "Correct the dates of one of the lines."),
        ));
    }
}

/// Either a percentage, or an amount with its unit.
fn rate(loaded: &Loaded, index: usize, columns: &[&str; 3], errors: &mut Errors) {
    let row = loaded.table.row(index);
    let [percent, amount, unit] = columns.map(|name| loaded.table.schema().position(name).unwrap_or_default());
    let filled = |column: usize| !row.cell(column).is_empty();
    let fault = match (filled(percent), filled(amount), filled(unit)) {
        (true, false, false) | (false, true, true) => return,
        (true, true, _) | (true, false, true) => (
            amount,
            Text::fixed(
                "tarif persen dan tarif spesifik tidak boleh bersama.",
                "a percentage and a specific rate cannot stand together.",
            ),
            Text::fixed("Kosongkan salah satu.", "Leave one of them empty."),
        ),
        (false, true, false) => (
            unit,
            Text::fixed("tarif spesifik tidak menyebut satuan.", "the specific rate names no unit."),
            Text::fixed("Isi satuan, misalnya KGM.", "Fill in the unit, such as KGM."),
        ),
        (false, false, _) => (
            percent,
            Text::fixed("tidak ada tarif.", "there is no rate."),
            Text::fixed("Isi tarif persen atau tarif spesifik.", "Fill in a percentage or a specific rate."),
        ),
    };
    let (column, message, remedy) = fault;
    errors.push(loaded.error(index, column, message, remedy));
}

/// The weeks of a file of exchange rates follow one another without gap and overlap; samples are free.
pub(crate) fn weeks(loaded: &Loaded, errors: &mut Errors) {
    if loaded.table.kind() != TableKind::Kurs {
        return;
    }
    let mut weeks: Vec<(Date, Date, usize)> = Vec::new();
    for (index, row) in loaded.table.rows().enumerate().filter(|(_, r)| is_real(*r)) {
        let berlaku = row.berlaku();
        let (Some(dari), Some(sampai)) = (berlaku.dari, berlaku.sampai) else { continue };
        if (sampai - dari).get_days() >= LONGEST_WEEK {
            errors.push(too_long(loaded, index));
        }
        weeks.push((dari, sampai, index));
    }
    weeks.sort_unstable();
    weeks.dedup_by_key(|(dari, sampai, _)| (*dari, *sampai));
    for pair in weeks.windows(2) {
        let [(_, end, _), (begin, _, index)] = *pair else { continue };
        match end.tomorrow() {
            Ok(next) if next == begin => {}
            Ok(next) if next < begin => errors.push(gap(loaded, index, next)),
            _ => errors.push(overlap(loaded, index, end)),
        }
    }
}

fn is_real(row: Row<'_>) -> bool {
    row.get("contoh").is_empty()
}

fn first_day(loaded: &Loaded) -> usize {
    loaded.table.schema().dari.unwrap_or_default()
}

fn too_long(loaded: &Loaded, index: usize) -> crate::ImportError {
    loaded.error(
        index,
        loaded.table.schema().sampai.unwrap_or_default(),
        Text::made(
            format!("kurs berlaku lebih dari {LONGEST_WEEK} hari."),
            format!("the rate holds for more than {LONGEST_WEEK} days."),
        ),
        Text::fixed(
            "Kurs pajak ditetapkan setiap pekan: periksa tanggalnya.",
            "Tax rates are weekly: check the dates.",
        ),
    )
}

fn gap(loaded: &Loaded, index: usize, missing: Date) -> crate::ImportError {
    loaded.error(
        index,
        first_day(loaded),
        Text::made(
            format!("ada pekan yang kosong: tidak ada kurs mulai {missing}."),
            format!("a week is missing: there are no rates from {missing}."),
        ),
        Text::fixed("Tambahkan pekan itu atau perbaiki tanggalnya.", "Add that week or correct the dates."),
    )
}

fn overlap(loaded: &Loaded, index: usize, end: Date) -> crate::ImportError {
    loaded.error(
        index,
        first_day(loaded),
        Text::made(
            format!("pekan ini bertumpuk dengan pekan sebelumnya yang berakhir {end}."),
            format!("this week overlaps the one before, which ends {end}."),
        ),
        Text::fixed("Perbaiki tanggal salah satu pekan.", "Correct the dates of one of the weeks."),
    )
}
