//! Holds a JSON value against the words of JSON Schema that the description uses. Forms of texts are left to the
//! conformance kit and to schemathesis, which reads the same description with a whole validator.

use serde_json::Value;

/// Words that say nothing about a value's structure.
const SILENT: [&str; 8] = [
    "description",
    "pattern",
    "format",
    "minLength",
    "maxLength",
    "additionalProperties",
    "example",
    "contentMediaType",
];

/// Everything that does not fit, each with its place; `root` is where references begin.
pub fn errors(root: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let mut out = Vec::new();
    judge(root, schema, value, "", &mut out);
    out
}

fn judge(root: &Value, schema: &Value, value: &Value, at: &str, out: &mut Vec<String>) {
    for (word, wanted) in schema.as_object().unwrap() {
        match word.as_str() {
            "$ref" => {
                let target = root.pointer(wanted.as_str().unwrap().trim_start_matches('#')).unwrap();
                judge(root, target, value, at, out);
            }
            "type" => {
                let types = wanted.as_array().cloned().unwrap_or_else(|| vec![wanted.clone()]);
                if !types.iter().any(|one| is(value, one.as_str().unwrap())) {
                    out.push(format!("{at}: {value} is no {wanted}"));
                }
            }
            "const" if value != wanted => out.push(format!("{at}: {value} is not {wanted}")),
            "enum" if !wanted.as_array().unwrap().contains(value) => {
                out.push(format!("{at}: {value} is not in {wanted}"))
            }
            "required" => {
                let Some(members) = value.as_object() else { continue };
                let names = wanted.as_array().unwrap().iter().map(|name| name.as_str().unwrap());
                out.extend(
                    names.filter(|name| !members.contains_key(*name)).map(|name| format!("{at}: {name} is missing")),
                );
            }
            "properties" => {
                for (name, property) in wanted.as_object().unwrap() {
                    if let Some(member) = value.get(name) {
                        judge(root, property, member, &format!("{at}/{name}"), out);
                    }
                }
            }
            "items" => {
                for (index, row) in value.as_array().into_iter().flatten().enumerate() {
                    judge(root, wanted, row, &format!("{at}/{index}"), out);
                }
            }
            "anyOf" => {
                let fits = |one: &Value| errors(root, one, value).is_empty();
                if !wanted.as_array().unwrap().iter().any(fits) {
                    out.push(format!("{at}: {value} fits none of {wanted}"));
                }
            }
            "const" | "enum" => {}
            word => assert!(SILENT.contains(&word) || word.starts_with("x-"), "what does «{word}» mean?"),
        }
    }
}

fn is(value: &Value, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("what is a {other}?"),
    }
}

#[test]
fn what_does_not_fit_is_named() {
    let schema = serde_json::json!({
        "type": "object", "required": ["a", "b"],
        "properties": { "a": { "type": ["string", "null"] }, "c": { "type": "array", "items": { "const": 1 } } },
    });
    let value = serde_json::json!({ "a": 1, "c": [1, 2] });
    assert_eq!(errors(&schema, &schema, &value).len(), 3);
    assert_eq!(errors(&schema, &schema, &serde_json::json!({ "a": null, "b": 0, "c": [] })), Vec::<String>::new());
}
