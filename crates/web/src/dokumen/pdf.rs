//! Letters and the printed form as PDF.

use app::declaration::{Pdf, form as printed, letter_by_code};
use app::dokumen;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::problem::Problem;
use crate::state::Web;
use crate::visit::{Visit, paper};

fn answer(pdf: Pdf) -> Response {
    let place = format!("inline; filename=\"{}\"", pdf.file_name);
    let headers = [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, place)];
    (headers, pdf.bytes).into_response()
}

/// `GET /dokumen/{aju}/surat/{id}`; a code such as `2001` instead of an id gives the latest letter of that kind.
pub async fn letter(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let actor = visit.actor()?;
    let code = id.len() == 4 && id.bytes().all(|b| b.is_ascii_digit());
    let found = paper(&web, move |app| {
        if code { letter_by_code(app, &actor, &aju, &id) } else { dokumen::letter(app, &actor, &aju, &id) }
    });
    Ok(answer(found.await?))
}

/// `GET /dokumen/{aju}/cetak`: the BC 2.0 as sent, or the draft.
pub async fn form(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let actor = visit.actor()?;
    Ok(answer(paper(&web, move |app| printed(app, &actor, &aju, None)).await?))
}
