//! Perbaikan: choose what changes, see old and new with the effect on the levies, send it to the officer.

use app::amendment::{self, Amending, locked};
use app::{App, Error};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use declaration::document::{AnyField, Path as Place, Visit as Walk};
use declaration::layout::Bagian;
use declaration::rules::describe;
use declaration::{Raw, Section as _};
use kernel::Shape;

use super::messages::DokumenTexts;
use super::parts::grouped;
use super::path;
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::perekaman::{Reading, marks};
use crate::perusahaan::sheet::{Card, Sheet};
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{Button, Buttons, Details, Field, Form, FormErrors, Inset, Link, Piece, Textarea};
use crate::visit::{Posted, Visit, attempt, done, errors_of, see_other};

/// Most goods lines that are linked.
const MOST_LINES: usize = 200;
/// Longest text of a datum.
const LONGEST: u32 = 1_000;

struct Change {
    place: String,
    old: String,
    new: String,
}

struct LevyRow {
    name: String,
    before: String,
    after: String,
    difference: String,
}

#[derive(Template)]
#[template(path = "dokumen/perbaikan.html")]
struct AmendView {
    t: &'static DokumenTexts,
    aju: String,
    refused: Option<Inset>,
    sections: Vec<Link>,
    lines: Vec<Link>,
    changes: Vec<Change>,
    levies: Vec<LevyRow>,
    effects: Vec<String>,
    send: Option<Piece>,
    discard: Option<Piece>,
}

async fn load(web: &Web, visit: &Visit, aju: &str) -> Result<Result<Amending, Error>, Problem> {
    let (actor, number) = (visit.actor()?, aju.to_owned());
    attempt(web, move |app: &App| amendment::open(app, &actor, &number)).await
}

/// `GET /dokumen/{aju}/perbaikan`.
pub async fn show(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    match load(&web, &visit, &aju).await? {
        Ok(asked) => page(&web, &visit, &asked, "", &FormErrors::new(visit.lang())),
        Err(error) => refused(&web, &visit, &aju, &error),
    }
}

/// Why there is nothing to amend.
fn refused(web: &Web, visit: &Visit, aju: &str, error: &Error) -> Result<Response, Problem> {
    let t = DokumenTexts::of(visit.lang());
    let words: Vec<String> = errors_of(error, visit.lang()).pairs().into_iter().map(|(_, w)| w.into_owned()).collect();
    let sheet = Sheet::new(t.amend_title).lead(grouped(aju)).with(Inset { text: words.join(" ").into() });
    Ok(sheet.page(&visit.place(web).back(path(aju, "status")))?.into_response())
}

/// A stored text as people of the language read it.
fn shown(asked: &Amending, pointer: &str, text: &str, lang: Lang) -> String {
    let shape = asked.base.clone().find_mut(pointer).map_or(Shape::Text, |field| field.shape());
    shape.show(text, marks(lang))
}

fn page(web: &Web, visit: &Visit, asked: &Amending, typed: &str, errors: &FormErrors) -> Result<Response, Problem> {
    let (lang, t, aju) = (visit.lang(), DokumenTexts::of(visit.lang()), &asked.nomor_aju);
    let open = asked.refused.is_none();
    let at = |word: &str| path(aju, &format!("perbaikan/{word}"));
    let sections = Bagian::ALL.into_iter().filter(|b| !matches!(b, Bagian::Barang | Bagian::Pungutan));
    let money = |n: i64| format::number(n, lang);
    let mut effects = Vec::new();
    if asked.akibat.kurang.0 > 0 {
        effects.push(fill(t.amend_more, &[("nilai", &money(asked.akibat.kurang.0))]));
    }
    if asked.akibat.lebih.0 > 0 {
        effects.push(fill(t.amend_less, &[("nilai", &money(asked.akibat.lebih.0))]));
    }
    if effects.is_empty() {
        effects.push(t.amend_same.to_owned());
    }
    let change = |c: &declaration::workflow::Perubahan| Change {
        place: lang.say(&describe(&c.pointer)),
        old: shown(asked, &c.pointer, &c.semula, lang),
        new: shown(asked, &c.pointer, &c.menjadi, lang),
    };
    let ready = open && !asked.typed.is_empty();
    let view = AmendView {
        t,
        aju: grouped(aju),
        refused: asked.refused.as_ref().map(|text| Inset { text: lang.say(text).into() }),
        sections: if open {
            sections.map(|b| Link::new(at(b.word()), lang.say(&b.title()))).collect()
        } else {
            Vec::new()
        },
        lines: if open {
            let line = |n: usize| {
                let name = fill(t.amend_line, &[("n", &n.to_string())]);
                Link::new(at(&format!("barang-{n}")), name)
            };
            (1..=asked.base.barang.len().min(MOST_LINES)).map(line).collect()
        } else {
            Vec::new()
        },
        changes: asked.all.iter().take(amendment::MOST_CHANGES).map(change).collect(),
        levies: asked
            .levies
            .iter()
            .map(|row| LevyRow {
                name: lang.say(&row.name),
                before: money(row.before.0),
                after: money(row.after.0),
                difference: money(row.after.0.saturating_sub(row.before.0)),
            })
            .collect(),
        effects: if asked.typed.is_empty() { Vec::new() } else { effects },
        send: ready.then(|| {
            let why = Textarea::new("alasan", t.amend_reason).hint(t.amend_reason_hint).rows(3).max_length(500);
            Form::post(path(aju, "perbaikan"), visit.csrf())
                .with(why.value(typed.to_owned()).errors(errors))
                .with(Buttons::new().with(Button::primary(t.amend_send)))
                .into()
        }),
        discard: (!asked.typed.is_empty())
            .then(|| Form::post(at("buang"), visit.csrf()).with(Button::link_like(t.amend_discard)).into()),
    };
    let place = visit.place(web).back(path(aju, "status")).errors(errors).wide();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, shell::render(&place, t.amend_title, &view)?).into_response())
}

/// The part of the document that a page changes: a section, or one goods line.
#[derive(Clone, Copy)]
enum Target {
    Section(Bagian),
    Line(usize),
}

impl Target {
    fn parse(word: &str) -> Option<Self> {
        if let Some(number) = word.strip_prefix("barang-") {
            return number.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).map(Self::Line);
        }
        let bagian = Bagian::parse(word)?;
        (!matches!(bagian, Bagian::Barang | Bagian::Pungutan)).then_some(Self::Section(bagian))
    }

    fn holds(self, pointer: &str) -> bool {
        match self {
            Self::Section(bagian) => Bagian::of_pointer(pointer) == bagian,
            Self::Line(index) => pointer.starts_with(&format!("barang[{index}].")),
        }
    }

    fn title(self, lang: Lang) -> String {
        match self {
            Self::Section(bagian) => lang.say(&bagian.title()),
            Self::Line(index) => fill(DokumenTexts::of(lang).amend_line, &[("n", &(index + 1).to_string())]),
        }
    }
}

/// Pointers, texts and shapes of what a page may change.
struct Fields<'a> {
    target: Target,
    asked: &'a Amending,
    found: Vec<(String, String, Shape)>,
}

impl Walk for Fields<'_> {
    fn field(&mut self, at: &Place<'_>, name: &'static str, field: &dyn AnyField) {
        let pointer = at.pointer(name).to_string();
        if self.target.holds(&pointer) && !locked(&self.asked.base, &pointer) {
            self.found.push((pointer, field.text(), field.shape()));
        }
    }

    fn extra(&mut self, _: &Place<'_>, _: &str, _: &Raw, _: bool) {}
}

/// `GET /dokumen/{aju}/perbaikan/{bagian}`.
pub async fn section(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, word)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), DokumenTexts::of(visit.lang()));
    let asked = match load(&web, &visit, &aju).await? {
        Ok(asked) => asked,
        Err(error) => return refused(&web, &visit, &aju, &error),
    };
    let target = Target::parse(&word).ok_or(Problem::NotFound)?;
    let mut fields = Fields { target, asked: &asked, found: Vec::new() };
    asked.doc.walk(&Place::Root, &mut fields);
    if fields.found.is_empty() {
        return Err(Problem::NotFound);
    }
    let field = |(pointer, text, shape): &(String, String, Shape)| -> Piece {
        let label = lang.say(&describe(pointer));
        let value = shape.show(text, marks(lang));
        if text.chars().count() > 60 {
            return Textarea::new(pointer.clone(), label).rows(3).max_length(LONGEST).value(value).into();
        }
        Field::text(pointer.clone(), label).value(value).max_length(LONGEST).no_spellcheck().into()
    };
    let (filled, blank): (Vec<_>, Vec<_>) = fields.found.iter().partition(|(_, text, _)| !text.is_empty());
    let mut form = Form::post(path(&aju, &format!("perbaikan/{word}")), visit.csrf()).guarded();
    for one in filled {
        form = form.with(field(one));
    }
    if !blank.is_empty() {
        let blank: Vec<Piece> = blank.into_iter().map(field).collect();
        form = form.with(Details::new(t.view_nothing, Piece::join(&blank)));
    }
    form = form.with(Buttons::new().with(Button::primary(t.amend_save)));
    let title = fill(t.amend_section, &[("bagian", &target.title(lang))]);
    let sheet = Sheet::new(title).lead(grouped(&aju)).with(Card::new(form));
    Ok(sheet.page(&visit.place(&web).back(path(&aju, "perbaikan")))?.into_response())
}

/// `POST /dokumen/{aju}/perbaikan/{bagian}`.
pub async fn save(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, word)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Problem> {
    let target = Target::parse(&word);
    let mut reading = Reading::new(visit.lang());
    let values: Vec<(String, String)> = match target {
        Some(target) => posted
            .pairs()
            .filter(|(pointer, _)| target.holds(pointer) && reading_knows(pointer))
            .map(|(pointer, typed)| (pointer.to_owned(), reading.of(pointer, typed)))
            .collect(),
        None => Vec::new(),
    };
    let (actor, number) = (visit.actor()?, aju.clone());
    match attempt(&web, move |app| amendment::change(app, &actor, &number, values)).await? {
        Ok(()) if target.is_none() => Err(Problem::NotFound),
        Ok(()) => Ok(done(&path(&aju, "perbaikan"), "tersimpan")),
        Err(error) => refused(&web, &visit, &aju, &error),
    }
}

fn reading_knows(pointer: &str) -> bool {
    pointer != "csrf" && pointer.len() <= 120
}

/// `POST /dokumen/{aju}/perbaikan/buang`.
pub async fn discard(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let (actor, number) = (visit.actor()?, aju.clone());
    match attempt(&web, move |app| amendment::discard(app, &actor, &number)).await? {
        Ok(()) => Ok(see_other(&path(&aju, "perbaikan"))),
        Err(error) => refused(&web, &visit, &aju, &error),
    }
}

/// `POST /dokumen/{aju}/perbaikan`.
pub async fn send(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let asked = match load(&web, &visit, &aju).await? {
        Ok(asked) => asked,
        Err(error) => return refused(&web, &visit, &aju, &error),
    };
    let typed: String = posted.get("alasan").chars().take(500).collect();
    let mut errors = FormErrors::new(visit.lang());
    if typed.is_empty() {
        errors.add("alasan", DokumenTexts::of(visit.lang()).reason_missing);
        return page(&web, &visit, &asked, "", &errors);
    }
    let (actor, number, why) = (visit.actor()?, aju.clone(), typed.clone());
    match attempt(&web, move |app| amendment::send(app, &actor, &number, &why)).await? {
        Ok(()) => Ok(done(&path(&aju, "status"), "dikerjakan")),
        Err(Error::Findings(findings)) => {
            for finding in &findings {
                let place = visit.lang().say(&describe(finding.pointer.as_str()));
                errors.add("", format!("{place}: {} ({})", visit.lang().say(&finding.message), finding.code));
            }
            page(&web, &visit, &asked, &typed, &errors)
        }
        Err(error) => page(&web, &visit, &asked, &typed, &errors_of(&error, visit.lang())),
    }
}
