//! Which table a file carries, told by its name and its header.

use kernel::Text;

use crate::decode;
use crate::error::ImportError;
use crate::kind::TableKind;
use crate::schema::Need;

/// The table in the file of this name (a path is fine) that starts with these bytes (the header line is enough).
///
/// A known file stem decides; otherwise a header that fits exactly one table does.
pub fn recognise(file_name: &str, bytes: &[u8]) -> Result<TableKind, Box<ImportError>> {
    let stem = stem(file_name);
    if let Some(kind) = by_stem(&stem) {
        return Ok(kind);
    }
    let header = decode::header(bytes)?;
    let fitting: Vec<TableKind> = TableKind::ALL.into_iter().filter(|k| fits(*k, &header)).collect();
    match fitting[..] {
        [kind] => Ok(kind),
        [] => Err(Box::new(unknown(&stem))),
        _ => named_in(&stem, &fitting).ok_or_else(|| Box::new(ambiguous(&fitting))),
    }
}

fn stem(file_name: &str) -> String {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.to_ascii_lowercase()
}

/// The table of which `stem` is a name, perhaps with years or dates behind it (`kurs_pajak_2018_2019`).
fn by_stem(stem: &str) -> Option<TableKind> {
    let bare = stem.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '_' | '-'));
    TableKind::ALL.into_iter().find(|k| {
        let schema = k.schema();
        std::iter::once(&schema.name).chain(schema.stems).any(|s| *s == stem || *s == bare)
    })
}

fn fits(kind: TableKind, header: &[String]) -> bool {
    let schema = kind.schema();
    let has = |column: usize| header.iter().any(|h| schema.position_in_file(h) == Some(column));
    header.iter().all(|h| schema.position_in_file(h).is_some())
        && schema.columns.iter().enumerate().all(|(i, c)| c.need == Need::Optional || has(i))
}

fn named_in(stem: &str, kinds: &[TableKind]) -> Option<TableKind> {
    let mut named = kinds.iter().filter(|k| stem.contains(k.name()));
    named.next().filter(|_| named.next().is_none()).copied()
}

fn unknown(stem: &str) -> ImportError {
    let names = TableKind::ALL.map(TableKind::name).join(", ");
    ImportError::line(
        1,
        stem,
        Text::fixed(
            "nama berkas dan kolomnya tidak cocok dengan tabel referensi mana pun.",
            "the file name and its columns fit no reference table.",
        ),
        Text::made(
            format!("Beri nama berkas menurut tabelnya: {names}."),
            format!("Name the file after its table: {names}."),
        ),
    )
}

fn ambiguous(kinds: &[TableKind]) -> ImportError {
    let names = kinds.iter().map(|k| k.name()).collect::<Vec<_>>().join(", ");
    ImportError::line(
        1,
        &names,
        Text::fixed("kolomnya cocok dengan lebih dari satu tabel.", "the columns fit more than one table."),
        Text::made(format!("Beri nama berkas: {names}."), format!("Name the file one of: {names}.")),
    )
}
