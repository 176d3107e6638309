//! Code lists as the fields name them, and `GET /pengembang/kode`: one of them whole.

use std::sync::Arc;

use app::reference::{Day, office_day};
use app::{App, Error};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Html;
use reference::Row;

use super::messages::DeveloperTexts;
use crate::lang::Lang;
use crate::problem::Problem;
use crate::reader::Reader;
use crate::shell::{self, Place};
use crate::state::Web;
use crate::work;

/// A list that is longer stands on a page of its own.
pub const SHORT: usize = 40;
/// Most codes on a page; the longest list, that of ports, can be searched over the API.
const MOST: usize = 600;

/// One code.
pub struct Code {
    /// As it is sent.
    pub code: String,
    /// What it stands for.
    pub name: String,
}

/// A list that has a table of its own: its word in the description, tables, the column of its codes, the columns of its
/// names by language, and the call that searches it.
struct Source {
    word: &'static str,
    tables: &'static [&'static str],
    code: &'static str,
    names: (&'static str, &'static str),
    call: &'static str,
}

const fn source(
    word: &'static str,
    tables: &'static [&'static str],
    code: &'static str,
    names: (&'static str, &'static str),
    call: &'static str,
) -> Source {
    Source { word, tables, code, names, call }
}

const SOURCES: [Source; 8] = [
    source("country", &["negara"], "kode2", ("nama_id", "nama_en"), ""),
    source("currency", &["valuta"], "kode", ("nama_id", "nama_en"), "GET /openapi/kurs/{valuta}"),
    source("unit", &["satuan"], "kode", ("nama_id", "nama_en"), ""),
    source("package", &["kemasan"], "kode", ("uraian_id", "uraian_en"), ""),
    source("office", &["kantor_pabean"], "kode_kantor", ("nama", "nama"), "GET /openapi/referensi/kantor?kata="),
    source("port", &["pelabuhan", "pelabuhan_dunia"], "locode", ("nama", "nama"), "GET /openapi/pelabuhan/kata/{kata}"),
    source("documentkind", &["kode_dokumen"], "kode_dokumen", ("uraian", "uraian_en"), ""),
    source("tps", &["tps"], "kode_tps", ("nama", "nama"), "GET /openapi/gudangTPS/kodeKantor/{kodeKantor}"),
];

fn of(word: &str) -> Option<&'static Source> {
    SOURCES.iter().find(|source| source.word == word)
}

/// The call of the API that searches a list; empty when there is none.
pub fn call(word: &str) -> &'static str {
    of(word).map_or("", |source| source.call)
}

/// The reference data of today; none before the first import.
pub fn today(app: &App) -> Result<Option<Arc<Day>>, Error> {
    let now = app.now();
    if app.current().latest(app.db(), now)? == 0 {
        return Ok(None);
    }
    app.current().day(app.db(), now, office_day(now, "WIB")).map(Some)
}

/// The codes of a list; none of a list that the installation never loaded.
pub fn list(day: Option<&Day>, word: &str, lang: Lang) -> Vec<Code> {
    let Some(day) = day else { return Vec::new() };
    let pick = |id: &str, en: &str| {
        let (first, second) = match lang {
            Lang::Id => (id, en),
            Lang::En => (en, id),
        };
        if first.is_empty() { second.to_owned() } else { first.to_owned() }
    };
    let Some(source) = of(word) else {
        let rows = day.snapshot.daftar(word, day.today);
        return rows
            .map(|row| Code { code: row.kode().to_owned(), name: pick(row.nama_id(), row.nama_en()) })
            .collect();
    };
    let code = |row: Row<'_>| {
        let name = pick(row.get(source.names.0), row.get(source.names.1));
        // A storage place's code says something together with its office only.
        let office = if source.word == "tps" { row.get("kode_kantor") } else { "" };
        let name = if office.is_empty() { name } else { format!("{office} · {name}") };
        Code { code: row.get(source.code).to_owned(), name }
    };
    let tables = source.tables.iter().filter_map(|name| name.parse().ok());
    tables.flat_map(|kind| day.snapshot.table(kind).rows().map(code).collect::<Vec<_>>()).collect()
}

#[derive(Template)]
#[template(path = "pengembang/codes.html")]
struct View {
    t: &'static DeveloperTexts,
    word: String,
    call: &'static str,
    codes: Vec<Code>,
}

/// `GET /pengembang/kode?daftar=unit`.
pub async fn show(State(web): State<Web>, reader: Reader, RawQuery(query): RawQuery) -> Result<Html<String>, Problem> {
    let (lang, t) = (reader.lang, DeveloperTexts::of(reader.lang));
    let query = query.unwrap_or_default();
    let word = query.split('&').find_map(|pair| pair.strip_prefix("daftar=")).unwrap_or("cara_bayar").to_owned();
    // Only what a field names: the table of small lists holds others that are no business of integrators.
    if !super::description::lists().any(|named| named == word) {
        return Err(Problem::NotFound);
    }
    let (app, asked) = (web.app().clone(), word.clone());
    let mut codes = work::run(move || Ok(list(today(&app)?.as_deref(), &asked, lang))).await?;
    codes.truncate(MOST);
    let title = format!("{}: {word}", t.codes_title);
    let view = View { t, call: call(&word), word, codes };
    shell::render(&Place::of(&web, &reader), &title, &view)
}
