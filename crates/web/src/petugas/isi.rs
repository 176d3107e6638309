//! The whole document as last sent: every section, every list, and where its levies come from.

use std::collections::BTreeMap;

use ::declaration::document::{AnyField, Path as Place, Section as _, Visit as Walk};
use ::declaration::layout::Bagian;
use ::declaration::rules::describe;
use ::declaration::{Pib, Raw};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::Marks;

use super::kasus::{self, Page, frame};
use super::messages_periksa::PeriksaTexts;
use super::parts::path;
use crate::lang::Lang;
use crate::perusahaan::sheet::{Section, Words};
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Details, Fact, Facts, ListQuery, Pagination, Piece};
use crate::visit::Visit;

/// Goods lines on one page: each has some fifty data.
const LINES: usize = 10;

/// Data of the document by section and row, in its order.
#[derive(Default)]
struct Collected {
    groups: BTreeMap<Bagian, Vec<(String, Vec<Fact>)>>,
    lang: Option<Lang>,
    /// Goods lines that are wanted.
    from: usize,
}

impl Walk for Collected {
    fn field(&mut self, at: &Place<'_>, name: &'static str, field: &dyn AnyField) {
        let Some(lang) = self.lang.filter(|_| !field.blank()) else { return };
        let pointer = at.pointer(name);
        let here = at.to_pointer();
        if let Some(("barang", index, _)) = ::declaration::document::split_list_step(here.as_str())
            && !(self.from..self.from + LINES).contains(&index)
        {
            return;
        }
        let group = if here.as_str().is_empty() { String::new() } else { lang.say(&describe(here.as_str())) };
        let full = lang.say(&describe(pointer.as_str()));
        let label = full.strip_prefix(&format!("{group}, ")).unwrap_or(&full).to_owned();
        let marks = if lang == Lang::Id { Marks::Comma } else { Marks::Point };
        let shown = field.shape().show(&field.text(), marks);
        let rows = self.groups.entry(Bagian::of_pointer(pointer.as_str())).or_default();
        let fact = Fact::indonesian(label, shown);
        match rows.last_mut().filter(|(known, _)| *known == group) {
            Some((_, facts)) => facts.push(fact),
            None => match rows.iter_mut().find(|(known, _)| *known == group) {
                Some((_, facts)) => facts.push(fact),
                None => rows.push((group, vec![fact])),
            },
        }
    }

    fn extra(&mut self, _: &Place<'_>, _: &str, _: &Raw, _: bool) {}
}

/// `GET /petugas/dokumen/{aju}/isi`.
pub async fn show(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), PeriksaTexts::of(visit.lang()));
    let (case, _) = kasus::load(&web, &visit, &aju).await?;
    let mut query = ListQuery::parse(visit.raw_query(), &["seri"], &[]);
    query.size = LINES;
    let from = query.offset().min(case.doc.barang.len().saturating_sub(1));
    let mut parts: Vec<Piece> = vec![Words::new(t.content_lead).into()];
    let sections = collect(&case.doc, from, lang);
    for bagian in Bagian::ALL.into_iter().filter(|bagian| *bagian != Bagian::Pungutan) {
        let rows = sections.get(&bagian).map(Vec::as_slice).unwrap_or_default();
        let mut body: Vec<Piece> = rows.iter().map(|(name, facts)| group(name, facts)).collect();
        if body.is_empty() {
            body.push(Words::new(t.nothing).into());
        }
        if bagian == Bagian::Barang {
            body.push(Pagination::new(lang, path(&aju, "isi"), &query, case.doc.barang.len()).into());
        }
        parts.push(Section::new(bagian.word(), lang.say(&bagian.title()), &body).into());
    }
    let levies = crate::perekaman::explained(&case.assessment, lang);
    parts.push(Section::new("pungutan", t.levies_title, &[levies]).into());
    let page = Page { here: "isi", title: t.content.to_owned(), body: Piece::join(&parts), aside: None };
    kasus::answer(&web, &visit, &frame(&visit, &case, page))
}

fn collect(doc: &Pib, from: usize, lang: Lang) -> BTreeMap<Bagian, Vec<(String, Vec<Fact>)>> {
    let mut all = Collected { lang: Some(lang), from, ..Collected::default() };
    doc.walk(&Place::Root, &mut all);
    all.groups
}

/// Header members stand open; rows of lists are opened on demand.
fn group(name: &str, facts: &[Fact]) -> Piece {
    let facts = Facts { facts: facts.to_vec() };
    if name.is_empty() { facts.into() } else { Details::new(name.to_owned(), facts).into() }
}
