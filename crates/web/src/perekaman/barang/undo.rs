//! The last change of many lines, taken back.

use app::draft;
use axum::extract::{Path, State};
use axum::response::Response;

use super::grid::{Shown, page};
use crate::perekaman::bagian::open;
use crate::perekaman::refused;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::Piece;
use crate::visit::{Visit, attempt, done};

/// `POST /dokumen/{aju}/isi/barang/batal`.
pub async fn undo(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let (actor, number) = (visit.actor()?, aju.clone());
    match attempt(&web, move |app| draft::undo_change(app, &actor, &number)).await? {
        Ok(_) => Ok(done(&format!("/dokumen/{aju}/isi/barang"), "barang-kembali")),
        Err(error) => {
            let draft = open(&web, &visit, &aju).await?;
            let remark = Piece::of(&refused(&error, visit.lang()));
            page(&web, &visit, &draft, &Shown::of(&visit), Some(remark)).await
        }
    }
}
