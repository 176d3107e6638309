//! The whole document on one page, read only: every section as it was sent, each levy explained.

use app::dokumen::{self, Whole};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use declaration::document::{AnyField, Path as Place, Visit as Walk};
use declaration::layout::Bagian;
use declaration::rules::describe;
use declaration::{Raw, Section as _};

use super::messages::DokumenTexts;
use super::parts::{grouped, stage_badge};
use super::path;
use crate::lang::Lang;
use crate::messages::fill;
use crate::perekaman;
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{Badge, Button, Piece};
use crate::visit::{Visit, run};

struct Part {
    id: &'static str,
    title: String,
    rows: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "dokumen/isi.html")]
struct WholeView {
    t: &'static DokumenTexts,
    aju: String,
    badge: Badge,
    revision: String,
    status: Button,
    print: Button,
    parts: Vec<Part>,
    levies: Piece,
}

/// Every datum that holds something, by its section.
struct Filled<'a> {
    lang: Lang,
    parts: &'a mut Vec<Part>,
}

impl Walk for Filled<'_> {
    fn field(&mut self, at: &Place<'_>, name: &'static str, field: &dyn AnyField) {
        let text = field.text();
        if text.is_empty() {
            return;
        }
        let pointer = at.pointer(name).to_string();
        let word = Bagian::of_pointer(&pointer).word();
        let label = self.lang.say(&describe(&pointer));
        let shape = field.shape();
        let shown = shape.show(&text, perekaman::marks(self.lang));
        if let Some(part) = self.parts.iter_mut().find(|part| part.id == word) {
            part.rows.push((label, shown));
        }
    }

    fn extra(&mut self, _: &Place<'_>, _: &str, _: &Raw, _: bool) {}
}

/// `GET /dokumen/{aju}`.
pub async fn show(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let (actor, number) = (visit.actor()?, aju.clone());
    let whole = run(&web, move |app| dokumen::whole(app, &actor, &number)).await?;
    let (lang, t) = (visit.lang(), DokumenTexts::of(visit.lang()));
    let Whole { nomor_aju, stage, revision, sha256, doc, assessment, .. } = whole;
    let mut parts: Vec<Part> = Bagian::ALL
        .into_iter()
        .filter(|bagian| *bagian != Bagian::Pungutan)
        .map(|bagian| Part { id: bagian.word(), title: lang.say(&bagian.title()), rows: Vec::new() })
        .collect();
    doc.walk(&Place::Root, &mut Filled { lang, parts: &mut parts });
    for part in &mut parts {
        if part.rows.len() > MOST {
            part.rows.truncate(MOST);
            part.rows.push(("…".to_owned(), t.view_more.to_owned()));
        }
    }
    let short: String = sha256.chars().take(16).collect();
    let revision = if revision == 0 {
        t.view_draft.to_owned()
    } else {
        fill(t.view_revision, &[("n", &revision.to_string()), ("sha", &short)])
    };
    let view = WholeView {
        t,
        aju: grouped(&nomor_aju),
        badge: stage_badge(stage, false, lang),
        revision,
        status: Button::secondary(t.do_status).href(path(&nomor_aju, "status")),
        print: Button::secondary(t.print_form).href(path(&nomor_aju, "cetak")),
        parts,
        levies: perekaman::explained(&assessment, lang),
    };
    let title = format!("{} – {}", t.view_title, view.aju);
    Ok(shell::render(&visit.place(&web).back(path(&nomor_aju, "status")), &title, &view)?.into_response())
}

/// Most rows of one section: the printed form has the rest.
const MOST: usize = 400;
