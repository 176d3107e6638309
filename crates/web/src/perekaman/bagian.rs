//! The sections that are cards and short lists: shown, saved also when wrong, never over somebody else's work.

use app::draft::{self, Draft, Edit, Saved};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use declaration::document::split_list_step;
use declaration::layout::Bagian;

use super::field::{Fields, errors_at};
use super::frame::{Page, Told, rejects_of, section_path};
use super::groups::{Group, MOST_BLANK, groups};
use super::messages::RekamTexts;
use super::values::{Reading, Values};
use crate::lang::Lang;
use crate::messages::fill;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Buttons, Choice, Form, FormErrors, Hidden, Piece, Radios, components};
use crate::visit::{Posted, Visit, done, run, see_other};

#[derive(Template)]
#[template(path = "perekaman/bagian.html")]
struct SectionView {
    action: String,
    /// The field in which something stands that was chosen elsewhere and is not stored yet.
    unsaved: Option<String>,
    hidden: Hidden,
    groups: Vec<Group>,
    buttons: Option<Buttons>,
    t: &'static RekamTexts,
}

components!(SectionView);

/// Opens the draft of an address.
pub async fn open(web: &Web, visit: &Visit, aju: &str) -> Result<Draft, Problem> {
    let (actor, aju) = (visit.actor()?, aju.to_owned());
    run(web, move |app| draft::open(app, &actor, &aju)).await
}

/// The page that a reader came from and goes back to: the list of findings, or the last look.
pub fn from(visit: &Visit) -> Option<&'static str> {
    let page = visit.query("dari");
    ["periksa", "kirim"].into_iter().find(|known| *known == page)
}

/// An address that keeps where its reader came from.
pub fn keep(path: &str, visit: &Visit) -> String {
    let join = if path.contains('?') { '&' } else { '?' };
    from(visit).map_or_else(|| path.to_owned(), |from| format!("{path}{join}dari={from}"))
}

/// What a button says that saves and goes back to where the reader came from.
pub fn back_words(from: &str, t: &'static RekamTexts) -> &'static str {
    if from == "periksa" { t.back_to_check } else { t.back_to_send }
}

/// That button.
pub fn back_button(from: &str, t: &'static RekamTexts) -> Button {
    Button::primary(back_words(from, t)).value("langkah", "kembali")
}

/// Where that button leads, once everything is stored.
pub fn went_back(posted: &Posted, visit: &Visit, aju: &str) -> Option<Response> {
    let from = from(visit).filter(|_| posted.get("langkah") == "kembali")?;
    Some(done(&format!("/dokumen/{aju}/{from}"), "tersimpan"))
}

/// The address of a section that keeps where its reader came from.
fn address(aju: &str, bagian: Bagian, visit: &Visit) -> String {
    keep(&format!("/dokumen/{aju}/isi/{}", bagian.word()), visit)
}

fn parse(word: &str) -> Result<Bagian, Problem> {
    Bagian::parse(word).filter(|bagian| !matches!(bagian, Bagian::Barang)).ok_or(Problem::NotFound)
}

/// `GET /dokumen/{aju}/isi/{bagian}`.
pub async fn show(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, word)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let bagian = parse(&word)?;
    let draft = open(&web, &visit, &aju).await?;
    let lang = visit.lang();
    // What is missing in a section that nobody has filled yet is no error.
    let told = draft.touched.contains(&bagian) || from(&visit).is_some();
    let errors = if told { errors_at(&draft, lang, rejects_of(&draft, bagian)) } else { FormErrors::new(lang) };
    let chosen = Some((visit.query("isi"), visit.query("nilai"))).filter(|(pointer, _)| !pointer.is_empty());
    let here = address(draft.nomor_aju.as_ref(), bagian, &visit);
    let fields = Fields { draft: &draft, values: Values::of(&draft, lang), errors, lang, chosen, here };
    page(&web, &visit, bagian, &fields)
}

fn page(web: &Web, visit: &Visit, bagian: Bagian, fields: &Fields<'_>) -> Result<Response, Problem> {
    let (lang, t, draft) = (visit.lang(), fields.t(), fields.draft);
    let blank: usize = visit.query("tambah").parse().unwrap_or(0);
    let mark = draft.marks.get(&bagian).cloned().unwrap_or_default();
    let buttons = draft.editable.then(|| match from(visit) {
        Some(from) => {
            Buttons::new().with(back_button(from, t)).with(Button::secondary(t.save).value("langkah", "simpan"))
        }
        None => {
            let next = Button::primary(t.next).value("langkah", "lanjut");
            Buttons::new().with(next).with(Button::secondary(t.save).value("langkah", "simpan"))
        }
    });
    let mut body: Vec<Piece> = Vec::new();
    if bagian == Bagian::Pungutan {
        body.push(super::pungutan::table(draft, lang));
    }
    let view = SectionView {
        action: fields.here.clone(),
        unsaved: fields.chosen.as_ref().map(|(pointer, _)| pointer.clone()),
        hidden: Hidden::csrf(visit.csrf()).with("tanda", mark),
        groups: groups(fields, bagian, blank.min(MOST_BLANK)),
        buttons,
        t,
    };
    body.push(view.into());
    if bagian == Bagian::Transaksi {
        body.push(super::transaksi::value(draft, lang));
    }
    let mut page = Page::new(Some(bagian), lang.say(&bagian.title()), Piece::join(&body), lang);
    page.errors = fields.errors.clone();
    page.answer(web, visit, draft)
}

/// `POST /dokumen/{aju}/isi/{bagian}`: stored in any case, unless somebody else stored something meanwhile.
pub async fn save(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, word)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Problem> {
    let bagian = parse(&word)?;
    let quiet = posted.get("diam") == "ya";
    let mut edit = edit(&posted, visit.lang());
    if quiet || !posted.get("cari").is_empty() {
        // Rows keep their places while somebody types in them, or comes back with a code for one of them.
        edit.keep_blank = bagian.lists().iter().map(|list| (*list).to_owned()).collect();
    }
    let (actor, number, typed) = (visit.actor()?, aju.clone(), edit.clone());
    let here = address(&aju, bagian, &visit);
    let saved = crate::visit::attempt(&web, move |app| draft::save(app, &actor, &number, bagian, typed)).await?;
    match saved {
        Ok(Saved::Done(mark)) if quiet => {
            let draft = open(&web, &visit, &aju).await?;
            let told =
                serde_json::to_string(&Told::of(&draft, bagian, mark, visit.lang())).map_err(|e| Problem::fault(&e))?;
            Ok(([(header::CONTENT_TYPE, "application/json")], told).into_response())
        }
        Ok(Saved::Done(_)) => {
            Ok(went_back(&posted, &visit, &aju).unwrap_or_else(|| next(&posted, bagian, &aju, &here)))
        }
        Ok(Saved::Conflict(..)) if quiet => Ok((StatusCode::CONFLICT, "").into_response()),
        Ok(Saved::Conflict(theirs, mark)) => conflict(&web, &visit, &aju, bagian, (&edit, &theirs, &mark)).await,
        Err(_) if quiet => Ok((StatusCode::CONFLICT, "").into_response()),
        // It was sent meanwhile: the page shows its state, and what was typed is told not to count.
        Err(_) => Ok(see_other(&format!("/dokumen/{aju}/isi"))),
    }
}

/// What a form of a section holds.
pub fn edit(posted: &Posted, lang: Lang) -> Edit {
    let mut reading = Reading::new(lang);
    let mut edit = Edit { mark: Some(posted.text("tanda")).filter(|mark| !mark.is_empty()), ..Edit::default() };
    for (name, value) in posted.pairs() {
        if reading.knows(name) {
            edit.values.push((name.to_owned(), reading.of(name, value)));
        }
    }
    if let Some((list, index, _)) = split_list_step(posted.get("hapus")) {
        edit.remove.push((list.to_owned(), index));
    }
    edit
}

/// Where a saved form leads.
fn next(posted: &Posted, bagian: Bagian, aju: &str, here: &str) -> Response {
    let (search, add) = (posted.get("cari"), posted.get("tambah"));
    if let Some((table, pointer)) = search.split_once(' ') {
        let typed = posted.get(pointer);
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("untuk", pointer).append_pair("kembali", here).append_pair("q", typed);
        if table == "tps" {
            query.append_pair("di", posted.get("kodeKantor"));
        }
        return see_other(&format!("/cari/{table}?{}", query.finish()));
    }
    if !add.is_empty() {
        let join = if here.contains('?') { '&' } else { '?' };
        return see_other(&format!("{here}{join}tambah=3#{add}-tambah"));
    }
    if !posted.get("hapus").is_empty() || posted.get("langkah") != "lanjut" {
        return done(here, "tersimpan");
    }
    let after = Bagian::ALL.into_iter().find(|other| *other > bagian);
    see_other(
        &after
            .map_or_else(|| format!("/dokumen/{aju}/periksa"), |after| format!("/dokumen/{aju}/isi/{}", after.word())),
    )
}

/// Both contents side by side, for each field that differs.
async fn conflict(
    web: &Web,
    visit: &Visit,
    aju: &str,
    bagian: Bagian,
    (edit, theirs, mark): (&Edit, &[(String, String)], &str),
) -> Result<Response, Problem> {
    let draft = open(web, visit, aju).await?;
    let (lang, t) = (visit.lang(), RekamTexts::of(visit.lang()));
    let values = Values::of(&draft, lang);
    let mut form = Form::post(section_path(&draft, bagian), visit.csrf()).hidden("tanda", mark.to_owned());
    for (pointer, text) in &edit.values {
        let mine = values.shape(pointer).show(text, super::values::marks(lang));
        let Some((_, stored)) = theirs.iter().find(|(known, _)| known == pointer) else {
            form = form.hidden(pointer.clone(), mine);
            continue;
        };
        let stored = values.shape(pointer).show(stored, super::values::marks(lang));
        let or_blank = |text: &str| if text.is_empty() { t.conflict_blank.to_owned() } else { text.to_owned() };
        let said = |words: &'static str, text: &str| fill(words, &[("nilai", &or_blank(text))]);
        let choice = Radios::new(pointer.clone(), lang.say(&declaration::rules::describe(pointer)))
            .choice(Choice::new(stored.clone(), said(t.conflict_theirs, &stored)))
            .choice(Choice::new(mine.clone(), said(t.conflict_mine, &mine)))
            .value(&mine);
        form = form.with(choice);
    }
    let lead = crate::perusahaan::sheet::Words::new(t.conflict_lead);
    let body = Piece::join(&[lead.into(), form.with(Button::primary(t.save).value("langkah", "simpan")).into()]);
    let mut page = Page::new(Some(bagian), t.conflict_title, body, lang);
    page.status = StatusCode::CONFLICT;
    page.answer(web, visit, &draft)
}
