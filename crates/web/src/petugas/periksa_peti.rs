//! A container as the inspector met it.

use app::desk::{self, Kontainer, Langkah, Surat};
use axum::extract::{Path, State};
use axum::response::Response;

use super::messages_periksa::PeriksaTexts;
use super::parts::path;
use super::periksa::{after, buttons, kept, page, record, writes, yes_no};
use super::periksa_bagian::over;
use crate::lang::Lang;
use crate::messages::fill;
use crate::perusahaan::sheet::Card;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Choice, Fact, Facts, Field, Form, FormErrors, Inset, Piece, Radios, Textarea, Warning};
use crate::visit::{Posted, Visit, attempt, errors_of};

/// `GET …/periksa/peti-kemas/{nomor}`.
pub async fn show(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, nomor)): Path<(String, String)>,
) -> Result<Response, Problem> {
    sheet(&web, &visit, (&aju, &nomor), None, &FormErrors::new(visit.lang())).await
}

/// The page; `typed` is what was refused.
async fn sheet(
    web: &Web,
    visit: &Visit,
    (aju, nomor): (&str, &str),
    typed: Option<Kontainer>,
    errors: &FormErrors,
) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), PeriksaTexts::of(visit.lang()));
    let held = record(web, visit, aju).await?;
    let known = held.isi.kontainer.iter().find(|k| k.nomor == nomor).cloned().ok_or(Problem::NotFound)?;
    let one = typed.map_or_else(|| known.clone(), |typed| Kontainer { ukuran: known.ukuran.clone(), ..typed });
    let declared = vec![Fact::code(t.declared, one.nomor.clone()), Fact::text(t.size, one.ukuran.clone())];
    let mut parts: Vec<Piece> = vec![Facts { facts: declared }.into()];
    if !one.check_digit_ok() {
        parts.push(Warning::new(lang, fill(t.check_digit, &[("nomor", &one.nomor_ditemukan)])).into());
    }
    // The minutes print the containers: what they say stays.
    if writes(&held) && Surat::due(held.stage) == Some(Surat::Bap) {
        parts.push(form(&one, aju, (visit.csrf(), errors), lang));
    } else {
        parts.extend(met(&known, lang));
        let text = if writes(&held) { t.over_boxes.to_owned() } else { over(&held, lang) };
        parts.push(Inset { text: text.into() }.into());
    }
    let title = fill(t.container_title, &[("nomor", &one.nomor)]);
    page(web, visit, aju, (title, Card::new(Piece::join(&parts)).into()), errors).await
}

fn form(one: &Kontainer, aju: &str, (csrf, errors): (&str, &FormErrors), lang: Lang) -> Piece {
    let t = PeriksaTexts::of(lang);
    let seal = match one.segel_utuh {
        Some(true) => "ya",
        Some(false) => "tidak",
        None => "",
    };
    let whole = Radios::new("segel_utuh", t.seal_state)
        .choice(Choice::new("ya", t.seal_whole))
        .choice(Choice::new("tidak", t.seal_broken))
        .inline()
        .value(seal);
    Form::post(path(aju, &format!("periksa/peti-kemas/{}", one.nomor)), csrf)
        .guarded()
        .with(Field::code("segel", t.seal).value(one.segel.clone()).max_length(40).errors(errors))
        .with(whole.errors(errors))
        .with(Field::code("nomor_ditemukan", t.met).value(one.nomor_ditemukan.clone()).max_length(15).errors(errors))
        .with(Textarea::new("catatan", t.remark).value(one.catatan.clone()).rows(2).max_length(500).errors(errors))
        .with(kept(lang))
        .with(buttons(aju, lang))
        .into()
}

/// What is recorded of it; none when nobody looked at it yet.
fn met(one: &Kontainer, lang: Lang) -> Option<Piece> {
    let t = PeriksaTexts::of(lang);
    let state = if one.segel_utuh? { t.seal_whole } else { t.seal_broken };
    let mut facts = vec![Fact::text(t.seal_state, state)];
    if !one.segel.is_empty() {
        facts.insert(0, Fact::code(t.seal, one.segel.clone()));
    }
    if !one.nomor_ditemukan.is_empty() {
        facts.push(Fact::code(t.met, one.nomor_ditemukan.clone()));
    }
    if !one.catatan.is_empty() {
        facts.push(Fact::indonesian(t.remark, one.catatan.clone()));
    }
    Some(Facts { facts }.into())
}

/// `POST …/periksa/peti-kemas/{nomor}`.
pub async fn save(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, nomor)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Problem> {
    let one = Kontainer {
        nomor,
        ukuran: String::new(),
        nomor_ditemukan: posted.text("nomor_ditemukan"),
        segel: posted.text("segel"),
        segel_utuh: yes_no(posted.get("segel_utuh")),
        catatan: posted.text("catatan"),
    };
    let (actor, number, step) = (visit.actor()?, aju.clone(), Langkah::Kontainer(one.clone()));
    match attempt(&web, move |app| desk::save_inspection(app, &actor, &number, step)).await? {
        Ok(()) => after(&web, &visit, &aju).await,
        Err(error) => {
            let nomor = one.nomor.clone();
            sheet(&web, &visit, (&aju, &nomor), Some(one), &errors_of(&error, visit.lang())).await
        }
    }
}
