//! One stored document: `document/detail/…` and `generate-pungutan/…` (h2h-api 1.4).

use app::App;
use app::declaration::{self as use_case, Detail};
use axum::Json;
use axum::extract::{Path, State};
use serde_json::{Value, json};

use crate::auth::Caller;
use crate::document::pungutan;
use crate::problem::{Problem, temuan};
use crate::status::local;
use crate::work;

/// `GET {S}/document/detail/{jenisDokumen}/{nomorAju}/{kodeKantor}`, for every kind that is stored.
pub async fn of_document(
    State(app): State<App>,
    Caller(actor): Caller,
    Path((kind, aju, office)): Path<(String, String, String)>,
) -> Result<Json<Value>, Problem> {
    let found = work::run(move || use_case::detail(&app, &actor, &kind, &aju, &office)).await?;
    Ok(Json(match found {
        Some(found) => json!({ "status": "OK", "message": "Data Ditemukan", "data": [row(&found)] }),
        None => json!({ "status": "Failed", "message": "Data Tidak Ditemukan", "data": [] }),
    }))
}

fn row(found: &Detail) -> Value {
    json!({
        "idHeader": found.id_header,
        "nomorAju": found.nomor_aju,
        "kodeDokumen": found.kode_dokumen,
        "kodeKantor": found.kode_kantor,
        "nomorDaftar": found.nomor_daftar,
        "tanggalDaftar": found.tanggal_daftar.map(|d| d.to_string()),
        "kodeProses": found.kode_proses,
        "kodeStatus": found.kode_proses,
        "waktuStatus": local(found.waktu_status),
        "jalur": found.jalur,
        "namaPerusahaan": found.nama_importir,
    })
}

/// `GET {S}/generate-pungutan/{kodeDokumen}/{nomorAju}`: the levies as they are computed now, with every step.
pub async fn levies(
    State(app): State<App>,
    Caller(actor): Caller,
    Path((kind, aju)): Path<(String, String)>,
) -> Result<Json<Value>, Problem> {
    let found = work::run(move || use_case::levies(&app, &actor, &kind, &aju)).await?;
    let complete = found.assessment.complete;
    let message = if complete { "Pungutan berhasil dihitung" } else { "Sebagian pungutan belum dapat dihitung" };
    Ok(Json(json!({
        "status": "OK",
        "message": message,
        "nomorAju": found.nomor_aju,
        "tanggal": found.day.to_string(),
        "lengkap": complete,
        "data": pungutan(&found.assessment),
        "total": found.assessment.dibayar.to_string(),
        "penjelasan": found.assessment.explanation(),
        "temuan": temuan(&found.findings),
    })))
}
