//! Somebody else saved the same lines: both contents side by side, cell by cell.

use app::draft::{Draft, LineEdit};
use axum::http::StatusCode;
use axum::response::Response;
use declaration::layout::Bagian;

use crate::messages::fill;
use crate::perekaman::frame::Page;
use crate::perekaman::messages::RekamTexts;
use crate::perekaman::values::{Reading, marks};
use crate::perusahaan::sheet::Words;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Choice, Form, Piece, Radios};
use crate::visit::Visit;

/// The page that asks; `name` gives the posted name of a cell, and `action` is where it is posted.
pub async fn page(
    web: &Web,
    visit: &Visit,
    draft: &Draft,
    (edits, theirs): (&[LineEdit], &[(String, String)]),
    (action, name): (String, impl Fn(usize, &LineEdit, &str) -> String),
) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), RekamTexts::of(visit.lang()));
    let mut reading = Reading::new(lang);
    let mut form = Form::post(action, visit.csrf());
    for (at, edit) in edits.iter().enumerate() {
        let index = draft.lines.iter().position(|line| line.key == edit.key);
        if let Some(line) = index.and_then(|index| draft.lines.get(index)) {
            form = form.hidden(name(at, edit, "tanda"), line.mark.clone());
        }
        let number = index.map_or_else(|| t.goods_new.to_owned(), |index| (index + 1).to_string());
        for (member, text) in &edit.values {
            let pointer = format!("barang[0].{member}");
            let shape = reading.shape(&pointer);
            let mine = shape.show(text, marks(lang));
            let stored = theirs.iter().find(|(cell, _)| *cell == format!("b{}.{member}", edit.key));
            let Some((_, stored)) = stored else {
                form = form.hidden(name(at, edit, member), mine);
                continue;
            };
            let stored = shape.show(stored, marks(lang));
            let or_blank = |text: &str| if text.is_empty() { t.conflict_blank.to_owned() } else { text.to_owned() };
            let label = format!("{} {number}", lang.say(&declaration::rules::describe(&pointer)));
            let choice = Radios::new(name(at, edit, member), label)
                .choice(Choice::new(stored.clone(), fill(t.conflict_theirs, &[("nilai", &or_blank(&stored))])))
                .choice(Choice::new(mine.clone(), fill(t.conflict_mine, &[("nilai", &or_blank(&mine))])))
                .value(&mine);
            form = form.with(choice);
        }
    }
    let lead = Words::new(t.conflict_lead);
    let body = Piece::join(&[lead.into(), form.with(Button::primary(t.save).value("langkah", "simpan")).into()]);
    let mut page = Page::new(Some(Bagian::Barang), t.conflict_title, body, lang);
    page.status = StatusCode::CONFLICT;
    page.answer(web, visit, draft)
}
