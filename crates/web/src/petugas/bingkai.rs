//! The frame of all pages of one case: which document it is, where it stands, its pages, the way back to the queue.

use app::Role;
use app::desk::{self, Case};
use askama::Template;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;

use super::messages::PetugasTexts;
use super::parts::{grouped, lane, path};
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{Badge, Breadcrumbs, Link, NotificationBanner, Piece, Section, SectionList, Tone};
use crate::visit::{Visit, run};

/// The frame.
#[derive(Template)]
#[template(path = "petugas/bingkai.html")]
pub struct Frame {
    crumbs: Breadcrumbs,
    title: String,
    company: String,
    registered: String,
    badges: Vec<Badge>,
    pages: SectionList,
    banner: Option<NotificationBanner>,
    body: Piece,
    aside: Option<Piece>,
}

impl Frame {
    /// Heading of the page.
    pub fn title(&self) -> &str {
        &self.title
    }
}

/// A page of a case.
pub struct Page {
    /// Word of the page in its address; empty for the summary.
    pub here: &'static str,
    /// Heading.
    pub title: String,
    /// Content.
    pub body: Piece,
    /// Beside it on wide screens.
    pub aside: Option<Piece>,
}

/// Puts a page into the frame.
pub fn frame(visit: &Visit, case: &Case, page: Page) -> Frame {
    let (lang, t) = (visit.lang(), PetugasTexts::of(visit.lang()));
    let aju = &case.row.nomor_aju;
    let role = visit.actor().map(|actor| actor.role).ok();
    let mut names = vec![("", t.page_summary), ("isi", t.page_content)];
    if case.state.pemeriksaan.pemeriksa.is_some() {
        names.push(("periksa", t.page_inspection));
    }
    if case.state.pendaftaran.is_some() {
        names.push(("penetapan", t.page_ruling));
    }
    if role == Some(Role::Kepala) {
        names.push(("jejak", t.page_trail));
    }
    let section = |(word, name): (&'static str, &'static str)| Section {
        link: Link::new(path(aju, word), name),
        state: None,
        current: word == page.here,
    };
    let mut badges = vec![Badge::new(Tone::Neutral, lang.say(&case.state.tahap.label()))];
    badges.extend(case.state.jalur.map(|jalur| lane(jalur, t)));
    if case.state.nhi.is_some() {
        badges.push(Badge::new(Tone::Bad, t.held));
    }
    Frame {
        crumbs: crumbs(aju, &page, lang),
        title: page.title,
        company: case.row.nama_importir.clone(),
        registered: format!("{}: {}", t.registered, registered(case, lang)),
        badges,
        pages: SectionList { label: t.pages.into(), sections: names.into_iter().map(section).collect() },
        banner: done(visit).or_else(|| not_now(visit)),
        body: page.body,
        aside: page.aside,
    }
}

/// The way here: the queue, the document, the page. The summary is called like its document already.
fn crumbs(aju: &str, page: &Page, lang: Lang) -> Breadcrumbs {
    let t = PetugasTexts::of(lang);
    let mut links = vec![Link::new(super::antrean::PATH, t.queue)];
    if !page.here.is_empty() {
        links.push(Link::new(path(aju, ""), fill(t.case_of, &[("aju", &grouped(aju))])));
    }
    Breadcrumbs::new(lang, links, page.title.clone())
}

/// Registration number and its date; or that there is none yet.
pub fn registered(case: &Case, lang: Lang) -> String {
    let t = PetugasTexts::of(lang);
    match &case.state.pendaftaran {
        Some(p) => fill(t.of_date, &[("nomor", &p.nomor.to_string()), ("tanggal", &format::date(p.tanggal, lang))]),
        None => t.not_registered.to_owned(),
    }
}

/// What was done to the case before this one.
fn done(visit: &Visit) -> Option<NotificationBanner> {
    let (lang, t) = (visit.lang(), PetugasTexts::of(visit.lang()));
    let act = desk::Tindakan::parse(&visit.query("selesai"))?;
    let aju: kernel::NomorAju = visit.query("untuk").parse().ok()?;
    let text = if visit.query("kedua") == "ya" { t.asked } else { t.done };
    let text = fill(text, &[("nama", &lang.say(&act.label())), ("aju", &aju.to_grouped())]);
    Some(NotificationBanner::success(lang, text))
}

/// What was asked for and cannot be done here, as by an old link or a second press.
fn not_now(visit: &Visit) -> Option<NotificationBanner> {
    let (lang, t) = (visit.lang(), PetugasTexts::of(visit.lang()));
    let act = desk::Tindakan::parse(&visit.query("belum"))?;
    Some(NotificationBanner::warning(lang, fill(t.not_now, &[("nama", &lang.say(&act.label()))])))
}

/// The page as an answer.
pub fn answer(web: &Web, visit: &Visit, frame: &Frame) -> Result<Response, Problem> {
    Ok(shell::render(&visit.place(web).wide(), &frame.title, frame)?.into_response())
}

/// Loads a case.
pub async fn load(web: &Web, visit: &Visit, aju: &str) -> Result<(Case, Timestamp), Problem> {
    let (actor, aju) = (visit.actor()?, aju.to_owned());
    run(web, move |app| Ok((desk::open(app, &actor, &aju)?, app.now()))).await
}
