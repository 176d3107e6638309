//! What somebody may have meant.

use declaration::document::split_list_step;
use declaration::rules::{Allowed, spec};
use reference::TableKind;

use crate::reference::Day;

/// A value that would do in the field of a pointer, with its name; none where nothing comes near.
pub(super) fn suggest(pointer: &str, value: &str, day: &Day) -> Option<String> {
    if value.is_empty() {
        return None;
    }
    let (section, member) = match split_list_step(pointer) {
        None => ("", pointer),
        Some((list, _, rest)) => split_list_step(rest).map_or((list, rest), |(below, _, member)| (below, member)),
    };
    if member == "posTarif" {
        return heading(value, day);
    }
    let table = match spec(section, member)?.allowed {
        Allowed::Country => TableKind::Negara,
        Allowed::Port => TableKind::Pelabuhan,
        Allowed::Office => TableKind::Kantor,
        Allowed::Currency => TableKind::Valuta,
        Allowed::Unit => TableKind::Satuan,
        Allowed::Package => TableKind::Kemasan,
        Allowed::DocumentKind => TableKind::Dokumen,
        Allowed::List(group) | Allowed::OpenList(group) => return of_list(group, value, day),
        Allowed::Fixed(codes) => return (codes.len() <= 6).then(|| codes.join(", ")),
        Allowed::Any => return figure(value),
    };
    let hits = day.snapshot.search(table, "", value, 1);
    let hit = hits.first().filter(|hit| hit.kode != value)?;
    Some(format!("{} – {}", hit.kode, hit.nama))
}

fn heading(value: &str, day: &Day) -> Option<String> {
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let known = |code: &str| day.snapshot.hs(code, day.today).is_some();
    let padded = format!("0{digits}");
    let cut = digits.get(..8).unwrap_or_default().to_owned();
    if digits.len() == 7 && known(&padded) {
        return Some(padded);
    }
    if digits.len() > 8 && known(&cut) {
        return Some(cut);
    }
    let stem = digits.get(..6).or_else(|| digits.get(..4))?;
    let hits = day.snapshot.search_hs(stem, reference::Lang::Id, 1, day.today);
    hits.first().map(|hit| hit.hs8.to_owned()).filter(|code| code != value)
}

fn of_list(group: &str, value: &str, day: &Day) -> Option<String> {
    let wanted = value.to_lowercase();
    let all: Vec<_> = day.snapshot.daftar(group, day.today).collect();
    let named = |code: &reference::KodeKecil<'_>| {
        let names = [code.nama_id().to_lowercase(), code.nama_en().to_lowercase()];
        names.iter().any(|name| !name.is_empty() && (name.contains(&wanted) || wanted.contains(name.as_str())))
    };
    let zero = |code: &reference::KodeKecil<'_>| code.kode().trim_start_matches('0') == value.trim_start_matches('0');
    let hit = all.iter().find(|code| zero(code)).or_else(|| all.iter().find(|code| named(code)))?;
    (hit.kode() != value).then(|| format!("{} – {}", hit.kode(), hit.nama_id()))
}

/// `1,500` and the like: both readings.
fn figure(value: &str) -> Option<String> {
    let (whole, fraction) = value.split_once(',')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (digits(whole) && digits(fraction) && fraction.len() == 3)
        .then(|| format!("{whole}{fraction} / {whole},{fraction}0"))
}
