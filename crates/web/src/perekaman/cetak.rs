//! The form on paper before it is sent.

use app::declaration::form;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::problem::Problem;
use crate::state::Web;
use crate::visit::{Visit, paper};

/// `GET /dokumen/{aju}/cetak-draf`: what is recorded now, as PDF.
pub async fn draft(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let actor = visit.actor()?;
    let pdf = paper(&web, move |app| form(app, &actor, &aju, Some(false))).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", pdf.file_name)),
    ];
    Ok((headers, pdf.bytes).into_response())
}
