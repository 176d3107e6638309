//! A list of records: filters on top, sortable columns, page lengths, ticked rows with an action, actions of each row.

use askama::Template;
use axum::response::Response;

use super::list_query::{ListQuery, SIZES};
use super::{Badge, Link, Piece, Text, components};
use crate::export::{Export, Format, MOST, Value};
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::messages_ui::UiMessages;
use crate::problem::Problem;
use crate::visit::Visit;

/// A column.
#[derive(Debug, Clone)]
pub struct Column {
    key: &'static str,
    label: Text,
    sortable: bool,
    numeric: bool,
}

impl Column {
    /// Not sortable.
    pub fn new(label: impl Into<Text>) -> Self {
        Self { key: "", label: label.into(), sortable: false, numeric: false }
    }

    /// Sortable by `key`, which [`ListQuery::parse`] must know.
    pub fn sortable(key: &'static str, label: impl Into<Text>) -> Self {
        Self { key, label: label.into(), sortable: true, numeric: false }
    }

    /// Figures: right-aligned.
    #[must_use]
    pub fn numeric(mut self) -> Self {
        self.numeric = true;
        self
    }
}

/// What stands in a cell.
#[derive(Debug, Clone)]
pub enum Cell {
    /// Text.
    Text(Text),
    /// A figure, as people read it.
    Number(Text),
    /// A code.
    Code(Text),
    /// A link.
    Link(Link),
    /// A state.
    Badge(Badge),
    /// A moment: for people, for machines.
    Moment(String, String),
    /// Nothing.
    Empty,
}

impl Cell {
    /// What a file shows of it.
    fn value(&self) -> Value {
        match self {
            Self::Number(text) => Value::Figure(text.to_string()),
            Self::Text(text) | Self::Code(text) => Value::Text(text.to_string()),
            Self::Link(link) => Value::Text(link.text.to_string()),
            Self::Badge(badge) => Value::Text(badge.text.to_string()),
            Self::Moment(text, _) => Value::Text(text.clone()),
            Self::Empty => Value::Text(String::new()),
        }
    }
}

/// A record.
#[derive(Debug, Clone)]
pub struct Row {
    id: Text,
    name: Text,
    cells: Vec<Cell>,
    actions: Vec<Piece>,
}

impl Row {
    /// Its id (posted by its check box), its name (for those who hear it), its cells; the first cell is its header.
    pub fn new(id: impl Into<Text>, name: impl Into<Text>, cells: Vec<Cell>) -> Self {
        Self { id: id.into(), name: name.into(), cells, actions: Vec::new() }
    }

    /// An action of this row: a link or a small form.
    #[must_use]
    pub fn action(mut self, piece: impl Into<Piece>) -> Self {
        self.actions.push(piece.into());
        self
    }
}

/// Something to do with all ticked rows.
#[derive(Debug, Clone)]
pub struct BulkAction {
    /// What is posted as `aksi`.
    pub value: &'static str,
    /// Its words.
    pub text: Text,
}

/// The list. `id` is unique on the page; `path` is the page's own path.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/list.html")]
pub struct DaftarTabel {
    t: &'static UiMessages,
    lang: Lang,
    id: &'static str,
    path: Text,
    caption: Text,
    query: ListQuery,
    columns: Vec<Column>,
    rows: Vec<Row>,
    /// Rows before those of this page.
    skipped: usize,
    total: usize,
    search: Option<Text>,
    filters: Vec<Piece>,
    folded: bool,
    bulk: Vec<BulkAction>,
    bulk_path: Text,
    csrf: Text,
    exports: Vec<Link>,
    empty: Option<Text>,
}

impl DaftarTabel {
    /// Rows `query.offset()..` of `total`.
    pub fn new(
        lang: Lang,
        id: &'static str,
        path: impl Into<Text>,
        caption: impl Into<Text>,
        query: ListQuery,
    ) -> Self {
        Self {
            t: lang.ui(),
            lang,
            id,
            path: path.into(),
            caption: caption.into(),
            query,
            columns: Vec::new(),
            rows: Vec::new(),
            skipped: 0,
            total: 0,
            search: None,
            filters: Vec::new(),
            folded: false,
            bulk: Vec::new(),
            bulk_path: "".into(),
            csrf: "".into(),
            exports: Vec::new(),
            empty: None,
        }
    }

    /// The columns.
    #[must_use]
    pub fn columns(mut self, columns: Vec<Column>) -> Self {
        self.columns = columns;
        self
    }

    /// The rows of this page, and how many there are in all.
    #[must_use]
    pub fn rows(mut self, rows: Vec<Row>, total: usize) -> Self {
        self.rows = rows;
        self.total = total;
        self
    }

    /// All rows of the list, of which the page shows its part; can be had as a file.
    #[must_use]
    pub fn all(mut self, rows: Vec<Row>) -> Self {
        self.total = rows.len();
        self.skipped = self.query.offset().min(self.total);
        self.rows = rows;
        let address = self.query.at_page(1).href(&self.path);
        self.exports = Format::ALL.map(|format| Link::new(format.href(&address), format.label())).to_vec();
        self
    }

    /// The rows as a file, when the address asks for one.
    pub fn file(&self, visit: &Visit, name: &'static str) -> Option<Result<Response, Problem>> {
        let format = Format::asked(visit)?;
        let columns = self.columns.iter().map(|column| column.label.to_string()).collect();
        let row = |row: &Row| row.cells.iter().map(Cell::value).collect();
        let rows = self.rows.iter().take(MOST).map(row).collect();
        Some(Export { name, columns, rows }.answer(format, self.lang))
    }

    fn shown(&self) -> &[Row] {
        let rest = self.rows.get(self.skipped..).unwrap_or_default();
        rest.get(..self.query.size).unwrap_or(rest)
    }

    /// A search field with this label.
    #[must_use]
    pub fn search(mut self, label: impl Into<Text>) -> Self {
        self.search = Some(label.into());
        self
    }

    /// A filter: a [`super::Select`] or [`super::Field`] whose name [`ListQuery::parse`] knows.
    #[must_use]
    pub fn filter(mut self, field: impl Into<Piece>) -> Self {
        self.filters.push(field.into());
        self
    }

    /// Many filters: on narrow screens they stand behind a word that says how many are set.
    #[must_use]
    pub fn fold(mut self) -> Self {
        self.folded = true;
        self
    }

    /// Check boxes, and what can be done with the ticked rows: posts `id` (repeated) and `aksi` to `path`.
    #[must_use]
    pub fn bulk(mut self, path: impl Into<Text>, csrf: &str, actions: Vec<BulkAction>) -> Self {
        self.bulk_path = path.into();
        self.csrf = csrf.to_owned().into();
        self.bulk = actions;
        self
    }

    /// The whole filtered list as a file, such as CSV.
    #[must_use]
    pub fn export(mut self, link: Link) -> Self {
        self.exports.push(link);
        self
    }

    /// What is said while there is nothing at all, and what to do about it.
    #[must_use]
    pub fn empty(mut self, text: impl Into<Text>) -> Self {
        self.empty = Some(text.into());
        self
    }

    fn sort_href(&self, column: &Column) -> String {
        self.query.sorted_by(column.key).href(&self.path)
    }

    fn sort_state(&self, column: &Column) -> Option<&'static str> {
        let sorted = column.sortable && column.key == self.query.sort;
        sorted.then_some(if self.query.descending { "descending" } else { "ascending" })
    }

    fn numeric(&self, at: &usize) -> bool {
        self.columns.get(*at).is_some_and(|column| column.numeric)
    }

    fn count(&self) -> String {
        let first = self.query.offset() + 1;
        let number = |n: usize| format::number(i64::try_from(n).unwrap_or(i64::MAX), self.lang);
        let (from, to) = (number(first), number(first + self.shown().len().saturating_sub(1)));
        fill(self.t.list_count, &[("from", &from), ("to", &to), ("total", &number(self.total))])
    }

    fn sizes(&self) -> Vec<(usize, String)> {
        SIZES.iter().map(|size| (*size, self.query.sized(*size).href(&self.path))).collect()
    }

    fn pick(&self, row: &Row) -> String {
        fill(self.t.list_pick, &[("row", &row.name)])
    }

    fn scroll_label(&self) -> String {
        fill(self.t.list_scroll, &[("caption", &self.caption)])
    }

    fn has_filters(&self) -> bool {
        self.search.is_some() || !self.filters.is_empty()
    }

    fn fold_words(&self) -> String {
        match self.query.filters.len() {
            0 => self.t.list_fold.to_owned(),
            n => fill(self.t.list_fold_set, &[("n", &n.to_string())]),
        }
    }

    fn has_actions(&self) -> bool {
        self.shown().iter().any(|row| !row.actions.is_empty())
    }

    fn nothing(&self) -> &str {
        match &self.empty {
            Some(text) if !self.query.is_filtered() => text,
            _ => self.t.list_none,
        }
    }

    fn pagination(&self) -> Pagination {
        Pagination::new(self.lang, self.path.clone(), &self.query, self.total)
    }
}

/// Links to the other pages of a list; empty when there is one page.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/pagination.html")]
pub struct Pagination {
    t: &'static UiMessages,
    current: usize,
    /// Numbers with their addresses; none is a gap.
    pages: Vec<Option<(usize, String)>>,
    previous: Option<String>,
    next: Option<String>,
}

impl Pagination {
    /// For `total` rows.
    pub fn new(lang: Lang, path: impl Into<Text>, query: &ListQuery, total: usize) -> Self {
        let path = path.into();
        let last = total.div_ceil(query.size).max(1);
        let href = |page: usize| query.at_page(page).href(&path);
        let near = |page: &usize| *page == 1 || *page == last || page.abs_diff(query.page) <= 1;
        let mut pages = Vec::new();
        let mut before = 0;
        let shown = [1, query.page.saturating_sub(1), query.page, query.page + 1, last];
        let mut shown: Vec<usize> = shown.into_iter().filter(|page| (1..=last).contains(page) && near(page)).collect();
        shown.dedup();
        shown.sort_unstable();
        shown.dedup();
        for page in shown {
            if page > before + 1 {
                pages.push(None);
            }
            pages.push(Some((page, href(page))));
            before = page;
        }
        Self {
            t: lang.ui(),
            current: query.page,
            pages: if last > 1 { pages } else { Vec::new() },
            previous: (query.page > 1).then(|| href((query.page - 1).min(last))),
            next: (query.page < last).then(|| href(query.page + 1)),
        }
    }

    fn page_label(&self, page: &usize) -> String {
        fill(self.t.page_number, &[("n", &page.to_string())])
    }
}

components!(DaftarTabel, Pagination);
