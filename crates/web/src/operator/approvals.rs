//! Four eyes: what one operator asked for, another one approves or rejects.

use app::account::session;
use app::operate::approvals::{self, ApprovalRow, Standing};
use app::operate::{import, officers};
use app::{Actor, App, Error};
use axum::extract::{Path, State};
use axum::response::{Html, Response};

use super::messages::OperatorTexts;
use super::report::Report;
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::perusahaan::sheet::{Section, Sheet, Words, ask, moment};
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{
    Badge, Button, Buttons, Cell, Column, Confirm, DaftarTabel, Form, FormErrors, Inset, Link, ListQuery, Row, Summary,
    SummaryRow, Text, Textarea, Tone,
};
use crate::visit::{Posted, Visit, attempt_at, done, errors_of, run};

pub(super) const PATH: &str = "/operator/persetujuan";

/// A request, with the name of the officer it is about.
pub(super) struct Waiting {
    pub row: ApprovalRow,
    pub about: String,
}

/// What `find` finds, with names.
pub(super) async fn load(
    web: &Web,
    visit: &Visit,
    find: impl FnOnce(&App, &Actor) -> Result<Vec<ApprovalRow>, Error> + Send + 'static,
) -> Result<Vec<Waiting>, Problem> {
    let actor = visit.actor()?;
    run(web, move |app| {
        let staff = officers::list(app, &actor)?;
        let name = |row: &ApprovalRow| staff.iter().find(|one| one.id == row.subject).map(|one| one.nama.clone());
        let all = find(app, &actor)?.into_iter();
        Ok(all.map(|row| Waiting { about: name(&row).unwrap_or_default(), row }).collect())
    })
    .await
}

/// A request that this operator may decide.
async fn decidable(web: &Web, visit: &Visit, id: &str) -> Result<Waiting, Problem> {
    let waiting = find(web, visit, id).await?;
    if waiting.row.standing != Standing::Waiting {
        return Err(Problem::NotFound);
    }
    if waiting.row.mine { Err(Problem::Denied) } else { Ok(waiting) }
}

async fn find(web: &Web, visit: &Visit, id: &str) -> Result<Waiting, Problem> {
    let id = id.to_owned();
    let found = load(web, visit, move |app, actor| Ok(vec![approvals::one(app, actor, &id)?])).await?;
    found.into_iter().next().ok_or(Problem::NotFound)
}

/// `GET /operator/persetujuan`.
pub async fn list(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    let (lang, t) = (visit.lang(), OperatorTexts::of(visit.lang()));
    let all = load(&web, &visit, approvals::pending).await?;
    let query = ListQuery::parse(visit.raw_query(), &["sejak"], &[]);
    let rows = all.iter().skip(query.offset()).take(query.size).map(|waiting| row(waiting, lang)).collect();
    let columns = vec![
        Column::new(t.column_what),
        Column::new(t.column_kind),
        Column::new(t.column_about),
        Column::new(t.column_by),
        Column::new(t.column_at),
        Column::new(t.column_state),
    ];
    let table = DaftarTabel::new(lang, "persetujuan", PATH, t.approvals, query)
        .columns(columns)
        .rows(rows, all.len())
        .empty(t.approvals_empty);
    let decided = Button::link_like(t.decided).href(format!("{PATH}/selesai"));
    Sheet::new(t.approvals)
        .lead(t.approvals_lead)
        .with(table)
        .with(Buttons::new().with(decided))
        .page(&visit.place(&web).wide())
}

fn row(waiting: &Waiting, lang: Lang) -> Row {
    let (t, row) = (OperatorTexts::of(lang), &waiting.row);
    let (what, href) = (lang.say(&row.what), format!("{PATH}/{}", row.id));
    let cells = vec![
        Cell::Link(Link::new(href.clone(), what.clone())),
        Cell::Text(kind(&row.kind, t)),
        if waiting.about.is_empty() { Cell::Empty } else { Cell::Text(waiting.about.clone().into()) },
        Cell::Text(row.by.clone().into()),
        moment(Some(row.at), lang),
        Cell::Badge(badge(row, t)),
    ];
    let examine = Button::link_like(t.decide).href(href).about(what.clone());
    Row::new(row.id.clone(), what, cells).action(examine)
}

pub(super) fn kind(word: &str, t: &'static OperatorTexts) -> Text {
    match word {
        "PETUGAS_BUAT" => t.kind_create.into(),
        "PETUGAS_UBAH" => t.kind_change.into(),
        "REFERENSI_IMPOR" => t.kind_import.into(),
        other => other.to_owned().into(),
    }
}

pub(super) fn badge(row: &ApprovalRow, t: &'static OperatorTexts) -> Badge {
    match row.standing {
        Standing::Waiting if row.mine => Badge::new(Tone::Neutral, t.mine),
        Standing::Waiting => Badge::new(Tone::Warn, t.yours),
        Standing::Running => Badge::new(Tone::Info, t.running),
        Standing::Done => Badge::new(Tone::Good, t.carried_out),
        Standing::Failed(_) => Badge::new(Tone::Bad, t.failed),
        Standing::Rejected(_) => Badge::new(Tone::Neutral, t.rejected),
    }
}

/// `GET /operator/persetujuan/{id}`.
pub async fn show(State(web): State<Web>, visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let waiting = find(&web, &visit, &id).await?;
    page(&web, &visit, &waiting, "", &FormErrors::new(visit.lang())).await
}

async fn page(
    web: &Web,
    visit: &Visit,
    waiting: &Waiting,
    reason: &str,
    errors: &FormErrors,
) -> Result<Response, Problem> {
    let (lang, t, row) = (visit.lang(), OperatorTexts::of(visit.lang()), &waiting.row);
    let mut summary = Summary::new(lang).row(SummaryRow::new(t.column_what, lang.say(&row.what)));
    if !waiting.about.is_empty() {
        summary = summary.row(SummaryRow::new(t.column_about, waiting.about.clone()));
    }
    let summary = summary
        .row(SummaryRow::new(t.column_by, row.by.clone()))
        .row(SummaryRow::new(t.column_at, format::minute(row.at, lang)))
        .row(SummaryRow::piece(t.column_state, badge(row, t)));
    let mut sheet = Sheet::new(kind(&row.kind, t)).with(decision(summary, row, lang));
    if row.standing == Standing::Waiting {
        sheet = effect(web, visit, row, sheet).await?;
    }
    if row.standing != Standing::Waiting {
        // Decided: nothing is left to do here.
    } else if row.mine {
        sheet = sheet.with(Inset { text: t.own_text.into() });
        if row.own {
            let withdraw = Form::post(format!("{PATH}/{}/tarik", row.id), visit.csrf());
            sheet = sheet.with(withdraw.with(Button::secondary(t.withdraw)));
        }
    } else {
        let approve = Form::post(format!("{PATH}/{}/setujui", row.id), visit.csrf())
            .confirm(approve_question(waiting, lang).id("tanya-setuju"))
            .with(Buttons::new().with(Button::primary(t.approve)));
        let why = Textarea::new("alasan", t.reason).hint(t.reason_hint).rows(3).max_length(200);
        let reject = Form::post(format!("{PATH}/{}/tolak", row.id), visit.csrf())
            .confirm(reject_question(lang).id("tanya-tolak"))
            .with(why.value(reason.to_owned()).errors(errors))
            .with(Buttons::new().with(Button::secondary(t.reject)));
        let approve = [Words::new(t.approve_text).into(), approve.into()];
        sheet = sheet.with(Section::new("setujui", t.approve_title, &approve)).with(Section::new(
            "tolak",
            t.reject_title,
            &[reject.into()],
        ));
    }
    sheet.answer(visit.place(web).back(PATH), errors)
}

/// Who decided, and why it was refused or failed.
fn decision(summary: Summary, row: &ApprovalRow, lang: Lang) -> Summary {
    let t = OperatorTexts::of(lang);
    let summary = match &row.decided {
        Some((who, at)) => summary
            .row(SummaryRow::new(t.column_decided_by, who.clone()))
            .row(SummaryRow::new(t.column_decided, format::minute(*at, lang))),
        None => summary,
    };
    match &row.standing {
        Standing::Failed(why) | Standing::Rejected(why) => {
            summary.row(SummaryRow::new(t.column_why, why.clone()).indonesian())
        }
        _ => summary,
    }
}

/// What an import would change now.
async fn effect(web: &Web, visit: &Visit, row: &ApprovalRow, sheet: Sheet) -> Result<Sheet, Problem> {
    let (actor, id) = (visit.actor()?, row.id.clone());
    match run(web, move |app| import::effect(app, &actor, &id)).await? {
        Some(report) => Ok(sheet.with(Report::new(report, visit.lang()))),
        None => Ok(sheet),
    }
}

/// `POST /operator/persetujuan/{id}/tarik`.
pub async fn withdraw(State(web): State<Web>, visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let actor = visit.actor()?;
    run(&web, move |app| approvals::withdraw(app, &actor, &id)).await?;
    Ok(done(PATH, "ditarik"))
}

fn approve_question(waiting: &Waiting, lang: Lang) -> Confirm {
    let t = OperatorTexts::of(lang);
    let what = lang.say(&waiting.row.what);
    let what = if waiting.about.is_empty() { what } else { format!("{what} ({})", waiting.about) };
    let text = fill(t.approve_ask, &[("apa", &what)]);
    Confirm::new(lang, text).title(t.approve_ask_title).buttons(t.approve_yes, t.cancel)
}

fn reject_question(lang: Lang) -> Confirm {
    let t = OperatorTexts::of(lang);
    Confirm::new(lang, t.reject_ask).title(t.reject_ask_title).buttons(t.reject_yes, t.cancel).warning()
}

/// `POST /operator/persetujuan/{id}/setujui`.
pub async fn approve(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let waiting = decidable(&web, &visit, &id).await?;
    let here = format!("{PATH}/{id}");
    if !posted.sure() {
        let place = visit.place(&web).back(here.clone());
        return ask(&place, approve_question(&waiting, visit.lang()), format!("{here}/setujui"), &[], here);
    }
    let signed = visit.signed()?;
    let approved = attempt_at(&web, &here, move |app| {
        session::require_fresh(app, &signed)?;
        approvals::approve(app, &signed.actor, &id)
    });
    match approved.await? {
        Ok(()) => Ok(done(PATH, "disetujui")),
        Err(error) => page(&web, &visit, &waiting, "", &errors_of(&error, visit.lang())).await,
    }
}

/// `POST /operator/persetujuan/{id}/tolak`.
pub async fn reject(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let lang = visit.lang();
    let waiting = decidable(&web, &visit, &id).await?;
    let (here, reason) = (format!("{PATH}/{id}"), posted.text("alasan"));
    if reason.is_empty() {
        let mut errors = FormErrors::new(lang);
        errors.add("alasan", OperatorTexts::of(lang).reason_missing);
        return page(&web, &visit, &waiting, "", &errors).await;
    }
    if !posted.sure() {
        let place = visit.place(&web).back(here.clone());
        return ask(&place, reject_question(lang), format!("{here}/tolak"), &[("alasan", &reason)], here);
    }
    let (actor, why) = (visit.actor()?, reason.clone());
    match attempt_at(&web, &here, move |app| approvals::reject(app, &actor, &id, &why)).await? {
        Ok(()) => Ok(done(PATH, "ditolak")),
        Err(error) => page(&web, &visit, &waiting, &reason, &errors_of(&error, lang)).await,
    }
}
