//! Codes are searched: a page that leads back to the field with the choice, and the same hits as JSON for the script.

use app::reference;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::codes::{Book, MOST_HITS, Tabel};
use super::messages::RekamTexts;
use crate::messages::fill;
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{Field, Link, components};
use crate::visit::{Visit, local, run};

/// Hits offered while somebody types.
const OFFERED: usize = 10;
/// Longest name that is offered, characters; ten of them stay below three kilobytes.
const LONGEST: usize = 120;
/// Longest query, characters.
const LONGEST_QUERY: usize = 100;

struct Hit {
    code: String,
    name: String,
    href: String,
    about: String,
}

#[derive(Template)]
#[template(path = "perekaman/cari.html")]
struct Results {
    t: &'static RekamTexts,
    title: String,
    action: String,
    hidden: Vec<(&'static str, String)>,
    field: Field,
    hits: Vec<Hit>,
    none: bool,
    back: Option<Link>,
}

components!(Results);

/// One offer.
#[derive(Serialize)]
struct Offer {
    k: String,
    n: String,
}

/// `GET /cari/{tabel}?q=…&untuk=FIELD&kembali=PATH&di=OFFICE`; `bentuk=json` for the script.
pub async fn show(State(web): State<Web>, visit: Visit, Path(word): Path<String>) -> Result<Response, Problem> {
    let table = Tabel::parse(&word).ok_or(Problem::NotFound)?;
    let query: String = visit.query("q").chars().take(LONGEST_QUERY).collect();
    let within = visit.query("di");
    let json = visit.query("bentuk") == "json";
    let (lang, limit) = (visit.lang(), if json { OFFERED } else { MOST_HITS });
    let typed = query.trim().to_owned();
    let actor = visit.actor()?;
    let hits = run(&web, move |app| {
        let day = reference::today(app, &actor)?;
        let book = Book { snapshot: &day.snapshot, today: day.today, lang };
        Ok(book.search(table, &within, &typed, limit))
    })
    .await?;
    if json {
        let offers: Vec<Offer> = hits.into_iter().map(|(k, n)| Offer { k, n: shortened(&n) }).collect();
        let body = serde_json::to_string(&offers).map_err(|e| Problem::fault(&e))?;
        return Ok(([(header::CONTENT_TYPE, "application/json")], body).into_response());
    }
    page(&web, &visit, table, query, hits)
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    // The end tells tariff lines apart; their beginning is the heading.
    let tail: String = name.chars().rev().take(LONGEST - 1).collect();
    format!("…{}", tail.chars().rev().collect::<String>())
}

fn page(
    web: &Web,
    visit: &Visit,
    table: Tabel,
    query: String,
    hits: Vec<(String, String)>,
) -> Result<Response, Problem> {
    let t = RekamTexts::of(visit.lang());
    let (pointer, back) = (visit.query("untuk"), visit.query("kembali"));
    let return_to = (!back.is_empty()).then(|| local(&back));
    let choose = |code: &str| {
        let Some(path) = &return_to else { return String::new() };
        let mut chosen = form_urlencoded::Serializer::new(String::new());
        chosen.append_pair("isi", &pointer).append_pair("nilai", code);
        let join = if path.contains('?') { '&' } else { '?' };
        format!("{path}{join}{}#{pointer}", chosen.finish())
    };
    let hit = |(code, name): (String, String)| Hit {
        href: choose(&code),
        about: fill(t.lookup_choose, &[("kode", &code)]),
        code,
        name,
    };
    let title = fill(t.lookup_title, &[("apa", table.label(t))]);
    let mut hidden = Vec::new();
    for name in ["untuk", "kembali", "di"] {
        let value = visit.query(name);
        if !value.is_empty() {
            hidden.push((name, value));
        }
    }
    let view = Results {
        t,
        title: title.clone(),
        action: format!("/cari/{}", table.word()),
        hidden,
        field: Field::search("q", t.lookup_query).value(query.clone()).autocomplete("off"),
        none: hits.is_empty() && !query.trim().is_empty(),
        hits: hits.into_iter().map(hit).collect(),
        back: return_to.as_ref().map(|path| Link::new(format!("{path}#{pointer}"), t.lookup_back)),
    };
    Ok(shell::render(&visit.place(web), &title, &view)?.into_response())
}
