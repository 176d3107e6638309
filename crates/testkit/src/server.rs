//! The HTTP side of a house: API, portal and the partners' hints on one free loopback port.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use app::App;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use partners::{HintKind, Partners, SIGNATURE_HEADER, read_hint};
use tokio::sync::oneshot;

/// Signs the partners' hints.
pub const SECRET: &str = "petunjuk-uji";

/// A server on its own threads; dropping it ends them.
pub struct Server {
    addr: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// A listener whose port can be told to others before anything is served on it.
pub fn listener() -> TcpListener {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    listener
}

impl Server {
    /// Serves `router` on `listener`.
    pub fn start(router: Router, listener: TcpListener) -> Self {
        let addr = listener.local_addr().unwrap();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let thread = std::thread::spawn(move || {
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                tokio::select! {
                    served = axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>()) => served.unwrap(),
                    _ = stopped => {}
                }
            });
            runtime.shutdown_timeout(Duration::from_secs(5));
        });
        Self { addr, stop: Some(stop), thread: Some(thread) }
    }

    /// Where it listens.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.addr)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A server that panicked has failed its test already.
            let _ = thread.join();
        }
    }
}

/// Everything that answers on the address of a house.
pub fn router(app: &App, partners: &Arc<Partners>, simulator_url: String) -> Router {
    let states = Arc::clone(partners);
    let partner_states = Arc::new(move || {
        states.states().into_iter().map(|(name, state)| (name.to_owned(), format!("{state:?}"))).collect()
    });
    let extras = web::Extras { simulator_url: Some(simulator_url), accounts: Vec::new(), partner_states };
    let hints = Router::new().route("/mitra/petunjuk", post(hint)).with_state(app.clone());
    api::router(app.clone()).merge(web::router(app.clone(), extras)).merge(hints)
}

/// As the server's own: a hint only makes the jobs look sooner.
async fn hint(State(app): State<App>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers.get(SIGNATURE_HEADER).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let Some(hint) = read_hint(SECRET.as_bytes(), &body, signature) else { return StatusCode::FORBIDDEN };
    let looked = tokio::task::spawn_blocking(move || match hint.jenis {
        HintKind::Pembayaran => app::jobs::hurry(&app, &format!("bayar:{}", hint.kunci)),
        _ => app::jobs::hurry_position(&app, &hint.kunci),
    });
    match looked.await {
        Ok(Ok(())) => StatusCode::NO_CONTENT,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    }
}
