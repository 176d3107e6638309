//! `GET {S}/kurs/{kodeValuta}?tanggal=` (h2h-api 1.6): status and rate are strings, as live.

use app::App;
use axum::Json;
use axum::extract::{Path, RawQuery, State};
use serde_json::{Value, json};

use crate::auth::Caller;
use crate::problem::Problem;
use crate::{query, work};

/// The tax exchange rate of a currency on a day, today when none is named.
pub async fn of_currency(
    State(app): State<App>,
    Caller(actor): Caller,
    Path(valuta): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Json<Value>, Problem> {
    let day = query::day(&raw.unwrap_or_default(), "tanggal")?;
    let row = work::run(move || {
        let rate = app::reference::kurs(&app, &actor, &valuta, day)?;
        Ok(rate.map(|r| {
            json!({
                "kodeValuta": r.valuta, "nilaiKurs": r.nilai.to_string(), "tglAwalBerlaku": r.dari.to_string(),
                "tglAkhirBerlaku": r.sampai.to_string(), "namaValuta": null, "gambar": null,
                "contoh": r.contoh, "kmk": r.kmk,
            })
        }))
    })
    .await?;
    Ok(Json(json!({ "status": "true", "message": "success", "data": row.into_iter().collect::<Vec<_>>() })))
}
