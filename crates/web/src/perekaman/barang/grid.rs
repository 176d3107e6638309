//! The page of the grid.

use app::draft::{self, Change, Draft, Undo};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use declaration::document::AnyField;
use declaration::layout::Bagian;
use kernel::Severity;

use super::cells::{RowView, Viewer, by_line};
use super::sets::{Head, Set, heads};
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::perekaman::bagian::{back_words, from, open};
use crate::perekaman::frame::{Page, path, rejects_of};
use crate::perekaman::goods_messages::GoodsTexts;
use crate::perekaman::messages::RekamTexts;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Form, FormErrors, Hidden, Link, Piece, components};
use crate::visit::{Visit, run};

/// Rows of a page.
pub const ROWS: usize = 50;
/// Blank rows below the last one.
const BLANK: usize = 3;
/// Most errors that the summary names one by one.
const ONE_BY_ONE: usize = 20;

/// Which lines, and what of them.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Page, from 1.
    pub page: usize,
    /// Columns.
    pub set: Set,
    /// Only lines with errors.
    pub only_wrong: bool,
    /// Words to look for.
    pub words: String,
    /// The page that the reader came from and goes back to.
    pub from: Option<&'static str>,
}

impl Shown {
    /// What an address asks for.
    pub fn of(visit: &Visit) -> Self {
        Self {
            page: visit.query("hal").parse().unwrap_or(1),
            set: Set::parse(&visit.query("kolom")),
            only_wrong: visit.query("saring") == "salah",
            words: visit.query("cari").chars().take(100).collect(),
            from: from(visit),
        }
    }

    /// The query of it, with another page.
    pub fn query(&self, page: usize) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("hal", &page.to_string());
        if self.set != Set::Base {
            query.append_pair("kolom", self.set.word());
        }
        if self.only_wrong {
            query.append_pair("saring", "salah");
        }
        if !self.words.trim().is_empty() {
            query.append_pair("cari", self.words.trim());
        }
        if let Some(from) = self.from {
            query.append_pair("dari", from);
        }
        query.finish()
    }
}

/// The page on which a line stands.
pub fn page_of(index: usize) -> usize {
    index / ROWS + 1
}

struct Choice {
    link: Link,
    here: bool,
}

#[derive(Template)]
#[template(path = "perekaman/barang.html")]
struct Grid {
    t: &'static RekamTexts,
    g: &'static GoodsTexts,
    action: String,
    here: String,
    hidden: Hidden,
    heads: Vec<Head>,
    rows: Vec<RowView>,
    count: String,
    range: Option<String>,
    pages: Vec<Choice>,
    sets: Vec<Choice>,
    set: &'static str,
    filters: Vec<Choice>,
    words: String,
    /// Where the reader came from, and the words of the button that saves and goes back there.
    back: Option<(&'static str, &'static str)>,
    nothing: Option<&'static str>,
    empty: bool,
    editable: bool,
    csrf: String,
    paste_hint: String,
    undo: Option<Piece>,
    files: Vec<Link>,
}

components!(Grid);

/// `GET /dokumen/{aju}/isi/barang?hal=2&kolom=harga&saring=salah&cari=katup`.
pub async fn show(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let draft = open(&web, &visit, &aju).await?;
    let mut shown = Shown::of(&visit);
    // A number leads to the line of that number.
    if let Some(line) = shown.words.trim().parse::<usize>().ok().filter(|n| (1..=draft.lines.len()).contains(n)) {
        (shown.page, shown.words) = (page_of(line - 1), String::new());
    }
    page(&web, &visit, &draft, &shown, None).await
}

/// The page; with a remark above it when something was not done.
pub async fn page(
    web: &Web,
    visit: &Visit,
    draft: &Draft,
    shown: &Shown,
    remark: Option<Piece>,
) -> Result<Response, Problem> {
    let lang = visit.lang();
    let undo = if draft.editable { last(web, visit, draft).await? } else { None };
    let (viewer, lines) = lines(draft, shown, lang);
    let last = lines.len().div_ceil(ROWS).max(1);
    let number = shown.page.clamp(1, last);
    let first = (number - 1) * ROWS;
    let here: Vec<usize> = lines.iter().copied().skip(first).take(ROWS).collect();
    let mut rows: Vec<RowView> = here.iter().filter_map(|index| viewer.row(*index)).collect();
    let filtered = shown.only_wrong || !shown.words.trim().is_empty();
    if draft.editable && number == last && !filtered {
        rows.extend((1..=BLANK).map(|n| viewer.blank(n)));
    }
    let errors = summary(draft, &viewer, &here, lang);
    let failed = remark.is_some();
    let view = grid(visit, draft, (shown, number, last), (lines.len(), first), (rows, undo));
    let body = Piece::join(&[remark.unwrap_or_default(), view.into()]);
    let mut page = Page::new(Some(Bagian::Barang), lang.say(&Bagian::Barang.title()), body, lang);
    page.errors = errors;
    page.status = if failed { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page.answer(web, visit, draft)
}

async fn last(web: &Web, visit: &Visit, draft: &Draft) -> Result<Option<Undo>, Problem> {
    let (actor, aju) = (visit.actor()?, draft.nomor_aju.to_string());
    run(web, move |app| draft::last_change(app, &actor, &aju)).await
}

/// The lines that are asked for, by position.
fn lines<'a>(draft: &'a Draft, shown: &Shown, lang: Lang) -> (Viewer<'a>, Vec<usize>) {
    let wrong = by_line(draft, lang);
    let words: Vec<String> = shown.words.split_whitespace().map(str::to_lowercase).collect();
    let fits = |index: &usize| {
        let line = &draft.typed.barang[*index];
        let texts =
            [line.pos_tarif.text(), line.uraian.text(), line.kode_barang.text(), line.merk.text(), line.tipe.text()];
        let all = texts.join(" ").to_lowercase();
        words.iter().all(|word| all.contains(word))
    };
    let asked = |index: &usize| (!shown.only_wrong || wrong.contains_key(index)) && (words.is_empty() || fits(index));
    let lines = (0..draft.lines.len().min(draft.typed.barang.len())).filter(asked).collect();
    (Viewer { draft, set: shown.set, from: shown.from, lang, wrong }, lines)
}

fn grid(
    visit: &Visit,
    draft: &Draft,
    (shown, number, last): (&Shown, usize, usize),
    (found, first): (usize, usize),
    (rows, undo): (Vec<RowView>, Option<Undo>),
) -> Grid {
    let (lang, t, g) = (visit.lang(), RekamTexts::of(visit.lang()), GoodsTexts::of(visit.lang()));
    let here = path(draft, "isi/barang");
    let say = |n: usize| format::number(i64::try_from(n).unwrap_or(i64::MAX), lang);
    let total = draft.lines.len();
    let (from, to) = (say(first + 1), say(found.min(first + ROWS)));
    let page = |n: usize| Choice { link: Link::new(format!("{here}?{}", shown.query(n)), say(n)), here: n == number };
    let set = |set: Set| Choice {
        link: Link::new(format!("{here}?{}", Shown { set, ..shown.clone() }.query(number)), set.label(lang)),
        here: set == shown.set,
    };
    let wrong = by_line(draft, lang).len();
    let filter = |only_wrong: bool, text: String| Choice {
        link: Link::new(
            format!("{here}?{}", Shown { only_wrong, words: String::new(), ..shown.clone() }.query(1)),
            text,
        ),
        here: only_wrong == shown.only_wrong && shown.words.trim().is_empty(),
    };
    let heads = heads(shown.set, lang);
    let names: Vec<&str> = heads.iter().map(|head| head.label.as_str()).collect();
    let around = pages(number, last);
    Grid {
        t,
        g,
        action: format!("{here}?{}", shown.query(number)),
        hidden: Hidden::csrf(visit.csrf()),
        paste_hint: fill(t.paste_hint, &[("kolom", &names.join(", "))]),
        rows,
        count: fill(t.goods_count, &[("n", &say(total))]),
        range: (found > ROWS).then(|| fill(t.goods_range, &[("dari", &from), ("sampai", &to), ("n", &say(found))])),
        pages: if last > 1 { around.into_iter().map(page).collect() } else { Vec::new() },
        sets: Set::ALL.into_iter().map(set).collect(),
        set: shown.set.word(),
        filters: vec![
            filter(false, fill(g.filter_all, &[("n", &say(total))])),
            filter(true, fill(g.filter_wrong, &[("n", &say(wrong))])),
        ],
        words: shown.words.trim().to_owned(),
        back: shown.from.map(|from| (from, back_words(from, t))),
        nothing: (found == 0 && total > 0).then_some(if shown.only_wrong { g.none_wrong } else { g.none_found }),
        empty: total == 0,
        editable: draft.editable,
        csrf: visit.csrf().to_owned(),
        undo: undo.map(|undo| undo_piece(&undo, &here, visit, lang)),
        files: vec![
            Link::new(format!("{here}/unduh"), g.download_goods),
            Link::new(format!("{here}/templat"), g.download_template),
            Link::new(format!("{here}/unggah"), g.upload),
        ],
        heads,
        here,
    }
}

/// The numbers of pages that are offered: the ends and what is near.
fn pages(number: usize, last: usize) -> Vec<usize> {
    (1..=last).filter(|n| *n == 1 || *n == last || n.abs_diff(number) <= 3 || (last <= 12)).collect()
}

/// What was done last, and the way back.
fn undo_piece(undo: &Undo, here: &str, visit: &Visit, lang: Lang) -> Piece {
    let g = GoodsTexts::of(lang);
    let n = format::number(i64::try_from(undo.count).unwrap_or(i64::MAX), lang);
    let said = match undo.change {
        Change::Added => g.undo_added,
        Change::Replaced => g.undo_replaced,
        Change::Changed => g.undo_changed,
        Change::Deleted => g.undo_deleted,
    };
    let text = crate::perusahaan::sheet::Words::new(fill(said, &[("n", &n)]));
    let form = Form::post(format!("{here}/batal"), visit.csrf()).with(Button::secondary(g.undo));
    Piece::join(&[text.into(), form.into()])
}

/// What is wrong with the rows of this page; of many errors, how many of each kind and where the first one is.
fn summary(draft: &Draft, viewer: &Viewer<'_>, here: &[usize], lang: Lang) -> FormErrors {
    let g = GoodsTexts::of(lang);
    let mut errors = FormErrors::new(lang);
    if draft.lines.is_empty() {
        return errors;
    }
    let name = |index: usize, member: &str| {
        let key = draft.lines.get(index).map_or(0, |line| line.key);
        let shown = viewer.set.columns().contains(&member);
        if shown { format!("b{key}.{member}") } else { format!("b{key}.rincian") }
    };
    for finding in rejects_of(draft, Bagian::Barang).filter(|finding| finding.severity == Severity::Reject) {
        if declaration::document::split_list_step(finding.pointer.as_str()).is_none() {
            errors.add("", lang.say(&finding.message));
        }
    }
    let count: usize = here.iter().filter_map(|index| viewer.wrong.get(index)).map(|wrong| wrong.len()).sum();
    if count <= ONE_BY_ONE {
        for index in here {
            for (member, text) in viewer.wrong.get(index).into_iter().flatten() {
                errors.add(name(*index, member), format!("{}: {text}", index + 1));
            }
        }
        return errors;
    }
    let mut kinds: Vec<(String, usize, usize)> = Vec::new();
    for index in here {
        for member in viewer.wrong.get(index).into_iter().flatten().map(|(member, _)| member) {
            match kinds.iter_mut().find(|(known, ..)| known == member) {
                Some((_, count, _)) => *count += 1,
                None => kinds.push((member.clone(), 1, *index)),
            }
        }
    }
    for (member, count, first) in kinds {
        let label = lang.say(&declaration::rules::describe(&format!("barang[0].{member}")));
        errors.add(name(first, &member), fill(g.many_wrong, &[("kolom", &label), ("n", &count.to_string())]));
    }
    errors
}

#[cfg(test)]
mod tests {
    use super::pages;

    #[test]
    fn a_hundred_pages_are_not_all_offered() {
        assert_eq!(pages(1, 3), [1, 2, 3]);
        assert_eq!(pages(50, 100), [1, 47, 48, 49, 50, 51, 52, 53, 100]);
    }
}
