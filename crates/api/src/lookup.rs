//! Look-ups of reference data (h2h-api 1.6). What is not known of the live shapes is our own and stands beside it.

use app::App;
use app::reference::{self, LevyRow, Office, Port, Storage};
use axum::Json;
use axum::extract::{Path, RawQuery, State};
use kernel::Date;
use serde_json::{Value, json};

use crate::auth::Caller;
use crate::problem::Problem;
use crate::{query, work};

/// `GET {S}/tarif-hs?kodeHs=&tanggal=`: the levies of a tariff line.
pub async fn tariff(
    State(app): State<App>,
    Caller(actor): Caller,
    RawQuery(raw): RawQuery,
) -> Result<Json<Value>, Problem> {
    let raw = raw.unwrap_or_default();
    let (hs, day) = (query::required(&raw, "kodeHs")?, query::day(&raw, "tanggal")?);
    let asked = hs.clone();
    let found = work::run(move || reference::tariff(&app, &actor, &hs, day)).await?;
    let Some(line) = found else {
        return Ok(Json(json!({ "status": true, "message": "Data Tidak Ditemukan", "kodeHs": asked, "posTarif": [] })));
    };
    Ok(Json(json!({
        "status": true,
        "message": "success",
        "kodeHs": line.hs,
        "uraian": line.uraian.0,
        "uraianEn": line.uraian.1,
        "kodeSatuan": line.satuan,
        "lartas": line.lartas,
        "tanggal": line.day.to_string(),
        "edisi": line.edisi,
        "tglAwalBerlaku": line.dari.map(|d| d.to_string()),
        "tglAkhirBerlaku": line.sampai.map(|d| d.to_string()),
        "posTarif": line.rows.iter().map(levy).collect::<Vec<_>>(),
    })))
}

fn levy(row: &LevyRow) -> Value {
    json!({
        "kodeJenisPungutan": row.jenis,
        "kodeJenisTarif": if row.satuan.is_some() { "2" } else { "1" },
        "tarif": query::number(&row.tarif.to_string()),
        "kodeSatuanBarang": row.satuan,
        "kodeFasilitas": row.fasilitas,
        "keterangan": row.keterangan,
        "dasarHukum": row.hukum,
    })
}

/// `GET {S}/hs-lartas?kodeHs=`: whether imports are restricted; empty data when they are not.
pub async fn restrictions(
    State(app): State<App>,
    Caller(actor): Caller,
    RawQuery(raw): RawQuery,
) -> Result<Json<Value>, Problem> {
    let raw = raw.unwrap_or_default();
    let (hs, day) = (query::required(&raw, "kodeHs")?, query::day(&raw, "tanggal")?);
    let found = work::run(move || reference::tariff(&app, &actor, &hs, day)).await?;
    let row = found.filter(|line| line.lartas).map(|line| {
        json!({
            "kodeHs": line.hs, "kodeJenisPungutan": "BM", "kodeFasilitas": null, "lartas": "Y",
            "jenisLartas": "IMPOR", "uraianBarang": line.uraian.0,
            "keterangan": "Barang larangan dan/atau pembatasan impor; izinnya diperiksa INSW.",
        })
    });
    Ok(Json(json!({ "status": true, "message": "success", "data": row.into_iter().collect::<Vec<_>>() })))
}

fn ports(status: Value, ports: &[Port]) -> Json<Value> {
    let row = |port: &Port| {
        json!({
            "kodePelabuhan": port.kode, "namaPelabuhan": port.nama,
            "kodeKantor": port.kantor, "namaKantor": port.nama_kantor,
        })
    };
    let data: Vec<Value> = ports.iter().map(row).collect();
    Json(json!({ "status": status, "message": "success", "data": data, "total": ports.len() }))
}

/// `GET {S}/pelabuhan/kata/{kata}`.
pub async fn ports_by_word(
    State(app): State<App>,
    Caller(actor): Caller,
    Path(words): Path<String>,
) -> Result<Json<Value>, Problem> {
    let found = work::run(move || reference::ports_named(&app, &actor, &words, false)).await?;
    Ok(ports(json!("OK"), &found))
}

/// `GET {S}/referensi/pelabuhan-luar-negeri/{kata}`.
pub async fn ports_abroad(
    State(app): State<App>,
    Caller(actor): Caller,
    Path(words): Path<String>,
) -> Result<Json<Value>, Problem> {
    let found = work::run(move || reference::ports_named(&app, &actor, &words, true)).await?;
    Ok(ports(json!("OK"), &found))
}

/// `GET {S}/pelabuhan/kodeKantor/{kodeKantor}` and `GET {S}/referensi/pelabuhan-dalam-negeri/{kodeKantor}`.
pub async fn ports_of_office(
    State(app): State<App>,
    Caller(actor): Caller,
    Path(office): Path<String>,
) -> Result<Json<Value>, Problem> {
    let found = work::run(move || reference::domestic_ports(&app, &actor, &office)).await?;
    Ok(ports(json!(true), &found))
}

/// `GET {S}/gudangTPS/kodeKantor/{kodeKantor}` and `GET {S}/referensi/tps-gudang/{kodeKantor}`; the message is spelt as live.
pub async fn storages(
    State(app): State<App>,
    Caller(actor): Caller,
    Path(office): Path<String>,
) -> Result<Json<Value>, Problem> {
    let found = work::run(move || reference::storages(&app, &actor, &office)).await?;
    let row = |s: &Storage| json!({ "kodeGudang": s.kode, "namaGudang": s.nama, "kodeKantor": s.kantor });
    let data: Vec<Value> = found.iter().map(row).collect();
    Ok(Json(json!({ "status": true, "message": "sucess", "data": data, "total": found.len() })))
}

/// `GET {S}/referensi/kantor?kata=`.
pub async fn offices(
    State(app): State<App>,
    Caller(actor): Caller,
    RawQuery(raw): RawQuery,
) -> Result<Json<Value>, Problem> {
    let words = query::value(&raw.unwrap_or_default(), "kata").unwrap_or_default();
    let found = work::run(move || reference::offices(&app, &actor, &words)).await?;
    let row =
        |o: &Office| json!({ "kodeKantor": o.kode, "namaKantor": o.nama, "lokasi": o.lokasi, "zonaWaktu": o.zona });
    let data: Vec<Value> = found.iter().map(row).collect();
    Ok(Json(json!({ "status": "OK", "message": "success", "data": data, "total": found.len() })))
}

/// `DD-MM-YYYY`, as the manifest writes days.
pub fn backwards(day: Date) -> String {
    day.strftime("%d-%m-%Y").to_string()
}
