//! The host-to-host API that CEISA 4.0 clients speak: JSON shapes, tokens, both path generations (h2h-api 1).

mod auth;
mod body;
mod consignment;
pub mod describe;
mod detail;
mod document;
mod download;
mod events;
mod files;
mod gate;
mod kurs;
mod login;
mod lookup;
mod problem;
mod query;
pub mod routes;
mod sandbox;
mod status;
mod user;
mod work;

use std::sync::Arc;

use app::App;
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;

/// Largest body, bytes (quality, «XML and JSON»).
pub const LARGEST_BODY: usize = 20 * 1024 * 1024;

/// Prefixes of the log-in services, oldest aliases last (h2h-api 1.1).
pub const AUTH_PREFIXES: [&str; 5] =
    ["/nle-oauth/v1/user", "/v1/openapi-auth/user", "/amws/v1/user", "/auth-amws/v1/user", "/v2/authws/user"];
/// Prefixes of the document services.
pub const SERVICE_PREFIXES: [&str; 2] = ["/openapi", "/v2/openapi"];

/// Whether a path is of the newer generation.
fn newer(path: &str) -> bool {
    path.starts_with("/v1/openapi-") || path.starts_with("/v2/openapi")
}

/// Everything that is served: method and whole path.
pub fn routes() -> Vec<(&'static str, String)> {
    routes::all()
}

/// All routes under every prefix, with the same handlers.
pub fn router(app: App) -> Router {
    let tables = [(&AUTH_PREFIXES[..], routes::AUTH), (&SERVICE_PREFIXES[..], routes::SERVICES)];
    let mut router = Router::new();
    for (prefixes, rows) in tables {
        for prefix in prefixes {
            router = router.nest(prefix, routes::router(rows));
        }
    }
    let router = router.route("/openapi.json", get(describe::serve));
    let gate = Arc::new(gate::Gate::default());
    let router = router.layer(from_fn_with_state((app.clone(), gate), gate::pass));
    router.layer(CatchPanicLayer::custom(problem::panicked)).with_state(app)
}
