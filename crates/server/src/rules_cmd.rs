//! `pabean rules`: the public rule list.

use std::process::ExitCode;

use declaration::rules::{all, generated};
use serde_json::json;

/// Prints every rule: code, weight, what it demands, legal basis.
pub fn run(as_json: bool) -> ExitCode {
    let written = all().map(|r| (r.code.to_owned(), r.severity, r.title.clone(), r.law.to_owned()));
    let families = generated().into_iter().map(|(code, severity, title)| (code, severity, title, String::new()));
    let mut said = String::new();
    let mut list = Vec::new();
    for (code, severity, title, law) in written.chain(families) {
        if as_json {
            list.push(
                json!({ "code": code, "severity": severity, "title": title.id, "titleEn": title.en, "law": law }),
            );
        } else {
            said.push_str(&format!("{code:<44} {:<7} {}  {law}\n", format!("{severity:?}"), title.id));
        }
    }
    if as_json {
        said = format!("{}\n", serde_json::Value::Array(list));
    }
    crate::say(&said);
    ExitCode::SUCCESS
}
