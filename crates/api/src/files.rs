//! `POST {S}/file/dokumen`, `file/barang`, `file/upload-dokap-npd`: a part `file` and a part `param` with JSON (h2h-api 1.4).

use app::App;
use app::lampiran::{self, Kind, NewFile};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use forms::Broken;
use kernel::Text;
use serde_json::{Value, json};

use crate::auth::Caller;
use crate::body::Whole;
use crate::problem::Problem;
use crate::work;

/// Most parts of one upload.
const MOST_PARTS: usize = 10;
/// Longest `param`, bytes.
const LONGEST_PARAM: usize = 4_096;

/// The parts of an upload.
struct Upload {
    name: String,
    bytes: Vec<u8>,
    param: Value,
}

fn said(id: &'static str, en: &'static str) -> Problem {
    Problem::Said(StatusCode::BAD_REQUEST, Text::fixed(id, en))
}

fn unreadable() -> Problem {
    said(
        "Kirim multipart/form-data dengan bagian file (berkas) dan param (JSON).",
        "Send multipart/form-data with a part file (the file) and a part param (JSON).",
    )
}

impl Upload {
    fn read(headers: &HeaderMap, body: Vec<u8>) -> Result<Self, Problem> {
        let kind = headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
        let parts = forms::parts(body.into(), kind, MOST_PARTS).map_err(|broken| match broken {
            Broken::Kind => {
                let text =
                    Text::fixed("Content-Type harus multipart/form-data.", "Content-Type must be multipart/form-data.");
                Problem::Said(StatusCode::UNSUPPORTED_MEDIA_TYPE, text)
            }
            Broken::Form | Broken::Many => unreadable(),
        })?;
        let file = parts.iter().find(|part| part.name == "file").ok_or_else(unreadable)?;
        let param = parts.iter().rfind(|part| part.name == "param" && part.bytes.len() <= LONGEST_PARAM);
        let param = param.and_then(|part| serde_json::from_slice::<Value>(&part.bytes).ok());
        let param = param.filter(Value::is_object).ok_or_else(unreadable)?;
        let name = file.file.clone().unwrap_or_else(|| "berkas".into());
        Ok(Self { name, bytes: file.bytes.to_vec(), param })
    }

    fn text(&self, name: &str) -> String {
        match &self.param[name] {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            _ => String::new(),
        }
    }
}

/// What the three addresses differ in.
struct Target {
    kind: Kind,
    seri: &'static str,
}

async fn take(
    app: App,
    Caller(actor): Caller,
    headers: HeaderMap,
    body: Vec<u8>,
    target: Target,
) -> Result<Json<Value>, Problem> {
    let upload = Upload::read(&headers, body)?;
    let aju = upload.text("nomorAju").replace('-', "");
    let npwp = upload.text("npwp");
    let own = actor.npwp.as_deref().is_some_and(|own| npwp == own || own.strip_prefix('0') == Some(&npwp));
    if !own {
        return Err(said("Data Perusahaan Tidak Sesuai", "The company is not that of the token"));
    }
    let seri: u32 =
        upload.text(target.seri).parse().ok().filter(|seri| (1..=10_000).contains(seri)).ok_or_else(|| {
            let id = format!("param.{} harus bilangan mulai 1.", target.seri);
            Problem::Said(
                StatusCode::BAD_REQUEST,
                Text::made(id, format!("param.{} must be a number from 1.", target.seri)),
            )
        })?;
    let note = upload.text("keterangan");
    let file = NewFile { kind: target.kind, seri: Some(seri), note, name: upload.name, bytes: upload.bytes };
    let number = aju.clone();
    let row = match work::run(move || lampiran::attach(&app, &actor, &number, file)).await {
        // Here it is the file that is refused, not the document's state.
        Err(app::Error::Refused(text)) => return Err(Problem::Said(StatusCode::BAD_REQUEST, text)),
        other => other?,
    };
    Ok(Json(json!({
        "status": "OK",
        "message": "Sukses, Berkas Berhasil Ditambahkan",
        "nomorAju": aju,
        "data": {
            "idBerkas": row.id, "namaBerkas": row.name, "jenisBerkas": row.media_type,
            "ukuran": row.size, "sha256": row.sha256, target.seri: seri,
        },
    })))
}

/// A supporting document's file.
pub async fn document(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Whole(body): Whole,
) -> Result<Json<Value>, Problem> {
    take(app, caller, headers, body, Target { kind: Kind::Dokumen, seri: "seriDokumen" }).await
}

/// A file about a goods line.
pub async fn goods(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Whole(body): Whole,
) -> Result<Json<Value>, Problem> {
    take(app, caller, headers, body, Target { kind: Kind::Barang, seri: "seriBarang" }).await
}

/// A file that answers a request for data or documents.
pub async fn answer(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Whole(body): Whole,
) -> Result<Json<Value>, Problem> {
    take(app, caller, headers, body, Target { kind: Kind::Npd, seri: "seriDokumen" }).await
}
