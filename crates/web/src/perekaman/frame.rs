//! The frame of all pages of one draft: its number, whose it is, the nine sections with their state.

use app::draft::Draft;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use declaration::document::AnyField;
use declaration::layout::{Bagian, COMPUTED};
use declaration::levy::Facility;
use declaration::workflow::Stage;
use kernel::{Finding, Severity, Shape};
use serde::Serialize;

use super::messages::RekamTexts;
use super::values::{Values, marks};
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{Badge, FormErrors, Link, Piece, Section, SectionList, Tone};
use crate::visit::Visit;

/// The address of a draft's page.
pub fn path(draft: &Draft, page: &str) -> String {
    format!("/dokumen/{}/{page}", draft.nomor_aju)
}

/// The address of a section.
pub fn section_path(draft: &Draft, bagian: Bagian) -> String {
    path(draft, &format!("isi/{}", bagian.word()))
}

#[derive(Template)]
#[template(path = "perekaman/frame.html")]
struct Frame {
    t: &'static RekamTexts,
    here: String,
    totals: Totals,
    aju: String,
    company: String,
    stage: String,
    title: String,
    sections: SectionList,
    locked: Option<&'static str>,
    /// Why it is here again, and where the letter is.
    returned: Option<(&'static str, Link)>,
    overview: Link,
    check: Link,
    body: Piece,
}

/// Findings of a section that keep the document from being sent.
pub fn rejects_of(draft: &Draft, bagian: Bagian) -> impl Iterator<Item = &Finding> {
    draft
        .findings
        .iter()
        .filter(move |f| f.severity == Severity::Reject && Bagian::of_pointer(f.pointer.as_str()) == bagian)
        // The statement is ticked on the page that sends.
        .filter(|f| f.pointer.as_str() != "disclaimer")
}

/// How far a section is.
pub fn state(draft: &Draft, bagian: Bagian, t: &'static RekamTexts) -> Badge {
    let wrong: Vec<&Finding> = rejects_of(draft, bagian).collect();
    let n = wrong.len().to_string();
    let uncomputed = bagian == Bagian::Pungutan && (draft.lines.is_empty() || !draft.assessment.complete);
    let missing = wrong.iter().all(|finding| finding.code.starts_with("PIB-W."));
    match (wrong.is_empty(), draft.touched.contains(&bagian), missing) {
        (true, _, _) if uncomputed => Badge::new(Tone::Neutral, t.state_todo),
        (true, _, _) => Badge::new(Tone::Good, t.state_done),
        (false, false, _) => Badge::new(Tone::Neutral, t.state_todo),
        (false, true, true) => Badge::new(Tone::Warn, fill(t.state_part, &[("n", &n)])),
        (false, true, false) => Badge::new(Tone::Bad, fill(t.state_wrong, &[("n", &n)])),
    }
}

fn sections(draft: &Draft, here: Option<Bagian>, lang: Lang) -> SectionList {
    let t = RekamTexts::of(lang);
    let section = |bagian: Bagian| Section {
        link: Link::new(section_path(draft, bagian), lang.say(&bagian.title())),
        state: Some(state(draft, bagian, t)),
        current: here == Some(bagian),
    };
    SectionList { label: t.sections.into(), sections: Bagian::ALL.into_iter().map(section).collect() }
}

/// The figures that stay in sight.
#[derive(Debug, Clone, Serialize)]
pub struct Totals {
    cif: String,
    netto: String,
    pungutan: String,
    salah: String,
}

/// The figures that stay in sight, as the document is now.
pub fn totals(draft: &Draft, lang: Lang) -> Totals {
    let doc = &draft.full;
    let figure = |text: String| if text.is_empty() { text } else { Shape::Number.show(&text, marks(lang)) };
    let or_dash = |text: String| if text.is_empty() { "–".to_owned() } else { text };
    let cif = figure(doc.cif.text());
    let paid = draft.assessment.totals.iter().filter(|total| total.fasilitas == Facility::Dibayar);
    let paid: i64 = paid.map(|total| draft.assessment.total(total.jenis, total.fasilitas).0).sum();
    let wrong = Bagian::ALL.into_iter().map(|bagian| rejects_of(draft, bagian).count()).sum::<usize>();
    Totals {
        cif: if cif.is_empty() || doc.kode_valuta.is_blank() {
            or_dash(String::new())
        } else {
            format!("{} {cif}", doc.kode_valuta.text())
        },
        netto: match figure(doc.netto.text()) {
            text if text.is_empty() => or_dash(text),
            text => format!("{text} kg"),
        },
        pungutan: format!("Rp{}", format::number(paid, lang)),
        salah: format::number(i64::try_from(wrong).unwrap_or(i64::MAX), lang),
    }
}

/// What a save that the script made is answered with: the section's new word, the time, totals and states.
#[derive(Serialize)]
pub struct Told {
    tanda: String,
    pukul: String,
    jumlah: Totals,
    bagian: Vec<(&'static str, &'static str, String)>,
    /// What blank fields of the section are computed to: pointer and words.
    hitung: Vec<(&'static str, String)>,
}

impl Told {
    /// As the draft is now.
    pub fn of(draft: &Draft, here: Bagian, mark: String, lang: Lang) -> Self {
        let t = RekamTexts::of(lang);
        let values = Values::of(draft, lang);
        let members = here.cards().iter().flat_map(|card| card.fields).filter(|name| COMPUTED.contains(name));
        let computed = |name: &&'static str| {
            let value = values.computed(name).filter(|_| values.raw(name).is_empty());
            (*name, value.map(|value| fill(t.computed, &[("nilai", &value)])).unwrap_or_default())
        };
        let state = |bagian: Bagian| {
            let badge = state(draft, bagian, t);
            (bagian.word(), badge.tone.class(), badge.text.into_owned())
        };
        Self {
            tanda: mark,
            pukul: format::clock(draft.updated, lang),
            jumlah: totals(draft, lang),
            bagian: Bagian::ALL.into_iter().map(state).collect(),
            hitung: members.map(computed).collect(),
        }
    }
}

/// What a document that came back is told.
fn returned(draft: &Draft, t: &'static RekamTexts) -> Option<(&'static str, Link)> {
    // The latest rejection, whatever its id is.
    let letter = || Link::new(path(draft, "surat/2001"), t.returned_letter);
    Some(match draft.stage {
        Stage::Rejected => (t.returned_rejected, letter()),
        Stage::Correcting => (t.returned_correcting, letter()),
        // INSW writes no letter; what it missed stands with the other events.
        Stage::ReturnedByInsw => (t.returned_insw, Link::new(path(draft, "status#riwayat"), t.returned_why)),
        _ => return None,
    })
}

/// What a page of a draft shows.
pub struct Page {
    /// The section, on a page of one.
    pub here: Option<Bagian>,
    /// Heading.
    pub title: String,
    /// Content.
    pub body: Piece,
    /// What is wrong with it.
    pub errors: FormErrors,
    /// Status of the answer.
    pub status: StatusCode,
}

impl Page {
    /// A page without errors.
    pub fn new(here: Option<Bagian>, title: impl Into<String>, body: impl Into<Piece>, lang: Lang) -> Self {
        let (title, body, errors) = (title.into(), body.into(), FormErrors::new(lang));
        Self { here, title, body, errors, status: StatusCode::OK }
    }

    /// The answer.
    pub fn answer(self, web: &Web, visit: &Visit, draft: &Draft) -> Result<Response, Problem> {
        let (lang, t) = (visit.lang(), RekamTexts::of(visit.lang()));
        let here = self.here.map_or_else(
            || t.sections.to_owned(),
            |bagian| {
                let at = Bagian::ALL.iter().position(|one| *one == bagian).unwrap_or_default() + 1;
                fill(t.section_of, &[("n", &at.to_string()), ("nama", &lang.say(&bagian.title()))])
            },
        );
        let frame = Frame {
            t,
            here,
            totals: totals(draft, lang),
            aju: draft.nomor_aju.to_grouped(),
            company: draft.perusahaan.0.clone(),
            stage: lang.say(&draft.stage.label()),
            title: self.title.clone(),
            sections: sections(draft, self.here, lang),
            returned: returned(draft, t),
            locked: (!draft.editable).then_some(t.locked),
            overview: Link::new(path(draft, "isi"), t.overview),
            check: Link::new(path(draft, "periksa"), t.check_title),
            body: self.body,
        };
        let place = visit.place(web).errors(&self.errors).wide();
        let title = format!("{} – {}", self.title, frame.aju);
        Ok((self.status, shell::render(&place, &title, &frame)?).into_response())
    }
}
