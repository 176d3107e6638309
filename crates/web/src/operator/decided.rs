//! Requests that were decided, and how far what was approved has come.

use app::operate::approvals;
use axum::extract::State;
use axum::response::Response;

use super::approvals::{PATH, Waiting, badge, kind, load};
use super::messages::OperatorTexts;
use crate::lang::Lang;
use crate::perusahaan::sheet::{Sheet, moment};
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Cell, Column, DaftarTabel, Link, ListQuery, Row};
use crate::visit::Visit;

const HERE: &str = "/operator/persetujuan/selesai";

/// `GET /operator/persetujuan/selesai`.
pub async fn list(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), OperatorTexts::of(visit.lang()));
    let all = load(&web, &visit, approvals::decided).await?;
    let query = ListQuery::parse(visit.raw_query(), &["-putus"], &[]);
    let rows = all.iter().skip(query.offset()).take(query.size).map(|one| row(one, lang)).collect();
    let columns = vec![
        Column::new(t.column_what),
        Column::new(t.column_kind),
        Column::new(t.column_about),
        Column::new(t.column_by),
        Column::new(t.column_decided_by),
        Column::new(t.column_decided),
        Column::new(t.column_state),
    ];
    let table = DaftarTabel::new(lang, "putusan", HERE, t.decided, query)
        .columns(columns)
        .rows(rows, all.len())
        .empty(t.decided_empty);
    Sheet::new(t.decided).lead(t.decided_lead).list(&web, &visit, table, "persetujuan")
}

fn row(one: &Waiting, lang: Lang) -> Row {
    let (t, row) = (OperatorTexts::of(lang), &one.row);
    let what = lang.say(&row.what);
    let (who, at) = row.decided.clone().map_or((String::new(), None), |(who, at)| (who, Some(at)));
    let cells = vec![
        Cell::Link(Link::new(format!("{PATH}/{}", row.id), what.clone())),
        Cell::Text(kind(&row.kind, t)),
        if one.about.is_empty() { Cell::Empty } else { Cell::Text(one.about.clone().into()) },
        Cell::Text(row.by.clone().into()),
        Cell::Text(who.into()),
        moment(at, lang),
        Cell::Badge(badge(row, t)),
    ];
    Row::new(row.id.clone(), what, cells)
}
