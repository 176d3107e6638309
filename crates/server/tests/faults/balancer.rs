//! A balancer before several servers: each request goes to the next one, whatever connection it came on.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, Response, StatusCode, header};
use tokio::sync::oneshot;
use ureq::Agent;

/// Largest body that is passed on, bytes.
const LARGEST: usize = 64 << 20;

/// The running balancer; dropping it ends it.
pub struct Balancer {
    address: SocketAddr,
    turns: Arc<AtomicUsize>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Balancer {
    /// Before these addresses.
    pub fn before(targets: Vec<String>) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let (address, (stop, stopped)) = (listener.local_addr().unwrap(), oneshot::channel::<()>());
        let config = Agent::config_builder().http_status_as_error(false).max_redirects(0).proxy(None);
        let agent: Agent = config.build().into();
        let turns = Arc::new(AtomicUsize::new(0));
        let turn = Arc::clone(&turns);
        let router = Router::new().fallback(move |request: Request| {
            let next = turn.fetch_add(1, Ordering::Relaxed);
            let (agent, target) = (agent.clone(), targets[next % targets.len()].clone());
            async move {
                let (parts, body) = request.into_parts();
                let Ok(body) = axum::body::to_bytes(body, LARGEST).await else {
                    return empty(StatusCode::BAD_REQUEST);
                };
                let path = parts.uri.path_and_query().unwrap().to_string();
                let work =
                    move || forward(&agent, &format!("{target}{path}"), parts.method.as_str(), (&parts.headers, &body));
                tokio::task::spawn_blocking(work).await.unwrap()
            }
        });
        let thread = std::thread::spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    served = axum::serve(listener, router) => served.unwrap(),
                    _ = stopped => {}
                }
            });
            runtime.shutdown_timeout(std::time::Duration::from_secs(5));
        });
        Self { address, turns, stop: Some(stop), thread: Some(thread) }
    }

    /// Where it listens.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Requests that were passed on.
    pub fn passed(&self) -> usize {
        self.turns.load(Ordering::Relaxed)
    }
}

impl Drop for Balancer {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A balancer that panicked has failed its test already.
            let _ = thread.join();
        }
    }
}

fn empty(status: StatusCode) -> Response<Body> {
    Response::builder().status(status).body(Body::empty()).unwrap()
}

fn forward(agent: &Agent, url: &str, method: &str, (headers, body): (&HeaderMap, &[u8])) -> Response<Body> {
    let mut request = ureq::http::Request::builder().method(method).uri(url);
    let own = [header::HOST, header::CONTENT_LENGTH, header::TRANSFER_ENCODING, header::CONNECTION];
    for (name, value) in headers.iter().filter(|(name, _)| !own.contains(name)) {
        request = request.header(name, value);
    }
    let Ok(request) = request.body(body) else { return empty(StatusCode::BAD_REQUEST) };
    let Ok(mut response) = agent.run(request) else { return empty(StatusCode::BAD_GATEWAY) };
    let mut out = Response::builder().status(response.status());
    for (name, value) in response.headers().iter().filter(|(name, _)| !own.contains(name)) {
        out = out.header(name, value);
    }
    let body = response.body_mut().with_config().limit(LARGEST as u64).read_to_vec().unwrap();
    out.body(Body::from(body)).unwrap()
}
