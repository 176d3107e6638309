//! `GET {S}/events?since=&limit=&wait=`: what happened, in order; our own, beside the contract.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use app::h2h::events::{self, Events};
use app::{Actor, App, Error};
use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use kernel::Text;
use serde_json::{Value, json};

use crate::auth::Caller;
use crate::problem::Problem;
use crate::{query, work};

/// Longest wait for the first event, seconds.
const LONGEST_WAIT: u64 = 30;
/// Between two looks while waiting.
const LOOK: Duration = Duration::from_millis(400);
/// Most calls that wait at the same time; more are answered at once.
const WAITING: usize = 512;

static NOW_WAITING: AtomicUsize = AtomicUsize::new(0);

/// A place among those who wait.
struct Patience;

impl Patience {
    fn take() -> Option<Self> {
        if NOW_WAITING.fetch_add(1, Ordering::Relaxed) < WAITING {
            return Some(Self);
        }
        NOW_WAITING.fetch_sub(1, Ordering::Relaxed);
        None
    }
}

impl Drop for Patience {
    fn drop(&mut self) {
        NOW_WAITING.fetch_sub(1, Ordering::Relaxed);
    }
}

fn whole(raw: &str, name: &'static str, default: u64) -> Result<u64, Problem> {
    let Some(text) = query::value(raw, name).filter(|text| !text.is_empty()) else { return Ok(default) };
    text.parse().ok().filter(|number| *number <= i64::MAX.unsigned_abs()).ok_or_else(|| {
        let id = format!("Parameter {name} harus bilangan bulat mulai 0.");
        Problem::Said(
            StatusCode::BAD_REQUEST,
            Text::made(id, format!("Parameter {name} must be a whole number from 0.")),
        )
    })
}

/// Events after a number; waits for the first one when asked to.
pub async fn since(
    State(app): State<App>,
    Caller(actor): Caller,
    RawQuery(raw): RawQuery,
) -> Result<Json<Value>, Problem> {
    let raw = raw.unwrap_or_default();
    let limit = u32::try_from(whole(&raw, "limit", u64::from(events::MOST))?).unwrap_or(u32::MAX);
    let wait = whole(&raw, "wait", 0)?.min(LONGEST_WAIT);
    let since = match query::value(&raw, "since").as_deref() {
        Some("now") => {
            let (at, who) = (app.clone(), actor.clone());
            work::run(move || events::newest(&at, &who)).await?
        }
        _ => i64::try_from(whole(&raw, "since", 0)?).unwrap_or(i64::MAX),
    };
    let mut found = look(&app, &actor, since, limit).await?;
    if let Some(_patience) = Patience::take().filter(|_| wait > 0) {
        let end = tokio::time::Instant::now() + Duration::from_secs(wait);
        while found.cursor == since && tokio::time::Instant::now() < end {
            tokio::time::sleep(LOOK).await;
            found = look(&app, &actor, since, limit).await?;
        }
    }
    Ok(Json(json!({
        "status": "OK",
        "message": if found.events.is_empty() { "Belum ada kejadian baru" } else { "Data Ditemukan" },
        "events": found.events,
        "cursor": found.cursor,
        "more": found.more,
        "gap": found.gap,
    })))
}

async fn look(app: &App, actor: &Actor, since: i64, limit: u32) -> Result<Events, Error> {
    let (app, actor) = (app.clone(), actor.clone());
    work::run(move || events::events(&app, &actor, since, limit)).await
}
