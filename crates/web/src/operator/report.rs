//! What an import of reference data changes, or what is wrong with its files.

use app::reference::{DiffKind, ImportError, ImportReport, RowDiff, TableReport};
use askama::Template;

use super::messages_import::ImportTexts;
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::ui::{Badge, Tone, components};

struct ErrorRow {
    line: String,
    column: String,
    value: String,
    problem: String,
}

struct CellView {
    column: &'static str,
    old: String,
    new: String,
}

struct RowView {
    key: String,
    badge: Badge,
    cells: Vec<CellView>,
}

struct TableView {
    file: String,
    title: String,
    badge: Badge,
    counts: String,
    errors: Vec<ErrorRow>,
    rows: Vec<RowView>,
    more: Option<String>,
}

/// The report, file by file.
#[derive(Template)]
#[template(path = "operator/report.html")]
pub struct Report {
    t: &'static ImportTexts,
    tables: Vec<TableView>,
}

components!(Report);

impl Report {
    /// Of an import that was made or only looked at.
    pub fn new(report: ImportReport, lang: Lang) -> Self {
        Self { t: ImportTexts::of(lang), tables: report.tables.into_iter().map(|one| table(one, lang)).collect() }
    }
}

fn n(count: usize, lang: Lang) -> String {
    format::number(i64::try_from(count).unwrap_or(i64::MAX), lang)
}

fn table(one: TableReport, lang: Lang) -> TableView {
    let t = ImportTexts::of(lang);
    let diff = one.diff;
    let badge = match one.errors.len() {
        0 if diff.is_empty() => Badge::new(Tone::Neutral, t.same),
        0 => Badge::new(Tone::Good, t.good),
        wrong => Badge::new(Tone::Bad, fill(t.bad, &[("n", &n(wrong, lang))])),
    };
    let counts = [
        ("tambah", n(diff.added, lang)),
        ("ubah", n(diff.changed, lang)),
        ("hapus", n(diff.removed, lang)),
        ("baris", n(one.rows, lang)),
    ];
    let counts: Vec<(&str, &str)> = counts.iter().map(|(name, count)| (*name, count.as_str())).collect();
    let unlisted = diff.unlisted();
    TableView {
        title: one.table.map_or(t.unknown.to_owned(), |kind| lang.say(&kind.schema().title)),
        badge,
        counts: if one.errors.is_empty() { fill(t.counts, &counts) } else { String::new() },
        errors: one.errors.into_iter().map(|error| wrong(error, lang)).collect(),
        rows: diff.rows.into_iter().map(|row| changed(row, t)).collect(),
        more: (unlisted > 0).then(|| fill(t.more, &[("n", &n(unlisted, lang))])),
        file: one.file,
    }
}

fn wrong(error: ImportError, lang: Lang) -> ErrorRow {
    let t = ImportTexts::of(lang);
    ErrorRow {
        line: if error.line == 0 { t.whole_file.to_owned() } else { error.line.to_string() },
        column: if error.number == 0 { error.column } else { format!("{} ({})", error.number, error.column) },
        value: error.value,
        problem: format!("{} {}", lang.say(&error.message), lang.say(&error.remedy)),
    }
}

fn changed(row: RowDiff, t: &'static ImportTexts) -> RowView {
    let (badge, cells) = match row.kind {
        DiffKind::Added => (Badge::new(Tone::Good, t.added), Vec::new()),
        DiffKind::Removed => (Badge::new(Tone::Bad, t.removed), Vec::new()),
        DiffKind::Changed(cells) => (Badge::new(Tone::Info, t.changed), cells),
    };
    let cells = cells.into_iter().map(|c| CellView { column: c.column, old: c.old, new: c.new }).collect();
    RowView { key: row.key, badge, cells }
}
