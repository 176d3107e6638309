//! The end of a draft that was never sent.

use app::draft;
use axum::extract::{Path, State};
use axum::response::Response;

use super::bagian::open;
use super::frame::path;
use super::messages::RekamTexts;
use crate::messages::fill;
use crate::perusahaan::sheet;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::Confirm;
use crate::visit::{Posted, Visit, attempt, done};

/// `POST /dokumen/{aju}/hapus`: asks, then deletes.
pub async fn delete(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let draft = open(&web, &visit, &aju).await?;
    if !posted.sure() {
        let question = question(&visit, &draft);
        return sheet::ask(&visit.place(&web), question, path(&draft, "hapus"), &[], path(&draft, "isi"));
    }
    let (actor, number) = (visit.actor()?, aju.clone());
    match attempt(&web, move |app| draft::delete(app, &actor, &number)).await? {
        Ok(()) => {
            let list = if crate::routes::exists("/dokumen") { "/dokumen" } else { "/beranda" };
            Ok(done(list, "draf-dihapus"))
        }
        Err(error) => {
            let t = RekamTexts::of(visit.lang());
            let body = super::refused(&error, visit.lang());
            let mut page = super::frame::Page::new(None, t.delete, body, visit.lang());
            page.status = axum::http::StatusCode::CONFLICT;
            page.answer(&web, &visit, &draft)
        }
    }
}

/// The question before it.
pub fn question(visit: &Visit, draft: &draft::Draft) -> Confirm {
    let t = RekamTexts::of(visit.lang());
    let text = fill(t.delete_ask, &[("aju", &draft.nomor_aju.to_grouped())]);
    Confirm::new(visit.lang(), text).warning()
}
