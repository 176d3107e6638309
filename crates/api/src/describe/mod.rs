//! The API described as OpenAPI 3.1: `docs/openapi.json` is its committed copy, `/openapi.json` serves it, and the
//! portal's page for integrators is made from it.
//!
//! The operations are a table of their own beside the router, and the document's schema is made from the document model
//! itself. Tests hold the description against the router's table and every described shape against real answers.

mod document;
mod operations;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

pub use operations::{Body, Home, Operation, Param, Where, all};

use crate::{AUTH_PREFIXES, SERVICE_PREFIXES};

/// Shapes of answers and of small bodies, and examples.
const SCHEMAS: &str = include_str!("schemas.json");
const EXAMPLES: &str = include_str!("examples.json");
/// A whole document, right on 2026-03-06.
const DOCUMENT: &str = include_str!("../../../../examples/pib-hijau.json");

/// The first of the prefixes of each kind are the two path generations; older aliases come after them.
const GENERATIONS: usize = 2;

/// The whole description.
pub fn openapi() -> Value {
    let mut schemas: Map<String, Value> = serde_json::from_str(SCHEMAS).unwrap_or_default();
    schemas.extend(document::schemas());
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Pabean host-to-host API",
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
            "description": DESCRIPTION,
        },
        "servers": [{ "url": "/", "description": "This installation" }],
        "security": [{ "bearer": [] }],
        "tags": operations::TAGS.iter().map(|(name, id, en)| {
            json!({ "name": name, "description": en, "x-keterangan": id })
        }).collect::<Vec<_>>(),
        "paths": paths(),
        "components": {
            "schemas": schemas,
            "responses": responses(),
            "examples": {
                "Bc20": {
                    "summary": "A declaration released at once; right on 2026-03-06",
                    "value": serde_json::from_str::<Value>(DOCUMENT).unwrap_or_default(),
                },
            },
            "securitySchemes": {
                "bearer": { "type": "http", "scheme": "bearer", "description": "access_token of the log-in" },
            },
        },
    })
}

/// The same as text, as it is committed.
pub fn pretty() -> String {
    serde_json::to_string_pretty(&openapi()).unwrap_or_default()
}

/// `GET /openapi.json`.
pub async fn serve() -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-cache")];
    (headers, pretty()).into_response()
}

const DESCRIPTION: &str = "\
What clients of CEISA 4.0 speak, under both path generations with the same answers. Log in, send the token as \
`Authorization: Bearer`, send documents, ask for their status, fetch letters as PDF.\n\n\
Refusals of the gateway are `{\"Exception\": text}`, those of a service `{status, message, nomorAju}` with our own \
list `temuan`: one finding for each mistake, with code, pointer, both languages and the law. Members that are not \
described may be sent and are ignored; members may be added to answers at any time.";

/// Path, method, operation: everything that is described.
pub fn described() -> Vec<(&'static str, String, &'static Operation)> {
    let mut rows = Vec::new();
    for operation in all() {
        for prefix in operation.home.prefixes() {
            rows.push((operation.method, format!("{prefix}{}", operation.path), operation));
        }
    }
    rows
}

impl Home {
    /// Where an operation is served.
    pub fn prefixes(self) -> &'static [&'static str] {
        match self {
            Self::Auth => &AUTH_PREFIXES,
            Self::Services => &SERVICE_PREFIXES,
            Self::Root => &[""],
        }
    }
}

fn paths() -> Map<String, Value> {
    let examples: Map<String, Value> = serde_json::from_str(EXAMPLES).unwrap_or_default();
    let mut paths = Map::new();
    for operation in all() {
        for (n, prefix) in operation.home.prefixes().iter().enumerate() {
            let entry = paths.entry(format!("{prefix}{}", operation.path)).or_insert_with(|| json!({}));
            entry[operation.method] = described_operation(operation, n, &examples);
        }
    }
    paths
}

fn described_operation(operation: &Operation, n: usize, examples: &Map<String, Value>) -> Value {
    let mut out = json!({
        "tags": [operation.tag],
        "operationId": if n == 0 { operation.id.to_owned() } else { format!("{}_{}", operation.id, n + 1) },
        "summary": operation.en,
        "x-ringkasan": operation.ringkasan,
    });
    if n >= GENERATIONS {
        out["deprecated"] = json!(true);
    }
    if operation.open {
        out["security"] = json!([]);
    }
    let parameters: Vec<Value> = operation.params.iter().map(parameter).collect();
    if !parameters.is_empty() {
        out["parameters"] = json!(parameters);
    }
    if let Some((media, schema)) = operation.body.media() {
        let mut content = json!({ "schema": reference(schema) });
        if let Some(example) = examples.get(schema) {
            content["example"] = example.clone();
        }
        if schema == "Bc20" {
            content["examples"] = json!({ "hijau": { "$ref": "#/components/examples/Bc20" } });
        }
        out["requestBody"] = json!({ "required": operation.body.required(), "content": { media: content } });
    }
    out["responses"] = answers(operation, examples);
    out
}

fn parameter(param: &Param) -> Value {
    let place = match param.place {
        Where::Path => "path",
        Where::Query => "query",
        Where::Header => "header",
    };
    json!({
        "name": param.name, "in": place, "required": param.required, "description": param.en,
        "x-keterangan": param.keterangan, "schema": { "type": "string" }, "example": param.example,
    })
}

fn answers(operation: &Operation, examples: &Map<String, Value>) -> Value {
    let mut out = Map::new();
    let content = match operation.answer {
        "PDF" => json!({ "application/pdf": { "schema": { "type": "string", "format": "binary" } } }),
        name => {
            let mut content = json!({ "schema": reference(name) });
            if let Some(example) = examples.get(name) {
                content["example"] = example.clone();
            }
            json!({ "application/json": content })
        }
    };
    let mut good = json!({ "description": operation.answered, "content": content });
    if operation.id == "sendDocument" {
        good["links"] = links();
    }
    out.insert("200".into(), good);
    for status in operation.refusals {
        out.insert(status.to_string(), json!({ "$ref": format!("#/components/responses/E{status}") }));
    }
    Value::Object(out)
}

/// What can be asked about a document that was stored.
fn links() -> Value {
    let aju = "$request.body#/nomorAju";
    json!({
        "status": { "operationId": "statusOfAjus", "parameters": { "aju": aju } },
        "levies": { "operationId": "levies", "parameters": { "kind": "20", "aju": aju } },
        "form": { "operationId": "form", "parameters": { "nomorAju": aju } },
    })
}

fn reference(schema: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{schema}") })
}

/// Every refusal has one shape, or one of two, wherever it happens.
fn responses() -> Value {
    let json = |schema: &str, about: &str| json!({ "description": about, "content": { "application/json": { "schema": reference(schema) } } });
    let retry = |mut response: Value| {
        response["headers"] =
            json!({ "Retry-After": { "description": "Seconds to wait", "schema": { "type": "integer" } } });
        response
    };
    let mut missing = json("Refusal", "There is no such thing, or it is another company's");
    missing["content"]["text/plain"] = json!({ "schema": { "type": "string" } });
    json!({
        "E400": json("Refusal", "Refused; everything that is wrong is named at once"),
        "E401": json("Refused401", "No token, or it is over; a log-in that does not fit"),
        "E403": json("Refusal", "The user may not do this"),
        "E404": missing,
        "E405": json("Exception", "Another method is expected"),
        "E409": json("Refusal", "Not in this state"),
        "E413": json("Refusal", "Too large"),
        "E415": json("Refusal", "Another kind of body is expected"),
        "E422": json("Refusal", "The idempotency key belongs to another request"),
        "E429": retry(json("Refusal", "Too many requests")),
        "E500": json("Fault", "A parameter is missing (in the live service's words), or a fault of ours"),
        "E503": retry(json("Refusal", "Busy; nothing was stored, send the same again")),
    })
}
