//! A company gives a broker authority.

use app::account::session;
use app::company::kuasa::{self, Grant};
use axum::extract::State;
use axum::response::Response;

use super::messages::GrantTexts;
use super::{PATH, kind};
use crate::lang::Lang;
use crate::perusahaan::sheet::{Card, Sheet, ask};
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Buttons, Checkboxes, Choice, Confirm, DateField, Field, Form, FormErrors};
use crate::visit::{Posted, Visit, attempt_at, done, errors_of};

const HERE: &str = "/perusahaan/kuasa/beri";
/// Parts of a date as [`DateField`] posts them.
const PARTS: [&str; 3] = ["tanggal", "bulan", "tahun"];

/// What was typed.
#[derive(Default)]
struct Typed {
    broker: String,
    number: String,
    kinds: Vec<String>,
    from: [String; 3],
    until: [String; 3],
}

impl Typed {
    fn read(posted: &Posted) -> Self {
        let date = |name: &str| PARTS.map(|part| posted.text(&format!("{name}-{part}")));
        Self {
            broker: posted.text("npwp_ppjk"),
            number: posted.text("nomor"),
            kinds: posted.all("jenis").into_iter().map(str::to_owned).collect(),
            from: date("mulai"),
            until: date("sampai"),
        }
    }

    fn grant(&self) -> Grant {
        Grant {
            npwp_ppjk: self.broker.clone(),
            nomor: self.number.clone(),
            jenis: self.kinds.clone(),
            mulai: iso(&self.from),
            sampai: iso(&self.until),
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

/// `GET /perusahaan/kuasa/beri`.
pub async fn form(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    page(&web, &visit, &Typed::default(), &FormErrors::new(visit.lang()))
}

/// `POST /perusahaan/kuasa/beri`.
pub async fn save(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let lang = visit.lang();
    let typed = Typed::read(&posted);
    if !posted.sure() {
        return sure(&web, &visit, &typed);
    }
    let (signed, grant) = (visit.signed()?, typed.grant());
    let given = attempt_at(&web, HERE, move |app| {
        session::require_fresh(app, &signed)?;
        kuasa::grant(app, &signed.actor, &grant)
    });
    match given.await? {
        Ok(_) => Ok(done(PATH, "kuasa")),
        Err(error) => page(&web, &visit, &typed, &errors_of(&error, lang)),
    }
}

fn question(lang: Lang) -> Confirm {
    let t = GrantTexts::of(lang);
    Confirm::new(lang, t.give_ask).title(t.give_ask_title).buttons(t.give_yes, t.cancel)
}

/// The question as a page, which sends everything again.
fn sure(web: &Web, visit: &Visit, typed: &Typed) -> Result<Response, Problem> {
    let dates = [("mulai", &typed.from), ("sampai", &typed.until)];
    let mut fields = vec![("npwp_ppjk".to_owned(), typed.broker.as_str()), ("nomor".to_owned(), typed.number.as_str())];
    fields.extend(typed.kinds.iter().map(|kind| ("jenis".to_owned(), kind.as_str())));
    for (name, date) in dates {
        fields.extend(PARTS.iter().zip(date).map(|(part, value)| (format!("{name}-{part}"), value.as_str())));
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    ask(&visit.place(web).back(HERE), question(visit.lang()), HERE.into(), &fields, HERE.into())
}

fn page(web: &Web, visit: &Visit, typed: &Typed, errors: &FormErrors) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), GrantTexts::of(visit.lang()));
    let date = |name: &'static str, label: &'static str, [day, month, year]: &[String; 3]| {
        let field = DateField::new(lang, name, label).typed(day.clone(), month.clone(), year.clone());
        field.hint(t.date_hint).errors(errors)
    };
    let kinds: Vec<&str> = typed.kinds.iter().map(String::as_str).collect();
    let broker = Field::digits("npwp_ppjk", t.broker).hint(t.broker_hint).width(20).max_length(30).autocomplete("off");
    let number = Field::code("nomor", t.number).hint(t.number_hint).width(30).max_length(60);
    let mut kinds_field = Checkboxes::new("jenis", t.kinds).hint(t.kinds_hint);
    for code in kuasa::KINDS {
        kinds_field = kinds_field.choice(Choice::new(code, kind(code, t)));
    }
    let kinds_field = kinds_field.values(&kinds);
    let form = Form::post(HERE, visit.csrf())
        .guarded()
        .confirm(question(lang))
        .with(broker.value(typed.broker.clone()).errors(errors))
        .with(number.value(typed.number.clone()).errors(errors))
        .with(kinds_field.errors(errors))
        .with(date("mulai", t.from, &typed.from))
        .with(date("sampai", t.until, &typed.until))
        .with(Buttons::new().with(Button::primary(t.send)).with(Button::secondary(t.cancel).href(PATH)));
    let place = visit.place(web).back(PATH);
    Sheet::new(t.give_title).lead(t.give_lead).with(Card::new(form)).answer(place, errors)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_machines_write_them_and_nonsense_stays_nonsense() {
        let date = |day: &str, month: &str, year: &str| iso(&[day.into(), month.into(), year.into()]);
        assert_eq!(date("5", "3", "2026"), "2026-03-05");
        assert_eq!(date("", "", ""), "");
        assert_eq!(date("31", "", "2026"), "2026-00-31");
        assert_eq!(date("x", "13", "26"), "0026-13-0x");
    }
}
