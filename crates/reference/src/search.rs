//! Search in a list by code or by words of the name.

use crate::fold::{fold, words};
use crate::kind::TableKind;
use crate::schema::Schema;
use crate::snapshot::Snapshot;
use crate::table::{Row, Table};

/// Most hits of one search.
pub const MAX_HITS: usize = 50;
/// Longest query that is looked at, in bytes; the rest is ignored.
pub(crate) const MAX_QUERY: usize = 200;

/// One row found.
#[derive(Debug, Clone, Copy)]
pub struct Hit<'a> {
    /// Code: the last key column.
    pub kode: &'a str,
    /// The first name that is filled, Indonesian before English.
    pub nama: &'a str,
    /// The row.
    pub row: Row<'a>,
}

/// The query without blanks around it, cut to a length worth looking at.
pub(crate) fn trimmed(query: &str) -> &str {
    let query = query.trim();
    let end = (0..=MAX_QUERY.min(query.len())).rev().find(|&i| query.is_char_boundary(i)).unwrap_or(0);
    &query[..end]
}

impl Snapshot {
    /// The rows of a list that fit `query`, best first: same code, code that begins so, name that begins so, names in
    /// which each word of the query begins a word. Ports of Indonesia and of the world are one list. At most `limit`
    /// and [`MAX_HITS`]; an empty query lists from the start.
    ///
    /// `within` keeps to one value of the first key column where a key has two: the office of a TPS, the name of a small
    /// list; empty for all.
    pub fn search(&self, kind: TableKind, within: &str, query: &str, limit: usize) -> Vec<Hit<'_>> {
        let folded = fold(trimmed(query)).into_owned();
        let wanted: Vec<&str> = words(&folded).collect();
        let mut hits = Vec::new();
        collect(self.table(kind), within, (&folded, &wanted), &mut hits);
        if kind == TableKind::Pelabuhan {
            let mut world = Vec::new();
            collect(self.table(TableKind::Unlocode), within, (&folded, &wanted), &mut world);
            hits.extend(world.into_iter().filter(|(_, h)| self.latest(kind, &[h.kode]).is_none()));
        }
        hits.sort_by_key(|(rank, _)| *rank);
        hits.truncate(limit.min(MAX_HITS));
        hits.into_iter().map(|(_, hit)| hit).collect()
    }
}

impl Snapshot {
    /// All codes of a list with the name of each, in the order of the table; a code that was renamed comes twice.
    pub fn codes(&self, kind: TableKind) -> impl Iterator<Item = (&str, &str)> {
        let table = self.table(kind);
        let schema = table.schema();
        let (code, names) = (schema.key.last().copied().unwrap_or_default(), names(schema));
        table.rows().map(move |row| {
            let name = names.iter().map(|&c| row.cell(c)).find(|n| !n.is_empty()).unwrap_or_default();
            (row.cell(code), name)
        })
    }
}

fn collect<'a>(table: &'a Table, within: &str, (query, wanted): (&str, &[&str]), hits: &mut Vec<(u8, Hit<'a>)>) {
    let schema = table.schema();
    let names = names(schema);
    let code = schema.key.last().copied().unwrap_or_default();
    let parent = schema.key.first().filter(|_| schema.key.len() > 1 && !within.is_empty());
    for row in table.rows().filter(|r| parent.is_none_or(|&p| r.cell(p) == within)) {
        if let Some(rank) = rank(row, code, &names, (query, wanted)) {
            let nama = names.iter().map(|&c| row.cell(c)).find(|n| !n.is_empty()).unwrap_or_default();
            let hit = Hit { kode: row.cell(code), nama, row };
            let later = hits.last().is_some_and(|(_, h)| h.kode == hit.kode && h.row.key().eq(row.key()));
            if later {
                hits.pop();
            }
            hits.push((rank, hit));
        }
    }
}

/// The columns that name a row, Indonesian first.
fn names(schema: &Schema) -> Vec<usize> {
    let is_name =
        |n: &str| n.starts_with("nama") || n.starts_with("uraian") || n.starts_with("description") || n == "lokasi";
    let mut names: Vec<usize> = (0..schema.columns.len()).filter(|&c| is_name(schema.columns[c].name)).collect();
    names.sort_by_key(|&c| !schema.columns[c].name.ends_with("_id"));
    names
}

fn rank(row: Row<'_>, code: usize, names: &[usize], (query, wanted): (&str, &[&str])) -> Option<u8> {
    let kode = row.cell(code);
    if query.is_empty() {
        return Some(0);
    }
    if begins(kode, query) {
        return Some(u8::from(kode.len() != query.len()));
    }
    if wanted.is_empty() {
        return None;
    }
    let fits = |name: &str| {
        let all = wanted.iter().all(|w| words(name).any(|word| begins(word, w)));
        all.then(|| if begins(name, query) { 2 } else { 3 })
    };
    let name = |&c: &usize| {
        let name = row.cell(c);
        if name.is_ascii() { fits(name) } else { fits(&fold(name)) }
    };
    names.iter().filter_map(name).min()
}

/// Whether `text` begins with the folded `start`, in any case of ASCII letters.
fn begins(text: &str, start: &str) -> bool {
    text.as_bytes().get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start.as_bytes()))
}
