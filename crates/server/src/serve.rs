//! The HTTP server: portal, API and the partners' hints on one address, and the job threads beside it.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread::JoinHandle;

use app::App;
use app::jobs::Workers;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use partners::{HintKind, Partners, SIGNATURE_HEADER, read_hint};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::compose;
use crate::config::Config;

/// What only a demo shows.
#[derive(Default)]
pub struct Demo {
    /// Page of the simulator.
    pub simulator_url: Option<String>,
    /// Who may log in.
    pub accounts: Vec<web::DemoAccount>,
}

/// Everything that answers on the address.
pub fn router(app: &App, partners: &Arc<Partners>, secret: Option<String>, demo: Demo) -> Router {
    let states = Arc::clone(partners);
    let partner_states = Arc::new(move || {
        states.states().into_iter().map(|(name, state)| (name.to_owned(), format!("{state:?}"))).collect()
    });
    let extras = web::Extras { simulator_url: demo.simulator_url, accounts: demo.accounts, partner_states };
    let hints = Router::new()
        .route("/mitra/petunjuk", post(hint))
        .with_state((app.clone(), Arc::new(secret.unwrap_or_default())));
    let examples = Router::new().route("/contoh/pib.json", get(example)).with_state(app.clone());
    api::router(app.clone()).merge(web::router(app.clone(), extras)).merge(hints).merge(examples)
}

/// In a demo: a declaration that is right today and that nobody has sent yet.
async fn example(State(app): State<App>) -> Response {
    if !app.settings().demo {
        return StatusCode::NOT_FOUND.into_response();
    }
    match tokio::task::spawn_blocking(move || app::demo::sample::next(&app)).await {
        Ok(Ok(body)) => ([(header::CONTENT_TYPE, "application/json")], body).into_response(),
        Ok(Err(why)) => (StatusCode::CONFLICT, why).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// A partner's hint that something changed: believed only so far as to look sooner.
async fn hint(State((app, secret)): State<(App, Arc<String>)>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers.get(SIGNATURE_HEADER).and_then(|v| v.to_str().ok()).unwrap_or_default();
    if secret.is_empty() || body.len() > 4_096 {
        return StatusCode::NOT_FOUND;
    }
    let Some(hint) = read_hint(secret.as_bytes(), &body, signature) else { return StatusCode::FORBIDDEN };
    let looked = tokio::task::spawn_blocking(move || match hint.jenis {
        HintKind::Pembayaran => app::jobs::hurry(&app, &format!("bayar:{}", hint.kunci)),
        _ => app::jobs::hurry_position(&app, &hint.kunci),
    });
    match looked.await {
        Ok(Ok(())) => StatusCode::NO_CONTENT,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// A server on its own threads; dropping it stops taking connections and ends the threads.
pub struct Running {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    /// Listens on `address` and serves in the background.
    pub fn start(router: Router, address: &str) -> Result<Self, String> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .map_err(|e| e.to_string())?;
        let listener = runtime.block_on(TcpListener::bind(address)).map_err(|e| format!("{address}: {e}"))?;
        let bound = listener.local_addr().map_err(|e| e.to_string())?;
        let (stop, stopped) = oneshot::channel();
        let body = move || {
            let serving = axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>())
                .with_graceful_shutdown(async {
                    drop(stopped.await);
                });
            if let Err(error) = runtime.block_on(async { serving.await }) {
                tracing::error!(%error, "server ended");
            }
            runtime.shutdown_timeout(std::time::Duration::from_secs(5));
        };
        let thread = std::thread::Builder::new().name("http".into()).spawn(body).map_err(|e| e.to_string())?;
        Ok(Self { address: bound, stop: Some(stop), thread: Some(thread) })
    }

    /// Where it listens.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Waits until the process is told to end.
    pub fn until_interrupted(&self) -> Result<(), String> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|e| e.to_string())?;
        runtime.block_on(async {
            let mut terminate =
                tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()).map_err(|e| e.to_string())?;
            tokio::select! {
                interrupted = tokio::signal::ctrl_c() => interrupted.map_err(|e| e.to_string()),
                _ = terminate.recv() => Ok(()),
            }
        })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the server thread panicked");
        }
    }
}

/// `pabean serve`: HTTP and job threads.
pub fn run(config: &Config, jobs: bool) -> Result<ExitCode, String> {
    let db = compose::database(&config.database())?;
    let (app, partners) = compose::online(config, db, false)?;
    let router = router(&app, &partners, config.partners_secret.clone(), Demo::default());
    let workers = if jobs { Some(Workers::start(&app).map_err(|e| e.to_string())?) } else { None };
    let server = Running::start(router, &config.listen)?;
    println!("Pabean: {}", server.base_url());
    server.until_interrupted()?;
    drop(server);
    drop(workers);
    Ok(ExitCode::SUCCESS)
}

/// `pabean worker`: job threads only.
pub fn work(config: &Config) -> Result<ExitCode, String> {
    let db = compose::database(&config.database())?;
    let (app, _) = compose::online(config, db, false)?;
    let workers = Workers::start(&app).map_err(|e| e.to_string())?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|e| e.to_string())?;
    runtime.block_on(tokio::signal::ctrl_c()).map_err(|e| e.to_string())?;
    drop(workers);
    Ok(ExitCode::SUCCESS)
}
