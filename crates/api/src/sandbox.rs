//! A sandbox's own addresses: outcomes and the clock (docs/sandbox.md). Elsewhere nothing is served there.

use app::h2h::sandbox::{self, Outcome};
use app::{App, Error};
use axum::Json;
use axum::extract::{Path, State};
use jiff::Timestamp;
use kernel::Text;
use serde_json::{Value, json};

use crate::auth::Caller;
use crate::body::Whole;
use crate::problem::Problem;
use crate::status::local;
use crate::work;

fn answer(aju: &str, outcome: &Outcome) -> Json<Value> {
    Json(json!({ "status": "OK", "nomorAju": aju, "pilihan": outcome }))
}

/// Answers for an installation that is no sandbox.
fn here(app: &App) -> Result<(), Problem> {
    if app.settings().h2h.sandbox { Ok(()) } else { Err(Problem::UnknownPath) }
}

/// `PUT {S}/sandbox/outcome/{nomorAju}`.
pub async fn choose(
    State(app): State<App>,
    Caller(actor): Caller,
    Path(aju): Path<String>,
    Whole(body): Whole,
) -> Result<Json<Value>, Problem> {
    here(&app)?;
    let number = aju.clone();
    let outcome = work::run(move || sandbox::choose(&app, &actor, &number, &body)).await?;
    Ok(answer(&aju, &outcome))
}

/// `GET {S}/sandbox/outcome/{nomorAju}`.
pub async fn chosen(
    State(app): State<App>,
    Caller(actor): Caller,
    Path(aju): Path<String>,
) -> Result<Json<Value>, Problem> {
    here(&app)?;
    let number = aju.clone();
    let outcome = work::run(move || sandbox::chosen(&app, &actor, &number)).await?;
    Ok(answer(&aju, &outcome))
}

/// `DELETE {S}/sandbox/outcome/{nomorAju}`.
pub async fn forget(
    State(app): State<App>,
    Caller(actor): Caller,
    Path(aju): Path<String>,
) -> Result<Json<Value>, Problem> {
    here(&app)?;
    let number = aju.clone();
    work::run(move || sandbox::forget(&app, &actor, &number)).await?;
    Ok(answer(&aju, &Outcome::default()))
}

fn time(now: Timestamp) -> Json<Value> {
    Json(json!({ "status": "OK", "waktu": now.to_string(), "waktuSetempat": local(now) }))
}

/// `GET {S}/sandbox/clock`.
pub async fn clock(State(app): State<App>, Caller(actor): Caller) -> Result<Json<Value>, Problem> {
    here(&app)?;
    Ok(time(work::run(move || sandbox::clock(&app, &actor)).await?))
}

/// `POST {S}/sandbox/clock` with `{"detik": n}`: moves it on.
pub async fn advance(
    State(app): State<App>,
    Caller(actor): Caller,
    Whole(body): Whole,
) -> Result<Json<Value>, Problem> {
    here(&app)?;
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    let unreadable = || {
        Error::Refused(Text::fixed(
            "Kirim {\"detik\": n}: berapa detik jam dimajukan.",
            "Send {\"detik\": n}: by how many seconds the clock goes on.",
        ))
    };
    let seconds = body["detik"].as_i64().ok_or_else(unreadable)?;
    Ok(time(work::run(move || sandbox::advance_clock(&app, &actor, seconds)).await?))
}
