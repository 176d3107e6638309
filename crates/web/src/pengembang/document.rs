//! `GET /pengembang/dokumen`: every field of the BC 2.0, one section at a time.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Html;
use serde_json::Value;

use super::codes::{self, Code, SHORT};
use super::description::{about, description, referred, text};
use super::messages::DeveloperTexts;
use crate::lang::Lang;
use crate::problem::Problem;
use crate::reader::Reader;
use crate::shell::{self, Place};
use crate::state::Web;
use crate::work;

/// How the schemas of the document begin.
const PREFIX: &str = "Bc20";

struct Section {
    name: &'static str,
    title: String,
    current: bool,
}

struct Field {
    name: &'static str,
    about: &'static str,
    kind: &'static str,
    required: bool,
    values: String,
    /// Name of its code list; empty without one.
    list: &'static str,
    /// The codes of a short list.
    codes: Vec<Code>,
    /// The call that searches the list.
    call: &'static str,
}

#[derive(Template)]
#[template(path = "pengembang/document.html")]
struct View {
    t: &'static DeveloperTexts,
    sections: Vec<Section>,
    title: String,
    fields: Vec<Field>,
}

/// `GET /pengembang/dokumen`, `?bagian=Bc20Barang`.
pub async fn show(State(web): State<Web>, reader: Reader, RawQuery(query): RawQuery) -> Result<Html<String>, Problem> {
    let (lang, t) = (reader.lang, DeveloperTexts::of(reader.lang));
    let query = query.unwrap_or_default();
    let asked = query.split('&').find_map(|pair| pair.strip_prefix("bagian=")).unwrap_or(PREFIX);
    let all = description()["components"]["schemas"].as_object();
    let all: Vec<_> = all.into_iter().flatten().filter(|(name, _)| name.starts_with(PREFIX)).collect();
    let (chosen, schema) = all.iter().find(|(name, _)| *name == asked).ok_or(Problem::NotFound)?;
    let mut fields = fields(schema, lang, t);
    let app = web.app().clone();
    let fields = work::run(move || {
        let day = codes::today(&app)?;
        for field in fields.iter_mut().filter(|field| !field.list.is_empty()) {
            let codes = codes::list(day.as_deref(), field.list, lang);
            if codes.len() <= SHORT {
                field.codes = codes;
            }
        }
        Ok(fields)
    });
    let fields = fields.await?;
    let section = |name: &'static str| Section { name, title: title(name, t), current: name == *chosen };
    let view =
        View { t, sections: all.iter().map(|(name, _)| section(name)).collect(), title: title(chosen, t), fields };
    shell::render(&Place::of(&web, &reader), t.document_title, &view)
}

/// The section as the JSON calls it.
fn title(name: &str, t: &DeveloperTexts) -> String {
    let rest = name.strip_prefix(PREFIX).unwrap_or_default();
    let mut letters = rest.chars();
    letters
        .next()
        .map_or_else(|| t.header.to_owned(), |first| format!("{}{}[]", first.to_lowercase(), letters.as_str()))
}

fn fields(schema: &'static Value, lang: Lang, t: &'static DeveloperTexts) -> Vec<Field> {
    let required: Vec<&str> = schema["x-wajib"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let properties = schema["properties"].as_object().into_iter().flatten();
    let field = |(name, property): (&'static String, &'static Value)| Field {
        name,
        about: about(property, lang),
        kind: kind(property, t),
        required: required.contains(&name.as_str()),
        values: values(property),
        list: text(property, "x-daftar"),
        codes: Vec::new(),
        call: codes::call(text(property, "x-daftar")),
    };
    properties.map(field).collect()
}

fn kind(property: &Value, t: &'static DeveloperTexts) -> &'static str {
    let types = property["type"].as_array();
    let has = |wanted: &str| types.is_some_and(|types| types.iter().any(|one| one == wanted));
    if has("array") {
        t.kind_list
    } else if has("number") {
        t.kind_number
    } else if property.get("x-bentuk").is_some() {
        t.kind_date
    } else {
        t.kind_text
    }
}

fn values(property: &Value) -> String {
    let fixed = property["x-nilai"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let fixed: Vec<&str> = fixed.collect();
    if fixed.is_empty() { title_of_items(property) } else { fixed.join(", ") }
}

/// What the rows of a list are.
fn title_of_items(property: &Value) -> String {
    referred(&property["items"]).to_owned()
}
