//! `GET /pengembang`: every call, by group, with both path generations.

use askama::Template;
use axum::extract::State;
use axum::response::Html;
use serde_json::Value;

use super::description::{about, description, pretty, referred, text};
use super::messages::DeveloperTexts;
use crate::lang::Lang;
use crate::problem::Problem;
use crate::reader::Reader;
use crate::shell::{self, Place};
use crate::state::Web;

/// Methods of a path, in the order in which they are shown.
const METHODS: [&str; 4] = ["get", "post", "put", "delete"];

struct Group {
    name: &'static str,
    title: &'static str,
    calls: Vec<Call>,
}

struct Call {
    id: &'static str,
    method: String,
    paths: Vec<&'static str>,
    summary: &'static str,
    params: Vec<Parameter>,
    body: Option<&'static str>,
    body_example: Option<String>,
    document: bool,
    answer: &'static str,
    answer_example: Option<String>,
    refusals: String,
    open: bool,
}

struct Parameter {
    name: &'static str,
    place: &'static str,
    required: bool,
    about: &'static str,
    example: &'static str,
}

#[derive(Template)]
#[template(path = "pengembang/index.html")]
struct View {
    t: &'static DeveloperTexts,
    base: String,
    demo: bool,
    groups: Vec<Group>,
}

/// `GET /pengembang`.
pub async fn show(State(web): State<Web>, reader: Reader) -> Result<Html<String>, Problem> {
    let (lang, place) = (reader.lang, Place::of(&web, &reader));
    let t = DeveloperTexts::of(lang);
    let view = View { t, base: web.app().settings().base_url.clone(), demo: place.demo, groups: groups(lang) };
    shell::render(&place, t.title, &view)
}

fn groups(lang: Lang) -> Vec<Group> {
    let tags = description()["tags"].as_array().into_iter().flatten();
    let groups = tags.map(|tag| {
        let name = text(tag, "name");
        Group { name, title: about(tag, lang), calls: calls(name, lang) }
    });
    groups.collect()
}

/// The calls of a group; the same call under another prefix is one more path of it.
fn calls(group: &str, lang: Lang) -> Vec<Call> {
    let mut calls: Vec<Call> = Vec::new();
    for (path, methods) in description()["paths"].as_object().into_iter().flatten() {
        for method in METHODS {
            let operation = &methods[method];
            if operation["tags"][0] != group || operation["deprecated"] == true {
                continue;
            }
            let id = text(operation, "operationId");
            let first = id.split('_').next().unwrap_or_default();
            match calls.iter_mut().find(|call| call.id == first) {
                Some(call) => call.paths.push(path),
                None => calls.push(call(first, method, path, (operation, lang))),
            }
        }
    }
    calls
}

fn call(id: &'static str, method: &str, path: &'static str, (operation, lang): (&'static Value, Lang)) -> Call {
    let body = operation["requestBody"]["content"].as_object().and_then(|content| content.iter().next());
    let answer = operation["responses"]["200"]["content"].as_object().and_then(|content| content.iter().next());
    let refusals = operation["responses"].as_object().into_iter().flatten().map(|(status, _)| status.as_str());
    let document = body.is_some_and(|(_, content)| referred(&content["schema"]) == "Bc20");
    let example = |content: &Value| content.get("example").map(pretty);
    Call {
        id,
        method: method.to_uppercase(),
        paths: vec![path],
        summary: match lang {
            Lang::Id => text(operation, "x-ringkasan"),
            Lang::En => text(operation, "summary"),
        },
        params: operation["parameters"].as_array().into_iter().flatten().map(|one| parameter(one, lang)).collect(),
        body: body.map(|(media, _)| media.as_str()),
        body_example: body.and_then(|(_, content)| example(content)),
        document,
        answer: answer.map(|(media, _)| media.as_str()).unwrap_or_default(),
        answer_example: answer.and_then(|(_, content)| example(content)),
        refusals: refusals.filter(|status| *status != "200").collect::<Vec<_>>().join(", "),
        open: operation["security"].as_array().is_some_and(Vec::is_empty),
    }
}

fn parameter(param: &'static Value, lang: Lang) -> Parameter {
    Parameter {
        name: text(param, "name"),
        place: text(param, "in"),
        required: param["required"] == true,
        about: about(param, lang),
        example: text(param, "example"),
    }
}
