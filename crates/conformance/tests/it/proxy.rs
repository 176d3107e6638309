//! A server that stands before another and breaks single answers.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, Response, StatusCode, header};
use tokio::sync::oneshot;
use ureq::Agent;

/// An answer on its way.
pub struct Answer {
    /// Status.
    pub status: u16,
    /// Announced kind.
    pub media: String,
    /// Content.
    pub body: Vec<u8>,
}

/// What is done to the answer of a request (method, path with query).
pub type Breaking = dyn Fn(&str, &str, &mut Answer) + Send + Sync;

/// The running proxy; dropping it ends it.
pub struct Proxy {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Proxy {
    /// Stands before `target`.
    pub fn before(target: String, breaking: Arc<Breaking>) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let (address, (stop, stopped)) = (listener.local_addr().unwrap(), oneshot::channel::<()>());
        let config = Agent::config_builder().http_status_as_error(false).max_redirects(0).proxy(None);
        let agent: Agent = config.build().into();
        let router = Router::new().fallback(move |request: Request| {
            let (agent, target, breaking) = (agent.clone(), target.clone(), Arc::clone(&breaking));
            async move {
                let (parts, body) = request.into_parts();
                let body = axum::body::to_bytes(body, 64 << 20).await.unwrap();
                let path = parts.uri.path_and_query().unwrap().to_string();
                let method = parts.method.to_string();
                let work = move || forward(&agent, &target, (&method, &path, &parts.headers, &body), &*breaking);
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
        Self { address, stop: Some(stop), thread: Some(thread) }
    }

    /// Where it listens.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A proxy that panicked has failed its test already.
            let _ = thread.join();
        }
    }
}

fn forward(
    agent: &Agent,
    target: &str,
    (method, path, headers, body): (&str, &str, &HeaderMap, &[u8]),
    breaking: &Breaking,
) -> Response<Body> {
    let mut request = ureq::http::Request::builder().method(method).uri(format!("{target}{path}"));
    let own = [header::HOST, header::CONTENT_LENGTH, header::TRANSFER_ENCODING, header::CONNECTION];
    for (name, value) in headers.iter().filter(|(name, _)| !own.contains(name)) {
        request = request.header(name, value);
    }
    let mut response = agent.run(request.body(body).unwrap()).unwrap();
    let disposition = response.headers().get(header::CONTENT_DISPOSITION).cloned();
    let media = response.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let mut answer = Answer { status: response.status().as_u16(), media: media.to_owned(), body: Vec::new() };
    answer.body = response.body_mut().with_config().limit(64 << 20).read_to_vec().unwrap();
    breaking(method, path, &mut answer);
    let mut out = Response::builder().status(StatusCode::from_u16(answer.status).unwrap());
    out = out.header(header::CONTENT_TYPE, answer.media);
    if let Some(disposition) = disposition {
        out = out.header(header::CONTENT_DISPOSITION, disposition);
    }
    out.body(Body::from(answer.body)).unwrap()
}
