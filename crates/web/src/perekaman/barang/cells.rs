//! One row of the grid: its inputs, what stands in them, what is wrong.

use std::collections::BTreeMap;

use app::draft::Draft;
use declaration::Section;
use declaration::document::{AnyField, Barang};
use declaration::rules::spec;
use kernel::{Finding, Severity};

use super::sets::{Set, is_number, width};
use crate::lang::Lang;
use crate::messages::fill;
use crate::perekaman::codes::{Book, Tabel};
use crate::perekaman::frame::path;
use crate::perekaman::goods_messages::GoodsTexts;
use crate::perekaman::messages::RekamTexts;
use crate::perekaman::values::marks;
use crate::ui::Link;

/// A cell.
pub(super) struct CellView {
    pub name: String,
    pub column: String,
    pub label: String,
    pub value: String,
    pub width: u8,
    pub numeric: bool,
    pub wrong: Option<String>,
    pub table: &'static str,
    pub placeholder: String,
}

/// A row.
pub(super) struct RowView {
    pub key: String,
    pub number: String,
    pub mark: String,
    pub cells: Vec<CellView>,
    pub details: Option<Link>,
    pub about: String,
    pub pick: String,
    pub pick_value: String,
    /// What is wrong outside the columns shown.
    pub elsewhere: Option<String>,
}

/// What is wrong with a line: member and text; the empty member stands for what is not in the grid.
pub(super) type Wrong = BTreeMap<String, String>;

/// Rows as they are shown.
pub(super) struct Viewer<'a> {
    pub draft: &'a Draft,
    pub set: Set,
    /// The page that the reader came from and goes back to.
    pub from: Option<&'static str>,
    pub lang: Lang,
    /// By position of the line.
    pub wrong: BTreeMap<usize, Wrong>,
}

impl Viewer<'_> {
    /// The row of a stored line.
    pub(super) fn row(&self, index: usize) -> Option<RowView> {
        let t = RekamTexts::of(self.lang);
        let line = self.draft.lines.get(index)?;
        let number = (index + 1).to_string();
        let key = format!("b{}", line.key);
        let wrong = self.wrong.get(&index);
        let mut typed = self.draft.typed.barang.get(index).cloned().unwrap_or_default();
        let mut full = self.draft.full.barang.get(index).cloned().unwrap_or_default();
        let columns = self.set.columns();
        let cells = columns.iter().map(|name| {
            let computed = full.field_mut(name).map(|field| field.shape().show(&field.text(), marks(self.lang)));
            let mut cell = self.cell(&key, &number, name, Some(&mut typed));
            if cell.value.is_empty() {
                cell.placeholder = computed.unwrap_or_default();
            }
            cell.wrong = wrong.and_then(|wrong| wrong.get(*name)).cloned();
            cell
        });
        let cells = cells.collect();
        let elsewhere = wrong.and_then(|wrong| wrong.iter().find(|(name, _)| !columns.contains(&name.as_str())));
        let from = self.from.map(|from| format!("?dari={from}")).unwrap_or_default();
        let details = path(self.draft, &format!("isi/barang/{}{from}", line.key));
        Some(RowView {
            cells,
            details: Some(Link::new(details, t.goods_open)),
            about: fill(t.goods_open_about, &[("n", &number)]),
            pick: fill(t.goods_pick, &[("n", &number)]),
            pick_value: line.key.to_string(),
            mark: line.mark.clone(),
            elsewhere: elsewhere.map(|(_, text)| text.clone()),
            number,
            key,
        })
    }

    /// A row for a new line.
    pub(super) fn blank(&self, n: usize) -> RowView {
        let t = RekamTexts::of(self.lang);
        let (key, number) = (format!("n{n}"), format!("{} {n}", t.goods_new));
        RowView {
            cells: self.set.columns().iter().map(|name| self.cell(&key, &number, name, None)).collect(),
            details: None,
            about: String::new(),
            pick: String::new(),
            pick_value: String::new(),
            mark: String::new(),
            elsewhere: None,
            number,
            key,
        }
    }

    fn cell(&self, key: &str, number: &str, member: &'static str, line: Option<&mut Barang>) -> CellView {
        let spec = spec("barang", member);
        let column = spec.map_or_else(String::new, |field| self.lang.say(&field.label()));
        let show = |field: &mut dyn AnyField| field.shape().show(&field.text(), marks(self.lang));
        CellView {
            name: format!("{key}.{member}"),
            label: fill(GoodsTexts::of(self.lang).cell, &[("kolom", &column), ("n", number)]),
            column,
            value: line.and_then(|line| line.field_mut(member).map(show)).unwrap_or_default(),
            width: width(member),
            numeric: is_number(member),
            wrong: None,
            table: spec.and_then(|field| Tabel::of(member, field.allowed)).map_or("", Tabel::word),
            placeholder: String::new(),
        }
    }
}

/// What keeps the document from being sent, by line and member.
pub(super) fn by_line(draft: &Draft, lang: Lang) -> BTreeMap<usize, Wrong> {
    let mut all: BTreeMap<usize, Wrong> = BTreeMap::new();
    for finding in draft.findings.iter().filter(|finding| finding.severity == Severity::Reject) {
        let Some(("barang", index, member)) = declaration::document::split_list_step(finding.pointer.as_str()) else {
            continue;
        };
        let member = member.to_owned();
        all.entry(index).or_default().entry(member).or_insert_with(|| lang.say(&finding.message));
    }
    all
}

/// The findings of a line that reject, for its details.
pub fn wrong(draft: &Draft, index: usize) -> impl Iterator<Item = &Finding> {
    let (whole, prefix) = (format!("barang[{index}]"), format!("barang[{index}]."));
    draft.findings.iter().filter(move |f| {
        let at = f.pointer.as_str();
        f.severity == Severity::Reject && (at == whole || at.starts_with(&prefix))
    })
}

/// The heading's text and levies, for the details of a line.
pub fn tariff(draft: &Draft, index: usize, lang: Lang) -> Option<String> {
    let hs = draft.typed.barang.get(index)?.pos_tarif.text();
    let book = Book { snapshot: &draft.day.snapshot, today: draft.day.today, lang };
    let t = RekamTexts::of(lang);
    if hs.is_empty() {
        return None;
    }
    let line = draft.day.snapshot.tarif(&hs, draft.day.today);
    Some(match (book.name(Tabel::Hs, &hs, ""), line) {
        (Some(name), Some(line)) => format!("{hs}: {name}. {}", lang.say(&line.summary())),
        _ => t.item_no_tariff.to_owned(),
    })
}
