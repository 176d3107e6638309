//! One webhook.

use app::h2h::webhook::{self, FailureRow, HookForm, HookRow, Tried};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::messages::HookTexts;
use super::{PATH, badge, fields, typed};
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::perusahaan::sheet::{Section, Sheet, Words, ask, moment};
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{
    Button, Buttons, Cell, Column, Confirm, DaftarTabel, Field, Form, FormErrors, ListQuery, NotificationBanner, Row,
    Summary, SummaryRow, components,
};
use crate::visit::{Posted, Visit, attempt_at, done, errors_of, run};

/// What a page shows.
struct Seen {
    hook: HookRow,
    failures: Vec<FailureRow>,
}

async fn find(web: &Web, visit: &Visit, id: &str) -> Result<Seen, Problem> {
    let (actor, id) = (visit.actor()?, id.to_owned());
    let (hook, failures) = run(web, move |app| webhook::one(app, &actor, &id)).await?;
    Ok(Seen { hook, failures })
}

fn form_of(hook: &HookRow) -> HookForm {
    HookForm { label: hook.label.clone(), url: hook.url.clone(), kinds: hook.kinds.clone(), active: hook.active }
}

/// `GET /perusahaan/webhook/{id}`.
pub async fn show(State(web): State<Web>, visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let seen = find(&web, &visit, &id).await?;
    page(&web, &visit, &seen, (&form_of(&seen.hook), None), &FormErrors::new(visit.lang()))
}

/// `POST /perusahaan/webhook/{id}`.
pub async fn edit(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let seen = find(&web, &visit, &id).await?;
    let (here, signed, form) = (format!("{PATH}/{id}"), visit.signed()?, typed(&posted));
    let kept = form.clone();
    let saved = attempt_at(&web, &here, move |app| {
        app::account::session::require_fresh(app, &signed)?;
        webhook::edit(app, &signed.actor, &id, &form)
    });
    match saved.await? {
        Ok(_) => Ok(done(&here, "tersimpan")),
        Err(error) => page(&web, &visit, &seen, (&kept, None), &errors_of(&error, visit.lang())),
    }
}

fn rotate_question(lang: Lang) -> Confirm {
    let t = HookTexts::of(lang);
    Confirm::new(lang, t.rotate_ask).title(t.rotate_title).buttons(t.rotate_yes, t.cancel).id("tanya-kunci")
}

fn remove_question(lang: Lang) -> Confirm {
    let t = HookTexts::of(lang);
    let question = Confirm::new(lang, t.remove_ask).title(t.remove_title).buttons(t.remove_yes, t.cancel);
    question.warning().id("tanya-hapus")
}

/// Where the API is described.
#[derive(Template)]
#[template(source = "<p>{{ t.docs }} <a href=\"/pengembang\">{{ t.docs_link }}</a>.</p>", ext = "html")]
struct Docs {
    t: &'static HookTexts,
}

components!(Docs);

/// `POST /perusahaan/webhook/{id}/kunci`.
pub async fn rotate(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let seen = find(&web, &visit, &id).await?;
    let here = format!("{PATH}/{id}");
    if !posted.sure() {
        let question = rotate_question(visit.lang());
        return ask(&visit.place(&web).back(here.clone()), question, format!("{here}/kunci"), &[], here);
    }
    let actor = visit.actor()?;
    match attempt_at(&web, &here, move |app| webhook::rotate(app, &actor, &id)).await? {
        Ok(_) => Ok(done(&here, "tersimpan")),
        Err(error) => page(&web, &visit, &seen, (&form_of(&seen.hook), None), &errors_of(&error, visit.lang())),
    }
}

/// `POST /perusahaan/webhook/{id}/hapus`.
pub async fn remove(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    find(&web, &visit, &id).await?;
    let here = format!("{PATH}/{id}");
    if !posted.sure() {
        let question = remove_question(visit.lang());
        return ask(&visit.place(&web).back(here.clone()), question, format!("{here}/hapus"), &[], here);
    }
    let actor = visit.actor()?;
    run(&web, move |app| webhook::remove(app, &actor, &id)).await?;
    Ok(done(PATH, "tersimpan"))
}

/// `POST /perusahaan/webhook/{id}/uji`: says on the page what the receiver answered.
pub async fn test(State(web): State<Web>, visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let (actor, which) = (visit.actor()?, id.clone());
    let tried = run(&web, move |app| webhook::test(app, &actor, &which)).await?;
    let t = HookTexts::of(visit.lang());
    told(&web, &visit, &id, &tried, [t.test_taken, t.test_failed]).await
}

/// `POST /perusahaan/webhook/{id}/kirim/{seq}`: one event that was given up.
pub async fn resend(
    State(web): State<Web>,
    visit: Visit,
    Path((id, seq)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let seq = seq.parse().map_err(|_| Problem::NotFound)?;
    let (actor, which) = (visit.actor()?, id.clone());
    let tried = run(&web, move |app| webhook::resend(app, &actor, &which, seq)).await?;
    let t = HookTexts::of(visit.lang());
    told(&web, &visit, &id, &tried, [t.resent_taken, t.resent_failed]).await
}

async fn told(
    web: &Web,
    visit: &Visit,
    id: &str,
    tried: &Tried,
    [taken, failed]: [&str; 2],
) -> Result<Response, Problem> {
    let (lang, seen) = (visit.lang(), find(web, visit, id).await?);
    let word = lang.say(&tried.said);
    let banner = if tried.taken {
        NotificationBanner::success(lang, fill(taken, &[("kata", &word)]))
    } else {
        NotificationBanner::warning(lang, fill(failed, &[("kata", &word)]))
    };
    page(web, visit, &seen, (&form_of(&seen.hook), Some(banner)), &FormErrors::new(lang))
}

/// `POST /perusahaan/webhook/{id}/ulang`: everything after a number.
pub async fn replay(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let seen = find(&web, &visit, &id).await?;
    let (here, actor) = (format!("{PATH}/{id}"), visit.actor()?);
    let since = posted.get("sejak").parse().unwrap_or(-1);
    match attempt_at(&web, &here, move |app| webhook::replay(app, &actor, &id, since)).await? {
        Ok(_) => Ok(done(&here, "tersimpan")),
        Err(error) => page(&web, &visit, &seen, (&form_of(&seen.hook), None), &errors_of(&error, visit.lang())),
    }
}

fn page(
    web: &Web,
    visit: &Visit,
    seen: &Seen,
    (form, banner): (&HookForm, Option<NotificationBanner>),
    errors: &FormErrors,
) -> Result<Response, Problem> {
    let (lang, t, hook) = (visit.lang(), HookTexts::of(visit.lang()), &seen.hook);
    let here = format!("{PATH}/{}", hook.id);
    let mut sheet = Sheet::new(fill(t.one_title, &[("nama", &hook.label)]));
    if let Some(banner) = banner {
        sheet = sheet.with(banner);
    }
    let try_out = Form::post(format!("{here}/uji"), visit.csrf()).with(Buttons::new().with(Button::secondary(t.test)));
    let state = Section::new("keadaan", t.state_title, &[summary(hook, lang).into(), try_out.into()]);
    let whole =
        fields(web, lang, form, errors).into_iter().fold(Form::post(here.clone(), visit.csrf()).guarded(), Form::with);
    let whole = whole.with(Buttons::new().with(Button::primary(t.save)));
    sheet = sheet.with(state).with(Section::new("atur", t.settings, &[whole.into()]));
    let key = Field::code("kunci", t.secret).hint(t.secret_hint).value(hook.secret.clone()).read_only();
    let rotate = Form::post(format!("{here}/kunci"), visit.csrf())
        .confirm(rotate_question(lang))
        .with(Buttons::new().with(Button::secondary(t.rotate)));
    sheet = sheet.with(Section::new("tanda-tangan", t.secret, &[key.into(), rotate.into(), Docs { t }.into()]));
    let number = Field::number("sejak", t.replay).width(10).max_length(18).errors(errors);
    let replay = Form::post(format!("{here}/ulang"), visit.csrf())
        .with(number)
        .with(Buttons::new().with(Button::secondary(t.replay_button)));
    sheet = sheet.with(Section::new("ulang", t.replay_title, &[Words::new(t.replay_text).into(), replay.into()]));
    let failed = failures(seen, lang, visit.csrf(), &here);
    sheet = sheet.with(Section::new("gagal-dikirim", t.failures_title, &[failed.into()]));
    let gone = Form::post(format!("{here}/hapus"), visit.csrf())
        .confirm(remove_question(lang))
        .with(Buttons::new().with(Button::warning(t.remove)));
    sheet.with(gone).answer(visit.place(web).back(PATH), errors)
}

fn summary(hook: &HookRow, lang: Lang) -> Summary {
    let t = HookTexts::of(lang);
    let mut summary = Summary::new(lang)
        .row(SummaryRow::piece(t.column_state, badge(hook, lang)))
        .row(SummaryRow::new(t.column_waiting, hook.waiting.to_string()));
    if let Some(at) = hook.last_ok {
        summary = summary.row(SummaryRow::new(t.column_ok, format::minute(at, lang)));
    }
    if let Some(at) = hook.last_try {
        summary = summary.row(SummaryRow::new(t.last_try, format::minute(at, lang)));
    }
    if let Some(error) = hook.last_error.clone().filter(|_| hook.failures > 0) {
        summary = summary
            .row(SummaryRow::new(t.last_error, error).indonesian())
            .row(SummaryRow::new(t.tries, hook.failures.to_string()));
    }
    summary
}

fn failures(seen: &Seen, lang: Lang, csrf: &str, here: &str) -> DaftarTabel {
    let t = HookTexts::of(lang);
    let rows = seen.failures.iter().map(|failure| {
        let cells = vec![
            Cell::Text(failure.seq.to_string().into()),
            Cell::Code(failure.nomor_aju.clone().into()),
            Cell::Text(failure.kind.clone().into()),
            Cell::Text(failure.error.clone().into()),
            moment(Some(failure.at), lang),
            moment(failure.resent, lang),
        ];
        let form = Form::post(format!("{here}/kirim/{}", failure.seq), csrf)
            .with(Button::link_like(t.resend).about(failure.seq.to_string()));
        Row::new(failure.seq.to_string(), failure.seq.to_string(), cells).action(form)
    });
    let columns = vec![
        Column::new(t.column_seq).numeric(),
        Column::new(t.column_aju),
        Column::new(t.column_kinds),
        Column::new(t.column_why),
        Column::new(t.column_at),
        Column::new(t.column_resent),
    ];
    let query = ListQuery::parse("", &["nomor"], &[]);
    let rows = rows.collect();
    DaftarTabel::new(lang, "gagal", here.to_owned(), t.failures_title, query)
        .columns(columns)
        .all(rows)
        .empty(t.failures_empty)
}
