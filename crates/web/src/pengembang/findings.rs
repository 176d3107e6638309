//! `GET /pengembang/temuan`: what a finding's code means.

use askama::Template;
use axum::extract::State;
use axum::response::Html;
use declaration::rules;
use kernel::Severity;

use super::messages::DeveloperTexts;
use crate::problem::Problem;
use crate::reader::Reader;
use crate::shell::{self, Place};
use crate::state::Web;

struct Rule {
    code: &'static str,
    severity: &'static str,
    title: String,
    law: &'static str,
}

#[derive(Template)]
#[template(path = "pengembang/findings.html")]
struct View {
    t: &'static DeveloperTexts,
    rules: Vec<Rule>,
    generated: Vec<(String, &'static str, String)>,
}

/// `GET /pengembang/temuan`.
pub async fn show(State(web): State<Web>, reader: Reader) -> Result<Html<String>, Problem> {
    let (lang, t) = (reader.lang, DeveloperTexts::of(reader.lang));
    let weight = |severity| match severity {
        Severity::Reject => t.weight_reject,
        Severity::Warn => t.weight_warn,
        Severity::Note => t.weight_note,
    };
    let written = rules::all().map(|rule| Rule {
        code: rule.code,
        severity: weight(rule.severity),
        title: lang.say(&rule.title),
        law: rule.law,
    });
    let generated = rules::generated().into_iter();
    let generated = generated.map(|(code, severity, title)| (code, weight(severity), lang.say(&title))).collect();
    let view = View { t, rules: written.collect(), generated };
    shell::render(&Place::of(&web, &reader), t.findings_title, &view)
}
