//! The committed description, read once; what `/openapi.json` serves is the same (a test of the API says so).

use std::sync::LazyLock;

use serde_json::Value;

use crate::lang::Lang;

static DESCRIPTION: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../../../docs/openapi.json")).unwrap_or_default());

/// All of it.
pub fn description() -> &'static Value {
    &DESCRIPTION
}

/// A member's text; empty when it is not there.
pub fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

/// What something is, in the reader's language: `description` is English, `x-keterangan` Indonesian.
pub fn about(value: &Value, lang: Lang) -> &str {
    let told = match lang {
        Lang::Id => text(value, "x-keterangan"),
        Lang::En => text(value, "description"),
    };
    if told.is_empty() { text(value, "description") } else { told }
}

/// Name of a referenced schema or response.
pub fn referred(value: &Value) -> &str {
    text(value, "$ref").rsplit('/').next().unwrap_or_default()
}

/// The code lists that fields of the document name.
pub fn lists() -> impl Iterator<Item = &'static str> {
    let schemas = description()["components"]["schemas"].as_object().into_iter().flatten();
    let properties = schemas.filter_map(|(_, schema)| schema["properties"].as_object()).flatten();
    properties.map(|(_, property)| text(property, "x-daftar")).filter(|list| !list.is_empty())
}

/// JSON as people read it.
pub fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
