//! `GET /status-layanan`: how the service is doing, as a page and as JSON; also while the database is away.

use std::sync::Arc;
use std::time::{Duration, Instant};

use app::publik::{ServiceStatus, service_status};
use askama::Template;
use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use tokio::sync::Mutex;

use crate::format;
use crate::lang::Lang;
use crate::messages::{Messages, fill};
use crate::problem::Problem;
use crate::reader::Reader;
use crate::shell::{self, Place};
use crate::state::Web;
use crate::ui::{Badge, Fact, Facts, Tone};
use crate::work;

/// How long one look serves everybody who asks: the page is public and counting is not free.
const KEPT: Duration = Duration::from_secs(2);
/// From this lag on the service is not well, seconds.
const LATE: i64 = 300;

/// The last look; none inside when the database did not answer.
#[derive(Default)]
pub struct StatusCache(Mutex<Option<(Instant, Arc<Option<ServiceStatus>>)>>);

/// `GET /status-layanan`, `?format=json`.
pub async fn status(State(web): State<Web>, reader: Reader, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let look = look(&web).await;
    let partners: Vec<(String, String)> =
        (web.extras().partner_states)().into_iter().map(|(name, state)| (name, plain(&state))).collect();
    let code = if look.is_some() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    if query.unwrap_or_default().split('&').any(|member| member == "format=json") {
        return Ok((code, Json(StatusJson::new((*look).as_ref(), &partners))).into_response());
    }
    let view = StatusView::new(reader.lang, (*look).as_ref(), &partners);
    let place = Place::of(&web, &reader);
    Ok((code, shell::render(&place, view.title(), &view)?).into_response())
}

/// At most one look at a time; the others wait for it and share it.
async fn look(web: &Web) -> Arc<Option<ServiceStatus>> {
    let mut kept = web.status().0.lock().await;
    if let Some((at, look)) = &*kept
        && at.elapsed() < KEPT
    {
        return Arc::clone(look);
    }
    let app = web.app().clone();
    let look = Arc::new(work::run(move || service_status(&app)).await.ok());
    *kept = Some((Instant::now(), Arc::clone(&look)));
    look
}

/// The state in one spelling: `HalfOpen` is `half-open`.
fn plain(state: &str) -> String {
    match state {
        "Closed" => "closed".into(),
        "Open" => "open".into(),
        "HalfOpen" => "half-open".into(),
        other => other.into(),
    }
}

/// How it is on the whole.
fn overall(status: Option<&ServiceStatus>, partners: &[(String, String)]) -> Tone {
    let Some(status) = status else { return Tone::Bad };
    let late = status.lag_seconds() >= LATE || status.dead() > 0 || status.reference.is_none();
    if late || partners.iter().any(|(_, state)| state != "closed") { Tone::Warn } else { Tone::Good }
}

struct PartnerRow<'a> {
    name: &'a str,
    badge: Badge,
}

struct QueueRow<'a> {
    kind: &'a str,
    waiting: String,
    dead: String,
}

/// The page.
#[derive(Template)]
#[template(path = "publik/status.html")]
pub struct StatusView<'a> {
    t: &'static Messages,
    badge: Badge,
    database: bool,
    facts: Facts,
    partners: Vec<PartnerRow<'a>>,
    queues: Vec<QueueRow<'a>>,
}

impl<'a> StatusView<'a> {
    /// The page of one look; `status` is none when the database did not answer.
    pub fn new(lang: Lang, status: Option<&'a ServiceStatus>, partners: &'a [(String, String)]) -> Self {
        let t = lang.texts();
        let tone = overall(status, partners);
        let word = match tone {
            Tone::Good => t.status_good,
            Tone::Warn => t.status_warn,
            _ => t.status_bad,
        };
        let queue = |q: &'a app::publik::Queue| QueueRow {
            kind: job(&q.kind, t),
            waiting: format::number(q.waiting, lang),
            dead: format::number(q.dead, lang),
        };
        Self {
            t,
            badge: Badge::new(tone, word.to_owned()),
            database: status.is_some(),
            facts: Facts { facts: status.map(|status| facts(lang, status)).unwrap_or_default() },
            partners: partners.iter().map(|(name, state)| partner(name, state, t)).collect(),
            queues: status.iter().flat_map(|status| &status.queues).map(queue).collect(),
        }
    }

    /// Heading.
    pub fn title(&self) -> &'static str {
        self.t.status_title
    }
}

fn partner<'a>(name: &'a str, state: &str, t: &'static Messages) -> PartnerRow<'a> {
    let (tone, word) = match state {
        "closed" => (Tone::Good, t.status_closed),
        "open" => (Tone::Bad, t.status_open),
        "half-open" => (Tone::Warn, t.status_half_open),
        other => (Tone::Warn, other),
    };
    PartnerRow { name, badge: Badge::new(tone, word.to_owned()) }
}

/// The kind of work in words; one that is not known here stays as it is.
pub fn job<'a>(kind: &'a str, t: &'static Messages) -> &'a str {
    match kind {
        "insw" => t.job_insw,
        "validasi" => t.job_validasi,
        "billing" => t.job_billing,
        "batal_billing" => t.job_batal_billing,
        "bayar" => t.job_bayar,
        "manifes" => t.job_manifes,
        "posisi" => t.job_posisi,
        "tps" => t.job_tps,
        "kabar" => t.job_kabar,
        "jalur" => t.job_jalur,
        "akun" => t.job_akun,
        "impor" => t.job_impor,
        "ringkas" => t.job_ringkas,
        "webhook" => t.job_webhook,
        other => other,
    }
}

fn facts(lang: Lang, status: &ServiceStatus) -> Vec<Fact> {
    let t = lang.texts();
    let reference = status.reference.map_or_else(
        || t.status_reference_none.to_owned(),
        |reference| {
            let (version, since) = (reference.version.to_string(), format::moment(reference.since, lang));
            fill(t.status_reference_value, &[("version", &version), ("date", &since)])
        },
    );
    let oldest =
        status.due_since.map_or_else(|| t.status_oldest_none.to_owned(), |_| format::span(status.lag_seconds(), lang));
    vec![
        Fact::text(t.status_at, format::moment(status.at, lang)),
        Fact::text(t.status_engine, status.engine),
        Fact::text(t.status_reference, reference),
        Fact::text(t.status_oldest, oldest),
    ]
}

/// The same for programs; names as in the host-to-host API.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct StatusJson<'a> {
    status: &'static str,
    versi: &'static str,
    waktu: Option<String>,
    basis_data: Option<&'static str>,
    versi_referensi: Option<u32>,
    detik_menunggu: Option<i64>,
    antrean: Vec<QueueJson<'a>>,
    mitra: Vec<PartnerJson<'a>>,
}

#[derive(Serialize)]
struct QueueJson<'a> {
    jenis: &'a str,
    menunggu: i64,
    gagal: i64,
}

#[derive(Serialize)]
struct PartnerJson<'a> {
    nama: &'a str,
    keadaan: &'a str,
}

impl<'a> StatusJson<'a> {
    fn new(status: Option<&'a ServiceStatus>, partners: &'a [(String, String)]) -> Self {
        Self {
            status: match overall(status, partners) {
                Tone::Good => "baik",
                Tone::Warn => "gangguan",
                _ => "basis-data-tidak-menjawab",
            },
            versi: env!("CARGO_PKG_VERSION"),
            waktu: status.map(|s| format::machine(s.at)),
            basis_data: status.map(|s| s.engine),
            versi_referensi: status.and_then(|s| s.reference).map(|r| r.version),
            detik_menunggu: status.map(ServiceStatus::lag_seconds),
            antrean: status
                .iter()
                .flat_map(|s| &s.queues)
                .map(|q| QueueJson { jenis: &q.kind, menunggu: q.waiting, gagal: q.dead })
                .collect(),
            mitra: partners.iter().map(|(nama, keadaan)| PartnerJson { nama, keadaan }).collect(),
        }
    }
}
