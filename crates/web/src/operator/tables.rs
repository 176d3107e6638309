//! Reference data in force: tables, and today's exchange rates.

use askama::Template;
use axum::extract::State;
use axum::response::Html;

use super::messages_tables::TableTexts;
use super::reference::{InForce, Rate, in_force};
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{Badge, Fact, Facts, Tone};
use crate::visit::{Visit, run};

struct TableView {
    title: String,
    file: String,
    rows: String,
}

struct RateView {
    valuta: String,
    value: String,
    days: String,
    decree: String,
    sample: Option<Badge>,
}

#[derive(Template)]
#[template(path = "operator/tables.html")]
struct View {
    t: &'static TableTexts,
    facts: Facts,
    tables: Vec<TableView>,
    rates: Vec<RateView>,
    simulator: Option<String>,
}

/// `GET /operator/parameter`.
pub async fn show(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Problem> {
    let (lang, t, actor) = (visit.lang(), TableTexts::of(visit.lang()), visit.actor()?);
    let data = run(&web, move |app| in_force(app, &actor)).await?;
    let simulator = web.extras().simulator_url.clone();
    let mut view = View { t, facts: Facts { facts: Vec::new() }, tables: Vec::new(), rates: Vec::new(), simulator };
    if let Some(data) = data {
        view.facts = facts(&data, lang);
        view.rates = data.rates.iter().map(|one| rate(one, lang)).collect();
        let table = |table: super::reference::Table| TableView {
            title: lang.say(&table.title),
            file: format!("{}.csv", table.name),
            rows: format::number(i64::try_from(table.rows).unwrap_or(i64::MAX), lang),
        };
        view.tables = data.tables.into_iter().map(table).collect();
    }
    shell::render(&visit.place(&web), t.title, &view)
}

fn facts(data: &InForce, lang: Lang) -> Facts {
    let t = TableTexts::of(lang);
    let mut facts = vec![Fact::text(t.version, data.version.to_string())];
    facts.extend(data.since.map(|since| Fact::text(t.since, format::minute(since, lang))));
    let last = data.rates.iter().map(|rate| rate.days.1).min();
    facts.push(Fact::text(t.rates_until, last.map_or(t.rates_none.to_owned(), |day| format::date(day, lang))));
    Facts { facts }
}

fn rate(rate: &Rate, lang: Lang) -> RateView {
    let t = TableTexts::of(lang);
    let (from, until) = (format::day(rate.days.0, lang), format::day(rate.days.1, lang));
    RateView {
        valuta: rate.valuta.clone(),
        value: decimal(&rate.nilai, lang),
        days: fill(t.period, &[("mulai", &from), ("sampai", &until)]),
        decree: rate.kmk.clone(),
        sample: rate.sample.then(|| Badge::new(Tone::Warn, t.sample)),
    }
}

/// `15890.5` as people write it, with at least two decimals.
fn decimal(text: &str, lang: Lang) -> String {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let Ok(whole) = whole.parse() else { return text.to_owned() };
    let point = match lang {
        Lang::Id => ',',
        Lang::En => '.',
    };
    format!("{}{point}{part:0<2}", format::number(whole, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_the_language_does() {
        assert_eq!(decimal("15890.5", Lang::Id), "15.890,50");
        assert_eq!(decimal("106.1234", Lang::En), "106.1234");
        assert_eq!(decimal("7", Lang::Id), "7,00");
        assert_eq!(decimal("?", Lang::Id), "?");
    }
}
