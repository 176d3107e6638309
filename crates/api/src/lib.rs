//! The host-to-host API that CEISA 4.0 clients speak: JSON shapes, tokens, both path generations (h2h-api 1).

mod auth;
mod body;
mod document;
mod download;
mod kurs;
mod login;
mod problem;
mod query;
mod status;
mod work;

use app::App;
use axum::Router;
use axum::routing::{any, get, post};
use tower_http::catch_panic::CatchPanicLayer;

/// Largest body, bytes (quality, «XML and JSON»).
pub const LARGEST_BODY: usize = 20 * 1024 * 1024;

/// Prefixes of the log-in services, oldest aliases last (h2h-api 1.1).
pub const AUTH_PREFIXES: [&str; 5] =
    ["/nle-oauth/v1/user", "/v1/openapi-auth/user", "/amws/v1/user", "/auth-amws/v1/user", "/v2/authws/user"];
/// Prefixes of the document services.
pub const SERVICE_PREFIXES: [&str; 2] = ["/openapi", "/v2/openapi"];

/// All routes under every prefix, with the same handlers.
pub fn router(app: App) -> Router {
    let mut router = Router::new();
    for prefix in AUTH_PREFIXES {
        router = router
            .route(&format!("{prefix}/login"), post(login::login).fallback(problem::method))
            .route(&format!("{prefix}/update-token"), post(login::update_token).fallback(problem::method))
            .route(&format!("{prefix}/{{*path}}"), any(problem::unknown_path));
    }
    for prefix in SERVICE_PREFIXES {
        router = router.nest(prefix, services());
    }
    router.layer(CatchPanicLayer::custom(problem::panicked)).with_state(app)
}

fn services() -> Router<App> {
    Router::new()
        .route("/document", post(document::submit).fallback(problem::method))
        .route("/document/{query}", post(document::submit_or_check).fallback(problem::method))
        .route("/status", get(status::of_company).fallback(problem::method))
        .route("/status/{aju}", get(status::of_ajus).fallback(problem::method))
        .route("/download-respon", get(download::by_path).fallback(problem::method))
        .route("/respon/pdf", get(download::by_code).fallback(problem::method))
        .route("/respon/billing", get(download::of_billing).fallback(problem::method))
        .route("/respon/cetak-formulir", get(download::form).fallback(problem::method))
        .route("/respon/cetak-formulir/{stage}", get(download::form_stage).fallback(problem::method))
        .route("/respon/{*path}", get(download::direct).fallback(problem::method))
        .route("/kurs/{valuta}", get(kurs::of_currency).fallback(problem::method))
        .route("/{*path}", any(problem::unknown_path))
}
