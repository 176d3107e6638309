//! Webhooks of a company: list, set up, change, try out, see what failed.

mod messages;
mod one;

use app::h2h::webhook::{self, HookForm, HookRow, KINDS};
use axum::extract::State;
use axum::response::Response;

use super::sheet::{Card, Sheet, moment};
use crate::lang::Lang;
use crate::messages::fill;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{
    Badge, Button, Buttons, Cell, Checkboxes, Choice, Column, DaftarTabel, Field, Form, FormErrors, Link, ListQuery,
    Piece, Row, Text, Tone,
};
use crate::visit::{Posted, Visit, attempt_at, done, errors_of, run};
use messages::HookTexts;

pub use one::{edit, remove, replay, resend, rotate, show, test};

const PATH: &str = "/perusahaan/webhook";
const NEW: &str = "/perusahaan/webhook/baru";

/// `GET /perusahaan/webhook`.
pub async fn list(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    let (lang, t, actor) = (visit.lang(), HookTexts::of(visit.lang()), visit.actor()?);
    let all = run(&web, move |app| webhook::list(app, &actor)).await?;
    let query = ListQuery::parse(visit.raw_query(), &["nama"], &[]);
    let rows = all.iter().map(|hook| row(hook, lang)).collect();
    let columns = vec![
        Column::new(t.column_label),
        Column::new(t.column_kinds),
        Column::new(t.column_state),
        Column::new(t.column_waiting).numeric(),
        Column::new(t.column_ok),
    ];
    let table = DaftarTabel::new(lang, "webhook", PATH, t.list_title, query).columns(columns).all(rows).empty(t.empty);
    let sheet = Sheet::new(t.title).lead(t.lead).with(Buttons::new().with(Button::primary(t.new).href(NEW)));
    sheet.list(&web, &visit, table, "webhook")
}

fn row(hook: &HookRow, lang: Lang) -> Row {
    let link = Link { text: hook.label.clone().into(), href: format!("{PATH}/{}", hook.id).into() };
    let cells = vec![
        Cell::Link(link),
        Cell::Text(hook.kinds.join(", ").into()),
        Cell::Badge(badge(hook, lang)),
        Cell::Text(hook.waiting.to_string().into()),
        moment(hook.last_ok, lang),
    ];
    Row::new(hook.id.clone(), hook.label.clone(), cells)
}

fn badge(hook: &HookRow, lang: Lang) -> Badge {
    let t = HookTexts::of(lang);
    match (hook.active, hook.failures) {
        (false, _) => Badge::new(Tone::Neutral, t.state_off),
        (true, 0) => Badge::new(Tone::Good, t.state_on),
        (true, _) => Badge::new(Tone::Warn, t.state_trouble),
    }
}

/// What was typed.
fn typed(posted: &Posted) -> HookForm {
    HookForm {
        label: posted.text("label"),
        url: posted.text("url"),
        kinds: posted.all("kinds").into_iter().map(str::to_owned).collect(),
        active: posted.get("active") == "ya",
    }
}

/// The fields of a receiver.
fn fields(web: &Web, lang: Lang, form: &HookForm, errors: &FormErrors) -> Vec<Piece> {
    let t = HookTexts::of(lang);
    let networks = web.app().outward().hooks.networks().join(", ");
    let hint: Text = match networks.as_str() {
        "" => t.url_hint.into(),
        _ => fill(t.url_hint_inner, &[("jaringan", &networks)]).into(),
    };
    let kinds: Vec<&str> = form.kinds.iter().map(String::as_str).collect();
    let words = [
        (KINDS[0], t.kind_respon, t.kind_respon_hint),
        (KINDS[1], t.kind_formulir, t.kind_formulir_hint),
        (KINDS[2], t.kind_informasi, t.kind_informasi_hint),
    ];
    let choices = words.into_iter().fold(Checkboxes::new("kinds", t.kinds), |boxes, (value, text, hint)| {
        boxes.choice(Choice::new(value, text).hint(hint))
    });
    let label = Field::text("label", t.label).hint(t.label_hint).width(30).max_length(60).autocomplete("off");
    let url = Field::code("url", t.url).hint(hint).max_length(500).autocomplete("off").input_mode("url");
    vec![
        label.value(form.label.clone()).errors(errors).into(),
        url.value(form.url.clone()).errors(errors).into(),
        choices.values(&kinds).errors(errors).into(),
        Checkboxes::single("active", t.active, form.active).into(),
    ]
}

/// `GET /perusahaan/webhook/baru`.
pub async fn new_form(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    let form = HookForm { kinds: KINDS.map(str::to_owned).to_vec(), active: true, ..HookForm::default() };
    new_page(&web, &visit, &form, &FormErrors::new(visit.lang()))
}

fn new_page(web: &Web, visit: &Visit, form: &HookForm, errors: &FormErrors) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), HookTexts::of(visit.lang()));
    let whole = fields(web, lang, form, errors).into_iter().fold(Form::post(NEW, visit.csrf()).guarded(), Form::with);
    let whole = whole.with(Buttons::new().with(Button::primary(t.save)));
    Sheet::new(t.new_title).with(Card::new(whole)).answer(visit.place(web).back(PATH), errors)
}

/// `POST /perusahaan/webhook/baru`.
pub async fn create(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (signed, form) = (visit.signed()?, typed(&posted));
    let kept = form.clone();
    let made = attempt_at(&web, NEW, move |app| {
        app::account::session::require_fresh(app, &signed)?;
        webhook::create(app, &signed.actor, &form)
    });
    match made.await? {
        Ok(hook) => Ok(done(&format!("{PATH}/{}", hook.id), "tersimpan")),
        Err(error) => new_page(&web, &visit, &kept, &errors_of(&error, visit.lang())),
    }
}
