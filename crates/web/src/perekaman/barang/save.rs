//! What the grid posts: lines to store, to copy, to take out.

use std::collections::BTreeMap;

use app::draft::{self, LineEdit, Saved};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use declaration::layout::Bagian;
use serde::Serialize;

use super::cells::{Wrong, by_line};
use super::conflict;
use super::grid::{Shown, page, page_of};
use crate::lang::Lang;
use crate::messages::fill;
use crate::perekaman::bagian::{keep, open, went_back};
use crate::perekaman::frame::Page;
use crate::perekaman::goods_messages::GoodsTexts;
use crate::perekaman::refused;
use crate::perekaman::values::Reading;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Confirm, Piece};
use crate::visit::{Posted, Visit, attempt, done, see_other};

/// The lines that a form of the grid holds, each with the name of its row.
fn edits(posted: &Posted, lang: Lang) -> Vec<(String, LineEdit)> {
    let mut reading = Reading::new(lang);
    let mut edits: Vec<(String, LineEdit)> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (name, value) in posted.pairs() {
        let Some((key, member)) = name.split_once('.') else { continue };
        let number = match key.split_at_checked(1) {
            Some(("b", number)) => number.parse().ok().filter(|n| *n > 0),
            Some(("n", _)) => Some(0),
            _ => None,
        };
        let Some(number) = number else { continue };
        let at = *places.entry(key.to_owned()).or_insert_with(|| {
            edits.push((key.to_owned(), LineEdit { key: number, ..LineEdit::default() }));
            edits.len() - 1
        });
        let edit = &mut edits[at].1;
        let pointer = format!("barang[0].{member}");
        if member == "tanda" {
            edit.mark = Some(value.to_owned()).filter(|mark| !mark.is_empty());
        } else if reading.knows(&pointer) {
            edit.values.push((member.to_owned(), reading.of(&pointer, value)));
        }
    }
    edits
}

fn picked(posted: &Posted) -> Vec<u32> {
    posted.all("pilih").iter().filter_map(|key| key.parse().ok()).collect()
}

/// `POST /dokumen/{aju}/isi/barang`.
pub async fn save(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (actor, number) = (visit.actor()?, aju.clone());
    let (names, edits): (Vec<String>, Vec<LineEdit>) = edits(&posted, visit.lang()).into_iter().unzip();
    let typed = edits.clone();
    let saved = attempt(&web, move |app| draft::put_lines(app, &actor, &number, typed)).await?;
    let quiet = posted.get("diam") == "ya";
    match saved {
        Ok((Saved::Done(_), keys)) if quiet => told(&web, &visit, &aju, &names, &keys).await,
        Ok((Saved::Conflict(..), _)) if quiet => Ok(StatusCode::CONFLICT.into_response()),
        Ok((Saved::Done(_), keys)) => then(&web, &visit, &aju, &posted, (&names, &keys)).await,
        Ok((Saved::Conflict(theirs, _), _)) => {
            let draft = open(&web, &visit, &aju).await?;
            let action = format!("/dokumen/{aju}/isi/barang?{}", visit.raw_query());
            let name = |at: usize, _: &LineEdit, member: &str| format!("{}.{member}", names[at]);
            conflict::page(&web, &visit, &draft, (&edits, &theirs), (action, name)).await
        }
        Err(error) if quiet => {
            let said: Vec<String> = crate::visit::errors_of(&error, visit.lang())
                .pairs()
                .into_iter()
                .map(|(_, text)| text.into_owned())
                .collect();
            Ok((StatusCode::UNPROCESSABLE_ENTITY, said.join(" ")).into_response())
        }
        Err(error) => {
            let draft = open(&web, &visit, &aju).await?;
            let remark = Piece::of(&refused(&error, visit.lang()));
            page(&web, &visit, &draft, &Shown::of(&visit), Some(remark)).await
        }
    }
}

/// What the script is told of the rows that it saved.
#[derive(Serialize)]
struct Told {
    baris: Vec<ToldRow>,
}

#[derive(Serialize)]
struct ToldRow {
    dari: String,
    kunci: u32,
    nomor: usize,
    tanda: String,
    salah: Wrong,
}

async fn told(web: &Web, visit: &Visit, aju: &str, names: &[String], keys: &[u32]) -> Result<Response, Problem> {
    let draft = open(web, visit, aju).await?;
    let mut wrong = by_line(&draft, visit.lang());
    let mut row = |(name, key): (&String, &u32)| {
        let index = draft.lines.iter().position(|line| line.key == *key)?;
        Some(ToldRow {
            dari: name.clone(),
            kunci: *key,
            nomor: index + 1,
            tanda: draft.lines.get(index)?.mark.clone(),
            salah: wrong.remove(&index).unwrap_or_default(),
        })
    };
    let baris = names.iter().zip(keys).filter_map(&mut row).collect();
    Ok(Json(Told { baris }).into_response())
}

/// What is done once the lines are stored.
async fn then(
    web: &Web,
    visit: &Visit,
    aju: &str,
    posted: &Posted,
    (names, keys): (&[String], &[u32]),
) -> Result<Response, Problem> {
    let base = format!("/dokumen/{aju}/isi/barang");
    let here = format!("{base}?{}", visit.raw_query());
    let (step, picked) = (posted.get("langkah"), picked(posted));
    if let Some(name) = step.strip_prefix("rincian ") {
        let key = names.iter().position(|known| known == name).and_then(|at| keys.get(at)).filter(|key| **key > 0);
        let details = |key: &u32| see_other(&keep(&format!("{base}/{key}"), visit));
        return Ok(key.map_or_else(|| done(&here, "tersimpan"), details));
    }
    if let Some(back) = went_back(posted, visit, aju) {
        return Ok(back);
    }
    match step {
        "hapus" if !picked.is_empty() && !posted.sure() => ask(web, visit, aju, &picked, &here).await,
        "hapus" if !picked.is_empty() => {
            let (actor, number) = (visit.actor()?, aju.to_owned());
            let gone = attempt(web, move |app| draft::delete_lines(app, &actor, &number, &picked)).await?;
            after(web, visit, aju, gone.map(|_| done(&here, "barang-dihapus"))).await
        }
        "salin" if !picked.is_empty() => {
            let (actor, number) = (visit.actor()?, aju.to_owned());
            let copied = attempt(web, move |app| draft::copy_lines(app, &actor, &number, &picked)).await?;
            // The copies stand at the end.
            let total = open(web, visit, aju).await?.lines.len();
            let there = format!("{base}?{}", Shown::of(visit).query(page_of(total.saturating_sub(1))));
            after(web, visit, aju, copied.map(|_| done(&there, "barang-disalin"))).await
        }
        "lanjut" => Ok(see_other(&format!("/dokumen/{aju}/isi/{}", Bagian::Pungutan.word()))),
        _ => Ok(done(&here, "tersimpan")),
    }
}

async fn after(
    web: &Web,
    visit: &Visit,
    aju: &str,
    outcome: Result<Response, app::Error>,
) -> Result<Response, Problem> {
    match outcome {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let draft = open(web, visit, aju).await?;
            let remark = Piece::of(&refused(&error, visit.lang()));
            page(web, visit, &draft, &Shown::of(visit), Some(remark)).await
        }
    }
}

/// The question before lines are taken out.
async fn ask(web: &Web, visit: &Visit, aju: &str, picked: &[u32], here: &str) -> Result<Response, Problem> {
    let (lang, g) = (visit.lang(), GoodsTexts::of(visit.lang()));
    let draft = open(web, visit, aju).await?;
    let numbers: Vec<String> = picked
        .iter()
        .filter_map(|key| draft.lines.iter().position(|line| line.key == *key))
        .take(20)
        .map(|index| (index + 1).to_string())
        .collect();
    let text = fill(g.delete_ask, &[("n", &picked.len().to_string()), ("baris", &numbers.join(", "))]);
    let keys: Vec<String> = picked.iter().map(ToString::to_string).collect();
    let mut fields = vec![("langkah", "hapus")];
    fields.extend(keys.iter().map(|key| ("pilih", key.as_str())));
    let question = Confirm::new(lang, text).warning().page(here.to_owned(), visit.csrf(), &fields, here.to_owned());
    let title = question.title.to_string();
    let page = Page::new(Some(Bagian::Barang), title, question.below_heading(), lang);
    page.answer(web, visit, &draft)
}
