//! `GET {S}/status` in its forms (h2h-api 1.5): HTTP 200 also when nothing is found, newest first.

use app::App;
use app::declaration::{self as use_case, ResponRow, StatusRow, StatusView};
use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jiff::tz::Offset;
use serde_json::{Value, json};

use crate::auth::Caller;
use crate::problem::Problem;
use crate::{query, work};

/// Most ajus in one call.
const MOST: usize = 25;

/// All documents of the token's company.
pub async fn of_company(
    State(app): State<App>,
    Caller(actor): Caller,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let id = query::required(&raw.unwrap_or_default(), "idPerusahaan")?;
    if !app.settings().h2h.company_ids.contains(&id.chars().filter(char::is_ascii_digit).count()) {
        return Ok(Json(failed("Data Perusahaan Tidak Sesuai")).into_response());
    }
    match work::run(move || use_case::status_of_company(&app, &actor, &id)).await {
        Ok(view) => Ok(answer(&view).into_response()),
        Err(app::Error::NotFound) => Ok(Json(failed("Data Perusahaan Tidak Sesuai")).into_response()),
        Err(error) => Err(error.into()),
    }
}

/// One document, or a comma list of at most 25.
pub async fn of_ajus(
    State(app): State<App>,
    Caller(actor): Caller,
    Path(list): Path<String>,
) -> Result<Response, Problem> {
    let ajus: Vec<String> = list.split(',').map(str::trim).filter(|a| !a.is_empty()).map(str::to_owned).collect();
    if ajus.len() > MOST {
        let body = failed("Paling banyak 25 nomor aju dalam satu permintaan");
        return Ok((StatusCode::BAD_REQUEST, Json(body)).into_response());
    }
    let view = work::run(move || use_case::status_of_ajus(&app, &actor, &ajus)).await?;
    Ok(answer(&view).into_response())
}

fn failed(message: &str) -> Value {
    json!({ "status": "Failed", "message": message, "dataStatus": [], "dataRespon": [] })
}

fn answer(view: &StatusView) -> Json<Value> {
    if view.steps.is_empty() {
        return Json(failed("Data Tidak Ditemukan"));
    }
    Json(json!({
        "status": "Success",
        "message": "Data Ditemukan",
        "dataStatus": view.steps.iter().map(step).collect::<Vec<_>>(),
        "dataRespon": view.letters.iter().map(letter).collect::<Vec<_>>(),
        "dataTunggu": view.waiting.iter().map(|w| json!({
            "nomorAju": w.nomor_aju, "alasan": w.reason.id, "alasanEn": w.reason.en, "penanggungJawab": w.owner,
            "sejak": w.since.map(local), "batasWaktu": w.deadline.map(local), "akibat": w.consequence.id,
        })).collect::<Vec<_>>(),
    }))
}

fn step(row: &StatusRow) -> Value {
    json!({
        "nomorAju": row.nomor_aju,
        "kodeProses": row.kode_proses,
        "kodeStatus": row.kode_proses,
        "keterangan": row.keterangan,
        "nomorDaftar": row.nomor_daftar,
        "tanggalDaftar": row.tanggal_daftar.map(|d| d.strftime("%d-%m-%Y").to_string()),
        "waktuStatus": local(row.at),
        "kodeDokumen": row.kode_dokumen,
    })
}

fn letter(row: &ResponRow) -> Value {
    let at = local(row.at);
    json!({
        "nomorAju": row.nomor_aju,
        "kodeDokumen": row.kode_dokumen,
        "kodeRespon": row.kode_respon,
        "nomorDaftar": row.nomor_daftar,
        "tanggalDaftar": row.tanggal_daftar.map(|d| format!("{d} 00:00:00")),
        "nomorRespon": row.nomor_respon,
        "tanggalRespon": at.get(..19),
        "waktuRespon": at,
        "waktuStatus": at,
        "keterangan": row.keterangan,
        "pesan": row.pesan.iter().map(|(a, b)| json!({ "uraian1": a, "uraian2": b })).collect::<Vec<_>>(),
        "pdf": row.pdf,
        "billingPungutans": row.billing,
    })
}

/// `YYYY-MM-DD HH:mm:ss.SS`, western Indonesian time.
pub fn local(at: Timestamp) -> String {
    let local = Offset::constant(7).to_datetime(at);
    format!("{}.{:02}", local.strftime("%Y-%m-%d %H:%M:%S"), local.subsec_nanosecond() / 10_000_000)
}
