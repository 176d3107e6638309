//! The dry run: every finding, by section and by rule, each with the way to its field.

use app::draft::Draft;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use declaration::layout::Bagian;
use kernel::{Finding, Severity};

use super::bagian::open;
use super::frame::{Page, path};
use super::messages::RekamTexts;
use super::tuju::{FROM_CHECK, href};
use crate::lang::Lang;
use crate::messages::fill;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Link, components};
use crate::visit::Visit;

/// Findings of one rule that are shown one by one; the others stand behind a summary.
const SHOWN: usize = 10;
/// Most findings of one rule that are listed at all.
const MOST: usize = 200;

/// Findings of one rule in one section.
struct RuleView {
    title: String,
    law: String,
    shown: Vec<Link>,
    more: Vec<Link>,
    more_text: String,
}

/// Findings of one section.
struct SectionView {
    title: String,
    count: String,
    rules: Vec<RuleView>,
}

/// Findings of one weight.
struct Weight {
    id: &'static str,
    class: &'static str,
    title: &'static str,
    sections: Vec<SectionView>,
}

#[derive(Template)]
#[template(path = "perekaman/periksa.html")]
struct Check {
    summary: Vec<String>,
    weights: Vec<Weight>,
    next: Option<Button>,
}

components!(Check);

/// `GET /dokumen/{aju}/periksa`.
pub async fn show(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let draft = open(&web, &visit, &aju).await?;
    let (lang, t) = (visit.lang(), RekamTexts::of(visit.lang()));
    let view = check(&draft, lang);
    Page::new(None, t.check_title, view, lang).answer(&web, &visit, &draft)
}

/// Findings that are mended on the pages of the draft; the statement is ticked where it is sent.
fn of_weight(draft: &Draft, weight: Severity) -> Vec<&Finding> {
    let here = |finding: &&Finding| finding.severity == weight && finding.pointer.as_str() != "disclaimer";
    draft.findings.iter().filter(here).collect()
}

fn check(draft: &Draft, lang: Lang) -> Check {
    let t = RekamTexts::of(lang);
    let weights = [
        (Severity::Reject, "harus", "buruk", t.check_rejects),
        (Severity::Warn, "peringatan", "awas", t.check_warns),
        (Severity::Note, "catatan", "kabar", t.check_notes),
    ];
    let counts = weights.map(|(weight, ..)| of_weight(draft, weight).len());
    let mut summary = Vec::new();
    if counts[0] == 0 {
        summary.push(t.check_clean.to_owned());
    } else {
        summary.push(fill(t.check_wrong, &[("n", &counts[0].to_string())]));
    }
    if counts[1] > 0 {
        summary.push(fill(t.check_warn, &[("n", &counts[1].to_string())]));
    }
    let view = |(weight, id, class, title)| Weight { id, class, title, sections: sections(draft, weight, lang) };
    let can_send = draft.editable && counts[0] == 0;
    Check {
        summary,
        weights: weights.into_iter().map(view).filter(|weight| !weight.sections.is_empty()).collect(),
        next: can_send.then(|| Button::primary(t.check_send).href(path(draft, "kirim"))),
    }
}

fn sections(draft: &Draft, weight: Severity, lang: Lang) -> Vec<SectionView> {
    let all = of_weight(draft, weight);
    let section = |bagian: Bagian| {
        let own: Vec<&Finding> =
            all.iter().copied().filter(|f| Bagian::of_pointer(f.pointer.as_str()) == bagian).collect();
        let mut codes: Vec<&str> = own.iter().map(|f| f.code.as_ref()).collect();
        codes.dedup();
        codes.sort_unstable();
        codes.dedup();
        SectionView {
            title: lang.say(&bagian.title()),
            count: own.len().to_string(),
            rules: codes.iter().map(|code| rule(draft, code, &own, lang)).collect(),
        }
    };
    Bagian::ALL.into_iter().map(section).filter(|section| !section.rules.is_empty()).collect()
}

fn rule(draft: &Draft, code: &str, own: &[&Finding], lang: Lang) -> RuleView {
    let t = RekamTexts::of(lang);
    let mine: Vec<&Finding> = own.iter().copied().filter(|finding| finding.code == code).collect();
    let law = mine.first().map(|finding| finding.law.to_string()).unwrap_or_default();
    let link = |finding: &&Finding| {
        let pointer = finding.pointer.as_str();
        let (place, message) = (place(pointer, lang), lang.say(&finding.message));
        // Most messages begin with the name of the field.
        let text = if message.starts_with(&place) { message } else { format!("{place}: {message}") };
        Link::new(href(draft, pointer, FROM_CHECK), text)
    };
    let shown: Vec<Link> = mine.iter().take(SHOWN).map(link).collect();
    let more: Vec<Link> = mine.iter().skip(SHOWN).take(MOST).map(link).collect();
    RuleView {
        title: fill(t.check_rule, &[("kode", code), ("n", &mine.len().to_string())]),
        law: if law.is_empty() { String::new() } else { fill(t.check_law, &[("dasar", &law)]) },
        more_text: fill(t.check_more, &[("n", &mine.len().saturating_sub(SHOWN).to_string())]),
        shown,
        more,
    }
}

/// Which datum, for people.
fn place(pointer: &str, lang: Lang) -> String {
    lang.say(&declaration::rules::describe(pointer))
}
