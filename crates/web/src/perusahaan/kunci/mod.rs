//! API keys of a company: list, a new one shown once, revocation.

mod messages;

use app::account::session;
use app::company::keys::{self, KeyRow};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

use super::sheet::{Card, Section, Sheet, ask, moment};
use crate::lang::Lang;
use crate::messages::fill;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{
    Badge, Button, Buttons, Cell, Column, Confirm, DaftarTabel, Field, Form, FormErrors, ListQuery, Row, Tone, Warning,
};
use crate::visit::{Posted, Visit, attempt_at, done, errors_of, run};
use messages::KeyTexts;

const PATH: &str = "/perusahaan/kunci-api";

/// `GET /perusahaan/kunci-api`.
pub async fn list(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    page(&web, &visit, "", &FormErrors::new(visit.lang())).await
}

async fn load(web: &Web, visit: &Visit) -> Result<Vec<KeyRow>, Problem> {
    let actor = visit.actor()?;
    run(web, move |app| keys::list(app, &actor)).await
}

async fn page(web: &Web, visit: &Visit, label: &str, errors: &FormErrors) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), KeyTexts::of(visit.lang()));
    let all = load(web, visit).await?;
    let name = Field::text("label", t.label).hint(t.label_hint).width(30).max_length(60).autocomplete("off");
    let form = Form::post(PATH, visit.csrf())
        .with(name.value(label.to_owned()).errors(errors))
        .with(Buttons::new().with(Button::primary(t.create)));
    let query = ListQuery::parse(visit.raw_query(), &["-dibuat", "nama"], &[]);
    let sheet = Sheet::new(t.title).lead(t.lead).with(Section::new("baru", t.new_title, &[form.into()]));
    let table = table(lang, all, query, visit.csrf());
    match table.file(visit, "kunci-api") {
        Some(file) => file,
        None => sheet.with(table).answer(visit.place(web), errors),
    }
}

fn table(lang: Lang, mut all: Vec<KeyRow>, query: ListQuery, csrf: &str) -> DaftarTabel {
    let t = KeyTexts::of(lang);
    all.sort_by_cached_key(|key| match query.sort {
        "nama" => key.label.to_lowercase(),
        _ => format!("{:020}", key.created.as_microsecond()),
    });
    if query.descending {
        all.reverse();
    }
    let rows = all.iter().map(|key| row(key, lang, csrf)).collect();
    let columns = vec![
        Column::sortable("nama", t.column_label),
        Column::new(t.column_state),
        Column::sortable("dibuat", t.column_created),
        Column::new(t.column_by),
        Column::new(t.column_used),
    ];
    DaftarTabel::new(lang, "kunci", PATH, t.list_title, query).columns(columns).all(rows).empty(t.empty)
}

fn row(key: &KeyRow, lang: Lang, csrf: &str) -> Row {
    let t = KeyTexts::of(lang);
    let state =
        if key.revoked.is_some() { Badge::new(Tone::Neutral, t.revoked) } else { Badge::new(Tone::Good, t.live) };
    let cells = vec![
        Cell::Text(key.label.clone().into()),
        Cell::Badge(state),
        moment(Some(key.created), lang),
        key.created_by.clone().map_or(Cell::Empty, |name| Cell::Text(name.into())),
        moment(key.last_used, lang),
    ];
    let row = Row::new(key.id.clone(), key.label.clone(), cells);
    if key.revoked.is_some() {
        return row;
    }
    // The question comes as a page also where scripts run: a dialog inside a table's cell takes on the cell's style.
    let form =
        Form::post(format!("{PATH}/{}/cabut", key.id), csrf).with(Button::link_like(t.revoke).about(key.label.clone()));
    row.action(form)
}

fn question(key: &KeyRow, lang: Lang) -> Confirm {
    let t = KeyTexts::of(lang);
    Confirm::new(lang, fill(t.ask, &[("nama", &key.label)])).title(t.ask_title).buttons(t.yes, t.cancel).warning()
}

/// `POST /perusahaan/kunci-api`: answers with the key, this once.
pub async fn create(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (signed, label) = (visit.signed()?, posted.text("label"));
    let typed = label.clone();
    let made = attempt_at(&web, PATH, move |app| {
        session::require_fresh(app, &signed)?;
        keys::create(app, &signed.actor, &label)
    });
    match made.await? {
        Ok((secret, key)) => made_page(&web, &visit, &secret, &key),
        Err(error) => page(&web, &visit, &typed, &errors_of(&error, visit.lang())).await,
    }
}

fn made_page(web: &Web, visit: &Visit, secret: &str, key: &KeyRow) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), KeyTexts::of(visit.lang()));
    let field = Field::code("kunci", fill(t.made_key, &[("nama", &key.label)]))
        .hint(t.made_hint)
        .value(secret.to_owned())
        .read_only();
    let sheet = Sheet::new(t.made_title)
        .with(Warning::new(lang, t.made_warning))
        .with(Card::new(field))
        .with(Buttons::new().with(Button::primary(t.made_done).href(PATH)));
    Ok(sheet.page(&visit.place(web))?.into_response())
}

/// `POST /perusahaan/kunci-api/{id}/cabut`.
pub async fn revoke(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let key = load(&web, &visit).await?.into_iter().find(|key| key.id == id).ok_or(Problem::NotFound)?;
    if !posted.sure() {
        let place = visit.place(&web).back(PATH);
        return ask(&place, question(&key, visit.lang()), format!("{PATH}/{id}/cabut"), &[], PATH.into());
    }
    let actor = visit.actor()?;
    match attempt_at(&web, PATH, move |app| keys::revoke(app, &actor, &id)).await? {
        Ok(()) => Ok(done(PATH, "kunci-dicabut")),
        Err(error) => page(&web, &visit, "", &errors_of(&error, visit.lang())).await,
    }
}
