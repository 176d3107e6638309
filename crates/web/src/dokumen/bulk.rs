//! What is done with the ticked rows of the list.

use app::dokumen::{self, Filter, Listed};
use app::{Actor, App, Error, UseCase, draft};
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::PATH;
use super::list::{headings, values};
use super::messages::DokumenTexts;
use crate::export::{Export, Format};
use crate::messages::fill;
use crate::perusahaan::sheet::{Sheet, ask};
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Confirm, FormErrors, Inset};
use crate::visit::{Posted, Visit, local, run};

/// Most rows at once.
const MOST: usize = 50;

fn ticked(posted: &Posted) -> Vec<String> {
    posted.all("id").into_iter().take(MOST).map(str::to_owned).collect()
}

/// `POST /dokumen/aksi`.
pub async fn act(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), DokumenTexts::of(visit.lang()));
    let ids = ticked(&posted);
    let back = local(posted.get("kembali"));
    match posted.get("aksi") {
        "csv" if !ids.is_empty() => {
            let (actor, session) = (visit.actor()?, visit.signed()?.session.id);
            let listed = run(&web, move |app| pick(app, &actor, &session, &ids)).await?;
            let rows = listed.iter().map(|row| values(row, lang)).collect();
            Export { name: "dokumen-pabean", columns: headings(lang), rows }.answer(Format::Csv, lang)
        }
        "hapus" if !ids.is_empty() && visit.actor()?.may(UseCase::DeleteDraft).is_ok() => {
            let text = fill(t.bulk_ask, &[("n", &ids.len().to_string())]);
            let question = Confirm::new(lang, text).title(t.bulk_ask_title).buttons(t.bulk_yes, t.cancel).warning();
            let fields: Vec<(&str, &str)> = ids.iter().map(|id| ("id", id.as_str())).collect();
            ask(&visit.place(&web), question, "/dokumen/hapus-draf".into(), &fields, back)
        }
        _ => {
            let mut errors = FormErrors::new(lang);
            errors.add("isi", t.bulk_none);
            let back = Button::secondary(t.cancel).href(back);
            Sheet::new(t.list_title).with(back).answer(visit.place(&web), &errors)
        }
    }
}

/// The ticked documents that the actor may see.
fn pick(app: &App, actor: &Actor, session: &str, ids: &[String]) -> Result<Vec<Listed>, Error> {
    let mut found = Vec::new();
    for id in ids {
        let filter = Filter { words: id.clone(), down: true, limit: 1, ..Filter::default() };
        let page = dokumen::list(app, actor, session, &filter)?;
        found.extend(page.rows.into_iter().filter(|row| row.nomor_aju == *id));
    }
    Ok(found)
}

/// `POST /dokumen/hapus-draf`.
pub async fn delete(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let t = DokumenTexts::of(visit.lang());
    if !posted.sure() {
        return act(State(web), visit, posted).await;
    }
    let (actor, ids) = (visit.actor()?, ticked(&posted));
    let (gone, kept) = run(&web, move |app| {
        let mut count = (0_usize, 0_usize);
        for id in &ids {
            match draft::delete(app, &actor, id) {
                Ok(()) => count.0 += 1,
                Err(Error::Refused(_) | Error::NotFound) => count.1 += 1,
                Err(error) => return Err(error),
            }
        }
        Ok(count)
    })
    .await?;
    let text = fill(t.bulk_done, &[("n", &gone.to_string()), ("m", &kept.to_string())]);
    let sheet = Sheet::new(t.list_title).with(Inset { text: text.into() });
    Ok(sheet.with(Button::primary(t.list_title).href(PATH)).page(&visit.place(&web))?.into_response())
}
