//! Files of a document, given out to whoever sees the document: never run, never sniffed, pictures shown in place.

use app::UseCase;
use app::lampiran;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::problem::Problem;
use crate::routes::{Access, Route};
use crate::state::Web;
use crate::visit::Visit;
use crate::work;

/// The addresses.
pub const ROUTES: &[Route] =
    &[Route::other("/dokumen/{aju}/lampiran/{id}", Access::May(UseCase::ReadDeclaration), || get(serve))];

/// The address of a file.
pub fn path(nomor_aju: &str, id: &str) -> String {
    format!("/dokumen/{nomor_aju}/lampiran/{id}")
}

/// `GET /dokumen/{aju}/lampiran/{id}`.
async fn serve(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (app, actor) = (web.app().clone(), visit.actor()?);
    let (row, bytes) = work::run(move || lampiran::open(&app, &actor, &aju, &id)).await?;
    let place = if row.media_type.starts_with("image/") { "inline" } else { "attachment" };
    let name: String = form_urlencoded::byte_serialize(row.name.as_bytes()).collect::<String>().replace('+', "%20");
    let disposition = HeaderValue::from_str(&format!("{place}; filename*=UTF-8''{name}"));
    let kind = HeaderValue::from_str(&row.media_type);
    let (Ok(disposition), Ok(kind)) = (disposition, kind) else { return Err(Problem::NotFound) };
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Ok((headers, bytes).into_response())
}
