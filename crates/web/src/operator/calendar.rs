//! Office hours and closed days, office by office, and the requests to change them.

use app::account::session;
use app::operate::calendar::{self, ClosedDay, ClosedForm, HoursChange, HoursForm, OfficeCalendar};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::approvals;
use super::messages_calendar::CalendarTexts;
use super::reference::{Office, offices};
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{Button, DateField, Fact, Facts, Field, Form, FormErrors, Select};
use crate::visit::{Posted, Visit, attempt_at, done, errors_of, run};

const HERE: &str = "/operator/kalender";
/// Parts of a date as [`DateField`] posts them.
const PARTS: [&str; 3] = ["tanggal", "bulan", "tahun"];

#[derive(Template)]
#[template(path = "operator/calendar.html")]
struct View {
    t: &'static CalendarTexts,
    choose: Select,
    show: Button,
    facts: Option<Facts>,
    closed: Vec<(String, String, String)>,
    changes: Vec<(&'static str, String, String, &'static str, String)>,
    closed_form: Form,
    hours_form: Form,
}

/// What was typed into the two forms.
#[derive(Default)]
struct Typed {
    office: String,
    name: String,
    law: String,
    open: String,
    close: String,
    first: [String; 3],
    last: [String; 3],
    hours: bool,
}

impl Typed {
    fn read(posted: &Posted, first: &str, hours: bool) -> Self {
        let date = |name: &str| PARTS.map(|part| posted.text(&format!("{name}-{part}")));
        Self {
            office: posted.text(if hours { "kantor-jam" } else { "kantor-libur" }),
            name: posted.text("nama"),
            law: posted.text(if hours { "dasar-jam" } else { "dasar" }),
            open: posted.text("buka"),
            close: posted.text("tutup"),
            first: date(first),
            last: date("sampai"),
            hours,
        }
    }
}

/// `YYYY-MM-DD` of what was typed, right or wrong; empty when nothing was.
fn iso([day, month, year]: &[String; 3]) -> String {
    if [day, month, year].iter().all(|part| part.is_empty()) {
        return String::new();
    }
    format!("{year:0>4}-{month:0>2}-{day:0>2}")
}

/// `GET /operator/kalender`.
pub async fn show(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    let typed = Typed { office: visit.query("kantor"), ..Typed::default() };
    page(&web, &visit, typed, &FormErrors::new(visit.lang())).await
}

/// `POST /operator/kalender/libur`.
pub async fn ask_closed(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let typed = Typed::read(&posted, "dari", false);
    let form = ClosedForm {
        kantor: typed.office.clone(),
        dari: iso(&typed.first),
        sampai: iso(&typed.last),
        nama: typed.name.clone(),
        dasar: typed.law.clone(),
    };
    let signed = visit.signed()?;
    let asked = attempt_at(&web, HERE, move |app| {
        session::require_fresh(app, &signed)?;
        calendar::request_closed(app, &signed.actor, &form)
    });
    answer(&web, &visit, typed, asked.await?).await
}

/// `POST /operator/kalender/jam`.
pub async fn ask_hours(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let typed = Typed::read(&posted, "mulai", true);
    let form = HoursForm {
        kantor: typed.office.clone(),
        buka: typed.open.clone(),
        tutup: typed.close.clone(),
        mulai: iso(&typed.first),
        dasar: typed.law.clone(),
    };
    let signed = visit.signed()?;
    let asked = attempt_at(&web, HERE, move |app| {
        session::require_fresh(app, &signed)?;
        calendar::request_hours(app, &signed.actor, &form)
    });
    answer(&web, &visit, typed, asked.await?).await
}

async fn answer(
    web: &Web,
    visit: &Visit,
    typed: Typed,
    asked: Result<String, app::Error>,
) -> Result<Response, Problem> {
    match asked {
        Ok(id) => Ok(done(&format!("{}/{id}", approvals::PATH), "diminta")),
        Err(error) => {
            let mut errors = FormErrors::new(visit.lang());
            // Both forms ask for an office and a legal basis; ids of a page are unique.
            for (field, text) in errors_of(&error, visit.lang()).pairs() {
                let field = match (field.as_ref(), typed.hours) {
                    ("dasar", true) => "dasar-jam".into(),
                    ("kantor", true) => "kantor-jam".into(),
                    ("kantor", false) => "kantor-libur".into(),
                    _ => field,
                };
                errors.add(field, text);
            }
            page(web, visit, typed, &errors).await
        }
    }
}

async fn page(web: &Web, visit: &Visit, typed: Typed, errors: &FormErrors) -> Result<Response, Problem> {
    let (lang, t, actor) = (visit.lang(), CalendarTexts::of(visit.lang()), visit.actor()?);
    let office = typed.office.clone();
    let (offices, found) = run(web, move |app| {
        let offices = offices(app, &actor)?;
        if offices.is_empty() {
            return Ok((offices, None));
        }
        match calendar::calendar(app, &actor, &office) {
            Ok(found) => Ok((offices, Some(found))),
            // A form may name an office that does not exist, and says so itself.
            Err(app::Error::NotFound) => Ok((offices, Some(calendar::calendar(app, &actor, "")?))),
            Err(error) => Err(error),
        }
    })
    .await?;
    let unknown = !typed.office.is_empty() && !offices.iter().any(|(code, _)| *code == typed.office);
    if unknown && errors.is_empty() {
        return Err(Problem::NotFound);
    }
    let view = View {
        t,
        choose: office_field("kantor", t.office, &offices, &typed.office, t),
        show: Button::secondary(t.show),
        facts: found.as_ref().map(|found| facts(found, lang)),
        closed: found.iter().flat_map(|f| f.closed.iter().take(60).map(|day| closed(day, lang))).collect(),
        changes: found.iter().flat_map(|f| f.changes.iter().take(60).map(|row| change(row, lang))).collect(),
        closed_form: closed_form(visit, &typed, &offices, errors),
        hours_form: hours_form(visit, &typed, &offices, errors),
    };
    let html = shell::render(&visit.place(web).wide().errors(errors), t.title, &view)?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, html).into_response())
}

fn office_field(
    name: &'static str,
    label: &'static str,
    offices: &[Office],
    chosen: &str,
    t: &'static CalendarTexts,
) -> Select {
    let all = Select::new(name, label).option("", t.all_offices);
    offices.iter().fold(all, |field, (code, name)| field.option(code.clone(), format!("{code} - {name}"))).value(chosen)
}

fn facts(found: &OfficeCalendar, lang: Lang) -> Facts {
    let t = CalendarTexts::of(lang);
    let hours = fill(t.hours_value, &[("buka", &found.open), ("tutup", &found.close), ("zona", &found.zone)]);
    let hours = if found.nonstop { t.nonstop.to_owned() } else { hours };
    let next = found.closed.first();
    let next = next.map_or(t.nothing_closed.to_owned(), |day| format!("{}, {}", format::day(day.date, lang), day.name));
    Facts { facts: vec![Fact::text(t.hours, hours), Fact::text(t.next_closed, next)] }
}

fn closed(day: &ClosedDay, lang: Lang) -> (String, String, String) {
    let t = CalendarTexts::of(lang);
    let whose = if day.own { t.this_office } else { t.all_offices };
    (format::day(day.date, lang), day.name.clone(), whose.to_owned())
}

fn change(row: &HoursChange, lang: Lang) -> (&'static str, String, String, &'static str, String) {
    let t = CalendarTexts::of(lang);
    let day = |text: &str, none: &str| {
        text.parse().map_or_else(|_| none.to_owned(), |date: jiff::civil::Date| format::day(date, lang))
    };
    let period = [("mulai", day(&row.from, t.always)), ("sampai", day(&row.until, t.open_end))];
    let period: Vec<(&str, &str)> = period.iter().map(|(name, text)| (*name, text.as_str())).collect();
    (
        if row.closes { t.closes } else { t.opens },
        row.value.clone(),
        fill(t.period, &period),
        if row.own { t.this_office } else { t.all_offices },
        row.law.clone(),
    )
}

fn closed_form(visit: &Visit, typed: &Typed, offices: &[Office], errors: &FormErrors) -> Form {
    let (lang, t) = (visit.lang(), CalendarTexts::of(visit.lang()));
    let [day, month, year] = if typed.hours { Default::default() } else { typed.first.clone() };
    let [last_day, last_month, last_year] = typed.last.clone();
    let law = if typed.hours { String::new() } else { typed.law.clone() };
    Form::post(format!("{HERE}/libur"), visit.csrf())
        .with(office_select("kantor-libur", visit, typed, offices, errors))
        .with(DateField::new(lang, "dari", t.from).typed(day, month, year).errors(errors))
        .with(
            DateField::new(lang, "sampai", t.until)
                .typed(last_day, last_month, last_year)
                .hint(t.until_hint)
                .errors(errors),
        )
        .with(Field::text("nama", t.name).value(typed.name.clone()).hint(t.name_hint).max_length(100).errors(errors))
        .with(Field::text("dasar", t.law).value(law).hint(t.law_hint).max_length(200).errors(errors))
        .with(Button::primary(t.ask))
}

fn hours_form(visit: &Visit, typed: &Typed, offices: &[Office], errors: &FormErrors) -> Form {
    let (lang, t) = (visit.lang(), CalendarTexts::of(visit.lang()));
    let [day, month, year] = if typed.hours { typed.first.clone() } else { Default::default() };
    let law = if typed.hours { typed.law.clone() } else { String::new() };
    let hour = |name: &'static str, label: &'static str, value: &str| {
        Field::code(name, label).value(value.to_owned()).hint(t.time_hint).width(4).max_length(5).errors(errors)
    };
    Form::post(format!("{HERE}/jam"), visit.csrf())
        .with(office_select("kantor-jam", visit, typed, offices, errors))
        .with(hour("buka", t.opens, &typed.open))
        .with(hour("tutup", t.closes, &typed.close))
        .with(DateField::new(lang, "mulai", t.starts).typed(day, month, year).errors(errors))
        .with(Field::text("dasar-jam", t.law).value(law).hint(t.law_hint).max_length(200).errors(errors))
        .with(Button::secondary(t.ask))
}

/// The office of a form; the address's own choice is already made.
fn office_select(name: &'static str, visit: &Visit, typed: &Typed, offices: &[Office], errors: &FormErrors) -> Select {
    let t = CalendarTexts::of(visit.lang());
    office_field(name, t.for_office, offices, &typed.office, t).errors(errors)
}
