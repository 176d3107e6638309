//! Jobs that were given up, and their restart.

use app::operate::jobs::{self, DeadJob};
use axum::extract::{Path, State};
use axum::response::{Html, Response};

use super::messages::OperatorTexts;
use crate::format;
use crate::lang::Lang;
use crate::perusahaan::sheet::{Sheet, moment};
use crate::problem::Problem;
use crate::publik;
use crate::state::Web;
use crate::ui::{Button, Cell, Column, DaftarTabel, Form, ListQuery, Row};
use crate::visit::{Visit, done, run};

const PATH: &str = "/operator/pekerjaan";

/// `GET /operator/pekerjaan`.
pub async fn list(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    let (lang, t, actor) = (visit.lang(), OperatorTexts::of(visit.lang()), visit.actor()?);
    let mut all = run(&web, move |app| jobs::dead(app, &actor)).await?;
    let query = ListQuery::parse(visit.raw_query(), &["-berhenti", "pekerjaan"], &[]);
    let words = query.search.to_lowercase();
    all.retain(|job| {
        let fields = [kind(job, lang), job.nomor_aju.as_deref().unwrap_or(""), job.last_error.as_deref().unwrap_or("")];
        fields.iter().any(|field| field.to_lowercase().contains(&words))
    });
    all.sort_by_cached_key(|job| match query.sort {
        "pekerjaan" => kind(job, lang).to_owned(),
        _ => format!("{:020}", job.updated.as_microsecond()),
    });
    if query.descending {
        all.reverse();
    }
    let shown = all.iter().skip(query.offset()).take(query.size);
    let rows = shown.map(|job| row(job, lang, visit.csrf())).collect();
    let columns = vec![
        Column::sortable("pekerjaan", t.column_job),
        Column::new(t.column_aju),
        Column::new(t.column_error),
        Column::new(t.column_attempts).numeric(),
        Column::sortable("berhenti", t.column_updated),
    ];
    let table = DaftarTabel::new(lang, "pekerjaan", PATH, t.jobs, query)
        .columns(columns)
        .search(t.jobs_search)
        .rows(rows, all.len())
        .empty(t.jobs_empty);
    Sheet::new(t.jobs).lead(t.jobs_lead).with(table).page(&visit.place(&web).wide())
}

fn kind(job: &DeadJob, lang: Lang) -> &str {
    publik::job(&job.kind, lang.texts())
}

fn row(job: &DeadJob, lang: Lang, csrf: &str) -> Row {
    let t = OperatorTexts::of(lang);
    let kind = kind(job, lang).to_owned();
    let text = |text: &Option<String>, cell: fn(crate::ui::Text) -> Cell| {
        text.clone().map_or(Cell::Empty, |text| cell(text.into()))
    };
    let cells = vec![
        Cell::Text(kind.clone().into()),
        text(&job.nomor_aju, Cell::Code),
        text(&job.last_error, Cell::Text),
        Cell::Number(format::number(job.attempts.into(), lang).into()),
        moment(Some(job.updated), lang),
    ];
    let about = job.nomor_aju.as_ref().map_or_else(|| kind.clone(), |aju| format!("{kind}, {aju}"));
    let again =
        Form::post(format!("{PATH}/{}/ulang", job.id), csrf).with(Button::link_like(t.revive).about(about.clone()));
    Row::new(job.id.clone(), about, cells).action(again)
}

/// `POST /operator/pekerjaan/{id}/ulang`.
pub async fn revive(State(web): State<Web>, visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let actor = visit.actor()?;
    run(&web, move |app| jobs::revive(app, &actor, &id)).await?;
    Ok(done(PATH, "dihidupkan"))
}
