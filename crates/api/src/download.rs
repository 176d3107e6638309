//! PDF letters and forms (h2h-api 1.5); a download answers whatever `Accept` says.

use app::declaration::{self as use_case, Pdf};
use app::{Actor, App, Error};
use axum::extract::{Path, RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::auth::Caller;
use crate::problem::Problem;
use crate::{query, work};

/// `download-respon?path=`.
pub async fn by_path(
    State(app): State<App>,
    Caller(actor): Caller,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let path = query::value(&raw.unwrap_or_default(), "path").unwrap_or_default();
    fetch(move || use_case::letter_by_path(&app, &actor, &path)).await
}

/// `{S}/respon/…pdf`, as one client calls it.
pub async fn direct(
    State(app): State<App>,
    Caller(actor): Caller,
    Path(path): Path<String>,
) -> Result<Response, Problem> {
    fetch(move || use_case::letter_by_path(&app, &actor, &format!("respon/{path}"))).await
}

/// `respon/pdf?kodeRespon=&nomorAju=`.
pub async fn by_code(
    State(app): State<App>,
    Caller(actor): Caller,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let raw = raw.unwrap_or_default();
    let kode = query::value(&raw, "kodeRespon").unwrap_or_default();
    let aju = query::value(&raw, "nomorAju").unwrap_or_default();
    fetch(move || use_case::letter_by_code(&app, &actor, &aju, &kode)).await
}

/// `respon/billing?kodeBilling=`.
pub async fn of_billing(
    State(app): State<App>,
    Caller(actor): Caller,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let kode = query::value(&raw.unwrap_or_default(), "kodeBilling").unwrap_or_default();
    fetch(move || use_case::letter_of_billing(&app, &actor, &kode)).await
}

/// `respon/cetak-formulir?nomorAju=`.
pub async fn form(State(app): State<App>, Caller(actor): Caller, RawQuery(raw): RawQuery) -> Result<Response, Problem> {
    print(app, actor, raw, None).await
}

/// `respon/cetak-formulir/draft` and `/final`.
pub async fn form_stage(
    State(app): State<App>,
    Caller(actor): Caller,
    Path(stage): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    match stage.as_str() {
        "draft" => print(app, actor, raw, Some(false)).await,
        "final" => print(app, actor, raw, Some(true)).await,
        _ => Err(Problem::UnknownPath),
    }
}

async fn print(app: App, actor: Actor, raw: Option<String>, is_final: Option<bool>) -> Result<Response, Problem> {
    let aju = query::value(&raw.unwrap_or_default(), "nomorAju").unwrap_or_default();
    fetch(move || use_case::form(&app, &actor, &aju, is_final)).await
}

async fn fetch(body: impl FnOnce() -> Result<Pdf, Error> + Send + 'static) -> Result<Response, Problem> {
    let pdf = work::run(body).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", pdf.file_name)),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, pdf.bytes).into_response())
}
