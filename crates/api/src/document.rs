//! `POST {S}/document` and `POST {S}/document/check` (h2h-api 1.4).

use app::declaration::{DocumentKind, Submission};
use app::{App, Error};
use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use kernel::Text;
use kernel::finding::rejects;
use serde_json::{Value, json};

use crate::auth::Caller;
use crate::body::Whole;
use crate::problem::{Problem, temuan};
use crate::{query, work};

/// Longest idempotency key, characters.
const LONGEST_KEY: usize = 200;
const BAD_KEY: Text = Text::fixed(
    "Idempotency-Key berisi 1 sampai 200 huruf ASCII, satu kunci untuk satu permintaan.",
    "Idempotency-Key has 1 to 200 ASCII characters, one key for one request.",
);

/// Stores a draft, or sends a document when `isFinal`.
pub async fn submit(
    State(app): State<App>,
    Caller(actor): Caller,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
    Whole(body): Whole,
) -> Result<Json<Value>, Problem> {
    let raw = raw.unwrap_or_default();
    let key = headers.get("idempotency-key").map(|value| value.to_str().unwrap_or_default().trim());
    if key.is_some_and(|key| key.is_empty() || key.len() > LONGEST_KEY) {
        return Err(Problem::Said(StatusCode::BAD_REQUEST, BAD_KEY));
    }
    let submission = Submission {
        is_final: query::flag(&app.settings().h2h, &raw, "isFinal"),
        is_revision: query::flag(&app.settings().h2h, &raw, "isRevision"),
        key: key.map(str::to_owned),
        host: true,
    };
    let receipt = work::run(move || {
        let sent = (DocumentKind::of(&body).submit)(&app, &actor, &body, &submission);
        Ok(sent.map_err(|error| Problem::Case { error: Box::new(error), nomor_aju: aju_of(&body) }))
    });
    let receipt = receipt.await??;
    let mut answer =
        json!({ "status": "OK", "message": "Sukses, Data Berhasil Ditambahkan", "idHeader": receipt.id_header });
    if !receipt.findings.is_empty() {
        answer["temuan"] = temuan(&receipt.findings);
    }
    Ok(Json(answer))
}

/// `POST {S}/document/check`, and `document/isFinal=false` as one client writes its query (h2h-api 1.4).
pub async fn submit_or_check(
    State(app): State<App>,
    Caller(actor): Caller,
    Path(last): Path<String>,
    headers: HeaderMap,
    Whole(body): Whole,
) -> Result<Json<Value>, Problem> {
    if last == "check" {
        return check(app, actor, body).await;
    }
    if last.starts_with("isFinal") {
        return submit(State(app), Caller(actor), RawQuery(Some(last)), headers, Whole(body)).await;
    }
    Err(Problem::UnknownPath)
}

/// Judges without storing.
async fn check(app: App, actor: app::Actor, body: Vec<u8>) -> Result<Json<Value>, Problem> {
    let checked = work::run(move || {
        let checked = match (DocumentKind::of(&body).check)(&app, &actor, &body) {
            Ok(checked) if rejects(&checked.findings) => Err(Error::Findings(checked.findings)),
            other => other,
        };
        Ok(checked.map_err(|error| Problem::Case { error: Box::new(error), nomor_aju: aju_of(&body) }))
    });
    let checked = checked.await??;
    Ok(Json(json!({
        "status": "OK",
        "message": "Sukses, data dapat dikirim",
        "idHeader": null,
        "temuan": temuan(&checked.findings),
        "total": checked.assessment.dibayar.to_string(),
        "pungutan": pungutan(&checked.assessment),
    })))
}

/// Totals per levy and facility, rupiah as text.
pub fn pungutan(assessment: &declaration::levy::Assessment) -> Value {
    let totals = assessment.totals.iter();
    totals
        .map(|t| {
            json!({
                "kodeJenisPungutan": t.jenis.code(),
                "kodeFasilitasTarif": t.fasilitas.code(),
                "nilai": t.rounded.to_string(),
            })
        })
        .collect()
}

/// The aju to echo in a refusal, when the body has one.
fn aju_of(body: &[u8]) -> Option<String> {
    let body: Value = serde_json::from_slice(body).ok()?;
    body["nomorAju"].as_str().map(|aju| aju.chars().take(40).collect())
}
